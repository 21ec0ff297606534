"""Problems of translators' files: (code, severity, (message, hint), the same in Polish)."""

from intramentor.problems.texts_yaml import Row

ROWS: tuple[Row, ...] = (
    ("po-unreadable", "error",
     ("This is no PO file that can be read", "Look at this line and the one before it, or take the file from your translation program again, in UTF-8."),
     ("Tego pliku PO nie da się odczytać", "Sprawdź ten wiersz i poprzedni albo zapisz plik jeszcze raz w programie do tłumaczeń, w UTF-8.")),
    ("po-header", "error",
     ("The head of the file does not say which edition and language it translates", "Write `Project-Id-Version:` with one of {known} and a number after it, and `Language:`; or export anew and put the translations in there."),
     ("Nagłówek pliku nie mówi, której edycji i którego języka dotyczy", "Wpisz `Project-Id-Version:` z jedną z nazw: {known}, a po niej numer, oraz `Language:`; albo wyeksportuj plik jeszcze raz i przenieś tłumaczenia.")),
    ("po-unknown", "error",
     ("No text has the address `{id}`, so this translation is left out", "It may be gone since the export. Take the addresses from a new export."),
     ("Żaden tekst nie ma adresu `{id}`, więc to tłumaczenie pominięto", "Mógł zniknąć po eksporcie. Weź adresy z nowego eksportu.")),
    ("po-outdated", "error",
     ("The text `{id}` reads otherwise now than it did in this export, so the translation is left out", "Export anew and translate the text as it is now. The source texts of a PO file (msgid) stay as they are."),
     ("Tekst `{id}` brzmi dziś inaczej niż w tym eksporcie, więc tłumaczenie pominięto", "Wyeksportuj plik jeszcze raz i przetłumacz obecny tekst. Tekstów źródłowych w pliku PO (msgid) się nie zmienia.")),
    ("po-list", "error",
     ("This is a list, and the translation is none", "Begin each item with `- ` on a line of its own, indent its further lines by two spaces, and leave no item empty."),
     ("To jest lista, a tłumaczenie nią nie jest", "Każdą pozycję zacznij od `- ` w nowym wierszu, jej dalsze wiersze wetnij o dwie spacje, żadnej nie zostawiaj pustej.")),
    ("po-line", "error",
     ("This text must stand on one line, and the translation has several", "Take the line breaks out."),
     ("Ten tekst musi być jednowierszowy, a tłumaczenie ma kilka wierszy", "Usuń podziały wierszy.")),
    ("po-differs", "warning",
     ("The translation doesn't hold each {what} of its source: missing {lost}, added {new}", "Put it in again. If it is meant, say so with `intramentor accept`: the text is taken over, but not accepted yet."),
     ("Tłumaczenie i źródło się różnią ({what}): brakuje {lost}, dodano {new}", "Uzupełnij to. Jeśli tak ma być, potwierdź przez `intramentor accept`: tekst jest przejęty, ale jeszcze nieprzyjęty.")),
)

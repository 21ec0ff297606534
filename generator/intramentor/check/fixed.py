"""Names that an edition may replace, written out in a text in place of `${…}`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intramentor.check.passages import Finding, Passage, Rule, Sheet, masked
from intramentor.layers import Stack
from intramentor.load import Library
from intramentor.load.nodes import scalars
from intramentor.model.edition import DEFAULT_EDITION

SHORT = 4  # a shorter word alone is too likely to be another one
# A participle alone is an ordinary word: „osoby prowadzące spotkanie”.
_PARTICIPLE = re.compile(r"\w+ąc(?:y|ego|emu|ym|ych|ymi|a|ej|ą|e)")
# „osoba prowadząca spotkanie” leads that, and is nobody's role.
_OBJECT = re.compile(
    r"[\s\u00a0]+(?:spotkani|rozmow|zebrani|zesp[oó]ł|projekt|dyskusj|firm|blog|kanał|notatk|dział)", re.IGNORECASE
)
# “A junior person mentors a senior one”: a verb, and no name.
_VERB = re.compile(r"[\s\u00a0]+(?:an?|the|somebody|someone|one|him|her|them|me|us|upward)\b")
_DETERMINERS = ("a", "an", "the", "your", "my", "our", "their", "his", "her", "each", "every", "no", "one")

Forms = dict[str, str]


def fixed_names(library: Library, made: Stack) -> Rule:
    """Return the rule for the names of an edition, its own and the pack's."""
    tables = {language: _forms(library, made, language) for language in ("en", "pl")}
    patterns = {language: _pattern(list(forms), language) for language, forms in tables.items()}
    stems = {language: _stems(list(forms)) for language, forms in tables.items()}

    def rule(sheet: Sheet) -> Iterator[Finding]:
        forms, pattern = tables[sheet.language], patterns[sheet.language]
        if pattern is None or sheet.kind == "sources":
            return
        near = [stem for stem in stems[sheet.language] if stem in sheet.low]
        for passage in sheet.passages:
            if _is_title_of_term(sheet, passage) or not any(stem in passage.low for stem in near):
                continue
            text = masked(passage.text)
            for found in pattern.finditer(text):
                name = _name(forms, found[0])
                if name and _stands_alone(text, found, forms) and not _is_other(sheet, text, found):
                    facts = {"found": found[0], "name": f"${{{name}}}"}
                    yield Finding(passage, found.start(), found[0].split()[0], "fixed-name", facts)

    return rule


def _forms(library: Library, made: Stack, language: str) -> Forms:
    """Return every form that stands for a name by itself, with the id of its name."""
    found: Forms = {}
    for layer in library.layers:
        if layer.language != language or layer.terms is None:
            continue
        if layer.edition not in (DEFAULT_EDITION, made.edition):
            continue
        for path, scalar in scalars(layer.terms):
            if path[0] == "terms" and len(path) > 3 and path[2] == "styles" and "particles" not in path:
                for form in _parts(str(scalar.value)):
                    found.setdefault(form, path[1])
    return found


def _parts(form: str) -> Iterator[str]:
    """Yield a form, and the words of a pair such as „mentorka lub mentor”."""
    pair = [part for part in re.split(r" (?:lub|i) ", form) if part]
    even = len({part.count(" ") for part in pair}) == 1
    for word in (form, *pair) if len(pair) > 1 and even else (form,):
        plain = word.strip("„”“\"' ’")
        if " " in plain or (len(plain) >= SHORT and not _PARTICIPLE.fullmatch(plain)):
            yield plain


def _pattern(forms: list[str], language: str) -> re.Pattern[str] | None:
    """Return a pattern of all forms. It begins with plain letters: that makes it fast."""
    both = {one for form in forms for one in (form, form[0].upper() + form[1:])}
    longest = sorted(both, key=lambda form: (-len(form), form))
    alternatives = "|".join(re.escape(form).replace(r"\ ", r"[\s\u00a0]+") for form in longest)
    end = r"(?![\w-]|[’']\w)" if language == "pl" else r"(?![\w-])"
    return re.compile(f"(?:{alternatives}){end}") if forms else None


def _stems(forms: list[str]) -> set[str]:
    """Return beginnings of words, one of which stands in every text that holds a form."""
    return {max(form.lower().split(), key=len)[:6] for form in forms}


def _name(forms: Forms, written: str) -> str:
    plain = " ".join(written.split())
    return forms.get(plain) or forms.get(plain[0].lower() + plain[1:], "")


def _stands_alone(text: str, found: re.Match[str], forms: Forms) -> bool:
    """Tell whether a form is a whole word, and not just the beginning of a sentence.

    „W dwie strony” is the programme's name in quotes or after a word, else three words.
    """
    before = text[: found.start()]
    if before and (before[-1].isalnum() or before[-1] in "-_"):
        return False
    plain = " ".join(found[0].split())
    if plain[0].islower() or not plain[1:].islower() or plain not in forms:
        return True
    follows = before[-1:].isspace() and before[-2:-1].isalnum()
    return follows or before[-1:] in tuple("„“»")


def _is_title_of_term(sheet: Sheet, passage: Passage) -> bool:
    return sheet.kind == "glossary" and passage.path[0] == "terms" and passage.path[-1] == "title"


def _is_other(sheet: Sheet, text: str, found: re.Match[str]) -> bool:
    """Tell whether the word is another one: an English verb, a Polish participle with an object."""
    if sheet.language == "pl":
        last = found[0].split()[-1]
        return bool(_PARTICIPLE.fullmatch(last) and _OBJECT.match(text, found.end()))
    before = text[: found.start()].lower().rsplit(maxsplit=1)[-1:]
    noun = bool(before) and before[0] in _DETERMINERS
    return before == ["to"] or (not noun and bool(_VERB.match(text, found.end())))

"""What is translated and what needs a look, on one page for people who don't read YAML."""

from __future__ import annotations

import difflib
import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from intramentor.exchange.history import History
from intramentor.exchange.items import joined
from intramentor.layers import Entry, Stack
from intramentor.layers.status import STATES
from intramentor.load import Library, plain
from intramentor.load.nodes import find

_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "title": "Translations and changes", "layer": "Edition and language",
        "intro": "Every text that needs a look, with what it was made from. Names such as ${mentor} are put in when the handbook is built.",
        "source": "Source", "own": "Translation or change",
        "none": "nothing yet", "fine": "Nothing to do: every text fits what it was made from.", "total": "all",
        "why_unrecorded": "Nobody has said yet that these fit. Read both; then intramentor accept.",
        "why_missing": "Not translated yet. Readers see the source language, marked as such.",
        "why_stale": "The source has changed since. Put the change into the translation, then intramentor accept.",
        "why_orphan": "What these change is gone. Remove them, or move them to where they belong now.",
        "why_redundant": "These say what is there already. Remove them.",
        "why_conflict": "The text below has changed under your change. Compare, then intramentor accept.",
    },
    "pl": {
        "title": "Tłumaczenia i zmiany", "layer": "Edycja i język",
        "intro": "Wszystkie teksty, które wymagają uwagi, obok tego, z czego powstały. Nazwy takie jak ${mentor} wstawia program, gdy buduje podręcznik.",
        "source": "Źródło", "own": "Tłumaczenie lub zmiana",
        "none": "jeszcze nic", "fine": "Nic do zrobienia: każdy tekst pasuje do tego, z czego powstał.", "total": "razem",
        "why_unrecorded": "Nikt jeszcze nie potwierdził, że pasują. Przeczytaj oba teksty, potem intramentor accept.",
        "why_missing": "Jeszcze bez tłumaczenia. Na stronie jest język źródłowy, z oznaczeniem.",
        "why_stale": "Od tego czasu zmieniło się źródło. Przenieś zmianę do tłumaczenia, potem intramentor accept.",
        "why_orphan": "Tego, co te wpisy zmieniają, już nie ma. Usuń je albo przenieś tam, gdzie teraz pasują.",
        "why_redundant": "Powtarzają to, co już jest. Usuń je.",
        "why_conflict": "Pod Twoją zmianą zmienił się tekst. Porównaj, potem intramentor accept.",
    },
}
# In the order in which they are worth a look.
_ORDER = ("conflict", "stale", "missing", "unrecorded", "orphan", "redundant")
_COMMAND = "intramentor accept"
_STYLE = """\
:root { color-scheme: light dark; --paper: #f6f3ec; --card: #fffdf9; --ink: #211f1b; --ink2: #5b554b; --edge: #877d6e; --rule: #d9d1c2; --brand: #17495a; --gone: #8e2a1c; --come: #2c6639; }
@media (prefers-color-scheme: dark) { :root { --paper: #1a1816; --card: #24211e; --ink: #f0ebe3; --ink2: #b8afa3; --edge: #8a8174; --rule: #3e3932; --brand: #9ccbd9; --gone: #f3a596; --come: #93cfa0; } }
body { margin: 0; font: 17px/1.5 system-ui, sans-serif; background: var(--paper); color: var(--ink); border-top: 4px solid var(--brand); }
main { max-width: 76rem; margin: auto; padding: 32px clamp(16px, 5vw, 64px) 72px; }
h1, h2, h3 { line-height: 1.2; margin: 0 0 8px; text-wrap: balance; }
h2 { margin-top: 48px; padding-top: 16px; border-top: 2px solid var(--ink); }
h3 { margin-top: 24px; font-size: 17px; }
p { max-width: 40em; margin: 0 0 16px; }
a { color: var(--brand); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
.scroll { overflow-x: auto; margin-bottom: 24px; }
table { border-collapse: collapse; font-size: 15px; font-variant-numeric: tabular-nums; }
th, td { padding: 8px 24px 8px 0; text-align: right; border-bottom: 1px solid var(--rule); white-space: nowrap; }
tr > :first-child { text-align: left; }
thead th { border-top: 2px solid var(--ink); color: var(--ink2); }
.text { display: grid; gap: 0 32px; margin: 0; padding: 12px 0; border-top: 1px solid var(--rule); }
.text h4 { grid-column: 1 / -1; margin: 0 0 4px; font-weight: 600; font-size: 15px; overflow-wrap: anywhere; }
.text h4 span { font-weight: 400; color: var(--ink2); }
.text h5 { margin: 0; font-weight: 400; font-size: 14px; color: var(--ink2); }
.text p { margin: 0 0 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
.none { color: var(--ink2); font-style: italic; }
del { color: var(--gone); }
ins { color: var(--come); font-weight: 600; text-decoration-thickness: 2px; text-underline-offset: .2em; }
@media (min-width: 44rem) { .text { grid-template-columns: 1fr 1fr; } }
@media print { .text { break-inside: avoid; } }
"""


def status_page(
    library: Library, stacks: Mapping[str, Stack], entries: list[Entry], lang: str, states: Mapping[str, str]
) -> str:
    """Return one page of HTML that needs no other file: counts for each edition and language,
    then both texts of everything that is not in order. Words in `lang`, those of the `states` as the command says them.
    """
    say = _WORDS[lang]
    layers: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        layers.setdefault((entry.edition, entry.language), []).append(entry)
    history = History(library)
    parts = "\n".join(_layer(key, each, stacks[key[0]], history, lang, states) for key, each in layers.items())
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{say['title']}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{say['title']}</h1>\n<p>{html.escape(say['intro'])}</p>\n{_counts(layers, say, states)}\n{parts}\n"
        "</main>\n</body>\n</html>\n"
    )


def _counts(layers: Mapping[tuple[str, str], list[Entry]], say: dict[str, str], states: Mapping[str, str]) -> str:
    head = "".join(f'<th scope="col">{word}</th>' for word in (say["layer"], *(states[s] for s in STATES), say["total"]))
    rows = []
    for (edition, language), entries in layers.items():
        count = Counter(entry.state for entry in entries)
        cells = "".join(f"<td>{number or '–'}</td>" for number in (*(count[s] for s in STATES), len(entries)))
        name = f'<a href="#{edition}-{language}">{edition} {language}</a>'
        rows.append(f'<tr><th scope="row">{name}</th>{cells}</tr>')
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{say["title"]}">\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n'
        + "\n".join(rows) + "\n</tbody>\n</table>\n</div>"
    )


def _layer(
    key: tuple[str, str], entries: list[Entry], made: Stack, history: History, lang: str, states: Mapping[str, str]
) -> str:
    say, (edition, language) = _WORDS[lang], key
    parts = [f'<section id="{edition}-{language}">\n<h2>{edition} {language}</h2>']
    for state in _ORDER:
        found = [entry for entry in entries if entry.state == state]
        if found:
            parts.append(f"<h3>{states[state]} ({len(found)})</h3>\n<p>{_why(state, say)}</p>")
            parts += [_text(entry, made, history, lang) for entry in found]
    if len(parts) == 1:
        parts.append(f"<p>{say['fine']}</p>")
    return "\n".join([*parts, "</section>"])


def _why(state: str, say: dict[str, str]) -> str:
    return say[f"why_{state}"].replace(_COMMAND, f"<code>{_COMMAND}</code>")


def _text(entry: Entry, made: Stack, history: History, lang: str) -> str:
    """Show one text with its source; of a stale one what has changed in the source since."""
    say, unit = _WORDS[lang], made.units.get(entry.path.partition(".")[0])
    title = html.escape(unit.node.text("title") or "") if unit else ""
    place = html.escape(f" · {entry.file}:{entry.line}") if entry.file else ""
    source = _shown(entry.source, say)
    if entry.state == "stale" and (before := history.before(entry, made)) is not None:
        source = f"<p>{''.join(_changes(joined(before), _plain(entry.source)))}</p>"
    path = tuple(entry.path.split(".")[1:])
    held = find(unit.node, path) if unit is not None else None
    translated = unit is not None and held is not None and plain(held) == entry.source
    below = unit.language if unit is not None and translated else entry.language
    halves = "".join(
        f'<div><h5>{say[word]}</h5><div lang="{language}">{text}</div></div>'
        for word, language, text in (("source", below, source), ("own", entry.language, _shown(entry.own, say)))
    )
    return f'<div class="text"><h4>{html.escape(entry.path)} <span>{title}{place}</span></h4>{halves}</div>'


def _plain(value: Any, path: str = "") -> str:
    """Return any value as it can be read: texts as they are, a table as lines of key and value."""
    if isinstance(value, dict):
        value = value.get("styles", value)  # a name has nothing else to compare
        return "\n".join(_plain(inner, f"{path}.{key}" if path else str(key)) for key, inner in value.items())
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        return "\n".join(_plain(one, path) for one in value)
    text = joined([str(one) for one in value] if isinstance(value, list) else str(value))
    return f"{path}: {text}" if path else text


def _shown(value: Any, say: dict[str, str]) -> str:
    if value is None:
        return f'<p class="none">{say["none"]}</p>'
    return f"<p>{html.escape(_plain(value))}</p>"


def _changes(before: str, now: str) -> Iterator[str]:
    """Yield a text word by word, with what went and what came marked."""
    old, new = (re.findall(r"\s+|[^\s]+", text) for text in (before, now))
    for kind, i, j, k, n in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = (html.escape("".join(part)) for part in (old[i:j], new[k:n]))
        if kind == "equal":
            yield gone
        else:
            yield f"<del>{gone}</del>" if gone else ""
            yield f"<ins>{come}</ins>" if come else ""

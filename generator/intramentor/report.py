"""Print problems: as text with the line and a caret, as JSON, as CI annotations."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from intramentor.problems import Problem
from intramentor.problems.words import severity

FORMATS = ("text", "json", "github")
WIDTH = 100
_IN_DATA, _IN_PROPERTY = "%\r\n", "%\r\n:,"


def report(
    problems: Iterable[Problem], sources: Mapping[str, str], form: str, lang: str
) -> str:
    """Return the problems as `form` (text, json, github) in a language, in their order."""
    found = list(problems)
    if form == "json":
        return json.dumps([_row(p, lang) for p in found], ensure_ascii=False, indent=2)
    if form == "github":
        return "\n".join(_annotation(p, lang) for p in found)
    return "\n".join(_block(p, sources, lang) for p in found)


def counts(problems: Iterable[Problem], lang: str) -> str:
    """Return one line that counts errors and warnings."""
    kinds = [problem.severity for problem in problems]
    errors, warnings = kinds.count("error"), kinds.count("warning")
    if lang == "pl":
        return f"błędy: {errors}, ostrzeżenia: {warnings}"
    return f"errors: {errors}, warnings: {warnings}"


def _row(problem: Problem, lang: str) -> dict[str, object]:
    where = problem.where
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "trail": problem.trail(lang),
        "message": problem.message(lang),
        "hint": problem.hint(lang),
    }


def _block(problem: Problem, sources: Mapping[str, str], lang: str) -> str:
    where = problem.where
    kind = severity(problem.severity, lang)
    lines = [f"{where.file}:{where.line}:{where.column}: {kind}: {problem.message(lang)} [{problem.code}]"]
    if trail := problem.trail(lang):
        lines.append(f"    {trail}")
    lines += _excerpt(problem, sources)
    if hint := problem.hint(lang):
        lines.append(f"  → {hint}")
    return "\n".join(lines) + "\n"


def _excerpt(problem: Problem, sources: Mapping[str, str]) -> list[str]:
    """Return the source line and a caret below the column, cut to a readable width."""
    where = problem.where
    lines = sources.get(where.file, "").split("\n")
    if where.line > len(lines) or not lines[where.line - 1].strip():
        return []
    line, column = lines[where.line - 1].replace("\t", " "), where.column - 1
    start = max(0, column - WIDTH // 2)
    shown = line[start : start + WIDTH]
    number = f"{where.line:>6} | "
    return [number + shown, " " * (len(number) + column - start) + "^"]


def _annotation(problem: Problem, lang: str) -> str:
    where = problem.where
    text = f"{problem.message(lang)}. {problem.hint(lang)}"
    place = f"file={_escaped(where.file, _IN_PROPERTY)},line={where.line},col={where.column}"
    return f"::{problem.severity} {place},title={problem.code}::{_escaped(text, _IN_DATA)}"


def notice(title: str, text: str, file: str, line: int) -> str:
    """Return a CI's annotation of something that is no problem; without a place if `file` is empty."""
    place = f"file={_escaped(file, _IN_PROPERTY)},line={line}," if file else ""
    return f"::notice {place}title={title}::{_escaped(text, _IN_DATA)}"


def _escaped(text: str, signs: str) -> str:
    """Return a text as it may stand in a workflow command."""
    return "".join(f"%{ord(c):02X}" if c in signs else c for c in text)

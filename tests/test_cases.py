"""Every case file gives exactly the problems that stand beside its lines, in every form."""

import json
import os
import re
import tempfile
import time
from pathlib import Path

import pytest

from cases.reader import Case, Expected, project
from intramentor.engine import build_site
from intramentor.pages import render
from intramentor.problems import CATALOGUE, HandbookError, Problem
from intramentor.project import judge, open_project
from intramentor.report import FORMATS, counts, report

HERE = Path(__file__).with_name("cases")
INVALID = sorted((HERE / "invalid").iterdir())
VALID = sorted((HERE / "valid").iterdir())
# Shown by tests of their own, here or with finished sites, fonts, new repositories, kits and translators' files.
ELSEWHERE = {
    "engine", "no-edition", "edition-twice", "no-plan", "not-ours", "leak", "pack-word", "font-letters", "folder-not-empty",
    "po-unreadable", "po-header", "po-unknown", "po-outdated", "po-list", "po-line", "po-differs", "layer-elsewhere",
    "no-such-unit", "nothing-to-print",
}


def verdict(root: Path) -> tuple[tuple[Problem, ...], dict[str, str]]:
    try:
        project = open_project(root)
        return tuple(judge(project)), project.library.sources
    except HandbookError as error:
        return error.problems, {}


def surprises(found: tuple[Problem, ...], expected: list[Expected]) -> list[str]:
    """Return what was found and not expected, and what was expected and not found."""
    left, missed = list(found), []
    for want in sorted(expected, key=lambda e: e.column is None):
        hit = next((p for p in left if matches(p, want)), None)
        left.remove(hit) if hit else missed.append(want)
    shown = [f"found {p.code} {p.where.file}:{p.where.line}:{p.where.column} {p.facts}" for p in left]
    return [*shown, *(f"missing {want}" for want in missed)]


def matches(found: Problem, want: Expected) -> bool:
    place = (found.code, found.where.file, found.where.line)
    return (
        place == (want.code, want.file, want.line)
        and want.column in (None, found.where.column)
        and (want.guess is None or f"`{want.guess}`?" in found.hint("en"))
    )


def printable(problems: tuple[Problem, ...], sources: dict[str, str]) -> None:
    for lang in ("en", "pl"):
        for form in FORMATS:
            text = report(problems, sources, form, lang)
            text.encode()
            assert form != "json" or len(json.loads(text)) == len(problems)
        for problem in problems:
            said = problem.message(lang) + problem.hint(lang)
            assert not re.search(r"\{\w+\}|None|Traceback", said) or "{" in str(problem.facts), said
        counts(problems, lang)


def test_the_base_project_has_no_problem(base):
    assert verdict(base)[0] == ()


@pytest.mark.parametrize("path", INVALID, ids=lambda p: p.stem)
def test_invalid(path, base):
    expected = Case.read(path).lay_over(base)
    found, sources = verdict(base)
    assert surprises(found, expected) == []
    assert expected
    printable(found, sources)


@pytest.mark.parametrize("path", VALID, ids=lambda p: p.stem)
def test_valid(path, base):
    assert Case.read(path).lay_over(base) == []
    assert surprises(verdict(base)[0], []) == []
    project = open_project(base)
    for edition in project.library.editions:
        for handbook in project.handbooks(edition):
            render(handbook)


def test_every_code_has_a_case():
    shown = {code for path in INVALID for code in in_case(path)}
    assert set(CATALOGUE) - shown == ELSEWHERE


def in_case(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [code for code in CATALOGUE if re.search(rf"#! (.* )?{code}(?![\w-])", text)]


def test_an_unknown_edition_is_a_problem_with_a_suggestion(base):
    with pytest.raises(HandbookError) as caught:
        open_project(base).edition("acmee")
    assert [p.code for p in caught.value.problems] == ["no-edition"]
    assert "`acme`" in caught.value.problems[0].hint()
    printable(caught.value.problems, {})


def test_what_the_engine_objects_to_is_a_problem(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("[nowhere](missing.md)\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    with pytest.raises(HandbookError) as caught:
        build_site(tmp_path, tmp_path / "site")
    assert {p.code for p in caught.value.problems} == {"engine"}
    printable(caught.value.problems, {})


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_every_code_says_it_in_english_and_polish(code):
    entry = CATALOGUE[code]
    names = [set(re.findall(r"(?<!\{)\{(\w+)\}", s.message)) for s in (entry.en, entry.pl)]
    assert names[0] == names[1]
    assert entry.en.message != entry.pl.message
    assert entry.severity in ("error", "warning")


def test_a_file_of_twenty_megabytes_is_refused_unread(base):
    path = base / "modules" / "en" / "worksheets" / "big.yml"
    with path.open("wb") as file:
        file.truncate(20_000_000)
    found, sources = verdict(base)
    assert [(p.code, p.where.file) for p in found] == [("file-too-large", "modules/en/worksheets/big.yml")]
    printable(found, sources)


def test_problems_of_a_name_that_is_no_text_can_be_printed(base):
    folder = bytes(base / "modules" / "en" / "worksheets")
    Path(folder.decode() + "/\udcff.yml").write_text("id: [\n", encoding="utf-8")
    found, sources = verdict(base)
    assert [p.code for p in found] == ["yaml-syntax"]
    printable(found, sources)


def test_no_project_at_all(tmp_path):
    found, _ = verdict(tmp_path / "nowhere")
    assert [p.code for p in found] == ["no-curriculum"]


HEAD = "id: big\nkind: worksheet\ntitle: T\nsummary: S\naudience:\n  - mentee\nminutes: 1\nscope: session\nseen_by: N\n"
PAGE = "---\nid: big\nkind: page\ntitle: T\nsummary: S\n---\n"
BULK = {
    "equal ids": (HEAD + "fields:\n", "  - id: a\n"),
    "ids": (HEAD + "fields:\n", "  - id: x{n}\n    type: short\n"),
    "empty values": (HEAD + "fields:\n", "  - id:\n"),
    "unknown keys": (HEAD, "k{n}: 1\n"),
    "equal keys": (HEAD, "k: 1\n"),
    "wrong items": (HEAD + "fields:\n", "  - 1\n"),
    "unknown references": (HEAD + "sources:\n", "  - s{n}\n"),
    "citations": (HEAD + "introduction: |-\n", "  [@a{n}] "),
    "half citations": (PAGE, "[@"),
    "links": (PAGE, "[a](id:x{n}) "),
    "half links": (PAGE, "](id:"),
    "brackets": (PAGE, "[[\n"),
    "angles": (PAGE, "<a "),
    "open angles": (PAGE, "<"),
    "ticks": (PAGE, "`"),
    "braces": (PAGE, "{{a}}"),
    "names": (PAGE, "${{a{n}}} "),
    "half names": (PAGE, "${{"),
    "rules": (PAGE, "- "),
    "signs": (PAGE, "!"),
    "claims": (PAGE, "Millennials are “old, because they are old. A mentor is too old to "),
    "questions": (PAGE, "“Millennials are\n\n\n?"),
    "headings": (PAGE, "## T {{#h{n}}}\n"),
    "quotes": (HEAD + 'introduction: "', '\\"'),
    "flow": (HEAD + "fields: [", "{{id: a}}, "),
    "commas": (HEAD + "fields: [", ","),
    "colons": (HEAD, "a: b: "),
    "comments": (HEAD, "# a\n"),
    "dashes": (HEAD + "fields:\n  ", "- "),
}


@pytest.mark.parametrize("name", BULK)
def test_a_file_of_nothing_but_faults_ends_in_problems_soon(name, base):
    head, part = BULK[name]
    suffix = "md" if head == PAGE else "yml"
    folder = base / ("content/en/about" if suffix == "md" else "modules/en/worksheets")
    pieces, size = [head], len(head)
    for n in range(100_000):
        pieces.append(part.format(n=n))
        size += len(pieces[-1])
        if size > 60_000:
            break
    (folder / f"big.{suffix}").write_text("".join(pieces), encoding="utf-8")
    started = time.process_time()
    found, sources = verdict(base)
    assert found or name in ("brackets", "open angles", "headings", "signs", "questions")
    assert len(found) <= 501 or name in ("names", "half names")
    printable(found[:200], sources)
    assert time.process_time() - started < 15


@pytest.mark.parametrize("folder", ["modules/en", "modules/en/lessons", "content/en/about", "editions", "editions/acme"])
def test_folders_and_files_that_may_not_be_read_are_problems(folder):
    with tempfile.TemporaryDirectory() as outer:
        Path(outer).chmod(0o755)
        root = project(Path(outer) / "project")
        (root / folder).chmod(0)
        (root / "modules" / "sources.yml").chmod(0)
        before = os.geteuid()
        if before == 0:  # root may read everything: be nobody for a while
            os.seteuid(65534)
        try:
            found, sources = verdict(root)
        finally:
            os.seteuid(before)
            (root / folder).chmod(0o755)
        unreadable = {p.where.file for p in found if p.code == "file-unreadable"}
        assert "modules/sources.yml" in unreadable
        assert any(name.startswith(folder) for name in unreadable)
        printable(found, sources)

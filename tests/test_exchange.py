"""Translations out as PO and in again: what comes back, what is refused, what stays as it is."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intramentor.exchange import export, items, read, receive, status_page, write
from intramentor.exchange.edit import edited
from intramentor.exchange.items import joined, parted
from intramentor.layers import status
from intramentor.layers.status import STATES
from intramentor.load import plain
from intramentor.load.marks import parse
from intramentor.load.nodes import find
from intramentor.problems import HandbookError, Problems
from intramentor.project import open_project
from layering import EDITION_PL, PACK_PL, PATCH, TRANSLATION, accept_ids, edition, states
from projects import small
from test_commands import run

ROOT = Path(__file__).parents[1]
BASE = ROOT / "tests" / "cases" / "base"
KEY = "first-guide.title"


def exported(root, name="handbook", lang="en", language="pl"):
    project = open_project(root)
    return export(project.library, project.stacks[name], language, lang, "1", apart=False)[""]


def imported(root, text):
    """Import a PO file; return its problems as (code, line) and what was skipped."""
    path = root.parent / "texts.po"
    path.write_text(text, encoding="utf-8")
    project, problems = open_project(root), Problems()
    exchange = read(path, "texts.po", project.stacks, problems)
    if exchange is None:
        return problems, [], {}
    received = receive(project.library, project.stacks[exchange.edition], exchange, "texts.po", problems)
    done = write(project.library, received)
    return problems, [address for _, address in received.skipped], done.files


def entry(text, address):
    """Return the part of a PO file that holds an address, and the line of its msgid."""
    block = next(b for b in text.split("\n\n") if f'msgctxt "{address}"\n' in b)
    before = text[: text.index(block)] + block[: block.index("\nmsgid") + 1]
    return block, before.count("\n") + 1


def translated(text, address, new, fuzzy=False):
    """Return a PO file with another translation at an address."""
    block, _ = entry(text, address)
    quoted = '"' + new.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    made = re.sub(r"\nmsgstr .*", lambda _: f"\nmsgstr {quoted}", block, flags=re.DOTALL)
    made = re.sub(r"#, fuzzy\n", "", made)
    return text.replace(block, "#, fuzzy\n" + made if fuzzy else made)


def contents(root):
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.fixture
def root(tmp_path):
    made = small(tmp_path / "project", **{PACK_PL: TRANSLATION})
    accept_ids(made, "handbook", "first-guide")
    return made


def test_the_pack_s_own_translations_go_out_and_in_and_nothing_changes(tmp_path):
    for folder in ("modules", "content"):
        shutil.copytree(ROOT / folder, tmp_path / "p" / folder)
    before = contents(tmp_path / "p")
    text = exported(tmp_path / "p")
    assert text.count("\nmsgctxt ") > 3000
    assert imported(tmp_path / "p", text)[0] == []
    assert contents(tmp_path / "p") == before
    assert exported(tmp_path / "p") == text


def test_gettext_s_own_tools_read_the_files(root, tmp_path):
    (tmp_path / "out.po").write_text(exported(root), encoding="utf-8")
    done = subprocess.run(
        ["msgfmt", "--check-format", "-o", "/dev/null", tmp_path / "out.po"], capture_output=True, text=True, check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_an_export_says_what_a_translator_must_know(root):
    block, _ = entry(exported(root), "first-guide.parts.week.steps.ask.text")
    assert "#. Unit: First guide (guide)" in block
    assert "#. Field: " in block
    assert "#. For participants too." in block
    assert "#. Name ${sponsor}: patronka" in block
    assert "#: modules/en/guides/first-guide.yml:" in block
    polish, _ = entry(exported(root, lang="pl"), "first-guide.parts.week.steps.ask.text")
    assert "#. Jednostka: First guide (poradnik)" in polish
    assert "#. Nazwa ${sponsor}: patronka" in polish


def test_what_nobody_accepted_goes_out_fuzzy_and_does_not_come_in_as_accepted(tmp_path):
    root = small(tmp_path / "project", **{PACK_PL: TRANSLATION})
    text = exported(root)
    assert entry(text, KEY)[0].count("#, fuzzy") == 1
    assert "fuzzy" not in entry(text, "first-guide.when")[0]
    assert KEY in imported(root, text)[1]
    assert states(root, "handbook")["pl", KEY] == "unrecorded"
    imported(root, translated(text, KEY, "Pierwszy poradnik"))
    assert states(root, "handbook")["pl", KEY] == "ok"


def test_a_stale_text_goes_out_fuzzy_with_what_it_was_made_from(root):
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "First")
    source = root / "modules/en/guides/first-guide.yml"
    source.write_text(source.read_text(encoding="utf-8").replace("title: First guide", "title: Guide one"), encoding="utf-8")
    block, _ = entry(exported(root), KEY)
    assert '#| msgid "First guide"' in block
    assert "#, fuzzy" in block
    shutil.rmtree(root / ".git")
    assert "#|" not in entry(exported(root), KEY)[0]


def git(root, *command):
    who = ["-c", "user.name=T", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *who, *command], cwd=root, check=True, capture_output=True)


def test_new_texts_stand_in_the_order_of_the_source_and_comments_stay(root):
    path = root / PACK_PL
    path.write_text(
        "# Head\nid: first-guide\ntitle: Pierwszy poradnik  # beside\n# above the parts\nparts:\n  - id: week\n"
        "    steps:\n      - id: ask  # the first\n        title: Zapytaj\n\n# end\n", encoding="utf-8",
    )
    text = exported(root)
    long = "Słowo za słowem, aż wiersz będzie dłuższy, niż się w pliku mieści. " * 3 + "Koniec."
    for address, new in {
        "title": "Poradnik: pierwszy", "summary": long, "when": "no", "owner": "${Organiser}",
        "parts.week.title": "Tydzień", "parts.week.steps.ask.text": "Zapytaj: ${sponsor} wie.\n\n- raz\n- dwa",
        "done_when": "- Jest data.\n- Są dwa wiersze.",
    }.items():
        text = translated(text, f"first-guide.{address}", new)
    problems, _, files = imported(root, text)
    assert ([p.code for p in problems], files) == (["po-differs"], {PACK_PL: 7})
    made = path.read_text(encoding="utf-8")
    assert re.findall(r"# .*", made) == ["# Head", "# beside", "# above the parts", "# the first", "# end"]
    order = re.findall(r"^ *(?:- )?([a-z_]+):", made, re.MULTILINE)
    assert order == ["id", "title", "summary", "owner", "when", "parts", "id", "title", "steps", "id", "title", "text", "done_when"]
    node = parse(made, PACK_PL, "pl", Problems())
    assert plain(find(node, ("when",))) == "no"
    assert plain(find(node, ("summary",))) == long
    assert plain(find(node, ("done_when",))) == ["Jest data.", "Są dwa wiersze."]
    assert max(len(line) for line in made.split("\n")) <= 110


@pytest.mark.parametrize(("address", "new", "code"), [
    ("title", "Dwa\nwiersze", "po-line"),
    ("title", "Znak \u0007", "character"),
    ("done_when", "bez kreski", "po-list"),
    ("done_when", "- \n- Jest data.", "po-list"),
])
def test_what_is_wrong_is_left_out_and_shown_at_its_line(root, address, new, code):
    before = contents(root)
    text = translated(exported(root), f"first-guide.{address}", new)
    problems, _, files = imported(root, text)
    line = entry(text, f"first-guide.{address}")[1]
    assert [(p.code, p.where.line) for p in problems] == [(code, line)]
    assert (files, contents(root)) == ({}, before)


@pytest.mark.parametrize(("new", "what", "lost"), [
    ("Pokazuje, jak to zrobić.", "name", "organiser"),
    ("Pokazuje ${organiser.dat} [tutaj](id:elsewhere), jak to zrobić.", "link", "–"),
    ("Pokazuje ${organiser.dat}, jak to zrobić [@kto-2020].", "source", "–"),
])
def test_lost_names_links_and_sources_are_told_and_wait_for_somebody_to_accept_them(root, new, what, lost):
    address = "first-guide.summary"
    (problem,), _, files = imported(root, translated(exported(root), address, new))
    assert problem.code == "po-differs"
    assert {("what", what), ("lost", lost)} <= set(problem.facts)
    assert files == {PACK_PL: 1}
    assert states(root, "handbook")["pl", address] == "unrecorded"
    accept_ids(root, "handbook", address)
    imported(root, translated(exported(root), address, new.replace("jak", "jak to")))
    assert states(root, "handbook")["pl", address] == "unrecorded"


def test_addresses_and_sources_that_are_not_ours_any_more_are_located_problems(root):
    text = translated(exported(root), KEY, "Nowy")
    for old, new, code in (
        (f'msgctxt "{KEY}"', 'msgctxt "first-guide.titel"', "po-unknown"), ('msgid "First guide"', 'msgid "Old guide"', "po-outdated"),
    ):
        before = contents(root)
        changed = text.replace(old, new)
        (problem,), _, _ = imported(root, changed)
        line = changed[: changed.index(new if "msgid" in new else 'msgid "First guide"')].count("\n") + 1
        assert (problem.code, problem.where.line) == (code, line)
        assert contents(root) == before


@pytest.mark.parametrize(("text", "code"), [
    ("\udcff", "po-unreadable"), ("wrong\n", "po-unreadable"),
    ('msgid "a"\nmsgstr "b"\n', "po-header"),
    ('msgid ""\nmsgstr "Project-Id-Version: other 1\\nLanguage: pl\\n"\n', "po-header"),
])
def test_what_is_no_po_file_of_ours_is_a_problem(root, text, code):
    path = root.parent / "texts.po"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    problems = Problems()
    assert read(path, "texts.po", open_project(root).stacks, problems) is None
    assert [p.code for p in problems] == [code]


def test_an_edition_s_own_texts_go_out_and_come_in(tmp_path):
    files = {PATCH: "id: first-guide\nwhen: In spring\n", PACK_PL: TRANSLATION}
    root = edition(tmp_path / "project", **files)
    text = exported(root, "acme")
    assert re.findall(r'msgctxt "(.*)"', text) == ["first-guide.when"]
    imported(root, translated(text, "first-guide.when", "Wiosną"))
    assert (root / EDITION_PL).read_text(encoding="utf-8") == "id: first-guide\nwhen: Wiosną\n"
    assert states(root, "acme")["pl", "first-guide.when"] == "ok"
    assert imported(root, exported(root, "acme"))[2] == {}


def test_a_page_of_prose_keeps_its_head_and_gets_its_body(tmp_path):
    root = shutil.copytree(BASE, tmp_path / "project")
    text = exported(root)
    address = next(a for a in re.findall(r'msgctxt "(.*\.body)"', text) if a.startswith("the-idea"))
    page = root / "content/pl/about/the-idea.md"
    head = page.read_text(encoding="utf-8").partition("\n---\n")[0]
    imported(root, translated(text, address, "Pierwszy akapit.\n\nDrugi.\n"))
    assert page.read_text(encoding="utf-8") == f"{head}\n---\n\nPierwszy akapit.\n\nDrugi.\n"
    page.unlink()
    imported(root, translated(text, "the-idea.title", "Pomysł"))
    assert page.read_text(encoding="utf-8") == "---\nid: the-idea\ntitle: Pomysł\n---\n"


def test_the_installed_pack_is_not_written_to(tmp_path):
    root = tmp_path / "company"
    (root / "editions/acme").mkdir(parents=True)
    (root / "editions/acme/edition.yml").write_text("id: acme\nlanguages:\n  - pl\n", encoding="utf-8")
    before = contents(root)
    text = exported(root)
    address = re.findall(r'msgctxt "(.*)"', text)[0]
    with pytest.raises(HandbookError) as caught:
        imported(root, translated(text, address, "Inaczej"))
    assert [p.code for p in caught.value.problems] == ["layer-elsewhere"]
    assert contents(root) == before
    # A lock in a company's `modules/` would make its repository look like a pack.
    unit = address.split(".")[0]
    assert run("accept", unit, "--edition", "handbook", cwd=root).returncode == 1
    assert "[layer-elsewhere]" in run("accept", unit, "--edition", "handbook", cwd=root).stdout
    run("accept", unit, cwd=root)
    assert contents(root) == before


LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"), min_size=1)
TEXT = st.lists(LINE | st.sampled_from(["", "- a", "# b", "  c", "d: e", "'", '"', "[x", "${m}", "12:30", "no", "1"]), min_size=1).map("\n".join)


@settings(derandomize=True, deadline=None, max_examples=120, database=None)
@given(st.lists(TEXT.filter(str.strip), min_size=1))
def test_a_list_as_one_text_comes_back_as_it_was(value):
    assert parted(joined(value), value) == value


SOURCE = parse("id: x\ntitle: a\nparts:\n  - id: one\n    text: a\n  - id: two\n    text: b\nsteps:\n  - s\n", "", "en", Problems())
OLD = (
    "# c0\nid: x\nparts:\n  # c1\n  - id: two\n    text: |-\n      old\n      text\n  # c2\nsteps:\n  - one\n"
    '  - >-\n    two\n    lines\n  # c3\n  - "three"\n# c4\n'
)
PATHS = [("title",), ("parts", "one", "text"), ("parts", "two", "text")]


@settings(derandomize=True, deadline=None, max_examples=120, database=None)
@given(st.dictionaries(st.sampled_from(PATHS), TEXT, min_size=1), st.none() | st.lists(TEXT, min_size=1))
def test_any_text_stands_in_the_file_as_it_was_put_in(texts, steps):
    put = {**texts, **({("steps",): steps} if steps else {})}
    made = edited(OLD, SOURCE, put, page=False)
    problems = Problems()
    node = parse(made, "x.yml", "pl", problems)
    assert problems == []
    assert {path: plain(find(node, path)) for path in put} == put
    for name in ("c0", "c1", "c2", "c4"):
        assert re.search(rf"# {name}$", made, re.MULTILINE), made
    assert edited(made, SOURCE, put, page=False) == made


@pytest.mark.parametrize(("lang", "words"), [("en", "Nobody has said yet"), ("pl", "Nikt jeszcze nie potwierdził")])
def test_the_status_page_shows_both_texts_and_what_changed(lang, words, root):
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "First")
    path = root / "modules/en/guides/first-guide.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: First guide", "title: First <b>step</b>"), encoding="utf-8")
    (root / PACK_PL).write_text((root / PACK_PL).read_text(encoding="utf-8") + "when: Wiosną\n", encoding="utf-8")
    project = open_project(root)
    entries = status(project.library, project.stacks["handbook"])
    page = status_page(project.library, project.stacks, entries, lang, {state: state for state in STATES})
    assert words in page
    assert "First <del>guide</del><ins>&lt;b&gt;step&lt;/b&gt;</ins>" in page
    assert '<div lang="en"><p>Before the launch</p></div>' in page
    assert '<div lang="pl"><p>Wiosną</p></div>' in page
    assert not re.search(r"https?://|<script|style=", page)


def test_entries_hold_both_texts(root):
    project = open_project(root)
    entries = {e.path: e for e in status(project.library, project.stacks["handbook"])}
    assert (entries[KEY].source, entries[KEY].own) == ("First guide", "Pierwszy poradnik")
    assert (entries["first-guide.done_when"].source, entries["first-guide.done_when"].own) == (["There is a date."], None)
    assert len(items(project.library, project.stacks["handbook"], "pl")) > 5

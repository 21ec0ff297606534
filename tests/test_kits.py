"""Kits: papers to print and to fill in, slides, and nothing in them that is not for their reader."""

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pptx
import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from cases.reader import project as base_project
from intramentor import printing
from intramentor.build import build_edition
from intramentor.finish import prove, secret
from intramentor.kits import Options
from intramentor.kits.materials import materials
from intramentor.kits.run import run
from intramentor.model.base import Text
from intramentor.model.training import Activity, Duration, Objective, Training
from intramentor.plan import clock
from intramentor.problems import HandbookError
from intramentor.project import open_project
from projects import write

ROOT = Path(__file__).parents[1]
NOTES = {
    "say": "Nobody has to read aloud what stands on their own sheet today.",
    "watch_for": "Two people who whisper while all the others still write.",
    "if_short_of_time": "Give them ten minutes, then go on to the questions at once.",
}
EVERY_FIELD = """
    id: every-field
    kind: worksheet
    title: Every field
    summary: One of each.
    audience:
      - mentee
    minutes: 10
    scope: programme
    seen_by: Nobody
    signed: true
    fields:
      - {id: short, type: short, label: A line, help: Write it}
      - {id: long, type: long, label: More, help: Write more}
      - {id: day, type: date, label: A day, help: When}
      - id: one
        type: choice
        label: One of two
        help: Choose
        options:
          - {id: left, text: Left}
          - {id: right, text: Right}
      - id: some
        type: checklist
        label: Some of two
        help: Tick
        options:
          - {id: up, text: Up}
          - {id: down, text: Down}
      - {id: sure, type: scale, label: How sure, help: Be honest, min: 1, max: 3, min_label: not, max_label: very}
      - id: rows
        type: rows
        label: A table
        help: Fill it
        rows: 2
        columns:
          - {id: cue, label: Cue}
          - {id: act, label: Act}
"""
EVERY_FIELD = re.sub(
    r"^( *)- \{(.*)\}$",
    lambda found: found[1] + "- " + f"\n{found[1]}  ".join(found[2].split(", ")),
    EVERY_FIELD, flags=re.MULTILINE,
)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    folder = base_project(tmp_path_factory.mktemp("kits") / "project")
    write(folder, {"modules/en/worksheets/every-field.yml": EVERY_FIELD})
    workshop = folder / "modules/en/lessons/routines-together.yml"
    notes = "".join(f"      {name}: {text}\n" for name, text in NOTES.items())
    used = "    worksheets:\n      - every-field\n    facilitator:\n" + notes
    text = workshop.read_text(encoding="utf-8")
    workshop.write_text(text.replace("key_points:\n", used + "key_points:\n"), encoding="utf-8")
    return folder


def kit(root, out, name, cache, said=lambda *_: None, **options):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache))
        return printing.print_kit(open_project(root), ROOT, "handbook", name, out, (), Options(**options), said)


@pytest.fixture(scope="module")
def kits(root, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    for name in ("routines-together", "first-meeting", "half-day"):
        kit(root, out, name, out / "cache", group=13)
    return out


@pytest.fixture(scope="module")
def workshop(kits):
    return kits / "routines-together" / "en"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("routines-together", {
            "facilitator/routines-together-guide.pdf", "facilitator/routines-together-slides.pptx",
            "facilitator/routines-together-materials.pdf", "facilitator/routines-together-materials.docx",
            "participants/every-field.pdf", "participants/every-field.docx",
            "participants/routines-together-workbook-mentor.pdf",
            "participants/routines-together-workbook-mentee.pdf",
        }),
        ("first-meeting", {
            *(f"participants/{one}.{form}" for one in (
                "goal-sheet", "session-log", "first-meeting-mentor", "first-meeting-mentee") for form in ("pdf", "docx")),
            "participants/first-meeting-workbook-mentor.pdf", "participants/first-meeting-workbook-mentee.pdf",
        }),
    ],
)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_a_kit_has_everything_for_its_unit(kits, name, expected, language):
    folder = kits / name / language
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")} == expected


def papers(kits, suffix):
    return sorted(kits.glob(f"*/*/*/*{suffix}"))


def test_each_pdf_is_whole_tagged_and_named(kits):
    for path in papers(kits, ".pdf"):
        assert subprocess.run(["qpdf", "--check", path], capture_output=True).returncode == 0, path
        reader = PdfReader(path)
        catalogue = reader.trailer["/Root"]
        assert catalogue["/MarkInfo"]["/Marked"], path
        assert catalogue["/Lang"] == path.parents[1].name, path
        assert reader.metadata.title, path
        assert reader.outline, path
        assert not [one for one in parts(catalogue["/StructTreeRoot"]) if one.get("/S") == "/Figure" and "/Alt" not in one], path
        embedded = {font for page in reader.pages for font in page["/Resources"]["/Font"].values()}
        families = {str(font.get_object().get("/BaseFont", "")) for font in embedded}
        assert not [name for name in families if "DejaVu" in name], path


def parts(node):
    """Yield the parts of a tagged document's structure."""
    node = node.get_object()
    if isinstance(node, list):
        for kid in node:
            yield from parts(kid)
    elif isinstance(node, dict):
        yield node
        if "/K" in node:
            yield from parts(node["/K"])


def fields(path):
    """Return name and spoken name of every field, and those of each choice's answers."""
    found = {}
    for annotation in (a for page in PdfReader(path).pages for a in page.get("/Annots", ())):
        field = annotation.get_object()
        if field.get("/Subtype") != "/Widget":
            continue
        parent = field["/Parent"].get_object() if "/Parent" in field else field
        found.setdefault(str(parent["/T"]), [str(parent["/TU"])]).append(str(field["/TU"]))
    return {name: (spoken[0], spoken[1:]) for name, spoken in found.items()}


def test_each_field_of_a_worksheet_can_be_filled_in_and_is_read_aloud(workshop):
    found = fields(workshop / "participants" / "every-field.pdf")
    assert {name.removeprefix("every-field_"): spoken for name, (spoken, _) in found.items()} == {
        "short": "A line", "long": "More", "day": "A day", "one": "One of two",
        "some_up": "Some of two: Up", "some_down": "Some of two: Down", "sure": "How sure",
        "rows_1_cue": "A table: Cue, row 1", "rows_1_act": "A table: Act, row 1",
        "rows_2_cue": "A table: Cue, row 2", "rows_2_act": "A table: Act, row 2",
        "signature_mentor": "Signature, date: mentor", "signature_mentee": "Signature, date: mentee",
    }
    assert found["every-field_one"][1] == ["One of two: Left", "One of two: Right"]
    assert found["every-field_sure"][1] == ["How sure: 1", "How sure: 2", "How sure: 3"]


def command(cache, *arguments):
    """Run the command line in a process of its own, in which sets and maps are in another order."""
    code = "import sys; from intramentor.cli import main; main()"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "XDG_CACHE_HOME": str(cache)}
    return subprocess.run([sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, env=environment)


def test_equal_input_gives_equal_bytes(root, kits, tmp_path):
    done = command(tmp_path / "empty", "kit", "routines-together", "--root", root, "--out", tmp_path, "--group", "13")
    assert done.returncode == 0, done.stderr
    files = [path for path in (kits / "routines-together").rglob("*.*") if path.is_file()]
    assert len(files) == 24
    for path in files:
        other = tmp_path / path.relative_to(kits)
        assert other.read_bytes() == path.read_bytes(), path.name


def test_a_time_that_is_none_is_wrong_usage(root, tmp_path):
    done = command(tmp_path, "--lang", "pl", "kit", "routines-together", "--root", root, "--start", "25:00")
    assert done.returncode == 2
    assert "25:00" in done.stderr


def test_only_what_changed_is_made_again(root, kits, tmp_path):
    changed = tmp_path / "project"
    shutil.copytree(root, changed)
    sheet = changed / "modules/en/worksheets/every-field.yml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("title: Every field", "title: All of it"), encoding="utf-8")
    made = []
    kit(changed, tmp_path / "out", "routines-together", kits / "cache", lambda *step: made.append(step[2]), group=13)
    names = set(made)
    assert "every-field.pdf" in names
    assert "routines-together-slides.pptx" not in names


def test_facilitators_have_their_texts_and_participants_do_not(kits, workshop):
    """Not a claim about the proof: a plain look for plain marks."""
    guide = " ".join(page.extract_text() for page in PdfReader(workshop / "facilitator/routines-together-guide.pdf").pages)
    assert NOTES["say"] in guide.replace("\n", " ")
    assert NOTES["say"] in notes_of(workshop)
    for path in kits.glob("*/*/participants/*.*"):
        raw = path.read_bytes()
        text = " ".join(page.extract_text() for page in PdfReader(path).pages) if path.suffix == ".pdf" else words(raw)
        assert "read aloud what stands" not in text.replace("\n", " "), path
        assert "whisper" not in text, path


def words(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        return " ".join(re.sub(r"<[^>]*>", "", file.read(n).decode()) for n in file.namelist() if n.endswith(".xml"))


@pytest.mark.parametrize("name", ["routines-together-guide.pdf", "routines-together-slides.pptx"])
def test_the_proof_opens_every_kind_of_file(root, workshop, tmp_path, name):
    book = next(iter(open_project(root).handbooks("handbook", ("facilitator",))))
    hidden = secret(book)
    assert hidden
    prove(workshop / "participants", hidden)
    shutil.copy(workshop / "facilitator" / name, tmp_path)
    with pytest.raises(HandbookError) as found:
        prove(tmp_path, hidden)
    assert {p.code for p in found.value.problems} == {"leak"}


def test_the_proof_opens_documents_and_calendars(tmp_path):
    hidden = {"nobody has to read aloud what stands"}
    document = docx.Document()
    document.add_paragraph("Nobody has ").add_run("to read aloud").bold = True
    document.paragraphs[0].add_run(" what stands on it.")
    document.save(tmp_path / "a.docx")
    (tmp_path / "b.ics").write_bytes(b"DESCRIPTION:Nobody has to re\r\n ad aloud what stands\\, today\r\n")
    with pytest.raises(HandbookError) as found:
        prove(tmp_path, hidden)
    assert {p.where.file for p in found.value.problems} == {"a.docx", "b.ics"}


def notes_of(folder):
    deck = pptx.Presentation(folder / "facilitator" / "routines-together-slides.pptx")
    return "\n".join(s.notes_slide.notes_text_frame.text for s in deck.slides if s.has_notes_slide)


def test_slides_stand_on_layouts_that_can_be_restyled(workshop):
    deck = pptx.Presentation(workshop / "facilitator" / "routines-together-slides.pptx")
    layouts = [layout.name for layout in deck.slide_layouts]
    assert layouts == ["Title slide", "Section", "Agenda", "Points", "Activity", "Question"]
    assert [s.slide_layout.name for s in deck.slides] == [
        "Title slide", "Agenda", "Points", "Activity", "Question", "Points"]
    activity = deck.slides[3]
    texts = {one.placeholder_format.idx: one.text_frame.text for one in activity.placeholders}
    assert texts[0] == "Write it down"
    assert texts[14] == "30 min"
    assert 'dur="1800000"' in activity._element.xml
    assert any(shape.name == "Timer" and shape._element.nvSpPr.cNvPr.get("descr") for shape in activity.shapes)
    for slide in deck.slides:
        assert slide.shapes.title.text_frame.text


def test_documents_have_real_styles_lists_and_boxes(kits, workshop):
    document = docx.Document(workshop / "participants" / "every-field.docx")
    assert document.paragraphs[0].style.name == "Title"
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == [
        "A line", "More", "A day", "One of two", "Some of two", "How sure", "A table"]
    assert sum(p.style.name == "Writing Line" for p in document.paragraphs) == 8
    assert re.findall(r'w:alias w:val="([^"]+)"', document.element.xml)[:4] == [
        "One of two", "One of two", "Some of two: Up", "Some of two: Down"]
    table = document.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Cue", "Act"]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert 'w:lang w:val="en-GB"' in document.styles.element.xml
    session = docx.Document(kits / "first-meeting" / "en" / "participants" / "first-meeting-mentor.docx")
    assert [p.text for p in session.paragraphs if p.style.name == "List Bullet"]
    assert "What would make this hour worth it?" in [p.text for p in session.paragraphs if p.style.name == "Prompt"]
    assert "I hope to find out" not in "".join(p.text for p in session.paragraphs)


def text(value):
    return Text(value, "en")


def training(*activities):
    """Return a workshop of activities: (id, priority, minutes, method)."""
    return Training(
        id="x", kind="workshop", title=text("X"), summary=text("X"), audience=("mentor",), minutes=30,
        objectives=(Objective(id="o", text=text("o")),), key_points=(text("k"),),
        activities=tuple(
            Activity(
                id=name, title=text(name), method=method, priority=priority, serves=(), steps=(text("s"),),
                debrief=(), minutes=Duration(min=1, target=minutes, max=60),
            )
            for name, priority, minutes, method in activities
        ),
    )


def test_the_run_sheet_is_on_the_clock_and_has_one_cut_line():
    unit = training(
        ("a", "core", 25, "solo"), ("b", "low", 40, "pair"), ("c", "low", 5, "pair"), ("d", "core", 10, "triad"),
        ("e", "low", 5, "pair"))
    rows = run(unit, 12 * 60 + 30)
    assert [(clock(r.start), clock(r.end), r.cut_to) for r in rows] == [
        ("12:30", "12:55", ""), ("12:55", "13:35", ""), ("13:35", "13:40", "d"), ("13:40", "13:50", ""),
        ("13:50", "13:55", "")]


def test_people_rest_on_a_run_sheet_as_in_every_plan():
    rows = run(training(("a", "core", 60, "solo"), ("b", "core", 60, "pair")), 9 * 60)
    assert [(clock(r.start), clock(r.end), r.rest) for r in rows] == [
        ("9:00", "10:00", ""), ("10:00", "10:15", "pause"), ("10:15", "11:15", "")]


@pytest.mark.parametrize(
    ("size", "expected"),
    [(12, [("pair", 6, 0), ("triad", 4, 0)]), (13, [("pair", 6, 1), ("triad", 4, 1)]), (2, [("pair", 1, 0), ("triad", 1, 0)]),
     (5, [("pair", 2, 1), ("triad", 2, -1)]), (11, [("pair", 5, 1), ("triad", 3, 2)])],
)
def test_nobody_is_left_over_when_people_sit_down(size, expected):
    unit = training(("a", "core", 5, "pair"), ("b", "core", 5, "triad"))
    assert [(s.method, s.groups, s.larger - s.smaller) for s in materials(unit, {}, size).seatings] == expected


def test_materials_say_how_many_copies(workshop):
    document = docx.Document(workshop / "facilitator" / "routines-together-materials.docx")
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [["Sheet", "Copies"], ["Every field", "13"]]


@pytest.mark.parametrize(("name", "code"), [("routines-togther", "no-such-unit"), ("glossary", "nothing-to-print")])
def test_a_kit_that_cannot_be_is_a_problem(root, tmp_path, name, code):
    with pytest.raises(HandbookError) as found:
        kit(root, tmp_path / "out", name, tmp_path / "cache")
    assert [p.code for p in found.value.problems] == [code]
    assert not list((tmp_path / "out").glob("*"))
    if code == "no-such-unit":
        assert "`routines-together`" in found.value.problems[0].hint()
    assert found.value.problems[0].message("pl") != found.value.problems[0].message("en")


def test_a_workbook_says_where_everything_stands(kits):
    path = kits / "half-day" / "en" / "participants" / "half-day-workbook-mentee.pdf"
    reader = PdfReader(path)
    links = [a.get_object() for a in reader.pages[1].get("/Annots", ())]
    assert len([a for a in links if a["/Subtype"] == "/Link"]) >= 2
    titles = [one.title for one in reader.outline if not isinstance(one, (list, IndirectObject))]
    assert "First meeting" in titles


def test_pages_offer_what_is_there(root, kits, tmp_path):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(kits / "cache"))
        build_edition(open_project(root), ROOT, "handbook", tmp_path, lambda _: None, downloads=True)
    offered = {"handbook": set(), "handbook-facilitator": set()}
    for site, names in offered.items():
        for page in (tmp_path / site / "en").rglob("*.html"):
            for link in re.findall(r'href="([^"]*downloads/[^"]*)"', page.read_text(encoding="utf-8")):
                assert (page.parent / link).is_file(), (page, link)
                names.add(Path(link).name)
        made = {path.name for path in (tmp_path / site / "en" / "downloads").iterdir()}
        assert names == made
    runs = {f"{unit}-{what}" for unit in ("ask-well", "routines-together")
            for what in ("guide.pdf", "slides.pptx", "materials.pdf", "materials.docx")}
    assert offered["handbook-facilitator"] - offered["handbook"] == runs
    assert "first-meeting-mentee.pdf" in offered["handbook"]
    worker = (tmp_path / "handbook" / "en" / "sw.js").read_text(encoding="utf-8")
    assert "downloads/" not in worker.split("const store")[0]

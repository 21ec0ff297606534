"""The proof that no facilitator text reaches participants, and that it can fail."""

from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, DictLoader

from intramentor import build
from intramentor.finish import prove, traces
from intramentor.finish.proof import WINDOW
from intramentor.model import walk
from intramentor.model.walk import audiences
from intramentor.pages.site import environment
from intramentor.problems import HandbookError
from intramentor.project import open_project
from projects import GUIDE, small

ROOT = Path(__file__).parents[1]


def page(folder, text, name="index.html"):
    (folder / name).write_text(f"<html><body><p>{text}</p></body></html>", encoding="utf-8")
    return folder


SECRET = "Say *nothing* at all until the [observer](id:sheet) has spoken. Then ask „co widać” twice."


@pytest.mark.parametrize(
    "leaked",
    [
        "Say <em>nothing</em> at all until the <a href='../x/'>observer</a> has spoken.",
        "Before it. Say nothing  at all\nuntil the observer has spoken. After it.",
        "has spoken. Then ask „co&nbsp;widać” twice.",
    ],
)
def test_a_text_is_found_through_markup_and_spacing(tmp_path, leaked):
    with pytest.raises(HandbookError) as found:
        prove(page(tmp_path, leaked), traces([SECRET]))
    assert {p.code for p in found.value.problems} == {"leak"}


@pytest.mark.parametrize(
    "leaked",
    [
        "Wait for ten seconds!",
        "First this. <em>Wait</em> for ten seconds. Then that.",
        "Then say: wait for ten\nseconds.",
        "</p><ul><li>Wait for ten seconds</li><li>Ask</li></ul><p>",
    ],
)
def test_a_short_sentence_is_found_wherever_it_stands_whole(tmp_path, leaked):
    for secret in ("Ask. **Wait for ten seconds.** Go on.", "- Ask.\n- Wait for ten seconds\n- Go on.", "Say: wait for ten seconds."):
        with pytest.raises(HandbookError) as found:
            prove(page(tmp_path, leaked), traces([secret]))
        assert dict(found.value.problems[0].facts)["text"] == "wait for ten seconds"


def test_its_words_inside_another_sentence_are_fine(tmp_path):
    said = traces(["Wait for ten seconds.", "Ask it twice."])
    prove(page(tmp_path, "They wait for ten seconds and go. Ask it twice."), said)


def test_every_sentence_of_the_pack_s_facilitators_is_found_on_their_own_pages(built):
    """What the proof looks for can be found: short sentences in every case, as whole ones."""
    for book in open_project(ROOT).handbooks("handbook", ("facilitator",)):
        hidden = [text for piece in book.pieces for secret, text in audiences(piece.value) if secret]
        short = {trace for trace in traces(hidden) if len(trace.split()) < WINDOW}
        folder = built / "handbook-facilitator" / book.language
        shown = traces(path.read_text(encoding="utf-8") for path in folder.rglob("*.html"))
        assert len(short) > 500
        assert not short - shown


def test_it_is_found_in_the_search_index(tmp_path):
    (tmp_path / "search.json").write_text('{"text":"<p>Say <em>nothing</em> at all until the observer has spoken.</p>"}')
    with pytest.raises(HandbookError):
        prove(tmp_path, traces([SECRET]))


def test_labels_that_stand_side_by_side_are_no_sentence(tmp_path):
    said = traces(["Read the headings aloud: I can, I last did it, when, with whom."])
    prove(page(tmp_path, "<table><tr><th>I can</th><th>I last did it</th><th>when</th></tr></table>"), said)


def test_other_texts_are_fine(tmp_path):
    prove(page(tmp_path, "Say something while the observer is speaking, then ask what was there to see."), traces([SECRET]))


def test_the_facilitators_notes_of_the_pack_are_on_their_pages_and_on_no_others(built):
    """Not a claim about the proof: a plain look for plain marks of the pack."""
    for site, there in (("handbook-facilitator", True), ("handbook", False)):
        for language in ("en", "pl"):
            folder = built / site / language / "habit-workshops" / "my-routines"
            text = (folder / "index.html").read_text(encoding="utf-8")
            assert ('class="im-note"' in text) is there
            assert ('id="_run-sheet"' in text) is there


def test_a_build_that_would_leak_publishes_nothing(tmp_path, monkeypatch):
    noted = GUIDE.rstrip() + "\n    facilitator: Ask who decides on the budget before anything else.\n"
    root = small(tmp_path / "project", **{"modules/en/guides/first-guide.yml": noted})
    build.build_edition(open_project(root), ROOT, "handbook", tmp_path / "fine", lambda _: None)
    monkeypatch.setattr("intramentor.compose.handbook.rebuild", lambda value, _, change: walk.rebuild(value, "facilitator", change))
    template = (ROOT / "generator/intramentor/pages/templates/guide.md").read_text(encoding="utf-8")
    monkeypatch.setattr("intramentor.pages.site.environment", lambda: _with_guide(template.replace("facilitating and ", "")))
    with pytest.raises(HandbookError) as found:
        build.build_edition(open_project(root), ROOT, "handbook", tmp_path / "leaky", lambda _: None)
    assert {p.code for p in found.value.problems} == {"leak"}
    assert list((tmp_path / "leaky").iterdir()) == []


def _with_guide(text):
    made = environment().overlay()
    made.loader = ChoiceLoader([DictLoader({"guide.md": text}), made.loader])
    made.cache = None
    return made

"""A trainer's editor: the real YAML language server completes, explains and underlines.

The server runs with the settings of `.vscode/settings.json`; what it does here it does in
VS Code and in every other editor that speaks LSP.
"""

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from intramentor.model.derive import has_text
from intramentor.model.kinds import KINDS, PROSE
from intramentor.model.training import Activity
from intramentor.problems.words import said
from language_server import SERVER, LanguageServer

ROOT = Path(__file__).parents[1]
UNIT = ROOT / "modules" / "en" / "mentor-training" / "listening-and-questions.yml"
POLISH = ROOT / "modules" / "pl" / "mentor-training" / "listening-and-questions.yml"
TEXT = UNIT.read_text(encoding="utf-8")
MODELINE = "# yaml-language-server: $schema=../../../schemas/"
ABOUT = {field.name: field.metadata["description"] for field in fields(Activity)}
METHODS = get_args(get_type_hints(Activity)["method"])
PROPERTY = 10  # LSP's CompletionItemKind: a key, and not a skeleton of several


@pytest.fixture(scope="module")
def server():
    assert SERVER.exists(), "the language server is missing: run `make test`"
    running = LanguageServer()
    yield running
    assert running.close() == (0, ""), "the server failed or reached for the network"


def cursor(draft):
    """Return the text of a draft, with the line and character where its │ stands."""
    before, _, after = draft.partition("│")
    return before + after, before.count("\n"), len(before) - before.rfind("\n") - 1


def change(text, pattern, replacement):
    """Replace the first match of a pattern, which must be there."""
    changed, count = re.subn(pattern, replacement, text, count=1, flags=re.MULTILINE)
    assert count, pattern
    return changed


def offers(server, path, draft):
    text, line, character = cursor(draft)
    return server.complete(server.open(path, text), line, character)


def keys(found):
    return {label for label, item in found.items() if item["kind"] == PROPERTY}


@pytest.mark.parametrize("key", ["title", "method", "minutes", "priority", "serves", "steps", "debrief"])
def test_hover_explains_a_key_with_an_example(server, key):
    draft = change(TEXT, rf"^    {key}:", f"    {key[:2]}│{key[2:]}:")
    text, line, character = cursor(draft)
    shown = server.hover(server.open(UNIT, text), line, character)
    assert ABOUT[key] in shown
    assert "Example:" in shown
    if key == "method":
        assert all(f"* `{method}`" in shown for method in METHODS)


def test_hover_explains_in_polish_with_the_polish_schemas(server):
    draft = change(TEXT, r"^(# yaml-language-server: .*/schemas)/", r"\1/pl/")
    text, line, character = cursor(change(draft, r"^    debrief:", "    de│brief:"))
    shown = server.hover(server.open(UNIT, text), line, character)
    assert said(ABOUT["debrief"], "pl") in shown
    assert ABOUT["debrief"] not in shown


def test_a_half_written_activity_is_offered_the_keys_it_lacks(server):
    text = change(TEXT, r"^    debrief:\n(      .*\n)+", "")
    found = offers(server, UNIT, change(text, r"^    serves:\n(      .*\n)+", "    │\n"))
    assert {"debrief", "serves"} <= keys(found)
    assert not {"id", "title", "method", "minutes"} & set(found)
    assert found["debrief"]["documentation"] == ABOUT["debrief"]
    assert found["debrief"]["insertText"].startswith("debrief:\n  - ")


@pytest.mark.parametrize("begun", ["", "t"])
def test_the_values_of_a_choice_are_offered(server, begun):
    draft = change(TEXT, r"^    method: .*", f"    method: {begun}│")
    assert set(offers(server, UNIT, draft)) == set(METHODS)  # the editor narrows it down


def test_a_new_file_is_offered_its_kinds_and_then_the_keys_of_its_kind(server):
    head = f"{MODELINE}unit.json\nid: x\n"
    assert keys(offers(server, UNIT, f"{MODELINE}unit.json\n│\n")) == {"id", "kind"}
    assert set(offers(server, UNIT, f"{head}kind: │\n")) == set(KINDS)
    found = offers(server, UNIT, f"{head}kind: session\n│\n")
    assert keys(found) == {f.name for f in fields(KINDS["session"])} - {"id", "kind"}


def test_a_field_of_a_worksheet_is_offered_the_keys_of_its_type(server):
    draft = f"{MODELINE}unit.json\nid: x\nkind: worksheet\nfields:\n  - id: sure\n    type: "
    types = {"short", "long", "choice", "checklist", "scale", "date", "rows"}
    assert set(offers(server, UNIT, f"{draft}│\n")) == types
    found = keys(offers(server, UNIT, f"{draft}scale\n    │\n"))
    assert found == {"label", "help", "min", "max", "min_label", "max_label", "shows"}


@pytest.mark.parametrize(
    ("pattern", "wrong", "message"),
    [
        (r"^    debrief:", "    debreif:", "Property debreif is not allowed."),
        (r"^    method: .*", "    method: trio", "Value is not accepted."),
        (r"^minutes: .*", "minutes: an hour", "Incorrect type."),
        (r"^kind: .*", "kind: lessen", "Value is not accepted."),
    ],
)
def test_a_mistake_is_underlined_where_it_stands(server, pattern, wrong, message):
    text, line, _ = cursor(change(TEXT, pattern, f"│{wrong}"))
    found = server.problems(server.open(UNIT, text))
    assert any(problem.startswith(f"{line + 1}: {message}") for problem in found), found


def test_a_missing_key_is_named(server):
    text = change(TEXT, r"^    debrief:\n(      .*\n)+", "")
    found = server.problems(server.open(UNIT, text))
    assert any('Missing property "debrief".' in problem for problem in found), found


def test_nothing_is_underlined_in_the_pack(server):
    opened = {path: server.open(path) for path in sorted((ROOT / "modules").rglob("*.yml"))}
    found = {path.relative_to(ROOT).as_posix(): server.problems(uri) for path, uri in opened.items()}
    assert not {name: problems for name, problems in found.items() if problems}
    assert len(found) > 20


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in PROSE])
def test_a_translation_is_offered_its_texts_and_nothing_else(server, kind):
    found = set(offers(server, POLISH, f"{MODELINE}translation/{kind}.json\nid: x\n│\n"))
    hints = get_type_hints(KINDS[kind], include_extras=True)
    assert found == {name for name, hint in hints.items() if has_text(hint)}
    assert {"title", "summary"} <= found
    assert "minutes" not in found


def test_in_a_translated_activity_there_are_no_minutes_either(server):
    draft = change(POLISH.read_text(encoding="utf-8"), r"^    title: .*", "    │")
    found = offers(server, POLISH, draft)
    assert "title" in found
    assert not {"minutes", "method", "priority", "serves", "worksheets"} & set(found)
    text, line, _ = cursor(draft.replace("│", "│minutes: 5"))
    found = server.problems(server.open(POLISH, text))
    assert f"{line + 1}: Property minutes is not allowed." in found


def test_a_server_that_reaches_for_the_network_is_found_out():
    reaching = LanguageServer(**{"yaml.schemaStore.enable": True})
    assert reaching.process.wait(timeout=60) == 97
    assert "network: " in reaching.close()[1]

"""Whatever the YAML parser objects to is said in our own words, in both languages."""

import ast
import importlib
import inspect
import re
from pathlib import Path

import pytest
import yaml

from intramentor.load.marks import parse
from intramentor.load.reasons import OTHER, REASONS, reason
from intramentor.problems import Problems
from intramentor.problems.words import PL

# What libyaml says begins so; all its messages stand as texts in the compiled module.
BEGINNINGS = "found|did not find|could not find|control characters|block sequence|mapping (keys|values) are"
UTF_8 = "invalid (leading|trailing) UTF|incomplete UTF|invalid Unicode|unexpected low|input (error|is too)"


def words_of(node):
    """Return the text of an argument as PyYAML would say it, placeholders filled."""
    if isinstance(node, ast.BinOp):
        node = node.left
    text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    text = text.replace("an %s", "an anchor").replace("%s node", "block node").replace("%s", "tag")
    return re.sub(r"%[rd]", "'x'", text)


def objections_of_pyyaml():
    for name in ("scanner", "parser", "composer"):
        tree = ast.parse(inspect.getsource(importlib.import_module(f"yaml.{name}")))
        for node in ast.walk(tree):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                context, problem = node.exc.args[0], node.exc.args[2]
                yield words_of(problem) or "a fault of decoding", words_of(context)
    yield "special characters are not allowed", ""


def objections_of_libyaml():
    compiled = Path(importlib.import_module("yaml._yaml").__file__).read_bytes()
    texts = {found.decode() for found in re.findall(rb"[ -~]{10,}", compiled)}
    return sorted((text, "") for text in texts if re.match(f"({BEGINNINGS}|{UTF_8}) ", text + " "))


OBJECTIONS = sorted({*objections_of_pyyaml(), *objections_of_libyaml()})


def test_the_parsers_objections_were_found():
    assert len(list(objections_of_pyyaml())) > 35
    assert len(objections_of_libyaml()) > 35


@pytest.mark.parametrize(("problem", "context"), OBJECTIONS)
def test_each_objection_has_a_text_of_ours(problem, context):
    assert reason(problem, context) != OTHER


def test_each_text_is_used_and_stands_in_polish():
    used = {reason(*objection) for objection in OBJECTIONS}
    assert {own for _, own in REASONS} == used
    assert used | {OTHER} <= PL.keys()


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("a: [b\nc: d\n", "a comma or `]` is missing"),
        ("a: {b: c\nd\n", "a comma or `}` is missing"),
        ("a: |x\n  b\n", "after `|` or `>` the text begins on the next line"),
        ("a: - b\n", "a list can't begin here"),
        ('a: "\\q"\n', "after `\\` stands a character that means nothing there"),
        ('a: "\\xZZ"\n', "this is no character's code"),
    ],
)
def test_both_parsers_faults_are_said_alike(monkeypatch, loader, text, own):
    monkeypatch.setattr("intramentor.load.marks._Loader", loader)
    problems = Problems()
    assert parse(text, "x.yml", "en", problems) is None
    (problem,) = problems
    assert dict(problem.facts).get("reason") == own
    assert PL[own] in problem.message("pl")

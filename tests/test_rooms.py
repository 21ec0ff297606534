"""Imports go down only, siblings don't know each other, each library lives in one room."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator" / "intramentor"
BELOW = {
    "problems": set(),
    "model": {"problems"},
    "load": {"model", "problems"},
    "layers": {"load", "model", "problems", "writing"},
    "plan": {"model"},
    "brand": {"load", "model", "problems"},
    "check": {"layers", "load", "model", "plan", "problems"},
    "compose": {"brand", "layers", "load", "model", "plan", "problems"},
    "project": {"brand", "check", "compose", "layers", "load", "model", "problems"},
    "pages": {"brand", "compose", "load", "model", "plan"},
    "cache": set(),
    "writing": set(),
    "engine": {"cache", "problems"},
    "kits": {"compose", "engine", "model", "pages", "plan"},
    "sinks": {"brand", "compose", "kits", "model", "pages", "plan"},
    "finish": {"brand", "cache", "compose", "model", "pages", "problems"},
    "publish": {"problems"},
    "report": {"problems"},
    "printing": {
        "brand", "cache", "compose", "engine", "finish", "kits", "pages", "problems", "project", "publish", "sinks",
    },
    "build": {"compose", "engine", "finish", "pages", "printing", "problems", "project", "publish", "sinks"},
    "editions": {"build", "cache", "load", "model", "problems", "project", "publish"},
    "serve": {"build", "engine", "finish", "pages", "problems", "project", "report", "sinks"},
    "skeleton": {"model", "problems", "writing"},
    "starter": {"model", "problems"},
    "draft": {"model", "plan", "problems", "skeleton", "writing"},
    "exchange": {"layers", "load", "model", "problems", "writing"},
    "generated": {"exchange", "model", "problems"},
    "commands": {
        "brand", "build", "compose", "draft", "editions", "exchange", "generated", "kits", "layers", "load", "model",
        "pages", "plan", "printing", "problems", "project", "publish", "report", "serve", "sinks", "skeleton", "starter",
    },
    "cli": {"commands"},
    "plugin": {"pages", "problems", "project", "report", "sinks"},
}
LIBRARIES = {
    "yaml": {"load", "pages", "sinks"},
    "pydantic": {"model", "load"},
    "pydantic_core": {"model", "load"},
    "jinja2": {"pages"},
    "mkdocs": {"engine", "plugin"},
    "markdown": {"engine"},
    "distributed": {"editions"},
    "click": {"commands"},
    "watchdog": {"serve"},
    "babel": {"exchange"},
    "ruamel": {"exchange"},
    "morfeusz2": {"finish"},
    "coloraide": {"brand"},
    "fontTools": {"brand"},
    "PIL": {"brand"},
    "icalendar": {"sinks"},
    "weasyprint": {"sinks"},
    "docx": {"sinks"},
    "pptx": {"sinks"},
    "lxml": {"sinks"},
    "pypdf": {"finish"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "intramentor":
                found |= {f"intramentor.{alias.name}" for alias in node.names}
            else:
                found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_go_down(path):
    own = room(path)
    if own == "__init__":
        return
    rooms = {name.split(".")[1] for name in imported(path) if name.startswith("intramentor.")}
    assert rooms - {own} <= BELOW[own]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_each_library_lives_in_its_room(path):
    for name in imported(path):
        allowed = LIBRARIES.get(name.split(".")[0])
        assert allowed is None or room(path) in allowed, name


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_files_and_functions_are_short(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 40, node.name

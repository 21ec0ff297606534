"""The three example editions, built side by side: each with its own words, and nothing of another's."""

import re
from pathlib import Path

import pytest
import yaml

from intramentor.project import judge, open_project
from test_commands import run

ROOT = Path(__file__).parents[1]
OWN = {
    "zielony-transport": ("Zamiana za kierownicą", "Liderka lub lider", "rozwoj@zielony-transport.example"),
    "meridian-bank": ("Across the Table", "Programme lead", "Przy jednym stole", "Koordynator(-ka) programu"),
    "dobry-sasiad": ("Po sąsiedzku", "Osoba z rady", "Fundacja zmyślona"),
}
LANGUAGES = {"zielony-transport": {"pl"}, "meridian-bank": {"en", "pl"}, "dobry-sasiad": {"pl"}}
READ = (".html", ".css", ".json", ".js", ".svg", ".webmanifest", ".txt", ".xml")


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """Build the three; return the texts of every file that can be read, by edition and path."""
    out = tmp_path_factory.mktemp("dist")
    done = run("build", *OWN, "--out", out)
    assert done.returncode == 0, done.stdout + done.stderr
    found = {}
    for name in OWN:
        paths = [p for view in (name, f"{name}-facilitator") for p in (out / view).rglob("*") if p.is_file()]
        found[name] = {
            p.relative_to(out).as_posix(): shown(p.read_text(encoding="utf-8")) if p.suffix in READ else "" for p in paths}
    return found


def shown(text):
    """Return a text without what keeps words on one line."""
    return text.replace("\u2060", "").replace("\u00a0", " ")


def marks(name):
    """Return what tells an edition from the others: its words, names, addresses, colours and files."""
    folder = ROOT / "editions" / name
    brand = yaml.safe_load((folder / "_brand.yml").read_text(encoding="utf-8"))
    addresses = set(re.findall(r"[\w.-]+\.example", (folder / "edition.yml").read_text(encoding="utf-8")))
    files = {path.name for path in (folder / "logo").glob("*")}
    return {*OWN[name], name, brand["meta"]["name"]["full"], *brand["color"]["palette"].values(), *addresses, *files}


@pytest.mark.parametrize("name", OWN)
def test_an_example_says_its_own_words_in_its_own_languages(name, sites):
    everything = "\n".join(sites[name].values())
    assert [word for word in OWN[name] if word not in everything] == []
    assert {path.split("/")[1] for path in sites[name] if path.endswith("/index.html") and path.count("/") > 1} == LANGUAGES[name]
    assert re.search(r"Made up|[Zz]myślon", everything)


@pytest.mark.parametrize("name", OWN)
def test_nothing_of_an_example_stands_in_another_s_output(name, sites):
    for other in OWN.keys() - {name}:
        for mark in marks(other):
            either = (mark, mark.upper()) if mark.startswith("#") else (mark,)
            held = [path for path, text in sites[name].items() if mark in path or any(m in text for m in either)]
            assert held == [], f"{mark} of {other}"


def test_an_example_holds_what_it_is_an_example_of():
    project = open_project(ROOT)
    assert [(p.code, p.where.file) for p in judge(project)] == [("contrast", "editions/zielony-transport/_brand.yml")]
    bank = project.library.editions["meridian-bank"]
    assert len(bank.leave_out) == 8
    assert not set(bank.leave_out) & set(project.stacks["meridian-bank"].units)
    layer = project.library.layer("meridian-bank", "en")
    patched = {name for name, document in layer.documents.items() if document.kind is None}
    own = {name for name, document in layer.documents.items() if document.kind is not None}
    assert (len(patched), own) == (3, {"information-barriers"})
    assert "information-barriers" in project.library.layer("meridian-bank", "pl").documents
    foundation = project.stacks["dobry-sasiad"].units
    assert [name for name, unit in foundation.items() if unit.kind == "format"] == ["taster"]


@pytest.mark.parametrize("name", OWN)
def test_every_text_of_an_example_is_accepted(name):
    done = run("status", "--edition", name)
    languages = open_project(ROOT, name).library.editions[name].languages
    assert set(re.findall(rf"^{name} (\w\w) +\d+(?: +0)+$", done.stdout, re.MULTILINE)) >= set(languages), done.stdout

"""What readers look for is among the first five pages, as typed and without diacritics.

The pairs of query and page were written before the index; the queries run through the very
module that the dialog uses.
"""

import json
import subprocess
import unicodedata
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FIND = ROOT / "overrides" / "assets" / "intramentor" / "js" / "find.js"
FIRST = 5
RUN = """
const { readFileSync } = require("node:fs");
const [file, index, queries] = process.argv.slice(1);
import(file).then(({ find, unpack }) => {
  const ready = unpack(JSON.parse(readFileSync(index)));
  const found = JSON.parse(queries).map((query) => find(ready, query).results.map(({ page }) => page.url));
  process.stdout.write(JSON.stringify(found));
});
"""


def pairs(language, group=None):
    read = yaml.safe_load((Path(__file__).with_name(f"queries.{language}.yml")).read_text(encoding="utf-8"))
    return [(query, page) for page, queries in read.items() for query in (queries if group is None else queries[group])]


def bare(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).replace("ł", "l").replace("Ł", "L")


def found(built, language, queries):
    index = built / "handbook" / language / "search.json"
    done = subprocess.run(["node", "-e", RUN, FIND, index, json.dumps(queries)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("language", "group", "typed", "least"),
    [
        ("pl", "inflected", str, 0.97), ("pl", "inflected", bare, 0.95), ("pl", "other", str, 0.97),
        ("pl", "other", bare, 0.95), ("en", None, str, 0.98), ("en", None, str.upper, 0.98),
    ],
)
def test_what_is_looked_for_is_among_the_first_five(built, language, group, typed, least):
    wanted = pairs(language, group)
    results = found(built, language, [typed(query) for query, _ in wanted])
    missed = [f"{query} → {page}: {urls[:FIRST]}" for (query, page), urls in zip(wanted, results, strict=True) if f"{page}/" not in urls[:FIRST]]
    assert 1 - len(missed) / len(wanted) >= least, "\n".join(missed)


def test_the_polish_queries_are_inflected(built):
    index = json.loads((built / "handbook" / "pl" / "search.json").read_text(encoding="utf-8"))
    titles = {page["url"]: page["title"].lower().replace("\xa0", " ").split() for page in index["pages"]}
    strange = [query for query, page in pairs("pl", "inflected") if set(query.lower().split()) - set(titles[f"{page}/"])]
    assert len(strange) >= 200


@pytest.mark.parametrize("language", ["pl", "en"])
def test_each_unit_can_be_found_and_says_what_it_is(built, language):
    folder = built / "handbook" / language
    index = json.loads((folder / "search.json").read_text(encoding="utf-8"))
    apart = {f"{p.parent.relative_to(folder)}/" for p in folder.rglob("index.html")} - {page["url"] for page in index["pages"]}
    assert apart == {"./", "notes/", *(f"paths/{role}/" for role in ("mentor", "mentee", "organiser", "facilitator", "sponsor"))}
    assert all(page["kind"] and page["title"] and page["summary"] and page["sections"] for page in index["pages"])
    timed = [page for page in index["pages"] if page["url"].startswith(("sessions/", "worksheets/", "organiser/"))]
    assert all(page["minutes"] and page["who"] and page["audience"] for page in timed)


@pytest.mark.parametrize(
    ("language", "query", "page"),
    [
        ("pl", "mentorek", "about/what-reverse-mentoring-is/"),  # a form that the text has not
        ("pl", "niewymyślonesłowo", None),
        ("en", "evaluating", "organiser/evaluation/"),  # a related word
        ("en", "bootca", "formats/two-day-bootcamp/"),  # still being typed
    ],
)
def test_words_outside_the_text(built, language, query, page):
    urls = found(built, language, [query])[0]
    assert (page in urls[:FIRST]) if page else not urls

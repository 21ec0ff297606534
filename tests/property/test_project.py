"""Laws of the whole way from files to pages."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import BASE, FILES, ODD, Mutation, allowed_markdown, mutations
from strategies import markdown as nasty
from test_markdown import ENGINE, TAGS

from intramentor.layers import accept, addressed, explain, status
from intramentor.layers.merge import Patching, merge
from intramentor.layers.status import STATES, write_lock
from intramentor.load import Mapping, plain
from intramentor.load.marks import parse
from intramentor.pages import Site, render
from intramentor.problems import HandbookError, Problems
from intramentor.project import Project, judge, open_project
from intramentor.report import FORMATS, report

ROOT = Path(__file__).parents[2]
QUICK = settings(derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
TEXTS = [name for name in FILES if "/modules/" in "/" + name and name.endswith(".yml") and "sources" not in name]
LINK = re.compile(r'href="([^"]*)"')
ID = re.compile(r'(?<![\w-])id="([^"]*)"')


def sites(project: Project) -> list[Site]:
    return [
        render(handbook)
        for edition in project.library.editions
        for handbook in project.handbooks(edition)
    ]


def pages(project: Project) -> dict[tuple[str, str, str, str], str]:
    return {
        (site.edition, site.language, site.view, page.uri): page.text
        for site in sites(project)
        for page in site.pages
    }


@given(st.sampled_from(FILES), st.lists(mutations(), min_size=1, max_size=3))
@settings(QUICK, max_examples=150)
def test_a_damaged_file_gives_problems_or_pages(name, changes: list[Mutation]):
    """Any damage to a valid file gives problems, which can be printed in every form and
    language, or a project whose pages can all be made; never any other exception.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(BASE, root)
        raw = (root / name).read_bytes()
        for change in changes:
            raw = change(raw)
        (root / name).write_bytes(raw)
        try:
            project = open_project(root)
            problems, sources = judge(project), project.library.sources
        except HandbookError as error:
            problems, sources = Problems(error.problems), {}
        else:
            assert states(project) <= set(STATES)
        for problem in problems:
            assert problem.where.file
            assert problem.where.line >= 1
            assert problem.where.column >= 1
        for form in FORMATS:
            for lang in ("en", "pl"):
                report(problems, sources, form, lang).encode()
        if not problems.errors:
            assert sites(project)


def states(project: Project) -> set[str]:
    """Return every state that a text or name of any layer has; what is shown can be explained."""
    found = set()
    for made in project.stacks.values():
        for entry in status(project.library, made):
            found.add(entry.state)
            for unit, path in addressed(made, entry.path):
                explain(unit, path)
    return found


@given(st.sampled_from(TEXTS), st.lists(mutations(), max_size=2))
@settings(QUICK, max_examples=40)
def test_what_is_accepted_is_in_order_until_something_changes(name, changes: list[Mutation]):
    """After accepting everything nothing is left to accept, and doing it again changes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(BASE, root)
        raw = (root / name).read_bytes()
        for change in changes:
            raw = change(raw)
        (root / name).write_bytes(raw)
        try:
            if judge(open_project(root)).errors:
                return
        except HandbookError:
            return
        written = [accept_everything(root) for _ in range(2)]
        assert written[0] == written[1]
        assert states(open_project(root)) <= {"ok", "missing", "orphan", "redundant"}


def accept_everything(root: Path) -> dict[str, bytes]:
    """Accept every text of every layer; return the locks."""
    project = open_project(root)
    for made in project.stacks.values():
        entries = status(project.library, made)
        ids = tuple(sorted({entry.path.split(".")[0] for entry in entries}))
        for (edition, language), lock in accept(entries, ids).items():
            layer = project.library.layer(edition, language)
            assert layer is not None
            write_lock(project.library, layer, lock)
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("lock.json"))}


@given(
    st.lists(
        st.sampled_from([odd.decode("utf-8", "replace") for odd in ODD] + ["\n", "\n  ", "  ", "a", "a: ", "- a\n", "{a: b}", "\ud800"])
        | st.text(max_size=5),
        max_size=20,
    ).map("".join)
)
@settings(QUICK, max_examples=1500)
def test_any_text_can_be_parsed(text):
    """Parsing any text whatever gives a node, or nothing; it never raises, and what it
    notes can be printed.
    """
    problems = Problems()
    node = parse(text, "x.yml", "en", problems)
    assert node is None or plain(node) is not Ellipsis
    report(problems, {"x.yml": text}, "text", "pl")


def test_the_same_input_gives_the_same_pages():
    """Two readings of one project give the same bytes of every page, in the same order."""
    one, two = (list(pages(open_project(BASE)).items()) for _ in range(2))
    assert one == two


def check_links(project: Project) -> None:
    for site in sites(project):
        html = {page.uri: ENGINE.reset().convert(without_head(page.text)) for page in site.pages}
        ids = {uri: set(ID.findall(text)) for uri, text in html.items()}
        for uri, text in html.items():
            for href in LINK.findall(text):
                if re.match(r"https?://|&#109;|mailto:", href):
                    continue
                path, _, anchor = re.sub(r"\?[^#]*", "", href).partition("#")
                target = target_of(uri, path) if path else uri
                assert target in ids, (uri, href)
                assert not anchor or anchor in ids[target], (uri, href)


def without_head(text: str) -> str:
    return text.split("\n---\n", 1)[1]


def target_of(uri: str, path: str) -> str:
    """Return the page that a link leads to; one that ends in / is an address, not a file."""
    parts = uri.split("/")[:-1]
    if path.endswith("/"):
        page = [] if uri == "index.md" else [uri.rsplit("/", 1)[-1].removesuffix(".md")]
        return target_of("/".join([*parts, *page, "x"]), path.rstrip("/")) + ".md"
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def test_every_link_of_the_pack_resolves():
    """Every internal link of every page of the real pack leads to a page of the same site,
    and where it has an anchor to an id on that page.
    """
    project = open_project(ROOT)
    assert not judge(project).errors
    check_links(project)


def names(value: object, at: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if isinstance(value, dict):
        inner = [p for key, each in value.items() for p in names(each, at)]
        return ([(*at, str(value["id"]))] if "id" in value else []) + inner
    return [p for each in value for p in names(each, at)] if isinstance(value, list) else []


def every_id() -> list[str]:
    project = open_project(BASE)
    found = set()
    for unit in project.stacks["handbook"].units.values():
        found |= {unit.id} | {f"{unit.id}.{name[-1]}" for name in names(plain(unit.node))}
    return sorted(found)


@given(st.lists(st.sampled_from(every_id()), min_size=1, max_size=6))
@settings(QUICK, max_examples=40)
def test_a_link_that_the_check_lets_through_resolves(targets):
    """An `id:` link to any object of any unit is a problem or leads to its anchor."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(BASE, root)
        links = "\n".join(f"- [x](id:{target})" for target in targets)
        path = root / "content/en/about/the-idea.md"
        path.write_text(path.read_text(encoding="utf-8") + "\n" + links + "\n", encoding="utf-8")
        project = open_project(root)
        problems = judge(project)
        assert {p.code for p in problems} <= {"unknown-reference", "wrong-reference"}
        if not problems:
            check_links(project)


def test_an_empty_layer_changes_nothing():
    """An edition without a patch, or with one that changes nothing, gives the pack's own pages,
    byte for byte.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(BASE, root)
        shutil.rmtree(root / "editions" / "acme")
        empty = {
            "edition.yml": "id: empty\n", "modules/en/lock.json": "{}\n",
            "modules/en/terms.yml": "terms: []\n", "modules/pl/terms.yml": "terms: []\n",
            "modules/en/ask-well.yml": "id: ask-well\nactivities: []\n",
        }
        for name, text in empty.items():
            path = root / "editions" / "empty" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        project = open_project(root)
        assert {p.code for p in judge(project)} == {"redundant"}
        made = pages(project)
    pack = {key[1:]: text for key, text in made.items() if key[0] == "handbook"}
    assert pack == {key[1:]: text for key, text in made.items() if key[0] == "empty"}
    assert pack


leaf = st.sampled_from(["one", "two", "12", "true"])
ids = st.sampled_from(["a", "b", "c"])


def mapping(children: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    items = st.lists(st.fixed_dictionaries({"id": ids, "text": leaf}), max_size=3, unique_by=lambda i: i["id"])
    return st.dictionaries(st.sampled_from(["x", "y", "z"]), children | leaf | items | st.lists(leaf), max_size=3)


trees = st.recursive(mapping(st.nothing()), mapping, max_leaves=6)


def node_of(value: dict[str, object]) -> Mapping:
    node = parse(json.dumps(value), "x.yml", "en", Problems())
    assert isinstance(node, Mapping)
    return node


def laid(base: Mapping, patch: Mapping) -> Mapping:
    return merge(base, patch, Patching("x", {}, Problems()))


@given(trees, trees)
@settings(QUICK, max_examples=300)
def test_a_patch_laid_twice_is_a_patch_laid_once(base, patch):
    """Without operators: laying a patch again changes nothing, an empty patch changes
    nothing, and laying a node over itself changes nothing.
    """
    below, above = node_of(base), node_of(patch)
    once = laid(below, above)
    assert plain(laid(once, above)) == plain(once)
    assert plain(laid(below, node_of({}))) == plain(below)
    assert plain(laid(below, below)) == plain(below)


class Seen(HTMLParser):
    """Collects each tag with the names of its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, ...]] = set()

    def handle_starttag(self, tag, attrs):
        self.found.add((tag,))
        self.found |= {(tag, name) for name, _ in attrs if name not in ("id", "class", "href")}

    def handle_comment(self, data):
        self.found.add(("comment", data))


def shape(project: Project) -> set[tuple[str, ...]]:
    parser = Seen()
    for site in sites(project):
        for page in site.pages:
            parser.feed(ENGINE.reset().convert(without_head(page.text)))
    return parser.found


PLACES = [
    ("modules/en/lessons/ask-well.yml", "title: Questions that open"),
    ("modules/en/lessons/ask-well.yml", "title: Warm-up"),
    ("modules/en/lessons/ask-well.yml", "text: What happened just before?"),
    ("modules/en/lessons/ask-well.yml", "feedback: The answer can go anywhere."),
    ("modules/en/worksheets/goal-sheet.yml", "label: My goal in one sentence"),
    ("modules/en/sessions/first-meeting.yml", "when: Nobody speaks"),
    ("modules/en/sessions/first-meeting.yml", "text: Draft your goal."),
    ("modules/en/areas/online-tools.yml", "need: A text that you have to write anyway"),
    ("modules/en/contents.yml", "title: Sessions"),
]
OWN = {("ol", "start"), ("details", "open"), *((tag, "style") for tag in ("td", "th")), *((tag,) for tag in TAGS)}


@given(st.sampled_from(PLACES), nasty | allowed_markdown)
@settings(QUICK, max_examples=60)
def test_a_text_that_passes_brings_no_tag_into_a_page(place, text):
    """Whatever stands in a title, a cell or an item of a unit: if the project has no error,
    its pages hold no tag and no attribute but those of the pages themselves and of prose.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(BASE, root)
        path, line = root / place[0], place[1]
        whole = path.read_text(encoding="utf-8")
        assert line in whole
        key = line.split(":")[0]
        path.write_text(whole.replace(line, f"{key}: {json.dumps(text.replace(chr(10), ' '))}", 1), encoding="utf-8")
        project = open_project(root)
        if not judge(project).errors:
            assert shape(project) <= BASE_SHAPE | OWN


BASE_SHAPE = shape(open_project(BASE))

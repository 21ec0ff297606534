"""The safety law: what passes the checker can't become dangerous HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import markdown
import yaml
from hypothesis import example, given, settings
from jinja2 import Environment
from strategies import allowed_markdown
from strategies import markdown as nasty

from intramentor.check.markdown import findings
from intramentor.load.files import control
from intramentor.pages.text import FILTERS, plain_text

ROOT = Path(__file__).parents[2]
EXTENSIONS = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
NAMES = ["fenced_code", *(next(iter(e)) if isinstance(e, dict) else e for e in EXTENSIONS)]
OPTIONS = {k: v for e in EXTENSIONS if isinstance(e, dict) for k, v in e.items()}
ENGINE = markdown.Markdown(extensions=NAMES, extension_configs=OPTIONS)
TAGS = {
    "p", "br", "hr", "ul", "ol", "li", "em", "strong", "a", "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead",
    "tbody", "tr", "th", "td", "div", "details", "summary", "pre", "code", "blockquote",
}
# What the extensions make beside id, href and class: a list's first number, a cell's side, an open box.
MADE = {("ol", "start"): r"\d+", ("details", "open"): "open"}
MADE |= {(tag, "style"): r"text-align: (left|right|center);" for tag in ("th", "td")}
HREF = re.compile(r"(https?://|mailto:|id:[a-z0-9.-]+$)")
PAGES = Environment(autoescape=False)
PAGES.filters.update(FILTERS)
BETWEEN = PAGES.from_string("{{ line | attr }}")
SETTINGS = settings(derandomize=True, max_examples=1500, deadline=None, database=None)


class Dangers(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in TAGS:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            made = re.fullmatch(MADE.get((tag, name), "(?!)"), value or "")
            plain = name in ("id", "class") and re.fullmatch(r"[\w .:-]*", value or "")
            if not (made or plain or (name == "href" and HREF.match(value or ""))):
                self.found.append(f"{tag} {name}={value}")

    handle_startendtag = handle_starttag

    def handle_comment(self, data):
        self.found.append(f"<!--{data}")

    def handle_decl(self, decl):
        self.found.append(f"<!{decl}")

    def handle_pi(self, data):
        self.found.append(f"<?{data}")

    def unknown_decl(self, data):
        self.found.append(f"<![{data}")


def dangers(text: str) -> list[str]:
    parser = Dangers()
    parser.feed(ENGINE.reset().convert(text))
    parser.close()
    return parser.found


def passes(text: str, *, prose: bool) -> bool:
    return not control(text) and not list(findings(text, prose=prose))


@given(nasty | allowed_markdown)
@SETTINGS
@example("<_script src=x>a</script>")
@example("- a\n\n    [b]: javascript:alert(1)\n\n[b]")
@example("<\x02script>alert(1)</script>")
@example("a\n    {: onclick=x }")
def test_what_passes_the_check_is_harmless(text):
    """Checked Markdown, rendered with the engine's extensions, holds no tag but those of
    prose, no attribute but id, class and a link to https, http, mailto or an object.
    """
    for prose in (True, False):
        if passes(text, prose=prose):
            assert dangers(text) == []


@given(nasty | allowed_markdown)
@SETTINGS
@example("< [@lally-2010]script>")
@example("<_script>")
def test_a_line_made_plain_is_harmless(text):
    """A checked line that pages show without its marks stays harmless: as the text of a
    link, and in HTML of the page's own.
    """
    line = text.replace("\n", " ")
    if passes(line, prose=False):
        assert dangers(f"- [{plain_text(line)}](https://a.example)") == []
        inside = BETWEEN.render(line=line)
        assert "<" not in inside
        assert '"' not in inside


@given(allowed_markdown)
@SETTINGS
def test_what_passes_stays_harmless_beside_the_page(text):
    """Checked Markdown harms nothing where templates put it: in items, cells, titles, boxes."""
    line = text.replace("\n", " ")
    if passes(line, prose=False):
        for place in ("# {} {{ #unit }}", "- {} [a](https://a.example)", "| {} | {} |\n|---|---|\n| {} | b |"):
            assert dangers(place.format(line, line, line)) == []
    if passes(text, prose=False):
        hung = "- " + text.replace("\n", "\n    ")
        assert dangers(hung) == []
        boxed = ENGINE.reset().convert(f'<div class="im-note" markdown="1">\n\n{text}\n\n</div>')
        parser = Dangers()
        parser.feed(boxed)
        assert parser.found == []

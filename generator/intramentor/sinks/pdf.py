"""A paper becomes a PDF: tagged, with bookmarks, fields that can be filled in, and the brand's fonts."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from weasyprint import HTML  # type: ignore[import-untyped]
from weasyprint.urls import URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]

from intramentor.brand import Look, PrintFace, families
from intramentor.kits import Paper
from intramentor.pages.wording import table

_CSS = Path(__file__).with_name("paper.css")
_FALLBACK = {"--f-title": "Brygada 1918", "--f-text": "Commissioner"}
_SIGN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28" aria-hidden="true"><path fill="{0}" d="M13 3v19a9.5 9.5 0 0 1 0-19z"/>'
    '<path fill="none" stroke="{0}" stroke-width="{1}" d="M15.5 7v17.5a8.75 8.75 0 0 0 0-17.5z"/></svg>'
)
# Role marks: own half filled, the other outlined, both filled for both; pictures behind, so that no reader names them.
_MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">{}</svg>'
_LINED = 'fill="none" stroke="#000" stroke-width="1.4"'
_MARKS = {
    "mentor": f'<path d="M9.8 2a8 8 0 0 0 0 16z"/><path {_LINED} d="M10.6 2.6a7.4 7.4 0 0 1 0 14.8z"/>',
    "mentee": f'<path {_LINED} d="M9.4 2.6a7.4 7.4 0 0 0 0 14.8z"/><path d="M10.2 2a8 8 0 0 1 0 16z"/>',
    "together": '<path d="M8.9 2a8 8 0 0 0 0 16zM11.1 2a8 8 0 0 1 0 16z"/>',
}
Fonts = Mapping[PrintFace, bytes]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a PDF is made from: its HTML, and the files that it names."""

    html: str
    files: dict[str, bytes]


def sheet(paper: Paper, look: Look, name: str, fonts: Fonts) -> Sheet:
    """Return a paper set in a look; `name` is the programme's, `fonts` the files of its faces."""
    files = {f"own:font-{number}": raw for number, raw in enumerate(fonts.values())}
    logo = next((asset.raw for asset in look.assets if asset.path == look.logo), None)
    if logo is not None:
        files["own:logo"] = logo
    if paper.kind in ("session", "workbook"):
        files |= {f"own:mark-{role}": _MARK.format(shape).encode() for role, shape in _MARKS.items()}
    if paper.kind == "workbook":
        files["own:pair"] = _SIGN.format(look.tokens["light"]["brand"], 0.3).encode()
    picture = '<img src="own:logo" alt="">' if logo else _SIGN.format(look.tokens["light"]["brand"], 2)
    head = picture + html.escape(name)
    made = (
        f'<!doctype html><html lang="{paper.language}"><head><meta charset="utf-8">'
        f"<title>{html.escape(paper.title)}</title>"
        f'<meta name="author" content="{html.escape(look.name or name)}">'
        f"<style>{_faces(fonts)}{_root(look)}{_css()}{_margins(paper)}</style></head>"
        f'<body class="{paper.kind}"><div class="head">{head}</div><main>{paper.body}</main></body></html>'
    )
    return Sheet(made, files)


def pdf(made: Sheet) -> bytes:
    """Return a sheet's PDF, the same bytes for the same sheet."""
    document = HTML(string=made.html, url_fetcher=_Own(made.files))
    raw: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_forms=True, pdf_identifier=True, finisher=_name_choices)
    return raw


class _Own(URLFetcher):  # type: ignore[misc]
    """Gives the files of a sheet, and nothing from elsewhere."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=["own"])
        self.files = files

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - the library's names
        """Return one of the files; another address is our own mistake."""
        return URLFetcherResponse(url, self.files[url])


def _name_choices(_document: object, made: Any) -> None:
    """Name each choice of a question, which alone would read like the others: question and answer."""
    for group in [one for one in made.objects if isinstance(one, dict) and "Kids" in one and "Opt" in one]:
        kids = set(group["Kids"])
        fields = [one for one in made.objects if getattr(one, "reference", None) in kids]
        for one, answer in zip(fields, group["Opt"], strict=True):
            one["TU"] = type(answer)(f"{group['TU'].string}: {answer.string}")


@cache
def _css() -> str:
    return _CSS.read_text(encoding="utf-8")


def _faces(fonts: Fonts) -> str:
    return "".join(
        f"@font-face{{font-family:{_string(face.family)};src:url(own:font-{number});"
        f"font-weight:{face.weight};font-style:{face.style}}}"
        for number, face in enumerate(fonts)
    )


def _root(look: Look) -> str:
    title, text = families(look)
    rows = [f"--{name}:{value}" for name, value in look.tokens["light"].items()]
    for (token, own), family in zip(_FALLBACK.items(), (title, text), strict=True):
        rows.append(f"{token}:{_string(family)},{_string(own)}")
    return f":root{{{';'.join(rows)}}}"


def _margins(paper: Paper) -> str:
    """Return what stands at the head and the foot of the pages."""
    words = table(paper.language)
    page = f'{_string(words["page_number"] + " ")} counter(page) {_string(" " + words["of_pages"] + " ")} counter(pages)'
    foot = f"{paper.title} · {paper.foot}"
    return (
        f"@page{{@top-right{{content:{_string(paper.running)}}}@bottom-left{{content:{_string(foot)}}}"
        f"@bottom-right{{content:{page}}}}}"
    )


def _string(text: str) -> str:
    """Return a text as a CSS string that can end neither itself nor the style sheet."""
    return '"' + re.sub(r'[\\"\n<>]', lambda sign: f"\\{ord(sign[0]):x} ", text) + '"'

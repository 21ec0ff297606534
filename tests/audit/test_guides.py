"""Every training of the pack: its run sheet is on one page, in both languages."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from intramentor.engine import converter
from intramentor.kits import Options, Paper, Prose, facilitation
from intramentor.printing import Press
from intramentor.project import open_project
from intramentor.sinks.folder import settings
from intramentor.sinks.pdf import pdf

ROOT = Path(__file__).parents[2]


def guides():
    """Yield each guide of the pack with the heading that its second page begins with."""
    convert = converter(settings(ROOT)["markdown_extensions"])
    for book in open_project(ROOT).handbooks("handbook", ("facilitator",)):
        prose, press = Prose(book, convert), Press.of(book, ROOT)
        papers = [one for one in facilitation(prose, book.pieces, Options()) if isinstance(one, Paper)]
        for file in press.files(one for one in papers if one.kind == "guide"):
            yield pytest.param(file.parts[0], prose.words("preparation"), id=f"{book.language} {file.name}")


@pytest.mark.parametrize(("sheet", "heading"), list(guides()))
def test_the_run_sheet_is_on_one_page(sheet, heading):
    pages = PdfReader(io.BytesIO(pdf(sheet))).pages
    assert heading not in pages[0].extract_text()
    assert heading in pages[1].extract_text()[:200]

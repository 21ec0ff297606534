"""A paper becomes a DOCX: real styles, lists and tables, boxes that can be ticked, lines to write on."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import html  # type: ignore[import-untyped]

from intramentor.brand import Look
from intramentor.kits import Paper
from intramentor.pages.wording import table as words_of
from intramentor.sinks.docx_styles import BULLETS, LINE, NUMBERS, TABLE, restyle
from intramentor.sinks.offices import describe, same, themed

_SPACES = re.compile(r"[ \t\r\n]+")
_HEADINGS = {
    "h1": "Title", "h2": "Heading 1", "h3": "Heading 2", "h4": "Heading 3", "dt": "Heading 2", "summary": "Heading 2",
}
_INLINE = {"em", "i", "strong", "b", "a", "span", "code", "br", "input", "small", "abbr", "q", "svg"}
_CLASSES = {"lead": "Lead", "help": "Help", "meta": "Help", "prompt": "Prompt", "label": "Heading 2"}
_BOX = """<w:sdt {ns} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr><w:alias w:val=""/>
<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="{on}" w14:font="Segoe UI Symbol"/>
<w14:uncheckedState w14:val="{off}" w14:font="Segoe UI Symbol"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>
<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol"/></w:rPr>
<w:t>&#x{off};</w:t></w:r></w:sdtContent></w:sdt>"""
_BOXES = {"checkbox": {"on": "2611", "off": "2610"}, "radio": {"on": "25C9", "off": "25CB"}}
_ALIAS = 64  # characters of a control's title, as the format allows


def docx_of(paper: Paper, look: Look, name: str) -> bytes:
    """Return a paper as a DOCX in a look's theme; `name` is the programme's. Equal input, equal bytes."""
    document = docx.Document()
    restyle(document, paper.language)
    _theme(document, look, name)
    _page(document, paper, name)
    _Writer(document).blocks(html.fragment_fromstring(paper.body, create_parent="main"))
    describe(document.core_properties, paper.title, look.name or name, paper.language)
    raw = io.BytesIO()
    document.save(raw)
    return same(raw.getvalue())


def _theme(document: Document, look: Look, name: str) -> None:
    """Put the look into the theme, and drop what the library's template brings along."""
    for part in document.part.package.iter_parts():
        if part.partname.endswith("theme1.xml"):
            part._blob = themed(part.blob, look, look.name or name)  # noqa: SLF001 - the library has no way in
    for holder in (document.part, document.part.package):
        for key, link in list(holder.rels.items()):
            if link.reltype.rsplit("/", 1)[-1] in ("customXml", "stylesWithEffects", "thumbnail"):
                del holder.rels[key]


def _page(document: Document, paper: Paper, name: str) -> None:
    """Set the page, and what stands at its head and foot."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(20), Mm(17)
    section.top_margin, section.bottom_margin = Mm(27), Mm(22)
    section.header_distance, section.footer_distance = Mm(13), Mm(11)
    head = section.header.paragraphs[0]
    head.add_run(name).bold = True
    head.add_run(f"\t{paper.running}")
    words, foot = words_of(paper.language), section.footer.paragraphs[0]
    foot.add_run(f"{paper.title} · {paper.foot}\t{words['page_number']} ")
    _count(foot, "PAGE")
    foot.add_run(f" {words['of_pages']} ")
    _count(foot, "NUMPAGES")


def _count(paragraph: Paragraph, code: str) -> None:
    made = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    paragraph._p.append(made)  # noqa: SLF001 - the library has no fields


class _Writer:
    """Walks HTML and writes it into a document or a cell of one."""

    def __init__(self, document: Document, cell: _Cell | None = None) -> None:
        self.document = document
        self.place: Any = cell or document
        self.fresh = cell is not None  # a new cell has an empty paragraph

    def paragraph(self, style: str) -> Paragraph:
        """Begin a paragraph in a style."""
        if self.fresh:
            self.fresh = False
            first: Paragraph = self.place.paragraphs[0]
            first.style = self.document.styles[style]
            return first
        made: Paragraph = self.place.add_paragraph(style=style)
        return made

    def blocks(self, parent: Any, style: str = "Normal") -> None:
        """Write all that stands in an element; text between its blocks becomes paragraphs."""
        loose: Paragraph | None = None
        for text, child in _content(parent):
            if child is None or child.tag in _INLINE:
                if loose is None and (child is not None or text.strip()):
                    loose = self.paragraph(style)
                if loose is not None:
                    _inline(loose, text, child, {})
            else:
                loose = None
                self.block(child, style)

    def block(self, element: Any, style: str) -> None:
        """Write one block."""
        tag, kind = element.tag, (element.get("class") or "").split(" ")[0]
        if element.get("aria-hidden") == "true":
            return
        if tag in _HEADINGS or tag == "p":
            _write(self.paragraph(_HEADINGS.get(tag) or _CLASSES.get(kind, style)), element)
        elif kind in ("lines", "ticks"):
            self.form(element, kind)
        elif tag in ("ul", "ol"):
            self.items(element, 0)
        elif tag == "table":
            self.table(element, kind)
        else:
            self.blocks(element, "Quote" if tag == "blockquote" else _CLASSES.get(kind, style))

    def form(self, element: Any, kind: str) -> None:
        """Write lines to write on, or answers to tick."""
        if kind == "lines":
            for _ in element.findall("i"):
                self.paragraph(LINE).add_run("\t")
        else:
            for item in element.findall("li"):
                _write(self.paragraph("Tick"), item)

    def items(self, element: Any, level: int) -> None:
        """Write a list; each numbered one begins at 1."""
        ordered = element.tag == "ol"
        number = self.numbered() if ordered else BULLETS
        for item in element.findall("li"):
            first: Paragraph | None = None
            for text, child in _content(item):
                if child is not None and child.tag in ("ul", "ol"):
                    self.items(child, level + 1)
                elif child is None or child.tag in (*_INLINE, "p"):
                    if (first is None and (child is not None or text.strip())) or (child is not None and child.tag == "p"):
                        first = self.paragraph("List Number" if ordered else "List Bullet")
                        _numbered(first, number, level)
                    if first is not None:
                        _inline(first, text, child, {})
                else:
                    self.block(child, "Normal")

    def numbered(self) -> int:
        """Begin a new run of numbers and return its id."""
        root = self.document.part.numbering_part.element
        made = root.add_num(NUMBERS)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        number: int = made.numId
        return number

    def table(self, element: Any, kind: str) -> None:
        """Write a table; its first row is repeated on each page."""
        rows = element.xpath(".//tr")
        made = self.document.add_table(len(rows), len(rows[0]))
        made.style = self.document.styles[TABLE]
        for row, given in zip(made.rows, rows, strict=True):
            head = given.getparent().tag == "thead"
            for cell, held in zip(row.cells, given, strict=True):
                _Writer(self.document, cell).blocks(held, "Table Heading" if head else "Table Text")
            properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no header rows
            properties.append(OxmlElement("w:cantSplit"))
            if head:
                properties.append(OxmlElement("w:tblHeader"))
            elif kind == "form":
                row.height = Mm(9)


def _content(element: Any) -> list[tuple[str, Any]]:
    """Return the texts and elements inside an element, in order."""
    found: list[tuple[str, Any]] = [(element.text or "", None)]
    for child in element:
        found += [("", child), (child.tail or "", None)]
    return found


def _numbered(paragraph: Paragraph, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - the library has no numbers
    properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = level, number


def _write(paragraph: Paragraph, element: Any) -> None:
    for text, child in _content(element):
        _inline(paragraph, text, child, {})


def _inline(paragraph: Paragraph, text: str, child: Any, form: dict[str, bool]) -> None:
    """Write a text or an inline element with its own into a paragraph."""
    if child is None:
        _run(paragraph, text, form)
        return
    if child.tag == "br":
        paragraph.add_run().add_break()
    elif child.tag == "input":
        _box(paragraph, child)
    elif child.tag != "svg":
        own = {"b": "bold", "strong": "bold", "em": "italic", "i": "italic"}.get(child.tag)
        inner = {**form, own: True} if own else form
        for part, grandchild in _content(child):
            _inline(paragraph, part, grandchild, inner)


def _run(paragraph: Paragraph, text: str, form: dict[str, bool]) -> None:
    """Write a text with its white space as a browser would: none at the beginning, never two."""
    shown = _SPACES.sub(" ", text)
    if not paragraph.text or paragraph.text.endswith((" ", "\t", "\n")):
        shown = shown.lstrip(" ")
    if shown:
        run: Run = paragraph.add_run(shown)
        for name, value in form.items():
            setattr(run, name, value)


def _box(paragraph: Paragraph, element: Any) -> None:
    """Write a box to tick, with its name for those who don't see it; other fields are lines already."""
    kind = element.get("type")
    if kind in _BOXES:
        made = parse_xml(_BOX.format(ns=nsdecls("w"), **_BOXES[kind]))
        made.find(f".//{qn('w:alias')}").set(qn("w:val"), (element.get("title") or "")[:_ALIAS])
        paragraph._p.append(made)  # noqa: SLF001 - the library has no controls
        paragraph.add_run(" " if paragraph.style is not None and paragraph.style.name != "Tick" else "\t")

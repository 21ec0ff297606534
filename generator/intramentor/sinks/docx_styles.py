"""The styles of a DOCX: few, named, and resting on its theme, so that a company can restyle it."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.parfmt import ParagraphFormat

WIDTH = Mm(173)
LINE, TABLE = "Writing Line", "Handout Table"
BULLETS, NUMBERS = 1, 2
_KEPT = {
    "Normal", "Header", "Footer", "Title", "Heading1", "Heading2", "Heading3", "ListBullet", "ListNumber",
    "DefaultParagraphFont", "TableNormal", "NoList", "Strong", "Emphasis", "Quote",
}
_GREY = RGBColor(0x44, 0x44, 0x44)
# Name: size in points, space before and after, bold, in the font for titles, grey.
_SHAPES: dict[str, tuple[float, float, float, bool, bool, bool]] = {
    "Normal": (10.5, 0, 5, False, False, False),
    "Title": (24, 0, 8, True, True, False),
    "Heading 1": (13, 14, 3, True, True, False),
    "Heading 2": (10.5, 8, 2, True, False, False),
    "Heading 3": (10.5, 6, 2, True, False, False),
    "List Bullet": (10.5, 0, 3, False, False, False),
    "List Number": (10.5, 0, 3, False, False, False),
    "Quote": (10.5, 0, 5, False, False, False),
    "Header": (9, 0, 0, False, False, True),
    "Footer": (8.5, 0, 0, False, False, True),
}
_OWN = {
    "Lead": (12, 0, 6, False, False, False),
    "Help": (9.5, 0, 2, False, False, True),
    "Prompt": (12.5, 0, 3, False, True, False),
    "Tick": (10.5, 0, 4, False, False, False),
    "Table Heading": (9.5, 2, 2, True, False, False),
    "Table Text": (10, 2, 2, False, False, False),
    LINE: (10.5, 9, 0, False, False, False),
}
_NUMBERING = """<w:numbering {ns}>
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>{bullets}</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="hybridMultilevel"/>{numbers}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"""
_LEVEL = (
    '<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{style}<w:lvlText w:val="{text}"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="340"/></w:pPr></w:lvl>'
)
_TABLE = """<w:style {ns} w:type="table" w:customStyle="1" w:styleId="HandoutTable"><w:name w:val="Handout Table"/>
<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/>
<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"""
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def restyle(document: Document, language: str) -> None:
    """Give a new document its styles; `language` is that of its texts."""
    root = document.styles.element
    for style in list(root.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in _KEPT:
            root.remove(style)
    _language(root, language)
    for name in _OWN:
        made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style, made.quick_style = document.styles["Normal"], True
    for name, shape in {**_SHAPES, **_OWN}.items():
        _shape(document.styles[name], *shape)
    _rest(document)
    edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="777777"/>' for edge in _EDGES)
    root.append(parse_xml(_TABLE.format(ns=nsdecls("w"), edges=edges)))
    _number(document)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # else the title bar says that it is an old file


def _language(root: Any, language: str) -> None:
    code = {"pl": "pl-PL", "en": "en-GB"}[language]
    for lang in root.iter(qn("w:lang")):
        lang.set(qn("w:val"), code)


def _shape(style: Any, size: float, before: float, after: float, bold: bool, title: bool, grey: bool) -> None:
    """Set a paragraph style; its fonts are those of the theme."""
    element = style.element
    for old in element.xpath("./w:rPr | ./w:link | ./w:pPr/w:pBdr | ./w:pPr/w:numPr | ./w:pPr/w:contextualSpacing"):
        old.getparent().remove(old)
    fonts = element.get_or_add_rPr().get_or_add_rFonts()
    for side in ("ascii", "hAnsi"):
        fonts.set(qn(f"w:{side}Theme"), "majorHAnsi" if title else "minorHAnsi")
    style.font.size, style.font.bold = Pt(size), bold
    if grey:
        style.font.color.rgb = _GREY
    form: ParagraphFormat = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.15
    form.keep_with_next = style.name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Help", "Prompt") or None


def _rest(document: Document) -> None:
    """Set what only some styles have: slanted prompts, lines to write on, indents."""
    styles: Any = document.styles
    styles["Prompt"].font.italic = styles["Quote"].font.italic = True
    tick: ParagraphStyle = styles["Tick"]
    tick.paragraph_format.left_indent, tick.paragraph_format.first_line_indent = Mm(7), Mm(-7)
    tick.paragraph_format.tab_stops.add_tab_stop(Mm(7))
    line: ParagraphStyle = styles[LINE]
    line.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    for name in ("Header", "Footer"):
        stops = styles[name].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def _number(document: Document) -> None:
    """Give the lists their bullets and numbers; a list style points at each."""
    levels = range(3)
    bullets = "".join(_level(level, "bullet", "•", "ListBullet") for level in levels)
    numbers = "".join(_level(level, "decimal", f"%{level + 1}.", "ListNumber") for level in levels)
    made = parse_xml(_NUMBERING.format(ns=nsdecls("w"), bullets=bullets, numbers=numbers))
    root = document.part.numbering_part.element
    for old in list(root):
        root.remove(old)
    root.extend(list(made))
    for name, number in (("List Bullet", BULLETS), ("List Number", NUMBERS)):
        properties = document.styles[name].element.get_or_add_pPr()
        properties.get_or_add_numPr().get_or_add_numId().val = number
        for indent in properties.xpath("./w:ind"):
            properties.remove(indent)


def _level(level: int, kind: str, text: str, style: str) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if level == 0 else ""
    return _LEVEL.format(level=level, kind=kind, text=text, style=linked, left=340 * (level + 1))

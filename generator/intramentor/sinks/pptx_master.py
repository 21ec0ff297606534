"""The master of a deck and its layouts: real placeholders that a trainer finds by name and restyles."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation
from pptx.util import Inches

from intramentor.brand import Logo, Look
from intramentor.kits.values import Layout

WIDTH, HEIGHT = Inches(40 / 3), Inches(7.5)
TITLE, BODY, LEAD, MINUTES, NUMBER = 0, 1, 13, 14, 12
EDGE = 0.75  # inches left and right of everything
BAR = (EDGE, 6.35, 11.83, 0.22)  # the timer on an activity's slide
Box = tuple[float, float, float, float]  # left, top, width, height in inches
_SHAPE = """<p:sp {ns}><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr>{locks}</p:cNvSpPr><p:nvPr{layer}>{ph}</p:nvPr></p:nvSpPr>
<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>{shape}</p:spPr>{body}</p:sp>"""
_BODY = """<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr>
<a:lstStyle>{levels}</a:lstStyle><a:p>{text}</a:p></p:txBody>"""
_LEVEL = (
    '<a:lvl{n}pPr marL="{left}" indent="{hang}" algn="{align}"><a:lnSpc><a:spcPct val="{leading}"/></a:lnSpc>'
    '<a:spcBef><a:spcPts val="{before}"/></a:spcBef>{bullet}<a:defRPr sz="{size}" b="{bold}" i="0">'
    '<a:solidFill><a:schemeClr val="{ink}"/></a:solidFill><a:latin typeface="+m{face}-lt"/></a:defRPr></a:lvl{n}pPr>'
)
_PICTURE = """<p:pic {ns}><p:nvPicPr><p:cNvPr id="93" name="Logo" descr=""/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>
<p:blipFill><a:blip r:embed="{link}">{vector}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill>
<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>"""
_VECTOR = """<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip
xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{link}"/></a:ext></a:extLst>"""
_WIDE, _HIGH = 0.54, 1.3  # an average letter and a line, as parts of the size
_NONE = "<a:buNone/>"
_BULLET = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
_COUNT = '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder: where it is, and how its text looks. Sizes in points."""

    idx: int
    name: str
    box: Box
    size: int
    kind: str = "body"
    face: str = "n"  # j: the font for titles, n: that for text
    bold: bool = False
    ink: str = "tx1"
    anchor: str = "t"
    bullet: str = _NONE
    before: int = 0
    align: str = "l"


def _title(box: Box, size: int, ink: str = "tx1", anchor: str = "b", kind: str = "title") -> Place:
    return Place(TITLE, "Title", box, size, kind, "j", bold=True, ink=ink, anchor=anchor)


_HEAD = _title((EDGE, 0.5, 9.6, 1.15), 36)
_SIDE = Place(LEAD, "Lead", (10.5, 0.5, 2.08, 1.1), 18, ink="accent5", anchor="b", align="r")


def places(on: str = "tx1") -> dict[Layout, tuple[Place, ...]]:
    """Return the placeholders of each layout; `on` is what is written in on the brand's surface."""
    return {
        "title": (
            _title((EDGE, 1.9, 8.2, 2.6), 54, on, kind="ctrTitle"),
            Place(BODY, "Subtitle", (EDGE, 4.75, 8.2, 1.0), 22, "subTitle", ink=on),
        ),
        "section": (_title((1.6, 2.2, 10, 3), 54, anchor="ctr"),),
        "agenda": (_HEAD, _SIDE, Place(BODY, "Agenda", (EDGE, 2.05, 9.5, 4.4), 24, before=1000),
                   Place(MINUTES, "Minutes", (10.4, 2.05, 2.18, 4.4), 24, before=1000, align="r")),
        "points": (_HEAD, Place(BODY, "Points", (EDGE, 2.05, 11.2, 4.4), 26, bullet=_BULLET, before=1200)),
        "activity": (
            _HEAD,
            _SIDE,
            Place(BODY, "Steps", (EDGE, 2.0, 8.7, 4.0), 24, bullet=_COUNT, before=1000),
            Place(MINUTES, "Minutes", (9.6, 1.95, 2.98, 1.2), 54, face="j", align="r"),
        ),
        "question": (
            _title((EDGE, 0.5, 9.6, 1.15), 22),
            _SIDE,
            Place(BODY, "Questions", (EDGE, 1.9, 11.2, 4.6), 38, face="j", before=2400, anchor="ctr"),
        ),
    }


def build(deck: Presentation, look: Look, logo: Logo | None, names: dict[Layout, str], name: str) -> dict[Layout, Any]:
    """Replace a new deck's master and layouts by our own; return the layouts.

    `names` are what the layouts are called, `name` stands beside the logo.
    """
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    deck.element.sldSz.attrib.pop("type", None)  # it said 4:3
    master = deck.slide_master
    on = "bg1" if look.tokens["light"]["on-brand-surface"].lower() in ("#fffdf9", "#ffffff") else "tx1"
    kinds = places(on)
    for surplus in list(master.slide_layouts)[len(kinds) :]:
        master.slide_layouts.remove(surplus)
    body = Place(BODY, "Text", (EDGE, 2.05, 11.2, 4.4), 24, bullet=_BULLET, before=900)
    number = Place(NUMBER, "Slide Number", (11.6, 6.95, 0.98, 0.3), 12, "sldNum", ink="accent5", anchor="ctr", align="r")
    _fill(master, (_HEAD, body, number))
    tree = master.shapes._spTree  # noqa: SLF001 - the library draws nothing on masters
    tree.insert(2, _line("Brand line", (0, 0, 40 / 3, 0.11), "accent1"))
    for shape in _logo(master, logo, name):
        tree.append(shape)
    _ground(master, "bg2")
    found: dict[Layout, Any] = {}
    for (kind, own), layout in zip(kinds.items(), master.slide_layouts, strict=True):
        layout.name = names[kind]
        if kind != "title":
            layout._element.attrib.pop("type", None)  # noqa: SLF001 - another kind of layout than the library's
        _fill(layout, own if kind == "title" else (*own, number))
        _decorate(layout, kind, on)
        found[kind] = layout
    return found


def _fill(holder: Any, places: tuple[Place, ...]) -> None:
    tree = holder.shapes._spTree  # noqa: SLF001 - see above
    for shape in list(tree)[2:]:
        tree.remove(shape)
    for number, place in enumerate(places, start=2):
        tree.append(shape_of(place, number))


def scale(place: Place, lines: list[str]) -> int:
    """Return by how much the text of a placeholder must shrink to fit, in thousandths of a per cent."""
    width, height = place.box[2] * 72, place.box[3] * 72
    letters = width / (place.size * _WIDE)
    rows = sum(-(-len(line) // letters) for line in lines)
    needed = rows * place.size * _HIGH + len(lines) * place.before / 100
    return 100_000 if needed <= height else max(50_000, int((height / needed) ** 0.5 * 20) * 5000)


def shape_of(place: Place, number: int) -> Any:
    """Return a placeholder as a shape of a master or layout."""
    index = f' idx="{place.idx}"' if place.idx else ""
    text = '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>'
    return _shape(
        number, place.name, place.box, "", ph=f'<p:ph type="{place.kind}"{index}/>', levels=_levels(place),
        anchor=place.anchor,
        text=text if place.kind == "sldNum" else f"<a:r><a:rPr/><a:t>{place.name}</a:t></a:r>",
    )


def _levels(place: Place) -> str:
    hang = Inches(0.45) if place.bullet != _NONE else 0
    return "".join(
        _LEVEL.format(
            n=n, left=hang * n, hang=-hang, align=place.align, leading=100_000 if place.face == "j" else 105_000,
            before=place.before, bullet=place.bullet, size=max(place.size - 3 * (n - 1), 12) * 100,
            bold=int(place.bold), ink=place.ink, face=place.face,
        )
        for n in (1, 2, 3)
    )


def _shape(
    number: int, name: str, box: Box, shape: str, ph: str = "", levels: str = "", anchor: str = "t", text: str = ""
) -> Any:
    left, top, width, height = (Inches(side) for side in box)
    body = _BODY.format(anchor=anchor, levels=levels, text=text) if text else ""
    return parse_xml(_SHAPE.format(
        ns=nsdecls("p", "a", "r"), id=number, name=name, locks='<a:spLocks noGrp="1"/>' if ph else "",
        layer="" if ph else ' userDrawn="1"', ph=ph, x=left, y=top, w=width, h=height,
        shape=shape or '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', body=body,
    ))


def _line(name: str, box: Box, colour: str, edge: str = "<a:ln><a:noFill/></a:ln>") -> Any:
    fill = f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>{edge}'
    return _shape(90, name, box, fill)


def half(number: int, box: Box, paint: str, right: bool = False) -> Any:
    """Return a half-disc of the pair: the left filled in a colour, or the right outlined."""
    width, height = (Inches(side) for side in box[2:])
    at, arc = (0, 10_800_000) if right else (width, -10_800_000)
    path = (
        f'<a:custGeom><a:avLst/><a:pathLst><a:path w="{width}" h="{height}"><a:moveTo><a:pt x="{at}" y="0"/></a:moveTo>'
        f'<a:arcTo wR="{width}" hR="{height // 2}" stAng="16200000" swAng="{arc}"/><a:close/></a:path></a:pathLst></a:custGeom>'
    )
    fill = f"<a:solidFill>{paint}</a:solidFill><a:ln><a:noFill/></a:ln>"
    line = f'<a:noFill/><a:ln w="{max(12700, width // 24)}"><a:solidFill>{paint}</a:solidFill></a:ln>'
    return _shape(number, "Mentee" if right else "Mentor", box, path + (line if right else fill))


def _decorate(layout: Any, kind: Layout, on: str) -> None:
    tree = layout.shapes._spTree  # noqa: SLF001 - see above
    if kind == "title":
        _ground(layout, "accent1")
        layout._element.set("showMasterSp", "0")  # noqa: SLF001 - see above
        faint = f'<a:schemeClr val="{on}"><a:alpha val="16000"/></a:schemeClr>'
        tree.insert(2, half(91, (9.0, 1.2, 2.6, 5.2), faint))
        tree.insert(3, half(92, (11.8, 2.3, 2.6, 5.2), faint, right=True))
    elif kind == "section":
        tree.insert(2, _line("Accent", (EDGE, 2.2, 0.16, 3.0), "accent2"))
    elif kind == "activity":
        edge = '<a:ln w="9525"><a:solidFill><a:schemeClr val="accent5"/></a:solidFill></a:ln>'
        tree.insert(2, _line("Timer track", BAR, "bg1", edge))


def _logo(master: Any, logo: Logo | None, name: str) -> Iterator[Any]:
    """Yield what shows whose slides these are: the company's logo or the pack's pair, and the name."""
    width = 0.32
    if logo is None:
        brand = '<a:schemeClr val="tx2"/>'
        yield half(93, (EDGE, 6.88, 0.14, 0.28), brand)
        yield half(94, (EDGE + 0.18, 6.95, 0.14, 0.28), brand, right=True)
    else:
        width = min(2.4, 0.4 * logo.proportion)
        yield _picture(master, logo, (EDGE, 7.07 - width / logo.proportion / 2, width, width / logo.proportion))
    words = Place(0, "Name", (EDGE + width + 0.13, 6.92, 6, 0.3), 12, face="j", bold=True, anchor="ctr")
    yield _shape(95, "Name", words.box, "", levels=_levels(words), anchor="ctr", text=f"<a:r><a:rPr/><a:t>{escape(name)}</a:t></a:r>")


def _picture(master: Any, logo: Logo, box: Box) -> Any:
    """Return a logo as a picture, which newer offices draw from its SVG."""
    _, link = master.part.get_or_add_image_part(io.BytesIO(logo.png))
    vector = ""
    if logo.svg:
        part = Part(PackURI("/ppt/media/logo.svg"), "image/svg+xml", master.part.package, logo.svg)
        vector = _VECTOR.format(link=master.part.relate_to(part, RT.IMAGE))
    x, y, w, h = (Inches(side) for side in box)
    return parse_xml(_PICTURE.format(ns=nsdecls("p", "a", "r"), link=link, vector=vector, x=x, y=y, w=w, h=h))


def _ground(holder: Any, colour: str) -> None:
    slide = holder._element.cSld  # noqa: SLF001 - see above
    for old in slide.xpath("./p:bg"):
        slide.remove(old)
    raw = f'<p:bg {nsdecls("p", "a")}><p:bgPr><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    slide.insert(0, parse_xml(raw))

"""A deck becomes a PPTX: few words on the slides, what to say in the notes, a timer for each activity."""

from __future__ import annotations

import io
from html import escape
from typing import Any, get_args

import pptx
from lxml import html  # type: ignore[import-untyped]
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation
from pptx.slide import Slide as Made
from pptx.util import Inches

from intramentor.brand import Logo, Look
from intramentor.kits import Deck, Slide
from intramentor.kits.values import Layout
from intramentor.pages.wording import table
from intramentor.sinks.offices import describe, same, themed
from intramentor.sinks.pptx_master import BAR, BODY, LEAD, MINUTES, NUMBER, TITLE, build, places, scale

_BOLD, _ITALIC = ("b", "strong"), ("i", "em")
_CODES = {"pl": "pl-PL", "en": "en-GB"}
_BAR = """<p:sp {ns}><p:nvSpPr><p:cNvPr id="{id}" name="Timer" descr=""/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>
<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>
<a:schemeClr val="accent2"/></a:solidFill><a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>"""
_TARGET = '<p:tgtEl><p:spTgt spid="{id}"/></p:tgtEl>'
# On a click the bar is wiped away from the right for as long as the activity takes.
_TIMING = f"""<p:timing {{ns}}><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>
<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>
<p:par><p:cTn id="3" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst>
<p:par><p:cTn id="4" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>
<p:par><p:cTn id="5" presetID="22" presetClass="exit" presetSubtype="2" fill="hold" grpId="0" nodeType="clickEffect">
<p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>
<p:animEffect transition="out" filter="wipe(right)"><p:cBhvr><p:cTn id="6" dur="{{time}}"/>{_TARGET}</p:cBhvr></p:animEffect>
<p:set><p:cBhvr><p:cTn id="7" dur="1" fill="hold"><p:stCondLst><p:cond delay="{{last}}"/></p:stCondLst></p:cTn>{_TARGET}
<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal val="hidden"/></p:to></p:set>
</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn>
<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>
<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst></p:seq>
</p:childTnLst></p:cTn></p:par></p:tnLst><p:bldLst><p:bldP spid="{{id}}" grpId="0" animBg="1"/></p:bldLst></p:timing>"""
_NUMBER = (
    '<p:sp {ns}><p:nvSpPr><p:cNvPr id="{id}" name="Slide Number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
    '<p:ph type="sldNum" idx="{idx}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>'
    '<a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum"><a:rPr lang="{lang}"/><a:t>{page}</a:t></a:fld>'
    "</a:p></p:txBody></p:sp>"
)


def pptx_of(deck: Deck, look: Look, name: str, logo: Logo | None) -> bytes:
    """Return a deck as a PPTX in a look; `name` is the programme's, `logo` the company's. Equal input, equal bytes."""
    made = pptx.Presentation()
    words = table(deck.language)
    names: dict[Layout, str] = {kind: words[f"layout_{kind}"] for kind in get_args(Layout)}
    layouts = build(made, look, logo, names, name)
    for page, slide in enumerate(deck.slides, start=1):
        _slide(made, layouts[slide.layout], slide, deck, page)
    _theme(made, look, look.name or name)
    describe(made.core_properties, deck.title, look.name or name, deck.language)
    raw = io.BytesIO()
    made.save(raw)
    return same(raw.getvalue())


def _theme(made: Presentation, look: Look, name: str) -> None:
    """Put the look into the themes of slides and notes, and drop what the library's template brings along."""
    for part in made.part.package.iter_parts():
        if "/theme/theme" in part.partname:
            if hasattr(part, "_element"):
                part._element = parse_xml(themed(part.blob, look, name))  # noqa: SLF001 - the library has no way in
            else:
                part._blob = themed(part.blob, look, name)  # noqa: SLF001 - see above
    for holder in (made.part, made.part.package):
        rels = holder._rels  # noqa: SLF001 - see above
        for key, link in list(rels.items()):
            if link.reltype.rsplit("/", 1)[-1] in ("thumbnail", "printerSettings"):
                rels.pop(key)


def _slide(made: Presentation, layout: Any, slide: Slide, deck: Deck, page: int) -> None:
    new = made.slides.add_slide(layout)
    frames = {one.placeholder_format.idx: one.text_frame for one in new.placeholders}
    texts = {
        TITLE: [escape(slide.title)], BODY: list(slide.lines) or [escape(slide.lead)], LEAD: [escape(slide.lead)],
        MINUTES: list(slide.beside),
    }
    for place in places()[slide.layout]:
        _say(frames[place.idx], texts[place.idx], deck.language)
        _fit(frames[place.idx], scale(place, texts[place.idx]))
    if slide.layout != "title":
        _number(new, deck.language, page)
    if slide.minutes:
        _timer(new, slide.minutes, deck.timer)
    if slide.notes:
        _notes(new, slide.notes, deck.language)


def _fit(frame: Any, percent: int) -> None:
    """Shrink the text of a frame, as an office does while somebody types."""
    if percent < 100_000:
        raw = f'<a:normAutofit {nsdecls("a")} fontScale="{percent}" lnSpcReduction="10000"/>'
        frame._txBody.bodyPr.append(parse_xml(raw))  # noqa: SLF001 - the library can't scale


def _number(new: Made, language: str, page: int) -> None:
    number = len(new.shapes) + 2
    new.shapes._spTree.append(parse_xml(_NUMBER.format(  # noqa: SLF001 - the library leaves these placeholders out
        ns=nsdecls("p", "a"), id=number, idx=NUMBER, lang=_CODES[language], page=page)))


def _timer(new: Made, minutes: int, hint: str) -> None:
    """Draw the bar that a click empties within the activity's minutes."""
    number = len(new.shapes) + 2
    x, y, w, h = (Inches(side) for side in BAR)
    bar = parse_xml(_BAR.format(ns=nsdecls("p", "a"), id=number, x=x, y=y, w=w, h=h))
    bar.nvSpPr.cNvPr.set("descr", hint)
    new.shapes._spTree.append(bar)  # noqa: SLF001 - see above
    time = minutes * 60_000
    new._element.append(parse_xml(  # noqa: SLF001 - the library has no animations
        _TIMING.format(ns=nsdecls("p"), id=number, time=time, last=time - 1)))


def _notes(new: Made, notes: str, language: str) -> None:
    lines: list[str] = []
    for block in html.fragment_fromstring(notes, create_parent="div"):
        lines += _lines(block)
    frame = new.notes_slide.notes_text_frame
    if frame is not None:
        _say(frame, lines, language)


def _lines(block: Any) -> list[str]:
    """Return the lines of a block, items with their number or bullet."""
    if block.tag in ("ul", "ol"):
        signs = ("–" if block.tag == "ul" else f"{number}." for number, _ in enumerate(block, start=1))
        return [f"{sign} {_inner(item)}" for sign, item in zip(signs, block, strict=True)]
    if block.tag in ("div", "details", "blockquote"):
        return [line for child in block for line in _lines(child)]
    return [_inner(block)]


def _inner(element: Any) -> str:
    """Return what stands in an element, as HTML."""
    text: str = html.tostring(element, encoding="unicode", with_tail=False)
    return text[text.index(">") + 1 : text.rindex("<")]


def _say(frame: Any, lines: list[str], language: str) -> None:
    """Write lines of HTML as paragraphs."""
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _runs(paragraph, html.fragment_fromstring(line, create_parent="span"), language, {})


def _runs(paragraph: Any, element: Any, language: str, form: dict[str, bool]) -> None:
    own = {**form, **({"bold": True} if element.tag in _BOLD else {}), **({"italic": True} if element.tag in _ITALIC else {})}
    _run(paragraph, element.text, language, own)
    for child in element:
        _runs(paragraph, child, language, own)
        _run(paragraph, child.tail, language, own)


def _run(paragraph: Any, text: str | None, language: str, form: dict[str, bool]) -> None:
    if not text:
        return
    run = paragraph.add_run()
    run.text = text.replace("\n", " ")
    run._r.get_or_add_rPr().set("lang", _CODES[language])  # noqa: SLF001 - the library knows few languages
    for name, value in form.items():
        setattr(run.font, name, value)

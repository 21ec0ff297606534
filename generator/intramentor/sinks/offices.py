"""What DOCX and PPTX share: the theme that a trainer restyles, and files that are the same every time."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from intramentor.brand import Look, families

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
NS = {"a": _A}
DAY = datetime(2026, 1, 1, tzinfo=UTC)
_ZIP_DAY = (2026, 1, 1, 0, 0, 0)
INK, MUTED, SUNK = "211F1B", "5B554B", "EAE5DA"
_MENTOR, _MENTEE = "3F3F9B", "97304C"


def colours(look: Look) -> dict[str, str]:
    """Return the theme's colours by their slots, as RRGGBB: ink, paper, brand, accent, roles."""
    token = {name: value.lstrip("#").upper() for name, value in look.tokens["light"].items()}
    return {
        "dk1": INK, "lt1": "FFFFFF", "dk2": token["brand"], "lt2": "F6F3EC",
        "accent1": token["brand-surface"], "accent2": token["accent"], "accent3": _MENTOR,
        "accent4": _MENTEE, "accent5": MUTED, "accent6": SUNK,
        "hlink": token["link"], "folHlink": token["link"],
    }


def themed(raw: bytes, look: Look, name: str) -> bytes:
    """Return a theme part with the look's colours and fonts in it."""
    root = etree.fromstring(raw)
    root.set("name", name)
    for slot, value in colours(look).items():
        place = root.find(f".//a:clrScheme/a:{slot}", NS)
        for child in list(place):
            place.remove(child)
        etree.SubElement(place, f"{{{_A}}}srgbClr", val=value)
    for which, family in zip(("majorFont", "minorFont"), families(look), strict=True):
        root.find(f".//a:{which}/a:latin", NS).set("typeface", family)
    for scheme in ("clrScheme", "fontScheme"):
        root.find(f".//a:{scheme}", NS).set("name", name)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def describe(properties: Any, title: str, author: str, language: str) -> None:
    """Say in a file's properties what it is; its dates are the same every time."""
    properties.title, properties.author, properties.language = title, author, language
    properties.last_modified_by, properties.comments, properties.revision = author, "", 1
    properties.created = properties.modified = DAY


def same(raw: bytes) -> bytes:
    """Return a zip file with its members in order and one date for all."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as given, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        names = sorted(given.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            member = zipfile.ZipInfo(name, _ZIP_DAY)
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            made.writestr(member, given.read(name))
    return packed.getvalue()

"""What an SVG logo must not hold: anything that runs, loads or comes from elsewhere."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_SVG = "{http://www.w3.org/2000/svg}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
# All that draws; what other programs put in under their own names draws nothing.
_DRAWS = frozenset((
    "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch", "view", "path", "rect",
    "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "linearGradient",
    "radialGradient", "stop", "pattern", "clipPath", "mask", "marker", "filter", "feBlend", "feColorMatrix",
    "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap",
    "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
    "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight",
    "feTile", "feTurbulence",
))
_DECLARED = re.compile(r"<!(?:DOCTYPE|ENTITY)|<\?(?!xml\s)", re.IGNORECASE)
_ENCODING = re.compile(r"<\?xml[^>]*encoding=(?!['\"]utf-8['\"])[^>]*", re.IGNORECASE)
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!\s*['\"]?#)|@import|@font-face|image-set\(|src\(|expression\(|\\", re.IGNORECASE)


def danger(raw: bytes) -> str:
    """Return the first thing in an SVG file that must not be there, empty if there is none.

    Raises nothing: what can't be read is named too.
    """
    try:
        text = raw.decode("utf-8-sig")
        if refused := _DECLARED.search(text) or _ENCODING.search(text):
            return refused[0]
        root = ET.fromstring(raw)  # noqa: S314 - no declaration, so no entity can grow
    except (ET.ParseError, ValueError) as error:
        return str(error)
    if root.tag != _SVG + "svg":
        return root.tag.rpartition("}")[2] or root.tag
    return next((found for element in root.iter() if (found := _danger_of(element))), "")


def _danger_of(element: ET.Element) -> str:
    name = str(element.tag)
    if name.startswith(_XHTML) or not name.startswith("{"):
        return f"<{name.rpartition('}')[2]}>"
    drawn = name.removeprefix(_SVG)
    if name.startswith(_SVG) and drawn not in _DRAWS:
        return f"<{drawn}>"
    if drawn == "style" and (found := _OUTSIDE.search("".join(element.itertext()))):
        return found[0]
    for key, value in element.attrib.items():
        plain = key.rpartition("}")[2].lower()
        if plain.startswith("on") or (plain in ("href", "src", "base") and not value.strip().startswith("#")):
            return f"{plain}={value[:40]}"
        if found := _OUTSIDE.search(value):
            return f"{plain}={found[0]}"
    return ""

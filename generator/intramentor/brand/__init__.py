"""A company's look: its brand file measured against the theme, and the files that show it."""

from intramentor.brand.look import CSS, Look, look_of, own_look
from intramentor.brand.pictures import (
    CARD,
    FAVICON,
    ICON_SIZES,
    Logo,
    icon_path,
    office_logo,
    pictures,
)
from intramentor.brand.prints import PrintFace, families, print_faces
from intramentor.brand.swatch import swatch, table

__all__ = [
    "CARD",
    "CSS",
    "FAVICON",
    "ICON_SIZES",
    "Logo",
    "Look",
    "PrintFace",
    "families",
    "icon_path",
    "look_of",
    "office_logo",
    "own_look",
    "pictures",
    "print_faces",
    "swatch",
    "table",
]

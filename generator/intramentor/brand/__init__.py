"""A company's look: its brand file measured against the theme, and the files that show it."""

from intramentor.brand.look import CSS, Look, look_of, own_look
from intramentor.brand.pictures import CARD, FAVICON, ICON_SIZES, icon_path, pictures
from intramentor.brand.swatch import swatch, table

__all__ = [
    "CARD",
    "CSS",
    "FAVICON",
    "ICON_SIZES",
    "Look",
    "icon_path",
    "look_of",
    "own_look",
    "pictures",
    "swatch",
    "table",
]

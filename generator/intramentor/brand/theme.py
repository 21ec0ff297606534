"""The grounds of the theme, and what stands on them in a colour of the brand.

The values are those of `tokens.css`; a test compares them.
"""

from __future__ import annotations

from dataclasses import dataclass

SCHEMES = ("light", "dark")
GROUNDS = {
    "light": {
        "paper": "#f6f3ec", "card": "#fffdf9", "sunk": "#eae5da",
        "mentor-tint": "#ecebf8", "mentee-tint": "#f9e9ea",
    },
    "dark": {
        "paper": "#1a1816", "card": "#24211e", "sunk": "#110f0e",
        "mentor-tint": "#27273b", "mentee-tint": "#3a262b",
    },
}
# What may be written on a surface of the brand's or the accent's: the first that can be read.
WRITING = {
    "light": ("#fffdf9", "#211f1b", "#ffffff", "#000000"),
    "dark": ("#1a1816", "#f0ebe3", "#000000", "#ffffff"),
}
TEXT, SIGN = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
OWN = {
    "light": {"brand": "#17495a", "link": "#17495a", "accent": "#e5a52b"},
    "dark": {"brand": "#9ccbd9", "link": "#9ccbd9", "accent": "#e9b04a"},
}


@dataclass(frozen=True, slots=True)
class Use:
    """A colour that something is drawn in: its token, whose colour, on what, how clear."""

    token: str
    colour: str
    grounds: tuple[str, ...]
    need: float


USES = (
    Use("brand", "brand", ("paper", "card", "sunk"), TEXT),  # buttons, their labels, signs
    Use("link", "link", ("paper", "card", "sunk", "mentor-tint", "mentee-tint"), TEXT),
    Use("accent-line", "accent", ("paper", "card", "sunk"), SIGN),  # lines without an ink edge
)
# Surfaces keep the colour as it is: token, whose colour, the token of what is written on it.
SURFACES = (
    ("brand-surface", "brand", "on-brand-surface"),
    ("accent", "accent", "on-accent"),
)

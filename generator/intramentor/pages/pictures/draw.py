"""A picture by its name, as a figure with a caption."""

from __future__ import annotations

import html

from intramentor.compose import Handbook, Piece, fill
from intramentor.pages.pictures.loops import contract_cycle, habit_loop, two_directions
from intramentor.pages.pictures.programme import programme
from intramentor.pages.wording import Wording

_LOOPS = {"two-directions": two_directions, "habit-loop": habit_loop, "contract-cycle": contract_cycle}


def draw(name: str, handbook: Handbook, plan: Piece | None = None) -> str:
    """Return the picture of a name that the model knows as an HTML figure, empty if there is nothing to show.

    Lines are broken by their length, so the roles' names stand in it at once, however late others are bound.
    `plan` is the format that the programme's line shows; without one, the first in the contents.
    """
    roles = {role: fill(word, handbook.names) for role, word in handbook.roles.items()}
    w = Wording(handbook.language, roles)
    if name == "programme":
        chosen = plan or next((piece for piece in handbook.pieces if piece.kind == "format"), None)
        drawn = programme(handbook, chosen, w)
    else:
        drawn = _LOOPS[name](w)
    if not drawn:
        return ""
    caption = html.escape(w(f"picture_{name.replace('-', '_')}_caption"))
    return f'<figure class="im-figure im-figure--{name}">{drawn}<figcaption>{caption}</figcaption></figure>'

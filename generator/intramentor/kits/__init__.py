"""What a trainer takes into the room: which papers and slides there are for a unit, and what they say."""

from intramentor.kits.contents import Options, chosen, facilitation, handouts, workbooks
from intramentor.kits.prose import Prose
from intramentor.kits.values import Deck, Paper, Slide

__all__ = ["Deck", "Options", "Paper", "Prose", "Slide", "chosen", "facilitation", "handouts", "workbooks"]

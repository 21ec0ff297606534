"""What is done to a built site: the landing page, valid HTML, equal bytes, proof of no leak; later search, CSP, offline."""

from intramentor.finish.landing import landing
from intramentor.finish.proof import prove, traces
from intramentor.finish.tidy import finish
from intramentor.finish.words import check_words

__all__ = ["check_words", "finish", "landing", "prove", "traces"]

"""What is done to a built site: the landing page, valid HTML, equal bytes, proof of no leak; later search, CSP, offline."""

from intramentor.finish.landing import landing
from intramentor.finish.proof import prove, traces
from intramentor.finish.tidy import finish

__all__ = ["finish", "landing", "prove", "traces"]

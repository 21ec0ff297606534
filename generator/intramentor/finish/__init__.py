"""What is done to a built site: the landing page, stable bytes; later search, CSP, offline."""

from intramentor.finish.landing import landing
from intramentor.finish.stable import finish

__all__ = ["finish", "landing"]

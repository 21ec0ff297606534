"""What is done to a built site: valid HTML, equal bytes, use without a network, the landing page, proof of no leak."""

from __future__ import annotations

from pathlib import Path

from intramentor.finish.landing import landing
from intramentor.finish.names import bind
from intramentor.finish.offline import offline
from intramentor.finish.proof import prove, read_papers, secret, traces
from intramentor.finish.search import write_index
from intramentor.finish.tidy import tidy
from intramentor.finish.words import pack_words
from intramentor.pages import Site

__all__ = ["finish", "landing", "pack_words", "prove", "read_papers", "secret", "tidy", "traces", "write_index"]


def finish(out: Path, site: Site) -> None:
    """Finish a built site in place. The worker comes last: it knows every file by its content."""
    tidy(out)
    write_index(out, site.names)
    bind(out, site.names)
    offline(out, site)

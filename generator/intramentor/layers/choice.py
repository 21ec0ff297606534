"""What an edition leaves out by name: short for a patch with `remove: true` of each unit."""

from __future__ import annotations

from collections.abc import Mapping

from intramentor.load import Document
from intramentor.model import Edition


def left_out(edition: Edition, sources: Mapping[str, Document]) -> frozenset[str]:
    """Return the ids of the units that `leave_out` names, and the formats not chosen."""
    other = {
        name for name, source in sources.items()
        if source.kind == "format" and edition.formats and name not in edition.formats
    }
    named = {name for name in edition.leave_out if name in sources and sources[name].kind != "contents"}
    return frozenset(named | other)

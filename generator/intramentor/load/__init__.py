"""Files to marked nodes, nodes to a Library."""

from intramentor.load.library import Branding, Document, Layer, Library, load
from intramentor.load.nodes import Mapping, Node, Scalar, Sequence, plain, trail
from intramentor.load.places import spot
from intramentor.load.validate import validate

__all__ = [
    "Branding",
    "Document",
    "Layer",
    "Library",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "load",
    "plain",
    "spot",
    "trail",
    "validate",
]

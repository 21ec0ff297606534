"""Files to marked nodes, nodes to a Library."""

from intramentor.load.deliveries import Delivered
from intramentor.load.library import Document, Layer, Library, load
from intramentor.load.nodes import Mapping, Node, Scalar, Sequence, plain, trail
from intramentor.load.places import spot
from intramentor.load.validate import validate

__all__ = [
    "Delivered",
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

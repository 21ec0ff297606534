"""Files to marked nodes, nodes to a Library."""

from intramentor.load.deliveries import Delivered
from intramentor.load.library import Branding, Document, Layer, Library, Pack, load, read_pack
from intramentor.load.nodes import Mapping, Node, Scalar, Sequence, plain, trail
from intramentor.load.places import spot
from intramentor.load.validate import validate

__all__ = [
    "Branding",
    "Delivered",
    "Document",
    "Layer",
    "Library",
    "Mapping",
    "Node",
    "Pack",
    "Scalar",
    "Sequence",
    "load",
    "plain",
    "read_pack",
    "spot",
    "trail",
    "validate",
]

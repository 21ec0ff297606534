"""What a curriculum is made of: frozen records, each field with its description."""

from intramentor.model.base import Id, Line, Minutes, Origin, Ref, Text, record
from intramentor.model.brand import Brand
from intramentor.model.delivery import Delivery
from intramentor.model.edition import Edition
from intramentor.model.guides import Area, Guide
from intramentor.model.handbook import Contents, Format, Glossary, Page, Sources
from intramentor.model.kinds import KINDS, Unit
from intramentor.model.perspective import Perspective
from intramentor.model.session import Session
from intramentor.model.training import Activity, FacilitatorNotes, Training
from intramentor.model.worksheet import Worksheet

__all__ = [
    "KINDS",
    "Activity",
    "Area",
    "Brand",
    "Contents",
    "Delivery",
    "Edition",
    "FacilitatorNotes",
    "Format",
    "Glossary",
    "Guide",
    "Id",
    "Line",
    "Minutes",
    "Origin",
    "Page",
    "Perspective",
    "Ref",
    "Session",
    "Sources",
    "Text",
    "Training",
    "Unit",
    "Worksheet",
    "record",
]

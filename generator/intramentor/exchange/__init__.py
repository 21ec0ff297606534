"""Translations in the form that translators work with: gettext's PO, out and in again."""

from intramentor.exchange.catalogue import compiled, read
from intramentor.exchange.export import export
from intramentor.exchange.items import Item, items
from intramentor.exchange.page import status_page
from intramentor.exchange.receive import Received, receive
from intramentor.exchange.write import Written, write

__all__ = [
    "Item", "Received", "Written", "compiled", "export", "items", "read", "receive", "status_page", "write",
]

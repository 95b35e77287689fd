"""An order's history in Saleor, and the notes in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import SaleorUnreachable

if TYPE_CHECKING:
    from datetime import datetime

    from .generated.client import Client

NOTES = ("NOTE_ADDED", "NOTE_UPDATED")


@dataclass(frozen=True, slots=True)
class OrderHappening:
    """One entry; `type` is of Saleor's OrderEventsEnum, `app_name` empty where no app did it."""

    id: str
    type: str
    at: datetime
    message: str
    app_name: str


def events(ask: Client, order_id: str) -> list[OrderHappening]:
    """Return an order's history, the oldest first; nothing of an order that is not there."""
    order = ask.order_events(order_id)
    return [
        OrderHappening(one.id, one.type_, one.date, one.message or "", (one.app.name or "") if one.app else "")
        for one in (order.events if order else [])
        if one.type_ is not None and one.date is not None
    ]


def add(ask: Client, order_id: str, message: str) -> str:
    """Return the id of a new note."""
    made = ask.add_order_note(order_id, message)
    if made is None or made.event is None:
        raise SaleorUnreachable("an answer without the note")
    return made.event.id


def update(ask: Client, note_id: str, message: str) -> str:
    """Say something else in a note; return the id of the entry that says so, by which it is changed the next time."""
    changed = ask.update_order_note(note_id, message)
    if changed is None or changed.event is None:
        raise SaleorUnreachable("an answer without the note")
    return changed.event.id

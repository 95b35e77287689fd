"""The only writes to the notes by which orders tell of their tickets."""

from datetime import datetime

from django.db import transaction

from ..shop.models import Order
from ..tickets.models import Ticket
from .models import OrderNote


@transaction.atomic
def claim(*, ticket: Ticket, order: Order, text: str, now: datetime) -> OrderNote | None:
    """Keep what is about to be written, before it is; None where nothing is, or another is at it."""
    note, is_new = OrderNote.across_stores.get_or_create(
        ticket=ticket,
        defaults={"store_id": ticket.store_id, "order": order, "text": text, "doubt_since": now},
    )
    if is_new:
        return note
    mine = OrderNote.across_stores.filter(pk=note.pk, doubt_since=None)
    if note.text == text and note.saleor_id and note.order_id == order.pk:
        mine.update(compared_at=now)
        return None
    if note.order_id != order.pk:  # the ticket is about another order now
        mine.update(order=order, saleor_id="")
    if mine.update(text=text, doubt_since=now) != 1:
        return None
    note.refresh_from_db()
    return note


def settle(*, note: OrderNote, saleor_id: str, now: datetime) -> None:
    """Keep that Saleor has the note, under this id, or refused it, where that is empty."""
    mine = OrderNote.across_stores.filter(pk=note.pk)
    mine.update(saleor_id=saleor_id, doubt_since=None, compared_at=now)


def begin_again(*, note: OrderNote, now: datetime) -> bool:
    """Keep that a note which never came is written again; False where another is at it."""
    mine = OrderNote.across_stores.filter(pk=note.pk, doubt_since=note.doubt_since)
    return mine.update(doubt_since=now) == 1

"""Writing into an order's history in Saleor that there is a ticket, once, and how it stands."""

import logging
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet

from ..saleor.errors import SaleorError, SaleorRefused
from ..saleor.order_notes import NOTES
from ..stores.clients import client_of
from ..stores.models import Store
from ..stores.queries import settings_of_channels
from ..tickets.models import Ticket
from . import notes
from .models import OrderNote
from .rules import STILL_AT_WORK, note

log = logging.getLogger(__name__)
MOST = 100
# After a longer outage older tickets stay as they stand in Saleor until something happens to them.
LATELY = timedelta(days=7)


def mirror_due(store: Store, now: datetime) -> int:
    """Write what changed; return how many notes. Raises SaleorError, and the rest is tried again."""
    settled = sum(_settle(one, now) for one in _in_doubt(store))
    settings = settings_of_channels(store)
    mirrored = [slug for slug in store.channels.values_list("slug", flat=True) if settings(slug).mirror_notes]
    return settled + sum(_write(one, now) for one in _changed(store, mirrored, now)[:MOST])


def _changed(store: Store, channels: Collection[str], now: datetime) -> QuerySet[Ticket]:
    stale = Q(order_note=None) | Q(order_note__doubt_since=None, order_note__compared_at__lt=F("updated_at"))
    lately = store.tickets.filter(updated_at__gt=now - LATELY, order__isnull=False, merged_into=None)
    seen = lately.filter(stale, conversation__channel_slug__in=channels)
    return seen.select_related("order", "conversation", "store").order_by("updated_at", "pk")


def _in_doubt(store: Store) -> list[OrderNote]:
    doubtful = store.order_notes.filter(doubt_since__isnull=False)
    return list(doubtful.select_related("order", "store").order_by("pk")[:MOST])


def _write(ticket: Ticket, now: datetime) -> bool:
    text = note(number=ticket.number, subject=ticket.subject, state=ticket.state, language=_language(ticket))
    claimed = notes.claim(ticket=ticket, order=ticket.order, text=text, now=now) if ticket.order else None
    return claimed is not None and _send(claimed, now)


def _send(claimed: OrderNote, now: datetime) -> bool:
    """Tell Saleor. What it does not answer stays in doubt: SaleorUnreachable goes on to the caller."""
    client = client_of(claimed.store)
    try:
        if claimed.saleor_id:
            # By the note's own id, so that Dashboard knows which one was changed.
            client.update_order_note(claimed.saleor_id, claimed.text)
            saleor_id = claimed.saleor_id
        else:
            saleor_id = client.add_order_note(claimed.order.saleor_id, claimed.text)
    except SaleorRefused as refused:
        log.warning("an order's note was refused", extra={"facts": {"code": refused.code}})
        notes.settle(note=claimed, saleor_id="", now=now)
        return False
    notes.settle(note=claimed, saleor_id=saleor_id, now=now)
    return True


def _settle(doubtful: OrderNote, now: datetime) -> bool:
    """Find out by the order's history what became of a note; write it again only where it never came."""
    try:
        history = client_of(doubtful.store).order_history(doubtful.order.saleor_id)
    except SaleorError as error:  # another order's may be told
        log.warning("an order's history was not read", extra={"facts": {"code": error.code}})
        return False
    came = next((one for one in history if one.type in NOTES and one.message == doubtful.text), None)
    if came is not None:
        notes.settle(note=doubtful, saleor_id=doubtful.saleor_id or came.id, now=now)
        return True
    if now - (doubtful.doubt_since or now) < STILL_AT_WORK or not notes.begin_again(note=doubtful, now=now):
        return False
    return _send(doubtful, now)


def _language(ticket: Ticket) -> str:
    """Return what the shop's own people are spoken to in: what staff speak, Saleor does not tell."""
    channels = ticket.store.channels.filter(slug=ticket.conversation.channel_slug)
    return "tr" if channels.filter(default_country="TR").exists() else "en"

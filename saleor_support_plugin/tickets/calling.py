"""The only writes of call-backs: somebody wants to be called, within a half hour that we promise them."""

from datetime import datetime
from typing import Any

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations.models import Author, Medium
from ..conversations.reached import holidays
from ..conversations.reaching import hours_of
from ..conversations.rules import network_of
from ..conversations.slots import free_slots
from ..stores.models import Store
from ..stores.queries import configuration
from . import finding, mails, queries, rules
from .actions import Opened, limit_use, note_context
from .matters import CALL_LASTS
from .models import Kind, State
from .opening import add


class NotCalled(Exception):
    """Nobody calls anybody in this channel."""

    code = "NOT_FOUND"


class SlotGone(Exception):
    """This half hour is not offered, or was promised to others meanwhile."""

    code = "SLOT_GONE"


def offered(store: Store, channel: str, *, now: datetime) -> list[datetime]:
    """Return the half hours in which somebody may be promised a call. Raises NotCalled."""
    settings = configuration(store, channel)
    way = next((one for one in settings.contact_channels if one.kind == "callback"), None)
    if way is None:
        raise NotCalled
    hours = hours_of(settings, way, holidays(store, channel, now))
    taken = queries.promised_calls(store, channel, now)
    return free_slots(hours, now, taken=taken, at_once=settings.callbacks_at_once)


def ask(*, store: Store, channel: str, wanted: rules.Callback, address: str, now: datetime) -> Opened:
    """Promise somebody a call; the same request twice is one. Raises SlotGone, NotCalled, or TooOften.

    `address` is where on the network it came from.
    """
    for who in (f"form from {network_of(address)}", f"calls to {wanted.phone}"):
        limit_use(store, who, rules.FORMS, now)
    return _ask(store, channel, wanted, now)


@transaction.atomic
def _ask(store: Store, channel: str, wanted: rules.Callback, now: datetime) -> Opened:
    # One at a time, so that nobody is promised a half hour that was just given away.
    Store.across_stores.select_for_update(no_key=True).get(pk=store.pk)
    before = queries.begun_by(store, wanted.digest) if wanted.digest else None
    if before is not None:
        return Opened(before.number, conversations.widget_token(conversation=before.conversation, now=now))
    if wanted.call_at not in offered(store, channel, now=now):
        raise SlotGone("This time is taken. Choose another one.")
    conversation = conversations.begin(
        store=store,
        channel=channel,
        language=wanted.language,
        email=wanted.email,
        name=wanted.name,
        form_digest=wanted.digest,
        now=now,
    )
    subject = rules.first_line(wanted.text) or wanted.phone
    values: dict[str, Any] = {"kind": Kind.CALLBACK, "phone": wanted.phone, "call_at": wanted.call_at}
    values |= {"medium": Medium.CALL, "reply_by": wanted.call_at + CALL_LASTS}
    ticket = add(store, conversation, subject, None, State.OPEN, now, **values)
    note_context(conversation, wanted.context, now)
    if wanted.text:
        said: dict[str, Any] = {"author": Author.SHOPPER, "author_name": wanted.name, "channel": Medium.CALL}
        conversations.say(conversation=conversation, text=wanted.text, now=now, **said)
    mails.confirm(ticket=ticket, now=now)
    finding.remember(ticket_ids=[ticket.pk])
    return Opened(ticket.number, conversations.widget_token(conversation=conversation, now=now))

"""The mails of tickets. A confirmation repeats nothing that was typed: the form must not carry words to strangers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from ..conversations.actions import link_to
from ..conversations.models import ConversationMessage
from ..conversations.photos import pictures
from ..mails.letter import Picture
from ..mails.links import order_ways
from ..mails.rendering import Words
from ..mails.sentences import Values
from ..mails.writing import write
from ..outbox import actions as outbox
from ..people.actions import person_at
from ..people.addresses import address_hash
from ..people.queries import is_closed_to_copies
from ..stores.models import Store
from ..stores.queries import configuration
from .models import Ticket


def confirm(*, ticket: Ticket, now: datetime) -> None:
    """Tell the shopper that their message is here, with the way to its page."""
    _send(ticket, "ticket_received", f"ticket_received:{ticket.pk}", now)


def answer(*, ticket: Ticket, message: ConversationMessage, now: datetime) -> None:
    """Bring a member of staff's message to the shopper, and to who is in copy of it."""
    named = [one.email for one in ticket.copies.all()]
    copies = [email for email in named if not is_closed_to_copies(store=ticket.store, email=email)]
    chosen = configuration(ticket.store, ticket.conversation.channel_slug)
    told: dict[str, str | int] = {"subject": ticket.subject, "answerable": int(bool(chosen.mail_in_address))}
    if copies:
        told["copied"] = ", ".join(copies)
    shown = tuple(Picture(one.alt, one.small, one.large) for one in pictures(message.card))
    key = f"ticket_reply:{message.pk}"
    _send(ticket, "ticket_reply", key, now, values=told, copies=copies, quote=message.text, pictures=shown)


def _send(
    ticket: Ticket,
    kind: str,
    dedupe_key: str,
    now: datetime,
    values: Values | None = None,
    copies: Sequence[str] = (),
    **told: Any,
) -> None:
    conversation = ticket.conversation
    if not conversation.email:  # who asked to be called need not have given one
        return
    for email in copies:
        person_at(store=ticket.store, email=email, now=now)
    # Whoever has the ways to the shopper's pages reads and writes there as them: they are in no mail of somebody else.
    ways: dict[str, Any] = (
        {}
        if copies
        else {
            "link": link_to(conversation=conversation, now=now),
            "help": order_ways(ticket.order, to=conversation.email, language=conversation.language),
        }
    )
    words = write(
        kind,
        store=ticket.store,
        channel=conversation.channel_slug,
        language=conversation.language,
        settings=configuration(ticket.store, conversation.channel_slug),
        values={"number": str(ticket.number), **(values or {})},
        **ways,
        **told,
    )
    thread = f"<conversation-{conversation.pk}@{urlsplit(settings.PUBLIC_URL).hostname}>"
    newest = f"<{conversation.mail_id}>" if conversation.mail_id else ""
    outbox.send(
        store=ticket.store,
        person=person_at(store=ticket.store, email=conversation.email, language=conversation.language, now=now),
        kind=kind,
        purpose="transactional",
        to=conversation.email,
        words=words,
        dedupe_key=dedupe_key,
        channel=conversation.channel_slug,
        about=str(ticket.pk),
        copies=copies,
        # Every mail of a conversation names the same one before it, which is how mailboxes show them together; and the
        # shopper's own, where they wrote by mail.
        headers={"In-Reply-To": newest or thread, "References": f"{thread} {newest}".strip()},
        now=now,
    )


def test(*, store: Store, channel: str, language: str, words: Words | None, to: str, now: datetime) -> bool:
    """Mail somebody as shoppers are mailed; False where that was done within the same minute."""
    settled = configuration(store, channel)
    words = words or write("sender_test", store=store, channel=channel, language=language, settings=settled)
    sent = outbox.send(
        store=store,
        person=person_at(store=store, email=to, now=now),
        kind="sender_test",
        purpose="transactional",
        to=to,
        words=words,
        dedupe_key=f"sender_test:{address_hash(to)}:{now:%Y%m%dT%H%M}",
        channel=channel,
        now=now,
    )
    return not isinstance(sent, outbox.Already)

"""The mails of tickets. A confirmation repeats nothing that was typed: the form must not carry words to strangers."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings

from ..conversations.actions import link_to
from ..conversations.models import ConversationMessage
from ..outbox import actions as outbox
from ..outbox.rendering import render
from ..outbox.rules import address_hash
from ..outbox.senders import shop_name
from ..stores.models import Store
from ..stores.queries import configuration
from .models import Ticket


def confirm(*, ticket: Ticket, now: datetime) -> None:
    """Tell the shopper that their message is here, with the way to its page."""
    _send(ticket, "ticket_received", f"ticket_received:{ticket.pk}", {}, now)


def answer(*, ticket: Ticket, message: ConversationMessage, now: datetime) -> None:
    """Bring a member of staff's message to the shopper."""
    told = {"subject": ticket.subject, "message": message.text}
    _send(ticket, "ticket_reply", f"ticket_reply:{message.pk}", told, now)


def _send(ticket: Ticket, kind: str, dedupe_key: str, told: dict[str, str], now: datetime) -> None:
    conversation = ticket.conversation
    settled = configuration(ticket.store, conversation.channel_slug)
    link = link_to(conversation=conversation, now=now)
    context = told | {"shop": shop_name(ticket.store, settled), "number": ticket.number, "link": link}
    words = render(kind, language=conversation.language, zone=settled.zone, context=context)
    thread = f"<conversation-{conversation.pk}@{urlsplit(settings.PUBLIC_URL).hostname}>"
    outbox.send(
        store=ticket.store,
        kind=kind,
        purpose="transactional",
        to=conversation.email,
        subject=words.subject,
        text=words.text,
        html=words.html,
        dedupe_key=dedupe_key,
        channel=conversation.channel_slug,
        about=str(ticket.pk),
        # Every mail of a conversation names the same one before it, which is how mailboxes show them together.
        headers={"In-Reply-To": thread, "References": thread},
        now=now,
    )


def test(*, store: Store, channel: str, language: str, to: str, now: datetime) -> bool:
    """Mail somebody as shoppers are mailed; False where that was done within the same minute."""
    settled = configuration(store, channel)
    context = {"shop": shop_name(store, settled)}
    words = render("sender_test", language=language, zone=settled.zone, context=context)
    sent = outbox.send(
        store=store,
        kind="sender_test",
        purpose="transactional",
        to=to,
        subject=words.subject,
        text=words.text,
        html=words.html,
        dedupe_key=f"sender_test:{address_hash(to)}:{now:%Y%m%dT%H%M}",
        channel=channel,
        now=now,
    )
    return isinstance(sent, outbox.Waiting)

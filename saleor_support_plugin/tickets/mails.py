"""The mails of tickets. A confirmation repeats nothing that was typed: the form must not carry words to strangers."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings

from ..conversations.actions import link_to
from ..conversations.models import ConversationMessage
from ..mails.rendering import Words
from ..mails.sentences import Values
from ..mails.writing import write
from ..outbox import actions as outbox
from ..people.actions import person_at
from ..people.addresses import address_hash
from ..stores.models import Store
from ..stores.queries import configuration
from .models import Ticket


def confirm(*, ticket: Ticket, now: datetime) -> None:
    """Tell the shopper that their message is here, with the way to its page."""
    _send(ticket, "ticket_received", f"ticket_received:{ticket.pk}", now)


def answer(*, ticket: Ticket, message: ConversationMessage, now: datetime) -> None:
    """Bring a member of staff's message to the shopper."""
    subject = {"subject": ticket.subject}
    _send(ticket, "ticket_reply", f"ticket_reply:{message.pk}", now, values=subject, quote=message.text)


def _send(
    ticket: Ticket, kind: str, dedupe_key: str, now: datetime, values: Values | None = None, quote: str = ""
) -> None:
    conversation = ticket.conversation
    words = write(
        kind,
        store=ticket.store,
        channel=conversation.channel_slug,
        language=conversation.language,
        settings=configuration(ticket.store, conversation.channel_slug),
        values={"number": str(ticket.number), **(values or {})},
        quote=quote,
        link=link_to(conversation=conversation, now=now),
    )
    thread = f"<conversation-{conversation.pk}@{urlsplit(settings.PUBLIC_URL).hostname}>"
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
        # Every mail of a conversation names the same one before it, which is how mailboxes show them together.
        headers={"In-Reply-To": thread, "References": thread},
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

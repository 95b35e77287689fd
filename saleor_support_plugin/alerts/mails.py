"""The mail that tells staff of somebody who waits. Answered, it answers the shopper (docs/mail-in.md)."""

from collections.abc import Sequence
from datetime import datetime

from ..mails.sentences import Values
from ..mails.writing import write
from ..outbox import actions as outbox
from ..people.actions import person_at
from ..people.addresses import address_hash
from ..stores.configuration import Configuration
from ..stores.models import Store
from ..tickets.models import Ticket

KIND = "conversation_waiting"


def send(
    *,
    ticket: Ticket,
    settings: Configuration,
    to: Sequence[str],
    occasion: str,
    quote: str,
    values: Values,
    now: datetime,
) -> str:
    """Tell each of these addresses about a ticket, once for an occasion; return the mail's subject."""
    conversation, language = ticket.conversation, staff_language(ticket.store, ticket.conversation.channel_slug)
    told: Values = {
        "number": str(ticket.number),
        "subject": ticket.subject,
        "customer": conversation.name or conversation.email or ticket.phone or f"no. {ticket.number}",
        "order": ticket.order.number if ticket.order else "",
        "answerable": int(bool(settings.mail_in_address and conversation.email)),
        **values,
    }
    words = write(
        KIND,
        store=ticket.store,
        channel=conversation.channel_slug,
        language=language,
        settings=settings,
        values=told,
        quote=quote,
    )
    for address in to:
        outbox.send(
            store=ticket.store,
            person=person_at(store=ticket.store, email=address, language=language, now=now),
            kind=KIND,
            purpose="transactional",
            to=address,
            words=words,
            dedupe_key=f"{KIND}:{occasion}:{address_hash(address)[:40]}",
            channel=conversation.channel_slug,
            about=str(ticket.pk),
            now=now,
        )
    return words.subject


def staff_language(store: Store, channel: str) -> str:
    """Return what the shop's own people are spoken to in: what staff speak, Saleor does not tell."""
    country = store.channels.filter(slug=channel).values_list("default_country", flat=True).first()
    return "tr" if country == "TR" else "en"

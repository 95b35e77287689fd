"""Mail between a shop and its people: what we sent them, and what they send back."""

from datetime import datetime
from email.message import EmailMessage
from email.utils import make_msgid
from typing import Any

from django.conf import settings

from saleor_support_plugin.mailbox import actions
from saleor_support_plugin.mailbox.models import Mailbox, ReceivedMail
from saleor_support_plugin.mails.headers import reply_address
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.tickets.models import Ticket

from ..desks import add_configuration, add_ticket
from ..shops import NOON, Shop

ADDRESS = "help@aurora.example"


def add_mailbox(shop: Shop, **changed: Any) -> Mailbox:
    configuration = add_configuration(
        shop, mail_in_address=f"help@{shop.name}.example", alert_emails=["eda@staff.example"]
    )
    values = {"way": "postmark", "secret": "whisper", "updated_at": NOON} | changed
    return Mailbox.across_stores.create(store=shop.store, configuration=configuration, **values)


def sent_about(ticket: Ticket) -> Message:
    """Return the newest mail that we sent about a ticket."""
    return ticket.store.messages.filter(about=str(ticket.pk)).order_by("-pk")[0]


def reply_to(message: Message, mailbox: str = ADDRESS) -> str:
    return reply_address(number=message.pk, mailbox=mailbox, secret=settings.SECRET_KEY)


def mail(sender: str, to: str, text: str, *, subject: str = "Re: The lamp is broken", **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, to, subject
    made["Message-ID"] = make_msgid(domain="mail.example")
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


def answer_to(message: Message, text: str, *, sender: str = "", **headers: str) -> EmailMessage:
    """Return what a mail program makes of an answer."""
    known = {"In-Reply-To": message.message_id, "References": message.message_id} | headers
    return mail(sender or message.address, reply_to(message), text, **known)


def deliver(mailbox: Mailbox, made: EmailMessage | bytes, now: datetime = NOON) -> ReceivedMail:
    """Have a mail come in and be read; return what became of it."""
    raw = made if isinstance(made, bytes) else made.as_bytes()
    received = actions.receive(mailbox=mailbox, raw=raw, now=now)
    assert received is not None
    actions.read_due(now=now)
    received.refresh_from_db()
    return received


def hold_mail(shop: Shop) -> ReceivedMail:
    """Have a mail wait for staff that lies nowhere any more."""
    values = {"digest": b"0" * 32, "bytes": 1, "original": "mail/gone", "state": "HELD", "received_at": NOON}
    return ReceivedMail.across_stores.create(store=shop.store, reason="FORGED", **values)


def ask(shop: Shop, number: int = 0, **changed: Any) -> Ticket:
    """Have somebody send the form; `number` tells one from the next."""
    email = f"shopper{number}@mail.example" if number else f"shopper@{shop.name}.example"
    address = f"203.0.{number // 200}.{number % 200 + 1}"
    return add_ticket(shop, address=address, email=email, **({"order": None} if number else {}) | changed)


def said_in(ticket: Ticket) -> list[str]:
    rows = ticket.conversation.messages.exclude(author="system").order_by("seq")
    return list(rows.values_list("text", flat=True))


def happened_in(ticket: Ticket) -> list[tuple[str, str]]:
    rows = ticket.conversation.messages.filter(author="system").order_by("seq")
    return list(rows.values_list("event", "text"))

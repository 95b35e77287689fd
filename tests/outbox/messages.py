"""Messages to send in tests."""

from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from saleor_support_plugin.mails.rendering import Words
from saleor_support_plugin.outbox import actions
from saleor_support_plugin.outbox.links import unsubscribe_link
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.people import actions as people
from saleor_support_plugin.people.models import Person, Source

from ..shops import NOON, Shop

TO = "ayse@shopper.dev"


def somebody(shop: Shop, to: str = TO, **told: Any) -> Person:
    """Return whose mailbox it is; in Turkey, and glad to hear from the shop."""
    told = {"country": "TR"} | told
    person = people.person_at(store=shop.store, email=to, now=NOON, **told)
    people.give_consent(person=person, medium="email", purpose="commercial", source=Source.CHECKOUT, at=NOON)
    return person


def send(
    shop: Shop,
    *,
    kind: str = "ticket_reply",
    to: str = TO,
    key: str = "one",
    person: Person | None = None,
    subject: str = "Merhaba İğdır",
    html: str = "<p>Words {out}</p>",
    **changed: Any,
) -> actions.Decision:
    """Have a shop send a message of a kind to somebody."""
    from saleor_support_plugin.outbox.kinds import KINDS

    purpose = KINDS[kind].purpose
    out = (
        ""
        if purpose == "transactional"
        else unsubscribe_link(store=shop.store, address=to, purpose=purpose, medium=changed.get("medium", "email"))
    )
    words = Words(subject, f"Words {out}", html.format(out=out))
    values = {"person": person or somebody(shop, to), "purpose": purpose, "to": to, "words": words, "now": NOON}
    return actions.send(store=shop.store, kind=kind, dedupe_key=key, **(values | changed))


def put(shop: Shop, **changed: Any) -> Message:
    """Put a message of a kind into the outbox of a shop, and return it, whatever was decided."""
    return send(shop, **changed).message


def mails_in(folder: Path) -> list[EmailMessage]:
    """Read the file outbox, oldest first."""
    found = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in sorted(folder.glob("*.eml"))]
    return [mail for mail in found if isinstance(mail, EmailMessage)]


def part(mail: EmailMessage, kind: str) -> str:
    """Return a mail's `plain` or `html` part."""
    body = mail.get_body((kind,))
    assert body is not None
    return str(body.get_content())


def later(**span: float) -> datetime:
    from datetime import timedelta

    return NOON + timedelta(**span)

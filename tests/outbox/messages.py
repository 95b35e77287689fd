"""Messages to send in tests."""

from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from saleor_support_plugin.outbox import actions
from saleor_support_plugin.outbox.links import unsubscribe_link
from saleor_support_plugin.outbox.models import Message

from ..shops import NOON, Shop

TO = "ayse@shopper.dev"


def put(shop: Shop, *, kind: str = "ticket_reply", to: str = TO, key: str = "one", **changed: Any) -> Message:
    """Put a message of a kind into the outbox of a shop."""
    from saleor_support_plugin.outbox.kinds import PURPOSES

    purpose = PURPOSES[kind]
    out = "" if purpose == "transactional" else unsubscribe_link(store=shop.store, email=to, purpose=purpose)
    values: dict[str, Any] = {
        "subject": "Merhaba İğdır",
        "text": f"Words {out}",
        "html": f"<p>Words {out}</p>",
        "now": NOON,
    }
    sent = actions.send(store=shop.store, kind=kind, purpose=purpose, to=to, dedupe_key=key, **(values | changed))
    return sent.message


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

"""What stands above a mail beside sender, address and subject; the way out among it."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from django.conf import settings

from ..mails.headers import list_id
from ..mails.text import one_line
from ..people.rules import Medium
from .links import unsubscribe_link
from .models import Message

# What a caller may add; everything else is the outbox's to say.
ADDED = frozenset({"In-Reply-To", "References", "Reply-To"})


class NoWayOut(Exception):
    """A mail that is not transactional must hold its unsubscribe link, as text and as HTML; a text message as well.

    On WhatsApp Meta's templates have a button for it, and a notification the browser's own.
    """

    code = "NO_WAY_OUT"


def headers(message: Message, *, added: Mapping[str, str]) -> dict[str, str]:
    """Return a mail's headers. Raises NoWayOut, and ValueError for one that is not the caller's to add."""
    if not ADDED.issuperset(added):
        raise ValueError(f"Only {', '.join(sorted(ADDED))} may be added, not {', '.join(sorted(added))}.")
    found = {name: one_line(value, 900) for name, value in added.items()}
    found["Auto-Submitted"] = "auto-generated"
    if message.purpose != "transactional":
        link = way_out_in(message, message.text, message.html)
        found |= {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
        found["List-Id"] = list_id(kind=message.kind, store_key=message.store.key, host=_our_host())
    return found


def way_out_in(message: Message, *parts: str) -> str:
    """Return the link by which the person stops such messages. Raises NoWayOut where a part does not hold it."""
    medium: Medium = message.medium  # type: ignore[assignment]  # as outbox.actions.send wrote it
    link = unsubscribe_link(store=message.store, address=message.address, purpose=message.purpose, medium=medium)
    path = link.rsplit(":", 2)[0]  # without time and signature, which differ from second to second
    if not all(path in part for part in parts):
        raise NoWayOut("Every part of the message must hold outbox.links.unsubscribe_link.")
    return link


def _our_host() -> str:
    return urlsplit(settings.PUBLIC_URL).hostname or ""

"""The kinds of message there are. The outbox knows them by name; their rooms say at start whether one is still right.

A new kind needs a line in PURPOSES and one in api/message_kinds.py; a system check fails when either is missing.
"""

from collections.abc import Callable
from datetime import datetime

from .models import Message
from .rules import No, Purpose, Yes

StillRight = Callable[[Message, datetime], Yes | No]

PURPOSES: dict[str, Purpose] = {
    "cart_reminder": "commercial",
    "review_request": "service",
    "sender_test": "transactional",
    "ticket_received": "transactional",
    "ticket_reply": "transactional",
}
_still_right: dict[str, StillRight] = {}


class UnknownKind(Exception):
    code = "UNKNOWN_KIND"


def register(kind: str, still_right: StillRight) -> None:
    """Say who is asked, at the moment of sending, whether a message of this kind is still right."""
    if kind not in PURPOSES:
        raise UnknownKind(f"`{kind}` is not in outbox.kinds.PURPOSES.")
    _still_right[kind] = still_right


def unregistered() -> list[str]:
    return sorted(set(PURPOSES).difference(_still_right))


def still_right(message: Message, now: datetime) -> Yes | No:
    """Ask the message's kind. Raises UnknownKind where no kind of that name is there, after a downgrade say."""
    if message.kind not in _still_right:
        raise UnknownKind(f"Nobody can say whether a `{message.kind}` is still right.")
    return _still_right[message.kind](message, now)


def always_right(message: Message, now: datetime) -> Yes | No:
    """For what nothing can overtake, such as the answer to somebody's own question."""
    return Yes()

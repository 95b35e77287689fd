"""The kinds of message there are. The outbox knows them by name; their rooms say at start whether one is still right.

A new kind needs a line in KINDS and one in api/message_kinds.py; a system check fails when either is missing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from ..people.rules import Purpose
from .models import Message
from .rules import No, NotYet, Yes

StillRight = Callable[[Message, datetime], Yes | No | NotYet]
Lost = Callable[[Message, datetime], None]


class Priority(IntEnum):
    """What goes first where not everything can go."""

    LATER = 0
    USUAL = 1
    SOON = 2
    AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """`lasts`: for how long a message is worth sending. Of one `series` a person gets one at a time."""

    purpose: Purpose
    priority: Priority
    lasts: timedelta
    series: str = ""


KINDS: dict[str, Kind] = {
    "cart_reminder": Kind("commercial", Priority.LATER, timedelta(hours=48), series="recovery"),
    # Two days later nobody has to be told any more.
    "delivery_late": Kind("service", Priority.SOON, timedelta(days=2)),
    "order_summary": Kind("transactional", Priority.SOON, timedelta(days=2)),
    "review_author_asked": Kind("service", Priority.USUAL, timedelta(days=14)),
    "question_answered": Kind("transactional", Priority.USUAL, timedelta(days=30)),
    "review_request": Kind("service", Priority.USUAL, timedelta(days=14)),
    "sender_test": Kind("transactional", Priority.AT_ONCE, timedelta(days=2)),
    "ticket_received": Kind("transactional", Priority.SOON, timedelta(days=30)),
    "ticket_reply": Kind("transactional", Priority.SOON, timedelta(days=30)),
    "order_code": Kind("transactional", Priority.AT_ONCE, timedelta(minutes=15)),
    "conversation_waiting": Kind("transactional", Priority.SOON, timedelta(days=1)),
    # To staff; what nobody decided about for so long they find on its page.
    "order_act": Kind("transactional", Priority.SOON, timedelta(days=1)),
    "survey": Kind("service", Priority.USUAL, timedelta(days=7)),
    "transcript": Kind("transactional", Priority.SOON, timedelta(days=2)),
}
_still_right: dict[str, StillRight] = {}
_lost: dict[str, Lost] = {}


class UnknownKind(Exception):
    code = "UNKNOWN_KIND"


def series_of(kind: str) -> list[str]:
    """Return the kinds of a kind's series, itself among them; none where it is of no series, or unknown."""
    named = KINDS[kind].series if kind in KINDS else ""
    return [name for name, one in KINDS.items() if named and one.series == named]


def register(kind: str, still_right: StillRight) -> None:
    """Say who is asked, at the moment of sending, whether a message of this kind is still right."""
    if kind not in KINDS:
        raise UnknownKind(f"`{kind}` is not in outbox.kinds.KINDS.")
    _still_right[kind] = still_right


def register_lost(kind: str, lost: Lost) -> None:
    """Say who is told of a message of this kind that failed for good, or is in doubt for good."""
    _lost[kind] = lost


def lost(message: Message, now: datetime) -> None:
    if message.kind in _lost:
        _lost[message.kind](message, now)


def unregistered() -> list[str]:
    return sorted(set(KINDS).difference(_still_right))


def still_right(message: Message, now: datetime) -> Yes | No | NotYet:
    """Ask the message's kind. Raises UnknownKind where no kind of that name is there, after a downgrade say."""
    if message.kind not in _still_right:
        raise UnknownKind(f"Nobody can say whether a `{message.kind}` is still right.")
    return _still_right[message.kind](message, now)


def always_right(message: Message, now: datetime) -> Yes | No:
    """For what nothing can overtake, such as the answer to somebody's own question."""
    return Yes()

"""Whom to ask how they liked it, what they may say, and when that is bad enough to open the matter again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from ..conversations.rules import TextWrong, text

SCALES = (5, 10)
MOST_WORDS = 1_000
LINK_LASTS = timedelta(days=60)
# An answer may be another one for so long.
CHANGED_WITHIN = timedelta(days=1)
# Of tickets that were closed longer ago than this nobody is asked: after an outage, or from before it was switched on.
ASKED_WITHIN = timedelta(days=3)
# On each scale: content from here on, and bad up to here.
CONTENT = {5: 4, 10: 8}
BAD = {5: 2, 10: 5}


class Silence(StrEnum):
    """Why nobody is asked about a ticket."""

    OFF = "off"
    NO_ADDRESS = "no_address"
    NOT_ANSWERED = "not_answered"
    RATED = "rated"
    ASKED_LATELY = "asked_lately"
    OPEN = "open"
    NOT_ALLOWED = "not_allowed"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is so of a closed ticket. `asked_at`: when its person was last asked about any."""

    scale: int
    every: timedelta
    has_email: bool
    is_closed: bool
    was_answered: bool
    was_rated: bool
    asked_at: datetime | None


def silence(facts: Facts, now: datetime) -> Silence | None:
    """Return why nobody is to be asked, or None where they are."""
    if facts.scale not in SCALES:
        return Silence.OFF
    if not facts.is_closed:
        return Silence.OPEN
    if not facts.has_email:
        return Silence.NO_ADDRESS
    if not facts.was_answered:
        return Silence.NOT_ANSWERED
    if facts.was_rated:
        return Silence.RATED
    if facts.asked_at is not None and facts.asked_at > now - facts.every:
        return Silence.ASKED_LATELY
    return None


def score(given: object, scale: int) -> int | None:
    """Return how many of `scale` somebody gives; None for what is none."""
    if isinstance(given, str) and given.isascii() and given.isdigit() and len(given) <= 2:
        number = int(given)
        return number if 1 <= number <= scale else None
    return None


def words(given: object) -> str:
    """Return what somebody adds, perhaps nothing. Raises TextWrong."""
    try:
        return text(given, most=MOST_WORDS)
    except TextWrong as wrong:
        if wrong.code == "REQUIRED":
            return ""
        raise


def is_bad(given: int, scale: int) -> bool:
    return given <= BAD[scale]


def is_content(given: int, scale: int) -> bool:
    return given >= CONTENT[scale]


def may_change(*, answered_at: datetime | None, now: datetime) -> bool:
    return answered_at is None or now < answered_at + CHANGED_WITHIN

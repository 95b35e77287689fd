"""What becomes of a message on its way: when a failed one is tried again, when it is given up, when a way is closed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from ..people.addresses import normal_address
from ..stores.rules import is_demo

# RFC 2606 and 6761: nobody has mail there, samples and tests use them.
NOBODYS = ("example", "test", "invalid", "localhost", "example.com", "example.net", "example.org")
# 1 min, doubling to 4 h: the 14th try comes after a day and some hours.
FIRST_RETRY = timedelta(minutes=1)
LONGEST_RETRY = timedelta(hours=4)
MOST_ATTEMPTS = 14
# A provider that fails so often in a row is left alone for 1 min, doubling to 15; then one message shows how it is.
FAILURES_IN_A_ROW = 3
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(minutes=15)
# Longer than any server takes to answer; a row that is still being sent after this was left behind by a crash.
LEASE = timedelta(minutes=10)
# Words are emptied this long after a message was sent, failed or withheld; the row stays, so that none goes out twice.
KEEP_WORDS = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Yes:
    """It is still right to send it."""


@dataclass(frozen=True, slots=True)
class No:
    reason: str


@dataclass(frozen=True, slots=True)
class NotYet:
    """Nobody can say now; ask again at `until`, if it has not expired by then."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class TryAgain:
    at: datetime


@dataclass(frozen=True, slots=True)
class GiveUp:
    """It failed for good."""


def after_failure(attempts: int, now: datetime) -> TryAgain | GiveUp:
    """`attempts` counts the one that just failed."""
    if attempts >= MOST_ATTEMPTS:
        return GiveUp()
    return TryAgain(now + min(FIRST_RETRY * 2 ** (attempts - 1), LONGEST_RETRY))


def may_repeat(purpose: str, medium: str) -> bool:
    """Say whether a message may be sent again when nobody knows if it went out.

    A ticket reply twice, with the same Message-ID, is shown once by most mailboxes, and none at all is worse. An
    advertisement twice is what people leave a shop for. WhatsApp shows each copy, and staff see there that one is in
    doubt.
    """
    return purpose == "transactional" and medium != "whatsapp"


def is_closed(failures: int) -> bool:
    """Say whether a way out that failed so often in a row is closed for a while."""
    return failures >= FAILURES_IN_A_ROW


def closed_for(failures: int) -> timedelta:
    """Return for how long: doubling with each message that was tried in vain after it."""
    doublings = min(failures - FAILURES_IN_A_ROW, 10)  # more is longer than the longest, and at last than any timedelta
    return min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE)


def stays_here(email: str, *, api_url: str, demo: str) -> bool:
    """Say whether a message may only be written into the file outbox: demo data never mails anybody.

    `demo` is the demo store's origin, or nothing.
    """
    if is_demo(api_url, demo=demo):
        return True
    host = normal_address(email).rpartition("@")[2].rstrip(".")
    return any(host == name or host.endswith(f".{name}") for name in NOBODYS)

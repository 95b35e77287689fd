"""What becomes of a message: who may get it at all, when a failed one is tried again, when it is given up."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal

from ..stores.rules import is_demo

# Transactional: about something the person did (an order, a ticket). Service: about how it went (a review prompt).
# Commercial: to sell (a cart reminder); never without consent.
Purpose = Literal["transactional", "service", "commercial"]

ADDRESS = re.compile(r"[^@\s<>\"(),:;\[\]\\]{1,64}@[^@\s<>\"(),:;\[\]\\]{1,189}")
# RFC 2606 and 6761: nobody has mail there, samples and tests use them.
NOBODYS = ("example", "test", "invalid", "localhost", "example.com", "example.net", "example.org")
# 1 min, doubling to 4 h: the 14th try comes after a day and some hours.
FIRST_RETRY = timedelta(minutes=1)
LONGEST_RETRY = timedelta(hours=4)
MOST_ATTEMPTS = 14
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


def may_repeat(purpose: str) -> bool:
    """Say whether a message may be sent again when nobody knows if it went out.

    A ticket reply twice, with the same Message-ID, is shown once by most mailboxes, and none at all is worse. An
    advertisement twice is what people leave a shop for.
    """
    return purpose == "transactional"


def normal_address(email: str) -> str:
    return email.strip().lower()


def address_hash(email: str) -> str:
    """Return what we keep of an address that unsubscribed: enough to know it again, not to write to it."""
    return sha256(normal_address(email).encode("utf-8", "replace")).hexdigest()


def stays_here(email: str, *, api_url: str, demo: str) -> bool:
    """Say whether a message may only be written into the file outbox: demo data never mails anybody.

    `demo` is the demo store's origin, or nothing.
    """
    if is_demo(api_url, demo=demo):
        return True
    host = normal_address(email).rpartition("@")[2].rstrip(".")
    return any(host == name or host.endswith(f".{name}") for name in NOBODYS)


def one_line(text: str, most: int = 200) -> str:
    """Return a text fit for a header: no line breaks, no control characters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:most]

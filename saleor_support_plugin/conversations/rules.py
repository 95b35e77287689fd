"""What may be said, how often a door may be used, and by which ways somebody can be reached now."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address

from ..hours.business import is_open, next_change, next_opening
from ..stores.configuration import Configuration, ContactChannel

MOST_TEXT = 5_000
LINK_LASTS = timedelta(days=180)
# A page that is kept is asked for anew after this, even where nothing ever opens or closes.
LONGEST_WORD = timedelta(hours=24)
# Control characters but tab and line feed, and those that make text run backwards (Unicode's bidirectional overrides).
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


class TextWrong(Exception):
    """Nothing was said, or too much."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def text(given: object, *, most: int = MOST_TEXT) -> str:
    """Return what somebody wrote as plain text: line breaks as `\\n`, no control characters, no space around it.

    Raises TextWrong, with code REQUIRED for nothing and TOO_LONG past `most` characters.
    """
    if not isinstance(given, str):
        raise TextWrong("REQUIRED", "Text is needed here.")
    if len(given) > 4 * most:  # not worth looking at
        raise TextWrong("TOO_LONG", f"At most {most} characters fit here.")
    said = UNSEEN.sub("", re.sub(r"\r\n?", "\n", given)).encode("utf-8", "ignore").decode().strip()
    if not said:
        raise TextWrong("REQUIRED", "Text is needed here.")
    if len(said) > most:
        raise TextWrong("TOO_LONG", f"At most {most} characters fit here.")
    return said


def line(given: object, *, most: int) -> str:
    """Return what somebody wrote into a field of one line."""
    return " ".join(text(given, most=most).split())


def link_digest(token: str) -> bytes:
    """Return what is kept of a link's token: enough to know it again, not to open anything with it."""
    return sha256(token.encode("utf-8", "replace")).digest()


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so `many` times within any `span`."""

    many: int
    span: timedelta


def still_counting(before: Sequence[datetime], limit: Limit, now: datetime) -> list[datetime] | None:
    """Return the times to remember when a door is used once more; None where it has been used too often."""
    lately = [at for at in before if at > now - limit.span]
    return None if len(lately) >= limit.many else [*lately, now]


def network_of(address: str) -> str:
    """Return what one caller's addresses have in common: an IPv6 line has 2^64 of them, so its first half."""
    try:
        parsed = ip_address(address.strip().partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is None:
        return parsed.exploded[:19]
    return str(getattr(parsed, "ipv4_mapped", None) or parsed)


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach somebody. `opens_at` is when somebody answers there again, while nobody does."""

    kind: str
    url: str | None
    is_open: bool
    opens_at: datetime | None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whether somebody is there now, and every way to reach them; it holds until `until`."""

    is_open: bool
    opens_at: datetime | None
    ways: tuple[Way, ...]
    until: datetime


def contact(configuration: Configuration, now: datetime) -> Contact:
    """Return how somebody can be reached at `now`.

    A call or a chat is open while somebody is there; a mail or the form always, for they wait to be answered.
    """
    hours = configuration.hours
    here = is_open(hours, now)
    opens_at = None if here else next_opening(hours, now)
    until = min(next_change(hours, now) or now + LONGEST_WORD, now + LONGEST_WORD)
    ways = tuple(_way(channel, here, opens_at) for channel in configuration.contact_channels)
    return Contact(here, opens_at, ways, until)


def _way(channel: ContactChannel, here: bool, opens_at: datetime | None) -> Way:
    digits = re.sub(r"\D", "", channel.address)
    if channel.kind == "whatsapp":
        return Way(channel.kind, f"https://wa.me/{digits}", here, opens_at)
    if channel.kind == "phone":
        return Way(channel.kind, f"tel:+{digits}", here, opens_at)
    url = f"mailto:{channel.address}" if channel.kind == "email" else None
    return Way(channel.kind, url, True, None)

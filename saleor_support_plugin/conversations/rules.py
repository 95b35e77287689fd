"""What may be said, and how often a door may be used."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address

MOST_TEXT = 5_000
MOST_RATING_TEXT = 1_000
MOST_PHOTOS = 5
# What is in a picture, for who does not see it.
MOST_ALT = 200
LINK_LASTS = timedelta(days=180)
# Of a link that a phone's camera reads off a screen, until it is opened.
PHONE_LINK_LASTS = timedelta(minutes=15)
# Of a machine's key nobody guesses another: it alone leads back to a chat of somebody unknown.
LEAST_KEY = 16
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
    lines = given.replace("\r\n", "\n").replace("\r", "\n")
    said = UNSEEN.sub("", lines).encode("utf-8", "ignore").decode().strip()
    if not said:
        raise TextWrong("REQUIRED", "Text is needed here.")
    if len(said) > most:
        raise TextWrong("TOO_LONG", f"At most {most} characters fit here.")
    return said


def line(given: object, *, most: int) -> str:
    """Return what somebody wrote into a field of one line."""
    return " ".join(text(given, most=most).split())


def tokens(given: object) -> list[str]:
    """Return the ids of pictures that somebody says, each once. Raises TextWrong."""
    if not isinstance(given, list) or len(given) > MOST_PHOTOS or not all(isinstance(one, str) for one in given):
        raise TextWrong("INVALID", f"`files` are the ids of at most {MOST_PHOTOS} pictures.")
    return list(dict.fromkeys(one.replace("\0", "") for one in given))


def described(given: str | None) -> str:
    """Return what somebody says is in a picture, in one line. Raises TextWrong past MOST_ALT characters."""
    return line(given, most=MOST_ALT) if given and given.strip() else ""


def rating(score: object, words: object) -> tuple[int, str]:
    """Return how many of five somebody gives, and what they add. Raises TextWrong."""
    return stars(score), text(words, most=MOST_RATING_TEXT) if words else ""


def stars(given: object) -> int:
    if type(given) is not int or not 1 <= given <= 5:
        raise TextWrong("INVALID", "`score` is a number from 1 to 5.")
    return given


def link_digest(token: str) -> bytes:
    """Return what is kept of a link's token: enough to know it again, not to open anything with it."""
    return sha256(token.encode("utf-8", "replace")).digest()


def chat_digest(key: str) -> bytes:
    """Return what tells a chat that somebody unknown begins with this key from every other."""
    return sha256(f"chat {key}".encode("utf-8", "replace")).digest()


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

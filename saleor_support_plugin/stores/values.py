"""One value of what a merchant sets, read from JSON: what it may be, and the sentence that says so when it is not."""

import itertools
import re
from dataclasses import dataclass
from datetime import time
from typing import Any
from urllib.parse import urlsplit

from ..hours import zones

MAIL = re.compile(r"[^@\s<>\"]{1,64}@[^@\s<>\"]{1,190}")
MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that cannot be saved as it is: which field, a code, and a sentence."""

    field: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Shift:
    """From `opens` to before `closes` on one day, by the clock of the place; closing at midnight is its end."""

    opens: time
    closes: time


class Wrong(ValueError):
    """A value that is not allowed; the message says what is."""

    code = "INVALID"


class TooLoose(Wrong):
    """The law, or what people bear, asks for more than that."""

    code = "TOO_LOOSE"


def fault_of(name: str, error: Exception) -> Fault:
    """Say what is wrong with a field whose reader raised."""
    if isinstance(error, Wrong):
        return Fault(name, error.code, str(error))
    return Fault(name, "INVALID", f"`{name}` has the wrong shape.")


def one_line(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 200 or any(letter < " " for letter in value):
        raise Wrong("This is one line of at most 200 characters.")
    return value.strip()


def mail(value: Any) -> str:
    text = one_line(value)
    if text and not MAIL.fullmatch(text):
        raise Wrong("This is not an e-mail address.")
    return text


def web_address(value: Any) -> str:
    text = one_line(value)
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.netloc or parts.username is not None):
        raise Wrong("This is not an address that starts with https://.")
    return text.rstrip("/")


def few_lines(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 500 or value.count("\n") > 9:
        raise Wrong("This is at most 10 lines and 500 characters.")
    return "\n".join(one_line(line) for line in value.splitlines()).strip()


def switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Wrong("This is on or off.")
    return value


def between(least: int, most: int) -> Any:
    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise Wrong(f"This is a number from {least} to {most}.")
        return value

    return read


def time_zone(value: Any) -> str:
    if value not in zones.names():
        raise Wrong("This is not a time zone such as Europe/Istanbul.")
    return str(value)


def week_of_shifts(value: Any) -> tuple[tuple[Shift, ...], ...]:
    if not isinstance(value, list) or len(value) != 7:
        raise Wrong("A week has seven days, Monday first.")
    return tuple(_day(shifts) for shifts in value)


def _day(value: Any) -> tuple[Shift, ...]:
    shifts = tuple(sorted((_shift(one) for one in value), key=lambda shift: shift.opens))
    for before, after in itertools.pairwise(shifts):
        if after.opens < before.closes or before.closes == MIDNIGHT:
            raise Wrong("The shifts of a day must not overlap.")
    return shifts


def _shift(value: Any) -> Shift:
    opens, closes = (time.fromisoformat(one) for one in value)
    if not opens < closes and closes != MIDNIGHT:
        raise Wrong("A shift must open before it closes; one past midnight is two shifts, the first until 00:00.")
    return Shift(opens, closes)


def list_of(read: Any, most: int) -> Any:
    def read_all(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) > most:
            raise Wrong(f"This is a list of at most {most}.")
        return tuple(read(one) for one in value)

    return read_all

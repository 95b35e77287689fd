"""One value of a line of facts: what it may be, or exactly what is wrong with it."""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from ..hours.zones import names, zones_by_country
from ..money import Money
from .facts import Days

type Read[T] = Callable[[Any, str], T]
MOST_LETTERS = 200
MOST_LISTED = 1000
YEARS = range(1970, 2200)
CURRENCY = re.compile(r"[A-Z]{3}")


class LineWrong(Exception):
    """A line that cannot be answered; `code` and `field` say why."""

    def __init__(self, code: str, field: str, message: str) -> None:
        super().__init__(message)
        self.code, self.field = code, field


class Fields:
    """An object's fields, each taken once; what is left over at the end was written in vain, and is said to be."""

    def __init__(self, value: Any, path: str = "") -> None:
        if not isinstance(value, dict):
            raise LineWrong("OBJECT_WRONG", path, "This is an object of fields.")
        self._left, self._path = dict(value), path

    def need[T](self, name: str, read: Read[T]) -> T:
        if name not in self._left:
            raise LineWrong("MISSING", self._at(name), "This has to be said.")
        return read(self._left.pop(name), self._at(name))

    def take[T, Usual](self, name: str, read: Read[T], usual: Usual) -> T | Usual:
        value = self._left.pop(name, None)
        return usual if value is None else read(value, self._at(name))

    def end(self) -> None:
        for name in self._left:
            raise LineWrong("UNKNOWN", self._at(name), "There is no such field.")

    def _at(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name


def text(value: Any, path: str) -> str:
    if not isinstance(value, str) or len(value) > MOST_LETTERS or not value.isprintable():
        raise LineWrong("TEXT_WRONG", path, f"This is one line of at most {MOST_LETTERS} characters.")
    return value


def switch(value: Any, path: str) -> bool:
    if not isinstance(value, bool):
        raise LineWrong("SWITCH_WRONG", path, "This is true or false.")
    return value


def whole(least: int, most: int) -> Read[int]:
    def read(value: Any, path: str) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise LineWrong("NUMBER_WRONG", path, f"This is a whole number from {least} to {most}.")
        return value

    return read


def maybe[T](read: Read[T]) -> Read[T | None]:
    return lambda value, path: None if value is None else read(value, path)


def listed[T](read: Read[T]) -> Read[list[T]]:
    def read_all(value: Any, path: str) -> list[T]:
        if not isinstance(value, list) or len(value) > MOST_LISTED:
            raise LineWrong("LIST_WRONG", path, f"This is a list of at most {MOST_LISTED}.")
        return [read(one, f"{path}[{number}]") for number, one in enumerate(value)]

    return read_all


def week[T](read: Read[T]) -> Read[list[T]]:
    def read_all(value: Any, path: str) -> list[T]:
        if not isinstance(value, list) or len(value) != 7:
            raise LineWrong("WEEK_WRONG", path, "A week has seven days, Monday first.")
        return [read(one, f"{path}[{number}]") for number, one in enumerate(value)]

    return read_all


def by_day[T](read: Read[T]) -> Read[Mapping[date, T]]:
    def read_all(value: Any, path: str) -> Mapping[date, T]:
        if not isinstance(value, dict) or len(value) > MOST_LISTED:
            raise LineWrong("OBJECT_WRONG", path, f"This is an object of at most {MOST_LISTED} days.")
        return {day(name, f"{path}.{name}"): read(one, f"{path}.{name}") for name, one in value.items()}

    return read_all


def moment(value: Any, path: str) -> datetime:
    found = _iso(datetime.fromisoformat, value)
    if found is None or found.tzinfo is None or found.year not in YEARS:
        raise LineWrong("TIME_WRONG", path, "This is a time with its zone, such as 2026-11-20T14:30:00+03:00.")
    return found


def day(value: Any, path: str) -> date:
    found = _iso(date.fromisoformat, value)
    if found is None or found.year not in YEARS:
        raise LineWrong("DAY_WRONG", path, "This is a day such as 2026-11-20.")
    return found


def clock(value: Any, path: str) -> time:
    found = _iso(time.fromisoformat, value)
    if found is None or found.tzinfo is not None:
        raise LineWrong("CLOCK_WRONG", path, "This is a clock such as 15:00.")
    return found


def _iso[T](read: Callable[[str], T], value: Any) -> T | None:
    try:
        return read(value) if isinstance(value, str) else None
    except ValueError:
        return None


def zone(value: Any, path: str) -> ZoneInfo:
    if value not in names():
        raise LineWrong("ZONE_WRONG", path, "This is a time zone such as Europe/Istanbul.")
    return ZoneInfo(value)


def country(value: Any, path: str) -> str:
    if not isinstance(value, str) or value not in zones_by_country():
        raise LineWrong("COUNTRY_WRONG", path, "This is a country by two letters, such as TR.")
    return value


def days(value: Any, path: str) -> Days:
    fields = Fields(value, path)
    count = whole(0, 365)
    found = Days(fields.need("from", count), fields.need("to", count))
    fields.end()
    if found.least > found.most:
        raise LineWrong("DAYS_WRONG", path, "`from` is not more than `to`.")
    return found


def money(value: Any, path: str) -> Money:
    fields = Fields(value, path)
    found = Money(fields.need("amount", amount), fields.need("currency", text))
    fields.end()
    if not CURRENCY.fullmatch(found.currency):
        raise LineWrong("CURRENCY_WRONG", f"{path}.currency", "This is a currency such as TRY.")
    return found


def amount(value: Any, path: str) -> Decimal:
    """Read a number that is written as text, for a number of JSON is not exact."""
    try:
        found = Decimal(value) if isinstance(value, str) else Decimal("NaN")
    except InvalidOperation:
        found = Decimal("NaN")
    if not math.isfinite(found) or not 0 <= found < 10**12:
        raise LineWrong("AMOUNT_WRONG", path, 'This is an amount as text, such as "49.90".')
    return found

"""Public holidays by country, from the package `holidays`: those of the whole country, whole days and half ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

# The package says only in its words from when on a half day is free. What it says without a clock is left out: in some
# countries such a day is free for some people only, and in others nobody knows how much of it.
CLOCK = re.compile(r"\(saat (\d\d)\.00'ten\)|\(frá kl\. (\d\d)\.00\)|\(from (\d\d)pm\)")
GUESSED = re.compile(r" \((tahmini|estimated)\)")


@dataclass(frozen=True, slots=True, order=True)
class Holiday:
    """A day off by its name in the country's own language; with `half_until`, work ends at that clock."""

    on: date
    name: str
    half_until: time | None = None


@lru_cache(maxsize=1000)
def days_off(country: str, year: int) -> frozenset[date]:
    """Return a country's public holidays in a year; none for a country (ISO 3166) that the package does not know."""
    return frozenset(holiday.on for holiday in holidays_of(country, year) if holiday.half_until is None)


def holidays_of(country: str, year: int) -> tuple[Holiday, ...]:
    """Return a country's holidays and half days in a year, by date; none for a country that is not known."""
    whole = [Holiday(on, _name(name)) for on, name in _listed(country, year, "public")]
    half = [
        Holiday(on, _name(name), time(int(clock[clock.lastindex or 0])))
        for on, name in _listed(country, year, "half_day")
        if (clock := CLOCK.search(name))
    ]
    return tuple(sorted([*whole, *half], key=lambda holiday: (holiday.on, holiday.name)))


def _listed(country: str, year: int, category: str) -> Iterator[tuple[date, str]]:
    import holidays  # here: it is half a second and 50 MB, and most processes ask for no holiday

    try:
        found = holidays.country_holidays(country.upper(), years=year, categories=(category,))
    except (NotImplementedError, ValueError):  # a country, or a category of this country, that it does not have
        return
    yield from found.items()


def _name(name: str) -> str:
    return GUESSED.sub("", CLOCK.sub("", name)).strip()

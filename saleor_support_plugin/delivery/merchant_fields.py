"""Every setting about delivery, and how its JSON is read."""

import re
from datetime import date, time
from typing import Any

from ..hours.zones import zones_by_country
from ..stores.objects import ObjectWrong, Reader, or_none, required, rows
from ..stores.values import (
    Fault,
    Wrong,
    between,
    list_of,
    one_line,
    switch,
    time_zone,
    web_address,
    week_of_shifts,
)
from .facts import Days
from .merchant import AttributeRule, Closure, StoreRules, TransitRule, VendorRule, WarehouseRules, plain_code

MOST_DAYS = 365
PREFIX = re.compile(r"[A-Za-z0-9][A-Za-z0-9 -]{0,9}")


def _or_usual(reader: Reader) -> Reader:
    """Read what may be left to what is usual: an empty list."""
    return lambda value: () if value == [] else reader(value)


def _seven(reader: Reader) -> Reader:
    def read_all(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) != 7:
            raise Wrong("A week has seven days, Monday first.")
        return tuple(reader(one) for one in value)

    return read_all


def _working_week(value: Any) -> tuple[bool, ...]:
    week: tuple[bool, ...] = _seven(switch)(value)
    if not any(week):
        raise Wrong("A week has at least one day with work.")
    return week


def _clock(value: Any) -> time:
    clock = time.fromisoformat(value)
    if clock.tzinfo is not None or clock.second or clock.microsecond:
        raise Wrong("This is a time of day such as 15:00.")
    return clock


def _cutoffs(value: Any) -> tuple[time | None, ...]:
    clocks: tuple[time | None, ...] = _seven(or_none(_clock))(value)
    if time() in clocks:
        raise Wrong("Nothing is ordered on a day before 00:00: leave the day empty.")
    if not any(clocks):
        raise Wrong("At least one day of the week has a time until which orders leave that day.")
    return clocks


def _days(value: Any) -> Days:
    count = between(0, MOST_DAYS)
    days = Days(count(value["least"]), count(value["most"]))
    if days.least > days.most:
        raise Wrong("The first number of days is at most the second.")
    return days


def _country(value: Any) -> str:
    code = one_line(value).upper()
    if code and code not in zones_by_country():
        raise Wrong("This is not a country's code of two letters, such as TR.")
    return code


def _prefix(value: Any) -> str:
    text = one_line(value)
    if text and not PREFIX.fullmatch(text):
        raise Wrong("This is how postal codes begin, such as 34.")
    return text.upper()


def _closure(*, first: date, last: date, name: str = "") -> Closure:
    return Closure(first, max(first, last), name)


def warehouse(**values: Any) -> WarehouseRules:
    rules = WarehouseRules(**values)
    if any(clock and not works for works, clock in zip(rules.week, rules.cutoffs, strict=False)):
        raise ObjectWrong([Fault("cutoffs", "INVALID", "On a day without work nothing leaves.")])
    return rules


def _transit(**values: Any) -> TransitRule:
    rule = TransitRule(**values)
    if rule.postal_prefix and not rule.country:
        raise ObjectWrong([Fault("country", "REQUIRED", "Postal codes belong to a country: choose one.")])
    return rule


def store(**values: Any) -> StoreRules:
    rules, faults = StoreRules(**values), []
    seen = set()
    for index, rule in enumerate(rules.transit):
        key = (rule.method, rule.country, plain_code(rule.postal_prefix))
        if key in seen:
            faults.append(Fault(f"transit.{index}.method", "UNIQUE", "Another row is for the same parcels."))
        seen.add(key)
    if rules.vendors and not rules.vendor_attribute:
        faults.append(Fault("vendor_attribute", "REQUIRED", "Name the attribute that says who the vendor is."))
    if faults:
        raise ObjectWrong(faults)
    return rules


WAREHOUSE: dict[str, Reader] = {
    "time_zone": lambda value: value and time_zone(value),
    "week": _or_usual(_working_week),
    "cutoffs": _or_usual(_cutoffs),
    "handling": _days,
    "holidays": switch,
    "works_on": list_of(date.fromisoformat, 100),
    "half_day_until": _clock,
    "closures": rows(
        {"first": date.fromisoformat, "last": date.fromisoformat, "name": one_line},
        required(_closure, "first", "last"),
        100,
    ),
    "expected_on": or_none(date.fromisoformat),
    "pickup_week": or_none(week_of_shifts),
    "pickup_ready_hours": between(0, 240),
}
STORE: dict[str, Reader] = {
    "transit": rows(
        {
            "days": _days,
            "method": one_line,
            "country": _country,
            "postal_prefix": _prefix,
            "week": or_none(_working_week),
            "holidays": switch,
        },
        required(_transit, "days"),
    ),
    "slow": rows(
        {"attribute": one_line, "extra_handling": _days, "values": list_of(one_line, 100)},
        required(AttributeRule, "attribute", "extra_handling"),
        20,
    ),
    "vendor_attribute": one_line,
    "vendors": rows(
        {"vendor": one_line, "extra_handling": _days}, required(VendorRule, "vendor", "extra_handling"), 200
    ),
}
CHANNEL: dict[str, Reader] = {
    "returns_days": or_none(between(0, MOST_DAYS)),
    "returns_url": web_address,
    "wrong_url": web_address,
    "duties_note": one_line,
    "narrowest_days": between(1, 30),
    "widen": switch,
    "apologise": switch,
}

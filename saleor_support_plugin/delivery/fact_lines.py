"""A line of facts as a question, docs/delivery-promise.md: for `saleor-support promise`, which asks nothing else."""

from collections.abc import Mapping
from typing import Any, get_args
from zoneinfo import ZoneInfo

import orjson

from ..hours.zones import zone_of_country
from .calendars import calendar_of
from .fact_fields import (
    Fields,
    LineWrong,
    amount,
    by_day,
    clock,
    country,
    day,
    days,
    listed,
    maybe,
    moment,
    money,
    switch,
    text,
    week,
    whole,
    zone,
)
from .facts import WORKWEEK, Calendar, Days, Item, Method, Question, Supply, Tax, Warehouse
from .rules import promise
from .saying import promise_body

MOST_PIECES = 1000
YEARS_AHEAD = 3
NONE = Days(0, 0)
TAXES = get_args(Tax.__value__)


def answer(line: bytes) -> Mapping[str, Any]:
    """Return what is promised by these facts, as a product page has it. Raises LineWrong."""
    fields = Fields(_json(line))
    name = fields.take("id", text, None)
    question = _question(fields)
    fields.end()
    return {"id": name, **promise_body(promise(question))}


def _json(line: bytes) -> Any:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise LineWrong("NOT_JSON", "", f"This is not JSON: {error}.") from error


def _question(fields: Fields) -> Question:
    now = fields.need("now", moment)
    years = range(now.year - 1, now.year + YEARS_AHEAD)
    destination = fields.need("destination", _destination)
    warehouses = fields.need("warehouses", listed(lambda value, path: _warehouse(value, path, years)))
    question = Question(
        now=now,
        destination=destination,
        items=fields.need("items", listed(_item)),
        warehouses={one.id: one for one in warehouses},
        methods=fields.need("methods", listed(lambda value, path: _method(value, path, destination, years))),
        subtotal=fields.take("subtotal", money, None),
    )
    _check_names(question, len(warehouses))
    return question


def _check_names(question: Question, warehouses: int) -> None:
    """Nothing is skipped in silence: neither a warehouse that is not described nor one that is twice."""
    if len(question.warehouses) != warehouses:
        raise LineWrong("TWICE", "warehouses", "Two of them have one id.")
    if len({method.id for method in question.methods}) != len(question.methods):
        raise LineWrong("TWICE", "methods", "Two of them have one id.")
    for number, item in enumerate(question.items):
        for place, supply in enumerate(item.supplies):
            if supply.warehouse_id not in question.warehouses:
                path = f"items[{number}].supplies[{place}].warehouse"
                raise LineWrong("WAREHOUSE_UNKNOWN", path, "There is no warehouse with this id.")


def _destination(value: Any, path: str) -> ZoneInfo:
    fields = Fields(value, path)
    where = fields.take("zone", zone, None) or zone_of_country(fields.need("country", country))
    fields.take("country", country, "")
    fields.end()
    return where


def _calendar(fields: Fields, path: str, usual: ZoneInfo, place: str, years: range) -> Calendar:
    """Read the fields of a calendar. Holidays are taken from the package `holidays`, for who says so."""
    has_holidays = fields.take("holidays", switch, False)
    if has_holidays and not place:
        raise LineWrong("MISSING", f"{path}.country", "Holidays are those of a country.")
    calendar = calendar_of(
        place,
        zone=fields.take("zone", zone, zone_of_country(place) if place else usual),
        week=fields.take("week", week(switch), WORKWEEK),
        closures=fields.take("closures", by_day(text), {}),
        years=years if has_holidays else (),
    )
    half = fields.take("halfDays", by_day(_half), {})
    return Calendar(calendar.zone, calendar.week, calendar.off, {**calendar.half, **half})


def _half(value: Any, path: str) -> tuple[Any, str]:
    fields = Fields(value, path)
    found = fields.need("until", clock), fields.take("name", text, "")
    fields.end()
    return found


def _warehouse(value: Any, path: str, years: range) -> Warehouse:
    fields = Fields(value, path)
    place = fields.need("country", country)
    found = Warehouse(
        id=fields.need("id", text),
        name=fields.take("name", text, ""),
        country=place,
        calendar=_calendar(fields, path, zone_of_country(place), place, years),
        cutoffs=fields.need("cutoffs", week(maybe(clock))),
        handling=fields.take("handling", days, NONE),
        cutoffs_given=fields.take("cutoffsGiven", switch, True),
    )
    fields.end()
    return found


def _item(value: Any, path: str) -> Item:
    fields = Fields(value, path)
    found = Item(
        quantity=fields.need("quantity", whole(1, MOST_PIECES)),
        supplies=fields.need("supplies", listed(_supply)),
        is_shipping_required=fields.take("shippingRequired", switch, True),
        extra_handling=fields.take("extraHandling", days, NONE),
        not_before=fields.take("notBefore", day, None),
        weight=fields.take("weight", amount, None),
        excluded_methods=frozenset(fields.take("excludedMethods", listed(text), ())),
    )
    fields.end()
    return found


def _supply(value: Any, path: str) -> Supply:
    fields = Fields(value, path)
    found = Supply(
        warehouse_id=fields.need("warehouse", text),
        available=fields.need("available", maybe(whole(-(10**9), 10**9))),
        expected_on=fields.take("expectedOn", day, None),
    )
    fields.end()
    return found


def _method(value: Any, path: str, destination: ZoneInfo, years: range) -> Method:
    fields = Fields(value, path)
    ids = fields.take("warehouses", listed(text), None)
    found = Method(
        id=fields.need("id", text),
        name=fields.take("name", text, ""),
        price=fields.need("price", money),
        tax=fields.take("tax", _tax, "INCLUDED"),
        transit=fields.take("transit", days, None),
        carrier=fields.take(
            "carrier", lambda value, path: _carrier(value, path, destination, years), Calendar(destination)
        ),
        late_days=fields.take("lateDays", whole(0, 365), 0),
        minimum_order=fields.take("minimumOrder", money, None),
        maximum_order=fields.take("maximumOrder", money, None),
        minimum_weight=fields.take("minimumWeight", amount, None),
        maximum_weight=fields.take("maximumWeight", amount, None),
        warehouse_ids=None if ids is None else frozenset(ids),
    )
    fields.end()
    return found


def _tax(value: Any, path: str) -> Tax:
    for tax in TAXES:
        if tax == value:
            return tax  # type: ignore[no-any-return]
    raise LineWrong("TAX_WRONG", path, f"This is one of {', '.join(TAXES)}.")


def _carrier(value: Any, path: str, destination: ZoneInfo, years: range) -> Calendar:
    fields = Fields(value, path)
    found = _calendar(fields, path, destination, fields.take("country", country, ""), years)
    fields.end()
    return found

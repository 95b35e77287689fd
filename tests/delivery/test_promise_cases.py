"""Dates that were worked out from calendars: promise_cases.txt says where, when and what."""

import json
import tomllib
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from saleor_support_plugin.delivery.fact_lines import answer

HERE = Path(__file__).parent
EVERY_DAY = [True] * 7


class Case(NamedTuple):
    name: str
    shop: str
    now: str
    first: str
    last: str
    cutoff: str


def cases() -> list[Case]:
    lines = (HERE / "promise_cases.txt").read_text(encoding="utf-8").splitlines()
    return [Case(*map(str.strip, line.split("|"))) for line in lines if line and not line.startswith("#")]


CASES = cases()


@cache
def shops() -> dict[str, dict[str, Any]]:
    """Return each shop's facts. TOML has no null: an empty cut-off and a missing `available` stand for it."""
    found: dict[str, dict[str, Any]] = {}
    for name, told in tomllib.loads((HERE / "promise_shops.toml").read_text(encoding="utf-8")).items():
        facts = every_day(**told["daily"]) if "daily" in told else found.get(told.get("like", ""), {}) | told
        found[name] = {field: value for field, value in facts.items() if field != "like"}
        for warehouse in found[name]["warehouses"]:
            warehouse["cutoffs"] = [clock or None for clock in warehouse["cutoffs"]]
        for item in found[name]["items"]:
            item["supplies"] = [{"available": None, **supply} for supply in item["supplies"]]
    return found


def every_day(*, zone: str, cutoff: str, to: str = "", transit: int = 1) -> dict[str, Any]:
    warehouse = {"id": "one", "country": "TR", "zone": zone, "week": EVERY_DAY, "cutoffs": [cutoff] * 7}
    price = {"amount": "1", "currency": "EUR"}
    method = {
        "id": "parcel",
        "price": price,
        "transit": {"from": transit, "to": transit},
        "carrier": {"week": EVERY_DAY},
    }
    supply = {"warehouse": "one", "available": 1}
    return {
        "destination": {"zone": to or zone},
        "items": [{"quantity": 1, "supplies": [supply]}],
        "warehouses": [warehouse],
        "methods": [method],
    }


def said(case: Case) -> list[str]:
    """Return what is promised as the table has it."""
    told = answer(json.dumps(shops()[case.shop] | {"now": case.now.split(" ")[1]}).encode())
    if told["reason"]:
        return [told["reason"], "-", "-"]
    (option,) = told["options"]
    cutoff = option["cutoff"] or "-"
    return [option["window"]["from"], option["window"]["to"], cutoff]


def written(case: Case) -> list[str]:
    if case.last == "-":
        return [case.first, "-", "-"]
    cutoff = case.cutoff
    if cutoff != "-":
        cutoff = datetime.fromisoformat(cutoff).astimezone(UTC).isoformat().replace("+00:00", "Z")
    return [case.first.split(" ")[1], case.last.split(" ")[1], cutoff]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.name} ({case.shop})")
def test_a_date_is_what_the_calendar_says(case: Case) -> None:
    assert said(case) == written(case)


def test_the_table_is_large_and_its_names_and_weekdays_are_right() -> None:
    assert len(CASES) >= 500
    assert len({(case.name, case.shop) for case in CASES}) == len(CASES)
    assert {case.shop for case in CASES} == set(shops())
    for weekday, day in (
        text.split(" ") for case in CASES for text in (case.now, case.first, case.last) if " " in text
    ):
        assert f"{date.fromisoformat(day[:10]):%a}" == weekday, day

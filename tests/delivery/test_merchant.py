"""What merchants set about delivery: how it is read, what is said when it cannot be, and which rule holds."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.delivery.facts import Days
from saleor_support_plugin.delivery.merchant import (
    ChannelRules,
    MerchantRules,
    StoreRules,
    TransitRule,
    WarehouseRules,
    plain_code,
)
from saleor_support_plugin.delivery.merchant_json import (
    as_data,
    channel_rules,
    of_rows,
    store_rules,
    warehouse_rules,
    whole,
)
from saleor_support_plugin.delivery.usual import usual_carrier_week, usual_week
from saleor_support_plugin.stores.objects import ObjectWrong

WEEKDAYS = [True] * 5 + [False] * 2
CUTOFFS = ["15:00"] * 5 + [None] * 2
WAREHOUSE: dict[str, Any] = {
    "time_zone": "Europe/Istanbul",
    "week": WEEKDAYS,
    "cutoffs": CUTOFFS,
    "handling": {"least": 1, "most": 2},
    "holidays": False,
    "works_on": ["2026-10-29"],
    "half_day_until": "12:30",
    "closures": [{"first": "2026-12-24", "last": "2026-12-31", "name": "Stock-taking"}],
    "expected_on": "2027-01-15",
    "pickup_week": [[["09:00", "18:00"]], [], [], [], [], [], []],
    "pickup_ready_hours": 4,
}
STORE: dict[str, Any] = {
    "transit": [
        {
            "days": {"least": 1, "most": 2},
            "method": "M1",
            "country": "TR",
            "postal_prefix": "34",
            "week": [True] * 6 + [False],
            "holidays": False,
        }
    ],
    "slow": [{"attribute": "size", "extra_handling": {"least": 1, "most": 1}, "values": ["bulky"]}],
    "vendor_attribute": "vendor",
    "vendors": [{"vendor": "acme", "extra_handling": {"least": 2, "most": 3}}],
}
CHANNEL: dict[str, Any] = {
    "returns_days": 30,
    "returns_url": "https://shop.example/returns",
    "wrong_url": "https://shop.example/help",
    "duties_note": "Duties are paid by us.",
    "narrowest_days": 2,
    "widen": False,
    "apologise": False,
}


def faults_of(data: Any, read: Any) -> list[tuple[str, str]]:
    with pytest.raises(ObjectWrong) as refused:
        read(data)
    return [(fault.field, fault.code) for fault in refused.value.faults]


@pytest.mark.parametrize(
    ("read", "data"), [(warehouse_rules, WAREHOUSE), (store_rules, STORE), (channel_rules, CHANNEL)]
)
def test_what_a_merchant_sets_is_read_and_written_back_the_same(read: Any, data: dict[str, Any]) -> None:
    assert whole(read(data)) == data
    assert as_data(read(data)) == data


def test_only_what_differs_from_the_defaults_is_kept() -> None:
    assert as_data(warehouse_rules(whole(WarehouseRules()))) == {}
    assert as_data(channel_rules({**whole(ChannelRules()), "returns_days": 14})) == {"returns_days": 14}


def test_cutoffs_that_a_merchant_gave_are_told_from_usual_ones() -> None:
    rules = of_rows([("W1", "", {"cutoffs": CUTOFFS}), ("", "tr", CHANNEL), ("", "", STORE)])
    given_ones, usual_ones = rules.warehouse("W1", "TR"), rules.warehouse("W2", "TR")
    assert given_ones.cutoffs == usual_ones.cutoffs == (*[time(15)] * 5, None, None)
    assert (given_ones.cutoffs_given, usual_ones.cutoffs_given) == (True, False)
    assert rules.channel("tr").returns_days == 30
    assert rules.channel("de") == ChannelRules()
    assert rules.store.vendor_attribute == "vendor"


def test_a_saturday_with_a_cutoff_is_a_day_of_work_though_no_week_was_given() -> None:
    saturday = [*["15:00"] * 5, "12:00", None]
    assert of_rows([("W1", "", {"cutoffs": saturday})]).warehouse("W1", "TR").week == (*[True] * 6, False)


@pytest.mark.parametrize(
    ("country", "works", "carries"),
    [
        ("TR", "1111100", "1111110"),
        ("SA", "1111001", "1111001"),
        ("IN", "1111110", "1111110"),
        ("NL", "1111100", "1111100"),
        ("XX", "1111100", "1111100"),
    ],
)
def test_weeks_are_those_that_are_usual_in_a_country(country: str, works: str, carries: str) -> None:
    assert usual_week(country) == tuple(day == "1" for day in works)
    assert usual_carrier_week(country) == tuple(day == "1" for day in carries)


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        ({"cutoffs": [None] * 7}, [("cutoffs", "INVALID")]),
        ({"cutoffs": ["00:00", *[None] * 6]}, [("cutoffs", "INVALID")]),
        ({"cutoffs": ["15:00"] * 6}, [("cutoffs", "INVALID")]),
        ({"cutoffs": ["25:00", *[None] * 6]}, [("cutoffs", "INVALID")]),
        ({"week": WEEKDAYS, "cutoffs": ["15:00"] * 7}, [("cutoffs", "INVALID")]),
        ({"week": [False] * 7}, [("week", "INVALID")]),
        ({"handling": {"least": 3, "most": 1}}, [("handling", "INVALID")]),
        ({"handling": {"least": -1, "most": 1}}, [("handling", "INVALID")]),
        ({"handling": {"least": 0}}, [("handling", "INVALID")]),
        ({"handling": None, "magic": 1}, [("handling", "INVALID"), ("magic", "UNKNOWN")]),
        ({"time_zone": "Middle/Earth"}, [("time_zone", "INVALID")]),
        ({"half_day_until": "13:00+03:00"}, [("half_day_until", "INVALID")]),
        ({"closures": [{"first": "2026-12-24"}]}, [("closures.0.last", "REQUIRED")]),
        ({"closures": [{"first": "", "last": "2026-12-24"}]}, [("closures.0.first", "INVALID")]),
        ({"closures": ["2026-12-24"]}, [("closures.0", "INVALID")]),
        ({"works_on": "2026-12-24"}, [("works_on", "INVALID")]),
        ({"pickup_ready_hours": True}, [("pickup_ready_hours", "INVALID")]),
    ],
)
def test_every_fault_of_a_warehouse_is_named_with_its_field(data: Any, faults: list[tuple[str, str]]) -> None:
    assert faults_of(data, warehouse_rules) == faults


def row(**changed: Any) -> dict[str, Any]:
    return {"days": {"least": 1, "most": 2}} | changed


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        ({"transit": [row(), row(days={"least": 2, "most": 1})]}, [("transit.1.days", "INVALID")]),
        ({"transit": [{"method": "M1"}]}, [("transit.0.days", "REQUIRED")]),
        ({"transit": [row(postal_prefix="34")]}, [("transit.0.country", "REQUIRED")]),
        ({"transit": [row(country="Turkey")]}, [("transit.0.country", "INVALID")]),
        ({"transit": [row(country="TR", postal_prefix="%")]}, [("transit.0.postal_prefix", "INVALID")]),
        ({"transit": [row(week=[True])]}, [("transit.0.week", "INVALID")]),
        (
            {"transit": [row(country="TR", postal_prefix="3 4"), row(country="tr", postal_prefix="34")]},
            [("transit.1.method", "UNIQUE")],
        ),
        ({"vendors": STORE["vendors"]}, [("vendor_attribute", "REQUIRED")]),
        ({"slow": [{"attribute": "", "extra_handling": {"least": 1, "most": 1}}]}, [("slow.0.attribute", "REQUIRED")]),
    ],
)
def test_every_fault_of_a_row_is_named_with_its_place(data: Any, faults: list[tuple[str, str]]) -> None:
    assert faults_of(data, store_rules) == faults


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        ({"returns_days": -1}, [("returns_days", "INVALID")]),
        ({"returns_url": "javascript:alert(1)"}, [("returns_url", "INVALID")]),
        ({"narrowest_days": 0}, [("narrowest_days", "INVALID")]),
        ({"widen": "yes"}, [("widen", "INVALID")]),
    ],
)
def test_every_fault_of_a_channel_is_named_with_its_field(data: Any, faults: list[tuple[str, str]]) -> None:
    assert faults_of(data, channel_rules) == faults


def rules_with(*transit: TransitRule) -> MerchantRules:
    return MerchantRules(store=StoreRules(transit=transit))


ANY = TransitRule(Days(5, 9))
TURKEY = TransitRule(Days(2, 4), country="TR")
ISTANBUL = TransitRule(Days(1, 2), country="TR", postal_prefix="34")
ASIAN_SIDE = TransitRule(Days(1, 1), country="TR", postal_prefix="34 7")
EXPRESS = TransitRule(Days(0, 1), method="EXPRESS")


@pytest.mark.parametrize(
    ("method", "country", "postal_code", "held"),
    [
        ("M1", "DE", "10115", ANY),
        ("M1", "TR", "", TURKEY),
        ("M1", "TR", "06000", TURKEY),
        ("M1", "TR", "34-100", ISTANBUL),
        ("M1", "TR", "34710", ASIAN_SIDE),
        ("EXPRESS", "TR", "34710", EXPRESS),
    ],
)
def test_the_most_exact_row_holds(method: str, country: str, postal_code: str, held: TransitRule) -> None:
    for rows in ([ANY, TURKEY, ISTANBUL, ASIAN_SIDE, EXPRESS], [EXPRESS, ASIAN_SIDE, ISTANBUL, TURKEY, ANY]):
        assert rules_with(*rows).transit(method=method, country=country, postal_code=postal_code) is held


def test_without_a_row_there_is_no_guess() -> None:
    assert rules_with(ISTANBUL).transit(method="M1", country="TR", postal_code="06000") is None


@given(st.text(max_size=12), st.text(max_size=12))
def test_a_postal_code_is_the_same_however_it_is_written(code: str, other: str) -> None:
    assert plain_code(f"{code} {other}") == plain_code(f"{code}-{other}") == plain_code(code) + plain_code(other)


def test_what_is_bulky_and_of_a_slow_vendor_takes_both_longer() -> None:
    rules = MerchantRules(store=store_rules(STORE))
    assert rules.extra_handling({"size": ["bulky"], "vendor": ["acme"]}) == Days(3, 4)
    assert rules.extra_handling({"size": ["small"], "vendor": ["acme"]}) == Days(2, 3)
    assert rules.extra_handling({"colour": ["bulky"]}) == Days(0, 0)


def test_a_closure_that_ends_before_it_begins_is_one_day() -> None:
    (closure,) = warehouse_rules({"closures": [{"first": "2026-12-24", "last": "2026-12-20"}]}).closures
    assert (closure.first, closure.last) == (date(2026, 12, 24), date(2026, 12, 24))

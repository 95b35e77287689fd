"""Staff change what is set about delivery: all of it or, with every fault named, nothing."""

import json
from datetime import time, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from saleor_support_plugin.delivery.models import DayOff, DeliveryRules, Warehouse
from saleor_support_plugin.shop.models import Channel
from saleor_support_plugin.stores.models import Store

from ..desks import ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop, global_id

pytestmark = pytest.mark.django_db

READ = """{ deliveryRules {
  store mayChangeAll
  warehouses { id name country place hasPickup rules usual holidays { on name halfUntil } }
  channels { slug name defaultCountry rules }
  methods { id name zone countries minimumDays maximumDays }
} }"""
SAVE = """mutation($input: [DeliveryRulesInput!]!) { deliveryRulesUpdate(input: $input) {
  deliveryRules { store warehouses { id rules } }
  errors { warehouse channel field code message }
} }"""
DEPOT = global_id("Warehouse", 1)


def add_warehouse(shop: Shop, name: str) -> None:
    Warehouse.across_stores.create(
        store=shop.store, saleor_id=global_id("Warehouse", name), name=f"{name} of {shop.name}", country="TR"
    )


def staff_of(shop: Shop) -> str:
    return shop.staff_token("MANAGE_SETTINGS")


def known(shop: Shop) -> dict[str, Any]:
    found: dict[str, Any] = ask_as(staff_of(shop), READ)["data"]["deliveryRules"]
    return found


def save(shop: Shop, *changes: dict[str, Any]) -> dict[str, Any]:
    given = [change | {"data": json.dumps(change["data"])} for change in changes]
    saved: dict[str, Any] = ask_as(staff_of(shop), SAVE, input=given)["data"]["deliveryRulesUpdate"]
    return saved


def faults(saved: dict[str, Any]) -> list[tuple[str | None, str | None, str, str]]:
    assert saved["deliveryRules"] is None
    return [(one["warehouse"], one["channel"], one["field"], one["code"]) for one in saved["errors"]]


def test_what_staff_save_is_read_again(aurora: Shop, saleor: FakeSaleor) -> None:
    saved = save(
        aurora,
        {"warehouse": DEPOT, "data": {"cutoffs": ["15:00"] * 5 + [None] * 2, "handling": {"least": 0, "most": 1}}},
        {"channel": "default-channel", "data": {"returns_days": 30}},
        {"data": {"transit": [{"days": {"least": 1, "most": 2}, "country": "TR"}]}},
    )
    assert saved["errors"] == []
    read = known(aurora)
    assert json.loads(read["warehouses"][0]["rules"])["cutoffs"] == ["15:00"] * 5 + [None] * 2
    assert json.loads(read["channels"][0]["rules"])["returns_days"] == 30
    assert json.loads(read["store"])["transit"][0]["country"] == "TR"
    # What is as it comes is not kept, so that a better default reaches whoever never chose.
    kept = aurora.store.delivery_rules.get(warehouse_id=DEPOT).data
    assert kept == {"cutoffs": ["15:00"] * 5 + [None] * 2}


def test_saved_twice_there_is_one_row(aurora: Shop, saleor: FakeSaleor) -> None:
    for days in (14, 30):
        save(aurora, {"channel": "default-channel", "data": {"returns_days": days}})
    assert aurora.store.delivery_rules.get().data == {"returns_days": 30}


def test_what_nobody_set_is_shown_as_usual(aurora: Shop, saleor: FakeSaleor) -> None:
    aurora.store.warehouses.update(click_and_collect="LOCAL", street="Liman Cd. 1")
    (warehouse,) = known(aurora)["warehouses"]
    assert (warehouse["place"], warehouse["hasPickup"]) == ("Liman Cd. 1, İstanbul", True)
    assert json.loads(warehouse["rules"])["cutoffs"] == []
    assert json.loads(warehouse["usual"]) == {
        "week": [True] * 5 + [False] * 2,
        "cutoffs": ["15:00"] * 5 + [None] * 2,
        "time_zone": "Europe/Istanbul",
    }


def test_one_fault_keeps_everything_as_it_was(aurora: Shop, saleor: FakeSaleor) -> None:
    saved = save(
        aurora,
        {"channel": "default-channel", "data": {"returns_days": 30}},
        {"warehouse": DEPOT, "data": {"handling": {"least": 2, "most": 1}, "week": [False] * 7}},
        {"data": {"transit": [{"days": {"least": 0, "most": 1}, "postal_prefix": "34"}]}},
    )
    assert faults(saved) == [
        (DEPOT, None, "handling", "INVALID"),
        (DEPOT, None, "week", "INVALID"),
        (None, None, "transit.0.country", "REQUIRED"),
    ]
    assert not aurora.store.delivery_rules.exists()


def test_another_stores_warehouse_is_as_one_that_is_not_there(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    add_warehouse(borealis, "foreign")
    foreign, missing = global_id("Warehouse", "foreign"), global_id("Warehouse", "missing")
    for id in (foreign, missing):
        assert faults(save(aurora, {"warehouse": id, "data": {}})) == [(id, None, "warehouse", "NOT_FOUND")]
    assert faults(save(aurora, {"channel": "nowhere", "data": {}})) == [(None, "nowhere", "channel", "NOT_FOUND")]
    assert [one["name"] for one in known(aurora)["warehouses"]] == ["Depot of aurora"]


def test_what_one_store_set_another_does_not_see(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    save(aurora, {"warehouse": DEPOT, "data": {"pickup_ready_hours": 7}})
    hours = [json.loads(known(shop)["warehouses"][0]["rules"])["pickup_ready_hours"] for shop in (aurora, borealis)]
    assert hours == [7, 2]


def test_who_may_see_some_channels_changes_only_those(aurora: Shop, saleor: FakeSaleor) -> None:
    saleor.channels = ["default-channel"]
    Channel.across_stores.create(
        store=aurora.store, saleor_id="C2", slug="de", name="de", currency="EUR", default_country="DE"
    )
    assert save(aurora, {"channel": "default-channel", "data": {"returns_days": 14}})["errors"] == []
    for where in ({"warehouse": DEPOT}, {"channel": "de"}, {}):
        refused = save(aurora, where | {"data": {}})
        assert [error["code"] for error in refused["errors"]] == ["CHANNEL_NOT_PERMITTED"]
    read = known(aurora)
    assert [one["slug"] for one in read["channels"]] == ["default-channel"]
    assert read["mayChangeAll"] is False


@pytest.mark.parametrize("query", [READ, "{ deliveryVariants { id } }"])
def test_it_needs_the_permission_to_manage_settings(aurora: Shop, saleor: FakeSaleor, query: str) -> None:
    answer = ask_as(aurora.staff_token("MANAGE_ORDERS"), query)
    assert answer["errors"][0]["message"] == "This needs the permission MANAGE_SETTINGS."
    ask_as(aurora.staff_token("MANAGE_ORDERS"), SAVE, input=[{"data": '{"vendor_attribute": "vendor"}'}])
    assert not aurora.store.delivery_rules.exists()


def test_holidays_of_the_next_twelve_months_stand_by_name(aurora: Shop, saleor: FakeSaleor) -> None:
    today = timezone.now().date()
    for days, name in ((-1, "Gone"), (10, "Arife"), (400, "Far")):
        DayOff.across_stores.create(
            country="TR", on=today + timedelta(days=days), name=name, half_until=time(13) if name == "Arife" else None
        )
    DayOff.across_stores.create(country="DE", on=today + timedelta(days=1), name="Foreign")
    (warehouse,) = known(aurora)["warehouses"]
    assert warehouse["holidays"] == [
        {"on": (today + timedelta(days=10)).isoformat(), "name": "Arife", "halfUntil": "13:00:00"}
    ]


def test_variants_to_look_at_are_found_by_name_and_are_the_stores_own(
    aurora: Shop, borealis: Shop, saleor: FakeSaleor
) -> None:
    ask = "query($search: String) { deliveryVariants(search: $search) { id name } }"
    found = [
        ask_as(staff_of(aurora), ask, search=search)["data"]["deliveryVariants"] for search in ("LAMP", "", "chair")
    ]
    lamp = [{"id": aurora.variant_id, "name": "Lamp of aurora"}]
    assert found == [lamp, lamp, []]


def test_the_same_number_of_questions_for_one_warehouse_and_for_twenty(
    aurora: Shop, saleor: FakeSaleor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    known(aurora)  # who asks is remembered from now on
    for count in (1, 20):
        for number in range(2, count + 1):
            add_warehouse(aurora, str(number))
        with django_assert_num_queries(6):
            assert len(known(aurora)["warehouses"]) == count


def test_rules_are_of_a_warehouse_or_of_a_channel(aurora: Shop) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        DeliveryRules.across_stores.create(
            store=aurora.store, warehouse_id="W", channel_slug="c", updated_at=timezone.now()
        )


def test_the_web_processes_hear_of_a_change(aurora: Shop, saleor: FakeSaleor, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Store] = []
    monkeypatch.setattr("saleor_support_plugin.delivery.configuring.announce", told.append)
    save(aurora, {"data": {"vendor_attribute": "vendor"}})
    save(aurora, {"data": {"magic": 1}})
    assert told == [aurora.store]

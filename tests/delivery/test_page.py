"""What a product page is told about delivery: at the door, by GraphQL, and from memory."""

import json
import socket
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
import requests
from django.db import transaction
from django.utils import timezone

from saleor_support_plugin.database import conninfo
from saleor_support_plugin.delivery import hot, queries
from saleor_support_plugin.delivery.kept import Memory
from saleor_support_plugin.delivery.models import DayOff, ShippingMethod, ShippingZone, Warehouse
from saleor_support_plugin.delivery.page import page_body
from saleor_support_plugin.delivery.promised import Asked
from saleor_support_plugin.delivery.promises import said_in
from saleor_support_plugin.delivery.questions import Destination
from saleor_support_plugin.shop import actions
from saleor_support_plugin.shop.models import Stock
from saleor_support_plugin.stores import actions as stores
from saleor_support_plugin.stores.announcing import announce
from saleor_support_plugin.stores.models import Store

from ..service import Service
from ..shop import facts
from ..shops import NOON, Shop, add_method, global_id


def read(service: Service, path: str, **headers: str) -> requests.Response:
    return requests.get(service.url + path, headers=headers, timeout=20)


def address(
    shop: Shop, *, channel: str = "default-channel", country: str = "TR", variant: str = "", rest: str = ""
) -> str:
    return f"/s/{shop.store.key}/{channel}/delivery/{quote(variant or shop.variant_id)}/{country}{rest}"


def method(shop: Shop, number: int) -> ShippingMethod:
    return shop.store.shipping_methods.get(saleor_id=global_id("ShippingMethod", number))


def until(is_so: Callable[[], bool], seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it did not become so in time"
        time.sleep(0.02)


@pytest.fixture
def hearing(committed: Service) -> Memory:
    memory = committed.application.doors.memory
    until(lambda: memory.hears)
    memory.forget_all()
    return memory


def test_a_product_page_reads_prices_and_windows(committed: Service, open_aurora: Shop) -> None:
    answer = read(committed, address(open_aurora))
    assert answer.status_code == 200
    told = answer.json()
    assert (told["country"], told["postalCode"], told["quantity"]) == ("TR", None, 1)
    assert [(one["id"], one["price"]["amount"], one["tax"]) for one in told["options"]] == [
        (global_id("ShippingMethod", 3), "19.90", "INCLUDED"),
        (global_id("ShippingMethod", 2), "29.90", "INCLUDED"),
        (global_id("ShippingMethod", 1), "49.90", "INCLUDED"),
    ]
    assert told["options"][0]["reason"] == "NO_DAYS"  # the merchant gave none, and none are guessed
    assert told["options"][0]["window"] is None
    assert told["options"][1]["window"]["from"] >= timezone.now().date().isoformat()
    assert told["fastest"] == global_id("ShippingMethod", 1)
    assert datetime.fromisoformat(told["until"]) > timezone.now()
    assert (told["pickup"], told["returns"], told["wrong"]) == ([], None, None)
    assert told["region"] == {"duties": False, "note": ""}


def test_nobody_counts_down_to_a_cutoff_that_no_merchant_gave(committed: Service, open_aurora: Shop) -> None:
    assert {one["cutoff"] for one in read(committed, address(open_aurora)).json()["options"]} == {None}
    open_aurora.store.delivery_rules.create(
        warehouse_id=global_id("Warehouse", 1), data={"cutoffs": ["23:59"] * 7}, updated_at=NOON
    )
    committed.forget()
    cutoffs = {one["cutoff"] for one in read(committed, address(open_aurora)).json()["options"] if one["window"]}
    assert None not in cutoffs


def test_anybody_may_read_and_keep_it_while_it_holds(committed: Service, open_aurora: Shop) -> None:
    answer = read(committed, address(open_aurora), origin="https://shop.example")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["access-control-expose-headers"] == "Date"
    assert "date" in answer.headers
    assert "access-control-allow-credentials" not in answer.headers
    assert "s-maxage=" in answer.headers["cache-control"]
    again = read(committed, address(open_aurora), **{"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "changed", [{"channel": "nowhere"}, {"country": "XX1"}, {"variant": "UHJvZHVjdFZhcmlhbnQ6OTk="}]
)
def test_what_is_not_there_is_not_found(committed: Service, open_aurora: Shop, changed: dict[str, str]) -> None:
    assert read(committed, address(open_aurora, **changed)).status_code == 404


@pytest.mark.parametrize(
    "listings",
    [
        {},
        {"another": {"published_at": "2026-01-01T00:00:00+00:00", "for_sale_at": None}},
        {"default-channel": {"published_at": "2126-01-01T00:00:00+00:00", "for_sale_at": None}},
    ],
)
def test_a_variant_that_is_not_published_is_not_found(
    committed: Service, open_aurora: Shop, listings: dict[str, object]
) -> None:
    open_aurora.store.variants.update(listings=listings)
    assert read(committed, address(open_aurora)).status_code == 404


@pytest.mark.parametrize(
    ("rest", "country", "code"),
    [
        ("/3471", "TR", "POSTAL_CODE_WRONG"),
        ("/ABCDE", "TR", "POSTAL_CODE_WRONG"),
        ("/1015", "NL", "POSTAL_CODE_WRONG"),
        ("/SW1A", "GB", "POSTAL_CODE_WRONG"),
        ("", "XX", "COUNTRY_WRONG"),
        ("?quantity=0", "TR", "QUANTITY_WRONG"),
        ("?quantity=-1", "TR", "QUANTITY_WRONG"),
        ("?quantity=1001", "TR", "QUANTITY_WRONG"),
        ("?quantity=two", "TR", "QUANTITY_WRONG"),
        ("?quantity=", "TR", "QUANTITY_WRONG"),
        ("?quantity=99999999999999999999", "TR", "QUANTITY_WRONG"),
        ("?subtotal=-5", "TR", "SUBTOTAL_WRONG"),
        ("?subtotal=NaN", "TR", "SUBTOTAL_WRONG"),
        ("?subtotal=12,90", "TR", "SUBTOTAL_WRONG"),
    ],
)
def test_what_cannot_be_asked_has_a_code_and_no_date(
    committed: Service, open_aurora: Shop, rest: str, country: str, code: str
) -> None:
    answer = read(committed, address(open_aurora, country=country, rest=rest))
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == code
    assert set(answer.json()) == {"error"}
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["access-control-expose-headers"] == "Date"


@pytest.mark.parametrize(
    ("country", "code"),
    [("TR", "34710"), ("NL", "1015 DK"), ("NL", "1015dk"), ("GB", "SW1A 1AA"), ("JP", "1000001"), ("VU", "anything 7")],
)
def test_a_postal_code_may_be_written_as_people_write_it(
    committed: Service, open_aurora: Shop, country: str, code: str
) -> None:
    answer = read(committed, address(open_aurora, country=country, rest=f"/{quote(code)}?quantity=1000"))
    assert answer.status_code == 200
    assert answer.json()["postalCode"] == code.upper()


def test_a_country_where_nothing_goes_says_so(committed: Service, open_aurora: Shop) -> None:
    told = read(committed, address(open_aurora, country="JP")).json()
    assert (told["cheapest"], told["options"], told["reason"]) == (None, [], "NO_METHOD")


def test_free_delivery_that_is_not_reached_is_not_the_cheapest(committed: Service, open_aurora: Shop) -> None:
    method(open_aurora, 3).prices.update(price=0, minimum_order=2000)
    told = read(committed, address(open_aurora)).json()
    assert told["cheapest"] == global_id("ShippingMethod", 2)
    assert told["freeFrom"] == {"amount": "2000.00", "currency": "TRY"}
    reached = read(committed, address(open_aurora, rest="?subtotal=2000")).json()
    assert (reached["cheapest"], reached["freeFrom"]) == (global_id("ShippingMethod", 3), None)


@pytest.mark.parametrize(
    ("rules", "code", "is_offered"),
    [
        ([["34000", "34999", "INCLUDE"]], "", False),
        ([["34000", "34999", "INCLUDE"]], "/34710", True),
        ([["34000", "34999", "INCLUDE"]], "/06100", False),
        ([["34000", "34999", "EXCLUDE"]], "", False),
        ([["34000", "34999", "EXCLUDE"]], "/34710", False),
        ([["34000", "34999", "EXCLUDE"]], "/06100", True),
        ([["34000", "", "INCLUDE"]], "/81000", True),
        ([["34000", "34999", "EXCLUDE"], ["06000", "", "INCLUDE"]], "/34710", False),
    ],
)
def test_postal_codes_decide_as_they_do_in_saleor(
    committed: Service, open_aurora: Shop, rules: list[list[str]], code: str, is_offered: bool
) -> None:
    open_aurora.store.shipping_methods.filter(pk=method(open_aurora, 1).pk).update(postal_codes=rules)
    options = read(committed, address(open_aurora, rest=code)).json()["options"]
    assert (global_id("ShippingMethod", 1) in {one["id"] for one in options}) is is_offered


def test_each_store_shows_its_own_methods(committed: Service, open_aurora: Shop, open_borealis: Shop) -> None:
    for shop, other in ((open_aurora, open_borealis), (open_borealis, open_aurora)):
        text = read(committed, address(shop)).text
        assert f"of {shop.name}" in text
        assert other.name not in text


def test_a_removed_store_shows_nothing(committed: Service, open_aurora: Shop) -> None:
    Store.across_stores.update(removed_at=timezone.now())
    assert read(committed, address(open_aurora)).status_code == 404


def test_a_product_page_only_reads(committed: Service, open_aurora: Shop) -> None:
    assert requests.post(committed.url + address(open_aurora), timeout=20).status_code == 405
    head = requests.head(committed.url + address(open_aurora), timeout=20)
    assert (head.status_code, head.content) == (200, b"")


def asked(shop: Shop, *, country: str = "TR", code: str = "34710", quantity: int = 2) -> Asked:
    return Asked(shop.variant_id, Destination(country, code), quantity)


def test_the_hot_door_and_ordinary_reads_say_the_same(committed: Service, open_aurora: Shop) -> None:
    store = open_aurora.store
    DayOff.across_stores.create(country="TR", on=date(2026, 11, 23), name="Holiday")
    store.widenings.create(
        method_id=global_id("ShippingMethod", 1),
        warehouse_country="TR",
        country="TR",
        postal_prefix="34",
        late_days=3,
        measured=30,
    )
    store.delivery_rules.create(data={"transit": [{"days": {"least": 1, "most": 1}, "country": "TR"}]}, updated_at=NOON)
    pool = committed.application.doors.pool
    for question in (asked(open_aurora), asked(open_aurora, country="DE", code=""), asked(open_aurora, quantity=11)):
        of_store: dict[str, Any] = {"channel": "default-channel", "asked": question, "now": NOON}
        there = committed.call(hot.answer(pool, Memory(), store_key=store.key, **of_store))
        here = queries.answer(store, **of_store)
        assert there is not None
        assert here is not None
        assert page_body(there) == page_body(here)
    first = queries.answer(store, channel="default-channel", asked=asked(open_aurora), now=NOON)
    assert first is not None
    steps = {one.code for option in first.promise.options for one in option.steps}
    assert {"HOLIDAY", "WIDENED"} <= steps


def test_the_promise_id_says_what_was_shown_and_nobody_else_can_say_it(aurora: Shop, borealis: Shop) -> None:
    made = queries.answer(aurora.store, channel="default-channel", asked=asked(aurora), now=NOON)
    assert made is not None
    signed = page_body(made)["promise"]
    assert len(signed) <= 1000
    said = said_in(signed, store=aurora.store)
    assert said is not None
    assert (said.variant_id, said.quantity, said.country, said.postal_prefix) == (aurora.variant_id, 2, "TR", "347")
    assert said.said_at == NOON
    shown = [(one.method.id, one.window.first, one.window.last) for one in made.promise.options if one.window]
    assert list(said.windows) == shown
    assert said_in(signed, store=borealis.store) is None
    for changed in ("", "x", ".", signed[1:], signed[:-1], signed.replace(".", ""), "é" + signed):
        assert said_in(changed, store=aurora.store) is None


# What is kept, and forgotten


def test_an_answer_is_kept_until_its_facts_change(
    hearing: Memory, committed: Service, open_aurora: Shop, open_borealis: Shop
) -> None:
    first = read(committed, address(open_aurora)).json()
    read(committed, address(open_borealis))
    assert len(hearing) == 2
    with transaction.atomic():
        method(open_aurora, 3).prices.update(price=15)
        assert read(committed, address(open_aurora)).json() == first  # kept, and not yet committed anyway
        announce(open_aurora.store)
    until(lambda: len(hearing) == 1)
    assert read(committed, address(open_aurora)).json()["options"][0]["price"]["amount"] == "15.00"


def test_however_an_address_is_spelled_it_is_answered_and_forgotten(
    hearing: Memory, committed: Service, open_aurora: Shop
) -> None:
    spelled = address(open_aurora)
    assert "%3D" in spelled
    first = read(committed, spelled).json() | {"promise": ""}
    with socket.create_connection(("127.0.0.1", int(committed.url.rpartition(":")[2])), timeout=20) as shopper:
        shopper.sendall(f"GET {spelled.replace('%3D', '=')} HTTP/1.0\r\n\r\n".encode())
        answer = b"".join(iter(lambda: shopper.recv(65_536), b""))
    assert json.loads(answer.partition(b"\r\n\r\n")[2]) | {"promise": ""} == first
    assert len(hearing) == 2
    announce(open_aurora.store)
    until(lambda: len(hearing) == 0)


def test_only_the_variant_is_forgotten_whose_stock_changed(
    hearing: Memory, committed: Service, open_aurora: Shop
) -> None:
    from saleor_support_plugin.saleor.generated.fragments import VariantFacts

    store = open_aurora.store

    def take(*stocks: dict[str, Any]) -> None:
        variant = VariantFacts.model_validate(facts.variant(stocks=list(stocks)))
        actions.remember_variant(store=store, variant=variant, issued_at=timezone.now())

    take(facts.stock(1, 5))
    other = address(open_aurora, variant=global_id("ProductVariant", 5))
    read(committed, address(open_aurora))
    assert read(committed, other).json()["options"][-1]["window"] is not None
    until(lambda: len(hearing) == 2)
    take(facts.stock(1, 5))  # nothing new: nothing is forgotten
    take(facts.stock(1, 0))
    until(lambda: len(hearing) == 1)
    assert read(committed, other).json()["reason"] == "OUT_OF_STOCK"


@pytest.mark.parametrize("end", ["deactivated", "removed"])
def test_a_store_that_is_gone_promises_nothing_any_more(
    hearing: Memory, committed: Service, open_aurora: Shop, end: str
) -> None:
    assert read(committed, address(open_aurora)).status_code == 200
    if end == "removed":
        stores.remove(store=open_aurora.store, now=timezone.now())
    else:
        stores.set_active(store=open_aurora.store, is_active=False, now=timezone.now())
    until(lambda: len(hearing) == 0)
    assert read(committed, address(open_aurora)).status_code == 404


def test_without_a_connection_that_hears_nothing_is_kept(
    hearing: Memory, committed: Service, open_aurora: Shop
) -> None:
    read(committed, address(open_aurora))
    assert len(hearing) == 1
    with psycopg.connect(conninfo(), autocommit=True) as connection:
        listening = "query ilike 'listen%%' or query = 'select 1'"
        ended = connection.execute(
            f"""select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and ({listening})"""
        ).fetchall()
    assert ended
    until(lambda: not hearing.hears)
    assert len(hearing) == 0
    until(lambda: hearing.hears)


def memory(**options: Any) -> Memory:
    made = Memory(**options)
    made.hears = True
    return made


def test_memory_is_bounded_and_forgets_the_longest_unread() -> None:
    from saleor_support_plugin.delivery.kept import ROW_BYTES, Answer

    kept = memory(most_bytes=3 * (ROW_BYTES + 110))
    later = NOON + timedelta(hours=1)
    for name in "abcd":
        kept.keep(name.encode() * 10, Answer(b"x" * 100, later, 1, name), since=kept.generation)
        if name == "c":
            assert kept.answer(b"a" * 10, NOON) is not None
    assert [kept.answer(name.encode() * 10, NOON) is not None for name in "abcd"] == [True, False, True, True]
    assert kept.answer(b"a" * 10, later) is None
    assert kept.bytes == 2 * (ROW_BYTES + 110)


def test_what_was_read_before_a_change_is_not_kept_after_it() -> None:
    from saleor_support_plugin.delivery.kept import Answer

    kept = memory()
    since = kept.generation
    kept.forget("7:other")
    kept.keep(b"address", Answer(b"", NOON, 1, "v"), since=since)
    assert len(kept) == 0


# How stock counts


@pytest.fixture
def two_depots(aurora: Shop) -> Shop:
    """The second depot is in no zone; both are the channel's."""
    store = aurora.store
    Warehouse.across_stores.create(
        store=store, saleor_id=global_id("Warehouse", 2), name="Far depot", country="DE", city="Berlin"
    )
    Stock.across_stores.create(
        variant=store.variants.get(),
        warehouse_id=global_id("Warehouse", 2),
        warehouse_name="Far depot",
        quantity=50,
        quantity_allocated=0,
    )
    store.channels.update(warehouse_ids=[global_id("Warehouse", 1), global_id("Warehouse", 2)])
    return aurora


def told(shop: Shop, *, now: datetime = NOON, **changed: Any) -> Any:
    made = queries.answer(shop.store, channel="default-channel", asked=asked(shop, **changed), now=now)
    assert made is not None
    return made


@pytest.mark.django_db
@pytest.mark.parametrize(("follows_zones", "reason"), [(True, "NOT_ENOUGH"), (False, None)])
def test_stock_counts_where_the_store_says_it_does(two_depots: Shop, follows_zones: bool, reason: str | None) -> None:
    Store.across_stores.update(stock_follows_zones=follows_zones)
    assert told(two_depots, quantity=20).promise.reason == reason


@pytest.mark.django_db
@pytest.mark.parametrize(("strategy", "country"), [("PRIORITIZE_SORTING_ORDER", "TR"), ("PRIORITIZE_HIGH_STOCK", "DE")])
def test_saleor_takes_from_the_warehouse_that_its_strategy_says(two_depots: Shop, strategy: str, country: str) -> None:
    Store.across_stores.update(stock_follows_zones=False)
    two_depots.store.channels.update(allocation_strategy=strategy)
    lines = [(two_depots.variant_id, 1)]
    question = queries.of_lines(
        two_depots.store, channel="default-channel", lines=lines, country="TR", postal_code="", now=NOON
    )
    assert question is not None
    first = question.items[0].supplies[0]
    assert question.warehouses[first.warehouse_id].country == country


@pytest.mark.django_db
def test_stock_that_is_not_counted_is_always_enough(aurora: Shop) -> None:
    aurora.store.variants.update(track_inventory=False)
    assert told(aurora, quantity=1000).promise.reason is None


@pytest.mark.django_db
def test_goods_that_are_expected_have_a_later_day(aurora: Shop) -> None:
    Stock.across_stores.update(quantity=0)
    assert told(aurora).promise.reason == "OUT_OF_STOCK"
    aurora.store.variants.update(expected_on=date(2026, 12, 7))
    windows = [option.window.first for option in told(aurora).promise.options if option.window]
    assert windows
    assert min(windows) >= date(2026, 12, 7)


@pytest.mark.django_db
def test_a_preorder_is_dated_by_its_end_and_counts_no_stock(aurora: Shop) -> None:
    Stock.across_stores.update(quantity=0)
    ends = datetime(2026, 12, 14, 9, tzinfo=UTC)
    aurora.store.variants.update(is_preorder=True, preorder_until=ends, preorder_left=5)
    promised = told(aurora)
    assert min(option.window.first for option in promised.promise.options if option.window) >= date(2026, 12, 14)
    assert told(aurora, quantity=6).promise.reason == "NOT_ENOUGH"
    assert told(aurora, now=ends + timedelta(minutes=1)).promise.reason == "OUT_OF_STOCK"


@pytest.mark.django_db
def test_an_answer_does_not_outlive_the_start_of_sale(aurora: Shop) -> None:
    soon = NOON + timedelta(minutes=10)
    listing = {"published_at": "2026-01-01T00:00:00+00:00", "for_sale_at": soon.isoformat()}
    aurora.store.variants.update(listings={"default-channel": listing})
    assert told(aurora).until == soon


@pytest.mark.django_db
def test_an_excluded_product_does_not_go_by_that_method(aurora: Shop) -> None:
    product = aurora.store.variants.get().product_id
    aurora.store.shipping_methods.filter(pk=method(aurora, 3).pk).update(excluded_products=[product])
    assert global_id("ShippingMethod", 3) not in {one.method.id for one in told(aurora).promise.options}


@pytest.mark.django_db
def test_a_customs_border_is_said_with_the_merchants_note(two_depots: Shop) -> None:
    zone = ShippingZone.across_stores.create(
        store=two_depots.store,
        saleor_id=global_id("ShippingZone", 2),
        name="Europe",
        countries=["FR"],
        channels=["default-channel"],
        warehouses=[global_id("Warehouse", 1)],
    )
    add_method(zone, 9, price="99", days=(3, 5))
    two_depots.store.delivery_rules.create(
        channel_slug="default-channel", data={"duties_note": "You pay 20 %."}, updated_at=NOON
    )
    body = page_body(told(two_depots, country="FR", code=""))
    assert body["region"] == {"duties": True, "note": "You pay 20 %."}
    zone.warehouses = [global_id("Warehouse", 2)]  # Berlin: no border of the union before France
    zone.save()
    assert page_body(told(two_depots, country="FR", code=""))["region"]["duties"] is False


# Picking up


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("option", "pieces", "quantity", "names"),
    [
        ("LOCAL", 5, 2, ["Shop"]),
        ("LOCAL", 1, 2, []),
        ("ALL", 1, 2, ["Shop"]),  # the other depot's can be brought there
        ("ALL", 1, 20, []),
        ("DISABLED", 5, 2, []),
    ],
)
def test_where_something_can_be_fetched(
    aurora: Shop, option: str, pieces: int, quantity: int, names: list[str]
) -> None:
    store, place = aurora.store, global_id("Warehouse", 3)
    Warehouse.across_stores.create(
        store=store,
        saleor_id=place,
        name="Shop",
        country="TR",
        city="İstanbul",
        postal_code="34710",
        street="Moda 1",
        click_and_collect=option,
    )
    store.channels.update(warehouse_ids=[global_id("Warehouse", 1), place])
    Stock.across_stores.create(
        variant=store.variants.get(), warehouse_id=place, warehouse_name="Shop", quantity=pieces, quantity_allocated=0
    )
    found = page_body(told(aurora, quantity=quantity))["pickup"]
    assert [one["name"] for one in found] == names
    assert all(one["ready"] is None for one in found)  # no hours, no day


@pytest.mark.django_db
def test_a_shop_with_hours_says_when_it_is_ready(aurora: Shop) -> None:
    store, place = aurora.store, global_id("Warehouse", 1)
    store.warehouses.update(click_and_collect="LOCAL", street="Moda 1")
    hours = [[["10:00", "19:00"]]] * 6 + [[]]
    store.delivery_rules.create(
        warehouse_id=place, data={"pickup_week": hours, "pickup_ready_hours": 2}, updated_at=NOON
    )
    (shown,) = page_body(told(aurora))["pickup"]  # noon in UTC is three in the afternoon there
    assert (shown["ready"], shown["cutoff"]) == ("2026-11-20", "2026-11-20T14:00:00Z")
    assert shown["address"] == "Moda 1, 34000 İstanbul"
    assert shown["hours"] == hours
    (late,) = page_body(told(aurora, now=NOON + timedelta(hours=3)))["pickup"]
    assert late["ready"] == "2026-11-21"


# Where a visitor seems to be


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, {"country": "TR", "source": "CHANNEL"}),
        ({"x-forwarded-for": "8.8.8.8"}, {"country": "US", "source": "IP"}),
        ({"x-forwarded-for": "85.105.10.1, 8.8.8.8"}, {"country": "US", "source": "IP"}),
        ({"x-forwarded-for": "nonsense"}, {"country": "TR", "source": "CHANNEL"}),
        ({"cf-ipcountry": "DE"}, {"country": "TR", "source": "CHANNEL"}),
        ({"x-edge-country": "de"}, {"country": "DE", "source": "EDGE"}),
        ({"x-edge-country": "T1"}, {"country": "TR", "source": "CHANNEL"}),
    ],
)
def test_a_visitors_country_is_guessed_and_kept_by_nobody(
    committed: Service, open_aurora: Shop, settings: Any, headers: dict[str, str], expected: dict[str, str]
) -> None:
    settings.TRUSTED_COUNTRY_HEADER = "X-Edge-Country"
    answer = read(committed, f"/s/{open_aurora.store.key}/default-channel/region.json", **headers)
    assert (answer.status_code, answer.json()) == (200, expected)
    assert answer.headers["cache-control"] == "private, no-store"
    assert read(committed, f"/s/{open_aurora.store.key}/nowhere/region.json").status_code == 404

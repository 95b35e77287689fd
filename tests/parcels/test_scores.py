"""Promises are counted as they were kept, and staff see it by what they depend on."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.delivery.models import Widening
from saleor_support_plugin.parcels import scores
from saleor_support_plugin.parcels.actions import hear_of_order
from saleor_support_plugin.parcels.measuring import estimate, measure
from saleor_support_plugin.parcels.models import FrozenPromise, ParcelEvent
from saleor_support_plugin.parcels.rules import Source, State

from ..desks import ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop, global_id
from .placed import FAST, SLOW, days, frozen, parcel_of, place, tell

pytestmark = pytest.mark.django_db

THURSDAY = datetime.fromisoformat("2026-11-19T09:00:00+03:00")
LAST = datetime.fromisoformat("2026-11-23T10:00:00+03:00")
SCORE = """{ promises(days: 366) { days atRisk late
    all { made known kept share } methods { id name made known kept share }
    regions { id known kept } warehouses { id name known } weeks { monday tally { known kept } } } }"""


def deliver(shop: Shop, count: int, *, late: int = 0, name: str = "x", method: str = FAST, **changed: Any) -> None:
    """Have orders arrive so many days after their last one."""
    for number in range(count):
        order = place(shop, f"{name}{number}", created=THURSDAY, parcels=1, method=method, **changed)
        promise = frozen(order)
        assert promise.last
        tell(order, State.DELIVERED, LAST + (promise.last - LAST.date()) + days(late))


def ask(shop: Shop, query: str, *permissions: str) -> Any:
    return ask_as(shop.staff_token(*permissions or ("MANAGE_ORDERS",)), query)


def test_staff_see_what_share_was_kept_and_where(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    deliver(borealis, 3)
    deliver(aurora, 18, name="kept")
    deliver(aurora, 2, late=1, name="late")
    deliver(aurora, 1, late=-2, name="slow", method=SLOW)
    frozen(place(aurora, "here", created=THURSDAY))
    score = ask(aurora, SCORE)["data"]["promises"]
    assert score["all"] == {"made": 22, "known": 21, "kept": 19, "share": pytest.approx(19 / 21)}
    fast, slow = score["methods"]
    assert (fast["id"], fast["known"], fast["kept"], fast["share"]) == (FAST, 20, 18, pytest.approx(0.9))
    assert (slow["known"], slow["share"]) == (1, None)
    assert {region["id"]: region["known"] for region in score["regions"]} == {"TR": 21, "TR-34": 21}
    assert score["warehouses"] == [{"id": global_id("Warehouse", 1), "name": "Depot of aurora", "known": 21}]
    assert score["weeks"] == [{"monday": "2026-11-23", "tally": {"known": 21, "kept": 19}}]


def test_only_channels_that_they_may_see_count(aurora: Shop, saleor: FakeSaleor) -> None:
    deliver(aurora, 2)
    saleor.channels = ["another"]
    assert ask(aurora, SCORE)["data"]["promises"]["all"]["made"] == 0


@pytest.mark.parametrize("days_", [0, 367])
def test_a_span_is_at_most_a_year(aurora: Shop, saleor: FakeSaleor, days_: int) -> None:
    (error,) = ask(aurora, f"{{ promises(days: {days_}) {{ days }} }}")["errors"]
    assert error["extensions"]["code"] == "INVALID"


def test_a_score_needs_the_permission_of_orders(aurora: Shop, saleor: FakeSaleor) -> None:
    (error,) = ask(aurora, "{ promises { days } }", "MANAGE_PRODUCTS")["errors"]
    assert "MANAGE_ORDERS" in error["message"]


ORDERS = """{ orders { edges { node { number
    promise { first last reason standing pageLast arrivedOn apologisedAt
        steps { code on at days { from to } name } }
    fulfillments { state carrier trackingUrl steps { state source at detail } } } } } }"""


def test_the_order_card_shows_promise_and_parcel(aurora: Shop, saleor: FakeSaleor) -> None:
    order = place(aurora, created=THURSDAY, parcels=1, shippingMethodName="Yurtiçi Kargo")
    frozen(order)
    tell(order, State.IN_TRANSIT, THURSDAY + days(1), detail="Tuzla, transfer merkezi")
    (shown,) = [one["node"] for one in ask(aurora, ORDERS)["data"]["orders"]["edges"] if one["node"]["number"] == "o"]
    promise = shown["promise"]
    assert (promise["first"], promise["last"], promise["reason"]) == ("2026-11-20", "2026-11-23", None)
    assert {"code": "HANDLING", "on": None, "at": None, "days": {"from": 0, "to": 1}, "name": ""} in promise["steps"]
    (parcel,) = shown["fulfillments"]
    assert (parcel["state"], parcel["carrier"]) == ("IN_TRANSIT", "Yurtiçi Kargo")
    assert parcel["trackingUrl"].endswith("code=O1")
    assert parcel["steps"] == [
        {
            "state": "IN_TRANSIT",
            "source": "CARRIER",
            "at": (THURSDAY + days(1)).astimezone().isoformat(),
            "detail": "Tuzla, transfer merkezi",
        }
    ]


def test_a_list_of_orders_asks_as_many_questions_for_twenty_as_for_one(aurora: Shop, saleor: FakeSaleor) -> None:
    token = aurora.staff_token("MANAGE_ORDERS")

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert "errors" not in ask_as(token, ORDERS)
        return len(asked)

    frozen(place(aurora, "a", created=THURSDAY, parcels=2))
    tell(aurora.store.orders.get(number="a"), State.IN_TRANSIT, THURSDAY)
    one = questions()
    deliver(aurora, 20)
    assert questions() == one


def test_every_night_windows_follow_what_was_measured(aurora: Shop) -> None:
    deliver(aurora, 30, late=2, name="late")
    assert measure(aurora.store, LAST + days(5))["arrivals"] == 30
    rows = {row.postal_prefix: row for row in aurora.store.widenings.all()}
    assert {prefix: (row.late_days, row.measured, row.warehouse_country) for prefix, row in rows.items()} == {
        "": (2, 30, "TR"),
        "34": (2, 30, "TR"),
    }
    widened = frozen(place(aurora, "next", created=THURSDAY + days(14)))
    plain = frozen(place(aurora, "slow", created=THURSDAY + days(14), method=SLOW))
    assert "WIDENED" in [step["code"] for step in widened.steps]
    assert "WIDENED" not in [step["code"] for step in plain.steps]
    assert str(widened.last) == widened.ladder[2]


def test_nothing_is_measured_by_parcels_that_nobody_tells_of(aurora: Shop) -> None:
    for number in range(25):
        frozen(place(aurora, f"quiet{number}", created=THURSDAY, parcels=1))
    assert list(scores.arrivals(aurora.store, LAST + days(9))) == []
    for event_of in aurora.store.orders.filter(number__startswith="quiet"):
        tell(event_of, State.IN_TRANSIT, THURSDAY + days(1))
    found = list(scores.arrivals(aurora.store, LAST + days(9)))
    assert len(found) == 25
    assert not any(one.is_kept for one in found)


def test_what_was_measured_of_one_store_widens_no_others(aurora: Shop, borealis: Shop) -> None:
    deliver(aurora, 25, late=1)
    measure(borealis.store, LAST + days(3))
    assert not Widening.across_stores.exists()


def test_an_estimate_needs_twenty_arrivals_and_scores_nothing(aurora: Shop) -> None:
    quiet = place(aurora, "quiet", created=THURSDAY, parcels=1)
    frozen(quiet)
    deliver(aurora, 19, late=1)
    now = LAST + days(9)
    assert measure(aurora.store, now)["estimated"] == 0
    deliver(aurora, 20, late=1, name="more")
    early = list(scores.arrivals(aurora.store, LAST + days(1)))
    assert estimate(aurora.store, early, LAST + days(1)) == 0, "nineteen of twenty are there only a day later"
    assert measure(aurora.store, now)["estimated"] == 1
    event = ParcelEvent.across_stores.get(fulfillment=parcel_of(quiet))
    assert (event.source, event.state) == ("estimate", "DELIVERED")
    assert "95% of 39" in event.detail
    assert FrozenPromise.across_stores.get(order=quiet).arrived_on is None
    assert measure(aurora.store, now + timedelta(days=1))["estimated"] == 0


def test_a_late_parcel_that_a_carrier_follows_is_not_estimated(aurora: Shop) -> None:
    late = place(aurora, "late", created=THURSDAY, parcels=1)
    frozen(late)
    tell(late, State.IN_TRANSIT, THURSDAY + days(1))
    deliver(aurora, 25)
    assert measure(aurora.store, LAST + days(9))["estimated"] == 0


def test_an_arrival_by_a_file_or_the_shopper_counts(aurora: Shop) -> None:
    for number, source in enumerate((Source.CSV, Source.SHOPPER, Source.STAFF)):
        order = place(aurora, f"o{number}", created=THURSDAY, parcels=1)
        frozen(order)
        hear_of_order(order=order, source=source, at=LAST, now=LAST)
    assert len(list(scores.arrivals(aurora.store, LAST))) == 3

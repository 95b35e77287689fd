"""What is promised for an order when it is placed stays, whatever is set or known later."""

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from saleor_support_plugin.api.saleor_events import TABLE
from saleor_support_plugin.delivery.models import DeliveryRules, ShippingMethod
from saleor_support_plugin.delivery.promised import Asked
from saleor_support_plugin.delivery.promises import sign
from saleor_support_plugin.delivery.queries import answer
from saleor_support_plugin.delivery.questions import Destination
from saleor_support_plugin.events import actions as events
from saleor_support_plugin.events.models import Event, State
from saleor_support_plugin.parcels import actions, noting, queries
from saleor_support_plugin.parcels.models import FrozenPromise
from saleor_support_plugin.saleor.errors import SaleorRefused, SaleorUnreachable
from saleor_support_plugin.shop.models import Order

from ..shop import facts
from ..shops import NOON, Shop, global_id
from .placed import FAST, SLOW, UNDATED, frozen, place

pytestmark = pytest.mark.django_db

THURSDAY = datetime.fromisoformat("2026-11-19T09:00:00+03:00")


def test_the_orders_own_method_address_and_time_make_its_promise(aurora: Shop) -> None:
    fast, slow = (
        frozen(place(aurora, "fast", created=THURSDAY)),
        frozen(place(aurora, "slow", created=THURSDAY, method=SLOW)),
    )
    # Thursday 9:00 is before the usual cut-off; one day at most in the warehouse, then one to two, or two to four
    assert (fast.first, fast.last) == (date(2026, 11, 20), date(2026, 11, 23))
    assert (slow.first, slow.last) == (date(2026, 11, 21), date(2026, 11, 25))
    assert fast.dispatch_last == date(2026, 11, 20)
    assert [step["code"] for step in fast.steps][-2:] == ["TRANSIT", "WEEKEND"]
    assert fast.ladder[0] == "2026-11-23"
    assert fast.ladder == sorted(fast.ladder)
    assert len(fast.ladder) == 11


def test_it_is_frozen_once(aurora: Shop) -> None:
    order = place(aurora, created=THURSDAY)
    before = frozen(order)
    DeliveryRules.across_stores.create(
        store=aurora.store, data={"transit": [{"days": [9, 9], "method": FAST}]}, updated_at=NOON
    )
    assert actions.freeze(order=order, now=NOON) is None
    after = FrozenPromise.across_stores.get(order=order)
    assert (after.first, after.last, after.made_at) == (before.first, before.last, before.made_at)


def test_the_stock_is_that_of_before_the_order(aurora: Shop) -> None:
    """Who buys the last piece is promised a date, though none is left for the next."""
    aurora.store.variants.get().stocks.update(quantity=1)
    assert frozen(place(aurora, created=THURSDAY)).last is not None
    aurora.store.variants.get().stocks.update(quantity_allocated=1)
    assert frozen(place(aurora, "next", created=THURSDAY)).reason == "OUT_OF_STOCK"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"deliveryMethod": None}, "NO_METHOD"),
        ({"deliveryMethod": {"__typename": "Warehouse", "id": global_id("Warehouse", 1)}}, "PICKED_UP"),
        ({"deliveryMethod": {"__typename": "ShippingMethod", "id": global_id("app", "dhl")}}, "NO_METHOD"),
        ({"deliveryMethod": {"__typename": "ShippingMethod", "id": UNDATED}}, "NO_DAYS"),
        ({"lines": [facts.order_line(1, variant={"id": "nobody's"})]}, "NO_FACTS"),
        ({"lines": [facts.order_line(1, variant=None)]}, "NO_FACTS"),
    ],
)
def test_without_facts_there_is_no_date_and_a_reason(aurora: Shop, changed: dict[str, Any], reason: str) -> None:
    promise = frozen(place(aurora, created=THURSDAY, **changed))
    assert (promise.first, promise.last, promise.reason) == (None, None, reason)


def test_nothing_is_promised_for_a_draft(aurora: Shop) -> None:
    assert actions.freeze(order=place(aurora, status="DRAFT"), now=NOON) is None


def test_what_the_page_had_promised_is_kept_beside_it(aurora: Shop) -> None:
    order = place(aurora, created=THURSDAY + timedelta(days=1), pagePromise=page_promise(aurora, THURSDAY))
    promise = frozen(order)
    assert (promise.page_first, promise.page_last) == (date(2026, 11, 20), date(2026, 11, 23))
    assert promise.last == date(2026, 11, 25)


def test_a_promise_that_is_another_stores_or_of_another_thing_is_none(aurora: Shop, borealis: Shop) -> None:
    for name, said in (("a", page_promise(borealis, THURSDAY)), ("b", "made up.by hand"), ("c", "")):
        assert frozen(place(aurora, name, pagePromise=said)).page_last is None
    other = place(aurora, "d", pagePromise=page_promise(aurora, THURSDAY))
    other.lines.update(variant_id="other")
    assert frozen(Order.across_stores.get(pk=other.pk)).page_last is None


def page_promise(shop: Shop, now: datetime) -> str:
    asked = Asked(shop.variant_id, Destination("TR", "34710"))
    said = answer(shop.store, channel="default-channel", asked=asked, now=now)
    assert said
    return sign(said)


def test_saleors_announcement_freezes_it(aurora: Shop) -> None:
    body = {
        "__typename": "OrderCreated",
        "issuedAt": THURSDAY.isoformat(),
        "version": "3.23.28",
        "recipient": {"id": aurora.store.app_id},
        "order": facts.order(
            created=THURSDAY.isoformat(),
            deliveryMethod={"__typename": "ShippingMethod", "id": FAST},
            lines=[facts.order_line(1, variant={"id": aurora.variant_id})],
        ),
    }
    Event.across_stores.create(
        store=aurora.store, event="order_created", body=json.dumps(body).encode(), digest=b"1" * 32, received_at=NOON
    )
    assert events.finish_next(table=TABLE, now=timezone.now())
    assert Event.across_stores.get().state == State.DONE, Event.across_stores.get().error
    promise = FrozenPromise.across_stores.get()
    assert promise.last == date(2026, 11, 23)
    assert aurora.store.chores.get(name=actions.PROMISES).due_at <= timezone.now()


class FakeOrders:
    """Takes private metadata as Saleor does; `refuses` is raised once."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Any] = {}
        self.refuses: Exception | None = None

    def write_private_metadata(self, row_id: str, key: str, value: str) -> None:
        if self.refuses is not None:
            refusal, self.refuses = self.refuses, None
            raise refusal
        self.kept[row_id, key] = json.loads(value)


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> FakeOrders:
    fake = FakeOrders()
    monkeypatch.setattr(noting, "client_of", lambda store: fake)
    return fake


def test_the_order_in_saleor_holds_its_promise(aurora: Shop, orders: FakeOrders) -> None:
    order = place(aurora, created=THURSDAY, pagePromise=page_promise(aurora, THURSDAY))
    frozen(order)
    noting.freeze_and_note(aurora.store, NOON)
    told = orders.kept[order.saleor_id, "support.promise"]
    assert (told["first"], told["last"], told["version"]) == ("2026-11-20", "2026-11-23", 1)
    assert told["page"] == {"first": "2026-11-20", "last": "2026-11-23"}
    assert noting.freeze_and_note(aurora.store, NOON) == {"frozen": 0, "noted": 0}


def test_a_store_that_does_not_answer_is_told_later(aurora: Shop, orders: FakeOrders) -> None:
    frozen(place(aurora, created=THURSDAY))
    orders.refuses = SaleorUnreachable("busy")
    with pytest.raises(SaleorUnreachable):
        noting.note_due(aurora.store, NOON)
    assert noting.note_due(aurora.store, NOON) == 1
    assert orders.kept


def test_an_order_that_is_gone_holds_nobody_up(aurora: Shop, orders: FakeOrders) -> None:
    frozen(place(aurora, "gone", created=THURSDAY))
    frozen(place(aurora, "there", created=THURSDAY))
    orders.refuses = SaleorRefused("gone", code="NOT_FOUND")
    assert noting.note_due(aurora.store, NOON) == 2
    assert [row for row, _ in orders.kept] == [global_id("Order", "there")]


def test_what_an_outage_kept_from_us_is_made_and_nothing_from_long_ago(aurora: Shop, orders: FakeOrders) -> None:
    aurora.store.installed_at = NOON - timedelta(days=30)
    place(aurora, "old", created=NOON - timedelta(days=3))
    place(aurora, "fresh", created=NOON - timedelta(hours=5))
    assert {order.number for order in queries.unfrozen(aurora.store, NOON)} == {"fresh", "1"}
    assert noting.freeze_and_note(aurora.store, NOON)["frozen"] == 2


def test_a_method_that_was_deleted_since_makes_no_date(aurora: Shop) -> None:
    order = place(aurora, created=THURSDAY)
    ShippingMethod.across_stores.all().delete()
    assert frozen(order).reason == "NO_METHOD"

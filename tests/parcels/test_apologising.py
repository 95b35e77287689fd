"""Who waits for a late parcel is told before they ask, once, and not when it is there."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.api import message_kinds  # noqa: F401  says who is asked whether a message is still right
from saleor_support_plugin.delivery.models import DeliveryRules
from saleor_support_plugin.outbox import kinds
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.outbox.rules import No, Yes
from saleor_support_plugin.parcels.apologising import KIND, apologise_due, still_right
from saleor_support_plugin.parcels.models import FrozenPromise
from saleor_support_plugin.parcels.rules import Source, State
from saleor_support_plugin.shop.models import Order

from ..shops import Shop
from .placed import BUYER, days, frozen, place, tell

pytestmark = pytest.mark.django_db

THURSDAY = datetime.fromisoformat("2026-11-19T09:00:00+03:00")
# By the promise: gone on Friday, there on Monday the 23rd.
LAST = datetime.fromisoformat("2026-11-23T10:00:00+03:00")


@pytest.fixture
def waiting(aurora: Shop) -> Order:
    """An order that nobody has packed."""
    order = place(aurora, created=THURSDAY)
    assert frozen(order).last == LAST.date()
    return order


def due(shop: Shop, now: datetime) -> int:
    return apologise_due(shop.store, now)["written"]


def test_what_is_still_here_the_day_before_is_apologised_for_once(aurora: Shop, waiting: Order) -> None:
    assert due(aurora, LAST - days(2)) == 0
    assert due(aurora, LAST - days(1)) == 1
    message = Message.across_stores.get()
    assert (message.kind, message.purpose, message.address) == (KIND, "service", BUYER)
    assert message.subject == "Özür dileriz: o numaralı siparişiniz gecikebilir"
    assert "23 Kasım 2026" in message.text
    assert "/a/" not in message.text, "nothing has left, so nothing can have arrived"
    assert "/u/" in message.text
    assert FrozenPromise.across_stores.get(order=waiting).apologised_at == LAST - days(1)
    assert due(aurora, LAST) == due(aurora, LAST + days(2)) == 0
    assert Message.across_stores.count() == 1


def test_it_speaks_the_orders_language_and_says_sorry_first(aurora: Shop) -> None:
    order = place(aurora, created=THURSDAY, parcels=1, languageCodeEnum="EN")
    frozen(order)
    tell(order, State.IN_TRANSIT, THURSDAY + days(1))
    assert due(aurora, LAST) == 0
    assert due(aurora, LAST + days(1)) == 1
    message = Message.across_stores.get()
    assert message.subject == "We are sorry: your order o is late"
    assert message.text.startswith("We are sorry\n")
    assert "It has arrived" in message.text
    assert "/a/" in message.text


def test_a_parcel_that_nobody_tells_of_is_not_called_late(aurora: Shop) -> None:
    frozen(place(aurora, created=THURSDAY, parcels=1))
    assert due(aurora, LAST + days(1)) == 0


def test_not_after_it_arrived_or_was_cancelled(aurora: Shop, waiting: Order) -> None:
    arrived = place(aurora, "there", created=THURSDAY, parcels=1)
    frozen(arrived)
    tell(arrived, State.DELIVERED, THURSDAY + days(1))
    place(aurora, created=THURSDAY, said_at=THURSDAY + days(1), status="CANCELED")
    assert due(aurora, LAST) == 0
    assert not Message.across_stores.exists()


def test_a_merchant_may_keep_silent(aurora: Shop, waiting: Order) -> None:
    DeliveryRules.across_stores.create(
        store=aurora.store, channel_slug="default-channel", data={"apologise": False}, updated_at=THURSDAY
    )
    assert due(aurora, LAST) == 0


def test_an_outage_of_weeks_apologises_for_nothing_old(aurora: Shop, waiting: Order) -> None:
    assert due(aurora, LAST + days(20)) == 0


def test_without_an_address_there_is_nobody_to_tell(aurora: Shop) -> None:
    frozen(place(aurora, created=THURSDAY, userEmail=""))
    assert due(aurora, LAST) == 0
    assert not Message.across_stores.exists()


def test_a_message_that_waited_for_the_morning_is_decided_about_anew(aurora: Shop) -> None:
    order = place(aurora, created=THURSDAY, parcels=1)
    frozen(order)
    tell(order, State.IN_TRANSIT, THURSDAY + days(1))
    assert due(aurora, LAST + days(1)) == 1
    message = Message.across_stores.get()
    assert kinds.still_right(message, LAST + days(1)) == Yes()
    tell(order, State.DELIVERED, LAST + days(1), source=Source.SHOPPER)
    assert still_right(message, LAST + days(1) + timedelta(hours=1)) == No("it is not late any more")
    Order.across_stores.filter(pk=order.pk).update(status="CANCELED")
    assert still_right(message, LAST + days(1)) == No("the order was cancelled")
    order.delete()
    assert still_right(message, LAST + days(1)) == No("the order is gone")


def test_a_sweep_asks_as_many_questions_for_twenty_orders_as_for_one(aurora: Shop) -> None:
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            apologise_due(aurora.store, LAST - days(3))
        return len(asked)

    frozen(place(aurora, "a", created=THURSDAY))
    one = questions()
    for number in range(20):
        frozen(place(aurora, f"b{number}", created=THURSDAY, parcels=number % 3))
    assert questions() == one

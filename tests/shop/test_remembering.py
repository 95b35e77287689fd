"""What we know of a shop follows Saleor's newest word, in whatever order and however often it arrives."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from saleor_support_plugin.carts import webhooks as carts
from saleor_support_plugin.carts.models import Cart
from saleor_support_plugin.events.rules import Delivery
from saleor_support_plugin.shop import webhooks
from saleor_support_plugin.shop.models import Order, Variant

from ..shops import Shop, global_id
from . import facts

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 20, 12, tzinfo=UTC)


def tell(shop: Shop, minute: float, **body: Any) -> None:
    delivery = Delivery("order_updated", START + timedelta(minutes=minute), body)
    webhooks.order_changed(store=shop.store, delivery=delivery)


def known(shop: Shop) -> Order:
    return shop.store.orders.get(saleor_id=global_id("Order", "o"))


def test_an_order_is_taken_over_whole(aurora: Shop) -> None:
    tell(aurora, 0, order=facts.order(fulfillments=[facts.fulfillment(1, trackingNumber="TR123")]))
    order = known(aurora)
    assert (order.number, order.customer_name, order.shipping_city) == ("41", "Ada Yılmaz", "İstanbul")
    assert order.total_gross == Decimal("129.90")
    assert [line.product_name for line in order.lines.all()] == ["Lamp 1", "Lamp 2"]
    assert order.lines.all()[0].variant_name == ""  # Saleor's stand-in for an empty name is the id
    fulfillment = order.fulfillments.get()
    assert (fulfillment.tracking_number, fulfillment.quantity) == ("TR123", 1)


def test_an_older_word_changes_nothing(aurora: Shop) -> None:
    tell(aurora, 5, order=facts.order(status="FULFILLED"))
    tell(aurora, 1, order=facts.order(status="UNFULFILLED", lines=[]))
    assert known(aurora).status == "FULFILLED"
    assert known(aurora).lines.count() == 2


def test_lines_and_fulfilments_that_are_gone_are_gone(aurora: Shop) -> None:
    tell(aurora, 0, order=facts.order(fulfillments=[facts.fulfillment(1), facts.fulfillment(2)]))
    tell(aurora, 1, order=facts.order(lines=[facts.order_line(2)], fulfillments=[facts.fulfillment(2, lines=[])]))
    assert [line.product_name for line in known(aurora).lines.all()] == ["Lamp 2"]
    assert [(one.number, one.quantity) for one in known(aurora).fulfillments.all()] == [(2, 0)]


def test_an_order_deleted_before_its_payload_was_made_is_no_error(aurora: Shop) -> None:
    tell(aurora, 0, order=None)
    assert not aurora.store.orders.filter(number="41").exists()


def test_a_guest_order_without_addresses_is_kept(aurora: Shop) -> None:
    tell(aurora, 0, order=facts.order(shippingAddress=None, userEmail=None))
    assert (known(aurora).customer_name, known(aurora).shipping_country) == ("", "")


def test_the_same_order_id_in_two_stores_is_two_orders(aurora: Shop, borealis: Shop) -> None:
    tell(aurora, 0, order=facts.order(number="1"))
    tell(borealis, 0, order=facts.order(number="2"))
    assert (known(aurora).number, known(borealis).number) == ("1", "2")


STATES = [
    facts.order(status="UNCONFIRMED", lines=[facts.order_line(1)]),
    facts.order(status="UNFULFILLED"),
    facts.order(status="PARTIALLY_FULFILLED", fulfillments=[facts.fulfillment(1)]),
    facts.order(status="FULFILLED", fulfillments=[facts.fulfillment(1, trackingNumber="TR1"), facts.fulfillment(2)]),
]


@hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations([0, 1, 2, 3] * 2))
def test_any_order_of_deliveries_each_twice_ends_in_the_newest_state(aurora: Shop, order: list[int]) -> None:
    Order.across_stores.filter(store=aurora.store).delete()
    for index in order:
        tell(aurora, index, order=STATES[index])
    final = known(aurora)
    assert final.status == "FULFILLED"
    assert [one.tracking_number for one in final.fulfillments.all()] == ["TR1", ""]
    assert final.issued_at == START + timedelta(minutes=3)


def tell_variant(shop: Shop, minute: float, variant: dict[str, Any] | None) -> None:
    delivery = Delivery("product_variant_updated", START + timedelta(minutes=minute), {"productVariant": variant})
    webhooks.variant_changed(store=shop.store, delivery=delivery)


def variant_of(shop: Shop) -> Variant:
    return shop.store.variants.get(saleor_id=global_id("ProductVariant", 5))


def test_a_variant_knows_its_stocks(aurora: Shop) -> None:
    tell_variant(aurora, 0, facts.variant(stocks=[facts.stock(1, 10), facts.stock(2, 3)]))
    tell_variant(aurora, 1, facts.variant(stocks=[facts.stock(2, 1)]))
    assert [(one.warehouse_name, one.quantity) for one in variant_of(aurora).stocks.all()] == [("Depot 2", 1)]


def test_stocks_that_we_may_not_see_stay_as_they_were(aurora: Shop) -> None:
    tell_variant(aurora, 0, facts.variant())
    tell_variant(aurora, 1, facts.variant(stocks=None))
    assert variant_of(aurora).stocks.count() == 1


def test_a_deleted_variant_is_not_brought_back_by_an_older_word(aurora: Shop) -> None:
    tell_variant(aurora, 0, facts.variant())
    deleted = Delivery("product_variant_deleted", START + timedelta(minutes=5), {"productVariant": facts.variant()})
    webhooks.variant_deleted(store=aurora.store, delivery=deleted)
    tell_variant(aurora, 2, facts.variant())
    assert variant_of(aurora).is_deleted
    tell_variant(aurora, 6, facts.variant())
    assert not variant_of(aurora).is_deleted


def test_a_cart_follows_its_checkout_and_ends_in_its_order(aurora: Shop) -> None:
    def updated(minute: float, **changed: Any) -> None:
        at = START + timedelta(minutes=minute)
        body = {"checkout": facts.checkout(**changed)}
        carts.checkout_changed(store=aurora.store, delivery=Delivery("checkout_updated", at, body))

    updated(2, quantity=3)
    updated(1, quantity=2)
    assert Cart.across_stores.get().quantity == 3
    placed = Delivery("order_created", START + timedelta(minutes=3), {"order": facts.order()})
    carts.order_placed(store=aurora.store, delivery=placed)
    updated(4, quantity=3)
    assert Cart.across_stores.get().order_id == global_id("Order", "o")


def test_an_order_heard_of_before_its_cart_closes_it_all_the_same(aurora: Shop) -> None:
    placed = Delivery("order_created", START, {"order": facts.order()})
    carts.order_placed(store=aurora.store, delivery=placed)
    late = Delivery("checkout_updated", START - timedelta(minutes=1), {"checkout": facts.checkout()})
    carts.checkout_changed(store=aurora.store, delivery=late)
    assert Cart.across_stores.get().order_id == global_id("Order", "o")

"""A delivery that became later since the shopper saw it: by the page's own word, and not because days go by."""

from typing import Any

import pytest

from saleor_support_plugin.carts import actions, queries
from saleor_support_plugin.carts.facts import Left
from saleor_support_plugin.carts.lateness import days_late
from saleor_support_plugin.carts.models import Cart
from saleor_support_plugin.delivery.models import ShippingMethod

from ..parcels.test_freezing import page_promise
from ..shops import NOON, Shop, global_id
from .leaving import DAY, HOUR, Saleor, case_of, configure, leave, line, plan

pytestmark = pytest.mark.django_db

ISTANBUL = {"country": {"code": "TR"}, "postalCode": "34710"}


def leave_it(shop: Shop, name: str = "c", *, said: str, variant: str = "", **changed: Any) -> Cart:
    """Have somebody leave what a page had promised a day for."""
    product = line()["variant"] | {"id": variant or shop.variant_id}
    metadata = [
        {"key": "paper.marketing_opt_in", "value": "true"},
        {"key": "support.promise", "value": said},
    ]
    values = {"shippingAddress": ISTANBUL, "metadata": metadata, "lines": [line(variant=product)]} | changed
    return leave(shop, name, **values)


def left(cart: Cart) -> Left:
    assert cart.case is not None
    return queries.left_of(cart.case, cart)


def make_slower(shop: Shop, days: int) -> None:
    for method in ShippingMethod.across_stores.filter(store=shop.store):
        method.minimum_days = (method.minimum_days or 0) + days
        method.maximum_days = (method.maximum_days or 0) + days
        method.save()


def moved(cart: Cart) -> int | None:
    return days_late(cart, left(cart))


def test_that_days_go_by_is_no_delay(aurora: Shop) -> None:
    said = page_promise(aurora, NOON)
    assert moved(leave_it(aurora, said=said, at=NOON + 9 * DAY)) == 0


def test_a_way_that_became_slower_is_one(aurora: Shop) -> None:
    cart = leave_it(aurora, said=page_promise(aurora, NOON))
    make_slower(aurora, 3)
    found = moved(cart)
    assert found is not None
    assert found >= 3


@pytest.mark.parametrize(
    "changed",
    [
        {"shippingAddress": {"country": {"code": "DE"}, "postalCode": "10115"}},
        {"shippingAddress": {"country": {"code": "TR"}, "postalCode": "06100"}},
        {"shippingAddress": None},
        {"variant": global_id("ProductVariant", 99)},
        {"said": "made up.by hand"},
        {"said": "x" * 1501},
        {"said": ""},
    ],
)
def test_what_cannot_be_compared_is_not_known(aurora: Shop, changed: dict[str, Any]) -> None:
    cart = leave_it(aurora, **{"said": page_promise(aurora, NOON)} | changed)
    make_slower(aurora, 3)
    assert moved(cart) is None


def test_another_stores_promise_says_nothing(aurora: Shop, borealis: Shop) -> None:
    assert moved(leave_it(aurora, said=page_promise(borealis, NOON))) is None


def test_it_is_the_cause_where_nothing_weightier_is(aurora: Shop, asked_saleor: Saleor) -> None:
    configure(aurora)
    plan(aurora, 1)
    asked_saleor.offered = frozenset({global_id("ShippingMethod", 2)})
    cart = leave_it(aurora, said=page_promise(aurora, NOON))
    make_slower(aurora, 3)
    actions.decide_due(now=NOON + HOUR)
    case = case_of(cart)
    assert (case.cause, case.cause_source) == ("DELIVERY_LATE", "COMPARISON")

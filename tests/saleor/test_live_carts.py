"""A checkout that staff change while its shopper looks on, and what there is to sell, as each Saleor has them."""

from datetime import timedelta
from decimal import Decimal

import pytest

from saleor_support_plugin.demo.order_records import Checkout
from saleor_support_plugin.demo.store import Store
from saleor_support_plugin.saleor.errors import SaleorRefused
from saleor_support_plugin.saleor.live_carts import CartCode

from .demo_egress import install
from .test_left_checkouts import VERSIONS, left, variant


def voucher(store: Store, code: str = "SPRING10") -> str:
    start = store.now() - timedelta(days=1)
    made = store.discounts.create(name="Spring", code=code, start_date=start, end_date=None, single_use=False)
    store.discounts.list_in(made, "tr", Decimal(10), None)
    return code


@pytest.mark.parametrize("version", VERSIONS)
def test_what_staff_change_is_what_the_shopper_has(version: str) -> None:
    store, saleor, _ = install(version)
    checkout, lamp = left(store), variant(store, "desk-lamp")
    cart = saleor.add_to_cart(checkout.id, variant_id=lamp.id, quantity=3)
    added = cart.line_of(lamp.id)
    assert added
    assert (added.quantity, added.total.amount) == (3, added.unit.amount * 3)
    assert cart.total.amount == cart.subtotal.amount + cart.shipping.amount - cart.discount.amount
    assert held(store, checkout) == {"notebook": 2, "desk-lamp": 3}
    saleor.change_in_cart(checkout.id, line_id=added.id, quantity=1)
    assert held(store, checkout) == {"notebook": 2, "desk-lamp": 1}
    cart = saleor.remove_from_cart(checkout.id, line_id=added.id)
    assert held(store, checkout) == {"notebook": 2}
    assert cart == saleor.live_cart(checkout.id)


def held(store: Store, checkout: Checkout) -> dict[str, int]:
    return {store.state.product_of(store.state.variant(one.variant_pk)).slug: one.quantity for one in checkout.lines}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_code_comes_and_goes(version: str) -> None:
    store, saleor, _ = install(version)
    checkout, code = left(store), voucher(store)
    cart = saleor.apply_code(checkout.id, code=code)
    assert cart.codes == (CartCode(code),)
    assert cart.discount.amount == cart.subtotal.amount / 10
    cart = saleor.take_code_out(checkout.id, code=cart.codes[0])
    assert not cart.codes
    assert not cart.discount.amount
    assert checkout.voucher_code is None


@pytest.mark.parametrize("version", VERSIONS)
def test_what_saleor_refuses_has_its_code_and_changes_nothing(version: str) -> None:
    store, saleor, _ = install(version)
    checkout, lamp = left(store), variant(store, "desk-lamp")
    store.catalogue.set_stock(lamp, {"istanbul": 1, "berlin": 0})
    with pytest.raises(SaleorRefused) as short:
        saleor.add_to_cart(checkout.id, variant_id=lamp.id, quantity=2)
    with pytest.raises(SaleorRefused) as many:
        saleor.change_in_cart(checkout.id, line_id=checkout.lines[0].id, quantity=51)
    store.catalogue.set_published(store.catalogue.product("desk-lamp"), False)
    with pytest.raises(SaleorRefused) as unsold:
        saleor.add_to_cart(checkout.id, variant_id=lamp.id, quantity=1)
    with pytest.raises(SaleorRefused) as unknown:
        saleor.apply_code(checkout.id, code="NOTHING")
    codes = [one.value.code for one in (short, many, unsold, unknown)]
    assert codes == ["INSUFFICIENT_STOCK", "QUANTITY_GREATER_THAN_LIMIT", "PRODUCT_NOT_PUBLISHED", "INVALID"]
    assert (held(store, checkout), checkout.voucher_code) == ({"notebook": 2}, None)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_line_says_what_keeps_it_from_being_bought(version: str) -> None:
    store, saleor, _ = install(version)
    checkout = left(store)
    store.catalogue.set_stock(variant(store, "notebook"), {"istanbul": 1, "berlin": 0})
    cart = saleor.live_cart(checkout.id)
    assert cart
    assert [(one.is_sold, one.available) for one in cart.lines] == [(True, 1)]
    store.catalogue.set_published(store.catalogue.product("notebook"), False)
    cart = saleor.live_cart(checkout.id)
    assert cart
    assert [one.is_sold for one in cart.lines] == [False]


@pytest.mark.parametrize("version", VERSIONS)
def test_only_what_is_for_sale_is_found(version: str) -> None:
    store, saleor, _ = install(version)
    [lamp] = saleor.catalogue("tr", search="lamp", most=5)
    known = store.catalogue.product("desk-lamp")
    assert (lamp.id, lamp.slug, lamp.is_in_stock) == (known.id, "desk-lamp", True)
    assert lamp.variants[0].price.amount == known.variants[0].prices["tr"]
    assert saleor.catalogue_product("tr", lamp.id) == lamp
    store.catalogue.set_published(known, False)
    assert saleor.catalogue("tr", search="lamp", most=5) == []
    assert len(saleor.catalogue("tr", search="", most=2)) == 2


def test_of_a_checkout_that_is_not_there_nothing_is_known() -> None:
    store, saleor, _ = install("3.23")
    checkout = left(store)
    store.checkouts.complete(checkout)
    assert saleor.live_cart(checkout.id) is None

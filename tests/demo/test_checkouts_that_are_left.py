"""What a shop has for people who leave their checkout: payments that fail, codes, and lines that are not to be had."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from saleor_support_plugin.demo.app_records import App
from saleor_support_plugin.demo.order_records import Checkout
from saleor_support_plugin.demo.store import Store

PAID = """subscription { event { issuedAt ... on CheckoutUpdated { checkout { id } }
  ... on CheckoutFullyPaid { checkout { id chargeStatus } } } }"""
ADD = """mutation($id: ID!, $code: String!) { checkoutAddPromoCode(id: $id, promoCode: $code) {
  checkout { voucherCode discount { amount } totalPrice { gross { amount } } } errors { field message code } } }"""
REMOVE = """mutation($id: ID!, $code: String!) { checkoutRemovePromoCode(id: $id, promoCode: $code) {
  checkout { voucherCode totalPrice { gross { amount } } } errors { code } } }"""
CREATE = """mutation($lines: [CheckoutLineInput!]!) { checkoutCreate(input: {channel: "tr", lines: $lines}) {
  checkout { id } errors { field code variants } } }"""


def left(store: Store) -> Checkout:
    return store.checkouts.create("tr", [(store.catalogue.product("notebook").variants[0], 1)], email="ada@example.com")


def with_code(store: Store) -> str:
    voucher = store.discounts.create(name="Ten", code="TEN", start_date=store.now(), end_date=None, single_use=True)
    store.discounts.list_in(voucher, "tr", Decimal(10), None)
    return voucher.code


def test_a_shopper_puts_a_code_in_and_takes_it_out(store: Store) -> None:
    asked = {"id": left(store).id, "code": with_code(store)}
    with_it = store.execute(ADD, asked)["data"]["checkoutAddPromoCode"]["checkout"]
    assert with_it == {
        "voucherCode": "TEN",
        "discount": {"amount": 12.99},
        "totalPrice": {"gross": {"amount": 116.91}},
    }
    without = store.execute(REMOVE, asked)["data"]["checkoutRemovePromoCode"]["checkout"]
    assert without == {"voucherCode": None, "totalPrice": {"gross": {"amount": 129.9}}}


def test_a_shopper_is_not_told_why_a_code_is_refused(store: Store) -> None:
    with_code(store)
    refused = store.execute(ADD, {"id": left(store).id, "code": "ten"})["data"]["checkoutAddPromoCode"]
    assert refused["checkout"] is None
    assert refused["errors"] == [{"field": "promoCode", "message": "Promo code is invalid", "code": "INVALID"}]


def test_of_a_failed_payment_nobody_is_told_and_of_a_full_one_apps_are(
    installed: Callable[..., tuple[Store, App, Any]],
) -> None:
    store, _, wire = installed(PAID)
    checkout = left(store)
    store.payments.report(checkout, "CHARGE_FAILURE", message="Declined")
    store.deliver_due()
    assert wire.events == []
    store.payments.report(checkout, "CHARGE_SUCCESS")
    store.deliver_due()
    assert wire.events == ["CHECKOUT_FULLY_PAID"]
    assert [event.type for event in checkout.transactions[0].events] == ["CHARGE_FAILURE", "CHARGE_SUCCESS"]


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ("published", {"field": "lines", "code": "PRODUCT_NOT_PUBLISHED"}),
        ("stock", {"field": "quantity", "code": "INSUFFICIENT_STOCK"}),
    ],
)
def test_a_new_checkout_is_refused_what_is_not_to_be_had(store: Store, changed: str, error: dict[str, str]) -> None:
    product = store.catalogue.product("notebook")
    variant = product.variants[0]
    if changed == "published":
        store.catalogue.set_published(product, False)
    else:
        store.catalogue.set_stock(variant, {"istanbul": 1, "berlin": 40})
    refused = store.execute(CREATE, {"lines": [{"variantId": variant.id, "quantity": 2}]})["data"]["checkoutCreate"]
    # Of what is short Saleor names no variant.
    assert refused["errors"] == [error | {"variants": [variant.id] if changed == "published" else None}]
    assert not store.state.checkouts


def test_codes_and_payments_survive_a_restart(open_store: Callable[..., Store], tmp_path: Path) -> None:
    store = open_store(data=tmp_path)
    checkout = left(store)
    store.checkouts.set_voucher(checkout, with_code(store))
    store.payments.report(checkout, "CHARGE_REQUEST")
    again = open_store(data=tmp_path)
    assert again.state.vouchers == store.state.vouchers
    assert again.state.checkouts == store.state.checkouts

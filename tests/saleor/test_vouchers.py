"""A code of one use, from its making to the order that was placed with it, as each Saleor that we serve has it."""

from datetime import timedelta
from decimal import Decimal

import pytest

from saleor_support_plugin.demo.shop import Refused
from saleor_support_plugin.demo.store import Store
from saleor_support_plugin.saleor.client import SaleorClient
from saleor_support_plugin.saleor.errors import PermissionMissing, SaleorRefused
from saleor_support_plugin.saleor.vouchers import FoundVoucher, VariantCost

from .demo_egress import install
from .test_left_checkouts import VERSIONS, left, variant

CODE = "K7QM9XWP3T"


def made(store: Store, saleor: SaleorClient) -> str:
    now = store.now()
    return saleor.create_voucher(
        code=CODE, name="Cart 1", starts_at=now - timedelta(hours=1), ends_at=now + timedelta(days=7)
    )


@pytest.mark.parametrize("version", VERSIONS)
def test_a_voucher_takes_its_share_off_one_order_and_then_no_more(version: str) -> None:
    store, saleor, _ = install(version)
    checkout, other = left(store), left(store)
    whole = saleor.checkout_now(checkout.id)
    assert whole
    voucher = made(store, saleor)
    with pytest.raises(Refused):
        store.checkouts.set_voucher(checkout, CODE)
    saleor.list_voucher(
        voucher, channel_id=store.state.channel_of("tr").id, percent=Decimal(10), min_spend=Decimal(200)
    )
    for one in (checkout, other):
        store.checkouts.set_voucher(one, CODE)
    now = saleor.checkout_now(checkout.id)
    assert now
    goods = 2 * variant(store, "notebook").prices["tr"]
    assert whole.facts.total_price.gross.amount - now.facts.total_price.gross.amount == goods / 10
    assert now.facts.voucher_code == CODE
    assert store.checkouts.complete(checkout).voucher_code == CODE
    assert store.checkouts.complete(other).voucher_code is None


def test_below_what_the_merchant_wants_spent_a_code_is_refused() -> None:
    store, saleor, _ = install("3.23")
    checkout = left(store)
    channel = store.state.channel_of("tr").id
    saleor.list_voucher(made(store, saleor), channel_id=channel, percent=Decimal(10), min_spend=Decimal(500))
    with pytest.raises(Refused):
        store.checkouts.set_voucher(checkout, CODE)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_voucher_is_found_by_its_code_and_by_nothing_that_is_like_it(version: str) -> None:
    store, saleor, _ = install(version)
    assert saleor.voucher_with(CODE) is None
    voucher = made(store, saleor)
    assert saleor.voucher_with(CODE) == FoundVoucher(voucher, ())
    saleor.list_voucher(voucher, channel_id=store.state.channel_of("tr").id, percent=Decimal(10), min_spend=None)
    assert saleor.voucher_with(CODE) == FoundVoucher(voucher, ("tr",))
    assert saleor.voucher_with(CODE.lower()) is None
    assert saleor.voucher_with("Cart 1") is None


def test_the_same_code_is_not_made_twice() -> None:
    store, saleor, _ = install("3.23")
    made(store, saleor)
    with pytest.raises(SaleorRefused) as refused:
        made(store, saleor)
    assert refused.value.code == "ALREADY_EXISTS"
    assert len(store.state.vouchers) == 1


def test_without_the_permission_no_voucher_is_made() -> None:
    store, saleor, _ = install("3.23", without=("MANAGE_DISCOUNTS",))
    with pytest.raises(PermissionMissing) as missing:
        made(store, saleor)
    assert missing.value.permissions == ("MANAGE_DISCOUNTS",)


def test_costs_are_known_where_the_merchant_wrote_them_down_for_the_channel() -> None:
    store, saleor, _ = install("3.23")
    notebook, lamp = variant(store, "notebook"), variant(store, "desk-lamp")
    notebook.cost_prices = {"tr": Decimal(60), "eu": Decimal(2)}
    lamp.cost_prices = {"eu": Decimal(9)}
    found = saleor.variant_margins([notebook.id, lamp.id], "tr")
    assert found == {notebook.id: VariantCost(Decimal("129.9"), Decimal(60))}

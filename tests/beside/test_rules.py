"""Whose cart it is, what Saleor's refusals mean, and which pages are the shop's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.beside import rules
from saleor_support_plugin.beside.rules import NotDone, Trouble

from ..shops import global_id

CART = global_id("Checkout", "2ed53462-ab5f-47e5-83df-e64d61b462ce")


def theirs(*, cart_email: str = "", email: str = "", is_known: bool = True, channel: str = "tr") -> str:
    """Return OK, or why a cart is not theirs."""
    try:
        rules.must_be_theirs(cart_channel="tr", channel=channel, cart_email=cart_email, email=email, is_known=is_known)
    except NotDone as not_done:
        return not_done.code
    return "OK"


@pytest.mark.parametrize(
    ("cart_email", "email", "is_known", "said"),
    [
        ("ada@shop.example", "ada@shop.example", True, "OK"),
        ("ADA@shop.example", "ada@shop.example", True, "OK"),
        ("", "ada@shop.example", True, "OK"),
        ("ada@shop.example", "", True, "OK"),
        ("eve@shop.example", "ada@shop.example", True, "ANOTHERS"),
        # Of a guest nothing is proven but that their page knows the id.
        ("eve@shop.example", "ada@shop.example", False, "OK"),
    ],
)
def test_a_cart_is_not_that_of_somebody_else(cart_email: str, email: str, is_known: bool, said: str) -> None:
    assert theirs(cart_email=cart_email, email=email, is_known=is_known) == said
    assert theirs(cart_email=cart_email, email=email, is_known=is_known, channel="eu") == "NO_CART"


def test_a_checkouts_id_is_taken_as_it_is() -> None:
    assert rules.checkout_id(CART) == CART


@given(st.one_of(st.none(), st.text(), st.integers(), st.binary(), st.from_regex(r"[\w+/=-]{0,80}", fullmatch=True)))
def test_nothing_else_is_taken_for_a_checkouts_id(given_: object) -> None:
    with pytest.raises(NotDone) as refused:
        rules.checkout_id(given_)
    assert refused.value.code == Trouble.NO_CART


@pytest.mark.parametrize(
    ("code", "field", "meant"),
    [
        ("INSUFFICIENT_STOCK", "quantity", "SHORT"),
        ("QUANTITY_GREATER_THAN_LIMIT", "quantity", "TOO_MANY"),
        ("UNAVAILABLE_VARIANT_IN_CHANNEL", "lines", "NOT_SOLD"),
        ("INVALID", "promoCode", "CODE_REFUSED"),
        ("VOUCHER_NOT_APPLICABLE", "promoCode", "CODE_REFUSED"),
        ("INVALID", "lineId", "REFUSED"),
        ("NON_REMOVABLE_GIFT_LINE", "lines", "GIFT"),
        ("SOMETHING_NEW", "", "REFUSED"),
    ],
)
def test_what_saleor_refuses_has_a_reason(code: str, field: str, meant: str) -> None:
    assert rules.meaning(code, field) == meant


@given(st.text(max_size=100))
def test_no_page_of_another_origin_passes(tail: str) -> None:
    origins = ("https://shop.example",)
    try:
        address = rules.own_page(f"https://shop.example{tail}", origins)
    except NotDone:
        return
    assert address == "https://shop.example" or address[len("https://shop.example")] in "/?#"
    assert "\\" not in address.partition("/")[0]

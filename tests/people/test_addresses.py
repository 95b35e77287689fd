"""Addresses: one mailbox or number has one form, and two never share one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from saleor_support_plugin.people.addresses import (
    AddressWrong,
    address_hash,
    normal_address,
    normal_email,
    normal_phone,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Ayse@Shop.Dev ", "ayse@shop.dev"),
        ("ALI.YILDIZ@SHOP.DEV", "ali.yildiz@shop.dev"),
        # The capital i of a Turkish keyboard: Python alone makes two letters of it.
        ("ALİ@GMAİL.DEV", "ali@gmail.dev"),
        ("I\u0307SKENDER@shop.dev", "iskender@shop.dev"),
        ("ayse+wool@shop.dev", "ayse+wool@shop.dev"),
        ("a.y.s.e@shop.dev", "a.y.s.e@shop.dev"),
        ("ayse@münchen.de", "ayse@xn--mnchen-3ya.de"),
        ("ayse@XN--MNCHEN-3YA.de", "ayse@xn--mnchen-3ya.de"),
        ("ayse@mu\u0308nchen.de", "ayse@xn--mnchen-3ya.de"),
        ("ayse@straße.de", "ayse@xn--strae-oqa.de"),
        ("ayse@çiçek。com.tr", "ayse@xn--iek-1lab.com.tr"),
        ("ayşe@shop.dev", "ayşe@shop.dev"),
        ("ays\u0327e@shop.dev", "ayşe@shop.dev"),
        ("ayse@shop.dev.", "ayse@shop.dev"),
        ("ayse@localhost", "ayse@localhost"),
        ("a" * 64 + "@shop.dev", "a" * 64 + "@shop.dev"),
    ],
)
def test_one_mailbox_has_one_form(typed: str, kept: str) -> None:
    assert normal_email(typed) == kept
    assert address_hash(typed) == address_hash(kept)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ışık@shop.dev", "isik@shop.dev"),
        ("ayse@gmaıl.dev", "ayse@gmail.dev"),
        ("ayse+wool@shop.dev", "ayse@shop.dev"),
        ("ay.se@shop.dev", "ayse@shop.dev"),
        ("ayşe@shop.dev", "ayse@shop.dev"),
        ("аyse@shop.dev", "ayse@shop.dev"),  # the first letter is Cyrillic
        ("ayse@strasse.de", "ayse@straße.de"),
    ],
)
def test_two_mailboxes_are_never_taken_for_one(one: str, other: str) -> None:
    assert normal_email(one) != normal_email(other)
    assert address_hash(one) != address_hash(other)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "@",
        "ayse",
        "ayse@",
        "@shop.dev",
        "a@b@shop.dev",
        "ayse@-shop.dev",
        "ayse@shop..dev",
        "ayse@shop_1.dev",
        "ayse@xn--a.dev",
        "ayse @shop.dev",
        "ayse\r\nBcc: all@shop.dev",
        "ayse\u200b@shop.dev",  # of no width
        "\u202eayse@shop.dev",  # turns what follows around
        "ayse\ud800@shop.dev",
        "ayse@shop\ud800.dev",
        "ayse\0@shop.dev",
        "a" * 65 + "@shop.dev",
        "ş" * 33 + "@shop.dev",
        "a@" + ".".join(["b" * 63] * 4),
        "a@" + "b" * 1_000_000,
        "Ayse <ayse@shop.dev>",
    ],
)
def test_what_cannot_be_written_to_is_refused(typed: str) -> None:
    with pytest.raises(AddressWrong):
        normal_email(typed)


@given(st.text(max_size=80).map(lambda text: f"{text}@shop.dev") | st.text(max_size=120) | st.emails())
@example("İ@İ.dev")
@example("ǰ@shop.dev")
def test_a_form_is_its_own_form_and_fits_the_table(typed: str) -> None:
    try:
        kept = normal_email(typed)
    except AddressWrong:
        return
    assert normal_email(kept) == kept
    assert len(kept.encode()) <= 254
    assert kept.count("@") == 1
    assert kept.partition("@")[2].isascii()
    assert kept.isprintable()


@given(st.emails(), st.sampled_from([str.upper, str.lower, str.title, lambda text: f"  {text}\t"]))
def test_how_an_address_is_typed_does_not_matter(email: str, typed: object) -> None:
    try:
        kept = normal_email(email)
    except AddressWrong:
        return
    assert normal_email(typed(email)) == kept  # type: ignore[operator]
    assert address_hash(typed(email)) == address_hash(email)  # type: ignore[operator]


@given(st.text(max_size=300))
def test_anything_has_a_hash(text: str) -> None:
    assert len(address_hash(text)) == 64
    assert normal_address(normal_address(text)) == normal_address(text)


@pytest.mark.parametrize(
    ("typed", "region", "kept"),
    [
        ("0532 123 45 67", "TR", "+905321234567"),
        ("(0532) 123-45-67", "tr", "+905321234567"),
        ("5321234567", "TR", "+905321234567"),
        ("+90 532 123 45 67", "", "+905321234567"),
        ("0090 532 123 45 67", "TR", "+905321234567"),
        ("+49 30 901820", "TR", "+4930901820"),
        ("٠٥٣٢ ١٢٣ ٤٥ ٦٧", "TR", "+905321234567"),
        ("+39 06 698 12345", "", "+390669812345"),
    ],
)
def test_one_number_has_one_form(typed: str, region: str, kept: str) -> None:
    assert normal_phone(typed, region) == kept
    assert normal_phone(kept) == kept


@pytest.mark.parametrize(
    "typed", ["", "0532 123 45 67", "+90 532", "12", "+999 1234567", "ayse", "+90 212 555 00 00 ext 5", "+" * 10_000]
)
def test_what_cannot_be_called_is_refused(typed: str) -> None:
    with pytest.raises(AddressWrong):
        normal_phone(typed)


@given(st.text(max_size=60), st.sampled_from(["", "TR", "DE", "XX", "tr"]))
def test_any_text_is_a_number_or_refused(typed: str, region: str) -> None:
    try:
        kept = normal_phone(typed, region)
    except AddressWrong:
        return
    assert normal_phone(kept) == kept
    assert kept.startswith("+")

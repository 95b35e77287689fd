"""Where an answer goes, and which list a mail is of."""

from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.mails.headers import list_id, message_of, reply_address
from saleor_support_plugin.mails.text import one_line


@given(st.integers(1, 10**15))
def test_an_answer_finds_its_message_also_in_capitals(number: int) -> None:
    address = reply_address(number=number, mailbox="destek@mail.shop.dev", secret="s")
    assert message_of(address, secret="s") == number
    assert message_of(address.upper(), secret="s") == number
    assert len(address.partition("@")[0]) <= 64


def test_nobody_makes_up_an_address() -> None:
    address = reply_address(number=41, mailbox="reply@shop.dev", secret="s")
    assert message_of(address, secret="other") is None
    assert message_of(address.replace("41", "42", 1), secret="s") is None
    for strange in (
        "",
        "reply@shop.dev",
        "reply+@shop.dev",
        "reply+41@shop.dev",
        "reply+٤١.aa@shop.dev",
        "reply+041.aa@b",
        "41.aa@b",
    ):
        assert message_of(strange, secret="s") is None


def test_a_list_is_named_by_letters_dots_and_hyphens() -> None:
    assert list_id(kind="cart_reminder", store_key="A_b-1", host="support.dev") == "<cartreminder.ab-1.support.dev>"


@given(st.text())
def test_a_header_is_one_printable_line(text: str) -> None:
    said = one_line(text)
    assert said.isprintable()
    assert len(said) <= 200

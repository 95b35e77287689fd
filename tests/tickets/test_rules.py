"""What a form must hold, and what is said when it does not."""

from typing import Any

import pytest

from saleor_support_plugin.tickets.rules import FormWrong, NamedOrder, form, is_trap

GOOD: dict[str, Any] = {
    "email": "ada@shop.example",
    "subject": "Where is it?",
    "text": "Day\r\nthree.",
    "locale": "tr-TR",
}


def test_a_form_is_read_as_plain_text_in_the_shoppers_language() -> None:
    read = form(GOOD | {"name": "Ada\tYılmaz", "order": {"number": " #41 ", "email": "other@shop.example"}})
    assert (read.text, read.name, read.language) == ("Day\nthree.", "Ada Yılmaz", "tr")
    assert read.order == NamedOrder("41", "other@shop.example")


def test_an_order_without_an_address_of_its_own_is_under_the_shoppers() -> None:
    assert form(GOOD | {"order": {"number": 41}}).order == NamedOrder("41", "ada@shop.example")
    assert form(GOOD | {"order": {"number": ""}}).order is None


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"email": "nobody"}, "email", "INVALID"),
        ({"email": "a@b.example\nBcc: c@d.example"}, "email", "INVALID"),
        ({"email": None}, "email", "REQUIRED"),
        ({"email": ["ada@shop.example"]}, "email", "REQUIRED"),
        ({"subject": " \x00 "}, "subject", "REQUIRED"),
        ({"subject": "x" * 201}, "subject", "TOO_LONG"),
        ({"text": ""}, "text", "REQUIRED"),
        ({"text": "x" * 5_001}, "text", "TOO_LONG"),
        ({"text": "x" * 100_000}, "text", "TOO_LONG"),
        ({"text": 7}, "text", "REQUIRED"),
        ({"name": "x" * 101}, "name", "TOO_LONG"),
        ({"order": "41"}, "order", "INVALID"),
        ({"order": {"number": "4" * 65}}, "order", "TOO_LONG"),
    ],
)
def test_what_is_wrong_is_named_with_its_field(changed: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(FormWrong) as caught:
        form(GOOD | changed)
    assert [(fault.field, fault.code) for fault in caught.value.faults] == [(field, code)]


def test_everything_that_is_wrong_is_named_at_once() -> None:
    with pytest.raises(FormWrong) as caught:
        form({})
    assert {fault.field for fault in caught.value.faults} == {"email", "text"}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Where is it?\nI ordered it on Monday.", "Where is it?"),
        ("\n  Where\tis it?  \n", "Where is it?"),
        ("x" * 80, "x" * 80),
        ("x" * 81, "x" * 79 + "…"),
        ("word " * 40, ("word " * 16)[:79].rstrip() + "…"),
    ],
)
def test_what_has_no_subject_is_named_by_its_first_line(text: str, subject: str) -> None:
    assert form({"email": "ada@shop.example", "text": text}).subject == subject
    assert form({"email": "ada@shop.example", "text": text, "subject": ""}).subject == subject


def test_hidden_and_turning_letters_are_taken_out() -> None:
    assert form(GOOD | {"text": "pay\u202eeerf\x07 now"}).text == "payeerf now"


@pytest.mark.parametrize(("value", "trapped"), [("", False), (None, False), ("http://spam.example", True)])
def test_who_fills_in_what_nobody_sees_is_a_machine(value: Any, trapped: bool) -> None:
    assert is_trap(GOOD | {"website": value}) is trapped

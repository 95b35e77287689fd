"""Why somebody left: one tap in a mail, kept once a person surely gave it, and help that is really on its way."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from saleor_support_plugin.carts import links
from saleor_support_plugin.carts.facts import Reason
from saleor_support_plugin.carts.links import Found
from saleor_support_plugin.carts.models import LeavingReason
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.tickets.models import Ticket

from ..shops import NOON, Shop, global_id
from .left_behind import SHOPPER, left_behind, line, settle

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as moved:
        yield moved


@pytest.fixture
def found(aurora: Shop) -> Found:
    settle(aurora, contact_channels=[{"kind": "phone", "address": "+90 212 555 00 00"}, {"kind": "form"}])
    return left_behind(aurora, lines=[line(2), line(1)])


def path(found: Found, reason: Reason | None = None) -> str:
    return links.why(found.cart, found.case.person, reason).removeprefix("https://support.example.com")


def say(client: Client, found: Found, reason: object, **more: str) -> Any:
    return client.post(path(found), {"r": reason, **more})


def kept() -> tuple[str, str, str]:
    row = LeavingReason.across_stores.get()
    return row.reason, row.text, row.link


def test_opening_a_link_counts_nothing_and_has_its_answer_chosen(client: Client, found: Found) -> None:
    for reason in Reason:
        page = client.get(path(found, reason)).content.decode()
        assert page.count(" checked") == 1
        assert f'value="{reason}"' in page.partition(" checked")[0].rpartition("<input")[2]
    assert " checked" not in client.get(path(found)).content.decode()
    assert " checked" not in client.get(f"{path(found)}?r=nonsense").content.decode()
    assert not LeavingReason.across_stores.exists()


@pytest.mark.parametrize("reason", set(Reason) - {Reason.NEED_HELP, Reason.PAYMENT_TROUBLE})
def test_an_answer_is_kept_with_what_was_in_the_cart(client: Client, found: Found, reason: Reason) -> None:
    answer = say(client, found, reason, text="Çok pahalı <b>\0")
    assert "Thank you" in answer.content.decode()
    assert kept() == (reason, "Çok pahalı <b>", "")
    row = LeavingReason.across_stores.get()
    assert (row.store, row.case, row.at, row.ticket) == (found.store, found.case, NOON, None)
    assert row.product_ids == [global_id("Product", 1), global_id("Product", 2)]
    assert not Ticket.across_stores.exists()


def test_the_newest_answer_is_the_one(client: Client, found: Found) -> None:
    say(client, found, "PRICE", text="Too dear")
    assert "Too dear" in client.get(path(found)).content.decode()
    say(client, found, "OTHER", text="On second thought")
    assert kept() == ("OTHER", "On second thought", "")


def test_a_tap_counts_by_itself_and_takes_no_words_away(client: Client, found: Found) -> None:
    assert say(client, found, "PRICE", by="script").status_code == 204
    assert kept() == ("PRICE", "", "")
    say(client, found, "PRICE", text="Too dear")
    assert say(client, found, "SHIPPING_COST", by="script").status_code == 204
    assert kept() == ("SHIPPING_COST", "Too dear", "")


@pytest.mark.parametrize("reason", ["NEED_HELP", "PAYMENT_TROUBLE"])
def test_no_script_calls_a_member_of_staff(client: Client, found: Found, reason: str) -> None:
    assert say(client, found, reason, by="script").status_code == 204
    assert not LeavingReason.across_stores.exists()
    assert not Ticket.across_stores.exists()


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://other.example/lamp?a=1", "https://other.example/lamp?a=1"),
        ("other.example/lamp", "https://other.example/lamp"),
        ("  ", ""),
    ],
)
def test_where_it_was_found_is_kept(client: Client, found: Found, given: str, address: str) -> None:
    assert say(client, found, "FOUND_ELSEWHERE", link=given).status_code == 200
    assert kept() == ("FOUND_ELSEWHERE", "", address)


@pytest.mark.parametrize("given", ["javascript:alert(1)", "lamp", "https://[", "https://x." + "y" * 1000])
def test_what_is_no_address_is_shown_again_with_its_fault(client: Client, found: Found, given: str) -> None:
    answer = say(client, found, "FOUND_ELSEWHERE", link=given, text="There")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'aria-describedby="link-fault"' in page
    assert ">There</textarea>" in page
    assert not LeavingReason.across_stores.exists()


def test_a_link_belongs_to_being_found_elsewhere(client: Client, found: Found) -> None:
    say(client, found, "PRICE", link="https://other.example/")
    assert kept() == ("PRICE", "", "")


def test_an_answer_without_a_reason_is_asked_for_one(client: Client, found: Found) -> None:
    for given in ({}, {"r": "nonsense"}, {"r": ""}):
        answer = client.post(path(found), given)
        assert answer.status_code == 422
        assert "Choose what it was." in answer.content.decode()
    assert not LeavingReason.across_stores.exists()


def test_help_opens_a_ticket_with_the_cart_in_it_and_says_when_somebody_is_there(client: Client, found: Found) -> None:
    page = say(client, found, "NEED_HELP", text="Which bulb fits?").content.decode()
    ticket = Ticket.across_stores.get()
    for word in (f"Its number is {ticket.number}", SHOPPER, "We are here now.", "tel:+902125550000"):
        assert word in page
    assert ticket.subject == "Help with a basket of ₺200.00"
    conversation = ticket.conversation
    assert (conversation.email, conversation.language, conversation.channel_slug) == (SHOPPER, "en", "default-channel")
    assert conversation.email_confirmed_at == NOON
    assert conversation.messages.get().text == (
        "Which bulb fits?\n\n2 × Lamp 2 (Blue), ₺200.00\n2 × Lamp 1 (Blue), ₺200.00\n₺200.00"
    )
    assert Message.across_stores.get().kind == "ticket_received"
    assert LeavingReason.across_stores.get().ticket == ticket


def test_outside_its_hours_the_shop_says_when_it_is_back(
    client: Client, found: Found, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(days=1))  # a Saturday
    page = say(client, found, "NEED_HELP").content.decode()
    assert "We are back on" in page
    assert "23 November 09:00" in page


def test_asking_again_adds_to_the_ticket_that_is_there(client: Client, found: Found) -> None:
    say(client, found, "NEED_HELP")
    for _ in range(2):  # a reload says nothing twice
        say(client, found, "NEED_HELP", text="And by when?")
    say(client, found, "PAYMENT_TROUBLE", text="The card was refused")
    texts = Ticket.across_stores.get().conversation.messages.order_by("pk").values_list("text", flat=True)
    assert [text.partition("\n")[0] for text in texts] == [
        "I need help with my basket:", "And by when?", "The card was refused",
    ]  # fmt: skip
    assert kept()[0] == "PAYMENT_TROUBLE"


def test_who_needs_help_is_heard_in_any_words(client: Client, aurora: Shop) -> None:
    settle(aurora, blocked_words=["nettle"])
    found = left_behind(aurora)
    for text in ("You nettle", "Another nettle"):
        assert say(client, found, "NEED_HELP", text=text).status_code == 200
    said = Ticket.across_stores.get().conversation.messages.order_by("pk")
    assert [(one.text.partition("\n")[0], one.card) for one in said] == [
        ("You nettle", {"kind": "words"}), ("Another nettle", {"kind": "words"}),
    ]  # fmt: skip


def test_trouble_with_paying_is_urgent_to_staff(client: Client, found: Found) -> None:
    say(client, found, "PAYMENT_TROUBLE")
    assert Ticket.across_stores.get().subject == "Urgent: a payment of ₺200.00 did not work"


def test_a_turkish_cart_is_asked_in_turkish(client: Client, aurora: Shop) -> None:
    settle(aurora)
    found = left_behind(aurora, language_code="TR")
    assert "Sizi ne durdurdu?" in client.get(path(found)).content.decode()
    say(client, found, "PAYMENT_TROUBLE")
    assert Ticket.across_stores.get().subject == "Acil: ₺200,00 tutarındaki ödeme yapılamadı"


def test_calling_for_help_too_often_is_stopped_and_nothing_is_kept(client: Client, aurora: Shop) -> None:
    settle(aurora)
    codes = [say(client, left_behind(aurora, str(number)), "NEED_HELP").status_code for number in range(6)]
    assert codes == [200] * 5 + [429]
    assert (Ticket.across_stores.count(), LeavingReason.across_stores.count()) == (5, 5)


def test_a_link_works_for_thirty_days_and_is_the_persons_alone(
    client: Client, found: Found, borealis: Shop, clock: time_machine.Traveller
) -> None:
    settle(borealis)
    theirs = left_behind(borealis)
    mixed = links.why(found.cart, theirs.case.person).removeprefix("https://support.example.com")
    old = path(found, Reason.PRICE)
    wrong = [mixed, "/w/nothing", old.partition("?")[0][:-1], path(found).replace("/w/", "/b/")]
    clock.shift(timedelta(days=30))
    assert client.get(old).status_code == 200
    clock.shift(timedelta(seconds=1))
    answers = [ask(one) for one in (*wrong, old) for ask in (client.get, client.post)]
    assert {(answer.status_code, answer.content) for answer in answers} == {(404, answers[0].content)}
    assert not LeavingReason.across_stores.exists()


def test_the_page_keeps_nothing_and_is_framed_by_nobody(client: Client, found: Found) -> None:
    answer = client.get(path(found))
    assert (answer["Referrer-Policy"], answer["Cache-Control"]) == ("no-referrer", "no-store")
    assert not answer.cookies
    policy = answer["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy
    assert " style=" not in answer.content.decode()

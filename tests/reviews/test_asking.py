"""A day after a parcel was marked as delivered its buyer is asked once what they think, unless it went back."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.outbox import sending
from saleor_support_plugin.outbox.models import Message, State
from saleor_support_plugin.parcels.models import FrozenPromise
from saleor_support_plugin.people.actions import erase, person_at
from saleor_support_plugin.reviews import requesting
from saleor_support_plugin.reviews.models import ReviewRequest, ReviewSummary
from saleor_support_plugin.shop.models import Fulfillment, Order
from saleor_support_plugin.stores.models import NamedConfiguration, Store
from saleor_support_plugin.tickets import actions as tickets
from saleor_support_plugin.tickets.models import Ticket
from saleor_support_plugin.tickets.rules import Form, NamedOrder

from ..outbox.messages import mails_in, part
from ..outbox.test_sending import together
from ..service import Service
from ..shops import NOON, Shop
from .parcels import BUYER, arrive, line_id, order

DAY = timedelta(hours=24)


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.OUTBOX_DIR, settings.EMAIL = tmp_path / "outbox", {"way": "file", "folder": ""}
    return tmp_path / "outbox"


def look(now: Any) -> None:
    requesting.notice_deliveries(now=now)
    requesting.ask_due(now=now)


@pytest.mark.django_db
def test_one_mail_a_day_after_the_first_parcel(aurora: Shop, folder: Path) -> None:
    NamedConfiguration.across_stores.create(
        store=aurora.store, name="all", is_default=True, data={"time_zone": "Pacific/Auckland"}
    )
    known = order(aurora)
    arrive(known)
    look(NOON)
    look(NOON + DAY - timedelta(seconds=1))
    assert not Message.across_stores.exists()
    for hour in range(3):
        look(NOON + DAY + timedelta(hours=hour))
    sending.deliver_due(now=NOON + DAY)
    [mail] = mails_in(folder)
    assert (mail["To"], mail["Subject"]) == (BUYER, "Nasıl buldunuz: Lamba 0")
    words = part(mail, "plain")
    assert "41 numaralı siparişiniz 21 Kasım 2026" in words  # noon in UTC is the next day in Auckland
    assert "Lamba 1" in words
    assert "https://support.example.com/r/" in words
    assert "https://support.example.com/r/" in part(mail, "html")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.django_db
def test_a_second_parcel_is_no_second_question(aurora: Shop, folder: Path) -> None:
    known = order(aurora)
    arrive(known)
    look(NOON + DAY)
    second = known.fulfillments.get()
    Fulfillment.across_stores.create(
        order=known, saleor_id="second", number=2, status="FULFILLED", created=NOON, delivered_at=second.delivered_at
    )
    look(NOON + 2 * DAY)
    assert Message.across_stores.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "silence"),
    [
        ({"status": "CANCELED"}, "cancelled"),
        ({"paymentStatus": "FULLY_REFUNDED"}, "refunded"),
        ({"paymentStatus": "PARTIALLY_REFUNDED"}, "refunded"),
        ({"totalRefunded": {"amount": "0.01"}}, "refunded"),
        ({"status": "RETURNED"}, "refunded"),
        ({"userEmail": None}, "no_address"),
    ],
)
def test_nobody_is_asked_about_what_went_back(aurora: Shop, changed: dict[str, Any], silence: str) -> None:
    known = order(aurora)
    arrive(known)
    look(NOON)
    order(aurora, at=NOON + timedelta(hours=1), **changed)
    look(NOON + DAY)
    assert not Message.across_stores.exists()
    assert ReviewRequest.across_stores.get().silence == silence


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "reason"), [({"status": "CANCELED"}, "cancelled"), ({"totalRefunded": {"amount": "5"}}, "refunded")]
)
def test_the_second_look_sees_a_refund(aurora: Shop, folder: Path, changed: dict[str, Any], reason: str) -> None:
    known = order(aurora)
    arrive(known)
    look(NOON + DAY)
    order(aurora, at=NOON + DAY, **changed)
    sending.deliver_due(now=NOON + DAY)
    message = Message.across_stores.get()
    assert (message.state, message.reason) == (State.WITHHELD, reason)


@pytest.mark.django_db
def test_a_merchant_may_ask_nobody_or_later(aurora: Shop, borealis: Shop) -> None:
    for shop, data in ((aurora, {"review_prompts": False}), (borealis, {"review_wait_hours": 48})):
        NamedConfiguration.across_stores.create(store=shop.store, name="all", is_default=True, data=data)
        arrive(order(shop))
    look(NOON + DAY)
    assert not Message.across_stores.exists()
    look(NOON + 2 * DAY)
    assert Message.across_stores.get().store == borealis.store


@pytest.mark.django_db
def test_what_arrived_before_there_were_reviews_is_left_alone(aurora: Shop) -> None:
    arrive(order(aurora), at=NOON - timedelta(days=8))
    assert requesting.notice_deliveries(now=NOON) == 0


@pytest.mark.django_db
def test_a_reminder_goes_out_once_a_week_later(aurora: Shop, folder: Path) -> None:
    arrive(order(aurora))
    for day in range(1, 30):
        look(NOON + day * DAY)
        sending.deliver_due(now=NOON + day * DAY)
    first, second = Message.across_stores.order_by("pk")
    assert (first.sent_at, second.sent_at) == (NOON + DAY, NOON + 8 * DAY)
    assert "Hâlâ merak ediyoruz" in second.subject
    assert "başka sormayacağız" in second.text
    assert ReviewRequest.across_stores.get().reminded_at == NOON + 8 * DAY


def said_nothing(request: ReviewRequest) -> None:
    """Leave it as it is."""


def said_problem(request: ReviewRequest) -> None:
    ReviewRequest.across_stores.filter(pk=request.pk).update(fork="PROBLEM")


def wrote_one(request: ReviewRequest) -> None:
    request.store.reviews.create(
        order=request.order, order_line_id=line_id(0), language="tr", stars=5, created_at=NOON + 2 * DAY
    )


def wrote_to_the_shop(request: ReviewRequest) -> None:
    add_ticket_about(request.order)


def was_erased(request: ReviewRequest) -> None:
    erase(person=person_at(store=request.store, email=BUYER, now=NOON), now=NOON)


def was_refunded(request: ReviewRequest) -> None:
    request.store.orders.filter(pk=request.order_id).update(total_refunded=5)


def never_left(request: ReviewRequest) -> None:
    Message.across_stores.update(sent_at=None, state=State.WITHHELD)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("happens", "silence"),
    [
        (said_nothing, ""),
        (said_problem, "problem"),
        (wrote_one, "answered"),
        (wrote_to_the_shop, "open_ticket"),
        (was_erased, "erased"),
        (was_refunded, "refunded"),
        (never_left, "not_sent"),
    ],
)
def test_who_is_not_reminded(aurora: Shop, folder: Path, happens: Callable[[Any], None], silence: str) -> None:
    arrive(order(aurora))
    look(NOON + DAY)
    sending.deliver_due(now=NOON + DAY)
    happens(ReviewRequest.across_stores.get())
    look(NOON + 8 * DAY)
    assert ReviewRequest.across_stores.get().silence == silence
    assert len(asked_of(aurora)[1:]) == (0 if silence else 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("happens", "reason"),
    [
        (said_problem, "problem"),
        (wrote_one, "answered"),
        (wrote_to_the_shop, "open_ticket"),
        (was_refunded, "refunded"),
    ],
)
def test_the_second_look_at_a_reminder(aurora: Shop, folder: Path, happens: Callable[[Any], None], reason: str) -> None:
    arrive(order(aurora))
    look(NOON + DAY)
    sending.deliver_due(now=NOON + DAY)
    look(NOON + 8 * DAY)
    happens(ReviewRequest.across_stores.get())
    sending.deliver_due(now=NOON + 8 * DAY)
    _, reminder = asked_of(aurora)
    assert (reminder.state, reminder.reason) == (State.WITHHELD, reason)


def asked_of(shop: Shop) -> list[Message]:
    return list(shop.store.messages.filter(kind="review_request").order_by("pk"))


def add_ticket_about(order: Order) -> Ticket:
    form = Form(BUYER, "", "Cam", "Cam kırık.", "tr", NamedOrder(order.number, BUYER))
    opened = tickets.open_from_form(
        store=order.store, channel=order.channel_slug, form=form, address="203.0.113.7", now=NOON
    )
    return order.store.tickets.get(number=opened.number)


@pytest.mark.django_db
@pytest.mark.parametrize(("is_closed", "asked"), [(False, 0), (True, 1)])
def test_who_waits_for_the_shops_answer_is_not_asked(aurora: Shop, is_closed: bool, asked: int) -> None:
    known = order(aurora)
    arrive(known)
    ticket = add_ticket_about(known)
    if is_closed:
        Ticket.across_stores.filter(pk=ticket.pk).update(state="CLOSED")
    look(NOON + DAY)
    assert len(asked_of(aurora)) == asked
    assert ReviewRequest.across_stores.get().silence == ("" if is_closed else "open_ticket")


@pytest.mark.django_db
def test_an_erased_person_is_not_asked(aurora: Shop) -> None:
    arrive(order(aurora))
    erase(person=person_at(store=aurora.store, email=BUYER, now=NOON), now=NOON)
    look(NOON + DAY)
    assert asked_of(aurora) == []
    assert ReviewRequest.across_stores.get().silence == "erased"


@pytest.mark.django_db
def test_a_merchant_may_ask_once_only(aurora: Shop, folder: Path) -> None:
    NamedConfiguration.across_stores.create(
        store=aurora.store, name="all", is_default=True, data={"review_reminder": False}
    )
    arrive(order(aurora))
    look(NOON + DAY)
    sending.deliver_due(now=NOON + DAY)
    look(NOON + 8 * DAY)
    assert len(asked_of(aurora)) == 1
    assert ReviewRequest.across_stores.get().silence == "reminder_off"


# Where nobody said that it arrived


def promised(order: Order, last: date) -> None:
    FrozenPromise.across_stores.create(store=order.store, order=order, last=last, version=1, made_at=NOON)


@pytest.mark.django_db
def test_where_nobody_said_that_it_arrived_the_promise_and_a_week_count(aurora: Shop) -> None:
    known = order(aurora)
    promised(known, NOON.date())
    assert requesting.notice_estimates(aurora.store, NOON) == {"estimated": 0}, "its last day is not over"
    tomorrow = NOON + DAY
    assert requesting.notice_estimates(aurora.store, tomorrow) == {"estimated": 1}
    look(tomorrow)
    request = ReviewRequest.across_stores.get()
    # The end of the 20th in Istanbul, and seven days.
    due_at = datetime(2026, 11, 20, 21, tzinfo=UTC) + timedelta(days=7)
    assert (request.next_check_at, request.delivery_source) == (due_at, "estimate")
    look(due_at)
    [message] = asked_of(aurora)
    assert "elinize ulaşmış olmalı" in message.text
    assert "teslim edildi" not in message.text


@pytest.mark.django_db
def test_somebodys_word_goes_before_an_estimate(aurora: Shop) -> None:
    known = order(aurora)
    promised(known, (NOON - 2 * DAY).date())
    requesting.notice_estimates(aurora.store, NOON)
    look(NOON)
    assert ReviewRequest.across_stores.get().delivery_source == "estimate"
    arrive(known)
    look(NOON + timedelta(hours=1))
    request = ReviewRequest.across_stores.get()
    assert (request.next_check_at, request.delivery_source) == (NOON + DAY, "staff")


@pytest.mark.django_db
def test_a_merchant_may_ask_nobody_by_an_estimate_and_a_later_word_still_counts(aurora: Shop) -> None:
    NamedConfiguration.across_stores.create(
        store=aurora.store, name="all", is_default=True, data={"review_fallback_days": 0}
    )
    known = order(aurora)
    promised(known, (NOON - 2 * DAY).date())
    requesting.notice_estimates(aurora.store, NOON)
    look(NOON)
    request = ReviewRequest.across_stores.get()
    assert (request.silence, request.next_check_at) == ("nothing_arrived", None)
    arrive(known, at=NOON + DAY)
    look(NOON + 2 * DAY)
    assert len(asked_of(aurora)) == 1


@pytest.mark.django_db
def test_nothing_is_estimated_of_what_never_left(aurora: Shop) -> None:
    promised(order(aurora, fulfillments=[]), (NOON - 2 * DAY).date())
    assert requesting.notice_estimates(aurora.store, NOON) == {"estimated": 0}


# What is asked about first


@pytest.mark.django_db
@pytest.mark.parametrize(("data", "first"), [({}, "Lamba 1"), ({"review_steer": False}, "Lamba 0")])
def test_the_mail_begins_with_what_others_know_least_of(aurora: Shop, data: dict[str, Any], first: str) -> None:
    NamedConfiguration.across_stores.create(store=aurora.store, name="all", is_default=True, data=data)
    known = order(aurora)
    aurora.store.variants.update(product_id="known")
    ReviewSummary.across_stores.create(
        store=aurora.store, product_id="known", count=9, total=40, newest_at=NOON, changed_at=NOON
    )
    known.lines.filter(saleor_id=line_id(1)).update(variant_id="another")
    arrive(known)
    look(NOON + DAY)
    assert asked_of(aurora)[0].subject == f"Nasıl buldunuz: {first}"


@pytest.mark.django_db
def test_each_product_has_its_stars_in_the_mail(aurora: Shop) -> None:
    arrive(order(aurora))
    look(NOON + DAY)
    [message] = asked_of(aurora)
    links = re.findall(r'href="(https://support\.example\.com/r/[^"]+\?s=\d&amp;l=[^"]+)"', message.html)
    assert [re.search(r"s=(\d)", link)[1] for link in links] == [*"12345"] * 2  # type: ignore[index]  # as found
    assert len({link.partition("l=")[2] for link in links}) == 2
    assert "5 üzerinden 4 yıldız" in message.html
    assert "?f=problem" in message.text


@pytest.mark.django_db
def test_a_removed_store_asks_nobody(aurora: Shop) -> None:
    arrive(order(aurora))
    Store.across_stores.update(removed_at=NOON)
    look(NOON + DAY)
    assert not Message.across_stores.exists()


def test_eight_workers_at_once_ask_once(committed: Service, open_aurora: Shop, folder: Path) -> None:
    for name in "abc":
        arrive(order(open_aurora, name, lines=0) if name == "c" else order(open_aurora, name, lines=1))
    together(8, lambda: look(NOON + DAY))
    together(8, lambda: sending.deliver_due(now=NOON + DAY))
    assert len(mails_in(folder)) == 2  # the third parcel holds nothing


@pytest.mark.django_db
def test_noticing_asks_the_database_the_same_for_one_order_and_twenty(aurora: Shop) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            requesting.notice_deliveries(now=NOON)
        return len(queries)

    arrive(order(aurora, "first"))
    once = asked()
    for number in range(20):
        arrive(order(aurora, f"further {number}", lines=0))
    assert asked() == once
    assert ReviewRequest.across_stores.count() == 21

"""A day after a parcel was marked as delivered its buyer is asked once what they think, unless it went back."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.outbox import sending
from saleor_support_plugin.outbox.models import Message, State
from saleor_support_plugin.reviews import actions
from saleor_support_plugin.reviews.models import ReviewRequest
from saleor_support_plugin.shop.models import Fulfillment
from saleor_support_plugin.stores.models import NamedConfiguration, Store

from ..outbox.messages import mails_in, part
from ..outbox.test_sending import together
from ..service import Service
from ..shops import NOON, Shop
from .parcels import BUYER, arrive, order

DAY = timedelta(hours=24)


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.OUTBOX_DIR, settings.EMAIL = tmp_path / "outbox", {"way": "file", "folder": ""}
    return tmp_path / "outbox"


def look(now: Any) -> None:
    actions.notice_deliveries(now=now)
    actions.ask_due(now=now)


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
    assert actions.notice_deliveries(now=NOON) == 0


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
            actions.notice_deliveries(now=NOON)
        return len(queries)

    arrive(order(aurora, "first"))
    once = asked()
    for number in range(20):
        arrive(order(aurora, f"further {number}", lines=0))
    assert asked() == once
    assert ReviewRequest.across_stores.count() == 21

"""A cart is left and a parcel arrives in a store: its people get one mail each, with links that work."""

import re
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import requests
from django.conf import LazySettings
from django.utils import timezone

from saleor_support_plugin.carts import actions as carts
from saleor_support_plugin.carts.models import CartPlan
from saleor_support_plugin.carts.plan import Plan
from saleor_support_plugin.carts.plan_json import as_data
from saleor_support_plugin.delivery.actions import Delivered, mark_delivered
from saleor_support_plugin.demo.order_records import Checkout
from saleor_support_plugin.demo.shipping import methods_to
from saleor_support_plugin.outbox import sending
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.reviews import requesting as reviews
from saleor_support_plugin.reviews.models import Review
from saleor_support_plugin.shop.models import Order
from saleor_support_plugin.stores.models import Chore, NamedConfiguration

from ..outbox.mail_server import MailServer
from ..outbox.messages import mails_in, part
from .installed import Installed

SHOPPER = "ayse@shopper.dev"
HOUR = timedelta(hours=1)


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.OUTBOX_DIR, settings.EMAIL = tmp_path / "outbox", {"way": "file", "folder": ""}
    return tmp_path / "outbox"


@pytest.fixture
def server(folder: Path, settings: LazySettings) -> Iterator[MailServer]:
    """A mail server that the settings name: the demo store must not reach it."""
    with MailServer() as running:
        settings.EMAIL = running.settings
        yield running


def configure(installed: Installed) -> None:
    data = {"storefront_url": installed.saleor.origin, "time_zone": "Europe/Istanbul", "sender_name": "Demo shop"}
    NamedConfiguration.across_stores.create(store=installed.store, name="all", is_default=True, data=data)
    # Nobody is held out: who would be goes by chance.
    CartPlan.across_stores.create(
        store=installed.store, version=1, data=as_data(Plan(holdout_percent=0)), made_at=timezone.now()
    )


def leave(installed: Installed, *, consents: bool = True) -> Checkout:
    """Have a shopper fill a cart, give an e-mail, and go."""
    saleor = installed.saleor
    _, variant = next(saleor.state.variants())
    checkout = saleor.checkouts.create("tr", [(variant, 2)], email=SHOPPER, language_code="TR")
    if consents:
        saleor.catalogue.write_metadata(checkout, put={"paper.marketing_opt_in": "true"})
    installed.deliver_and_work()
    return checkout


def until_noon() -> timedelta:
    """Return how long it is until a cart left now is quiet and nobody in Istanbul is asleep."""
    quiet = timezone.now().astimezone(ZoneInfo("Europe/Istanbul")) + 1.1 * HOUR
    noon = quiet.replace(hour=12, minute=0)
    return (noon if noon > quiet else noon + 24 * HOUR) - timezone.now()


def work_after(span: timedelta) -> None:
    """Do what a worker would do that much later."""
    now = timezone.now() + span
    Chore.across_stores.update(done_at=now)
    carts.decide_due(now=now)
    reviews.notice_deliveries(now=now)
    reviews.ask_due(now=now)
    sending.deliver_due(now=now)


def only_mail(folder: Path) -> EmailMessage:
    [mail] = mails_in(folder)
    return mail


def link_in(mail: EmailMessage, path: str) -> str:
    found = re.search(rf"https?://\S+{path}\S+", part(mail, "plain"))
    assert found
    return found.group(0)


def test_a_quiet_cart_is_one_file_and_never_a_mail_to_anybody(
    installed: Installed, server: MailServer, folder: Path, settings: LazySettings
) -> None:
    settings.DEMO_URL = installed.saleor.origin
    configure(installed)
    checkout = leave(installed)
    work_after(timedelta(minutes=50))
    assert mails_in(folder) == []
    for hours in (1.1, 2, 20):
        work_after(hours * HOUR)
    mail = only_mail(folder)
    assert (mail["To"], mail["From"]) == (SHOPPER, "Demo shop <no-reply@support.example.com>")
    assert link_in(mail, "/b/")
    assert checkout.id.rstrip("=") not in part(mail, "plain")
    assert server.habits.mails == []


def test_no_consent_no_mail(installed: Installed, folder: Path) -> None:
    configure(installed)
    leave(installed, consents=False)
    work_after(2 * HOUR)
    assert not Message.across_stores.exists()


def test_whoever_buys_first_gets_no_mail(installed: Installed, folder: Path) -> None:
    configure(installed)
    checkout = leave(installed)
    saleor = installed.saleor
    home = saleor.person("ayse").addresses[0]
    saleor.checkouts.set_addresses(checkout, shipping=home, billing=home)
    saleor.checkouts.choose_delivery(checkout, methods_to(saleor.state, "tr", home.country)[0])
    saleor.checkouts.complete(checkout)
    installed.deliver_and_work()
    work_after(2 * HOUR)
    assert mails_in(folder) == []


def test_whoever_buys_while_the_mail_waits_gets_none(installed: Installed, folder: Path) -> None:
    configure(installed)
    leave(installed)
    now = timezone.now() + until_noon()
    Chore.across_stores.update(done_at=now)
    carts.decide_due(now=now)
    saleor = installed.saleor
    _, variant = next(saleor.state.variants())
    customer = saleor.person("ayse")
    customer.email = SHOPPER
    installed.clock.step(60)
    saleor.checkouts.buy(customer, variant, "tr")  # another cart, on another device
    installed.deliver_and_work()
    sending.deliver_due(now=now)
    message = Message.across_stores.get()
    assert (mails_in(folder), message.reason) == ([], "ordered")


def test_stopping_the_reminders_from_the_mail_stops_the_next_one(installed: Installed, folder: Path) -> None:
    configure(installed)
    leave(installed)
    work_after(until_noon())
    answer = requests.post(link_in(only_mail(folder), "/u/"), data={"List-Unsubscribe": "One-Click"}, timeout=20)
    assert answer.status_code == 200
    Message.across_stores.all().delete()
    work_after(until_noon() + 24 * HOUR)
    assert not Message.across_stores.exists()
    assert installed.store.cart_cases.get().silence == "no_consent"
    assert len(mails_in(folder)) == 1


def buy_and_send(installed: Installed) -> Order:
    saleor = installed.saleor
    _, variant = next(saleor.state.variants())
    bought = saleor.checkouts.buy(saleor.person("ayse"), variant, "tr")
    installed.deliver_and_work()
    installed.clock.step(60)
    saleor.orders.fulfill(bought)
    installed.deliver_and_work()
    return installed.store.orders.get(saleor_id=bought.id)


def test_a_day_after_the_parcel_its_buyer_writes_a_review(installed: Installed, folder: Path) -> None:
    configure(installed)
    order = buy_and_send(installed)
    [parcel] = order.fulfillments.all()
    marked = mark_delivered(store=installed.store, fulfillment=parcel, at=timezone.now(), source="staff")
    assert marked == Delivered()
    installed.saleor.orders.set_tracking(  # Saleor goes on about the parcel, the mark stays
        next(one for one in installed.saleor.state.orders.values() if one.id == order.saleor_id).fulfillments[0], "TR-9"
    )
    installed.deliver_and_work()
    work_after(23 * HOUR)
    assert mails_in(folder) == []
    for hours in (25, 26, 50):
        work_after(hours * HOUR)
    link = link_in(only_mail(folder), "/r/")
    page = requests.get(f"{link}?f=fine", timeout=20)
    assert page.status_code == 200
    assert order.lines.get().shown_name in page.text
    token = re.search(r'name="line-0" value="([^"]+)"', page.text)
    assert token
    said = {"deed": "send", "line-0": token[1], "stars-0": "4", "text-0": "Çok güzel."}
    thanked = requests.post(link, data=said, timeout=20)
    assert "Teşekkürler" in thanked.text
    review = Review.across_stores.get()
    assert (review.store, review.order, review.stars, review.text) == (installed.store, order, 4, "Çok güzel.")
    assert review.product_id


def test_nobody_is_asked_about_an_order_that_was_refunded(installed: Installed, folder: Path) -> None:
    configure(installed)
    order = buy_and_send(installed)
    [parcel] = order.fulfillments.all()
    mark_delivered(store=installed.store, fulfillment=parcel, at=timezone.now(), source="staff")
    installed.clock.step(60)
    installed.saleor.orders.refund(
        next(one for one in installed.saleor.state.orders.values() if one.id == order.saleor_id)
    )
    installed.deliver_and_work()
    work_after(25 * HOUR)
    assert mails_in(folder) == []

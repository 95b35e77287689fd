"""An hour and a day pass in the demo store for the app too, and what is due by then is done at once."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from django.conf import LazySettings
from django.utils import timezone

from saleor_support_plugin.api import tasks
from saleor_support_plugin.api.ageing import CannotAge, do_what_is_due, make_demo_older
from saleor_support_plugin.carts.facts import Silence
from saleor_support_plugin.database import conninfo
from saleor_support_plugin.demo.faces.carts import leave_a_cart
from saleor_support_plugin.demo.merchant import set_up
from saleor_support_plugin.events.models import Event
from saleor_support_plugin.events.rules import UNDELIVERED
from saleor_support_plugin.stores import actions, ageing

from ..outbox.messages import mails_in, part
from .installed import Installed

HOUR = 3600


@pytest.fixture
def demo(installed: Installed, settings: LazySettings, tmp_path: Path) -> Installed:
    settings.DEMO_URL = installed.saleor.origin
    settings.OUTBOX_DIR = tmp_path / "outbox"
    set_up(installed.saleor, installed.app)
    return installed


def let_pass(demo: Installed, seconds: int) -> None:
    store = make_demo_older(api_url="", seconds=seconds)
    demo.saleor.make_older(timedelta(seconds=seconds))
    do_what_is_due(store)


def test_an_hour_later_the_reminder_is_there_with_a_way_back(demo: Installed, settings: LazySettings) -> None:
    cart = leave_a_cart(demo.saleor, "en", quiet_for=timedelta())
    demo.deliver_and_work()
    do_what_is_due(demo.store)
    assert mails_in(settings.OUTBOX_DIR) == []
    let_pass(demo, HOUR + 60)
    [mail] = mails_in(settings.OUTBOX_DIR)
    assert mail["To"] == cart.email
    assert "/b/" in part(mail, "plain")
    assert cart.id not in part(mail, "plain")
    let_pass(demo, 24 * HOUR)
    assert len(mails_in(settings.OUTBOX_DIR)) == 2
    for _ in range(3):
        let_pass(demo, 24 * HOUR)
    assert len(mails_in(settings.OUTBOX_DIR)) == 2  # two a week is what anybody gets


def test_what_a_worker_does_at_the_same_moment_delays_nothing(demo: Installed, settings: LazySettings) -> None:
    leave_a_cart(demo.saleor, "en", quiet_for=timedelta())
    demo.deliver_and_work()
    make_demo_older(api_url="", seconds=HOUR + 60)
    assert actions.take_due_chores(now=timezone.now())
    tasks.remind_quiet_carts()
    assert demo.store.cart_cases.get().silence == Silence.OUT_OF_DATE
    demo.saleor.make_older(timedelta(hours=1, minutes=1))
    do_what_is_due(demo.store)
    assert len(mails_in(settings.OUTBOX_DIR)) == 1


def test_every_word_of_a_cart_that_was_left_tells_the_same_time(demo: Installed) -> None:
    """They come in any order, and the first one says until when its case waits."""
    cart = leave_a_cart(demo.saleor, "en", quiet_for=timedelta(minutes=61))
    demo.deliver()
    words = [json.loads(bytes(event.body)) for event in Event.across_stores.filter(event__startswith="checkout")]
    told = [word["checkout"]["updatedAt"] for word in words if word["checkout"]["id"] == cart.id]
    assert {datetime.fromisoformat(one) for one in told} == {cart.updated_at}
    demo.work()
    due = demo.store.cart_cases.get().next_check_at
    assert due is not None
    assert due < timezone.now()


def test_what_saleor_has_just_told_is_done_first(demo: Installed, settings: LazySettings) -> None:
    leave_a_cart(demo.saleor, "en", quiet_for=timedelta())
    demo.deliver()
    let_pass(demo, HOUR + 60)
    assert len(mails_in(settings.OUTBOX_DIR)) == 1


def test_a_reminder_waits_while_saleor_is_down(demo: Installed, settings: LazySettings) -> None:
    leave_a_cart(demo.saleor, "en", quiet_for=timedelta(minutes=30))
    demo.deliver_and_work()
    demo.saleor.faults.outage = "500"
    let_pass(demo, HOUR)
    assert mails_in(settings.OUTBOX_DIR) == []
    assert demo.store.chores.get(name=UNDELIVERED).error
    demo.saleor.faults.outage = None
    let_pass(demo, HOUR)
    assert len(mails_in(settings.OUTBOX_DIR)) == 1


def test_what_saleor_could_not_deliver_is_still_found_afterwards(demo: Installed) -> None:
    cart = leave_a_cart(demo.saleor, "en", quiet_for=timedelta())
    with demo.saleor.act() as state:
        for delivery in state.deliveries.values():
            delivery.payload = demo.saleor.payload_of(delivery)
            delivery.status = "FAILED"
    let_pass(demo, 24 * HOUR)
    demo.work()
    assert demo.store.carts.filter(saleor_id=cart.id).exists()


@pytest.mark.parametrize("api_url", ["https://shop.example/graphql/", ""])
def test_where_the_app_is_in_no_such_store_it_says_so(demo: Installed, settings: LazySettings, api_url: str) -> None:
    settings.DEMO_URL = "http://nowhere.example"
    with pytest.raises(CannotAge, match="not installed in a store at http"):
        make_demo_older(api_url=api_url, seconds=HOUR)


def test_a_real_store_is_refused_in_a_sentence(demo: Installed, settings: LazySettings) -> None:
    settings.DEMO_URL = "http://nowhere.example"
    with pytest.raises(CannotAge, match="only its data can be made older"):
        make_demo_older(api_url=demo.store.api_url, seconds=HOUR)


def test_a_row_that_is_held_is_not_waited_for_long(demo: Installed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ageing, "LONGEST_WAIT_SECONDS", 0.2)
    before = demo.store.installed_at
    with psycopg.connect(conninfo()) as other:
        other.execute("select from support_chore for update")
        with pytest.raises(CannotAge, match="try again"):
            make_demo_older(api_url="", seconds=HOUR)
    assert demo.store.installed_at == before

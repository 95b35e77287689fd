"""Steps in their turn, who is held out, what staff do, what is told; and many workers at once."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.announcements.models import Announcement, Endpoint
from saleor_support_plugin.carts import actions, rules
from saleor_support_plugin.carts.models import Cart, CartCase, CartStep
from saleor_support_plugin.outbox import sending
from saleor_support_plugin.outbox.models import Message, State
from saleor_support_plugin.stores.callers import Staff

from ..outbox.messages import mails_in
from ..outbox.test_sending import together
from ..service import Service
from ..shops import NOON, Shop
from .leaving import DAY, HOUR, SHOPPER, Saleor, buy, case_of, configure, leave, line, plan, silence_of

pytestmark = pytest.mark.usefixtures("asked_saleor")


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.OUTBOX_DIR, settings.EMAIL = tmp_path / "outbox", {"way": "file", "folder": ""}
    return tmp_path / "outbox"


@pytest.fixture
def shop(aurora: Shop) -> Shop:
    configure(aurora)
    plan(aurora, 1, 24)
    return aurora


def staff(shop: Shop) -> Staff:
    return Staff(shop.store, "VXNlcjox", "staff@aurora.example", frozenset(), (), None)


def told(shop: Shop) -> None:
    Endpoint.across_stores.create(store=shop.store, url="https://hooks.example", secret="s", created_at=NOON)


def heard() -> list[str]:
    return list(Announcement.across_stores.order_by("pk").values_list("kind", flat=True))


@pytest.mark.django_db
def test_the_steps_follow_one_another_and_then_nothing(shop: Shop, folder: Path) -> None:
    cart = leave(shop)
    for hours in (1, 2, 23.9, 24, 25, 60):
        actions.decide_due(now=NOON + hours * HOUR)
        sending.deliver_due(now=NOON + hours * HOUR)
    steps = CartStep.across_stores.order_by("number").values_list("number", "at")
    assert list(steps) == [(0, NOON + HOUR), (1, NOON + DAY)]
    assert len(mails_in(folder)) == 2
    assert (case_of(cart).state, silence_of(cart)) == ("ABANDONED", "")
    actions.decide_due(now=NOON + 9 * DAY)
    assert (case_of(cart).state, case_of(cart).next_check_at) == ("ENDED", None)


@pytest.mark.django_db
def test_whoever_is_held_out_is_counted_and_never_written_to(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "is_held_out", lambda person, percent: percent > 0)
    held, asked = leave(shop, "a"), leave(shop, "b", email="b@shopper.dev", metadata=[])
    plan(shop, 1, 24, held_out=50)
    for hours in (1, 2, 24, 48):
        actions.decide_due(now=NOON + hours * HOUR)
    assert not Message.across_stores.exists()
    case = case_of(held)
    assert (case.state, case.silence, case.is_held_out, case.counted_at) == ("ABANDONED", "held_out", True, NOON + HOUR)
    assert case_of(asked).counted_at is None
    plan(shop, 1, 24)
    assert actions.send_now(staff=staff(shop), case=case, now=NOON + 2 * DAY) == "held_out"
    buy(shop, held, at=NOON + 3 * DAY)
    assert case_of(held).state == "RECOVERED"


@pytest.mark.django_db
def test_whoever_is_written_to_is_counted_from_the_first_message(shop: Shop) -> None:
    cart = leave(shop)
    for hours in (1, 24):
        actions.decide_due(now=NOON + hours * HOUR)
    assert (case_of(cart).counted_at, case_of(cart).is_held_out) == (NOON + HOUR, False)


@pytest.mark.django_db
def test_endpoints_hear_once_what_was_left_and_what_came_back(shop: Shop) -> None:
    told(shop)
    cart, silent = leave(shop, "a"), leave(shop, "b", email="b@shopper.dev", metadata=[])
    for hours in (1, 2, 24):
        actions.decide_due(now=NOON + hours * HOUR)
    assert heard() == ["checkout.abandoned"] * 2
    buy(shop, cart, at=NOON + 25 * HOUR)
    buy(shop, cart, at=NOON + 25 * HOUR)
    buy(shop, silent, at=NOON + 25 * HOUR, name="o2", userEmail="b@shopper.dev")
    assert heard() == ["checkout.abandoned"] * 2 + ["checkout.recovered"] * 2
    assert SHOPPER not in "".join(Announcement.across_stores.values_list("body", flat=True))
    written, silent_body = Announcement.across_stores.filter(kind="checkout.recovered").order_by("pk")
    assert '"written":true,"heldOut":false' in written.body
    assert '"written":false' in silent_body.body


@pytest.mark.django_db
def test_staff_stop_a_case_and_let_it_go_on(shop: Shop, folder: Path) -> None:
    cart = leave(shop)
    actions.decide_due(now=NOON + HOUR)
    actions.stop(staff=staff(shop), case=case_of(cart), now=NOON + HOUR)
    sending.deliver_due(now=NOON + HOUR)
    assert Message.across_stores.get().reason == "stopped"
    leave(shop, at=NOON + 2 * HOUR, quantity=3)
    assert actions.decide_due(now=NOON + 2 * DAY) == 0
    assert case_of(cart).state == "STOPPED"
    went_on = actions.go_on(staff=staff(shop), case=case_of(cart), now=NOON + DAY)
    assert went_on.state == "WATCHED"
    actions.decide_due(now=NOON + 26 * HOUR)
    assert Message.across_stores.count() == 2
    buy(shop, cart, at=NOON + 27 * HOUR)
    assert actions.stop(staff=staff(shop), case=case_of(cart), now=NOON + 28 * HOUR).state == "RECOVERED"


@pytest.mark.django_db
def test_a_stopped_case_is_closed_by_an_order(shop: Shop) -> None:
    cart = leave(shop)
    actions.stop(staff=staff(shop), case=case_of(cart), now=NOON)
    buy(shop, cart, at=NOON + HOUR)
    assert case_of(cart).state == "ORDERED"


@pytest.mark.django_db
def test_staff_send_the_next_step_now(shop: Shop) -> None:
    plan(shop, 1, 24, when={"is": "VALUE_AT_LEAST", "amount": "5000", "currency": "TRY"})
    cart, no = leave(shop), leave(shop, "no", email="no@shopper.dev", metadata=[])
    assert actions.send_now(staff=staff(shop), case=case_of(cart), now=NOON + timedelta(minutes=1)) == ""
    step = CartStep.across_stores.get()
    assert (step.number, step.by, step.message_id) == (0, "staff@aurora.example", Message.across_stores.get().pk)
    assert actions.send_now(staff=staff(shop), case=case_of(no), now=NOON + timedelta(minutes=1)) == "no_consent"
    assert CartStep.across_stores.count() == 1
    actions.send_now(staff=staff(shop), case=case_of(cart), now=NOON + timedelta(minutes=2))
    assert actions.send_now(staff=staff(shop), case=case_of(cart), now=NOON + HOUR) == "no_step_left"


@pytest.mark.django_db
def test_nothing_is_sent_now_to_whoever_bought(shop: Shop) -> None:
    cart = leave(shop)
    buy(shop, cart, at=NOON + timedelta(minutes=1))
    assert actions.send_now(staff=staff(shop), case=case_of(cart), now=NOON + HOUR) == "ordered"
    assert not Message.across_stores.exists()


@pytest.mark.django_db
def test_coming_back_is_a_sign_of_life(shop: Shop) -> None:
    cart = leave(shop)
    actions.decide_due(now=NOON + HOUR)
    Message.across_stores.update(state=State.SENT, sent_at=NOON + HOUR)
    actions.came_back(case=case_of(cart), checkout_id="", now=NOON + 2 * HOUR)
    case = case_of(cart)
    assert (case.state, case.came_back_at, case.next_check_at) == ("WATCHED", NOON + 2 * HOUR, NOON + 3 * HOUR)
    actions.decide_due(now=NOON + 25 * HOUR)
    assert case_of(cart).steps.count() == 1
    actions.decide_due(now=NOON + 26 * HOUR)
    assert case_of(cart).steps.count() == 2


@pytest.mark.django_db
def test_a_cart_that_is_paid_and_no_order_is_an_alarm_once(shop: Shop, asked_saleor: Saleor) -> None:
    told(shop)
    cart = leave(shop, chargeStatus="FULL")
    assert actions.alarm_stuck(now=NOON + timedelta(minutes=9)) == 0
    assert actions.alarm_stuck(now=NOON + timedelta(minutes=10)) == 1
    assert actions.alarm_stuck(now=NOON + timedelta(minutes=11)) == 0
    actions.decide_due(now=NOON + DAY)
    assert heard() == ["checkout.stuck"]
    assert case_of(cart).state == "WATCHED"
    buy(shop, cart, at=NOON + DAY)
    cart.refresh_from_db()
    assert (cart.paid_at, case_of(cart).state) == (None, "ORDERED")


@pytest.mark.django_db
def test_nobody_is_alarmed_about_what_saleor_has_made_an_order_of(
    shop: Shop, asked_saleor: Saleor, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(shop)
    cart = leave(shop, chargeStatus="FULL")
    asked_saleor.is_down = True
    assert actions.alarm_stuck(now=NOON + HOUR) == 0
    asked_saleor.is_down = False
    del asked_saleor.there[cart.saleor_id]
    asked_saleor.orders[cart.saleor_id] = "T3JkZXI6bw=="
    monkeypatch.setattr("saleor_support_plugin.carts.judging.learn_order", lambda store, saleor_id: None)
    assert actions.alarm_stuck(now=NOON + HOUR) == 0
    assert heard() == []


@pytest.mark.django_db
def test_what_saleor_has_deleted_by_its_own_clocks_is_gone(shop: Shop) -> None:
    empty = leave(shop, "empty", lines=[], quantity=0)
    nobodys = leave(shop, "nobody", email=None)
    known = leave(shop, "known", email="known@shopper.dev")
    gone = {}
    for days in (0.2, 0.3, 29, 31, 89, 91):
        actions.end_expired(now=NOON + days * DAY)
        left = Cart.across_stores.filter(gone_at=None).values_list("saleor_id", flat=True)
        gone[days] = [one in left for one in (empty.saleor_id, nobodys.saleor_id, known.saleor_id)]
    assert gone == {
        0.2: [True, True, True],
        0.3: [False, True, True],
        29: [False, True, True],
        31: [False, False, True],
        89: [False, False, True],
        91: [False, False, False],
    }
    assert (case_of(known).state, silence_of(known)) == ("ENDED", "gone")


@pytest.mark.django_db
def test_five_hundred_are_claimed_by_one_statement(shop: Shop) -> None:
    leave(shop)
    case = CartCase.across_stores.get()
    copies = [CartCase(**_values(case)) for _ in range(600)]
    CartCase.across_stores.bulk_create(copies)
    with CaptureQueriesContext(connection) as asked:
        claimed = actions.claim_due(now=NOON + HOUR)
    assert (len(asked), len(claimed), len(set(claimed))) == (1, 500, 500)
    assert set(actions.claim_due(now=NOON + HOUR)).isdisjoint(claimed)
    assert actions.claim_due(now=NOON + HOUR) == []
    # Whoever claimed them and died: they are due again.
    assert len(actions.claim_due(now=NOON + HOUR + timedelta(minutes=15))) == 500


def _values(case: CartCase) -> dict[str, object]:
    left_out = ("id", "carts", "steps", "reasons", "ways_back", "voucher")
    return {field.attname: getattr(case, field.attname) for field in case._meta.fields if field.name not in left_out}


@pytest.mark.django_db
def test_looking_for_what_is_due_asks_once(shop: Shop) -> None:
    leave(shop)
    with CaptureQueriesContext(connection) as asked:
        assert actions.decide_due(now=NOON) == 0
    assert len(asked) == 1


def test_twenty_workers_at_once_write_once(committed: Service, open_aurora: Shop, folder: Path) -> None:
    """Also where one person left three carts."""
    configure(open_aurora)
    plan(open_aurora, 1)
    for name in "abc":
        leave(open_aurora, name, lines=[line(1)])
    for name in "defgh":
        leave(open_aurora, name, email=f"{name}@shopper.dev")
    now = NOON + HOUR
    together(20, lambda: actions.decide_due(now=now))
    together(8, lambda: sending.deliver_due(now=now))
    assert sorted(str(mail["To"]) for mail in mails_in(folder)) == [
        SHOPPER,
        *(f"{name}@shopper.dev" for name in "defgh"),
    ]
    assert CartStep.across_stores.count() == 6


def test_the_same_case_decided_by_eight_at_once_is_one_step(committed: Service, open_aurora: Shop) -> None:
    configure(open_aurora)
    plan(open_aurora, 1, 24)
    case = case_of(leave(open_aurora))
    together(8, lambda: actions.decide_case(case_id=case.pk, now=NOON + HOUR))
    assert (CartStep.across_stores.count(), Message.across_stores.count()) == (1, 1)


def test_an_order_and_a_sweep_at_once_do_not_wait_for_each_other_for_ever(
    committed: Service, open_aurora: Shop
) -> None:
    configure(open_aurora)
    plan(open_aurora, 1)
    cart = leave(open_aurora)
    leave(open_aurora, "b")
    case, done = case_of(cart), []

    def work() -> None:
        done.append(1)
        if len(done) % 2:
            actions.decide_case(case_id=case.pk, now=NOON + HOUR)
        else:
            buy(open_aurora, cart, at=NOON + HOUR / 2)

    together(8, work)
    assert case_of(cart).state in ("ORDERED", "RECOVERED")

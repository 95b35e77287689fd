"""What reaches one person stays within the budget, whoever sends, and the more important goes first."""

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from saleor_support_plugin.outbox import actions, circuits, kinds, sending
from saleor_support_plugin.outbox.kinds import KINDS, Kind, Priority
from saleor_support_plugin.outbox.models import Circuit, Message, State
from saleor_support_plugin.people import actions as people
from saleor_support_plugin.people.models import Source, Suppressing
from saleor_support_plugin.stores.models import NamedConfiguration, Store

from ..service import Service
from ..shops import NOON, Shop
from .mail_server import MailServer
from .messages import TO, later, mails_in, put, send, somebody
from .test_sending import state_of, together


@pytest.fixture(autouse=True)
def kinds_of_these_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three kinds of advertisement that nothing overtakes."""
    for name, priority in (("news", Priority.LATER), ("sale", Priority.USUAL), ("win_back", Priority.SOON)):
        monkeypatch.setitem(KINDS, name, Kind("commercial", priority, timedelta(days=30)))
        monkeypatch.setitem(kinds._still_right, name, kinds.always_right)
    monkeypatch.setitem(kinds._still_right, "cart_reminder", kinds.always_right)


def advertise(shop: Shop, number: int, **changed: Any) -> Message:
    return put(shop, kind="news", key=f"news {number}", subject=f"news {number}", **changed)


def became(shop: Shop) -> Counter[tuple[str, str]]:
    """Return how many of a shop's messages are in each state, with why."""
    return Counter((State(one.state).name, one.silence) for one in Message.across_stores.filter(store=shop.store))


@pytest.mark.django_db
def test_the_third_in_a_week_waits_for_room_and_then_goes(aurora: Shop, folder: Path) -> None:
    third = [advertise(aurora, number) for number in range(3)][2]
    sending.deliver_due(now=NOON)
    assert became(aurora) == {("SENT", ""): 2, ("WAITING", "over_budget"): 1}
    third.refresh_from_db()
    assert third.due_at == later(days=7)
    sending.deliver_due(now=later(days=6, hours=23))
    assert len(mails_in(folder)) == 2
    sending.deliver_due(now=later(days=7))
    assert state_of(third)[0] is State.SENT
    assert third.basis == "consent"


@pytest.mark.django_db
def test_what_finds_no_room_before_its_time_is_over_expires(aurora: Shop, folder: Path) -> None:
    for number in range(2):
        advertise(aurora, number)
    third = advertise(aurora, 3, expires_at=later(days=2))
    sending.deliver_due(now=NOON)
    third.refresh_from_db()
    assert (third.due_at, third.silence) == (later(days=2), "over_budget")
    sending.deliver_due(now=later(days=2))
    third.refresh_from_db()
    assert (third.state, third.silence, third.reason) == (State.WITHHELD, "expired", "over_budget")


@pytest.mark.django_db
def test_the_more_important_goes_first_and_the_other_is_postponed(aurora: Shop, folder: Path) -> None:
    night = later(hours=9)
    for kind in ("news", "sale", "win_back"):
        put(aurora, kind=kind, key=kind, subject=kind, now=night)
    assert became(aurora) == {("WAITING", "quiet_hours"): 3}
    sending.deliver_due(now=night)
    morning = later(hours=18)
    assert set(Message.across_stores.values_list("due_at", flat=True)) == {morning}
    sending.deliver_due(now=morning)
    assert [mail["Subject"] for mail in mails_in(folder)] == ["sale", "win_back"]
    postponed = Message.across_stores.get(kind="news")
    assert (postponed.state, postponed.silence) == (State.WAITING, "over_budget")


@pytest.mark.django_db
def test_one_series_of_reminders_in_fourteen_days_and_its_own_mails_are_one(aurora: Shop, folder: Path) -> None:
    for key, about in (("first", "cart one"), ("second", "cart one"), ("third", "cart two")):
        put(aurora, kind="cart_reminder", key=key, about=about, subject=key)
    sending.deliver_due(now=NOON)
    assert sorted(mail["Subject"] for mail in mails_in(folder)) == ["first", "second"]
    assert became(aurora)[("WAITING", "over_budget")] == 1


@pytest.mark.django_db
def test_answers_and_other_people_have_nothing_to_do_with_the_budget(
    aurora: Shop, borealis: Shop, folder: Path
) -> None:
    for number in range(3):
        advertise(aurora, number)
    advertise(aurora, 4, to="else@shopper.dev")
    advertise(borealis, 5)
    for number in range(5):
        put(aurora, key=f"reply {number}")
    sending.deliver_due(now=NOON)
    assert (became(aurora)[("SENT", "")], became(borealis)[("SENT", "")]) == (2 + 1 + 5, 1)


@pytest.mark.django_db
def test_two_mailboxes_of_one_person_share_a_budget_also_when_they_turn_out_to_be_one(
    aurora: Shop, folder: Path
) -> None:
    one, other = somebody(aurora), somebody(aurora, "work@shopper.dev")
    advertise(aurora, 1), advertise(aurora, 2, to="work@shopper.dev")
    sending.deliver_due(now=NOON)
    people.merge(keep=one, other=other, by="staff@aurora.example", why="the same", now=NOON)
    third = advertise(aurora, 3, person=one)
    assert (third.state, third.silence) == (State.WAITING, "over_budget")


def test_eight_workers_at_once_do_not_pass_the_budget(committed: Service, open_aurora: Shop, folder: Path) -> None:
    """Each has its own connection; forty advertisements wait for four people."""
    for number in range(40):
        advertise(open_aurora, number, to=f"{number % 4}@shopper.dev")
    for _ in range(4):  # a worker leaves alone whom another one decides about, so it takes some rounds
        together(8, lambda: sending.deliver_due(now=NOON))
    sent = Counter(str(mail["To"]) for mail in mails_in(folder))
    assert sent == {f"{number}@shopper.dev": 2 for number in range(4)}
    assert became(open_aurora) == {("SENT", ""): 8, ("WAITING", "over_budget"): 32}


def test_eight_senders_at_once_decide_one_after_the_other(committed: Service, open_aurora: Shop) -> None:
    numbers = iter(range(8))
    somebody(open_aurora)
    together(8, lambda: advertise(open_aurora, next(numbers)))
    assert became(open_aurora) == {("WAITING", ""): 8}


@pytest.mark.django_db
def test_a_crash_between_mark_and_answer_counts_as_gone(aurora: Shop, folder: Path) -> None:
    """The worker died while it handed over: the person may have it, so the budget holds it against the shop."""
    for number in range(2):
        actions.mark_sending(message=advertise(aurora, number), basis="consent", now=NOON)
    third = advertise(aurora, 3)
    sending.deliver_due(now=later(minutes=11))
    assert became(aurora) == {("IN_DOUBT", "in_doubt"): 2, ("WAITING", "over_budget"): 1}
    assert mails_in(folder) == []
    assert state_of(third)[0] is State.WAITING


STEPS = ("take_next", "mark_sending", "finish")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("after", [False, True])
def test_a_crash_at_any_step_sends_an_advertisement_once_at_most(
    committed: Service, open_aurora: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, after: bool
) -> None:
    class Died(BaseException):
        pass

    real = getattr(actions, step)

    def dies(**named: Any) -> Any:
        if after:
            real(**named)
        raise Died

    message = advertise(open_aurora, 1)
    with monkeypatch.context() as broken:
        broken.setattr(actions, step, dies)
        with pytest.raises(Died):
            sending.deliver_due(now=NOON)
    for minutes in (0, 11, 60):
        sending.deliver_due(now=later(minutes=minutes))
    handed_over = step == "finish"
    assert len(mails_in(folder)) == 1
    assert state_of(message)[0] is (State.IN_DOUBT if handed_over and not after else State.SENT)


@pytest.mark.django_db
def test_paused_nothing_goes_out_and_nothing_is_lost(aurora: Shop, borealis: Shop, folder: Path) -> None:
    put(aurora, key="before")
    actions.pause(store=aurora.store, paused=True, now=NOON)
    aurora.store.refresh_from_db()
    while_paused = send(aurora, key="while")
    assert isinstance(while_paused, actions.Waiting)
    assert while_paused.message.silence == "store_paused"
    put(borealis)
    assert sending.deliver_due(now=later(hours=1)) == 1
    actions.pause(store=aurora.store, paused=False, now=later(hours=2))
    sending.deliver_due(now=later(hours=2))
    assert became(aurora) == {("SENT", ""): 2}


@pytest.mark.django_db
def test_a_bounce_closes_the_mailbox_and_a_yes_of_its_person_does_not_open_it(aurora: Shop, folder: Path) -> None:
    reply = put(aurora)
    people.suppress(store=aurora.store, medium="email", address=TO.upper(), reason=Suppressing.BOUNCED, at=NOON)
    sending.deliver_due(now=NOON)
    assert state_of(reply) == (State.WITHHELD, "bounced")
    assert isinstance(send(aurora, kind="news", key="n"), actions.Withheld)


@pytest.mark.django_db
def test_whoever_never_agreed_is_not_advertised_to_and_the_row_says_why(aurora: Shop) -> None:
    stranger = people.person_at(store=aurora.store, email="new@shopper.dev", country="TR", now=NOON)
    decision = send(aurora, kind="news", to="new@shopper.dev", person=stranger)
    assert isinstance(decision, actions.Withheld)
    assert (decision.message.state, decision.message.silence) == (State.WITHHELD, "no_basis")
    again = send(aurora, kind="news", to="new@shopper.dev", person=stranger)
    assert isinstance(again, actions.Already)


@pytest.mark.django_db
def test_in_germany_a_review_is_asked_for_where_buyers_are_told_that_they_may_object(
    aurora: Shop, folder: Path
) -> None:
    buyer = people.person_at(store=aurora.store, email="shopper@aurora.example", country="DE", now=NOON)
    told = {"kind": "review_request", "to": "shopper@aurora.example", "person": buyer}
    assert put(aurora, key="one", **told).silence == "no_basis"
    NamedConfiguration.across_stores.create(store=aurora.store, name="all", is_default=True, data={"soft_opt_in": True})
    assert put(aurora, key="two", **told).basis == "soft_opt_in"
    people.withdraw(person=buyer, medium="email", purpose="service", source=Source.ONE_CLICK, at=NOON)
    assert put(aurora, key="three", **told).silence == "unsubscribed"


@pytest.mark.django_db
def test_the_clock_is_the_persons_then_their_countrys_then_their_channels(aurora: Shop) -> None:
    at = datetime.fromisoformat("2026-11-20T19:00:00+00:00")  # 22:00 in Istanbul, 14:00 in New York
    told = {"kind": "news", "now": at}
    traveller = somebody(aurora, "a@shopper.dev", country="TR", time_zone="America/New_York")
    assert put(aurora, key="a", to="a@shopper.dev", person=traveller, **told).silence == ""
    assert put(aurora, key="b", to="b@shopper.dev", **told).silence == "quiet_hours"
    nowhere = somebody(aurora, "c@shopper.dev", country="")
    assert (
        put(aurora, key="c", to="c@shopper.dev", person=nowhere, **told).silence == ""
    )  # the clock of the settings: UTC
    of_channel = {"person": nowhere, "channel": "default-channel"}
    assert put(aurora, key="d", to="c@shopper.dev", **of_channel, **told).silence == "quiet_hours"
    nonsense = somebody(aurora, "e@shopper.dev", time_zone="Mars/Olympus")
    assert put(aurora, key="e", to="e@shopper.dev", person=nonsense, **told).silence == "quiet_hours"


@pytest.mark.django_db
def test_a_provider_that_fails_is_left_alone_and_tried_with_one_message(
    aurora: Shop, server: MailServer, settings: LazySettings
) -> None:
    working = settings.EMAIL
    settings.EMAIL = working | {"port": 9}
    messages = [put(aurora, key=str(number)) for number in range(6)]
    sending.deliver_due(now=NOON)
    assert became(aurora) == {("WAITING", "refused"): 3, ("WAITING", "way_closed"): 3}
    assert [one.attempts for one in Message.across_stores.order_by("pk")] == [1, 1, 1, 0, 0, 0]
    circuit = Circuit.across_stores.get()
    assert (circuit.failures, circuit.closed_until) == (3, later(minutes=1))
    sending.deliver_due(now=later(minutes=1))
    circuit.refresh_from_db()
    assert (circuit.failures, circuit.closed_until) == (4, later(minutes=3))
    assert sorted(one.attempts for one in Message.across_stores.all()) in ([0, 0, 1, 1, 1, 1], [0, 0, 0, 1, 1, 2])
    settings.EMAIL = working
    for minutes in (4, 5, 6, 10):
        sending.deliver_due(now=later(minutes=minutes))
    assert {state_of(one)[0] for one in messages} == {State.SENT}
    assert not Circuit.across_stores.exists()


def test_of_eight_that_ask_after_a_pause_one_may_try(committed: Service, open_aurora: Shop) -> None:
    for _ in range(3):
        circuits.failed(name="email", store=None, reason="gone", now=NOON)
    answers: list[datetime | None] = []
    known = circuits.found("email")
    assert circuits.closed_until(known, NOON) == later(minutes=1)
    together(8, lambda: answers.append(circuits.closed_until(circuits.found("email"), later(minutes=1))))
    assert Counter(answers) == {None: 1, later(minutes=2): 7}


@pytest.mark.django_db
def test_a_store_sends_so_many_in_a_minute_and_the_rest_in_the_next(
    aurora: Shop, folder: Path, settings: LazySettings
) -> None:
    settings.MESSAGES_PER_MINUTE = 3
    for number in range(8):
        put(aurora, key=str(number))
    assert [sending.deliver_due(now=later(minutes=minute)) for minute in range(4)] == [3, 3, 2, 0]


@pytest.mark.django_db
def test_a_store_with_much_to_say_keeps_nobody_waiting(aurora: Shop, borealis: Shop, folder: Path) -> None:
    for number in range(30):
        put(aurora, key=str(number))
    put(borealis, key="only one", subject="only one")
    assert sending.deliver_due(now=NOON, most=4) == 4
    assert "only one" in [mail["Subject"] for mail in mails_in(folder)]


@pytest.mark.django_db
def test_what_is_urgent_goes_before_what_waited_longer(aurora: Shop, folder: Path) -> None:
    put(aurora, kind="news", key="a", subject="news")
    put(aurora, key="b", subject="reply", now=later(seconds=1))
    put(aurora, kind="sender_test", key="c", subject="test", now=later(seconds=2))
    for _ in range(3):
        sending.deliver_next(store=aurora.store.pk, now=later(seconds=3))
    names = [path.name.split("-")[2] for path in sorted(folder.glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)]
    assert names == ["sender_test", "ticket_reply", "news"]


@pytest.mark.django_db
def test_an_erased_person_takes_along_what_waits_for_them(aurora: Shop, folder: Path) -> None:
    put(aurora)
    people.erase(person=somebody(aurora), now=NOON)
    assert sending.deliver_due(now=NOON) == 0
    assert not Message.across_stores.exists()


@pytest.mark.django_db
def test_nothing_due_is_one_question(aurora: Shop, django_assert_num_queries: Any) -> None:
    for number in range(5):
        put(aurora, key=str(number), due_at=later(days=1))
    with django_assert_num_queries(4):  # what was left behind, within a savepoint; and whether anything is due
        assert sending.deliver_due(now=NOON) == 0
    Store.across_stores.update(outbox_paused_at=NOON)
    with django_assert_num_queries(4):
        assert sending.deliver_due(now=later(days=2)) == 0

"""What becomes of an event once it is kept."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from saleor_support_plugin.events import actions, queries, rules
from saleor_support_plugin.events.actions import Handled
from saleor_support_plugin.events.models import Event, State
from saleor_support_plugin.stores.models import Store

from ..shops import Shop

pytestmark = pytest.mark.django_db


class Recorder:
    """A handler that writes down what it was given, and fails as often as told."""

    def __init__(self, name: str, failures: int = 0) -> None:
        self.__name__ = name
        self.__module__ = "saleor_support_plugin.tests"
        self.failures = failures
        self.seen: list[rules.Delivery] = []

    def __call__(self, *, store: Store, delivery: rules.Delivery) -> None:
        if self.failures:
            self.failures -= 1
            raise ValueError("the handler's own trouble")
        self.seen.append(delivery)


def table(*handlers: Recorder) -> dict[str, Handled]:
    return {"order_updated": Handled("OrderUpdated", handlers)}


def keep(shop: Shop, **changed: Any) -> None:
    body = {
        "__typename": "OrderUpdated",
        "issuedAt": timezone.now().isoformat(),
        "recipient": {"id": shop.store.app_id},
    }
    actions.keep(store=shop.store, event="order_updated", body=json.dumps(body | changed).encode())


def drain(handlers: dict[str, Handled], now: datetime | None = None) -> int:
    count = 0
    while actions.finish_next(table=handlers, now=now or timezone.now() + timedelta(seconds=1)):
        count += 1
    return count


def test_every_handler_gets_the_event_once(aurora: Shop) -> None:
    first, second = Recorder("first"), Recorder("second")
    keep(aurora)
    assert drain(table(first, second)) == 1
    assert len(first.seen) == len(second.seen) == 1
    assert Event.across_stores.get().state == State.DONE


def test_a_failing_handler_is_tried_again_alone(aurora: Shop) -> None:
    steady, shaky = Recorder("steady"), Recorder("shaky", failures=1)
    keep(aurora)
    drain(table(steady, shaky))
    row = Event.across_stores.get()
    assert (row.state, row.attempts, row.done_handlers) == (State.WAITING, 1, ["tests.steady"])
    assert "the handler's own trouble" in row.error
    drain(table(steady, shaky), now=row.next_attempt_at)
    assert (len(steady.seen), len(shaky.seen)) == (1, 1)
    assert Event.across_stores.get().state == State.DONE


def test_what_never_succeeds_is_parked_where_it_can_be_seen_and_replayed(aurora: Shop) -> None:
    hopeless = Recorder("hopeless", failures=rules.MOST_ATTEMPTS)
    keep(aurora)
    now = timezone.now() + timedelta(seconds=1)
    for _ in range(rules.MOST_ATTEMPTS):
        drain(table(hopeless), now=now)
        now += timedelta(hours=1)
    assert queries.counts()["parked"] == 1
    assert "the handler's own trouble" in queries.parked()[0]["error"]
    assert actions.replay_parked(ids=None, now=now) == 1
    drain(table(hopeless), now=now)
    assert queries.counts() == {"received": 1, "waiting": 0, "done": 1, "ignored": 0, "parked": 0, "duplicates": 0}


def test_a_failing_handler_leaves_nothing_half_written(aurora: Shop) -> None:
    def half(*, store: Store, delivery: rules.Delivery) -> None:
        Store.across_stores.filter(pk=store.pk).update(saleor_version="changed")
        raise ValueError

    keep(aurora)
    drain({"order_updated": Handled("OrderUpdated", [half])})
    assert Store.across_stores.get().saleor_version == "3.23.28"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"__typename": "OrderCreated"}, "not a OrderUpdated"),
        ({"recipient": {"id": "QXBwOjk5"}}, "another app"),
        ({"issuedAt": "2026-01-01T00:00:00+00:00"}, "older than Saleor ever sends"),
        ({"issuedAt": "yesterday"}, "not readable"),
    ],
)
def test_what_is_not_for_us_is_ignored_with_its_reason(aurora: Shop, changed: dict[str, Any], reason: str) -> None:
    handler = Recorder("handler")
    keep(aurora, **changed)
    drain(table(handler))
    row = Event.across_stores.get()
    assert row.state == State.IGNORED
    assert reason in row.error
    assert not handler.seen


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b'{"a":', b"\xff\xfe", b"[" * 5000])
def test_a_body_that_cannot_be_read_is_ignored_and_kept(aurora: Shop, body: bytes) -> None:
    actions.keep(store=aurora.store, event="order_updated", body=body)
    drain(table(Recorder("handler")))
    row = Event.across_stores.get()
    assert (row.state, bytes(row.body)) == (State.IGNORED, body)


def test_an_event_that_waits_for_its_retry_does_not_hold_up_the_next(aurora: Shop) -> None:
    handler = Recorder("handler", failures=1)
    keep(aurora, version="1")
    drain(table(handler))
    keep(aurora, version="2")
    assert drain(table(handler)) == 1
    assert handler.seen[0].body["version"] == "2"


def test_finished_events_are_cleared_after_a_month_and_parked_ones_stay(aurora: Shop) -> None:
    for version, state in enumerate([State.DONE, State.IGNORED, State.PARKED, State.WAITING]):
        keep(aurora, version=str(version))
        long_ago = timezone.now() - rules.KEEP_FINISHED - timedelta(days=1)
        Event.across_stores.filter(state=State.WAITING, finished_at=None).update(state=state, finished_at=long_ago)
    Event.across_stores.filter(state=State.WAITING).update(finished_at=None)
    actions.clear_finished(now=timezone.now())
    assert set(Event.across_stores.values_list("state", flat=True)) == {State.PARKED, State.WAITING}


def test_finding_the_next_event_costs_the_same_with_one_or_twenty_waiting(
    aurora: Shop, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    handler = Recorder("handler")
    for version in range(20):
        keep(aurora, version=str(version))
    with django_assert_num_queries(7):  # two savepoints, the setting, the row, the handler's savepoint, the end
        actions.finish_next(table=table(handler), now=timezone.now() + timedelta(seconds=1))


def waiting_plan() -> str:
    with connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off")
        cursor.execute(
            "explain select id from support_event where state = 0 and next_attempt_at <= now() "
            "order by next_attempt_at, id limit 1"
        )
        return "\n".join(row[0] for row in cursor.fetchall())


def test_waiting_events_are_found_by_their_index(aurora: Shop) -> None:
    assert "event_waiting" in waiting_plan()


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 5), (2, 10), (5, 80), (9, 1280)])
def test_retries_wait_longer_each_time(attempts: int, seconds: int) -> None:
    now = timezone.now()
    assert rules.after_failure(attempts, now) == rules.TryAgain(now + timedelta(seconds=seconds))


def test_the_tenth_failure_parks() -> None:
    assert rules.after_failure(rules.MOST_ATTEMPTS, timezone.now()) == rules.Park()

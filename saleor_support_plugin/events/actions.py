"""Keeping events one by one, doing what they ask, and setting aside those that cannot be done."""

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Protocol

from django.db import connection, transaction

from ..logs import said_by, store_id
from ..stores.models import Store
from . import rules
from .hot import Kept, statement
from .models import Event, State

log = logging.getLogger(__name__)


class Handler(Protocol):
    __name__: str
    __module__: str

    def __call__(self, *, store: Store, delivery: rules.Delivery) -> object: ...


@dataclass(frozen=True, slots=True)
class Handled:
    """What the table of events says of one: the type its body must have, and who acts on it, in order."""

    typename: str
    handlers: Sequence[Handler]


class Table(Protocol):
    def __getitem__(self, event: str) -> Handled: ...

    def __contains__(self, event: object) -> bool: ...


def keep(*, store: Store, event: str, body: bytes) -> None:
    """Keep one event as the hot door would: the same statement, a batch of one."""
    row = Kept(store.pk, event, sha256(body).digest(), body)
    with connection.cursor() as cursor:
        cursor.cursor.execute(*statement([row]))  # psycopg's own cursor: Django's rewrites the placeholders


def finish_next(*, table: Table, now: datetime) -> bool:
    """Do the oldest event that is due, in one transaction; say whether there was one.

    The row stays locked meanwhile, so a worker that dies leaves it waiting and nothing half done, and two workers never
    take the same. The commit need not reach the disk at once: the row is the truth, a lost commit is only done again.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("set local synchronous_commit = off")
        due = Event.across_stores.select_for_update(skip_locked=True, of=("self",)).select_related("store")
        row = due.filter(state=State.WAITING, next_attempt_at__lte=now).order_by("next_attempt_at", "id").first()
        if row is None:
            return False
        _finish(row, table, now)
    return True


def _finish(row: Event, table: Table, now: datetime) -> None:
    token = store_id.set(row.store_id)
    try:
        understood = _understand(row, table, now)
        if isinstance(understood, rules.Ignore):
            _end(row, State.IGNORED, understood.reason, now)
            return
        failures = [failure for handler in table[row.event].handlers if (failure := _run(handler, row, understood))]
        if failures:
            _failed(row, "; ".join(failures), now)
        else:
            _end(row, State.DONE, "", now)
    finally:
        store_id.reset(token)


def _understand(row: Event, table: Table, now: datetime) -> rules.Delivery | rules.Ignore:
    if row.event not in table:
        return rules.Ignore("no longer asked for")
    try:
        body = json.loads(bytes(row.body), parse_float=Decimal)
        return rules.understood(row.event, body, typename=table[row.event].typename, app_id=row.store.app_id, now=now)
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError) as error:
        return rules.Ignore(f"not readable: {error!r:.200}")


def _run(handler: Handler, row: Event, delivery: rules.Delivery) -> str:
    """Run one handler unless it is through already; return what went wrong, or an empty text."""
    name = f"{handler.__module__.rpartition('.saleor_support_plugin.')[2]}.{handler.__name__}".removeprefix(
        "saleor_support_plugin."
    )
    if name in row.done_handlers:
        return ""
    try:
        with transaction.atomic():
            handler(store=row.store, delivery=delivery)
    except Exception as error:  # kept with the row, tried again, and seen by whoever runs `saleor-support events`
        log.exception("a handler failed", extra={"facts": {"event": row.event, "handler": name}})
        return f"{name}: {said_by(error)}"
    row.done_handlers = [*row.done_handlers, name]
    return ""


def _failed(row: Event, error: str, now: datetime) -> None:
    row.attempts += 1
    after = rules.after_failure(row.attempts, now)
    if isinstance(after, rules.Park):
        _end(row, State.PARKED, error, now)
        return
    row.error = error
    row.next_attempt_at = after.at
    row.save(update_fields=["attempts", "error", "next_attempt_at", "done_handlers"])


def _end(row: Event, state: State, error: str, now: datetime) -> None:
    row.state, row.error, row.finished_at = state, error, now
    row.save(update_fields=["state", "error", "finished_at", "attempts", "done_handlers"])


def replay_parked(*, ids: Sequence[int] | None, now: datetime) -> int:
    """Let parked events (all, or those named) be tried again from now on; return how many."""
    rows = Event.across_stores.filter(state=State.PARKED)
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    freed = rows.update(state=State.WAITING, attempts=0, next_attempt_at=now, finished_at=None)
    if freed:
        wake()
    return freed


def wake() -> None:
    """Tell the worker, when this transaction commits, that there is something to do."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_notify('support_events', '')")


def clear_finished(*, now: datetime) -> int:
    """Delete events that were finished long ago; parked ones stay. Older copies than that are ignored by their date."""
    finished = Event.across_stores.filter(
        state__in=[State.DONE, State.IGNORED], finished_at__lt=now - rules.KEEP_FINISHED
    )
    return finished.delete()[0]

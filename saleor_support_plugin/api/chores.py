"""What every store has coming, and how often: one table. A sweep takes what is due; each run is one Celery task."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from ..alerts import actions as alerts
from ..carts.reading import read_changed_checkouts
from ..carts.webhooks import READING
from ..chat.measuring import WAITS
from ..chat.measuring import measure as measure_waits
from ..compensation.leading import tell_leads
from ..delivery.reading import read_days_off, read_shipping
from ..delivery.webhooks import SHIPPING
from ..desk.mirroring import mirror_due
from ..events.reconciling import keep_undelivered
from ..events.rules import UNDELIVERED
from ..mailbox.fetching import fetch
from ..parcels.actions import PROMISES, TRACKING
from ..parcels.apologising import apologise_due
from ..parcels.measuring import measure
from ..parcels.noting import freeze_and_note
from ..parcels.tracking import follow_and_ask
from ..reviews import crisis
from ..reviews.requesting import notice_estimates
from ..reviews.writing_back import RATINGS, write_due
from ..shop.reading import read_all_variants, read_changed_orders, read_channels, read_stale_variants
from ..shop.webhooks import STALE
from ..stores.actions import PROBE
from ..stores.models import Store
from ..stores.probing import probe
from ..surveys import actions as surveys
from ..tickets.measuring import REPLIES
from ..tickets.measuring import measure as measure_replies
from .mending import WEBHOOKS, mend

Cursor = dict[str, Any]
Run = Callable[[Store, Cursor, datetime], Cursor]

# How far back a first look goes, and how far each later look overlaps the one before: clocks differ.
FIRST_LOOK = timedelta(days=60)
OVERLAP = timedelta(minutes=10)
# A delivery keeps the time at which it was made, while Saleor tries it for 310 s and may hold it in its queue before.
DELIVERIES_OVERLAP = timedelta(hours=1)
KEPT_BY_SALEOR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Chore:
    every: timedelta
    run: Run


def _since(cursor: Cursor, now: datetime) -> datetime:
    return datetime.fromisoformat(cursor["until"]) - OVERLAP if "until" in cursor else now - FIRST_LOOK


def _orders(store: Store, cursor: Cursor, now: datetime) -> Cursor:
    return {"news": read_changed_orders(store, _since(cursor, now)), "until": now.isoformat()}


def _checkouts(store: Store, cursor: Cursor, now: datetime) -> Cursor:
    return {"news": read_changed_checkouts(store, _since(cursor, now)), "until": now.isoformat()}


def _deliveries(store: Store, cursor: Cursor, now: datetime) -> Cursor:
    since = datetime.fromisoformat(cursor["until"]) - DELIVERIES_OVERLAP if "until" in cursor else now - KEPT_BY_SALEOR
    return {"kept": keep_undelivered(store, since=since), "until": now.isoformat()}


def _shipping(store: Store, cursor: Cursor, now: datetime) -> Cursor:
    read_channels(store)
    return {"methods": read_shipping(store), "days_off": read_days_off(store, now)}


CHORES: dict[str, Chore] = {
    WEBHOOKS: Chore(timedelta(days=1), lambda store, cursor, now: mend(store)),
    # Saleor tells of channels only to apps that may change them, which this one need not.
    "channels": Chore(timedelta(minutes=15), lambda store, cursor, now: {"channels": read_channels(store)}),
    SHIPPING: Chore(timedelta(hours=24), _shipping),
    "variants": Chore(timedelta(hours=24), lambda store, cursor, now: {"variants": read_all_variants(store)}),
    STALE: Chore(timedelta(hours=24), lambda store, cursor, now: {"variants": read_stale_variants(store)}),
    UNDELIVERED: Chore(timedelta(minutes=5), _deliveries),
    "orders": Chore(timedelta(minutes=30), _orders),
    READING: Chore(timedelta(hours=24), _checkouts),
    PROMISES: Chore(timedelta(hours=6), lambda store, cursor, now: freeze_and_note(store, now)),
    TRACKING: Chore(timedelta(minutes=30), lambda store, cursor, now: follow_and_ask(store, now)),
    "late parcels": Chore(timedelta(hours=1), lambda store, cursor, now: apologise_due(store, now)),
    "kept promises": Chore(timedelta(hours=24), lambda store, cursor, now: measure(store, now)),
    "surveys": Chore(timedelta(minutes=5), lambda store, cursor, now: surveys.ask_due(store, cursor, now)),
    "who waits": Chore(timedelta(minutes=1), lambda store, cursor, now: alerts.tell_due(store, now)),
    "leads": Chore(timedelta(minutes=1), tell_leads),
    "order notes": Chore(timedelta(minutes=1), lambda store, cursor, now: {"notes": mirror_due(store, now)}),
    REPLIES: Chore(timedelta(minutes=30), lambda store, cursor, now: measure_replies(store, now)),
    WAITS: Chore(timedelta(hours=1), lambda store, cursor, now: measure_waits(store, now)),
    "unheard deliveries": Chore(timedelta(hours=1), lambda store, cursor, now: notice_estimates(store, now)),
    RATINGS: Chore(timedelta(minutes=5), lambda store, cursor, now: asdict(write_due(store, now))),
    # Half of the quarter of an hour within which staff are to know.
    "review crises": Chore(timedelta(minutes=7), lambda store, cursor, now: crisis.watch(store=store, now=now)),
    # A customer waits, and a mailbox that has nothing new is asked by one line.
    "mailboxes": Chore(timedelta(minutes=1), lambda store, cursor, now: fetch(store, now)),
    PROBE: Chore(timedelta(hours=1), lambda store, cursor, now: probe(store, now)),
}

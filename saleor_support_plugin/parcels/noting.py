"""Writing promises into the orders of Saleor, where other apps and exports find them; and making what was missed."""

import json
from contextlib import suppress
from datetime import datetime
from typing import Any

from ..saleor.errors import SaleorRefused
from ..stores.clients import client_of
from ..stores.models import Store
from . import actions, queries
from .models import FrozenPromise

KEY = "support.promise"
MOST = 200


def freeze_and_note(store: Store, now: datetime) -> dict[str, int]:
    """Make the promises that an outage kept from us, and write into Saleor what it does not hold yet."""
    made = [actions.freeze(order=order, now=now) for order in queries.unfrozen(store, now)]
    return {"frozen": sum(one is not None for one in made), "noted": note_due(store, now)}


def note_due(store: Store, now: datetime) -> int:
    """Write promises into their orders; return how many. Raises SaleorError, and the rest is tried again."""
    promises = list(queries.unnoted(store)[:MOST])
    for promise in promises:
        # One whose order is gone, or takes none, is settled as well: the next one may.
        with suppress(SaleorRefused):
            client_of(store).write_private_metadata(promise.order.saleor_id, KEY, said(promise))
        actions.note(promise=promise, now=now)
    return len(promises)


def said(promise: FrozenPromise) -> str:
    """Return a promise as the order's metadata holds it: docs/promises-kept.md."""
    told: dict[str, Any] = {
        "version": promise.version,
        "first": _day(promise.first),
        "last": _day(promise.last),
        "reason": promise.reason or None,
        "method": promise.method_id,
        "steps": promise.steps,
        "page": {"first": _day(promise.page_first), "last": _day(promise.page_last)} if promise.page_last else None,
        "madeAt": promise.made_at.isoformat(),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None

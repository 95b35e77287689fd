"""Leads who hear by mail that something waits for them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from ..stores import seen
from ..stores.callers import Staff
from ..stores.models import Store
from . import actions, mails, queries
from .models import OrderAct

# What comes within so long of a mail is in the next one, all of it together.
BETWEEN = timedelta(minutes=15)
MOST_ACTS = 50


def tell_leads(store: Store, cursor: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Mail everybody who may decide about what waits and is not yet told of; `cursor` has when that last was."""
    told_at = cursor.get("told_at")
    if told_at is not None and now < datetime.fromisoformat(told_at) + BETWEEN:
        return cursor
    untold = list(queries.untold(store)[:MOST_ACTS])
    told: dict[int, OrderAct] = {}
    for lead, acts in _of_leads(store, untold, now):
        mails.tell_lead(email=lead.email, acts=acts, now=now)
        told |= {one.pk: one for one in acts}
    actions.note_leads_told(acts=told.values(), now=now)
    return {"told_at": now.isoformat() if told else told_at, "acts": len(told)}


def _of_leads(store: Store, untold: list[OrderAct], now: datetime) -> Iterator[tuple[Staff, list[OrderAct]]]:
    if not untold:
        return
    for staff in seen.staff_of(store, "MANAGE_ORDERS", now=now):
        if not staff.email:
            continue
        theirs = [one for one in untold if staff.channels is None or one.order.channel_slug in staff.channels]
        giver = queries.Giver(staff, [one.order for one in theirs], now)
        acts = [one for one in theirs if actions.may_decide(staff, one, giver)]
        if acts:
            yield staff, acts

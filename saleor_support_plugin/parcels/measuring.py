"""Every night: how late parcels are on each route, so that windows follow; and parcels that nobody will tell us of."""

from datetime import datetime, timedelta
from typing import Any

from ..delivery.actions import widen
from ..delivery.models import Widening
from ..stores.models import Store
from . import actions, queries, scores
from .keeping import Arrival, Widened, quantile
from .keeping import widen as widened
from .rules import Source, Standing

# Nineteen of twenty parcels have arrived by then: late enough to ask how it was, and never scored.
SURE = 0.95


def measure(store: Store, now: datetime) -> dict[str, Any]:
    """Widen the store's windows by what was measured, and estimate what is unheard of; return how much."""
    arrivals = list(scores.arrivals(store, now))
    routes = widened(arrivals)
    widen(store=store, rows=[_row(store, route, found) for route, found in routes.items()])
    return {"arrivals": len(arrivals), "routes": len(routes), "estimated": estimate(store, arrivals, now)}


def _row(store: Store, route: Any, found: Widened) -> Widening:
    return Widening(
        store=store,
        method_id=route.method_id,
        warehouse_country=route.warehouse_country,
        country=route.country,
        postal_prefix=route.postal_prefix,
        late_days=found.late_days,
        measured=found.measured,
    )


def estimate(store: Store, arrivals: list[Arrival], now: datetime) -> int:
    """Mark as arrived, by nobody's word, what nobody tells of and nearly every such parcel has done by now.

    Where too few are known to say so, nothing is estimated. Returns how many parcels.
    """
    count = 0
    for promise in queries.unheard(store, now):
        late = [
            (one.arrived_on - one.last).days
            for one in arrivals
            if one.arrived_on and (one.method_id, one.country) == (promise.method_id, promise.order.shipping_country)
        ]
        days = quantile(late, SURE)
        today = now.astimezone(queries.zone_of(promise.order)).date()
        if days is None or promise.last is None or scores.standing_of(promise, now) is not Standing.UNHEARD:
            continue
        if today > promise.last + timedelta(days=max(days, 0)):
            count += actions.hear_of_order(
                order=promise.order,
                source=Source.ESTIMATE,
                at=now,
                now=now,
                detail=f"{SURE:.0%} of {len(late)} arrived within {max(days, 0)} days after the last one promised",
            )
    return count

"""Where a variant can be picked up, and on which day: Saleor's click and collect, with the merchant's hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..hours.business import Hours
from ..stores.values import Shift
from .calendars import next_midnight
from .courses import Reason
from .facts import Item
from .merchant import WarehouseRules
from .picking_up import Ready, ready
from .places import Depot, Place, closed_days


@dataclass(frozen=True, slots=True)
class Pickup:
    """`ready` says on which day, or that nobody can say; `hours` are seven days with their shifts, Monday first."""

    depot: Depot
    ready: Ready
    hours: Sequence[Sequence[Shift]]
    until: datetime


def pickups(place: Place, item: Item, *, now: datetime) -> list[Pickup]:
    """Return the warehouses of the channel at which so many can be fetched.

    LOCAL ones hand out what is there. What another warehouse has is brought to an ALL one, and nobody said how fast.
    """
    if not item.is_shipping_required:
        return []
    found = [
        _pickup(place, depot, item, now) for depot in place.depots.values() if depot.click_and_collect != "DISABLED"
    ]
    is_enough = sum(_pieces(item)) >= item.quantity
    return [one for one in found if is_enough and _is_fetched(one)]


def _pieces(item: Item) -> list[int]:
    return [item.quantity if one.available is None else max(one.available, 0) for one in item.supplies]


def _is_fetched(pickup: Pickup) -> bool:
    return pickup.depot.click_and_collect == "ALL" or pickup.ready.reason not in (
        Reason.NOT_ENOUGH,
        Reason.OUT_OF_STOCK,
    )


def _pickup(place: Place, depot: Depot, item: Item, now: datetime) -> Pickup:
    rules = place.depot_rules(depot)
    hours = _hours(place, depot, rules)
    work = timedelta(hours=rules.pickup_ready_hours)
    found = ready([item], warehouse_id=depot.id, hours=hours, work=work, now=now)
    midnight = next_midnight(now, hours.zone)
    return Pickup(depot, found, rules.pickup_week or (), min(found.cutoff or midnight, midnight))


def _hours(place: Place, depot: Depot, rules: WarehouseRules) -> Hours:
    """Return the hours at which something can be fetched; a merchant who gave none has none."""
    closed = set(closed_days(rules.closures))
    if rules.holidays:
        kept = place.days_off[depot.country]
        closed |= {one.on for one in kept if one.half_until is None and one.on not in rules.works_on}
    return Hours(rules.pickup_week or ((),) * 7, closed, place.zone_of(depot))

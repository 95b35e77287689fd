"""What a product page may say about one variant: the promise, where to pick it up, and until when that holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from ..money import Money
from .customs import crosses_border
from .merchant import ChannelRules
from .pickup import Pickup, pickups
from .places import Place
from .questions import Destination, Line, is_published, is_sold_ahead, item_of, question
from .rules import Promise, promise


@dataclass(frozen=True, slots=True)
class Asked:
    """`subtotal` is the worth of the basket, None where nobody said it; it is in the channel's currency."""

    variant_id: str
    to: Destination
    quantity: int = 1
    subtotal: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Promised:
    """`crosses_border` says that a customs border lies before every warehouse that it could come from."""

    store_id: int
    asked: Asked
    promise: Promise
    pickups: Sequence[Pickup]
    rules: ChannelRules
    crosses_border: bool
    said_at: datetime
    until: datetime


def promised(place: Place, variant: Mapping[str, Any], asked: Asked, *, now: datetime) -> Promised | None:
    """Return it, or None where shoppers of the channel may not see the variant."""
    if not is_published(variant, place.row["channel"], now):
        return None
    line = Line(variant, asked.quantity)
    subtotal = None if asked.subtotal is None else Money(asked.subtotal, place.currency)
    whole = question(place, [line], to=asked.to, now=now, subtotal=subtotal)
    found = promise(whole)
    everywhere = item_of(place, list(place.depots.values()), line, now)
    picked_up = [] if is_sold_ahead(variant, now) else pickups(place, everywhere, now=now)
    return Promised(
        store_id=place.store_id,
        asked=asked,
        promise=found,
        pickups=picked_up,
        rules=place.channel_rules,
        crosses_border=bool(whole.warehouses)
        and all(crosses_border(one.country, asked.to.country) for one in whole.warehouses.values()),
        said_at=now,
        until=min([found.until, *(one.until for one in picked_up), *_times_ahead(variant, place.row["channel"], now)]),
    )


def _times_ahead(variant: Mapping[str, Any], channel: str, now: datetime) -> list[datetime]:
    """Return the instants at which the variant is sold, or sold ahead, no more or for the first time."""
    listing = (variant["listings"] or {}).get(channel) or {}
    times = [datetime.fromisoformat(one) for one in (listing.get("for_sale_at"), variant["preorder_until"]) if one]
    return [at for at in times if at > now]

"""What acts on an order have in hand before Saleor is asked: light, for web processes load it too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .generated.fragments import OrderActFacts


@dataclass(frozen=True, slots=True)
class Pieces:
    """So many of an order's line, or of a line of one of its parcels."""

    line: str
    quantity: int


def times(order: OrderActFacts, kind: str, *, app_id: str) -> int:
    """Return how often an order's history has an event of a kind by the app."""
    return sum(one.type_ == kind and one.app is not None and one.app.id == app_id for one in order.events)

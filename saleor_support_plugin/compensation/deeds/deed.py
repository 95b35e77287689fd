"""What every kind of act says about itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ...money import Money
from ...shop.models import Order
from ..models import OrderAct
from ..rules import NotDone, Problem

if TYPE_CHECKING:
    from ...saleor.generated.fragments import OrderActFacts
    from ...saleor.order_acts import OrderActs

type Input = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Prepared:
    """An act as it is kept: its input with what the order filled in, and what it gives the buyer."""

    input: dict[str, Any]
    money: Money | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that will happen, by the name of its words."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sending:
    """An act on its way. `keep` writes down at once what Saleor called what it made."""

    act: OrderAct
    order: Order
    saleor: OrderActs
    keep: Callable[..., None]
    now: datetime

    def order_now(self) -> OrderActFacts:
        return order_now(self.saleor, self.order.saleor_id)


@dataclass(frozen=True, slots=True)
class Deed:
    """`read` takes what was given, `prepare` holds it against the order (both raise rules.NotDone).

    `send` tells Saleor and raises SaleorError, or NotDone where Saleor did it and it came to nothing. `was_done` says
    of an act that was sent before whether Saleor has it; None: the first half of it, and `send` goes on from there.
    """

    read: Callable[[Input], dict[str, Any]]
    prepare: Callable[[dict[str, Any], OrderActFacts], Prepared]
    effects: Callable[[Prepared, OrderActFacts], list[Effect]]
    send: Callable[[Sending], None]
    was_done: Callable[[Sending], bool | None]


def order_now(saleor: OrderActs, order_id: str) -> OrderActFacts:
    """Return the order as it is in Saleor. Raises NotDone where it is there no more."""
    found = saleor.order(order_id)
    if found is None:
        raise NotDone(Problem.NOT_FOUND, "order")
    return found

"""What a plan would have done about a case that is past, by the very rules of now and by what became of it since."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from . import rules
from .facts import Cause, Left, Silence
from .plan import Plan
from .rules import CaseFacts

# Who buys so soon after a message would most likely have bought without it.
SOON = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class PastOrder:
    at: datetime
    variant_ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Past:
    """A case as we kept it: `facts` without what was ordered, `orders` all of the person's."""

    case_id: int
    opened_at: datetime
    facts: CaseFacts
    left: Left
    cause: Cause
    orders: Sequence[PastOrder] = ()


@dataclass(frozen=True, slots=True)
class Tried:
    """`written` are the steps that would have gone, by their number from 0; `silence` says why the others would not."""

    written: tuple[int, ...] = ()
    silence: Silence | None = None
    why: tuple[str, ...] = ()
    ordered_soon: bool = False


def tried(plan: Plan, past: Past, now: datetime) -> Tried:
    found = Tried()
    for number, step in enumerate(plan.steps):
        at = past.facts.changed_at + step.after
        if at > now:
            return replace(found, silence=Silence.STILL_SHOPPING, why=())
        decision = rules.decide(_as_of(past, number, at), plan=plan, left=past.left, cause=past.cause, now=at)
        match decision:
            case rules.Take():
                soon = found.ordered_soon or any(at < order.at <= at + SOON for order in past.orders)
                found = replace(found, written=(*found.written, number), ordered_soon=soon)
            case rules.Skip(_, silence, why):
                found = replace(found, silence=silence, why=why)
            case rules.Wait(_, silence) | rules.End(silence):
                return replace(found, silence=silence, why=())
    return found


def _as_of(past: Past, steps_done: int, at: datetime) -> CaseFacts:
    """Return the facts as they were then, as if everything was heard of at once."""
    variants = {line.variant_id for line in past.left.lines}
    before = [order for order in past.orders if order.at <= at]
    return replace(
        past.facts,
        known_at=at,
        steps_done=steps_done,
        order_id="ordered" if any(order.at > past.opened_at for order in before) else "",
        has_it=any(order.at > past.opened_at - rules.HAS_IT and order.variant_ids & variants for order in before),
    )

"""Carts and cases as staff see them: those of the channels that they may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from ..outbox.models import Message
from ..stores.callers import Staff
from .models import Cart, CartCase, CartSignal, CartStep, CaseState

# A signal is of the session it was given in; who has been away for longer is helped by a mail, if at all.
HELP_WITHIN = timedelta(minutes=15)
# Saleor makes an order of a paid checkout within seconds; a provider's redirect may take minutes.
STUCK_AFTER = timedelta(minutes=10)
MOST_SHOWN = 50


class NoCase(Exception):
    """There is no such case, or it is in a channel that the caller may not see."""

    code = "NOT_FOUND"

    def __init__(self) -> None:
        super().__init__("There is no such case.")


def seen_cases(staff: Staff) -> QuerySet[CartCase]:
    seen = CartCase.across_stores.filter(store=staff.store)
    return seen if staff.channels is None else seen.filter(channel_slug__in=staff.channels)


def seen_carts(staff: Staff) -> QuerySet[Cart]:
    seen = Cart.across_stores.filter(store=staff.store)
    return seen if staff.channels is None else seen.filter(channel_slug__in=staff.channels)


def cases(staff: Staff, *, state: CaseState | None = None, search: str = "") -> QuerySet[CartCase]:
    """Return cases, what changed last first; `search` is a part of an address in one of their carts."""
    found = seen_cases(staff)
    if state is not None:
        found = found.filter(state=state)
    return _matching(found, search).order_by("-changed_at", "-id")


def _matching(found: QuerySet[CartCase], search: str) -> QuerySet[CartCase]:
    wanted = search.replace("\0", "").strip()
    if not wanted:
        return found
    return found.filter(Exists(Cart.across_stores.filter(case=OuterRef("pk"), email__icontains=wanted)))


def counts(staff: Staff, *, search: str = "") -> list[tuple[CaseState, int]]:
    """Return how many cases there are in each state."""
    counted = dict(_matching(seen_cases(staff), search).order_by().values_list("state").annotate(Count("id")))
    return [(state, counted.get(state.value, 0)) for state in CaseState]


def case(staff: Staff, number: int | None) -> CartCase:
    """Return one case. Raises NoCase."""
    found = None if number is None else seen_cases(staff).filter(pk=number).first()
    if found is None:
        raise NoCase
    return found


def stuck(staff: Staff, now: datetime) -> QuerySet[Cart]:
    """Return carts that are paid and yet no order, the longest waiting first."""
    waiting = seen_carts(staff).filter(paid_at__lte=now - STUCK_AFTER, order_id="", gone_at=None)
    return waiting.order_by("paid_at", "pk")[:MOST_SHOWN]


@dataclass(frozen=True, slots=True)
class Help:
    """A cart whose shopper seems to need somebody now, and by what that is seen: the newest sign first."""

    cart: Cart
    signals: list[CartSignal]


def needing_help(staff: Staff, now: datetime) -> list[Help]:
    """Return open carts whose page gave a sign just now that nobody has seen to, the newest sign first."""
    given = CartSignal.across_stores.filter(store=staff.store, at__gte=now - HELP_WITHIN, seen_at=None)
    by_checkout: dict[str, list[CartSignal]] = {}
    for signal in given.order_by("-at", "-pk")[: MOST_SHOWN * 4]:
        by_checkout.setdefault(signal.checkout_id, []).append(signal)
    open_ones = seen_carts(staff).filter(saleor_id__in=by_checkout, order_id="", gone_at=None, quantity__gt=0)
    carts = {cart.saleor_id: cart for cart in open_ones}
    helped = [Help(carts[id], signals) for id, signals in by_checkout.items() if id in carts]
    return helped[:MOST_SHOWN]


def cart(staff: Staff, number: int | None) -> Cart | None:
    return None if number is None else seen_carts(staff).filter(pk=number).first()


def messages(steps: Sequence[CartStep]) -> dict[int, Message]:
    """Return what was written at these steps, by its number, as far as it is still kept."""
    numbers = {step.message_id for step in steps if step.message_id is not None}
    if not numbers:
        return {}
    own = Q(store_id__in={step.store_id for step in steps})
    return {one.pk: one for one in Message.across_stores.filter(own, pk__in=numbers).select_related("person")}


def speaking(case: CartCase, carts: Sequence[Cart]) -> Cart | None:
    """Return the cart that speaks for a case among all of its own."""
    return next((one for one in carts if one.saleor_id == case.checkout_id), None)

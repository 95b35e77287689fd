"""What Saleor answers about a checkout, turned into what speaks against it; and our own comparison beside that."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .facts import Delivery, PaymentFact, PaymentState, Problem, ProblemFact, Source

if TYPE_CHECKING:
    from ..saleor.checkouts import CheckoutNow, CheckoutProblem, PaymentEvent

LINE_PROBLEMS = {
    "InsufficientStock": Problem.INSUFFICIENT_STOCK,
    "VariantNotAvailable": Problem.VARIANT_NOT_AVAILABLE,
}
# DeliveryMethodStale is not here: Saleor 3.23 says it of every checkout whose methods it asked for a day ago.
DELIVERY_INVALID = "DeliveryMethodInvalid"

# What an event of a transaction says of its payment. The others (INFO, what concerns a refund) say nothing of it, or
# that there is none any more (a cancelled one, which a shopper may have meant).
STATES = {
    "AUTHORIZATION_FAILURE": PaymentState.FAILED,
    "CHARGE_FAILURE": PaymentState.FAILED,
    "AUTHORIZATION_REQUEST": PaymentState.PENDING,
    "AUTHORIZATION_ACTION_REQUIRED": PaymentState.PENDING,
    "CHARGE_REQUEST": PaymentState.PENDING,
    "CHARGE_ACTION_REQUIRED": PaymentState.PENDING,
    "AUTHORIZATION_SUCCESS": PaymentState.CHARGED,
    "AUTHORIZATION_ADJUSTMENT": PaymentState.CHARGED,
    "CHARGE_SUCCESS": PaymentState.CHARGED,
    "CANCEL_SUCCESS": None,
    "REFUND_SUCCESS": None,
    "CHARGE_BACK": None,
}
# The longest message of a provider's that is kept.
MOST_WORDS = 300


def problems(now: CheckoutNow, chosen: Delivery) -> tuple[ProblemFact, ...]:
    """Return what speaks against a checkout now; `chosen` is its delivery as we knew it before this answer.

    Saleor forgets a method that does not hold any more in the same answer in which it could say so.
    """
    delivery = tuple(_of_delivery(now, chosen))
    is_served = all(one.problem != Problem.NOT_SERVED for one in delivery)
    # Saleor counts the stock of warehouses that serve the address: where none does, it calls everything sold out.
    lines = [one for one in _of_lines(now.problems) if is_served or one.problem != Problem.INSUFFICIENT_STOCK]
    return (*lines, *delivery)


def _of_lines(said: Sequence[CheckoutProblem]) -> Iterator[ProblemFact]:
    for one in said:
        problem = LINE_PROBLEMS.get(one.kind)
        if problem:
            yield ProblemFact(problem, Source.PROBLEMS, variant_id=one.variant_id, available=one.available)


def _of_delivery(now: CheckoutNow, chosen: Delivery) -> Iterator[ProblemFact]:
    said = any(one.kind == DELIVERY_INVALID for one in now.problems)
    if said:
        yield ProblemFact(Problem.DELIVERY_GONE, Source.PROBLEMS)
    if not now.facts.is_shipping_required:
        return
    if any(one.is_of_the_country for one in now.problems):
        yield ProblemFact(Problem.NOT_SERVED, Source.COMPARISON)
        return
    method = now.facts.delivery_method.id if now.facts.delivery_method else chosen.chosen_id
    # An app that offers methods and does not answer in time offers none: that is no word about the address.
    if now.facts.shipping_address is None or _is_of_an_app(method):
        return
    if not now.offered:
        yield ProblemFact(Problem.NOT_SERVED, Source.COMPARISON)
    elif method and method not in now.offered and not said:
        yield ProblemFact(Problem.DELIVERY_GONE, Source.COMPARISON)


def _is_of_an_app(method_id: str) -> bool:
    """Saleor names an app's method `app:…`, in base64 as its own."""
    try:
        return base64.b64decode(method_id).startswith(b"app:")
    except binascii.Error:
        return False


def payments(now: CheckoutNow) -> tuple[PaymentFact, ...]:
    """Return what became of each payment by its newest event."""
    found = (_payment(events) for events in now.payments)
    return tuple(one for one in found if one)


def _payment(events: Sequence[PaymentEvent]) -> PaymentFact | None:
    telling = [event for event in events if event.type in STATES]
    newest = max(telling, key=lambda event: event.created_at, default=None)
    state = STATES[newest.type] if newest else None
    if newest is None or state is None:
        return None
    return PaymentFact(state, newest.created_at, newest.message[:MOST_WORDS])

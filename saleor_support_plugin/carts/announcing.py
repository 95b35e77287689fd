"""What other programs of the merchant hear of carts: nothing in it names a person."""

from datetime import datetime
from typing import Any

from ..announcements.actions import announce
from ..money import Money
from .models import Cart, CartCase


def abandoned(*, case: CartCase, now: datetime) -> None:
    announce(store=case.store, kind="checkout.abandoned", occasion=str(case.pk), data=_said_of(case), now=now)


def recovered(*, case: CartCase, now: datetime) -> None:
    ordered_at = case.ordered_at or now
    data = _said_of(case) | {
        "orderId": case.order_id,
        "orderTotal": _money(Money(case.order_total, case.currency)),
        "orderedAt": ordered_at.isoformat(),
        "written": case.steps.filter(message_id__isnull=False, silence="").exists(),
        "heldOut": case.is_held_out,
    }
    announce(store=case.store, kind="checkout.recovered", occasion=str(case.pk), data=data, now=now)


def stuck(*, cart: Cart, paid_at: datetime, now: datetime) -> None:
    data = {
        "checkoutId": cart.saleor_id,
        "channel": cart.channel_slug,
        "total": _money(Money(cart.total_gross, cart.currency)),
        "paidAt": paid_at.isoformat(),
    }
    announce(store=cart.store, kind="checkout.stuck", occasion=f"{cart.pk} {paid_at}", data=data, now=now)


def _said_of(case: CartCase) -> dict[str, Any]:
    return {
        "caseId": str(case.pk),
        "checkoutId": case.checkout_id,
        "channel": case.channel_slug,
        "total": _money(Money(case.value, case.currency)),
        "changedAt": case.changed_at.isoformat(),
        "abandonedAt": case.abandoned_at.isoformat() if case.abandoned_at else None,
    }


def _money(money: Money) -> dict[str, str]:
    return {"amount": money.text, "currency": money.currency}

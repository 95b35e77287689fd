"""What we do when Saleor tells us something about checkouts, and about what they became."""

from django.utils import timezone

from ..events.rules import Delivery
from ..stores.actions import make_due
from ..stores.models import Store
from . import actions, vouchers

# The chore that reads checkouts.
READING = "checkouts"


def checkout_changed(*, store: Store, delivery: Delivery) -> None:
    checkout = delivery.body.get("checkout")
    if checkout is None:
        return
    if "shippingPrice" not in checkout:  # asked for by an earlier version of ours, which wanted to know less
        make_due(store=store, names=[READING], at=timezone.now())
        return
    from ..saleor.generated.fragments import CheckoutFacts  # for workers only: see shop/webhooks.py

    facts = CheckoutFacts.model_validate(checkout)
    actions.remember_checkout(store=store, checkout=facts, issued_at=delivery.issued_at)


def order_placed(*, store: Store, delivery: Delivery) -> None:
    order = delivery.body.get("order")
    if order is None:
        return
    actions.remember_order(
        store=store,
        order_id=order["id"],
        checkout_id=order.get("checkoutId") or "",
        email=order.get("userEmail") or "",
        customer_id=(order.get("user") or {}).get("id", ""),
        issued_at=delivery.issued_at,
    )
    vouchers.used(store=store, code=order.get("voucherCode") or "", order_id=order["id"])

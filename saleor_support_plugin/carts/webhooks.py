"""What we do when Saleor tells us something about checkouts."""

from ..events.rules import Delivery
from ..stores.models import Store
from . import actions


def checkout_changed(*, store: Store, delivery: Delivery) -> None:
    checkout = delivery.body.get("checkout")
    if checkout is not None:
        from ..saleor.generated.fragments import CheckoutFacts  # for workers only: see shop/webhooks.py

        facts = CheckoutFacts.model_validate(checkout)
        actions.remember_checkout(store=store, checkout=facts, issued_at=delivery.issued_at)


def order_placed(*, store: Store, delivery: Delivery) -> None:
    order = delivery.body.get("order")
    if order is not None and order.get("checkoutId"):
        actions.close_with_order(
            store=store, checkout_id=order["checkoutId"], order_id=order["id"], issued_at=delivery.issued_at
        )

"""The only writes to carts. The newest `issued_at` wins; an order closes its cart for good."""

from datetime import datetime

from django.db import transaction

from ..saleor.generated.fragments import CheckoutFacts
from ..stores.models import Store


@transaction.atomic
def remember_checkout(*, store: Store, checkout: CheckoutFacts, issued_at: datetime) -> bool:
    """Take over a checkout as Saleor had it at `issued_at`; say whether that was news."""
    gross = checkout.total_price.gross
    values = {
        "channel_slug": checkout.channel.slug,
        "language_code": checkout.language_code,
        "email": checkout.email or "",
        "customer_id": checkout.user.id if checkout.user else "",
        "quantity": checkout.quantity,
        "currency": gross.currency,
        "total_gross": gross.amount,
        "charge_status": checkout.charge_status,
        "authorize_status": checkout.authorize_status,
        "created": checkout.created,
        "updated_at": checkout.updated_at,
        "issued_at": issued_at,
    }
    row, is_new = store.carts.select_for_update().get_or_create(store=store, saleor_id=checkout.id, defaults=values)
    if not is_new and row.issued_at > issued_at:
        return False
    if not is_new:
        store.carts.filter(pk=row.pk).update(**values)
    return True


@transaction.atomic
def close_with_order(*, store: Store, checkout_id: str, order_id: str, issued_at: datetime) -> None:
    """Say which order a cart became, also where the order is heard of before the cart."""
    row, _ = store.carts.get_or_create(saleor_id=checkout_id, defaults={"issued_at": issued_at, "order_id": order_id})
    if row.order_id != order_id:
        store.carts.filter(pk=row.pk).update(order_id=order_id)

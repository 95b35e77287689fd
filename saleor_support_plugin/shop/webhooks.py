"""What we do when Saleor tells us something about orders and variants.

Saleor's types are imported where a worker reads them: web processes hold this table too, and would hold pydantic for
nothing.
"""

from ..events.rules import Delivery
from ..stores.models import Store
from . import actions


def order_changed(*, store: Store, delivery: Delivery) -> None:
    """Every order and fulfilment event carries the whole order, or null when it was deleted before it was sent."""
    order = delivery.body.get("order")
    if order is not None:
        from ..saleor.generated.fragments import OrderFacts

        actions.remember_order(store=store, order=OrderFacts.model_validate(order), issued_at=delivery.issued_at)


def variant_changed(*, store: Store, delivery: Delivery) -> None:
    variant = delivery.body.get("productVariant")
    if variant is not None:
        from ..saleor.generated.fragments import VariantFacts

        facts = VariantFacts.model_validate(variant)
        actions.remember_variant(store=store, variant=facts, issued_at=delivery.issued_at)


def variant_deleted(*, store: Store, delivery: Delivery) -> None:
    variant = delivery.body.get("productVariant")
    if variant is not None:
        actions.forget_variant(store=store, variant_id=variant["id"], issued_at=delivery.issued_at)

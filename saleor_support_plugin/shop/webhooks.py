"""What we do when Saleor tells us something about orders and variants.

Saleor's types are imported where a worker reads them: web processes hold this table too, and would hold pydantic for
nothing.
"""

from collections.abc import Collection

from django.utils import timezone

from ..events.rules import Delivery
from ..stores.actions import make_due
from ..stores.models import Store
from . import actions

# The chore that reads the variants that were marked.
STALE = "stale variants"


def order_changed(*, store: Store, delivery: Delivery) -> None:
    """Every order and fulfilment event carries the whole order, or null when it was deleted before it was sent."""
    order = delivery.body.get("order")
    if order is not None:
        from ..saleor.generated.fragments import OrderFacts

        actions.remember_order(store=store, order=OrderFacts.model_validate(order), issued_at=delivery.issued_at)


def goods_moved(*, store: Store, delivery: Delivery) -> None:
    """An order takes stock or gives it back, and Saleor tells nobody: its variants are read again, in one question."""
    order = delivery.body.get("order") or {}
    ids = {line["variant"]["id"] for line in order.get("lines", ()) if line.get("variant")}
    _read_again(store, ids=ids)


def product_changed(*, store: Store, delivery: Delivery) -> None:
    """A product was published, say, or weighs something else now; its variants are read again."""
    product = delivery.body.get("product")
    if product is not None and not _is_our_own(store, delivery):
        _read_again(store, product_id=product["id"])


def _is_our_own(store: Store, delivery: Delivery) -> bool:
    """The app changes nothing of a product that we read: what its reviews come to says nothing of its variants."""
    by = delivery.body.get("issuingPrincipal") or {}
    return bool(by.get("id") == store.app_id)


def _read_again(store: Store, *, ids: Collection[str] = (), product_id: str = "") -> None:
    now = timezone.now()
    if actions.make_variants_stale(store=store, ids=ids, product_id=product_id, at=now):
        make_due(store=store, names=[STALE], at=now)


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

"""Reading a shop's own facts out of Saleor: an order that nobody told us of, and whole lists after an outage."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from ..stores.clients import client_of
from ..stores.models import Store
from . import actions, queries

if TYPE_CHECKING:
    from ..saleor.generated.fragments import VariantFacts


def learn_order(store: Store, saleor_id: str) -> None:
    """Ask Saleor for an order that we do not know: one from before the app was installed, say."""
    if queries.knows_order(store, saleor_id) or not saleor_id.startswith("T3JkZXI6"):  # base64 of "Order:"
        return
    asked_at = timezone.now()
    order = client_of(store).order(saleor_id)
    if order is not None:
        actions.remember_order(store=store, order=order, issued_at=asked_at)


def read_channels(store: Store) -> int:
    channels = client_of(store).all_channels()
    actions.remember_channels(store=store, channels=channels)
    return len(channels)


def read_changed_orders(store: Store, since: datetime) -> int:
    """Take over every order that changed since then; return how many were news."""
    asked_at = timezone.now()
    changed = client_of(store).changed_orders(since)
    return sum(actions.remember_order(store=store, order=order, issued_at=asked_at) for order in changed)


def read_all_variants(store: Store) -> int:
    """Take over every variant with its stocks; those that are no longer listed were deleted."""
    asked_at = timezone.now()
    seen = [_take(store, variant, asked_at) for variant in client_of(store).all_variants()]
    gone = store.variants.filter(is_deleted=False, issued_at__lt=asked_at).exclude(saleor_id__in=seen)
    for variant_id in gone.values_list("saleor_id", flat=True):
        actions.forget_variant(store=store, variant_id=variant_id, issued_at=asked_at)
    return len(seen)


def read_variants(store: Store, ids: list[str]) -> None:
    """Take over these variants with their stocks; one that Saleor does not give was deleted."""
    asked_at = timezone.now()
    seen = [_take(store, variant, asked_at) for variant in client_of(store).variants_by_ids(ids)]
    for missing in set(ids).difference(seen):
        actions.forget_variant(store=store, variant_id=missing, issued_at=asked_at)


def read_stale_variants(store: Store) -> int:
    """Take over anew the variants that were marked; return how many."""
    asked_at = timezone.now()
    ids = list(store.variants.filter(stale_at__isnull=False).values_list("saleor_id", flat=True))
    read_variants(store, ids)
    actions.freshen_variants(store=store, ids=ids, asked_at=asked_at)
    return len(ids)


def _take(store: Store, variant: VariantFacts, asked_at: datetime) -> str:
    actions.remember_variant(store=store, variant=variant, issued_at=asked_at)
    return variant.id

"""Cases of carts for tests: rows as they stand, whatever led to them."""

from datetime import datetime
from typing import Any

from saleor_support_plugin.carts.models import Cart, CartCase

from ..shops import Shop
from .left_behind import left_behind


def a_case(shop: Shop, name: str = "c", *, cart: dict[str, Any] | None = None, **changed: Any) -> CartCase:
    """Have somebody of that name leave a cart; the case stands as `changed` says."""
    at: datetime = changed.pop("at", shop.store.installed_at)
    found = left_behind(shop, name, email=f"{name}@shopper.dev", at=at, **cart or {})
    values = {"state": "ABANDONED", "channel_slug": "default-channel", "currency": "TRY", "value": 200} | changed
    CartCase.across_stores.filter(pk=found.case.pk).update(**values)
    found.case.refresh_from_db()
    return found.case


def cart_of(case: CartCase) -> Cart:
    return Cart.across_stores.get(case=case)

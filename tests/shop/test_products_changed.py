"""A product that somebody changed is read again; one into which the app itself wrote is not."""

from typing import Any

import pytest

from saleor_support_plugin.events.rules import Delivery
from saleor_support_plugin.shop.webhooks import STALE, product_changed

from ..shops import NOON, Shop, global_id

pytestmark = pytest.mark.django_db


def hear(shop: Shop, by: dict[str, Any] | None) -> None:
    body = {"issuingPrincipal": by, "product": {"id": global_id("Product", 1)}}
    product_changed(store=shop.store, delivery=Delivery("product_updated", NOON, body))


@pytest.mark.parametrize("by", [None, {}, {"id": global_id("App", 9)}])
def test_staff_another_app_or_nobody_changed_it(aurora: Shop, by: dict[str, Any] | None) -> None:
    hear(aurora, by)
    assert aurora.store.variants.filter(stale_at=None).count() == 0
    assert aurora.store.chores.filter(name=STALE).exists()


def test_what_the_app_wrote_itself_is_no_news(aurora: Shop) -> None:
    hear(aurora, {"id": aurora.store.app_id})
    assert aurora.store.variants.exclude(stale_at=None).count() == 0
    assert not aurora.store.chores.filter(name=STALE).exists()

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from saleor_support_plugin.compensation import seeing, sending
from saleor_support_plugin.demo.app_records import App
from saleor_support_plugin.shop import reading

from ..known_staff import FakeSaleor
from ..saleor.demo_egress import install
from ..shops import Shop
from .desk import Desk, limit

type Open = Callable[..., Desk]


@pytest.fixture
def open_desk(saleor: FakeSaleor, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open the desk of a shop whose Saleor is of a version; without limits nobody gives anything alone."""

    def opened(shop: Shop, version: str = "3.23", *, without: tuple[str, ...] = ()) -> Desk:
        demo, client, egress = install(version, without=without)
        for module in (seeing, sending):
            monkeypatch.setattr(module, "client_of", lambda store: client)
        # Another shop's Saleor has no such order.
        stranger = SimpleNamespace(order=lambda order_id: None)
        monkeypatch.setattr(reading, "client_of", lambda store: client if store.pk == shop.store.pk else stranger)
        app = demo.apps.installed()
        assert isinstance(app, App)
        shop.store.app_id, shop.store.saleor_version = app.id, f"{version}.1"
        shop.store.save(update_fields=["app_id", "saleor_version"])
        shop.store.channels.update(slug="tr", saleor_id=demo.state.channel_of("tr").id)
        desk = Desk(shop, demo, client, egress)
        desk.know()
        return desk

    return opened


@pytest.fixture
def desk(aurora: Shop, open_desk: Open) -> Desk:
    """A desk whose staff may give up to ₺1,000 a day."""
    found = open_desk(aurora)
    limit(found, per_day=1000)
    return found

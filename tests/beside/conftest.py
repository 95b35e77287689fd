import pytest

from saleor_support_plugin.beside import actions, cards, carts, catalogue
from saleor_support_plugin.stores.models import NamedConfiguration

from ..known_staff import FakeSaleor
from ..saleor.demo_egress import install
from ..saleor.test_left_checkouts import left
from ..shops import Shop
from .helped import SETTINGS, Helped, begin_chat


@pytest.fixture
def helped(aurora: Shop, saleor: FakeSaleor, monkeypatch: pytest.MonkeyPatch) -> Helped:
    """A shopper with two notebooks in their cart, who chats."""
    demo, client, egress = install("3.23")
    for module in (actions, cards, carts, catalogue):
        monkeypatch.setattr(module, "client_of", lambda store: client)
    catalogue.forget()
    NamedConfiguration.across_stores.create(store=aurora.store, name="all", is_default=True, data=SETTINGS)
    found = Helped(aurora, demo, egress, begin_chat(aurora), left(demo))
    found.looks_at()
    return found

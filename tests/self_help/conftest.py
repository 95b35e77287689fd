from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson
import pytest
from django.test import Client

from saleor_support_plugin.demo.store import Store
from saleor_support_plugin.saleor.client import SaleorClient
from saleor_support_plugin.self_help import articles, products

from ..desks import add_configuration
from ..saleor.demo_egress import DemoEgress, install
from ..shops import Shop, global_id

ORIGIN = "https://shop.example"
SETTINGS: dict[str, Any] = {
    "storefront_url": ORIGIN,
    "storefront_origins": [ORIGIN],
    "links": {"product": f"{ORIGIN}/p/{{slug}}", "page": f"{ORIGIN}/help/{{slug}}"},
}

# What Django's test client answers with; its type has no name that can be written.
type Answer = Any


@dataclass
class Storefront:
    """A page of the shop, and the store that anybody may read."""

    shop: Shop
    demo: Store
    egress: DemoEgress
    client: Client

    def post(self, what: str, body: object, *, origin: str = ORIGIN, channel: str = "tr") -> Answer:
        address = f"/s/{self.shop.store.key}/{channel}/{what}"
        return self.client.post(
            address, orjson.dumps(body), content_type="application/json", headers={"origin": origin}
        )

    def get(self, what: str, *, channel: str = "tr", **asked: Any) -> Answer:
        return self.client.get(f"/s/{self.shop.store.key}/{channel}/{what}", asked, headers={"origin": ORIGIN})

    def articles(self, text: str, locale: str = "en") -> list[dict[str, str]]:
        answer = self.post("articles", {"text": text, "locale": locale})
        assert answer.status_code == 200, answer.content
        found: list[dict[str, str]] = orjson.loads(answer.content)["articles"]
        return found

    def products(self, **asked: Any) -> dict[str, Any]:
        answer = self.get("products", **asked)
        assert answer.status_code == 200, answer.content
        found: dict[str, Any] = orjson.loads(answer.content)
        return found


@pytest.fixture
def storefront(aurora: Shop, client: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[Storefront]:
    demo, _, egress = install("3.23")

    def visitor(api_url: str) -> SaleorClient:
        assert api_url == aurora.store.api_url
        return SaleorClient("https://demo.example/graphql/", egress=egress)

    for module in (articles, products):
        monkeypatch.setattr(module, "client_at", visitor)
        module.forget()
    add_configuration(aurora, **SETTINGS)
    aurora.store.channels.create(
        saleor_id=global_id("Channel", 9), slug="tr", name="Türkiye", currency="TRY", default_country="TR"
    )
    yield Storefront(aurora, demo, egress, client)
    for module in (articles, products):
        module.forget()

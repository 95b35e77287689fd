"""A demo store that answers as an egress would, with an app of ours in it that has just what our manifest asks for."""

from __future__ import annotations

import json as json_text
from collections.abc import Mapping

from saleor_support_plugin.api.manifest import PERMISSIONS
from saleor_support_plugin.demo.answering import answer
from saleor_support_plugin.demo.app_records import App
from saleor_support_plugin.demo.clock import SteppedClock
from saleor_support_plugin.demo.store import Store
from saleor_support_plugin.demo.wire import Answer, Request
from saleor_support_plugin.egress import Egress, Reply, Unanswered
from saleor_support_plugin.saleor.client import SaleorClient

APP = "https://app.example"


class DemoEgress(Egress):
    """`lost` are operations that the store carries out while its answer never comes; `cut` ones never reach it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.asked: list[str] = []
        self.lost: set[str] = set()
        self.cut: set[str] = set()

    def get(self, url: str, *, headers: Mapping[str, str] | None = None) -> Reply:
        raise AssertionError("GraphQL is posted")

    def post(
        self, url: str, *, json: object = None, data: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        assert isinstance(json, dict)
        self.asked.append(json["operationName"])
        if json["operationName"] in self.cut:
            raise Unanswered("the connection was cut")
        token = (headers or {}).get("Authorization", "").removeprefix("Bearer ")
        given = answer(self.store, json["query"], json["variables"], token=token, operation_name=json["operationName"])
        if json["operationName"] in self.lost:
            raise Unanswered("the connection was cut")
        return Reply(given.status, {}, json_text.dumps(given.body).encode())


def install(version: str, *, without: tuple[str, ...] = ()) -> tuple[Store, SaleorClient, DemoEgress]:
    """Return a demo store of that Saleor and a client with our app's token, `without` some of its permissions."""
    tokens: list[str] = []

    def wire(request: Request) -> Answer:
        if request.method == "POST":
            tokens.append(json_text.loads(request.body)["auth_token"])
        return Answer(200, json_text.dumps(manifest))

    permissions = [one for one in PERMISSIONS if one not in without]
    manifest = {
        "id": "saleor.support",
        "name": "Support",
        "version": "1",
        "permissions": permissions,
        "appUrl": APP,
        "tokenTargetUrl": f"{APP}/api/register",
    }
    store = Store(version=version, clock=SteppedClock(), wire=wire)
    assert isinstance(store.install(f"{APP}/api/manifest"), App)
    egress = DemoEgress(store)
    return store, SaleorClient("https://demo.example/graphql/", egress=egress, token=tokens[0]), egress

"""Shops in memory, a clock that stands still, and an app that is only a function."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from saleor_support_plugin.demo.app_records import App
from saleor_support_plugin.demo.clock import SteppedClock
from saleor_support_plugin.demo.store import Store
from saleor_support_plugin.demo.tokens import new_private_key
from saleor_support_plugin.demo.wire import Answer, NoAnswer, Request

APP_URL = "http://app.example"
SHARED = Path(__file__).parents[2].parent / "shared" / "saleor"

ORDER_QUERY = """subscription { event { issuedAt version recipient { id }
  ... on OrderCreated { order { id number lines { quantityFulfilled } } }
  ... on OrderUpdated { order { id number } }
  ... on OrderConfirmed { order { id } }
  ... on OrderPaid { order { id } }
  ... on OrderFullyPaid { order { id } }
  ... on OrderFulfilled { order { id } }
  ... on OrderCancelled { order { id } }
  ... on OrderMetadataUpdated { order { id } }
} }"""


@dataclass
class AppOnWire:
    """An app as the shop's requests meet it: `answers` are given to webhooks in turn, then 200 for ever."""

    manifest: dict[str, Any]
    requests: list[Request] = field(default_factory=list)
    answers: list[int | None] = field(default_factory=list)
    register: Answer = field(default_factory=lambda: Answer(200, '{"success": true}'))
    on_register: Callable[[str], None] | None = None

    def __call__(self, request: Request) -> Answer:
        self.requests.append(request)
        if request.method == "GET":
            return Answer(200, json.dumps(self.manifest))
        if request.url.endswith("/api/register"):
            if self.on_register:
                self.on_register(json.loads(request.body)["auth_token"])
            return self.register
        status = self.answers.pop(0) if self.answers else 200
        if status is None:
            raise NoAnswer("refused")
        return Answer(status, "")

    @property
    def heard(self) -> list[Request]:
        """The webhook deliveries."""
        return [request for request in self.requests if request.url.endswith("/api/webhooks")]

    @property
    def events(self) -> list[str]:
        return sorted(request.headers["Saleor-Event"].upper() for request in self.heard)


def manifest(query: str = ORDER_QUERY, **changes: Any) -> dict[str, Any]:
    return {
        "id": "example.app",
        "name": "Example",
        "version": "1.0.0",
        "permissions": ["MANAGE_ORDERS", "MANAGE_CHECKOUTS", "MANAGE_PRODUCTS", "MANAGE_SHIPPING"],
        "appUrl": APP_URL,
        "tokenTargetUrl": f"{APP_URL}/api/register",
        "extensions": [],
        "webhooks": [{"name": "events", "targetUrl": f"{APP_URL}/api/webhooks", "query": query}],
    } | changes


@pytest.fixture(scope="session")
def private_key() -> str:
    """Making an RSA key is slow; all shops of a run may share one."""
    return new_private_key()


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock()


@pytest.fixture
def open_store(private_key: str, clock: SteppedClock) -> Callable[..., Store]:
    """A fresh shop: `open_store(version="3.22", wire=…)`."""

    def make(**options: Any) -> Store:
        return Store(**{"private_key": private_key, "clock": clock, **options})

    return make


@pytest.fixture
def store(open_store: Callable[..., Store]) -> Store:
    return open_store()


@pytest.fixture
def make_manifest() -> Callable[..., dict[str, Any]]:
    return manifest


@pytest.fixture
def installed(open_store: Callable[..., Store]) -> Callable[..., tuple[Store, App, AppOnWire]]:
    """A shop with an app in it, whose APP_INSTALLED is already over: `installed(query, version="3.22", …)`."""

    def make(query: str = ORDER_QUERY, *, version: str = "3.23", **changes: Any) -> tuple[Store, App, AppOnWire]:
        app_on_wire = AppOnWire(manifest(query, **changes))
        store = open_store(version=version, wire=app_on_wire)
        app = store.install(f"{APP_URL}/api/manifest")
        assert isinstance(app, App), app
        store.deliver_due()
        app_on_wire.requests.clear()
        return store, app, app_on_wire

    return make


@pytest.fixture
def app_on_wire() -> AppOnWire:
    return AppOnWire(manifest())


@pytest.fixture
def shared() -> Path:
    """What was recorded from real Saleors; kept beside the checkout, not in it."""
    if not SHARED.is_dir():
        pytest.skip("the recordings of real Saleors are not beside this checkout")
    return SHARED

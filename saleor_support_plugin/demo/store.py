"""The whole demo store as one object: what tests talk to and the server serves."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from graphql import execute_sync

from . import answering
from .ageing import move_back
from .app_acts import Apps
from .app_records import App, AppExtension, AppInstallation, EventDelivery
from .catalogue_acts import Catalogue
from .catalogue_records import Channel
from .checkout_acts import Checkouts
from .clock import Clock, machine_clock
from .data import sample_shop
from .deliveries import Deliveries, Sent
from .discounts import Discounts
from .event_fields import EventRoot
from .faults import Faults
from .installing import Installing
from .manifest import FULL_VERSIONS, all_permissions
from .mending import Mending
from .order_acts import Orders
from .payments import Payments
from .permissions import Caller
from .records import User
from .resolving import Ask
from .saving import read_state
from .schema import schema_of
from .sessions import Sessions
from .shop import Shop
from .state import State
from .subscription_query import read_query
from .tokens import Signer, new_private_key
from .wire import Wire, network

STATE_FILE = "demo-store.json"


class Store(Shop):
    """A shop with its API, its tokens and its deliveries.

    `version` is the Saleor it plays: "3.21", "3.22" or "3.23". `data` is the folder it lives in; without one nothing
    is kept. `seed` decides the order in which deliveries go out. `wire` sends its requests; tests may pass their own.
    """

    def __init__(
        self,
        *,
        version: str = "3.23",
        data: Path | None = None,
        clock: Clock = machine_clock,
        seed: int = 1,
        wire: Wire | None = None,
        private_key: str | None = None,
        api_url: str = "http://localhost:8000/graphql/",
    ) -> None:
        file = data / STATE_FILE if data else None
        known = file is not None and file.exists()
        state = read_state(file, State) if file and known else sample_shop(now=clock(), version=version)
        super().__init__(state, clock=clock, file=file)
        state.version = version
        state.api_url = state.api_url or api_url
        state.private_key = private_key or state.private_key or new_private_key()
        self._signer = Signer(state.private_key)
        self.faults = Faults()
        send = wire or network()
        self.sessions = Sessions(self, lambda: self._signer)
        self.catalogue = Catalogue(self)
        self.orders = Orders(self, self.catalogue)
        self.checkouts = Checkouts(self, self.catalogue)
        self.discounts = Discounts(self)
        self.payments = Payments(self)
        self.mending = Mending(self, self.orders, self.faults)
        self.apps = Apps(self)
        self.installing = Installing(self, self.apps, send)
        self.deliveries = Deliveries(self, send, lambda: self._signer, self.faults, seed)
        self.save()

    @property
    def version(self) -> str:
        return self.state.version

    @property
    def full_version(self) -> str:
        return FULL_VERSIONS[self.version]

    @property
    def all_permissions(self) -> frozenset[str]:
        return all_permissions(self.version)

    @property
    def api_url(self) -> str:
        return self.state.api_url

    @property
    def origin(self) -> str:
        parts = urlsplit(self.state.api_url)
        return f"{parts.scheme}://{parts.netloc}"

    def move_to(self, api_url: str) -> None:
        """Serve the API at another address; tokens are issued for it from now on."""
        with self.act():
            self.state.api_url = api_url

    def make_older(self, by: timedelta) -> None:
        """Move all that happened so far back, as if that much time had passed since."""
        with self.act() as state:
            move_back(state, by)

    def jwks(self) -> dict[str, Any]:
        return self._signer.jwks()

    def rotate_key(self) -> None:
        """A new signing key, as when a Saleor gets another RSA_PRIVATE_KEY: older tokens and signatures are void."""
        with self.act() as state:
            state.private_key = new_private_key()
            self._signer = Signer(state.private_key)

    def permissions_of(self, user: User) -> frozenset[str]:
        return self.sessions.permissions_of(user)

    def is_restricted(self, user: User) -> bool:
        return self.sessions.is_restricted(user)

    def channels_of(self, user: User) -> list[Channel]:
        return self.sessions.channels_of(user)

    def access_token(self, user: User) -> str:
        return self.sessions.access_token(user)

    def dashboard_token(self, user: User, extension: AppExtension) -> str:
        return self.sessions.dashboard_token(user, extension)

    def app_page_token(self, user: User, app: App) -> str:
        return self.sessions.app_page_token(user, app)

    def extension(self, mount: str, target: str | None = None) -> AppExtension | None:
        """The extension of a standing, active app at this place, the newest first."""
        fitting = [
            extension
            for app, extension in self.state.extensions()
            if app.removed_at is None and app.is_active and extension.mount == mount
        ]
        return next((one for one in reversed(fitting) if target in (None, one.target)), None)

    def install(
        self, manifest_url: str, *, permissions: list[str] | None = None, name: str | None = None
    ) -> App | AppInstallation:
        """Install as a merchant does in the Dashboard, and wait for it; with the manifest's permissions unless told.

        Returns the app, or the failed installation with its message. Raises Refused or ManifestRefused when already
        the look at the manifest fails.
        """
        if permissions is None or name is None:
            manifest = self.installing.fetch(manifest_url)
            permissions = permissions if permissions is not None else manifest.get("permissions") or []
            name = name or manifest["name"]
        installation = self.installing.request(manifest_url, app_name=name, permissions=permissions)
        return self.installing.carry_out(installation) or installation

    def deliver_due(self, *, workers: int = 1) -> list[Sent]:
        """Send every delivery that is due by the shop's clock, once, in the seed's order."""
        return self.deliveries.deliver_due(workers=workers)

    def work(self, *, workers: int = 1) -> list[Sent]:
        """All background work that waits: installations asked for by mutation, then due deliveries."""
        for installation in [row for row in self.state.installations.values() if row.status == "PENDING"]:
            self.installing.carry_out(installation)
        return self.deliver_due(workers=workers)

    def execute(
        self,
        query: str,
        variables: dict[str, Any] | None = None,
        *,
        token: str | None = None,
        operation_name: str | None = None,
    ) -> dict[str, Any]:
        """Ask the API as the holder of `token` and return the whole JSON answer."""
        return answering.answer(self, query, variables, token=token, operation_name=operation_name).body

    def payload_of(self, delivery: EventDelivery) -> str:
        """Run the webhook's query with the app's own permissions. Byte for byte as Saleor writes it."""
        app = self.state.apps[delivery.app_pk]
        webhook = next(own for own in app.webhooks if own.pk == delivery.webhook_pk)
        query = read_query(webhook.query, self.version)
        if query.document is None:  # judged when the webhook was made; a shop that went back to an older version
            return json.dumps({"errors": [{"message": query.error}]})
        root = EventRoot(delivery.occurrence, app, self.full_version)
        caller = Caller(app=app, permissions=frozenset(app.permissions))
        result = execute_sync(schema_of(self.version), query.document, root_value=root, context_value=Ask(self, caller))
        data: dict[str, Any] = result.data or {}
        payload = (data["event"] or {}) if "event" in data else {"data": data}
        if result.errors:
            payload["errors"] = [answering.shown(error) for error in result.errors]
        return json.dumps(payload)

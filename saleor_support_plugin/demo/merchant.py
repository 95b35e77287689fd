"""What the demo's merchant sets in the app after its installation, once; from then on it is the visitor's to change."""

from __future__ import annotations

import json
from typing import Any

from .app_records import App
from .asking_app import ask_app
from .faces.carts import OPT_IN
from .store import Store

_CONFIGURATIONS = "{ configurations { id } }"
_SAVE = """mutation ($data: JSONString!) {
  configurationUpdate(input: {name: "Demo shop", channels: [], isDefault: true, data: $data}) {
    errors { field message code }
  }
}"""


def set_up(store: Store, app: App) -> None:
    """Save the shop's settings in the app, unless somebody already did. Raises AppRefused, AppSilent.

    At another address the demo store is another store to the app, which begins without settings and gets those of its
    new address.
    """
    if app.is_set_up:
        return
    if not _ask(store, app, _CONFIGURATIONS):
        _ask(store, app, _SAVE, data=json.dumps(settings(store.origin)))
    with store.act():
        app.is_set_up = True


def settings(origin: str) -> dict[str, Any]:
    """Return the settings of a shop at `origin`, as the app's settings page saves them."""
    return {
        "storefront_url": origin,
        "storefront_origins": [origin],
        "links": {"cart": f"{origin}/cart", "order": f"{origin}/order"},
        "sender_name": "Demo shop",
        "accent": "#ad431d",
        "time_zone": "Europe/Istanbul",
        # Round the clock: visitors come from every time zone, and shall meet a shop that is open.
        "week": [[["00:00", "00:00"]]] * 7,
        # Numbers that Ofcom keeps for films, and a domain that nobody can have: no person is behind any of them.
        "contact_channels": [
            {"kind": "whatsapp", "address": "+44 7700 900123"},
            {"kind": "phone", "address": "+44 20 7946 0123"},
            {"kind": "email", "address": "help@demo-shop.example"},
            {"kind": "form"},
        ],
        "consent_keys": [OPT_IN],
        # Its checkout says beside the address that buyers are asked how it was, and may say no.
        "soft_opt_in": True,
    }


def _ask(store: Store, app: App, query: str, **variables: Any) -> Any:
    token = store.app_page_token(store.person("admin"), app)
    return ask_app(store.installing.wire, app.app_url, token, query, variables)

"""What the demo's merchant sets in the app after its installation, once; from then on it is the visitor's to change."""

from __future__ import annotations

import json
from typing import Any

from .app_records import App
from .asking_app import AppRefused, AppSilent, ask_app
from .faces.carts import OPT_IN
from .store import Store

PAGES_OF_SHOP = {"cart": "cart", "order": "order", "product": "products", "page": "pages"}
_CONFIGURATIONS = "{ configurations { id } }"
_SAVE = """mutation ($data: JSONString!) {
  configurationUpdate(input: {name: "Demo shop", channels: [], isDefault: true, data: $data}) {
    errors { field message code }
  }
}"""

_PLAN = """mutation ($plan: JSONString!) {
  cartPlanUpdate(plan: $plan, version: 0) { errors { field message code } }
}"""

_RULES = """mutation ($input: [DeliveryRulesInput!]!) {
  deliveryRulesUpdate(input: $input) { errors { field message code } }
}"""


def set_up(store: Store, app: App) -> None:
    """Save the shop's settings in the app, unless somebody already did. Raises AppRefused, AppSilent.

    At another address the demo store is another store to the app, which begins without settings and gets those of its
    new address.
    """
    if app.is_set_up:
        return
    if not _ask(store, app, _CONFIGURATIONS):
        _save_rules(store, app)
        _save_plan(store, app)
        _ask(store, app, _SAVE, data=json.dumps(settings(store.origin)))
    with store.act():
        app.is_set_up = True


def _save_rules(store: Store, app: App) -> None:
    """An app that has only just been installed is still reading which warehouses there are: that is waited for."""
    try:
        _ask(store, app, _RULES, input=delivery_rules(store))
    except AppRefused as refused:
        if refused.code == "NOT_FOUND":
            raise AppSilent("it does not know the warehouses yet") from refused
        raise


def _save_plan(store: Store, app: App) -> None:
    """Where it was saved before, and what comes after it was not, it is there already."""
    try:
        _ask(store, app, _PLAN, plan=json.dumps(cart_plan()))
    except AppRefused as refused:
        if refused.code != "CHANGED":
            raise


def cart_plan() -> dict[str, Any]:
    """Return what is done about carts that were left, as the app's settings page saves it.

    Nobody is held out: a visitor who leaves a cart is to get its mails. The last one brings a code.
    """
    return {
        "steps": [
            {"after_minutes": 60},
            {"after_minutes": 24 * 60},
            {"after_minutes": 72 * 60, "voucher": True},
        ],
        "holdout_percent": 0,
        "voucher": {
            "percent": 10,
            "budget_per_day": [{"amount": "5000.00", "currency": "TRY"}, {"amount": "100.00", "currency": "EUR"}],
            "minimum_margin_percent": 20,
        },
    }


def settings(origin: str) -> dict[str, Any]:
    """Return the settings of a shop at `origin`, as the app's settings page saves them."""
    return {
        "storefront_url": origin,
        "storefront_origins": [origin],
        "links": {name: f"{origin}/{path}" for name, path in PAGES_OF_SHOP.items()},
        "sender_name": "Demo shop",
        "accent": "#ad431d",
        "time_zone": "Europe/Istanbul",
        # Round the clock: visitors come from every time zone, and shall meet a shop that is open.
        "week": [[["00:00", "00:00"]]] * 7,
        # Numbers that Ofcom keeps for films, and a domain that nobody can have: no person is behind any of them.
        "contact_channels": [
            {"kind": "chat"},
            {"kind": "whatsapp", "address": "+44 7700 900123"},
            {"kind": "phone", "address": "+44 20 7946 0123"},
            {"kind": "email", "address": "help@demo-shop.example"},
            {"kind": "form"},
            {"kind": "callback", "languages": ["en", "tr"]},
        ],
        "consent_keys": [OPT_IN],
        # Its checkout says beside the address that buyers are asked how it was, and may say no.
        "soft_opt_in": True,
    }


def delivery_rules(store: Store) -> list[dict[str, str]]:
    """Return what holds for its warehouses, channels and bulky goods, as the app's settings page saves it."""
    workdays = ["15:00"] * 5 + [None] * 2
    open_shop = [[["10:00", "19:00"]]] * 6 + [[]]
    rules: list[tuple[dict[str, str], dict[str, Any]]] = [
        (
            {"warehouse": store.state.warehouse("istanbul").id},
            {"cutoffs": workdays, "handling": {"least": 0, "most": 0}, "pickup_week": open_shop},
        ),
        ({"warehouse": store.state.warehouse("berlin").id}, {"cutoffs": workdays}),
        ({}, {"slow": [{"attribute": "packing", "values": ["bulky"], "extra_handling": {"least": 1, "most": 2}}]}),
    ]
    pages = {"returns_days": 30, "returns_url": f"{store.origin}/", "wrong_url": f"{store.origin}/order"}
    rules += [({"channel": channel.slug}, pages) for channel in store.state.channels.values()]
    return [of | {"data": json.dumps(data)} for of, data in rules]


def _ask(store: Store, app: App, query: str, **variables: Any) -> Any:
    token = store.app_page_token(store.person("admin"), app)
    return ask_app(store.installing.wire, app.app_url, token, query, variables)

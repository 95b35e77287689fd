"""The Dashboard's frame: a list of orders, and an order with the app's extensions opened as Saleor Dashboard does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Any
from urllib.parse import urlencode, urlsplit

from .app_fields import stitched_url
from .app_records import App, AppExtension
from .dashboard_words import WORDS
from .money import order_total
from .order_acts import fulfilled_quantity
from .order_records import Order
from .records import User
from .store import Store

DASHBOARD_VERSION = "v3.23.27"
# What the frame measures in a window of 1440 px.
USUAL_WIDTH = 344
NARROWEST, WIDEST = 205, 620
_ASSETS = {"dashboard.css": "text/css"} | dict.fromkeys(("dashboard.js", "bridge.js", "toasts.js"), "text/javascript")
_ORDER_MOUNTS = ("ORDER_DETAILS_WIDGETS", "ORDER_DETAILS_MORE_ACTIONS")


class View:
    """What the visitor chose: who they are, theme, language and the width of the card. Bad choices fall back."""

    def __init__(self, store: Store, asked: Mapping[str, str]) -> None:
        staff = {user.email.partition("@")[0]: user for user in store.state.users.values() if user.is_staff}
        self.people = list(staff)
        self.name = asked.get("as", "") if asked.get("as") in staff else self.people[0]
        self.user: User = staff[self.name]
        self.theme = asked.get("theme", "") if asked.get("theme") in ("light", "dark") else "light"
        self.locale = asked.get("locale", "") if asked.get("locale") in WORDS else "en"
        width = asked.get("width", "")
        self.width = min(max(int(width), NARROWEST), WIDEST) if width.isdecimal() else USUAL_WIDTH
        self.words = WORDS[self.locale]

    @property
    def query(self) -> str:
        return urlencode({"as": self.name, "theme": self.theme, "locale": self.locale, "width": self.width})


def asset(name: str) -> tuple[str, bytes] | None:
    """A style sheet or script: its content type and its bytes."""
    return (_ASSETS[name], _file(name).encode()) if name in _ASSETS else None


def orders_page(store: Store, asked: Mapping[str, str]) -> str:
    view = View(store, asked)
    mine = {channel.slug for channel in store.channels_of(view.user)}
    orders = [order for order in store.state.orders.values() if order.channel_slug in mine]
    newest = sorted(orders, key=lambda order: int(order.number), reverse=True)
    may = "MANAGE_ORDERS" in store.permissions_of(view.user)
    rows = "".join(_row(store, order, view) for order in newest) if may else _no_permission(view)
    return _page(view, view.words["orders_word"], _fill("orders.html", view.words, {}, html={"rows": rows}))


def order_page(store: Store, order: Order, asked: Mapping[str, str]) -> str:
    view = View(store, asked)
    delivery = order.delivery
    texts = {
        "number": order.number,
        "status": view.words[order.status],
        "created": f"{order.created:%Y-%m-%d %H:%M}",
        "channel": order.channel_slug,
        "email": order.user_email,
        "method": delivery.name if delivery else "",
        "shipping": _amount(store, order, delivery.price if delivery else Decimal(0)),
        "total": _amount(store, order, order_total(order)),
        "width": str(view.width),
        "back": f"/dashboard/?{view.query}",
    }
    html = {"lines": "".join(_line(store, order, at) for at in range(len(order.lines)))}
    html["frame_data"] = _as_script(frame_data(store, order, view))
    title = f"{view.words['order_word']} #{order.number}"
    return _page(view, title, _fill("order.html", view.words, texts, html=html))


def missing_page(store: Store, asked: Mapping[str, str]) -> str:
    view = View(store, asked)
    return _page(view, view.words["missing_word"], _fill("missing.html", view.words, {}))


def fresh_token(store: Store, asked: Mapping[str, str]) -> dict[str, str]:
    """A new token for an extension's frame, for `tokenRefresh`; empty for who lacks its permissions."""
    extension = store.state.find(asked.get("extension", ""), "AppExtension")
    if not isinstance(extension, AppExtension):
        return {"token": ""}
    return {"token": store.dashboard_token(View(store, asked).user, extension)}


def frame_data(store: Store, order: Order, view: View) -> dict[str, Any]:
    """What the page's script needs to open the frames; no app, no frames."""
    extensions = [
        (app, extension)
        for app, extension in store.state.extensions()
        if app.removed_at is None and app.is_active and extension.mount in _ORDER_MOUNTS
    ]
    return {
        "appId": extensions[0][0].id if extensions else None,
        "orderId": order.id,
        "saleorApiUrl": store.api_url,
        "domain": urlsplit(store.api_url).netloc,
        "saleorVersion": store.full_version,
        "dashboardVersion": DASHBOARD_VERSION,
        "theme": view.theme,
        "locale": view.locale,
        "words": {"noSuchPage": view.words["no_such_page"], "leave": view.words["leave"]},
        "extensions": [_extension(store, app, extension, view) for app, extension in extensions],
    }


def _extension(store: Store, app: App, extension: AppExtension, view: View) -> dict[str, Any]:
    return {
        "label": extension.label,
        "identifier": extension.identifier,
        "target": extension.target,
        "url": frame_url(app, extension),
        "token": store.dashboard_token(view.user, extension),
        "tokenUrl": "/dashboard/token?" + urlencode({"extension": extension.id, "as": view.name}),
    }


def frame_url(app: App, extension: AppExtension) -> str:
    """The API joins a popup's path to the app's URL; for the other targets the Dashboard just appends it."""
    if extension.target == "POPUP" or not extension.url.startswith("/"):
        return stitched_url(extension.url, extension.target, app.app_url)
    return app.app_url + extension.url


def _row(store: Store, order: Order, view: View) -> str:
    cells = [f"{order.created:%Y-%m-%d %H:%M}", order.user_email, view.words[order.status]]
    link = f'<a href="/dashboard/orders/{order.id}?{escape(view.query)}">#{escape(order.number)}</a>'
    total = escape(_amount(store, order, order_total(order)))
    middle = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr><td>{link}</td>{middle}<td class="money">{total}</td></tr>'


def _no_permission(view: View) -> str:
    return f'<tr><td colspan="5">{escape(view.words["no_permission"])}</td></tr>'


def _line(store: Store, order: Order, at: int) -> str:
    line = order.lines[at]
    named = f"{line.product_name} · {store.state.variant(line.variant_pk).name}".removesuffix(" · ")
    sent = f"{fulfilled_quantity(order, line)} / {line.quantity}"
    total = _amount(store, order, line.unit_price * line.quantity)
    return f'<tr><td>{escape(named)}</td><td>{sent}</td><td class="money">{escape(total)}</td></tr>'


def _amount(store: Store, order: Order, amount: Decimal) -> str:
    return f"{amount:.2f} {store.state.channel_of(order.channel_slug).currency_code}"


def _page(view: View, title: str, body: str) -> str:
    choices = {
        "people": _options(view.people, view.name),
        "themes": _options(["light", "dark"], view.theme),
        "locales": _options(list(WORDS), view.locale),
        "body": body,
    }
    texts = {"lang": view.locale, "theme": view.theme, "title": title, "width": str(view.width)}
    return _fill("page.html", view.words, texts, html=choices)


def _options(values: list[str], chosen: str) -> str:
    return "".join(f"<option{' selected' if value == chosen else ''}>{escape(value)}</option>" for value in values)


def _fill(
    name: str, words: Mapping[str, str], texts: Mapping[str, str], *, html: Mapping[str, str] | None = None
) -> str:
    """Fill a template. Only what comes in `html` is already markup; everything else is escaped here."""
    safe = {key: escape(value) for key, value in {**words, **texts}.items()}
    return Template(_file(name)).substitute(safe | dict(html or {}))


def _as_script(value: dict[str, Any]) -> str:
    """JSON that cannot end its script element."""
    return json.dumps(value).replace("<", "\\u003c")


@cache
def _file(name: str) -> str:
    return files(__package__).joinpath("pages", name).read_text(encoding="utf-8")

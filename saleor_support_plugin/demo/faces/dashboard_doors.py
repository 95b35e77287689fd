"""Which page of the Dashboard an address means."""

from __future__ import annotations

from urllib.parse import unquote

import orjson

from ..app_records import App
from ..catalogue_records import Product
from ..order_records import Order
from ..records import User
from ..store import Store
from ..visits import Asked, Reply, html
from . import dashboard_apps, dashboard_orders, dashboard_rows
from .dashboard_frames import fresh_token
from .dashboard_view import View, page
from .markup import fill
from .surroundings import Surroundings


def reply_to(store: Store, around: Surroundings, asked: Asked, rest: str) -> Reply:
    path = unquote(rest.strip("/"))
    view = View(store, asked.query, around=around, path=path)
    if path == "token":
        return Reply(200, orjson.dumps(fresh_token(view)))
    if path.startswith("extensions/app/"):
        return _app(view, asked, path.removeprefix("extensions/app/"))
    found = _shown(view, path) if asked.method != "POST" else None
    return html(found) if found is not None else missing(view)


def missing(view: View) -> Reply:
    body = fill("dashboard/missing.html", view.words, home=view.at("/"))
    return html(page(view, view.words["missing_word"], body), 404)


def _shown(view: View, path: str) -> str | None:
    lists = {
        "": dashboard_orders.home_page,
        "orders": dashboard_orders.orders_page,
        "customers": dashboard_rows.customers_page,
        "products": dashboard_rows.products_page,
    }
    if path in lists:
        return lists[path](view)
    match view.store.state.find(path.partition("/")[2]):
        case Order() as order if path.startswith("orders/"):
            return dashboard_orders.order_page(view, order)
        case User(is_staff=False) as user if path.startswith("customers/"):
            return dashboard_rows.customer_page(view, user)
        case Product() as product if path.startswith("products/"):
            return dashboard_rows.product_page(view, product)
    return None


def _app(view: View, asked: Asked, rest: str) -> Reply:
    app_id, slash, path = rest.partition("/")
    app = view.store.state.find(app_id, "App")
    if not isinstance(app, App) or app.removed_at is not None or not app.is_active:
        return missing(view)
    if path == "permissions" and asked.method == "POST":
        return dashboard_apps.decide(view, app, asked)
    if path == "permissions" and "requestedPermissions" in view.asked:
        return html(dashboard_apps.consent_page(view, app))
    return html(dashboard_apps.app_page(view, app, f"{slash}{path}"))

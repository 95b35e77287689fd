"""The fields of Query about orders, checkouts, people and apps."""

from __future__ import annotations

from typing import Any

from .app_records import App, AppExtension, Webhook
from .filters import (
    APPS,
    CUSTOMERS,
    checkout_filter,
    narrowed,
    order_filter,
    order_where,
    order_words,
    ordered,
)
from .order_records import Checkout, Order
from .people_fields import demand_self
from .permissions import OWNER, PermissionDenied
from .records import Address, User, global_id
from .resolving import Ask, page, resolves


@resolves("Query.order")
def order(root: None, ask: Ask, id: str | None = None, external_reference: str | None = None) -> Order | None:
    """Whoever knows an order's id may read it: in Saleor that id is the secret."""
    if external_reference is not None:
        orders = ask.store.state.orders.values()
        return next((one for one in orders if one.external_reference == external_reference), None)
    found: Order | None = ask.store.state.find(id or "", "Order")
    return found


@resolves("Query.orders")
def orders(
    root: None,
    ask: Ask,
    sort_by: dict[str, Any] | None = None,
    filter: dict[str, Any] | None = None,
    where: dict[str, Any] | None = None,
    channel: str | None = None,
    search: str | None = None,
    **paging: Any,
) -> dict[str, Any]:
    """Newest first. Staff see the channels they may work in, an app sees all."""
    placed = [order for order in ask.store.state.orders.values() if order.status != "DRAFT"]
    rows = [order for order in placed if channel in (None, order.channel_slug)]
    if ask.caller.app is None and ask.caller.user:
        mine = {own.slug for own in ask.store.channels_of(ask.caller.user)}
        rows = [order for order in rows if order.channel_slug in mine]
    rows = [order for order in rows if search is None or order_words(order)(search)]
    rows = narrowed(narrowed(rows, filter, order_filter(ask)), where, order_where(ask))
    keys = {
        "NUMBER": lambda order: int(order.number),
        "CREATION_DATE": lambda order: order.created,
        "CREATED_AT": lambda order: order.created,
        "LAST_MODIFIED_AT": lambda order: order.updated_at,
    }
    return page(ordered(rows, sort_by, keys, "-NUMBER"), name="orders", **paging)


@resolves("Query.checkout")
def checkout(root: None, ask: Ask, id: str | None = None, token: str | None = None) -> Checkout | None:
    found: Checkout | None = ask.store.state.find(id or global_id("Checkout", token or ""), "Checkout")
    return found


@resolves("Query.checkouts")
def checkouts(
    root: None,
    ask: Ask,
    sort_by: dict[str, Any] | None = None,
    filter: dict[str, Any] | None = None,
    channel: str | None = None,
    **paging: Any,
) -> dict[str, Any]:
    rows = [row for row in ask.store.state.checkouts.values() if channel in (None, row.channel_slug)]
    rows = narrowed(rows, filter, checkout_filter(ask))
    keys = {"CREATION_DATE": lambda row: row.created, "CUSTOMER": lambda row: row.email or ""}
    return page(ordered(rows, sort_by, keys, "-CREATION_DATE"), name="checkouts", **paging)


@resolves("Query.me")
def me(root: None, ask: Ask) -> User | None:
    return None if ask.caller.app else ask.caller.user


@resolves("Query.user")
def user(
    root: None, ask: Ask, id: str | None = None, email: str | None = None, external_reference: str | None = None
) -> User | None:
    return next((u for u in ask.store.state.users.values() if u.id == id or u.email == email), None)


@resolves("Query.customers")
def customers(root: None, ask: Ask, filter: dict[str, Any] | None = None, **paging: Any) -> dict[str, Any]:
    rows = [user for user in ask.store.state.users.values() if not user.is_staff]
    return page(narrowed(rows, filter, CUSTOMERS), name="customers", **paging)


@resolves("Query.staffUsers")
def staff_users(root: None, ask: Ask, **paging: Any) -> dict[str, Any]:
    return page([user for user in ask.store.state.users.values() if user.is_staff], name="staffUsers", **paging)


@resolves("Query.permissionGroups")
def permission_groups(root: None, ask: Ask, **paging: Any) -> dict[str, Any]:
    return page(list(ask.store.state.groups.values()), name="permissionGroups", **paging)


@resolves("Query.address")
def address(root: None, ask: Ask, id: str) -> Address | None:
    for user in ask.store.state.users.values():
        for own in user.addresses:
            if own.id == id:
                demand_self(user, ask, "MANAGE_USERS")
                return own
    return None


@resolves("Query.app")
def app(root: None, ask: Ask, id: str | None = None) -> App | None:
    """Without an id the asking app itself; None for a person, whoever they are."""
    if id is None:
        return ask.caller.app
    found: App | None = ask.store.state.find(id, "App")
    if found is None or found.removed_at is not None:
        return None
    if ask.caller.app is not None and ask.caller.app is not found and not ask.caller.has("MANAGE_APPS"):
        raise PermissionDenied("MANAGE_APPS", OWNER)
    ask.caller.demand("AUTHENTICATED_STAFF_USER", "AUTHENTICATED_APP")
    return found


@resolves("Query.apps")
def apps(root: None, ask: Ask, filter: dict[str, Any] | None = None, **paging: Any) -> dict[str, Any]:
    rows = [app for app in ask.store.state.apps.values() if app.removed_at is None]
    return page(narrowed(rows, filter, APPS), name="apps", **paging)


@resolves("Query.appsInstallations")
def apps_installations(root: None, ask: Ask) -> list[Any]:
    return list(ask.store.state.installations.values())


@resolves("Query.appExtensions")
def app_extensions(root: None, ask: Ask, **paging: Any) -> dict[str, Any]:
    rows = [ext for app, ext in ask.store.state.extensions() if app.is_active and app.removed_at is None]
    return page(rows, name="appExtensions", **paging)


@resolves("Query.appExtension")
def app_extension(root: None, ask: Ask, id: str) -> AppExtension | None:
    found: AppExtension | None = ask.store.state.find(id, "AppExtension")
    return found


@resolves("Query.webhook")
def webhook(root: None, ask: Ask, id: str) -> Webhook | None:
    found: Webhook | None = ask.store.state.find(id, "Webhook")
    if found is None:
        return None
    own = next(app for app, owned in ask.store.state.webhooks() if owned is found)
    if ask.caller.app is not own and not ask.caller.has("MANAGE_APPS"):
        raise PermissionDenied("MANAGE_APPS", OWNER)
    return found

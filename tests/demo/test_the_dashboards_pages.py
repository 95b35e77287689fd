"""Every page of the Dashboard opens the extensions that belong to it, each as the app asked for."""

from __future__ import annotations

import json
import re
from typing import Any

import jwt
import pytest

from saleor_support_plugin.demo.app_records import App
from saleor_support_plugin.demo.store import Store

from .visitor import Visitor


def extension(mount: str, target: str = "WIDGET", **more: Any) -> dict[str, Any]:
    return {
        "label": f"{mount} {target}",
        "url": f"/{mount.lower()}",
        "mount": mount,
        "target": target,
        "permissions": [],
    } | more


EXTENSIONS = [
    extension("HOMEPAGE_WIDGETS"),
    extension("HOMEPAGE_WIDGETS", options={"homeWidgetTarget": {"method": "GET"}}),
    extension("CUSTOMER_DETAILS_WIDGETS"),
    extension("PRODUCT_DETAILS_WIDGETS", options={"widgetTarget": {"method": "POST"}}),
    extension("ORDER_DETAILS_WIDGETS"),
    extension("NAVIGATION_ORDERS", "APP_PAGE", label="Inbox", url="/inbox"),
    extension("NAVIGATION_CATALOG", "APP_PAGE", label="Goods", url="/goods", permissions=["MANAGE_PRODUCTS"]),
]


@pytest.fixture
def with_app(installed: Any) -> tuple[Store, App, Visitor]:
    permissions = ["MANAGE_ORDERS", "MANAGE_PRODUCTS"]
    store, app, _ = installed(extensions=EXTENSIONS, permissions=permissions)
    return store, app, Visitor(store)


def data_in(page: str) -> dict[str, Any]:
    found = re.search(r'id="frame-data">(.*?)</script>', page)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def opened(page: str) -> list[tuple[str, str]]:
    return [(row["mount"], row["method"]) for row in data_in(page)["extensions"]]


def test_home_posts_to_its_widgets_unless_told_otherwise(with_app: Any) -> None:
    _, _, visitor = with_app
    assert opened(visitor.see("/dashboard/")) == [("HOMEPAGE_WIDGETS", "POST"), ("HOMEPAGE_WIDGETS", "GET")]


def test_a_customers_page_names_the_customer(with_app: Any) -> None:
    store, _, visitor = with_app
    lena = store.person("lena")
    page = visitor.see(f"/dashboard/customers/{lena.id}")
    data = data_in(page)
    assert opened(page) == [("CUSTOMER_DETAILS_WIDGETS", "GET")]
    assert (data["parameters"], data["path"]) == ({"customerId": lena.id}, f"/customers/{lena.id}")


def test_a_products_page_names_the_product_twice(with_app: Any) -> None:
    store, _, visitor = with_app
    product = store.state.products["1"]
    page = visitor.see(f"/dashboard/products/{product.id}")
    assert opened(page) == [("PRODUCT_DETAILS_WIDGETS", "POST")]
    assert data_in(page)["parameters"] == {"productId": product.id, "productSlug": "linen-shirt"}


def test_the_menu_leads_to_an_apps_pages_for_who_has_the_permission(with_app: Any) -> None:
    _, app, visitor = with_app
    page = visitor.see("/dashboard/?as=support")
    assert f'href="/dashboard/extensions/app/{app.id}/inbox?as=support">Inbox</a>' in page
    assert ">Goods<" not in page
    assert ">Goods<" in visitor.see("/dashboard/?as=catalogue")


def test_an_apps_page_is_framed_with_what_the_address_says(with_app: Any) -> None:
    store, app, visitor = with_app
    page = visitor.see(f"/dashboard/extensions/app/{app.id}/tickets/7?as=support&orderId=abc")
    data = data_in(page)
    frame = data["extensions"][0]
    assert (frame["url"], frame["target"], data["parameters"]) == (
        "http://app.example/tickets/7",
        "APP_PAGE",
        {"orderId": "abc"},
    )
    assert data["path"] == f"/extensions/app/{app.id}/tickets/7"
    claims = jwt.decode(frame["token"], options={"verify_signature": False})
    assert ("app_extension" in claims, claims["permissions"]) == (False, ["MANAGE_ORDERS"])
    fresh = json.loads(visitor.see(frame["tokenUrl"]))["token"]
    assert store.sessions.caller(fresh).user is store.person("support")


def test_a_permission_that_is_asked_for_later_is_granted_by_who_may(with_app: Any) -> None:
    _, app, visitor = with_app
    consent = f"/dashboard/extensions/app/{app.id}/permissions"
    page = visitor.see(f"{consent}?requestedPermissions=MANAGE_USERS,MANAGE_ORDERS,NONSENSE&redirectPath=settings")
    assert re.findall(r"<li><code>(\w+)</code>", page) == ["MANAGE_USERS"]
    page = visitor.send(consent, requestedPermissions="MANAGE_USERS", redirectPath="settings", decision="grant")
    assert "MANAGE_USERS" in app.permissions
    assert data_in(page)["extensions"][0]["url"] == "http://app.example/settings"
    assert data_in(page)["parameters"] == {"appPath": "settings"}


@pytest.mark.parametrize(("person", "decision"), [("admin", "deny"), ("support", "grant")])
def test_a_refused_permission_leads_back_with_the_reason(with_app: Any, person: str, decision: str) -> None:
    _, app, visitor = with_app
    consent = f"/dashboard/extensions/app/{app.id}/permissions?as={person}"
    page = visitor.send(consent, requestedPermissions="MANAGE_USERS", redirectPath="settings", decision=decision)
    assert "MANAGE_USERS" not in app.permissions
    assert data_in(page)["parameters"]["error"] == "USER_DENIED_PERMISSIONS"


def test_the_home_page_lists_the_newest_orders_at_their_old_addresses(store: Store) -> None:
    page = Visitor(store).see("/dashboard/")
    found = list(dict.fromkeys(re.findall(r"/dashboard/orders/([\w=%-]+)", page)))
    newest_first = sorted(store.state.orders.values(), key=lambda order: int(order.number), reverse=True)
    assert found == [order.id for order in newest_first]


def test_the_choices_are_kept_from_page_to_page(store: Store) -> None:
    page = Visitor(store).see("/dashboard/orders?theme=dark&locale=tr")
    assert '<html lang="tr" data-theme="dark">' in page
    assert "/dashboard/customers?theme=dark&amp;locale=tr" in page


@pytest.mark.parametrize("place", ["customers/x", "products/x", "orders/x", "extensions/app/x/inbox", "elsewhere"])
def test_a_page_that_is_not_there_says_so(store: Store, place: str) -> None:
    assert Visitor(store).ask("GET", f"/dashboard/{place}").status == 404


def test_staff_without_the_permission_see_no_customers(store: Store) -> None:
    assert "lena@example.com" not in Visitor(store).see("/dashboard/customers?as=support")
    assert "lena@example.com" in Visitor(store).see("/dashboard/customers")


def test_a_page_may_frame_its_apps_and_nobody_else(with_app: Any) -> None:
    _, _, visitor = with_app
    policy = visitor.ask("GET", "/dashboard/").headers["content-security-policy"]
    assert "frame-src http://app.example" in policy
    assert "unsafe" not in policy

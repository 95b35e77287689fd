"""The demo's Dashboard opens an extension's frame as Saleor Dashboard does."""

from __future__ import annotations

import http.server
import json
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import jwt
import pytest
import requests

from saleor_support_plugin.demo.app_records import AppExtension
from saleor_support_plugin.demo.faces import dashboard_orders
from saleor_support_plugin.demo.faces.dashboard_frames import FEATURE_FLAGS, fresh_token
from saleor_support_plugin.demo.faces.dashboard_view import View
from saleor_support_plugin.demo.order_records import Order
from saleor_support_plugin.demo.server import DemoServer
from saleor_support_plugin.demo.store import Store

from ..browser.waiting import comes_true

WIDGET = {
    "label": "Support",
    "url": "/card",
    "mount": "ORDER_DETAILS_WIDGETS",
    "target": "WIDGET",
    "permissions": ["MANAGE_ORDERS"],
}
POPUP = {
    "label": "Ticket",
    "url": "/ticket",
    "mount": "ORDER_DETAILS_MORE_ACTIONS",
    "target": "POPUP",
    "permissions": [],
    "identifier": "ticket",
}

# The frame of an app: remembers what it is told, and says what the test wants.
CARD = """<!doctype html><title>card</title><style>:root{color-scheme:light dark}</style><p>card</p><script>
window.heard = [];
addEventListener("message", (event) => window.heard.push(event.data));
window.say = (type, payload = {}) => {
  const actionId = Math.random().toString(36).slice(2);
  window.parent.postMessage({type, payload: {...payload, actionId}}, "*");
  return actionId;
};
window.say("notifyReady");
</script>"""


def order_of(store: Store, number: str) -> Order:
    return next(order for order in store.state.orders.values() if order.number == number)


def data_in(page: str) -> dict[str, Any]:
    found = re.search(r'id="frame-data">(.*?)</script>', page)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_the_list_shows_the_orders_of_the_staff_members_channels(store: Store) -> None:
    pages = {
        name: dashboard_orders.orders_page(View(store, {"as": name})) for name in ("admin", "support", "catalogue")
    }
    shown = {name: sorted(re.findall(r">#(\d)</a>", page)) for name, page in pages.items()}
    assert shown == {"admin": ["1", "2", "3", "4", "5", "6"], "support": ["1", "4", "6"], "catalogue": []}
    assert "may not see this" in pages["catalogue"]
    assert all("This is not Saleor Dashboard" in page for page in pages.values())


def test_the_page_speaks_turkish_and_knows_its_theme(store: Store) -> None:
    page = dashboard_orders.order_page(
        View(store, {"locale": "tr", "theme": "dark", "width": "205"}), order_of(store, "6")
    )
    assert '<html lang="tr" data-theme="dark">' in page
    assert "Sipariş #6" in page
    assert (data_in(page)["locale"], data_in(page)["width"]) == ("tr", 205)


@pytest.mark.parametrize(
    "choice", [{"as": "nobody"}, {"theme": "<b>"}, {"locale": "xx"}, {"width": "-1"}, {"width": "9999"}]
)
def test_choices_that_make_no_sense_fall_back(store: Store, choice: dict[str, str]) -> None:
    page = dashboard_orders.order_page(View(store, choice), order_of(store, "6"))
    assert '<html lang="en" data-theme="light">' in page
    assert "<b>" not in page


def test_what_a_customer_wrote_cannot_become_markup(store: Store) -> None:
    order = order_of(store, "6")
    order.user_email = "</script><script>alert(1)</script>@example.com"
    order.lines[0].product_name = "<img src=x>"
    for page in (dashboard_orders.order_page(View(store, {}), order), dashboard_orders.orders_page(View(store, {}))):
        assert "<script>alert" not in page
        assert "<img" not in page


@pytest.fixture
def with_extensions(installed: Any) -> tuple[Store, AppExtension, AppExtension]:
    store, app, _ = installed(extensions=[WIDGET, POPUP])
    widget, popup = app.extensions
    return store, widget, popup


def test_each_extension_gets_its_own_token_and_address(with_extensions: Any) -> None:
    store, widget, popup = with_extensions
    order = order_of(store, "6")
    data = data_in(dashboard_orders.order_page(View(store, {"as": "support"}), order))
    assert (data["parameters"]["orderId"], data["saleorApiUrl"], data["domain"]) == (
        order.id,
        store.api_url,
        "localhost:8000",
    )
    urls = [(row["target"], row["url"]) for row in data["extensions"]]
    assert urls == [("WIDGET", "http://app.example/card"), ("POPUP", "http://app.example/ticket")]
    options: Any = {"verify_signature": False}
    claims = [jwt.decode(row["token"], options=options) for row in data["extensions"]]
    assert [claim["app_extension"] for claim in claims] == [widget.id, popup.id]


def test_staff_without_the_permissions_get_a_frame_with_an_empty_token(with_extensions: Any) -> None:
    store, widget, _ = with_extensions
    data = data_in(dashboard_orders.order_page(View(store, {"as": "catalogue"}), order_of(store, "6")))
    assert [bool(row["token"]) for row in data["extensions"]] == [False, True]
    assert fresh_token(View(store, {"as": "catalogue", "extension": widget.id})) == {"token": ""}
    assert fresh_token(View(store, {"as": "support", "extension": "nonsense"})) == {"token": ""}


def test_an_app_that_is_switched_off_has_no_frame(with_extensions: Any) -> None:
    store, *_ = with_extensions
    store.apps.deactivate(store.apps.installed())
    assert data_in(dashboard_orders.order_page(View(store, {}), order_of(store, "6")))["extensions"] == []


def test_on_3_21_the_card_is_a_popup_of_the_orders_menu(installed: Any) -> None:
    store, _, _ = installed(version="3.21", extensions=[POPUP])
    data = data_in(dashboard_orders.order_page(View(store, {}), order_of(store, "6")))
    assert [(row["target"], row["label"]) for row in data["extensions"]] == [("POPUP", "Ticket")]


def test_the_pages_are_served(open_store: Callable[..., Store]) -> None:
    with DemoServer(open_store()) as server:
        order = order_of(server.store, "6")
        found = {
            path: requests.get(server.url + path, timeout=10)
            for path in ("/", f"/dashboard/orders/{order.id}?as=support", "/dashboard/bridge.js", "/dashboard/orders/x")
        }
    assert [answer.status_code for answer in found.values()] == [200, 200, 200, 404]
    assert found["/dashboard/bridge.js"].headers["Content-Type"].startswith("text/javascript")


class CardApp(http.server.BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(CARD.encode())

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def card_app() -> Iterator[tuple[str, type[CardApp]]]:
    handler = type("CardAppHere", (CardApp,), {"asked": []})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", handler
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="the browser driver is not installed")
    found = os.environ.get("BROWSER_BIN") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        pytest.skip("there is no browser on this machine")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def order_page(with_extensions: Any, card_app: tuple[str, type[CardApp]], browser: Any) -> Iterator[Any]:
    """The order's page in a browser, its frame loaded: (page, the widget's frame, server, app)."""
    store, widget, popup = with_extensions
    origin, app = card_app
    widget.url, popup.url = f"{origin}/card", f"{origin}/ticket"
    with DemoServer(store) as server:
        page = browser.new_page(viewport={"width": 1440, "height": 1000})
        page.goto(f"{server.url}/dashboard/orders/{order_of(store, '6').id}?as=support&locale=tr&theme=light")
        page.wait_for_selector("#extensions iframe")
        frame = until_frame(page, "/card")
        comes_true(frame, "heard.some((one) => one.type === 'theme')")
        yield page, frame, server, app
        page.close()


def until_frame(page: Any, path: str) -> Any:
    for _ in range(200):
        found = [frame for frame in page.frames if urlsplit(frame.url).path == path]
        if found:
            return found[0]
        page.wait_for_timeout(50)
    raise AssertionError(f"no frame at {path}")


def answer_to(frame: Any, kind: str, payload: dict[str, Any] | None = None) -> Any:
    """Say something to the Dashboard and return whether it agreed."""
    action = frame.evaluate("([kind, payload]) => say(kind, payload)", [kind, payload or {}])
    find = "heard.find((one) => one.type === 'response' && one.payload.actionId === argument)"
    return comes_true(frame, find, action)["payload"]["ok"]


@pytest.mark.browser
def test_a_widget_is_opened_with_saleors_parameters_and_handshake(order_page: Any) -> None:
    page, frame, server, app = order_page
    parts = parse_qsl(urlsplit(app.asked[0]).query)
    store = server.store
    first = [
        ("domain", f"127.0.0.1:{server.port}"),
        ("saleorApiUrl", server.api_url),
        ("id", store.apps.installed().id),
    ]
    order_id = order_of(store, "6").id
    assert parts == [*first, *first, ("orderId", order_id), *FEATURE_FLAGS, ("theme", "light")]
    element = page.locator("#extensions iframe")
    assert element.get_attribute("sandbox") == (
        "allow-same-origin allow-forms allow-scripts allow-downloads allow-popups"
    )
    assert (element.bounding_box()["width"], element.bounding_box()["height"]) == (344, 200)
    heard = frame.evaluate("heard")
    handshakes = [one["payload"] for one in heard if one["type"] == "handshake"]
    assert len(handshakes) >= 2
    assert handshakes[0] | {"token": ""} == {
        "token": "",
        "version": 1,
        "saleorVersion": "",
        "dashboardVersion": "v3.23.27",
    }
    assert store.sessions.caller(handshakes[0]["token"]).user is store.person("support")
    told = {one["type"]: one["payload"] for one in heard}
    assert told["localeChanged"] == {"locale": "tr"}
    assert told["theme"] == {"theme": "light"}
    assert told["redirect"] == {"path": f"/orders/{order_id}"}


@pytest.mark.browser
def test_a_widgets_wishes_are_granted_as_the_dashboard_does(order_page: Any) -> None:
    page, frame, server, _ = order_page
    assert answer_to(frame, "widgetResize", {"height": 320.4}) is True
    assert page.locator("#extensions iframe").bounding_box()["height"] == 321
    assert answer_to(frame, "widgetResize", {"height": 0}) is False
    assert answer_to(frame, "notification", {"status": "success", "title": "Sent", "text": "Reply is out"}) is True
    assert "Reply is out" in page.locator("#toasts .toast.success").inner_text()
    server.store.orders.cancel(order_of(server.store, "6"))
    assert answer_to(frame, "refreshEntity") is True
    page.wait_for_selector("#entity .status:has-text('İptal edildi')")
    assert answer_to(frame, "openPopup", {"extensionIdentifier": "nope"}) is False
    page.select_option("select[name=theme]", "dark")
    comes_true(frame, "heard.some((one) => one.type === 'theme' && one.payload.theme === 'dark')")


@pytest.mark.browser
def test_a_popup_opens_by_its_identifier_with_only_its_parameters_and_closes(order_page: Any) -> None:
    page, frame, server, _ = order_page
    assert answer_to(frame, "openPopup", {"extensionIdentifier": "ticket", "appParams": "e30="}) is True
    popup = until_frame(page, "/ticket")
    keys = [name for name, _ in parse_qsl(urlsplit(popup.url).query)]
    assert keys == ["domain", "saleorApiUrl", "id", "appParams", *(name for name, _ in FEATURE_FLAGS), "theme"]
    comes_true(popup, "heard.some((one) => one.type === 'handshake')")
    version = popup.evaluate("heard.find((one) => one.type === 'handshake').payload.saleorVersion")
    assert version == server.store.full_version
    popup.evaluate("say('popupClose')")
    page.wait_for_selector("#popup[open]", state="detached")
    page.get_by_role("button", name="Ticket").click()
    assert "orderId=" in until_frame(page, "/ticket").url
    page.keyboard.press("Escape")
    page.wait_for_selector("#popup[open]", state="detached")


@pytest.mark.browser
def test_the_token_is_renewed_half_a_minute_before_it_dies(order_page: Any, clock: Any) -> None:
    """Opened with a token that has only half a minute left, the frame gets a fresh one at once."""
    page, _, server, _ = order_page
    clock.step(-269)
    page.reload()
    clock.step(269)
    frame = until_frame(page, "/card")
    comes_true(frame, "heard.some((one) => one.type === 'tokenRefresh')")
    fresh = frame.evaluate("heard.find((one) => one.type === 'tokenRefresh').payload.token")
    assert server.store.sessions.caller(fresh).user is server.store.person("support")

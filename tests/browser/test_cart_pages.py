"""The pages behind a reminder's links in a real browser: they press their own button, but only for a person."""

import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Browser, Page, expect

from saleor_support_plugin.carts import links, resuming
from saleor_support_plugin.carts.facts import Reason
from saleor_support_plugin.carts.links import Found
from saleor_support_plugin.carts.models import LeavingReason
from saleor_support_plugin.tickets.models import Ticket

from ..carts.left_behind import Maker, left_behind, line, settle
from ..service import Service
from ..shops import Shop, global_id
from .axe import is_well

pytestmark = pytest.mark.browser
LONG = "Keten masa örtüsü, çok uzun bir adla satılan ve kenarları elde işlenmiş"


@pytest.fixture(scope="module", autouse=True)
def rows_beside_a_browser() -> Iterator[None]:
    """Playwright keeps an event loop in this thread, so Django would refuse to touch the database in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


class Cart(BaseHTTPRequestHandler):
    """The cart's page of a shop, which leads on to another host of the same shop, as many do."""

    def do_GET(self) -> None:
        first = self.headers["Host"].startswith("127.0.0.1")
        self.send_response(302 if first else 200)
        if first:
            port = self.headers["Host"].partition(":")[2]
            self.send_header("Location", f"http://localhost:{port}{self.path}")
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Cart</title><h1>Cart</h1>")

    def log_message(self, *args: object) -> None:
        """Keep quiet."""


@pytest.fixture
def cart_page() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Cart)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/cart"
    server.shutdown()
    server.server_close()


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> Maker:
    made = Maker()
    monkeypatch.setattr(resuming, "client_of", lambda store: made)
    return made


@pytest.fixture
def found(committed: Service, open_aurora: Shop, cart_page: str, maker: Maker, settings: LazySettings) -> Found:
    settings.PUBLIC_URL = committed.url  # as the browser reaches it, so that it keeps a cookie of ours
    settle(open_aurora, links={"cart": cart_page}, contact_channels=[{"kind": "phone", "address": "+902125550000"}])
    problem = {"problem": "INSUFFICIENT_STOCK", "source": "PROBLEMS", "available": 1}
    return left_behind(
        open_aurora,
        lines=[line(1), line(2, name=LONG, thumbnail_url="", amount="12345678")],
        first_prices={global_id("ProductVariant", 1): ["90", ""]},
        problems=[problem | {"variant_id": global_id("ProductVariant", 2)}],
    )


def back(found: Found) -> str:
    return links.way_back(found.cart, found.case.person)


def why(found: Found, reason: Reason) -> str:
    return links.why(found.cart, found.case.person, reason)


def test_whoever_sees_the_page_is_in_the_cart_at_once(page: Page, found: Found, maker: Maker) -> None:
    address = back(found)
    for _ in range(2):  # the second time this browser has it already
        page.goto(address)
        expect(page.get_by_role("heading", name="Cart")).to_be_visible()
        assert page.url.endswith(f"/cart?checkout={global_id('Checkout', 'new-1').replace('=', '%3D')}")
    assert len(maker.asked) == 1


def test_without_scripts_a_button_leads_back(browser: Browser, found: Found, maker: Maker) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(back(found))
    assert not maker.asked
    page.get_by_role("button", name="Open my basket").click()
    expect(page.get_by_role("heading", name="Cart")).to_be_visible()
    assert len(maker.asked) == 1
    context.close()


def test_differences_are_read_before_the_cart(page: Page, found: Found, maker: Maker) -> None:
    maker.has = {global_id("ProductVariant", 2): 1}
    page.goto(back(found))
    expect(page.get_by_role("heading", name="Your basket is ready")).to_be_visible()
    expect(page.get_by_role("listitem")).to_have_count(1)
    is_well(page)
    page.get_by_role("link", name="Open my basket").click()
    expect(page.get_by_role("heading", name="Cart")).to_be_visible()


def test_a_tap_is_kept_once_somebody_is_there_and_a_change_of_mind_too(page: Page, found: Found) -> None:
    page.goto(why(found, Reason.PRICE))
    expect(page.get_by_label("The price")).to_be_checked()
    assert not LeavingReason.across_stores.exists()
    page.mouse.move(100, 100)
    page.mouse.move(200, 200)
    expect(page.get_by_text("Noted, thank you.")).to_be_visible()
    assert LeavingReason.across_stores.get().reason == "PRICE"
    page.get_by_label("Found it elsewhere").check()
    page.get_by_label("Where did you find it?").fill("other.example/lamp")
    page.get_by_label("In your own words").fill("Cheaper there")
    is_well(page)
    page.get_by_role("button", name="Tell the shop").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    row = LeavingReason.across_stores.get()
    assert (row.reason, row.link, row.text) == ("FOUND_ELSEWHERE", "https://other.example/lamp", "Cheaper there")


def test_a_tap_counts_by_itself_where_nobody_moves(page: Page, found: Found) -> None:
    page.goto(why(found, Reason.JUST_LOOKING))
    expect(page.get_by_text("Noted, thank you.")).to_be_visible()
    assert LeavingReason.across_stores.get().reason == "JUST_LOOKING"


def test_help_waits_for_the_button_and_then_is_on_its_way(page: Page, found: Found) -> None:
    page.goto(why(found, Reason.NEED_HELP))
    expect(page.get_by_text("Somebody at the shop reads this")).to_be_visible()
    page.mouse.move(100, 100)
    page.get_by_label("In your own words").fill("Which bulb fits?")
    assert not Ticket.across_stores.exists()
    page.get_by_role("button", name="Tell the shop").click()
    expect(page.get_by_role("heading", name="Your message has arrived")).to_be_visible()
    assert Ticket.across_stores.get().subject.startswith("Help with a basket")
    is_well(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["EN", "TR"])
@pytest.mark.parametrize("width", [360, 1280])
def test_they_can_be_read_by_everybody(
    browser: Browser,
    found: Found,
    tmp_path: Path,
    scheme: str,
    language: str,
    width: int,
) -> None:
    found.cart.language_code = language
    found.cart.save()
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]  # a parameter is any text
        java_script_enabled=True,
    )
    page = context.new_page()
    page.route("**/static/*.js", lambda route: route.abort())
    for name, address in (
        ("back", back(found)),
        ("why", why(found, Reason.FOUND_ELSEWHERE)),
        ("help", why(found, Reason.PAYMENT_TROUBLE)),
    ):
        page.goto(address)
        is_well(page)
        folder = os.environ.get("SCREENSHOTS", str(tmp_path))
        page.screenshot(path=f"{folder}/cart-{name}-{language}-{scheme}-{width}.png", full_page=True)
    context.close()

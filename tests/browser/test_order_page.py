"""An order's own page in a real browser, on a phone, in both languages: seen by a code, and help asked for a line."""

import os
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, expect

from saleor_support_plugin.parcels import freezing
from saleor_support_plugin.parcels.models import FrozenPromise
from saleor_support_plugin.shop.links import order_link
from saleor_support_plugin.shop.models import Order, OrderLine
from saleor_support_plugin.stores.callers import Staff
from saleor_support_plugin.tickets.replying import reply

from ..desks import add_configuration, add_parcel, add_ticket
from ..guests.entering import mailed_code
from ..service import Service
from ..shops import Shop
from .axe import is_well

pytestmark = pytest.mark.browser
PHONE: Any = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
LONG = "Yün battaniye " + "x" * 120


@pytest.fixture(scope="module", autouse=True)
def rows_beside_a_browser() -> Iterator[None]:
    """Playwright keeps an event loop in this thread, so Django would refuse to touch the database in it."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def order(committed: Service, open_aurora: Shop, settings: LazySettings) -> Order:
    settings.PUBLIC_URL = committed.url
    add_configuration(open_aurora)
    open_aurora.store.orders.update(created=timezone.now() - timedelta(days=2))
    placed: Order = open_aurora.store.orders.get()
    OrderLine.across_stores.create(
        order=placed,
        saleor_id="long",
        position=1,
        product_name=LONG,
        variant_name="Mavi",
        quantity=1,
        quantity_fulfilled=0,
        total_gross=Decimal("29.90"),
        currency="TRY",
    )
    today = timezone.now().date()
    FrozenPromise.across_stores.create(
        store=open_aurora.store,
        order=placed,
        first=today + timedelta(days=1),
        last=today + timedelta(days=3),
        version=freezing.VERSION,
        made_at=timezone.now(),
    )
    parcel = add_parcel(open_aurora)
    parcel.tracking_number = "RR123456785TR"
    parcel.save(update_fields=["tracking_number"])
    return placed


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(**PHONE, java_script_enabled=True, locale="tr-TR")
    opened.set_default_timeout(20_000)
    yield opened
    opened.close()


def test_a_guest_sees_the_order_by_a_code_and_gets_help_with_a_line(
    committed: Service, open_aurora: Shop, order: Order, phone: BrowserContext
) -> None:
    page = phone.new_page()
    page.goto(f"{committed.url}/s/{open_aurora.store.key}/default-channel/orders")
    is_well(page)
    page.get_by_label("Sipariş numarası").fill("#1")
    page.get_by_label("E-posta adresi").fill("shopper@aurora.example")
    page.get_by_role("button", name="Bana kod gönder").tap()
    code = page.get_by_role("textbox", name="Kod")
    expect(code).to_be_focused()
    is_well(page)
    code.fill("12")
    code.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Kod doğru değil")
    is_well(page)
    page.get_by_role("textbox", name="Kod").fill(mailed_code())
    page.get_by_role("button", name="Siparişi göster").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sipariş 1")
    expect(page.get_by_text("RR123456785TR")).to_be_visible()
    is_well(page)
    page.get_by_role("link", name="Bununla ilgili yardım al: Lamp of aurora").tap()
    expect(page.get_by_role("checkbox", name="Lamp of aurora")).to_be_checked()
    is_well(page)
    page.get_by_label("Biraz daha anlatın").fill("Camı kırık.")
    page.get_by_role("button", name="Gönder").tap()
    expect(page.get_by_role("alert")).to_have_text("Konuyu seçin.")
    expect(page.get_by_label("Biraz daha anlatın")).to_have_value("Camı kırık.")
    is_well(page)
    page.get_by_label("Konu nedir?").select_option(label="Hasarlı veya kırık")
    page.get_by_role("button", name="Gönder").tap()
    expect(page.get_by_role("listitem").last).to_contain_text("Camı kırık.")
    expect(page.get_by_role("region", name="Sipariş 1")).to_be_visible()
    is_well(page)
    assert open_aurora.store.tickets.get().reason == "damaged"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["EN", "TR"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_can_be_read_by_everybody(
    open_aurora: Shop, order: Order, browser: Browser, tmp_path: Path, scheme: Any, language: str, width: int
) -> None:
    Order.across_stores.filter(pk=order.pk).update(language_code=language)
    ticket = add_ticket(open_aurora, now=timezone.now(), subject=LONG)
    staff = Staff(open_aurora.store, "ayse", "ayse@aurora.example", frozenset(), (), None)
    reply(staff=staff, ticket_id=ticket.pk, text="Yola çıktı.", key="one", now=timezone.now())
    order.refresh_from_db()
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    folder = os.environ.get("SCREENSHOTS", str(tmp_path))
    for name, query in (("order", ""), ("help", "?help=1")):
        page.goto(order_link(order) + query)
        is_well(page)
        page.screenshot(path=f"{folder}/{name}-{language}-{scheme}-{width}.png", full_page=True)
    context.close()

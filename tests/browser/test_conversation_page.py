"""The shopper's page behind the link in a mail, in a real browser: no scripts, any width, light and dark."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from saleor_support_plugin.conversations.actions import link_to
from saleor_support_plugin.stores import callers
from saleor_support_plugin.tickets import actions

from ..desks import add_configuration, add_ticket
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop
from .axe import serious_faults

pytestmark = pytest.mark.browser
LONG = "https://shop.example/" + "x" * 200


@pytest.fixture(scope="module", autouse=True)
def rows_beside_a_browser() -> Iterator[None]:
    """Playwright keeps an event loop in this thread, so Django would refuse to touch the database in it."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def address(service: Service, shop: Shop, settings: LazySettings, locale: str) -> str:
    add_configuration(shop)
    subject = {"tr": "Lambanın camı kırık geldi", "en": "The lamp is broken"}[locale]
    ticket = add_ticket(shop, now=timezone.now(), locale=locale, subject=subject, text=f"See\n{LONG}")
    staff = callers.staff(shop.staff_token("MANAGE_ORDERS"))
    actions.reply(staff=staff, ticket_id=ticket.pk, text="A new one is on its way.", key="", now=timezone.now())
    link = link_to(conversation=ticket.conversation, now=timezone.now())
    return link.replace(settings.PUBLIC_URL, service.url)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en", "tr"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_can_be_read_by_everybody(
    committed: Service,
    open_aurora: Shop,
    saleor: FakeSaleor,
    settings: LazySettings,
    browser: Browser,
    tmp_path: Path,
    scheme: str,
    locale: str,
    width: int,
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]  # a parameter is any text
    page = context.new_page()
    page.goto(address(committed, open_aurora, settings, locale))
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert serious_faults(page) == []
    page.screenshot(path=os.environ.get("SCREENSHOTS", str(tmp_path)) + f"/page-{locale}-{scheme}-{width}.png")
    context.close()


def test_a_shopper_answers_without_scripts(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor, settings: LazySettings, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page: Page = context.new_page()
    page.goto(address(committed, open_aurora, settings, "en"))
    page.get_by_label("Your answer").fill("Thank you!")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("listitem").last).to_contain_text("Thank you!")
    expect(page.get_by_label("Your answer")).to_have_value("")
    context.close()

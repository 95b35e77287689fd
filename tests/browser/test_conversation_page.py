"""The shopper's page behind the link in a mail, in a real browser: scripts or none, any width, both schemes."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from saleor_support_plugin.conversations.actions import link_to
from saleor_support_plugin.conversations.models import Conversation
from saleor_support_plugin.files import redrawing
from saleor_support_plugin.stores import callers
from saleor_support_plugin.tickets import replying

from ..desks import add_configuration, add_ticket
from ..files.pictures import picture
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop
from .axe import serious_faults
from .waiting import comes_true

pytestmark = pytest.mark.browser
PHONE: Any = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
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
    replying.reply(staff=staff, ticket_id=ticket.pk, text="A new one is on its way.", key="", now=timezone.now())
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


def test_an_answer_shows_without_reloading_and_keeps_what_is_being_typed(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor, settings: LazySettings, browser: Browser
) -> None:
    context = browser.new_context(**PHONE)
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.goto(address(committed, open_aurora, settings, "en"))
    page.get_by_label("Your answer").fill("I was about to")
    staff, ticket = callers.staff(open_aurora.staff_token("MANAGE_ORDERS")), open_aurora.store.tickets.get()
    replying.reply(staff=staff, ticket_id=ticket.pk, text="It arrives <b>today</b>.", key="", now=timezone.now())
    expect(page.get_by_role("listitem").last).to_contain_text("It arrives <b>today</b>.", timeout=30_000)
    expect(page.get_by_label("Your answer")).to_have_value("I was about to")
    assert serious_faults(page) == []
    solved = page.get_by_role("button", name="That solved it")
    for is_live in (True, False):  # a chat begins, and ends
        Conversation.across_stores.update(is_live=is_live)
        expect(solved).to_be_visible(visible=not is_live, timeout=60_000)
    solved.tap()
    expect(page.locator("#state")).to_contain_text("This matter is closed")
    page.get_by_role("button", name="It is not solved").tap()
    expect(page.locator("#state")).to_contain_text("The shop will answer you")
    context.close()


def test_a_photo_goes_along_on_a_phone(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor, settings: LazySettings, browser: Browser
) -> None:
    settings.FILES_ORIGIN = committed.url
    context = browser.new_context(**PHONE)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(address(committed, open_aurora, settings, "tr"))
    photo: Any = {"name": "lamba.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    page.locator("input[type=file]").set_input_files([photo, {**photo, "name": "fena.jpg", "buffer": b"x" * 2_000}])
    expect(page.get_by_role("button", name="Fotoğrafı kaldır: lamba.jpg")).to_be_visible()
    assert serious_faults(page) == []
    page.get_by_role("button", name="Gönder").tap()
    shown = page.get_by_role("img", name="Fotoğraf 1")
    expect(shown).to_be_visible()
    redrawing.redraw_due(now=timezone.now())
    comes_true(page, "argument.naturalWidth > 0", shown.element_handle())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()

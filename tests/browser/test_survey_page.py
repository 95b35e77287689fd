"""How did we do? The page behind a number in a mail, in a real browser: kept once somebody is surely there."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, expect

from saleor_support_plugin.surveys.links import survey_link
from saleor_support_plugin.surveys.models import Survey

from ..desks import add_configuration
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop
from ..surveys.test_surveys import look, solved
from .axe import is_well

pytestmark = pytest.mark.browser
PHONE: Any = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module", autouse=True)
def rows_beside_a_browser() -> Iterator[None]:
    """Playwright keeps an event loop in this thread, so Django would refuse to touch the database in it."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(**PHONE)
    opened.set_default_timeout(20_000)
    yield opened
    opened.close()


def asked(service: Service, shop: Shop, settings: LazySettings, *, scale: int, locale: str = "en") -> str:
    settings.PUBLIC_URL = service.url
    add_configuration(shop, survey_scale=scale)
    now = timezone.now()
    solved(shop, now=now - timedelta(hours=2), locale=locale)
    look(shop, now - timedelta(hours=3), now)
    return survey_link(Survey.across_stores.get())


def score() -> int | None:
    return Survey.across_stores.get().score


def test_a_good_number_is_kept_by_the_first_sign_of_a_person(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor, settings: LazySettings, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(f"{asked(committed, open_aurora, settings, scale=5)}?s=4")
    expect(page.get_by_role("radio", name="4 of 5")).to_be_checked()
    expect(page.locator("#kept")).to_be_hidden()
    assert score() is None
    is_well(page)
    page.evaluate("dispatchEvent(new PointerEvent('pointermove'))")  # as under a mouse that lies still
    assert score() is None
    page.mouse.move(50, 50)
    page.mouse.move(60, 60)
    expect(page.locator("#kept")).to_be_visible()
    assert score() == 4
    page.get_by_role("radio", name="5 of 5").check(force=True)
    page.get_by_label("Would you like to say why?").fill("Quick!")
    page.get_by_role("button", name="Send").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    is_well(page)
    survey = Survey.across_stores.get()
    assert (survey.score, survey.words) == (5, "Quick!")


def test_a_bad_one_waits_for_the_button_and_opens_the_matter_again(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor, settings: LazySettings, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(f"{asked(committed, open_aurora, settings, scale=10, locale='tr')}?s=2")
    with page.expect_request(lambda request: request.method == "POST") as posted:
        page.mouse.move(50, 50)
        page.get_by_role("button", name="Gönder").tap()
    assert "by=script" not in (posted.value.post_data or "")
    expect(page.get_by_text("Konunuz yeniden açıldı")).to_be_visible()
    assert (score(), open_aurora.store.tickets.get().state) == (2, "OPEN")


def test_without_scripts_it_is_a_form(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor, settings: LazySettings, browser: Browser
) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(asked(committed, open_aurora, settings, scale=5))
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_have_text("Choose a number.")
    page.get_by_role("radio", name="3 of 5").check(force=True)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert score() == 3
    plain.close()


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
    scheme: Any,
    locale: str,
    width: int,
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{asked(committed, open_aurora, settings, scale=10, locale=locale)}?s=9")
    is_well(page)
    folder = os.environ.get("SCREENSHOTS", str(tmp_path))
    page.screenshot(path=f"{folder}/survey-{locale}-{scheme}-{width}.png", full_page=True)
    context.close()

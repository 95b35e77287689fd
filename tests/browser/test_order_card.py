"""The order card in a Dashboard's frame, in a real browser, with every process running."""

import re

import pytest
from playwright.sync_api import Frame, Page, expect

from .axe import serious_faults
from .demo import Demo
from .waiting import comes_true

pytestmark = pytest.mark.browser


def card_of(frame: Frame) -> Frame:
    expect(frame.get_by_role("heading", name=re.compile("#6"))).to_be_visible()
    return frame


@pytest.mark.parametrize(("locale", "word"), [("en", "Customer"), ("tr", "Müşteri")])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_staff_see_the_order_in_their_language_and_theme(
    demo: Demo, page: Page, locale: str, word: str, theme: str
) -> None:
    card = card_of(demo.open_order(page, locale=locale, theme=theme))
    expect(card.get_by_text(word, exact=True)).to_be_visible()
    expect(card.get_by_text("ayse@example.com")).to_be_visible()
    assert card.evaluate("document.documentElement.lang") == locale
    assert card.evaluate("getComputedStyle(document.documentElement).colorScheme") == theme


@pytest.mark.parametrize("width", [205, 344, 504])
def test_the_card_fits_its_width_and_tells_its_height(demo: Demo, page: Page, width: int) -> None:
    card = card_of(demo.open_order(page, width=str(width)))
    overflow = card.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0
    frame = page.locator("iframe")
    expect(frame).not_to_have_css("height", "200px")  # what Dashboard gives until it is told
    # What comes later makes it taller, and is told again.
    comes_true(card, "document.documentElement.scrollHeight - document.documentElement.clientHeight <= 1")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(demo: Demo, page: Page, theme: str) -> None:
    card = card_of(demo.open_order(page, theme=theme))
    if theme == "dark":  # the frame is transparent, and axe takes what it cannot see for white
        card.evaluate("document.documentElement.style.background = 'hsl(232 17% 18%)'")
    assert serious_faults(card) == []


def test_the_card_is_reached_and_refreshed_by_keyboard(demo: Demo, page: Page) -> None:
    card = card_of(demo.open_order(page))
    button = card.get_by_role("button", name="Refresh")
    button.focus()
    with page.expect_response(lambda answer: "/graphql/staff" in answer.url) as answered:
        page.keyboard.press("Enter")
    assert answered.value.status == 200


def test_staff_without_the_permission_read_why(demo: Demo, page: Page) -> None:
    frame = demo.open_order(page, **{"as": "catalogue"})
    expect(frame.get_by_text(re.compile("permission", re.IGNORECASE)).first).to_be_visible()
    assert "ayse@example.com" not in frame.locator("body").inner_text()


def test_nothing_but_the_language_is_stored_and_nobody_else_is_called(demo: Demo, page: Page) -> None:
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    card = card_of(demo.open_order(page, locale="tr"))
    card.wait_for_selector("html[lang=tr]")
    assert hosts <= {demo.url.split("/")[2], demo.running.url.split("/")[2]}
    assert page.context.cookies() == []
    assert card.evaluate("[{...localStorage}, {...sessionStorage}]") == [{"saleor-support:locale": "tr"}, {}]


def test_opened_by_itself_the_card_says_where_it_belongs(demo: Demo, page: Page) -> None:
    page.goto(f"{demo.running.url}/dashboard/order")
    expect(page.get_by_text(re.compile("Dashboard")).first).to_be_visible(timeout=20_000)  # it waits ten seconds


@pytest.mark.parametrize("path", ["/", "/about", "/privacy"])
@pytest.mark.parametrize("locale", ["en-GB", "tr-TR"])
def test_our_own_pages_speak_the_readers_language(demo: Demo, page: Page, path: str, locale: str) -> None:
    page.set_extra_http_headers({"Accept-Language": locale})
    page.goto(demo.running.url + path)
    assert page.evaluate("document.documentElement.lang") == locale[:2]
    assert serious_faults(page) == []

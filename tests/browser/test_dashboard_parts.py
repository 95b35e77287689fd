"""What the app puts beside Dashboard's own pages: its popup, its cards and its commands, with every process running."""

import pytest
from playwright.sync_api import Frame, Page, expect

from .axe import is_well
from .demo import Demo
from .visiting import enter

pytestmark = pytest.mark.browser

LOOKS = [("light", "en"), ("dark", "tr")]
DARK = "document.documentElement.style.background = 'hsl(232 17% 18%)'"


def inside(page: Page, where: str) -> Frame:
    element = page.wait_for_selector(f"{where} iframe")
    assert element is not None
    frame = element.content_frame()
    assert frame is not None
    return frame


def looks_well(page: Page, frame: Frame, theme: str) -> None:
    if theme == "dark":  # the frame is transparent, and axe takes what it cannot see for white
        frame.evaluate(DARK)
    is_well(frame)


@pytest.mark.parametrize(("theme", "locale"), LOOKS)
def test_a_ticket_about_some_lines_is_opened_over_an_order(demo: Demo, page: Page, theme: str, locale: str) -> None:
    demo.wait_until_settled()
    demo.forget_how_often()
    page.goto(f"{demo.url}/dashboard/orders/{demo.orders()[0]}?theme={theme}&locale={locale}")
    page.locator(".actions").get_by_role("button", name="Support ticket").click()
    popup = inside(page, "#popup")
    expect(popup.get_by_role("heading", name="#6")).to_be_visible()
    popup.get_by_role("checkbox").first.check()
    looks_well(page, popup, theme)
    subject = f"A towel for {theme}"
    popup.locator("#subject").fill(subject)
    popup.locator("textarea").fill("We send another one today.")
    popup.locator("button[type=submit]").click()
    # What was opened stands on the order's card, which nobody reloads: the popup tells it.
    card = inside(page, "#extensions")
    expect(card.get_by_text(subject).first).to_be_visible()
    looks_well(page, card, theme)


@pytest.mark.parametrize(("theme", "locale"), LOOKS)
def test_a_customers_card_shows_what_they_bought(demo: Demo, page: Page, theme: str, locale: str) -> None:
    demo.wait_until_settled()
    page.goto(f"{demo.url}/dashboard/customers?theme={theme}&locale={locale}")
    page.get_by_role("link", name="Ayşe").first.click()
    card = inside(page, "#extensions")
    expect(card.get_by_text("#6").first).to_be_visible()
    looks_well(page, card, theme)


@pytest.mark.parametrize(("theme", "locale", "word"), [("light", "en", "Your queue"), ("dark", "tr", "Sıranız")])
def test_the_first_page_says_what_waits(demo: Demo, page: Page, theme: str, locale: str, word: str) -> None:
    demo.wait_until_settled()
    page.goto(f"{demo.url}/dashboard/?theme={theme}&locale={locale}")
    card = inside(page, "#extensions")
    expect(card.get_by_role("heading", name=word)).to_be_visible()
    looks_well(page, card, theme)


def test_the_search_offers_the_inbox_everywhere_and_a_ticket_on_an_order(demo: Demo, page: Page) -> None:
    enter(page, demo)
    page.goto(f"{demo.url}/dashboard/?locale=en")
    page.keyboard.press("Control+k")
    search = page.get_by_role("dialog", name="Search")
    expect(search.get_by_role("listitem")).to_have_text(["Find a ticket"])
    search.get_by_role("button", name="Find a ticket").click()
    inbox = inside(page, "#app-page")
    expect(inbox.get_by_role("textbox", name="Search")).to_be_visible()
    page.goto(f"{demo.url}/dashboard/orders/{demo.orders()[0]}?locale=en")
    page.keyboard.press("Control+k")
    search.get_by_role("searchbox").fill("new t")
    expect(search.get_by_role("listitem")).to_have_text(["New ticket for this order"])
    is_well(page)
    search.get_by_role("button").click()
    expect(inside(page, "#popup").get_by_role("heading", name="#6")).to_be_visible()

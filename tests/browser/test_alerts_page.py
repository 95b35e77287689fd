"""The page that sounds and notifies, from the bell in Dashboard's frame to a chat that comes, in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .axe import is_well, serious_faults
from .demo import Demo
from .test_inbox_journey import Shopper
from .visiting import enter, followed, open_app, sit_down
from .waiting import comes_true

pytestmark = pytest.mark.browser

RUNG = """(() => {
  window.rung = 0;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...at) { window.rung += 1; return start.apply(this, at); };
})()"""
SHOWN = """navigator.serviceWorker.getRegistrations()
  .then((all) => Promise.all(all.map((one) => one.getNotifications())))
  .then((all) => all.flat().map((one) => one.body))"""


@pytest.fixture(autouse=True)
def _nobody_wrote_lately(demo: Demo) -> None:
    demo.forget_how_often()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    opened.add_init_script(RUNG)
    yield opened
    opened.close()


def said(page: Page, part: str) -> str:
    return page.locator(f"#{part} [data-state]:visible").inner_text()


def test_from_the_bell_to_a_chat_that_comes(demo: Demo, context: BrowserContext, phone: Page) -> None:
    page = context.new_page()
    enter(phone, demo)
    inbox = sit_down(page, demo)
    inbox.get_by_role("button", name="Sound and notifications").click()
    way = inbox.get_by_role("link", name="Open it")
    is_well(inbox)
    link = str(way.get_attribute("href"))
    alerts = followed(page, way)
    context.grant_permissions(["notifications"], origin=re.match(r"https?://[^/]+", alerts.url)[0])  # type: ignore[index]
    expect(alerts.locator("#line [data-state=open]")).to_be_visible()
    assert "#" not in alerts.url
    assert alerts.evaluate("window.opener") is None
    assert said(alerts, "seat").startswith("You take chats")
    alerts.get_by_role("checkbox", name="Notifications").check()
    alerts.get_by_role("button", name="Try it").press("Enter")
    expect(alerts.locator("#tried")).to_contain_text("You should have heard two notes.")
    expect(alerts.locator("#tried")).to_contain_text("A notification should stand")
    assert serious_faults(alerts) == []
    before = alerts.evaluate("window.rung")

    Shopper(phone).begins("Is the lamp in stock?")
    expect(alerts.get_by_role("log")).to_contain_text("A chat is yours now")
    expect(alerts.locator("#many-mine")).to_have_text("1")
    comes_true(alerts, f"({SHOWN}).then((all) => all.includes('A chat is yours now'))")
    assert alerts.evaluate("window.rung") == before + 2
    assert "lamp" not in alerts.locator("body").inner_text()

    inbox.get_by_text("Away", exact=True).click()
    expect(alerts.locator("#seat [data-state=away]")).to_be_visible()
    alerts.reload()
    expect(alerts.locator("#line [data-state=open]")).to_be_visible()  # by its own token
    thief = context.browser.new_context().new_page()  # type: ignore[union-attr]
    thief.goto(link)
    expect(thief.locator("#line [data-state=ended]")).to_be_visible()
    expect(thief.locator("#work")).to_be_hidden()
    thief.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_and_says_where_the_browser_refuses(demo: Demo, browser: Browser, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="tr-TR", color_scheme=scheme)  # type: ignore[arg-type]
    dashboard = context.new_page()
    dashboard.goto(f"{demo.url}/dashboard/?locale=tr")
    inbox = open_app(dashboard)
    inbox.get_by_role("button", name="Ses ve bildirimler").click()
    alerts = followed(dashboard, inbox.get_by_role("link", name="Aç", exact=True))
    alerts.set_viewport_size({"width": 360, "height": 740})
    expect(alerts.locator("#line [data-state=open]")).to_be_visible()
    alerts.get_by_text("Bu sayfa kapalıyken de").click()  # a browser without a head answers no
    expect(alerts.locator("#pushed-note [data-state=blocked]")).to_be_visible()
    expect(alerts.get_by_role("checkbox", name="Bu sayfa kapalıyken de")).not_to_be_checked()
    assert serious_faults(alerts) == []
    assert alerts.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()

"""The launcher says how the shop can be reached now, by the hours that the merchant sets in Dashboard."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from .axe import is_well
from .demo import Demo
from .visiting import enter, go_to, open_app

pytestmark = pytest.mark.browser

# The merchant's zone, and that of the browser's clock.
ISTANBUL = ZoneInfo("Europe/Istanbul")
WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
PHONE = "+442079460123"


@pytest.fixture(autouse=True)
def _hours_come_back(demo: Demo) -> Iterator[None]:
    """Other tests find the shop open round the clock, as the demo begins."""
    demo.wait_until_settled()
    with demo.running.database() as database:
        before = database.execute("select id, data::text from support_namedconfiguration").fetchall()
        yield
        for row, data in before:
            database.execute("update support_namedconfiguration set data = %s where id = %s", [data, row])


def opened_chat(page: Page, demo: Demo) -> Locator:
    enter(page, demo)
    page.get_by_role("button", name="Help").click()
    chat = page.get_by_role("dialog", name="Demo shop")
    expect(chat).to_be_visible()
    return chat


def way(chat: Locator, name: str) -> Locator:
    return chat.get_by_role("list", name="Ways to reach us").get_by_role("link", name=name)


def open_only_on(settings: Frame, day: str) -> None:
    """As a merchant does in the settings: hours on one day, none on the others."""
    settings.get_by_role("link", name="Demo shop").click()
    for other in WEEK:
        hours = settings.get_by_role("group", name=other, exact=True)
        expect(hours.get_by_label(f"{other} opens")).to_have_value("00:00")
        if other != day:
            hours.get_by_role("button", name=f"Remove these hours of {other}").click()
            expect(hours).to_contain_text("Closed")
    settings.get_by_label(f"{day} opens").fill("09:00")
    settings.get_by_label(f"{day} closes").fill("18:00")
    is_well(settings)
    settings.get_by_role("button", name="Save", exact=True).click()


def test_the_launcher_shows_the_ways_that_are_open_now(demo: Demo, page: Page) -> None:
    chat = opened_chat(page, demo)
    expect(chat).to_contain_text("Open now")
    expect(way(chat, "WhatsApp")).to_have_attribute("href", "https://wa.me/447700900123")
    expect(way(chat, "Phone")).to_have_attribute("href", f"tel:{PHONE}")
    expect(way(chat, "Phone")).to_contain_text(PHONE)
    expect(way(chat, "E-mail")).to_have_attribute("href", "mailto:help@demo-shop.example")
    expect(chat.get_by_role("heading", name="Write to us")).to_be_visible()
    is_well(page)

    # Three days from now is neither today nor tomorrow, whatever midnight passes meanwhile.
    day = WEEK[(datetime.now(ISTANBUL) + timedelta(days=3)).weekday()]
    go_to(page, "Dashboard")
    open_only_on(open_app(page, "Settings"), day)
    expect(page.locator("#toasts")).to_contain_text("Saved")

    chat = opened_chat(page, demo)
    expect(chat).to_contain_text(f"Closed now. Back on {day} at 9:00 AM.")
    for name in ("WhatsApp", "Phone"):
        expect(way(chat, name)).to_contain_text(f"Opens on {day} at 9:00 AM")
    expect(way(chat, "Phone")).not_to_contain_text(PHONE)
    # What is written waits to be read, so these are never closed.
    expect(way(chat, "E-mail")).to_contain_text("help@demo-shop.example")
    expect(chat.get_by_role("button", name="Send")).to_be_visible()
    is_well(page)

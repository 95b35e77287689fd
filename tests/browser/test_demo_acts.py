"""What a visitor of the demo makes happen: each button, and what it leads to, as they see it."""

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .axe import serious_faults
from .demo import Demo

pytestmark = pytest.mark.browser

# A mail waits for the next sweeps of the worker; a busy machine needs longer.
SOON = 60_000


@pytest.fixture
def visitor(page: Page, demo: Demo) -> Page:
    """On the shop's home page, once the app is installed in it."""
    page.goto(f"{demo.url}/en/eu/")
    expect(page.get_by_role("link", name="Open the inbox")).to_be_visible(timeout=SOON)
    return page


def press(visitor: Page, name: str) -> Locator:
    """Press a button of the menu and return what was said about it."""
    visitor.locator(".demo-acts summary").click()
    visitor.get_by_role("button", name=name).click(no_wait_after=True)
    said = visitor.locator(".demo-said")
    said.wait_for(timeout=SOON)
    return said


def open_mail(visitor: Page, demo: Demo, about: str) -> None:
    """Open the newest mail that says this in the list, which grows by itself, and its text."""
    visitor.goto(f"{demo.url}/outbox/?language=en")
    visitor.locator(".mails a", has_text=about).first.click(timeout=SOON)
    visitor.locator(".plain summary").click()


def followed(context: BrowserContext, link: Locator) -> Page:
    with context.expect_page() as opened:
        link.click()
    return opened.value


def test_a_cart_that_was_left_is_reminded_of_and_found_again(visitor: Page, demo: Demo) -> None:
    before = visitor.locator("[data-mails]").text_content() or ""
    said = press(visitor, "Abandon a cart").text_content() or ""
    email, things = re.findall(r"(\S+@example\.com) left a cart with (.+) an hour ago", said)[0]
    # The page counts mails by itself.
    expect(visitor.locator("[data-mails]")).not_to_have_text(before, timeout=SOON)
    open_mail(visitor, demo, email)
    cart = followed(visitor.context, visitor.locator('.plain a[href*="/cart?checkout="]'))
    expect(cart).to_have_url(f"{demo.url}/en/eu/cart")
    for thing in things.split(", "):
        expect(cart.locator(".lines")).to_contain_text(thing)


def test_a_day_after_the_parcel_its_buyer_is_asked_for_a_review(visitor: Page, demo: Demo) -> None:
    expect(press(visitor, "Deliver a parcel")).to_contain_text("is delivered")
    said = press(visitor, "A day later")
    expect(said).to_have_text(re.compile(r"A day has passed.* new mails? in the outbox"))
    assert serious_faults(visitor) == []
    open_mail(visitor, demo, "ayse@example.com")
    review = followed(visitor.context, visitor.locator('.plain a[href*="/r/"]'))
    expect(review.locator("form")).to_be_visible()
    expect(press(visitor, "An hour later")).to_contain_text("An hour has passed")


def test_saleor_goes_down_and_comes_back(visitor: Page) -> None:
    expect(press(visitor, "Take Saleor down")).to_contain_text("Saleor is down")
    expect(visitor.locator(".demo-down")).to_be_visible()
    expect(press(visitor, "Bring Saleor back")).to_contain_text("Saleor is back")


def test_a_message_in_the_chat_is_answered_by_staff_and_read_by_its_shopper(visitor: Page) -> None:
    visitor.get_by_role("button", name="Open the chat").click()
    visitor.get_by_label("Message", exact=True).fill("Does the blanket come in green?")
    visitor.get_by_label("E-mail", exact=True).fill("visitor@example.com")
    visitor.get_by_role("button", name="Send").click()
    expect(visitor.locator("support-chat")).to_contain_text("Your number is")
    desk = followed(visitor.context, visitor.get_by_role("link", name="Open the inbox"))
    inbox = desk.frame_locator("#app-page iframe")
    inbox.get_by_text("Does the blanket come in green?").first.click()
    inbox.get_by_label("Your reply").fill("Yes, from December on.")
    inbox.get_by_role("button", name="Send").click()
    visitor.bring_to_front()
    expect(visitor.locator("support-chat")).to_contain_text("Yes, from December on.", timeout=SOON)


def test_the_steps_are_shown_on_a_phone_and_in_turkish(visitor: Page, demo: Demo) -> None:
    visitor.set_viewport_size({"width": 390, "height": 844})
    visitor.goto(f"{demo.url}/tr/tr/")
    expect(visitor.locator(".steps li")).to_have_count(3)
    assert serious_faults(visitor) == []
    assert visitor.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0

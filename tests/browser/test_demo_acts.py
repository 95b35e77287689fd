"""What a visitor of the demo makes happen by its bar, where no journey does."""

import re

import pytest
from playwright.sync_api import Page, expect

from .axe import is_well
from .demo import Demo
from .visiting import SOON, enter, followed, go_to, mails_to, open_mail, press

pytestmark = pytest.mark.browser


@pytest.fixture
def visitor(page: Page, demo: Demo) -> Page:
    enter(page, demo)
    return page


def abandon_a_cart(visitor: Page) -> tuple[str, list[str]]:
    """Press the button; return whose cart it is, and what is in it."""
    said = press(visitor, "Abandon a cart").text_content() or ""
    email, things = re.findall(r"(\S+@example\.com) left a cart with (.+) an hour ago", said)[0]
    return email, things.split(", ")


def test_a_cart_that_was_left_is_reminded_of_and_found_again(visitor: Page, demo: Demo) -> None:
    before = visitor.locator("[data-mails]").text_content() or ""
    email, things = abandon_a_cart(visitor)
    # The page counts mails by itself.
    expect(visitor.locator("[data-mails]")).not_to_have_text(before, timeout=SOON)
    go_to(visitor, "Outbox")
    mail = open_mail(visitor, mails_to(visitor, email))
    cart = followed(visitor, mail.get_by_role("link", name="Back to my basket"))
    expect(cart).to_have_url(f"{demo.url}/en/eu/cart")
    for thing in things:
        expect(cart.locator(".lines")).to_contain_text(thing)


def test_a_list_of_mails_that_grows_leaves_the_menu_open(visitor: Page) -> None:
    go_to(visitor, "Outbox")
    email, _ = abandon_a_cart(visitor)
    visitor.locator(".demo-acts summary").click()
    expect(mails_to(visitor, email)).to_have_count(1, timeout=SOON)
    expect(visitor.get_by_role("button", name="Abandon a cart")).to_be_visible()


def test_saleor_goes_down_and_comes_back(visitor: Page) -> None:
    expect(press(visitor, "Take Saleor down")).to_contain_text("Saleor is down")
    expect(visitor.locator(".demo-down")).to_be_visible()
    expect(press(visitor, "Bring Saleor back")).to_contain_text("Saleor is back")


def test_the_steps_are_shown_on_a_phone_and_in_turkish(visitor: Page, demo: Demo) -> None:
    visitor.set_viewport_size({"width": 390, "height": 844})
    visitor.goto(f"{demo.url}/tr/tr/")
    expect(visitor.locator(".steps li")).to_have_count(3)
    is_well(visitor)

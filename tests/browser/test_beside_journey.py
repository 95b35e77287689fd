"""A shopper chats, a member of staff mends their cart, and the shopper buys on in it."""

import re

import pytest
from playwright.sync_api import Frame, Page, expect

from .axe import is_well
from .demo import Demo
from .visiting import enter, sit_down, wait_until_chat_is_offered

pytestmark = pytest.mark.browser

QUESTION = "Do you have a pot that goes with it?"
POT = "Copper coffee pot"


@pytest.fixture(autouse=True)
def _nobody_wrote_lately(demo: Demo) -> None:
    demo.forget_how_often()


def ask_with_a_cart(phone: Page, demo: Demo) -> None:
    """Put a notebook into the cart, and write from the page of another product."""
    phone.goto(f"{demo.url}/en/eu/products/notebook")
    phone.get_by_role("button", name="Add to bag").tap()
    expect(phone.locator(".pieces")).to_have_text("1")
    wait_until_chat_is_offered(phone)
    phone.goto(f"{demo.url}/en/eu/products/desk-lamp")
    phone.get_by_role("button", name="Help").tap()
    phone.get_by_label("Message", exact=True).fill(QUESTION)
    phone.get_by_role("button", name="Send").tap()
    expect(phone.get_by_role("log")).to_contain_text(QUESTION)


def open_the_chat(page: Page, inbox: Frame) -> None:
    inbox.get_by_role("link").filter(has_text=QUESTION).first.click()
    expect(inbox.get_by_role("article")).to_contain_text(QUESTION)


def test_staff_put_a_product_into_the_cart_and_the_shopper_buys_on(demo: Demo, page: Page, phone: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    enter(phone, demo)
    inbox = sit_down(page, demo)

    ask_with_a_cart(phone, demo)
    open_the_chat(page, inbox)
    cart = inbox.locator(".cart-now")
    expect(cart).to_contain_text("Notebook")
    expect(inbox.get_by_role("link", name="Desk lamp", exact=True)).to_be_visible()  # the page that they are on
    inbox.get_by_label("Find a product").fill("pot")
    inbox.get_by_role("button", name=f"Put in {POT}").click()
    expect(cart).to_contain_text(POT)
    inbox.get_by_role("button", name=f"Show {POT} in the chat").click()
    inbox.get_by_label("Voucher or gift card code").fill("NOTHING")
    inbox.get_by_role("button", name="Apply").click()
    expect(page.locator("#toasts")).to_contain_text("The shop does not take this code for this cart.")
    inbox.get_by_role("button", name="Send the way to the checkout").click()
    is_well(inbox)

    log = phone.get_by_role("log")
    expect(log).to_contain_text(f"1 × {POT}")
    expect(log).to_contain_text("€19.90")
    expect(log).not_to_contain_text("NOTHING")
    expect(inbox.locator(".outcome")).to_have_count(0)
    with phone.expect_navigation():
        log.get_by_role("link", name="Go to the checkout").tap()
    expect(inbox.locator(".outcome")).to_have_text(re.compile(r"^Opened \S+"))  # nobody reloads the inbox
    expect(phone.locator("main")).to_contain_text("Notebook")
    expect(phone.locator("main")).to_contain_text(POT)

    inbox.get_by_role("button", name="End chat").click()
    expect(inbox.get_by_text("The cart can be changed only while the chat goes on")).to_be_visible()
    is_well(inbox)

"""A shop whose own page finds out what to do with the cart of a mail, as the demo's does."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from .axe import is_well
from .demo import Demo
from .visiting import SOON, enter, followed, go_to, mails_to, open_mail, press

pytestmark = pytest.mark.browser

PLAN = {
    "steps": [{"after_minutes": 60, "when": {"is": "ALL", "of": []}, "voucher": False}],
    "holdout_percent": 0,
    "voucher": None,
    "way_back": "PAGE",
}
SAVE = """insert into support_cartplan (store_id, channel_slug, version, data, made_at, made_by)
    select id, 'eu', %s, %s, now(), '' from support_store"""
COOKIE = "checkoutId-eu"


@pytest.fixture
def page_finds_out(demo: Demo) -> Iterator[None]:
    demo.wait_until_settled()
    with demo.running.database() as database:
        database.execute(SAVE, [1, json.dumps(PLAN)])
        yield
        database.execute(SAVE, [2, "{}"])


def kept_cart(page: Page) -> str:
    return next((one["value"] for one in page.context.cookies() if one.get("name") == COOKIE), "")


@pytest.mark.usefixtures("page_finds_out")
def test_a_page_that_finds_out_itself_opens_the_cart_anew_and_keeps_its_own(demo: Demo, page: Page) -> None:
    enter(page, demo)
    said = press(page, "Abandon a cart").text_content() or ""
    email, things = re.findall(r"(\S+@example\.com) left a cart with (.+) an hour ago", said)[0]
    go_to(page, "Outbox")
    mail = open_mail(page, mails_to(page, email))
    link = mail.get_by_role("link", name="Back to my basket")
    expect(link).to_be_visible(timeout=SOON)
    with demo.running.database() as database:
        [(left,)] = database.execute("select saleor_id from support_cart where email = %s", [email]).fetchall()

    cart = followed(page, link)
    for thing in things.split(", "):
        expect(cart.locator(".lines")).to_contain_text(thing)
    expect(cart).to_have_url(f"{demo.url}/en/eu/cart")  # the token is gone from the address
    assert kept_cart(page) not in ("", left)
    is_well(cart)

    page.context.add_cookies([{"name": COOKIE, "value": str(left), "url": demo.url}])
    again = followed(page, link)
    expect(again.locator(".lines")).to_contain_text(things.split(", ")[0])
    assert kept_cart(page) == left

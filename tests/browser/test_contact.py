"""How to reach the shop: the block on its page, a call, and the page of our own origin, in a real browser."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .axe import serious_faults
from .demo import Demo
from .shop_page import ShopPage
from .test_chat import contact_with, launcher, letters_are_taken, part

pytestmark = pytest.mark.browser

CRISP = {"kind": "crisp", "url": "https://client.crisp.chat", "token": "0a1b2c3d", "open": True, "opens_at": None}


@pytest.fixture(autouse=True, scope="module")
def _letters_are_taken(demo: Demo, shop: ShopPage) -> Iterator[None]:
    with letters_are_taken(demo, shop):
        yield


@pytest.fixture(autouse=True)
def _nobody_wrote_lately(demo: Demo) -> None:
    demo.forget_how_often()


def block(page: Page, name: str) -> Any:
    return page.locator(f"support-contact [part~={name}]")


@pytest.mark.parametrize(
    ("lang", "title", "call"), [("en", "How to reach us", "Phone"), ("tr", "Bize ulaşın", "Telefon")]
)
def test_the_block_says_every_way_and_moves_nothing(
    shop: ShopPage, page: Page, lang: str, title: str, call: str
) -> None:
    page.goto(shop.address(contact="1", lang=lang))
    expect(block(page, "title")).to_have_text(title)
    expect(block(page, "way").filter(has_text=call)).to_have_attribute("href", "tel:+442079460123")
    assert serious_faults(page) == []
    assert page.evaluate("window.seen.violations") == []


def test_a_call_is_wished_for_from_the_block_with_what_the_page_is_about(
    demo: Demo, shop: ShopPage, page: Page
) -> None:
    page.goto(shop.address(contact="1", chat="1", about="Linen shirt"))
    block(page, "way").filter(has_text="Have us call you").click()
    expect(part(page, "about")).to_have_text("About: Linen shirt")
    expect(page.get_by_label("Phone number")).to_be_focused()
    page.get_by_label("Phone number").fill("+44 20 7946 0958")
    expect(page.get_by_label("When").locator("option").first).to_be_attached()
    assert serious_faults(page) == []
    part(page, "send").click()
    expect(part(page, "notice")).to_have_text(re.compile(r"We call you .* at \+44 20 7946 0958\."))
    with demo.running.database() as database:
        row = database.execute(
            """select t.kind, t.phone, t.call_at > now(), m.text from support_ticket t
            join support_conversationmessage m using (conversation_id) order by t.id desc limit 1"""
        ).fetchone()
    assert row == ("CALLBACK", "+442079460958", True, "product · Linen shirt · UHJvZHVjdDo3Mg==")


def test_a_shopper_takes_away_what_the_page_is_about(shop: ShopPage, page: Page) -> None:
    page.goto(shop.address(chat="1", about="Linen shirt"))
    launcher(page).click()
    page.get_by_role("button", name="Do not mention Linen shirt").press("Enter")
    expect(part(page, "about")).to_have_text("")
    expect(page.get_by_label("Message")).to_be_focused()


def test_no_third_party_is_asked_before_the_shopper_said_so(shop: ShopPage, page: Page) -> None:
    """And on a page whose policy forbids the tool, the panel says that it does not open."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    contact_with(page, channels=[CRISP, {"kind": "form", "url": None, "open": True, "opens_at": None}])
    page.goto(shop.address(chat="1"))
    launcher(page).click()
    part(page, "way").click()
    expect(part(page, "notice")).to_contain_text("client.crisp.chat, which may set cookies")
    assert [url for url in asked if "crisp" in url] == []
    part(page, "undo").click()
    expect(part(page, "notice")).to_have_text("It does not open right now. Please use another way.")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(("lang", "title"), [("en", "How to reach us"), ("tr", "Bize ulaşın")])
def test_our_own_page_says_it_to_people_and_to_programs(
    shop: ShopPage, page: Page, lang: str, title: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{shop.service}/s/{shop.store}/eu/contact?lang={lang}")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    points = json.loads(page.locator('script[type="application/ld+json"]').text_content() or "")
    assert "+44 7700 900123" in [point.get("telephone") for point in points["contactPoint"]]
    assert serious_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

"""Questions and answers on a shop's page, in a real browser."""

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from .axe import is_well
from .shop_page import ShopPage

pytestmark = pytest.mark.browser

PRODUCT = "UHJvZHVjdDox"
LONG = "Does it light the whole desk, " * 30 + "x" * 200
QUESTION = {
    "id": "UXVlc3Rpb246NDE=",
    "text": "Işığı kısılıyor mu?",
    "author": "Can",
    "language": "tr",
    "created_at": "2026-11-20T12:04:00+00:00",
    "answers": [
        {"text": "Evet.", "author": "Aurora Lights", "by": "shop", "created_at": "2026-11-20T14:30:00+00:00"},
        {"text": LONG, "author": "Ada Y.", "by": "buyer", "created_at": "2026-11-21T14:30:00+00:00"},
    ],
}
QUESTIONS = [
    QUESTION
    | {"id": str(place), "text": LONG if place % 2 else QUESTION["text"], "answers": QUESTION["answers"][:place]}
    for place in range(10)
]
FIRST = {"product": PRODUCT, "count": 12, "questions": QUESTIONS, "after": "9", "until": "2026-11-24T00:00:00+00:00"}
HEADERS = {"Access-Control-Allow-Origin": "*", "Content-Type": "application/json"}
PREFLIGHT = {"Access-Control-Allow-Headers": "authorization, content-type", "Access-Control-Allow-Methods": "POST"}


def answer_with(page: Page, status: int = 200, **sent: Any) -> list[Any]:
    """Let the service say this of the product, and this to what is sent; returned is what was."""
    took: list[Any] = []

    def read(route: Route) -> None:
        later = FIRST | {"questions": [QUESTION | {"id": f"later-{place}"} for place in range(2)], "after": None}
        route.fulfill(body=json.dumps(later if "after=" in route.request.url else FIRST), headers=HEADERS)

    def take(route: Route) -> None:
        if route.request.method == "OPTIONS":
            return route.fulfill(status=204, headers=HEADERS | PREFLIGHT)
        took.append((route.request.post_data_json, route.request.headers.get("authorization")))
        return route.fulfill(status=status, body=json.dumps(sent or {"ok": True}), headers=HEADERS)

    page.route("**/questions/**", read)
    page.route("**/questions", take)
    page.route("**/answers", take)
    return took


def part(page: Page, name: str) -> Locator:
    return page.locator(f"support-questions [part={name}]")


def read_all(page: Page) -> None:
    page.locator("support-questions").scroll_into_view_if_needed()
    expect(part(page, "line")).to_be_visible()
    if part(page, "button").count():
        part(page, "button").click()
    expect(part(page, "list")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("locale", "direction", "width"), [("en", "rtl", 1280), ("tr", "ltr", 360), ("en", "ltr", 280)]
)
def test_it_fits_and_can_be_read_everywhere(
    shop: ShopPage, page: Page, scheme: Any, locale: str, direction: str, width: int
) -> None:
    answer_with(page)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(shop.address(questions=PRODUCT, lang=locale, dir=direction))
    read_all(page)
    is_well(page)
    part(page, "ask").click()
    expect(part(page, "form")).to_be_visible()
    part(page, "send").click()
    expect(part(page, "form").locator("[aria-invalid=true]")).to_be_focused()
    is_well(page)


def test_nothing_moves_before_somebody_taps(shop: ShopPage, page: Page) -> None:
    answer_with(page)
    page.goto(shop.address(questions=PRODUCT))
    expect(part(page, "line")).to_be_visible()
    assert page.evaluate("[window.seen.shift, window.seen.violations]") == [0, []]


def test_by_keyboard_alone_somebody_asks_and_reads_on(shop: ShopPage, page: Page) -> None:
    took = answer_with(page)
    page.goto(shop.address(questions=PRODUCT))
    read_all(page)
    part(page, "ask").focus()
    page.keyboard.press("Enter")
    expect(part(page, "form").get_by_label("Your question")).to_be_focused()
    page.keyboard.type("Does it dim?")
    page.keyboard.press("Escape")
    expect(part(page, "form")).to_have_count(0)
    expect(part(page, "ask")).to_be_focused()
    page.keyboard.press("Enter")
    expect(part(page, "form").get_by_label("Your question")).to_have_value("Does it dim?")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(part(page, "send")).to_be_focused()
    page.keyboard.press("Enter")
    expect(part(page, "thanks").first).to_contain_text("Thank you")
    expect(part(page, "ask")).to_be_focused()
    assert [one[0]["text"] for one in took] == ["Does it dim?"]
    part(page, "more").focus()
    page.keyboard.press("Enter")
    expect(part(page, "question")).to_have_count(12)
    expect(part(page, "question").nth(10)).to_be_focused()
    expect(part(page, "more")).to_have_count(0)


def test_who_is_signed_in_answers_with_the_token_that_saleor_gave_them(shop: ShopPage, page: Page) -> None:
    took = answer_with(page)
    page.goto(shop.address(questions=PRODUCT))
    read_all(page)
    expect(part(page, "answer-button")).to_have_count(0)
    page.evaluate("window.SaleorSupport.push(['identify', 'a.shopper.token'])")
    part(page, "answer-button").first.click()
    part(page, "form").get_by_label("Your answer").fill("It dims.")
    part(page, "send").click()
    expect(part(page, "thanks").filter(has_text="reads your answer")).to_be_visible()
    assert took == [({"locale": "en", "question": "0", "text": "It dims.", "author": ""}, "Bearer a.shopper.token")]
    is_well(page)


def test_what_was_typed_stays_where_the_service_does_not_take_it(shop: ShopPage, page: Page) -> None:
    answer_with(page, status=429, error={"code": "LIMITED"})
    page.goto(shop.address(questions=PRODUCT))
    read_all(page)
    part(page, "ask").click()
    part(page, "form").get_by_label("Your question").fill("Does it dim?")
    part(page, "send").click()
    expect(page.get_by_role("alert")).to_have_text("That was a lot. Try again in an hour.")
    expect(part(page, "form").get_by_label("Your question")).to_have_value("Does it dim?")

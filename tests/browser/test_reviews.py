"""Reviews on a shop's page, in a real browser."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .axe import serious_faults
from .shop_page import ShopPage

pytestmark = pytest.mark.browser

PRODUCT = "UHJvZHVjdDox"
LONG = "It lights the whole desk, and does not flicker. " * 30
REVIEW = {
    "id": "UmV2aWV3OjQx",
    "stars": 4,
    "title": "Güzel ışık",
    "text": "Kablosu biraz kısa.",
    "author": "Ayşe K.",
    "language": "tr",
    "created_at": "2026-11-20T12:04:00+00:00",
    "verified": True,
}
REVIEWS = [REVIEW | {"stars": 5 - place % 5, "text": LONG if place % 2 else REVIEW["text"]} for place in range(20)]
STARS = {"5": 80, "4": 25, "3": 10, "2": 5, "1": 8}
SUMMARY = {"product": PRODUCT, "count": 128, "average": "4.3", "stars": STARS, "until": "2026-11-24T00:00:00+00:00"}


def answer_with(page: Page, *reviews: dict[str, Any], **changed: Any) -> None:
    """Let the service say this of the product: what the demo store has not, or what a broken one would say."""
    body = json.dumps(SUMMARY | {"reviews": reviews} | changed)
    headers = {"Access-Control-Allow-Origin": "*", "Content-Type": "application/json"}
    page.route("**/reviews/**", lambda route: route.fulfill(body=body, headers=headers))


def part(page: Page, name: str) -> Locator:
    return page.locator(f"support-reviews [part={name}]")


def read_all(page: Page) -> None:
    button = part(page, "button")
    expect(part(page, "line")).to_be_visible()
    if button.count():
        button.click()
    expect(part(page, "list")).to_be_visible()


def test_the_service_knows_a_product_that_nobody_reviewed(shop: ShopPage, page: Page) -> None:
    page.goto(shop.address(reviews="UHJvZHVjdDo5OTk5", lang="tr"))
    expect(part(page, "line")).to_have_text("Henüz değerlendirme yok")
    assert page.evaluate("[window.seen.shift, window.seen.violations]") == [0, []]


@pytest.mark.parametrize(
    ("locale", "average", "count", "newest"),
    [
        ("en", "4.3", "128 reviews", "The newest 20 are shown."),
        ("tr", "4,3", "128 değerlendirme", "En yeni 20 değerlendirme gösteriliyor."),
    ],
)
def test_a_shopper_reads_what_buyers_say(
    shop: ShopPage, page: Page, locale: str, average: str, count: str, newest: str
) -> None:
    answer_with(page, *REVIEWS)
    page.goto(shop.address(reviews=PRODUCT, lang=locale))
    expect(part(page, "average")).to_have_text(average)
    expect(part(page, "count")).to_have_text(count)
    read_all(page)
    expect(part(page, "histogram-row")).to_have_count(5)
    expect(part(page, "review")).to_have_count(5)
    part(page, "all").click()
    expect(part(page, "review")).to_have_count(20)
    expect(part(page, "note")).to_have_text(newest)
    assert page.evaluate("[window.seen.shift, window.seen.violations]") == [0, []]


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("reserved", [True, False])
def test_nothing_that_the_shopper_sees_moves_when_reviews_come(
    shop: ShopPage, page: Page, width: int, reserved: bool
) -> None:
    """Without the line of CSS in the shop's stylesheet it does, which shows that this test would see it."""
    answer_with(page, *REVIEWS)
    page.set_viewport_size({"width": width, "height": 800})
    held: list[Any] = []
    page.route("**/widget.js", lambda route: held.append(route))
    view = {} if reserved else {"unreserved": "1"}
    page.goto(shop.address(reviews=PRODUCT, **view), wait_until="commit")
    expect(page.get_by_text("Made to last.")).to_be_visible()
    page.wait_for_timeout(600)  # painted, and no input that would excuse what moves
    held[0].continue_()
    expect(part(page, "line")).to_be_visible()
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert (page.evaluate("window.seen.shift") > 0) is not reserved


def test_where_the_page_ends_below_the_screen_all_is_open_at_once(shop: ShopPage, page: Page) -> None:
    answer_with(page, *REVIEWS)
    page.set_viewport_size({"width": 390, "height": 300})
    page.goto(shop.address(reviews=PRODUCT))
    expect(part(page, "list")).to_be_visible()
    expect(part(page, "button")).to_have_count(0)


def test_only_long_texts_are_cut_and_can_be_read_whole(shop: ShopPage, page: Page) -> None:
    answer_with(page, REVIEW, REVIEW | {"text": LONG}, count=2, stars={"5": 0, "4": 2, "3": 0, "2": 0, "1": 0})
    page.goto(shop.address(reviews=PRODUCT))
    read_all(page)
    expect(part(page, "more")).to_have_count(2)
    expect(part(page, "more").first).to_be_hidden()
    text = part(page, "review-text").last
    short = text.bounding_box()
    part(page, "more").last.click()
    expect(part(page, "more").last).to_have_text("Less")
    tall = text.bounding_box()
    assert short is not None
    assert tall is not None
    assert tall["height"] > short["height"] * 1.5
    expect(part(page, "histogram")).to_have_count(0)


@pytest.mark.parametrize("locale", ["en", "tr"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_serious(shop: ShopPage, page: Page, locale: str, scheme: Any, width: int) -> None:
    answer_with(page, *REVIEWS)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(shop.address(reviews=PRODUCT, lang=locale))
    read_all(page)
    assert serious_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_from_right_to_left_the_stars_are_filled_from_the_right(shop: ShopPage, page: Page) -> None:
    answer_with(page, *REVIEWS)
    page.goto(shop.address(reviews=PRODUCT, dir="rtl"))
    stars, text = part(page, "stars").first.bounding_box(), part(page, "text").bounding_box()
    expect(part(page, "stars").first).to_have_css("scale", "-1 1")
    assert stars is not None
    assert text is not None
    assert stars["x"] > text["x"]


def test_a_shop_dresses_the_reviews_by_properties_and_parts(shop: ShopPage, page: Page) -> None:
    answer_with(page, *REVIEWS)
    page.goto(shop.address(reviews=PRODUCT))
    page.evaluate(
        """() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`support-reviews { --support-star-color: rgb(1, 2, 3); --support-color: rgb(4, 5, 6) }
                support-reviews::part(count) { text-transform: uppercase }`);
            document.adoptedStyleSheets = [sheet];
        }"""
    )
    expect(part(page, "stars").first).to_have_css("color", "rgb(1, 2, 3)")
    expect(part(page, "text")).to_have_css("color", "rgb(4, 5, 6)")
    expect(part(page, "count")).to_have_css("text-transform", "uppercase")


def test_far_reviews_are_not_fetched_until_the_shopper_comes_near(shop: ShopPage, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(shop.service)))
    page.goto(shop.address(reviews=PRODUCT, far="1"))
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "reviews" in url and url.startswith("/s")] == []
    page.locator("support-reviews").scroll_into_view_if_needed()
    expect(part(page, "line")).to_be_visible()
    ours = [url for url in asked if re.match(r"/s\w*/.*reviews", url)]
    assert len(ours) == 2
    assert re.fullmatch(r"/static/storefront_widget/support-reviews-[\w-]{8}\.js", ours[0])

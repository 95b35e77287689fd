"""Reviews on a shop's page, in a real browser."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from ..files.pictures import picture
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
    "edited_at": None,
    "variant": "Large",
    "verified": True,
    "incentivised": False,
    "answers": {"fit": "small"},
    "helpful": 3,
    "reply": {"text": "Teşekkürler!", "at": "2026-11-21T08:00:00+00:00"},
    "photos": [],
}
REVIEWS = [
    REVIEW | {"id": str(place), "stars": 5 - place % 5, "text": LONG if place % 2 else REVIEW["text"]}
    for place in range(10)
]
STARS = {"5": 80, "4": 25, "3": 10, "2": 5, "1": 8}
SUMMARY = {
    "product": PRODUCT,
    "count": 128,
    "average": "4.3",
    "stars": STARS,
    "verified": 120,
    "incentivised": 2,
    "rejected": {"SPAM": 2, "OFFENSIVE": 1},
    "after": "UmV2aWV3OjEw",
    "with_photos": 9,
    "photos": [],
    "praise": [
        {"word": "bright", "language": "en", "reviews": 12},
        {"word": "parlak", "language": "tr", "reviews": 12},
    ],
    "quote": {"review": "1", "text": "Masam ilk kez aydınlık.", "author": "Ayşe K.", "language": "tr"},
    "questions": 2,
    "aspects": [
        {
            "name": "fit",
            "question": {"en": "Size", "tr": "Beden"},
            "answers": [{"name": "small", "en": "Small", "tr": "Küçük"}],
        }
    ],
    "until": "2026-11-24T00:00:00+00:00",
}
HEADERS = {"Access-Control-Allow-Origin": "*", "Content-Type": "application/json"}


def answer_with(page: Page, *reviews: dict[str, Any], **changed: Any) -> list[str]:
    """Let the service say this of the product: what the demo store has not, or what a broken one would say.

    What is asked after the first page has two reviews; returned are the questions.
    """
    first = SUMMARY | {"reviews": reviews} | changed
    later = [REVIEW | {"id": f"later-{place}", "title": f"Later {place}"} for place in range(2)]
    asked: list[str] = []

    def answer(route: Route) -> None:
        query = route.request.url.partition("?")[2]
        if query:
            asked.append(query)
        rest = {"product": PRODUCT, "matching": 32, "reviews": later, "after": None}
        route.fulfill(body=json.dumps(rest if query else first), headers=HEADERS)

    page.route("**/reviews/**", answer)
    return asked


def photos_at(shop: ShopPage, page: Page, *numbers: int) -> list[dict[str, Any]]:
    """Return photos of the strip, each of which the service shows."""
    drawn = picture()
    headers = {"Content-Type": "image/jpeg", "Cross-Origin-Resource-Policy": "cross-origin"}
    page.route("**/f/**", lambda route: route.fulfill(body=drawn, headers=headers))
    addresses = {size: f"{shop.service}/f/{{}}/{edge}.webp" for size, edge in (("small", 320), ("large", 800))}
    return [
        {"review": "1", "author": f"Ada {number}", "stars": 5, "width": 800, "height": 600}
        | {size: address.format(number) for size, address in addresses.items()}
        for number in numbers
    ]


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
    ("locale", "average", "count", "about"),
    [
        (
            "en",
            "4.3",
            "128 reviews",
            "93% from verified buyers · 2 for a reward · 3 not published: advertising 2, insulting 1",
        ),
        (
            "tr",
            "4,3",
            "128 değerlendirme",
            "%93 doğrulanmış alıcılardan · 2 değerlendirme ödül karşılığı · "
            "3 değerlendirme yayımlanmadı: reklam 2, hakaret 1",
        ),
    ],
)
def test_a_shopper_reads_what_buyers_say(
    shop: ShopPage, page: Page, locale: str, average: str, count: str, about: str
) -> None:
    asked = answer_with(page, *REVIEWS, photos=photos_at(shop, page, 1, 2))
    page.goto(shop.address(reviews=PRODUCT, lang=locale))
    expect(part(page, "average")).to_have_text(average)
    expect(part(page, "count")).to_have_text(count)
    read_all(page)
    expect(part(page, "histogram-row")).to_have_count(5)
    expect(part(page, "about")).to_have_text(about)
    expect(part(page, "picture")).to_have_count(2)
    expect(part(page, "review")).to_have_count(5)
    part(page, "all").click()
    expect(part(page, "review")).to_have_count(10)
    part(page, "all").click()
    expect(part(page, "review")).to_have_count(12)
    expect(part(page, "all")).to_be_hidden()
    assert asked == ["sort=newest&after=UmV2aWV3OjEw"]
    assert page.evaluate("[window.seen.shift, window.seen.violations]") == [0, []]


def test_by_keyboard_a_shopper_chooses_and_takes_it_back(shop: ShopPage, page: Page) -> None:
    asked = answer_with(page, *REVIEWS)
    page.goto(shop.address(reviews=PRODUCT))
    read_all(page)
    row = page.get_by_role("button", name="4 stars 25")
    row.focus()
    page.keyboard.press("Enter")
    expect(part(page, "matching")).to_have_text("32 reviews match")
    expect(row).to_have_attribute("aria-pressed", "true")
    expect(part(page, "review")).to_have_count(2)
    page.get_by_label("Sort by").select_option("Most helpful")
    page.get_by_role("button", name="bright (12)").press("Space")
    expect(part(page, "chip")).to_have_text(["4 stars", "bright"])
    page.get_by_role("button", name="Without: 4 stars").press("Enter")
    expect(part(page, "chip")).to_have_text(["bright"])
    expect(part(page, "chip")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_label("Sort by").select_option("Newest")
    expect(part(page, "matching")).to_have_text("")
    expect(part(page, "review")).to_have_count(10)
    assert asked == [
        "sort=newest&stars=4",
        "sort=helpful&stars=4",
        "sort=helpful&stars=4&about=bright",
        "sort=helpful&about=bright",
        "sort=helpful",
    ]


def test_photos_are_looked_at_by_keyboard_and_left_again(shop: ShopPage, page: Page) -> None:
    answer_with(page, *REVIEWS, photos=photos_at(shop, page, 1, 2, 3))
    page.goto(shop.address(reviews=PRODUCT))
    read_all(page)
    second = part(page, "photo").nth(1)
    second.press("Enter")
    dialog = page.get_by_role("dialog", name="Photos by buyers")
    expect(dialog.get_by_role("img")).to_have_attribute("alt", "Photo by Ada 2, 5 out of 5 stars")
    assert serious_faults(page) == []
    page.keyboard.press("ArrowRight")
    expect(part(page, "caption")).to_contain_text("3 of 3")
    page.keyboard.press("ArrowRight")
    expect(part(page, "caption")).to_contain_text("1 of 3")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(second).to_be_focused()
    assert page.evaluate("window.seen.violations") == []


def test_where_pictures_are_not_let_in_there_are_no_holes(shop: ShopPage, page: Page) -> None:
    photos = [one | {"small": "https://elsewhere.example/1.webp"} for one in photos_at(shop, page, 1, 2)]
    answer_with(page, *REVIEWS, photos=photos)
    page.goto(shop.address(reviews=PRODUCT))
    read_all(page)
    expect(part(page, "picture")).to_have_count(0)


def test_a_vote_shows_at_once_and_goes_back_where_it_could_not_be_kept(shop: ShopPage, page: Page) -> None:
    answer_with(page, *REVIEWS)
    held: list[Route] = []
    page.route("**/review-votes", lambda route: held.append(route))
    page.goto(shop.address(reviews=PRODUCT))
    read_all(page)
    button = part(page, "helpful").first
    with page.expect_request("**/review-votes"):
        button.click()
    expect(button).to_have_text("Helpful (4)")
    expect(button).to_have_attribute("aria-pressed", "true")
    held[0].fulfill(status=429, body='{"error": {"code": "LIMITED"}}', headers=HEADERS)
    expect(button).to_have_text("Helpful (3)")
    expect(part(page, "matching")).to_have_text("That could not be kept. Try again.")
    assert page.evaluate("[sessionStorage.length, localStorage.length, document.cookie]") == [0, 0, ""]


def test_what_a_verified_buyer_is_can_be_read_where_it_says_so(shop: ShopPage, page: Page) -> None:
    answer_with(page, REVIEW, REVIEW | {"id": "2", "verified": False}, count=2)
    page.goto(shop.address(reviews=PRODUCT))
    read_all(page)
    expect(part(page, "imported")).to_have_count(1)
    expect(part(page, "meaning")).to_be_hidden()
    part(page, "badge").press("Enter")
    expect(part(page, "meaning")).to_contain_text("the product had arrived")


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("reserved", [True, False])
def test_nothing_that_the_shopper_sees_moves_when_reviews_come(
    shop: ShopPage, page: Page, width: int, reserved: bool
) -> None:
    """Without the line of CSS in the shop's stylesheet it does, which shows that this test would see it."""
    answer_with(page, *REVIEWS, photos=photos_at(shop, page, 1, 2))
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
    answer_with(
        page,
        REVIEW,
        REVIEW | {"id": "2", "text": LONG},
        count=2,
        after=None,
        stars={"5": 0, "4": 2, "3": 0, "2": 0, "1": 0},
    )
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
    answer_with(page, *REVIEWS, photos=photos_at(shop, page, *range(12)))
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

"""Whatever somebody writes into a review is words: on a page, in Dashboard and in a mail, without a policy to help."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from saleor_support_plugin.mails import catalogue
from saleor_support_plugin.mails.letter import Brand, Letter, Line, Way
from saleor_support_plugin.mails.rendering import render

from ..files.pictures import picture
from .app_page import AppPages, hosting
from .demo import Demo
from .hostile import NAUGHTY, OUTSIDE, PAYLOADS, WORDS
from .review_desk import REVIEW as IN_DASHBOARD
from .shop_page import ShopPage
from .test_reviews import PRODUCT, REVIEW, answer_with, part, read_all

pytestmark = pytest.mark.browser
AT_ONCE = 200
PHOTOS = "http://127.0.0.1:9/f"
PHOTO = {"small": f"{PHOTOS}/1.webp", "large": f"{PHOTOS}/2.webp", "width": 8, "height": 6}
HERE = ("http://127.0.0.1", "http://localhost", "data:", "about:", "blob:")


@pytest.fixture
def acts(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page on which no policy holds anything back, and what its words did: dialogs, and requests to elsewhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    deeds: list[str] = []

    def dismiss(dialog: Any) -> None:
        deeds.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def refuse(route: Route) -> None:
        deeds.append(f"asked: {route.request.url}")
        route.abort()

    page.on("dialog", dismiss)
    context.on("page", lambda opened: deeds.append(f"opened: {opened.url}"))
    context.route(lambda url: not url.startswith(HERE), refuse)
    yield page, deeds
    context.close()


def settle(page: Page) -> None:
    """Let what was drawn load, time out and act."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 300)))")


def pieces() -> list[list[str]]:
    return [WORDS[first : first + AT_ONCE] for first in range(0, len(WORDS), AT_ONCE)]


def test_there_are_words_enough_and_they_would_act(acts: tuple[Page, list[str]]) -> None:
    """Were they taken for HTML, this is what would be seen; else the tests below would see nothing of it either."""
    assert len(set(PAYLOADS)) >= 300
    assert len(NAUGHTY) >= 500
    page, deeds = acts
    page.set_content(f"<p><img src=x onerror=alert(1)></p><p><img src={OUTSIDE}/p.png></p>")
    settle(page)
    assert deeds == [f"asked: {OUTSIDE}/p.png", "dialog: 1"] or deeds == ["dialog: 1", f"asked: {OUTSIDE}/p.png"]


def hostile_review(number: int, words: str) -> dict[str, Any]:
    """Every field that somebody fills holds these words; numbers and days are ours."""
    return REVIEW | {
        "id": f"{number}",
        "title": words,
        "text": words,
        "author": words,
        "language": words,
        "variant": words,
        "answers": {"fit": "small", words: words},
        "reply": {"text": words, "at": REVIEW["created_at"]},
        "photos": [{"small": words, "large": words, "width": 8, "height": 6}],
    }


def test_on_a_shops_page(shop: ShopPage, acts: tuple[Page, list[str]]) -> None:
    page, deeds = acts
    drawn, shown = picture(), {"Content-Type": "image/jpeg", "Cross-Origin-Resource-Policy": "cross-origin"}
    for piece in pieces():
        page.unroute_all()
        (first, second, *_), count = piece, len(piece)
        aspect = {"name": "fit", "question": {"en": first}, "answers": [{"name": "small", "en": second}]}
        answer_with(
            page,
            *(hostile_review(number, words) for number, words in enumerate(piece)),
            count=count,
            after=None,
            stars={"5": 0, "4": count, "3": 0, "2": 0, "1": 0},
            rejected=dict.fromkeys(piece, 1),
            photos=[{"review": words, "author": words, "stars": 4, **PHOTO} for words in piece],
            praise=[{"word": words, "language": "en", "reviews": 2} for words in piece],
            quote={"review": "1", "text": first, "author": second, "language": first},
            aspects=[aspect],
        )
        page.route(f"{PHOTOS}/**", lambda route: route.fulfill(body=drawn, headers=shown))
        page.goto(shop.address(reviews=PRODUCT, lang="en"))
        read_all(page)
        part(page, "all").click()
        expect(part(page, "review")).to_have_count(count)
        part(page, "photo").first.click()
        expect(part(page, "large")).to_be_visible()
        page.keyboard.press("Escape")
        part(page, "praise-word").first.click()
        expect(part(page, "chip")).to_have_count(1)
        settle(page)
        assert page.locator("support-reviews").locator("script, iframe, object, embed, base, link, style").count() == 0
        assert deeds == []


def test_in_dashboard(demo: Demo, acts: tuple[Page, list[str]]) -> None:
    page, deeds = acts
    with hosting() as host:
        for piece in pieces():
            page.unroute_all()
            app = AppPages(demo, page, host)
            app.desk.reviews = [in_dashboard(number, words) for number, words in enumerate(piece)]
            frame = app.open("/reviews")
            expect(frame.get_by_role("listitem").filter(has_text="42").nth(len(piece) - 1)).to_be_attached()
            settle(page)
            assert frame.evaluate("location.pathname") == "/reviews"
            assert deeds == []


def in_dashboard(number: int, words: str) -> dict[str, Any]:
    said = dict.fromkeys(("title", "text", "authorName", "reply", "quote", "productName", "variantName"), words)
    before = [{"name": "text", "value": words}]
    changes = [{"kind": "EDITED", "at": IN_DASHBOARD["createdAt"], "by": words, "before": before}]
    answers = [{"question": words, "answer": words}]
    return IN_DASHBOARD | said | {"id": f"{number}", "answers": answers, "changes": changes, "photos": []}


@pytest.mark.parametrize("kind", ["review_request", "review_author_asked", "ticket_received", "ticket_reply"])
def test_in_a_mail(acts: tuple[Page, list[str]], kind: str) -> None:
    page, deeds = acts
    texts = catalogue.built(kind, "en").texts
    for piece in pieces():
        whole = "".join(hostile_mail(kind, texts, words) for words in piece[::4])
        page.set_content(whole)
        settle(page)
        assert deeds == []


def hostile_mail(kind: str, texts: Any, words: str) -> str:
    values: dict[str, str | int] = dict.fromkeys(catalogue.VALUES[kind], words)
    line = Line(words, words, 1, "1.00")
    ways = (Way(words, "https://shop.example/"),)
    brand = Brand(words, address=words)
    letter = Letter(kind, "en", brand, values, "https://shop.example/", (line,), quote=words, answers=ways)
    return render(letter, texts).html

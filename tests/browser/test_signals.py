"""Where a shopper is stuck in the checkout the launcher asks whether it can help: once, and only if they agreed."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect

from .axe import serious_faults
from .demo import Demo
from .shop_page import ShopPage
from .test_chat import contact_with, launcher, letters_are_taken, part
from .waiting import comes_true

pytestmark = pytest.mark.browser

AGREE = "SaleorSupport.push(['consent', true, 'behaviour'])"
COUPON = "SaleorSupport.push(['track', 'coupon_failed', {checkout: 'Q2hlY2tvdXQ6MQ=='}])"
PAYING = "SaleorSupport.push(['track', 'checkout', {id: 'Q2hlY2tvdXQ6MQ==', step: 'payment'}])"
STORED = "[Object.keys(sessionStorage), Object.keys(localStorage)]"


@pytest.fixture(autouse=True, scope="module")
def _signals_are_taken(demo: Demo, shop: ShopPage) -> Iterator[None]:
    with letters_are_taken(demo, shop):
        yield


@pytest.fixture
def told(page: Page) -> list[Any]:
    """What the page tells the service, as it tells it."""
    signals: list[Any] = []

    def note(request: Request) -> None:
        if request.url.endswith("/signals") and request.method == "POST":
            signals.append(request.post_data_json)

    page.on("request", note)
    return signals


def test_without_consent_nothing_is_fetched_told_kept_or_raised(shop: ShopPage, page: Page, told: list[Any]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(shop.address(chat="1"))
    page.evaluate("SaleorSupport.push(['consent', true])")  # to remember a place
    page.evaluate(COUPON)
    expect(launcher(page)).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert not any("support-signals" in url for url in asked)
    expect(part(page, "bubble")).to_have_count(0)
    assert (told, page.evaluate(STORED)) == ([], [[], []])


def test_a_coupon_that_failed_raises_the_launcher_and_the_service_hears_of_it(
    shop: ShopPage, page: Page, told: list[Any]
) -> None:
    page.goto(shop.address(chat="1"))
    page.get_by_role("button", name="Add to basket").focus()
    page.evaluate(AGREE)
    with page.expect_response(
        lambda answer: answer.url.endswith("/signals") and answer.request.method == "POST"
    ) as heard:
        page.evaluate(COUPON)
    assert heard.value.status == 200
    assert told == [{"checkout": "Q2hlY2tvdXQ6MQ==", "kind": "VOUCHER_REFUSED", "raised": True}]
    expect(part(page, "bubble-text")).to_have_text("Did a code not work? Ask us, and we will look into it.")
    expect(page.get_by_role("button", name="Add to basket")).to_be_focused()
    assert page.evaluate("window.seen") | {"delivery": []} == {
        "shift": 0,
        "violations": [],
        "delivery": [],
        "chat": [["raise", "VOUCHER_REFUSED"]],
    }
    part(page, "bubble-help").click()
    expect(page.get_by_role("dialog")).to_be_focused()
    expect(part(page, "bubble-text")).to_be_empty()
    page.keyboard.press("Escape")
    page.evaluate("SaleorSupport.push(['track', 'account_wall', {checkout: 'Q2hlY2tvdXQ6MQ=='}])")
    expect(part(page, "bubble-text")).to_be_empty()
    page.goto(shop.address(chat="1"))  # on the next page of this session it keeps still as well
    page.evaluate(AGREE)
    page.evaluate(COUPON)
    comes_true(page, "document.querySelector('support-chat').shadowRoot.querySelector('[part=bubble]')")
    expect(part(page, "bubble-text")).to_be_empty()


def test_keyboard_alone_is_enough_and_never_means_never(shop: ShopPage, page: Page) -> None:
    page.goto(shop.address(chat="1"))
    page.evaluate(AGREE)
    page.evaluate(COUPON)
    expect(part(page, "bubble-help")).to_be_visible()
    page.get_by_role("button", name="Ask us").focus()
    for name in ("Don't show this again", "Close"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=name)).to_be_focused()
    page.keyboard.press("Escape")
    expect(launcher(page)).to_be_focused()
    expect(part(page, "bubble-help")).to_be_hidden()

    page.evaluate("sessionStorage.clear()")
    page.goto(shop.address(chat="1"))
    page.evaluate(AGREE)
    page.evaluate(COUPON)
    page.get_by_role("button", name="Don't show this again").press("Enter")
    expect(part(page, "bubble-help")).to_be_hidden()
    assert page.evaluate(STORED)[1] == [f"saleor-support:not-again:{shop.store}"]


def test_a_minute_and_a_half_at_the_payment_without_a_hand(shop: ShopPage, page: Page, told: list[Any]) -> None:
    page.clock.install()
    page.goto(shop.address(chat="1"))
    expect(launcher(page)).to_be_visible()
    page.evaluate(AGREE)
    page.evaluate(PAYING)
    comes_true(page, "document.querySelector('support-chat').shadowRoot.querySelector('[part=bubble]')")
    page.clock.run_for(60_000)
    page.mouse.move(310, 310)
    page.clock.run_for(80_000)
    expect(part(page, "bubble-help")).to_be_hidden()
    page.clock.run_for(15_000)
    expect(part(page, "bubble-text")).to_contain_text("in the way of paying")
    assert [one["kind"] for one in told] == ["PAYMENT_IDLE"]


@pytest.mark.parametrize("locale", ["en", "tr"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_serious(shop: ShopPage, page: Page, locale: str, scheme: Any, width: int) -> None:
    contact_with(page)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(shop.address(chat="1", lang=locale))
    page.evaluate(AGREE)
    page.evaluate(COUPON)
    expect(part(page, "bubble-text")).to_have_text(re.compile("Did a code|Kodunuz"))
    expect(part(page, "bubble")).to_have_css("animation-name", "none")
    assert serious_faults(page) == []
    box = part(page, "bubble").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    for name in ("bubble-help", "bubble-not-again", "bubble-close"):
        target = part(page, name).bounding_box()
        assert target is not None
        assert min(target["width"], target["height"]) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= width

"""The demo store's faces in a real browser: buying as a shopper, and the frames that the Dashboard opens."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from .axe import is_well, serious_faults
from .demo import Demo
from .visiting import chip

pytestmark = pytest.mark.browser

PHONE, DESKTOP = (390, 844), (1280, 900)
WORDS = {
    "en": (
        "/en/eu/",
        "Sand",
        "Add to bag",
        "To the checkout",
        "Fill in a sample address",
        "Place the order",
        "Thank you!",
    ),
    "tr": ("/tr/tr/", "Kum", "Sepete ekle", "Ödemeye geç", "Örnek adres doldur", "Siparişi ver", "Teşekkürler!"),
}


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def shopper(request: pytest.FixtureRequest, browser: Browser, scheme: str) -> Iterator[Page]:
    """A page of the shop; that it says something on the console is a fault."""
    width, height = request.param
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
    yield page
    context.close()
    assert complaints == []


@pytest.mark.parametrize("language", ["en", "tr"])
def test_a_shopper_buys_from_the_product_to_the_order(demo: Demo, shopper: Page, language: str) -> None:
    home, kind, add, to_checkout, sample, place, thanks = WORDS[language]
    shopper.goto(demo.url + home)
    expect(shopper.locator(".tile")).to_have_count(12)
    is_well(shopper)
    shopper.locator("a.tile[href*=cotton-towel]").click()
    chip(shopper, kind).click()
    expect(shopper).to_have_url(re.compile(r"\?variant="))
    chosen = shopper.get_by_label(kind).get_attribute("value")
    assert shopper.locator("support-delivery").get_attribute("variant") == chosen
    is_well(shopper)
    shopper.get_by_role("button", name=add).click()
    expect(shopper.locator(".line")).to_contain_text(kind)
    is_well(shopper)
    shopper.get_by_role("link", name=to_checkout).click()
    shopper.get_by_role("link", name=sample).click()
    expect(shopper.locator("#email")).not_to_have_value("")
    with shopper.expect_response(lambda answer: answer.url.endswith("/checkout/save")) as saved:
        shopper.locator("#consent").check()
    assert saved.value.status == 204
    expect(shopper.locator("#total")).to_be_visible()
    is_well(shopper)
    shopper.get_by_role("button", name=place).click()
    expect(shopper.get_by_role("heading", name=thanks)).to_be_visible()
    is_well(shopper)


def test_every_other_page_is_well_too(demo: Demo, shopper: Page) -> None:
    for path in ("/en/eu/cart", "/tr/tr/account", "/outbox/", "/en/eu/nothing"):
        shopper.goto(demo.url + path)
        is_well(shopper)
    shopper.goto(f"{demo.url}/en/eu/account")
    shopper.get_by_role("button", name="Ayşe").click()
    expect(shopper.get_by_role("heading", name="Hello, Ayşe")).to_be_visible()
    is_well(shopper)
    shopper.locator(".orders a").first.click()
    is_well(shopper)


def test_the_menu_of_acts_is_used_by_keyboard(demo: Demo, page: Page) -> None:
    page.goto(f"{demo.url}/en/eu/")
    page.locator(".demo-acts summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Abandon a cart")).to_be_visible()
    assert serious_faults(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Abandon a cart")).to_be_hidden()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Abandon a cart").press("Enter")
    expect(page.locator(".demo-said")).to_contain_text("left a cart with")


def test_the_methods_follow_the_address(demo: Demo, page: Page) -> None:
    page.goto(f"{demo.url}/en/tr/products/notebook")
    page.get_by_role("button", name="Add to bag").click()
    page.goto(f"{demo.url}/en/tr/checkout?sample=1")
    expect(page.get_by_label("Same day")).to_be_visible()
    page.get_by_label("Postal code").fill("35000")
    page.get_by_label("City").focus()
    expect(page.get_by_label("Same day")).to_have_count(0)


def test_the_snippet_carries_the_key_that_the_app_gave_the_store(demo: Demo, page: Page) -> None:
    key = demo.running.database().execute("select key from support_store").fetchall()[0][0]
    snippet = f'script[src="{demo.running.url}/widget.js"][data-store="{key}"][data-locale="tr"]'
    for _ in range(60):
        page.goto(f"{demo.url}/tr/tr/")
        if page.locator(snippet).count():
            return
        page.wait_for_timeout(1000)
    raise AssertionError("the demo store was never told its key")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en", "tr"])
def test_the_dashboards_pages_are_well(demo: Demo, page: Page, theme: str, locale: str) -> None:
    for place in ("", "orders", "customers", "products"):
        page.goto(f"{demo.url}/dashboard/{place}?theme={theme}&locale={locale}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        # What is inside an app's frame is the app's own to test.
        page.evaluate("document.querySelectorAll('iframe').forEach((frame) => frame.remove())")
        assert serious_faults(page) == []


def test_a_way_leads_from_the_home_page_to_an_orders_card(demo: Demo, page: Page) -> None:
    page.goto(f"{demo.url}/dashboard/")
    page.get_by_role("link", name="All orders").click()
    page.get_by_role("link", name="#6", exact=True).click()
    expect(page.locator("#extensions iframe")).to_have_attribute(
        "src", re.compile(r"/dashboard/order\?domain=.*&id=.*&domain=.*&orderId=.*&theme=light")
    )


def test_an_app_page_says_where_it_is_and_a_reload_finds_it_again(demo: Demo, page: Page) -> None:
    page.goto(f"{demo.url}/dashboard/")
    found = page.locator(".menu .apps a")
    if not found.count():
        pytest.skip("this version's manifest puts no page into the menu")
    found.first.click()
    expect(page.locator("#app-page iframe")).to_have_count(1)
    address = page.url
    page.reload()
    assert page.url == address
    expect(page.locator("#app-page iframe")).to_have_attribute("src", re.compile("saleorApiUrl="))


def test_what_is_ticked_last_is_what_the_checkout_keeps(demo: Demo, page: Page) -> None:
    page.goto(f"{demo.url}/en/eu/products/cotton-towel")
    page.get_by_role("button", name="Add to bag").click()
    page.get_by_role("link", name="To the checkout").click()
    sent: list[str] = []
    page.on("request", lambda asked: sent.append(asked.post_data or "") if asked.url.endswith("/save") else None)
    held: list[Route] = []
    page.route("**/checkout/save", lambda route: route.continue_() if held else held.append(route))
    page.get_by_label("E-mail", exact=True).fill("ticked@example.com")
    page.get_by_label("Email me with news and offers").check()
    page.wait_for_timeout(500)
    assert ["consent=" in form for form in sent] == [False]  # two at once may arrive the other way round
    with page.expect_response(lambda answer: "consent=" in (answer.request.post_data or "")):
        held[0].continue_()
    page.unroute("**/checkout/save")
    page.reload()
    expect(page.get_by_label("Email me with news and offers")).to_be_checked()

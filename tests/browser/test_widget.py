"""The storefront widget and its delivery line on a shop's page, in a real browser, against the demo store's data."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import quote

import pytest
import requests
from playwright.sync_api import Locator, Page, Request, Route, expect

from ..journeys.running import free_port
from .axe import is_well, serious_faults
from .shop_page import ShopPage
from .waiting import comes_true

pytestmark = pytest.mark.browser

DAYS = {
    "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    "tr": ["Pzt", "Sal", "Çar", "Per", "Cum", "Cmt", "Paz"],
}
MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "tr": ["Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"],
}
DEFINED = "customElements.whenDefined('support-delivery').then(() => true)"
PAINTED = """new Promise(done => new PerformanceObserver(() => done(true)).observe({type: 'paint', buffered: true}))
    .then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))"""
STANDARD: dict[str, Any] = {
    "id": "standard",
    "name": "Standard",
    "price": {"amount": "29.90", "currency": "TRY"},
    "tax": "INCLUDED",
    "needs": None,
    "window": {"from": "2026-11-24", "to": "2026-11-25"},
    "cutoff": None,
    "dispatch": None,
    "reason": None,
    "steps": [{"code": "DISPATCH", "on": "2026-11-23", "at": None, "days": None, "name": ""}],
}
COURIER = STANDARD | {"id": "courier", "name": "Courier", "price": {"amount": "1249.90", "currency": "TRY"}}
# A Monday, 11:48 in Istanbul; the cut-off is three hours and twelve minutes ahead.
MONDAY = datetime(2026, 11, 23, 8, 48, tzinfo=UTC)
UNTIL_THREE = STANDARD | {"cutoff": "2026-11-23T12:00:00Z"}
LONGEST = COURIER | {"cutoff": "2026-11-24T08:47:30Z", "window": {"from": "2026-11-30", "to": "2026-12-02"}}
WORDS = {
    "en": {"get": "Get it", "order": "Order within", "change": "change", "options": "Delivery options"},
    "tr": {
        "get": "Teslimat",
        "order": "içinde sipariş verin",
        "change": "değiştir",
        "options": "Teslimat için seçenekler",
    },
}


def facts_of(shop: ShopPage, channel: str, country: str) -> dict[str, Any]:
    path = f"/s/{shop.store}/{channel}/delivery/{quote(shop.variant)}/{country}"
    facts: dict[str, Any] = requests.get(shop.service + path, timeout=20).json()
    return facts


def body_of(*options: dict[str, Any], **about: Any) -> dict[str, Any]:
    return {
        "country": "TR",
        "postalCode": None,
        "quantity": 1,
        "until": "2026-11-23T21:00:00Z",
        "promise": "signed",
        "reason": None,
        "cheapest": options[0]["id"] if options else None,
        "fastest": None,
        "freeFrom": None,
        "options": options,
        "pickup": [],
        "region": {"duties": False, "note": ""},
        "returns": None,
        "wrong": None,
    } | about


def answer_with(page: Page, *options: dict[str, Any], status: int = 200, body: str | None = None, **about: Any) -> None:
    """Let the service say this about delivery: what the demo store has not, or what a broken one would say."""
    page.route(
        "**/delivery/**",
        lambda route: route.fulfill(
            status=status,
            body=body or json.dumps(body_of(*options, **about)),
            headers={"Access-Control-Allow-Origin": "*", "Content-Type": "application/json"},
        ),
    )


def on_monday(page: Page) -> None:
    page.clock.install(time=MONDAY)


def line_of(page: Page) -> Locator:
    return page.locator("support-delivery [part=text]")


def is_drawn(page: Page) -> None:
    """Wait for the last of its rows."""
    expect(page.locator("support-delivery [part=change]")).to_be_visible()


def days_of(window: dict[str, str], locale: str) -> str:
    first, last = (day_of(window[end], locale) for end in ("from", "to"))
    return first if first == last else f"{first} – {last}"


def day_of(text: str, locale: str) -> str:
    day = date.fromisoformat(text)
    weekday, month = DAYS[locale][day.weekday()], MONTHS[locale][day.month - 1]
    return f"{weekday} {month} {day.day}" if locale == "en" else f"{day.day} {month} {weekday}"


def price_of(option: dict[str, Any], locale: str) -> str:
    """Return an amount below a thousand as written there; nothing for what is free."""
    amount = option["price"]["amount"]
    sign = {"TRY": "₺", "EUR": "€"}[option["price"]["currency"]]
    return "" if not float(amount) else sign + (amount if locale == "en" else amount.replace(".", ","))


@pytest.mark.parametrize("locale", ["en", "tr"])
@pytest.mark.parametrize(("channel", "country"), [("tr", "TR"), ("eu", "DE")])
def test_a_shopper_reads_in_their_language_what_the_store_says(
    shop: ShopPage, page: Page, locale: str, channel: str, country: str
) -> None:
    facts = facts_of(shop, channel, country)
    options = facts["options"]
    cheapest = next(option for option in options if option["id"] == facts["cheapest"])
    page.goto(shop.address(lang=locale, channel=channel, country=country))
    if cheapest["window"]:
        expect(line_of(page)).to_contain_text(days_of(cheapest["window"], locale))
    expect(page.locator("support-delivery [part=price]")).to_contain_text(price_of(cheapest, locale))
    page.get_by_role("button", name=WORDS[locale]["options"]).click()
    rows = page.locator("support-delivery [part=option]")
    expect(rows).to_have_count(len(options))
    for row, option in zip(rows.all(), options, strict=True):
        expect(row).to_contain_text(option["name"])
        expect(row).to_contain_text(price_of(option, locale) or {"en": "Free", "tr": "Ücretsiz"}[locale])
        ends = option["window"] and [option["window"]["from"], option["window"]["to"]]
        days = [day.get_attribute("datetime") for day in row.locator("time").all()]
        assert days == list(dict.fromkeys(ends or []))


@pytest.mark.parametrize("locale", ["en", "tr"])
def test_until_the_cut_off_the_line_counts_down_and_after_it_speaks_of_other_days(
    shop: ShopPage, page: Page, locale: str
) -> None:
    on_monday(page)
    answer_with(page, UNTIL_THREE)
    page.goto(shop.address(lang=locale))
    expect(line_of(page)).to_have_text(
        {
            "en": re.compile("Order within 3 h 1[12] min, get it Tue Nov 24 – Wed Nov 25"),
            "tr": re.compile("3 sa 1[12] dk içinde sipariş verin, teslimat 24 Kas Sal – 25 Kas Çar"),
        }[locale]
    )
    is_drawn(page)
    page.clock.run_for(60 * 60_000)
    expect(line_of(page)).to_contain_text({"en": "2 h 1", "tr": "2 sa 1"}[locale])
    page.unroute_all()
    later = {"from": "2026-11-25", "to": "2026-11-26"}
    answer_with(page, STANDARD | {"window": later})
    with page.expect_response("**/delivery/**"):
        page.clock.run_for(132 * 60_000 + 2_500)
    expect(line_of(page)).to_have_text(f"{WORDS[locale]['get']} {days_of(later, locale)}")
    assert page.evaluate("window.seen.shift") == 0
    assert page.evaluate("document.querySelector('support-delivery').outerHTML").endswith("></support-delivery>")


def soon() -> str:
    """Return a cut-off that is to be counted down to."""
    return (datetime.now(UTC) + timedelta(hours=23)).isoformat(timespec="seconds")


@dataclass
class Moves:
    reserved: bool
    expected: bool


@pytest.mark.parametrize("moves", [Moves(reserved=True, expected=False), Moves(reserved=False, expected=True)])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_on_the_page_moves_when_the_line_comes(shop: ShopPage, page: Page, moves: Moves, width: int) -> None:
    """Without the line of CSS in the shop's stylesheet it does, which shows that this test would see it."""
    held: list[Route] = []
    answer_with(page, UNTIL_THREE | {"cutoff": soon()}, freeFrom={"amount": "600.00", "currency": "TRY"})
    page.route("**/widget.js", lambda route: held.append(route))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(shop.address(**({} if moves.reserved else {"unreserved": "1"})), wait_until="commit")
    page.evaluate(PAINTED)
    expect(page.get_by_text("Woven in Denizli.")).to_be_visible()
    held[0].continue_()
    is_drawn(page)
    page.evaluate(PAINTED)
    assert (page.evaluate("window.seen.shift") > 0) is moves.expected


def test_nothing_is_fetched_until_the_shopper_comes_near_and_then_three_files(shop: ShopPage, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(shop.address(far="1"))
    page.evaluate(DEFINED)
    ours = [url.removeprefix(shop.service) for url in asked if url.startswith(shop.service)]
    assert ours == ["/widget.js"]
    page.locator("support-delivery").scroll_into_view_if_needed()
    expect(line_of(page)).to_be_visible()
    others = {url for url in asked if not url.startswith((shop.service, shop.url))}
    ours = [url.removeprefix(shop.service) for url in asked if url.startswith(shop.service)]
    assert others == set()
    assert len(ours) == 3
    assert re.fullmatch(r"/static/storefront_widget/support-delivery-[\w-]{8}\.js", ours[1])
    assert ours[2].startswith(f"/s/{shop.store}/eu/delivery/")


def test_nothing_is_stored(shop: ShopPage, page: Page) -> None:
    page.goto(shop.address())
    expect(line_of(page)).to_be_visible()
    page.evaluate("SaleorSupport.push(['consent', true], ['identify', 'token'], ['track', 'viewed'], ['open'])")
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("Promise.all([indexedDB.databases(), caches.keys()])") == [[], []]
    assert page.evaluate("Object.keys(window).filter(name => /support/i.test(name))") == ["SaleorSupport"]


def test_the_line_follows_the_shoppers_choice(shop: ShopPage, page: Page) -> None:
    page.goto(shop.address(chosen=""))
    page.evaluate(DEFINED)
    expect(line_of(page)).to_have_count(0)
    page.get_by_role("button", name="M", exact=True).click()
    expect(line_of(page)).to_be_visible()
    assert page.evaluate("window.seen.delivery.map(detail => detail.variant)") == [shop.variant]
    page.get_by_role("button", name="None").click()
    expect(line_of(page)).to_have_count(0)


@pytest.mark.parametrize("policy", ["hosts", "nonce"])
def test_a_strict_and_isolated_page_has_nothing_to_complain_of(shop: ShopPage, page: Page, policy: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(shop.address(policy=policy))
    expect(line_of(page)).to_be_visible()
    expect(page.locator("support-delivery [part=line]")).to_have_css("display", "flex")
    assert page.evaluate("[window.seen.violations, crossOriginIsolated]") == [[], True]
    assert complaints == []


@pytest.mark.parametrize("down", ["service", "script", "chunk", "facts", "busy", "nonsense"])
def test_a_service_that_is_down_harms_no_page(shop: ShopPage, page: Page, down: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))
    view = {"service": f"http://localhost:{free_port()}"} if down == "service" else {}
    if down == "busy":
        answer_with(page, status=503)
    elif down == "nonsense":
        answer_with(page, body="<!doctype html><title>Login</title>")
    elif down != "service":
        page.route(
            {"script": "**/widget.js", "chunk": "**/static/**", "facts": "**/s/**"}[down], lambda route: route.abort()
        )
    page.goto(shop.address(**view))
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("button", name="Add to basket")).to_be_visible()
    expect(line_of(page)).to_have_count(0)
    assert page.evaluate("window.seen.shift") == 0
    assert [error for error in errors if not error.startswith("Failed to load resource")] == []


def test_an_answer_that_is_no_longer_wanted_is_not_waited_for(shop: ShopPage, page: Page) -> None:
    held: list[Route] = []
    failed: list[Request] = []
    page.route("**/delivery/first/**", lambda route: held.append(route))
    page.on("requestfailed", lambda request: failed.append(request))
    with page.expect_request("**/delivery/first/**"):
        page.goto(shop.address(chosen="first"))
    page.get_by_role("button", name="M", exact=True).click()
    expect(line_of(page)).to_be_visible()
    assert [request.failure for request in failed] == ["net::ERR_ABORTED"]


RICH: dict[str, Any] = {
    "fastest": "courier",
    "freeFrom": {"amount": "600.00", "currency": "TRY"},
    "pickup": [
        {
            "id": "moda",
            "name": "Moda",
            "address": "Moda Caddesi 3, 34710 İstanbul",
            "ready": "2026-11-24",
            "cutoff": None,
            "hours": [[["09:00", "18:00"]]] * 5 + [[["10:00", "14:00"]], []],
        }
    ],
    "region": {"duties": True, "note": ""},
    "returns": {"days": 30, "url": "https://shop.example/returns"},
    "wrong": {"url": "https://shop.example/help"},
}


@pytest.mark.parametrize("locale", ["en", "tr"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_serious(shop: ShopPage, page: Page, locale: str, scheme: Any, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    answer_with(page, UNTIL_THREE | {"cutoff": soon()}, COURIER, **RICH)
    page.goto(shop.address(lang=locale))
    is_drawn(page)
    is_well(page)
    page.get_by_role("button", name=WORDS[locale]["options"]).click()
    page.locator("support-delivery [part=why]").first.click()
    is_well(page)
    page.locator("support-delivery [part=change]").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    is_well(page)


@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.parametrize("locale", ["en", "tr"])
def test_the_longest_line_fits_a_phone(shop: ShopPage, page: Page, width: int, locale: str) -> None:
    on_monday(page)
    answer_with(page, LONGEST, STANDARD)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(shop.address(lang=locale))
    is_drawn(page)
    expect(line_of(page)).to_contain_text("23 ")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # Two rows of text, one of the price and one of the place: as high as the shop's stylesheet keeps free.
    assert page.evaluate("document.querySelector('support-delivery').offsetHeight") == 100
    assert page.evaluate("window.seen.shift") == 0


def test_everything_is_reached_by_keyboard_and_by_touching_the_line(shop: ShopPage, page: Page) -> None:
    answer_with(page, STANDARD, COURIER)
    page.goto(shop.address())
    is_drawn(page)
    button = page.get_by_role("button", name="Delivery options")
    expect(button).to_have_attribute("aria-expanded", "false")
    page.get_by_role("button", name="None").focus()
    page.keyboard.press("Tab")
    expect(page.locator("support-delivery [part=change]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_text("Courier")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Leaves on Mon Nov 23").first).to_be_visible()
    line_of(page).click(force=True)  # the button lies over its whole line
    expect(page.get_by_text("Courier")).to_be_hidden()


def test_a_shopper_says_where_to_and_it_is_remembered_only_with_consent(shop: ShopPage, page: Page) -> None:
    page.goto(shop.address(lang="en", channel="eu", country="DE"))
    is_drawn(page)
    change = page.locator("support-delivery [part=change]")
    change.click()
    dialog = page.get_by_role("dialog", name="Where is it delivered?")
    dialog.get_by_label("Country").select_option("FR")
    dialog.get_by_label("Postal code").fill("1")
    dialog.get_by_label("Postal code").press("Enter")
    expect(dialog.get_by_role("alert")).to_have_text("That country has no such postal code")
    assert serious_faults(page) == []
    dialog.get_by_label("Postal code").fill("75001")
    dialog.get_by_role("button", name="Show delivery").click()
    expect(dialog).to_have_count(0)
    place = page.locator("support-delivery [part=destination]")
    expect(place).to_have_text("France 75001")
    expect(page.locator("support-delivery [part=change]")).to_be_focused()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.evaluate("SaleorSupport.push(['consent', true])")
    comes_true(page, "sessionStorage.length === 1")
    assert page.context.cookies() == []
    change.click()
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("support-delivery [part=change]")).to_be_focused()


def test_what_the_shops_server_wrote_stands_until_the_script_knows(shop: ShopPage, page: Page) -> None:
    held: list[Route] = []
    page.route("**/static/**", lambda route: held.append(route))
    answer_with(page, STANDARD)
    page.goto(shop.address(server="Get it soon"), wait_until="commit")
    page.evaluate(DEFINED)
    expect(page.get_by_text("Get it soon")).to_be_visible()
    held[0].continue_()
    expect(line_of(page)).to_contain_text("Get it Tue Nov 24")
    assert page.evaluate("document.querySelector('support-delivery').shadowRoot.querySelector('slot')") is None
    assert page.evaluate("window.seen.shift") == 0


def test_from_right_to_left_the_line_is_mirrored(shop: ShopPage, page: Page) -> None:
    page.goto(shop.address(dir="rtl"))
    is_drawn(page)
    icon, text, button = (
        page.locator(f"support-delivery {inside}").bounding_box()
        for inside in ("[part=icon]", "[part=text] bdi", "[part=button]")
    )
    assert icon is not None
    assert text is not None
    assert button is not None
    assert icon["x"] > text["x"] > button["x"]


def test_a_shop_dresses_the_line_by_properties_and_parts(shop: ShopPage, page: Page) -> None:
    page.goto(shop.address())
    page.evaluate(
        """() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`support-delivery { --support-accent: rgb(1, 2, 3); --support-color: rgb(4, 5, 6) }
                support-delivery::part(price) { text-transform: uppercase }
                support-delivery:state(filled) { outline: 1px solid }`);
            document.adoptedStyleSheets = [sheet];
        }"""
    )
    expect(page.locator("support-delivery [part=icon]")).to_have_css("color", "rgb(1, 2, 3)")
    expect(line_of(page)).to_have_css("color", "rgb(4, 5, 6)")
    expect(page.locator("support-delivery [part=price]").first).to_have_css("text-transform", "uppercase")
    expect(page.locator("support-delivery")).to_have_css("outline-style", "solid")


def test_forced_colours_and_less_motion_are_respected(shop: ShopPage, page: Page) -> None:
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.goto(shop.address())
    page.get_by_role("button", name="Delivery options").click()
    expect(page.locator("support-delivery [part=details]")).to_be_visible()
    assert page.evaluate("document.getAnimations().length") == 0
    assert serious_faults(page) == []


def test_the_script_is_small_short_lived_and_open_to_every_origin(shop: ShopPage) -> None:
    answer = requests.get(f"{shop.service}/widget.js", headers={"Accept-Encoding": "br"}, timeout=20, stream=True)
    kept = {"Cache-Control": "public, max-age=300", "Content-Encoding": "br", "Access-Control-Allow-Origin": "*"}
    assert {name: answer.headers[name] for name in kept} == kept
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert int(answer.headers["Content-Length"]) <= 4000
    again = {"If-None-Match": answer.headers["ETag"]}
    assert requests.get(f"{shop.service}/widget.js", headers=again, timeout=20).status_code == 304
    chunk = re.search(r"support-delivery-[\w-]+\.js", requests.get(f"{shop.service}/widget.js", timeout=20).text)
    assert chunk is not None
    address = f"{shop.service}/static/storefront_widget/{chunk[0]}"
    answer = requests.get(address, headers={"Accept-Encoding": "br"}, timeout=20, stream=True)
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert int(answer.headers["Content-Length"]) <= 6000

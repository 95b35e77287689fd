"""The launcher and what is behind it on a shop's page, in a real browser, against the running service."""

import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from playwright.sync_api import Locator, Page, Route, expect

from .axe import serious_faults
from .chat_desk import ChatDesk
from .demo import Demo
from .shop_page import ShopPage

pytestmark = pytest.mark.browser

KEPT = "Object.keys(localStorage)"
CLOSED = {"open": False, "opens_at": "2036-11-24T06:00:00+00:00"}
OPEN = {"open": True, "opens_at": None}
CONTACT: dict[str, Any] = {
    "name": "Aurora Lights",
    "locale": "en",
    "accent": "#0f6269",
    "until": "2036-11-24T06:00:00+00:00",
    "channels": [
        {"kind": "whatsapp", "url": "https://wa.me/902125550000"} | CLOSED,
        {"kind": "phone", "url": "tel:+902125550001"} | CLOSED,
        {"kind": "email", "url": "mailto:help@shop.example"} | OPEN,
        {"kind": "form", "url": None} | OPEN,
    ],
} | CLOSED


def settings_of(database: psycopg.Connection[tuple[object, ...]], seconds: float = 60) -> dict[str, Any]:
    """Return what the demo's merchant set, as soon as that is done."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = database.execute("select data from support_namedconfiguration where is_default").fetchone()
        if found and isinstance(found[0], dict):
            return found[0]
        time.sleep(0.1)
    raise TimeoutError(f"the demo's merchant has set nothing after {seconds} s")


@contextmanager
def letters_are_taken(demo: Demo, shop: ShopPage, **also: Any) -> Iterator[None]:
    """The merchant names this page's origin in the settings, and says whatever else."""
    with demo.running.database() as database:
        data = settings_of(database)
        origins = [*data.get("storefront_origins", []), shop.url]
        save = "update support_namedconfiguration set data = %s where is_default"
        database.execute(save, [json.dumps(data | {"storefront_origins": origins} | also)])
        yield
        database.execute(save, [json.dumps(data)])


@pytest.fixture(autouse=True, scope="module")
def _letters_are_taken(demo: Demo, shop: ShopPage) -> Iterator[None]:
    with letters_are_taken(demo, shop):
        yield


@pytest.fixture(autouse=True)
def _nobody_wrote_lately(demo: Demo) -> None:
    """Five letters an hour from one address are fewer than these tests send."""
    demo.forget_how_often()


def contact_with(page: Page, **changed: Any) -> None:
    headers = {"Access-Control-Allow-Origin": "*", "Content-Type": "application/json"}
    page.route("**/widget.json", lambda route: route.fulfill(body=json.dumps(CONTACT | changed), headers=headers))


def launcher(page: Page) -> Locator:
    return page.locator("support-chat [part=launcher]")


def part(page: Page, name: str) -> Locator:
    return page.locator(f"support-chat [part~={name}]")


def write(page: Page, text: str = "Where is my lamp?", email: str = "ada@shopper.dev") -> None:
    page.get_by_label(re.compile("Message|Mesajınız")).fill(text)
    page.get_by_label(re.compile("E-mail|E-posta"), exact=True).last.fill(email)
    part(page, "send").click()


def begin(shop: ShopPage, page: Page, **view: str) -> None:
    """Send a letter, and wait until the conversation shows it."""
    page.goto(shop.address(chat="1", **view))
    launcher(page).click()
    write(page)
    expect(part(page, "message-shopper")).to_have_text(re.compile("Where is my lamp"))


@pytest.fixture
def desk(demo: Demo) -> Iterator[ChatDesk]:
    """Staff for the other end; nobody is there before they sit down, and after the test."""
    opened = ChatDesk(demo)
    yield opened
    opened.stand_up()


def test_before_the_first_tap_there_are_two_files_and_nothing_is_kept(shop: ShopPage, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(shop.address(chat="1", far="1"))
    expect(launcher(page)).to_be_visible()
    page.wait_for_load_state("networkidle")
    ours = [url.removeprefix(shop.service) for url in asked if url.startswith(shop.service)]
    assert ours == ["/widget.js", f"/s/{shop.store}/eu/widget.json"]
    assert {url for url in asked if not url.startswith((shop.service, shop.url))} == set()
    assert page.evaluate(KEPT) == []
    assert page.context.cookies() == []


def test_the_button_is_large_enough_and_in_the_corner_at_the_end(shop: ShopPage, page: Page) -> None:
    for direction in ("ltr", "rtl"):
        page.goto(shop.address(chat="1", dir=direction))
        box = launcher(page).bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
        assert box["y"] + box["height"] > 900 - 44
        assert (box["x"] > 640) is (direction == "ltr")


def test_the_script_tag_alone_brings_the_launcher(shop: ShopPage, page: Page) -> None:
    page.goto(shop.address(launcher="1"))
    expect(launcher(page)).to_be_visible()
    page.goto(shop.address(launcher="1", chat="1"))
    expect(launcher(page)).to_have_count(1)


def test_a_shopper_writes_and_reads_staffs_answer_where_they_are(desk: ChatDesk, shop: ShopPage, page: Page) -> None:
    begin(shop, page)
    expect(part(page, "notice")).to_contain_text(re.compile(r"Sent. Your number is #\d+."))
    assert page.evaluate(KEPT) == [f"saleor-support:conversation:{shop.store}:eu"]
    desk.say("It is on its way: https://track.example/41")
    expect(part(page, "message-staff")).to_contain_text("It is on its way")
    expect(page.get_by_role("link", name="https://track.example/41")).to_be_visible()
    expect(page.get_by_role("log")).to_have_attribute("aria-live", "polite")
    part(page, "thread").get_by_role("textbox").fill("Thank you!")
    page.keyboard.press("Enter")
    expect(part(page, "message-shopper").last).to_contain_text("Thank you!")
    heard = page.evaluate("window.seen.chat")
    assert heard == [["open"], ["message", "shopper"], ["message", "staff"], ["message", "shopper"]]
    assert page.evaluate("[window.seen.violations, window.seen.shift]") == [[], 0]


def test_a_letter_that_takes_long_to_arrive_moves_nothing(shop: ShopPage, page: Page) -> None:
    def take_long(route: Route) -> None:
        time.sleep(0.7)  # for half a second after a tap the browser expects something to move, and counts none of it
        route.continue_()

    page.route("**/tickets", take_long)
    begin(shop, page)
    expect(part(page, "notice")).to_contain_text("Sent")
    assert page.evaluate("window.seen.shift") == 0


def test_an_answer_that_came_meanwhile_is_told_on_the_next_page(desk: ChatDesk, shop: ShopPage, page: Page) -> None:
    begin(shop, page)
    page.keyboard.press("Escape")
    desk.say("It is on its way.")
    # As if a minute had gone by since it was last asked.
    page.evaluate(
        """() => { const [key] = Object.keys(localStorage);
            localStorage[key] = JSON.stringify({...JSON.parse(localStorage[key]), askedAt: 0}) }"""
    )
    page.goto(shop.address(chat="1", lang="tr"))
    expect(launcher(page)).to_have_accessible_name("Yardım 1 yeni yanıt")
    launcher(page).click()
    expect(part(page, "message-staff")).to_contain_text("It is on its way.")
    expect(part(page, "unread")).to_be_hidden()


def test_a_shopper_has_it_forgotten(shop: ShopPage, page: Page) -> None:
    begin(shop, page)
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Forget this conversation").click()
    expect(part(page, "form")).to_be_visible()
    assert page.evaluate(KEPT) == []
    page.reload()
    launcher(page).click()
    expect(part(page, "form")).to_be_visible()


def test_keyboard_alone_is_enough(shop: ShopPage, page: Page) -> None:
    page.goto(shop.address(chat="1"))
    launcher(page).focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog")
    expect(panel).to_be_focused()
    expect(launcher(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(part(page, "close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(launcher(page)).to_be_focused()
    page.evaluate("SaleorSupport.push(['open', {text: 'About the shirt: '}])")
    expect(page.get_by_label("Message")).to_have_value("About the shirt: ")


@pytest.mark.parametrize("down", ["widget.json", "panel", "tickets"])
def test_a_service_that_is_down_is_said_where_it_matters_and_nowhere_else(
    shop: ShopPage, page: Page, down: str
) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    address = {"widget.json": "**/widget.json", "panel": "**/support-chat-*", "tickets": "**/tickets"}[down]
    page.route(address, lambda route: route.abort())
    page.goto(shop.address(chat="1"))
    page.wait_for_load_state("networkidle")
    if down == "widget.json":
        expect(launcher(page)).to_have_count(0)
        return
    launcher(page).click()
    if down == "panel":
        expect(part(page, "launcher-note")).to_have_text("This does not open. Please try again.")
        page.unroute(address)
        launcher(page).click()
        expect(part(page, "panel")).to_be_visible()
    else:
        write(page)
        expect(part(page, "form").get_by_role("alert")).to_contain_text("It was not sent, and is still here.")
        expect(page.get_by_label("Message")).to_have_value("Where is my lamp?")
        page.unroute(address)
        part(page, "send").click()
        expect(part(page, "message-shopper")).to_be_visible()
    assert errors == []


@pytest.mark.parametrize("locale", ["en", "tr"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_serious(shop: ShopPage, page: Page, locale: str, scheme: Any, width: int) -> None:
    contact_with(page)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(shop.address(chat="1", lang=locale))
    expect(launcher(page)).to_be_visible()
    assert serious_faults(page) == []
    launcher(page).click()
    part(page, "send").click()
    expect(part(page, "input").first).to_have_attribute("aria-invalid", "true")
    assert serious_faults(page) == []
    write(page)
    expect(part(page, "message")).to_have_count(1)
    assert serious_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_it_is_a_sheet_over_the_whole_width(shop: ShopPage, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(shop.address(chat="1"))
    launcher(page).click()
    box = part(page, "panel").bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 390)
    assert 0 < box["y"] < 100
    page.get_by_role("button", name="Add to basket").focus()  # it would lie under the sheet
    expect(part(page, "panel")).to_be_hidden()
    expect(page.get_by_role("button", name="Add to basket")).to_be_focused()


@pytest.mark.parametrize("accent", ["#0f6269", "#ffd400", "#767676", "#000000", "#ffffff", "#d92d20"])
def test_what_stands_on_the_merchants_colour_can_be_read(shop: ShopPage, page: Page, accent: str) -> None:
    contact_with(page, accent=accent)
    page.goto(shop.address(chat="1"))
    expect(launcher(page)).to_be_visible()
    assert contrast(page) >= 4.5
    page.evaluate("document.querySelector('support-chat').style.setProperty('--support-accent', 'oklch(0.85 0.2 140)')")
    assert contrast(page) >= 4.5


def contrast(page: Page) -> float:
    """Return the contrast of the launcher's text, by the pixels that its colours become."""
    ratio: float = page.evaluate(
        """() => {
            const launcher = document.querySelector('support-chat').shadowRoot.querySelector('[part=launcher]');
            const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const style = getComputedStyle(launcher);
            const luminance = colour => {
                context.fillStyle = colour;
                context.fillRect(0, 0, 1, 1);
                const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map(part => part / 255)
                    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
            };
            const [dark, light] = [style.color, style.backgroundColor].map(luminance).sort((one, two) => one - two);
            return (light + 0.05) / (dark + 0.05);
        }"""
    )
    return ratio


def test_less_motion_and_forced_colours_are_respected(shop: ShopPage, page: Page) -> None:
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.goto(shop.address(chat="1"))
    launcher(page).click()
    expect(part(page, "panel")).to_have_css("animation-name", "none")
    assert serious_faults(page) == []

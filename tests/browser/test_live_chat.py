"""A chat as its shopper sees it: over the socket, from page to page, and until it is over."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from .axe import serious_faults
from .chat_desk import ChatDesk
from .demo import Demo
from .shop_page import ShopPage
from .test_chat import launcher, letters_are_taken, part

pytestmark = pytest.mark.browser

QUESTION, ANSWER = "Is the lamp in stock?", "Yes, twelve of them."
AGENT, KNOWS = "Ayşe", "Lamps"


@pytest.fixture(autouse=True, scope="module")
def _letters_are_taken(demo: Demo, shop: ShopPage) -> Iterator[None]:
    with letters_are_taken(demo, shop):
        yield


@pytest.fixture(autouse=True)
def _nobody_wrote_lately(demo: Demo) -> None:
    demo.forget_how_often()


@pytest.fixture
def desk(demo: Demo) -> Iterator[ChatDesk]:
    """Somebody is there to chat."""
    opened = ChatDesk(demo)
    opened.sit(AGENT, KNOWS)
    yield opened
    opened.stand_up()


def box(page: Page) -> Locator:
    return part(page, "answer").get_by_role("textbox")


def ask(shop: ShopPage, page: Page, **view: str) -> None:
    """Begin a chat, and wait until somebody is there."""
    page.goto(shop.address(chat="1", **view))
    launcher(page).click()
    page.get_by_label(re.compile("Message|Mesajınız")).fill(QUESTION)
    part(page, "send").click()
    expect(part(page, "message-shopper")).to_contain_text(QUESTION)
    expect(part(page, "name")).to_have_text(AGENT)


def say(page: Page, text: str) -> None:
    box(page).fill(text)
    part(page, "say").click()


def mark(page: Page) -> Locator:
    """Say how the newest message fares that is kept."""
    return page.locator("support-chat [part=log] > [part=mark]")


def said(page: Page) -> list[str]:
    return part(page, "message-text").all_inner_texts()


def test_a_chat_goes_on_over_reloads_and_in_both_tabs(desk: ChatDesk, shop: ShopPage, page: Page) -> None:
    ask(shop, page)
    expect(part(page, "state")).to_have_text(f"{KNOWS} · Demo shop")
    desk.say(ANSWER)
    expect(part(page, "message-staff")).to_contain_text(ANSWER)
    page.reload()
    # Where a chat went on beside the page it goes on beside the next one.
    expect(part(page, "message-staff")).to_contain_text(ANSWER)
    other = page.context.new_page()
    other.goto(shop.address(chat="1", lang="tr"))
    expect(part(other, "message-staff")).to_contain_text(ANSWER)
    say(other, "Thank you")
    for tab in (page, other):
        expect(part(tab, "message-shopper").last).to_contain_text("Thank you")
        assert said(tab) == [QUESTION, ANSWER, "Thank you"]
    expect(mark(other)).to_have_text("✓ Gönderildi")
    assert page.evaluate("[window.seen.violations, window.seen.shift]") == [[], 0]


def test_what_was_said_during_a_cut_is_there_once_afterwards(desk: ChatDesk, shop: ShopPage, page: Page) -> None:
    ask(shop, page)
    page.context.set_offline(True)
    say(page, "Are you there?")
    expect(part(page, "message-shopper").last).to_contain_text("Are you there?")
    desk.say(ANSWER)
    page.context.set_offline(False)
    expect(part(page, "message-staff")).to_contain_text(ANSWER)
    expect(mark(page)).to_have_text("✓ Sent")
    assert sorted(said(page)) == sorted([QUESTION, "Are you there?", ANSWER])


def test_where_sockets_are_blocked_it_is_asked_for(desk: ChatDesk, shop: ShopPage, page: Page) -> None:
    ask(shop, page, unsocketed="1")
    desk.say(ANSWER)
    expect(part(page, "message-staff")).to_contain_text(ANSWER)
    say(page, "Thank you")
    expect(mark(page)).to_have_text("✓ Sent")
    assert said(page) == [QUESTION, ANSWER, "Thank you"]
    assert page.evaluate("window.seen.violations") == ["connect-src"]  # tried once, and never again


def test_words_that_the_shop_does_not_take_are_said_otherwise(
    demo: Demo, desk: ChatDesk, shop: ShopPage, page: Page
) -> None:
    with letters_are_taken(demo, shop, blocked_words=["ısırgan*"]):
        page.goto(shop.address(chat="1", lang="tr"))
        launcher(page).click()
        page.get_by_label("Mesajınız").fill("Isırganlar!")
        part(page, "send").click()
        expect(part(page, "fault").first).to_have_text("Bu sözlerle gönderilemiyor. Lütfen başka türlü yazın.")
        page.get_by_label("Mesajınız").fill("Lamba var mı?")
        part(page, "send").click()
        expect(part(page, "name")).to_have_text(AGENT)
        say(page, "ISIRGAN")
        expect(part(page, "answer")).to_contain_text("Lütfen başka türlü yazın.")
        expect(box(page)).to_have_value("ISIRGAN")
        assert serious_faults(page) == []
        say(page, "Teşekkürler")
        expect(part(page, "message-shopper").last).to_contain_text("Teşekkürler")
        expect(mark(page)).to_have_text("✓ Gönderildi")
        assert said(page) == ["Lamba var mı?", "Teşekkürler"]


def test_photos_are_sent_and_shown(desk: ChatDesk, shop: ShopPage, page: Page, tmp_path: Path) -> None:
    photo = tmp_path / "lamp.jpg"
    Image.new("RGB", (640, 480), (180, 90, 40)).save(photo)
    ask(shop, page)
    with page.expect_file_chooser() as chosen:
        page.get_by_role("button", name="Add photos").click()
    chosen.value.set_files([photo])
    expect(part(page, "upload")).to_contain_text("lamp.jpg")
    expect(part(page, "upload").locator("progress")).to_have_count(0)
    part(page, "say").click()
    expect(part(page, "upload")).to_have_count(0)
    picture = part(page, "message-shopper").get_by_role("img", name="Photo 1")
    expect(picture).to_be_visible()
    expect(picture).not_to_have_js_property("naturalWidth", 0)


def test_what_staff_push_opens_by_a_tap_and_the_page_hears_of_the_cart(
    desk: ChatDesk, shop: ShopPage, page: Page
) -> None:
    ask(shop, page)
    page.evaluate("window.carts = []; SaleorSupport.push(['on', 'cart', detail => window.carts.push(detail)])")
    price = {"amount": "129.90", "currency": "TRY"}
    lamp = {"kind": "product", "product": "p", "variant": "v", "name": "Brass lamp", "variant_name": "Large"}
    desk.say(card=lamp | {"price": price, "image": None, "url": f"{shop.url}/?chat=1&about=lamp"})
    desk.say(card={"kind": "cart", "act": "ADDED", "name": "Brass lamp", "quantity": 2, "by": AGENT})
    expect(part(page, "event-text")).to_have_text("Ayşe put 2 × Brass lamp into your cart")
    assert page.evaluate("window.carts.map(({ act, quantity }) => [act, quantity])") == [["ADDED", 2]]
    expect(part(page, "card-product")).to_contain_text("₺129.90")
    page.get_by_role("link", name="Show it: Brass lamp").click()
    expect(page).to_have_url(f"{shop.url}/?chat=1&about=lamp")
    expect(part(page, "event-text")).to_be_visible()
    desk.say("Shall I put one aside?", card={"kind": "choices", "choices": ["Yes, please", "No"]})
    page.get_by_role("button", name="Yes, please").click()
    expect(part(page, "message-shopper").last).to_contain_text("Yes, please")
    expect(part(page, "choice")).to_have_count(0)


def test_staff_know_where_the_shopper_is_until_that_is_taken_away(
    demo: Demo, desk: ChatDesk, shop: ShopPage, page: Page
) -> None:
    ask(shop, page, about="Brass lamp", checkout="Q2hlY2tvdXQ6MQ==")
    here = "select here ->> 'checkout' = %s from support_conversation order by id desc limit 1"
    demo.wait_until(here, "nobody knows where the shopper is", "Q2hlY2tvdXQ6MQ==")
    page.get_by_role("button", name="Do not mention Brass lamp, your cart").click()
    gone = "select here is null or here = '{}' from support_conversation order by id desc limit 1"
    demo.wait_until(gone, "it is still told where the shopper is")
    page.reload()
    expect(part(page, "message-shopper")).to_contain_text(QUESTION)
    expect(part(page, "about-remove")).to_have_count(0)


def test_a_chat_that_is_over_is_rated_with_the_keyboard_alone(
    demo: Demo, desk: ChatDesk, shop: ShopPage, page: Page
) -> None:
    ask(shop, page)
    desk.say(ANSWER)
    expect(part(page, "message-staff")).to_contain_text(ANSWER)
    desk.end()
    expect(part(page, "foot-text")).to_have_text("This chat is over.")
    assert serious_faults(page) == []
    page.get_by_role("radio", name="Very bad").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Good", exact=True)).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("Quick")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(part(page, "thanks")).to_have_text("Thank you for telling us.")
    rated = "select score = 4 and text = 'Quick' from support_conversationrating order by id desc limit 1"
    demo.wait_until(rated, "nothing was kept")
    page.get_by_role("button", name="Start a new chat").click()
    expect(part(page, "form").get_by_role("heading")).to_have_text("Chat with us")


def test_who_is_missed_leaves_an_address(demo: Demo, desk: ChatDesk, shop: ShopPage, page: Page) -> None:
    page.goto(shop.address(chat="1"))
    launcher(page).click()
    page.get_by_label("Message").fill(QUESTION)
    desk.stand_up()  # since the page asked
    part(page, "send").click()
    expect(part(page, "foot-text")).to_contain_text("Nobody is free to chat right now.")
    assert serious_faults(page) == []
    page.get_by_label("E-mail", exact=True).last.fill("ada@shopper.dev")
    part(page, "send").click()
    expect(part(page, "thanks")).to_have_text("Thank you. The answer comes to ada@shopper.dev.")
    kept = "select email = 'ada@shopper.dev' from support_conversation order by id desc limit 1"
    demo.wait_until(kept, "the address was not kept")


def test_the_menu_leads_to_the_phone_and_to_a_transcript(desk: ChatDesk, shop: ShopPage, page: Page) -> None:
    ask(shop, page)
    desk.say(ANSWER)
    expect(part(page, "message-staff")).to_contain_text(ANSWER)
    more = page.get_by_role("button", name="More")
    more.click()
    page.keyboard.press("Escape")
    expect(more).to_be_focused()
    expect(part(page, "panel")).to_be_visible()
    more.click()
    with page.expect_response("**/conversation/phone") as told:
        page.get_by_role("button", name="Continue on your phone").click()
    expect(page.get_by_role("img", name="A code that opens this conversation")).to_be_visible()
    phone = page.context.new_page()
    phone.goto(told.value.json()["url"])
    phone.get_by_label("Your answer").fill("I am on the")
    desk.say("Are you there?")
    expect(phone.locator(".thread li").last).to_contain_text("Are you there?")
    expect(phone.get_by_label("Your answer")).to_have_value("I am on the")
    phone.close()
    page.get_by_role("button", name="Back").click()
    more.click()
    page.get_by_role("button", name="Send it to me by e-mail").click()
    page.get_by_label("E-mail", exact=True).last.fill("ada@shopper.dev")
    part(page, "send").click()
    expect(part(page, "notice")).to_have_text("It is on its way to ada@shopper.dev.")
    more.click()
    page.get_by_role("button", name="End the chat").click()
    expect(part(page, "foot-text")).to_have_text("This chat is over.")


@pytest.mark.parametrize(("locale", "scheme", "width"), [("en", "light", 360), ("tr", "dark", 1280)])
def test_axe_finds_nothing_serious(
    desk: ChatDesk, shop: ShopPage, page: Page, locale: str, scheme: Any, width: int
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 760})
    ask(shop, page, lang=locale, about="Brass lamp")
    price = {"amount": "129.90", "currency": "TRY"}
    lamp = {"kind": "product", "name": "Brass lamp", "variant_name": "Large", "price": price, "url": shop.url}
    desk.say("See https://shop.example/lamp", card=lamp)
    desk.say(card={"kind": "choices", "choices": ["Yes", "No"]})
    expect(part(page, "choice")).to_have_count(2)
    assert serious_faults(page) == []
    part(page, "more").click()
    assert serious_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

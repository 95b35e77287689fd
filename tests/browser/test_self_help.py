"""Shoppers find a product or a help page by themselves; staff put the same page into an answer."""

import pytest
from playwright.sync_api import Locator, Page, expect

from .axe import is_well
from .demo import Demo
from .visiting import enter, open_app

pytestmark = pytest.mark.browser

RETURN = "I would like to return the running shoes"
WORDS = {
    "en": ("Help", "Find a product", "What are you looking for?", "Desk lamp", "Ask us about it", "About:"),
    "tr": ("Yardım", "Ürün bulun", "Ne arıyorsunuz?", "Masa lambası", "Bize sorun", "Konu:"),
}
KINDS = {"en": ("Home", "Take Home away", "7 products"), "tr": ("Ev", "Ev seçimini kaldır", "7 ürün")}


@pytest.fixture(autouse=True)
def _nobody_wrote_lately(demo: Demo) -> None:
    demo.forget_how_often()


def panel(page: Page, help_word: str) -> Locator:
    page.get_by_role("button", name=help_word).press("Enter")
    return page.get_by_role("dialog", name="Demo shop")


@pytest.mark.parametrize("language", ["en", "tr"])
def test_a_shopper_finds_a_product_by_keyboard_and_asks_about_it(demo: Demo, page: Page, language: str) -> None:
    help_word, find, looking, lamp, ask, about = WORDS[language]
    kind, remove, count = KINDS[language]
    enter(page, demo, language)
    chat = panel(page, help_word)
    chat.get_by_role("button", name=find).press("Enter")
    box = chat.get_by_role("searchbox", name=looking)
    expect(box).to_be_focused()
    expect(chat.get_by_role("listitem").filter(has_text=lamp)).to_be_visible()
    is_well(page)
    chat.get_by_role("group").get_by_role("button", name=kind).press("Enter")
    expect(chat.get_by_role("button", name=remove)).to_be_focused()
    expect(chat).to_contain_text(count)
    is_well(page)
    box.fill("lamp")
    box.press("Enter")
    expect(chat.locator("[part=found] > li")).to_have_count(1)
    chat.get_by_role("button", name=f"{ask}: {lamp}").press("Enter")
    expect(chat.locator("[part=about]")).to_contain_text(f"{about} {lamp}")
    is_well(page)


def test_what_is_not_sold_is_said_on_a_phone(demo: Demo, phone: Page) -> None:
    enter(phone, demo)
    chat = panel(phone, "Help")
    chat.get_by_role("button", name="Find a product").tap()
    chat.get_by_role("searchbox").fill("bicycle")
    chat.get_by_role("button", name="Search").tap()
    expect(chat).to_contain_text("Nothing was found. Try other words, or write to us.")
    is_well(phone)
    chat.get_by_role("button", name="Back").tap()
    expect(chat.get_by_label("Message", exact=True)).to_be_visible()


def test_a_help_page_meets_who_writes_and_goes_into_the_answer(demo: Demo, page: Page, phone: Page) -> None:
    enter(phone, demo)
    chat = panel(phone, "Help")
    chat.get_by_label("Message", exact=True).press_sequentially(RETURN)
    found = chat.get_by_role("link", name="Returns and refunds")
    expect(found).to_be_visible()
    is_well(phone)
    with phone.context.expect_page() as opened:
        found.tap()
    expect(opened.value.get_by_role("heading", name="Returns and refunds")).to_be_visible()
    is_well(opened.value)
    chat.get_by_role("button", name="It did").tap()
    expect(chat).to_contain_text("Good to hear. You can still write to us.")
    demo.wait_until("select coalesce(sum(times), 0) = 1 from support_articlehelp", "it was not counted")
    chat.get_by_label("E-mail", exact=True).fill("shoes@example.com")
    chat.get_by_role("button", name="Send").tap()
    expect(chat).to_contain_text("Your number is #")

    page.goto(f"{demo.url}/dashboard/?locale=en")
    inbox = open_app(page)
    inbox.get_by_role("link").filter(has_text=RETURN).first.click()
    inbox.get_by_text("1 article that may help").click()
    is_well(inbox)
    inbox.get_by_role("button", name="Put the link to “Returns and refunds” into the answer").click()
    expect(inbox.get_by_label("Your reply")).to_have_value(f"{demo.url}/pages/returns-and-refunds")

"""The playground, where a developer tries the elements with a store's own data and takes the code along."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .axe import serious_faults
from .shop_page import ShopPage
from .test_widget import DEFINED, line_of

pytestmark = pytest.mark.browser

LABELS = {
    "en": ["Variant's id in Saleor", "HTML code", "React code", "Locale", "Open it"],
    "tr": ["Çeşidin Saleor kimliği", "HTML kodu", "React kodu", "Dil", "Aç"],
}


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_developer_tries_the_elements_and_takes_the_code(
    shop: ShopPage, page: Page, language: str, width: int, scheme: Any
) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    variant, html, react, locale, opens = LABELS[language]
    page.goto(f"{shop.service}/playground?store={shop.store}&channel=tr&locale=tr&product=UHJvZHVjdDox&lang={language}")
    page.get_by_label(variant).fill(shop.variant)
    expect(line_of(page)).to_be_visible()
    expect(page.get_by_label(html).first).to_contain_text(
        f'<support-delivery variant="{shop.variant}" country="TR"></support-delivery>'
    )
    expect(page.get_by_label(html).first).to_contain_text(f'src="{shop.service}/widget.js" data-store="{shop.store}"')
    expect(page.get_by_label(react).first).to_contain_text(f'variant="{shop.variant}"')
    expect(page.get_by_label(html).nth(1)).to_contain_text('<support-reviews product="UHJvZHVjdDox">')
    expect(page.get_by_label(react).nth(4)).to_contain_text("import { Chat } from")
    page.get_by_label(locale, exact=True).fill("en")
    expect(page.locator("support-delivery [part=price]")).to_contain_text(re.compile("shipping|free", re.IGNORECASE))
    page.locator("support-reviews").scroll_into_view_if_needed()
    expect(page.locator("support-reviews [part=line]")).to_be_visible()
    expect(page.locator("#events")).to_contain_text("saleor-support:delivery")
    expect(page.locator("#events")).to_contain_text("saleor-support:reviews")
    page.get_by_role("button", name=opens, exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious_faults(page) == []
    assert complaints == []
    page.reload()  # what was typed is in the address
    page.locator("support-delivery").scroll_into_view_if_needed()
    expect(line_of(page)).to_be_visible()
    page.get_by_role("link", name={"en": "Türkçe", "tr": "English"}[language]).click()
    expect(line_of(page)).to_be_visible()
    expect(page.get_by_label(LABELS["tr" if language == "en" else "en"][0])).to_have_value(shop.variant)


def test_without_a_store_the_playground_says_where_its_key_is(shop: ShopPage, page: Page) -> None:
    page.goto(f"{shop.service}/playground?locale=en")
    expect(page.get_by_text("saleor-support doctor --json")).to_be_visible()
    page.get_by_label("Store key").fill(shop.store)
    page.get_by_label("Channel").fill("tr")
    page.get_by_role("button", name="Load").click()
    page.wait_for_url(re.compile(f"store={shop.store}"))
    page.evaluate(DEFINED)


def test_beside_a_demo_the_playground_opens_with_something_to_see(shop: ShopPage, page: Page) -> None:
    page.goto(f"{shop.service}/playground")
    expect(page.get_by_label("Store key")).to_have_value(shop.store)
    for element in ("<support-reviews>", "<support-questions>"):
        part = page.get_by_role("region", name=element)
        expect(part.get_by_label("Product's id in Saleor")).not_to_have_value("")
    expect(line_of(page)).to_be_visible()

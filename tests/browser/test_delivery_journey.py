"""A shopper reads on the product page what delivery costs and when a parcel comes, for what they choose."""

import re
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Response, expect

from .axe import is_well
from .demo import Demo
from .visiting import chip, enter

pytestmark = pytest.mark.browser

# What costs what, as the sample shop's shipping methods say.
TO_GERMANY = {"Letter": "€2.90", "Parcel": "€4.90", "Express": "€12.90"}
DAY = r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \d{1,2}"


def line_of(page: Page) -> Locator:
    return page.locator("support-delivery [part=line]")


def is_about(answer: Response, variant: str, *place: str) -> bool:
    return "/".join(["", "delivery", quote(variant, safe=""), *place]) in urlsplit(answer.url).path


def test_the_delivery_line_follows_what_the_shopper_chooses(demo: Demo, page: Page) -> None:
    enter(page, demo)
    page.get_by_role("link", name="Linen shirt").click()
    expect(line_of(page)).to_contain_text(f"Shipping {TO_GERMANY['Letter']}")
    is_well(page)

    large = page.get_by_label("L", exact=True)
    variant = large.get_attribute("value") or ""
    assert page.locator("support-delivery").get_attribute("variant") != variant
    with page.expect_response(lambda answer: is_about(answer, variant, "DE")) as asked:
        chip(page, "L").click()
    assert asked.value.ok
    assert asked.value.json()["options"][0]["price"] == {"amount": "2.90", "currency": "EUR"}
    expect(page).to_have_url(re.compile(f"variant={quote(variant, safe='')}"))
    expect(line_of(page)).to_contain_text(f"Shipping {TO_GERMANY['Letter']}")

    page.locator("support-delivery [part=change]").click()
    where = page.get_by_role("dialog")
    expect(where.get_by_role("option")).to_have_text(["Austria", "France", "Germany", "Netherlands"])
    where.get_by_label("Country").select_option(label="France")
    where.get_by_label("Postal code").fill("75001")
    with page.expect_response(lambda answer: is_about(answer, variant, "FR", "75001")) as asked:
        where.get_by_role("button", name="Show delivery").click()
    assert asked.value.ok
    expect(page.locator("support-delivery [part=destination]")).to_have_text("France 75001")

    page.get_by_role("button", name="Delivery options").click()
    options = page.locator("support-delivery [part=option]")
    expect(options).to_have_count(3)
    for option, (name, price) in zip(options.all(), TO_GERMANY.items(), strict=True):
        expect(option).to_contain_text(name)
        expect(option).to_contain_text(price)
    expect(options.filter(has_text="Parcel")).to_contain_text(re.compile(DAY))
    is_well(page)


def test_the_line_says_what_the_checkout_charges(demo: Demo, page: Page) -> None:
    """In the other currency, where the cheapest way has days."""
    enter(page, demo)
    page.get_by_role("link", name="₺ TRY").click()
    page.get_by_role("link", name="Linen shirt").click()
    expect(line_of(page)).to_contain_text(re.compile(rf"[Gg]et it {DAY}( – {DAY})?"))
    expect(line_of(page)).to_contain_text("₺49.90")
    chip(page, "M").click()
    expect(line_of(page)).to_contain_text("₺49.90")
    promised = page.locator("[name=promise]")
    expect(promised).not_to_have_value("")  # it goes into the bag with the shirt
    page.get_by_role("button", name="Add to bag").click()
    page.get_by_role("link", name="To the checkout").click()
    page.get_by_role("link", name="Fill in a sample address").click()
    expect(page.get_by_label("Standard")).to_be_checked()
    expect(page.locator("label", has_text="Standard")).to_contain_text("₺49.90")
    is_well(page)

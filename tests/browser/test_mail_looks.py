"""Every mail in a real browser: on a phone and a desk, light and dark, with the styles in `<head>` and without them."""

import re

import pytest
from playwright.sync_api import Browser

from saleor_support_plugin.mails import catalogue
from saleor_support_plugin.mails.rendering import Brand, Letter, Line, render

from .axe import serious_faults

pytestmark = pytest.mark.browser
NAME = "Keten masa örtüsü, çok uzun bir adla satılan ve kenarları elde işlenmiş"
LINES = (Line(NAME, "140 × 220 cm", 2, "₺12.469,00"), Line("Mug", "", 1, "₺249,00"), Line("سجادة صوف", "", 1, "₺9,00"))
BRANDS = (Brand("Evim Dükkân"), Brand("E", accent="#ffd400", address="Modacad. 12\n34710 Kadıköy"))


def mail(kind: str, language: str, brand: Brand) -> str:
    values: dict[str, str | int] = {"number": "1042", "subject": NAME, "delivered_on": "20 Kasım 2026", "days": 60}
    sells = kind in ("cart_reminder", "review_request")
    ways = {"unsubscribe": "https://shop.dev/u", "preferences": "https://shop.dev/p"} if sells else {}
    quote = "Merhaba,\n\nhttps://shop.dev/" + "x" * 90 if kind == "ticket_reply" else ""
    lines = LINES if sells else ()
    letter = Letter(kind, language, brand, values, "https://shop.dev/", lines, "₺12.727,00", quote, **ways)
    return render(letter, catalogue.built(kind, language).texts).html


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
@pytest.mark.parametrize("kind", catalogue.VALUES)
def test_a_mail_fits_and_can_be_read_everywhere(browser: Browser, kind: str, language: str) -> None:
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        for brand in BRANDS:
            whole = mail(kind, language, brand)
            stripped = re.sub(r"<style.*?</style>", "", whole, flags=re.DOTALL)
            for width in (360, 640):
                for html in (whole, stripped) if scheme == "light" else (whole,):
                    page.set_viewport_size({"width": width, "height": 800})
                    page.set_content(html)
                    assert page.evaluate("document.documentElement.scrollWidth") <= width
                    assert serious_faults(page.main_frame) == []
        context.close()

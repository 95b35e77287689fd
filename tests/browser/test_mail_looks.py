"""Every mail in a real browser: on a phone and a desk, light and dark, with the styles in `<head>` and without them."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser

from saleor_support_plugin.mails import catalogue
from saleor_support_plugin.mails.letter import Brand, Coupon, Letter, Line, Sum, Way
from saleor_support_plugin.mails.rendering import render

from .axe import serious_faults

pytestmark = pytest.mark.browser
NAME = "Keten masa örtüsü, çok uzun bir adla satılan ve kenarları elde işlenmiş"
LINES = (
    Line(NAME, "140 × 220 cm", 2, "₺12.469,00", was="önceden ₺11.999,00", note="Yalnızca 2 adet kaldı"),
    Line("Mug", "", 1, "₺249,00"),
    Line("سجادة صوف", "", 1, "₺9,00"),
)
REMINDER: dict[str, Any] = {
    "shown": 2,
    "rest": "₺9,00",
    "sums": (Sum("Kargo", "₺49,90"), Sum("İndirim", "−₺49,90")),
    "promise": "20 Kasım Cuma günü verilen sipariş 24 Kasım Salı ile 26 Kasım Perşembe arasında ulaşır.",
    "coupon": Coupon("BACK-7K2MQX-ABCDEFGHIJKLMNOPQ", "Bu kodla bir kez %10 indirim; son gün 27 Kasım 2026."),
    "answers": tuple(Way("Teslimat çok uzun sürüyor", "https://shop.dev/w") for _ in range(8)),
    "help": (Way("Telefon: +90 212 555 00 00", "tel:+902125550000"), Way("E-posta: " + "x" * 40, "mailto:x@y.dev")),
    "hours": "Buradayız: Pzt–Cum 09:00–18:00, Cmt 10:00–14:00.",
}
BRANDS = (Brand("Evim Dükkân"), Brand("E", accent="#ffd400", address="Modacad. 12\n34710 Kadıköy"))


def mail(kind: str, language: str, brand: Brand) -> str:
    values: dict[str, str | int] = {"number": "1042", "subject": NAME, "delivered_on": "20 Kasım 2026", "days": 60}
    values |= {"product": NAME, "question": NAME * 5}
    sells = kind in ("cart_reminder", "review_request")
    ways = ("https://shop.dev/u", "https://shop.dev/p") if sells else ("", "")
    quote = "Merhaba,\n\nhttps://shop.dev/" + "x" * 90 if kind in ("ticket_reply", "question_answered") else ""
    lines = LINES if sells else ()
    more = {"unsubscribe": ways[0], "preferences": ways[1], **(REMINDER if kind == "cart_reminder" else {})}
    letter = Letter(kind, language, brand, values, "https://shop.dev/", lines, total="₺12.727,00", quote=quote, **more)
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

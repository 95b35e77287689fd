"""A parcel arrives, its buyer is asked a day later, and what they say stands on the product's page; all in Turkish."""

import pytest
from playwright.sync_api import Page, expect

from .axe import is_well
from .demo import Demo
from .visiting import SOON, chip, enter, followed, go_to, mails_to, open_app, open_mail, press, pressed

pytestmark = pytest.mark.browser

BUYER = "bowl-buyer@example.com"
TITLE, TEXT = "Her sabah", "Elde güzel duruyor, sırrı pürüzsüz."


def buy_a_bowl(page: Page) -> None:
    page.get_by_role("link", name="Seramik kâse").click()
    chip(page, "Büyük").click()
    page.get_by_role("button", name="Sepete ekle").click()
    page.get_by_role("link", name="Ödemeye geç").click()
    page.get_by_role("link", name="Örnek adres doldur").click()
    page.get_by_label("E-posta", exact=True).fill(BUYER)
    page.get_by_role("button", name="Siparişi ver").click()
    expect(page.get_by_role("heading", name="Teşekkürler!")).to_be_visible()
    is_well(page)


def let_it_arrive(page: Page) -> None:
    stages = page.locator(".stages")
    expect(pressed(page, page.locator("#main").get_by_role("button", name="Kargoya ver"))).to_contain_text("yolda")
    expect(stages.get_by_role("listitem").filter(has_text="Teslim edildi")).to_contain_text("henüz değil")
    said = pressed(page, page.locator("#main").get_by_role("button", name="Kargoyu teslim et"))
    expect(said).to_contain_text("teslim edildi; uygulama biliyor")
    expect(stages).not_to_contain_text("henüz değil")
    is_well(page)


def write_a_review(form: Page) -> None:
    expect(form.get_by_role("heading", name="Siparişinizle her şey yolunda mı?")).to_be_visible()
    is_well(form)
    form.get_by_role("link", name="Her şey yolunda").click()
    expect(form.get_by_role("heading", name="Nasıl buldunuz?")).to_be_visible()
    is_well(form)
    form.locator("label", has_text="4 / 5").click()
    expect(form.get_by_role("radio", name="4 / 5")).to_be_checked()
    form.get_by_label("Kısaca").fill(TITLE)
    form.get_by_label("Değerlendirmeniz").fill(TEXT)
    form.get_by_label("Başkalarının göreceği adınız").fill("D. K.")
    form.get_by_role("button", name="Değerlendirmeyi gönder").click()
    expect(form.get_by_role("heading", name="Teşekkürler")).to_be_visible()
    is_well(form)


def publish(page: Page) -> None:
    """As a member of staff who may see this channel's orders and nothing else."""
    go_to(page, "Dashboard")
    page.get_by_role("combobox", name="Kişi").select_option("support")
    page.get_by_role("button", name="Göster").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Merhaba, Ekin")
    app = open_app(page, "Değerlendirmeler")
    waiting = app.get_by_role("listitem").filter(has_text=TEXT)
    expect(waiting).to_contain_text("D. K.")
    is_well(app)
    waiting.get_by_role("button", name="Yayımla").click()
    expect(app.get_by_text("Değerlendirme yayımlandı.")).to_be_visible()
    expect(waiting).to_have_count(0)
    app.get_by_text("Yayında", exact=True).click()
    expect(waiting).to_have_count(1)
    is_well(app)


def test_a_buyer_is_asked_and_what_they_say_stands_on_the_product_page(demo: Demo, page: Page) -> None:
    enter(page, demo, "tr")
    buy_a_bowl(page)
    let_it_arrive(page)
    go_to(page, "Giden kutusu")
    expect(mails_to(page, BUYER)).to_have_count(0)

    expect(press(page, "Bir gün sonra")).to_contain_text("Bir gün geçti")
    expect(mails_to(page, BUYER)).to_have_count(1, timeout=SOON)
    mail = open_mail(page, mails_to(page, BUYER))
    expect(page.get_by_role("heading", level=1)).to_have_text("Nasıl buldunuz: Seramik kâse")
    is_well(page)
    write_a_review(followed(page, mail.get_by_role("link", name="Değerlendir", exact=True)))

    product = f"{demo.url}/tr/tr/products/ceramic-bowl"
    page.goto(product)
    reviews = page.locator("support-reviews")
    expect(reviews).to_contain_text("Henüz değerlendirme yok")
    publish(page)

    page.goto(product)
    expect(reviews).to_contain_text("1 değerlendirme")
    expect(reviews.get_by_label("5 yıldız üzerinden 4").first).to_be_visible()
    reviews.get_by_role("button", name="Değerlendirmeleri oku").click()
    review = reviews.get_by_role("listitem")
    expect(review).to_have_count(1)
    for said in (TITLE, TEXT, "D. K.", "Doğrulanmış alıcı"):
        expect(review).to_contain_text(said)
    is_well(page)

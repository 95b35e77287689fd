"""Somebody asks about a product on a phone, staff answer, and who asked hears of it; all in Turkish."""

import pytest
from playwright.sync_api import Page, expect

from .axe import is_well
from .demo import Demo
from .visiting import SOON, enter, go_to, mails_to, open_app, open_mail

pytestmark = pytest.mark.browser

ASKER = "throw-asker@example.com"
QUESTION, ANSWER = "Makinede yıkanabilir mi?", "Evet, 30 derecede, yünlü programında."


def ask_on_a_phone(phone: Page, demo: Demo) -> None:
    phone.goto(f"{demo.url}/tr/tr/products/wool-blanket")
    questions = phone.locator("support-questions")
    questions.scroll_into_view_if_needed()
    expect(questions).to_contain_text("Henüz soru yok")
    questions.get_by_role("button", name="Soru sor").tap()
    expect(questions.get_by_label("Sorunuz")).to_be_focused()
    is_well(phone)
    questions.get_by_role("button", name="Gönder").tap()
    expect(questions.get_by_label("Sorunuz")).to_have_attribute("aria-invalid", "true")
    questions.get_by_label("Sorunuz").fill(QUESTION)
    questions.get_by_label("Başkalarının göreceği ad").fill("Can")
    questions.get_by_label("Yanıtı bildirmek için e-posta").fill(ASKER)
    is_well(phone)
    questions.get_by_role("button", name="Gönder").tap()
    expect(questions.get_by_role("status").first).to_contain_text("Teşekkürler")
    expect(questions.get_by_role("button", name="Soru sor")).to_be_focused()
    is_well(phone)


def answer(page: Page) -> None:
    """As staff who may see this channel's orders and nothing else; first in the wrong words, by keyboard."""
    go_to(page, "Dashboard")
    page.get_by_role("combobox", name="Kişi").select_option("support")
    page.get_by_role("button", name="Göster").click()
    app = open_app(page, "Sorular")
    waiting = app.get_by_role("listitem").filter(has_text=QUESTION)
    expect(waiting).to_contain_text("Can")
    is_well(app)
    box = waiting.get_by_role("textbox")
    box.fill("Hayır.")
    box.press("Control+Enter")
    expect(app.get_by_text("Yanıtınız yayımlandı.")).to_be_visible()
    expect(waiting).to_have_count(0)
    app.get_by_role("button", name="Geri al").click()
    expect(box).to_have_value("Hayır.")
    box.fill(ANSWER)
    waiting.get_by_role("button", name="Yanıtla", exact=True).click()
    expect(waiting).to_have_count(0)
    app.get_by_text("Yanıtlanmış", exact=True).click()
    expect(waiting).to_contain_text(ANSWER)
    is_well(app)


def test_a_question_is_answered_for_everybody_and_who_asked_is_told_once(demo: Demo, page: Page, phone: Page) -> None:
    enter(page, demo, "tr")
    ask_on_a_phone(phone, demo)
    answer(page)
    phone.reload()
    questions = phone.locator("support-questions")
    questions.scroll_into_view_if_needed()
    expect(questions).to_contain_text("1 soru", timeout=SOON)
    show = questions.get_by_role("button", name="Soruları oku")
    if show.is_visible():
        show.tap()
    for said in (QUESTION, "Can", ANSWER, "Mağazanın yanıtı"):
        expect(questions.get_by_role("list", name="Sorular ve yanıtlar")).to_contain_text(said)
    is_well(phone)
    go_to(page, "Giden kutusu")
    expect(mails_to(page, ASKER)).to_have_count(1, timeout=2 * SOON)
    mail = open_mail(page, mails_to(page, ASKER))
    for said in (QUESTION, ANSWER):
        expect(mail.locator("body")).to_contain_text(said)
    is_well(page)

"""A shopper writes, staff answer in Dashboard, and the answer is in the chat and behind the link in its mail."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .axe import is_well
from .demo import Demo
from .visiting import SOON, enter, followed, go_to, mails_to, open_app, open_mail

pytestmark = pytest.mark.browser

SHOPPER = "blanket-lover@example.com"
QUESTION, ANSWER = "Does the blanket come in green?", "Yes, from December on."
THANKS, WISH = "Thank you, I will wait for it.", "Please put one aside for me."
BROKEN, REGRET = "One glass came broken.", "A new one leaves today."
UNPROVEN = "Address not confirmed"
# A shop's own form, as docs/storefront.md has it.
POST = """([address, form]) => fetch(address, {
    method: "POST",
    headers: {"Content-Type": "application/json"},
    body: JSON.stringify(form),
}).then(answer => answer.json())"""


@pytest.fixture(autouse=True)
def _nobody_wrote_lately(demo: Demo) -> None:
    demo.forget_how_often()


def write_in_the_chat(phone: Page) -> Locator:
    """Return what the shopper then sees of the conversation."""
    phone.get_by_role("button", name="Help").tap()
    chat = phone.get_by_role("dialog", name="Demo shop")
    is_well(phone)
    chat.get_by_label("Message", exact=True).fill(QUESTION)
    chat.get_by_label("E-mail", exact=True).fill(SHOPPER)
    chat.get_by_role("button", name="Send").tap()
    expect(chat).to_contain_text("Your number is #")
    log = chat.get_by_role("log")
    expect(log).to_contain_text(QUESTION)
    expect(log).not_to_contain_text(ANSWER)
    is_well(phone)
    return log


def conversation_page(page: Page, email: str, subject: str) -> Page:
    """Open the newest mail about something in the outbox, and follow its link as its reader would."""
    go_to(page, "Outbox")
    mail = open_mail(page, mails_to(page, email).filter(has_text=subject).first)
    is_well(page)
    opened = followed(page, mail.get_by_role("link", name="Answer", exact=True))
    expect(opened.get_by_role("heading", level=1)).to_have_text(subject)
    is_well(opened)
    return opened


def test_a_message_in_the_chat_is_answered_and_goes_on_behind_the_mails_link(
    demo: Demo, page: Page, phone: Page
) -> None:
    enter(phone, demo)
    log = write_in_the_chat(phone)

    page.goto(f"{demo.url}/dashboard/?locale=en")
    inbox = open_app(page)
    inbox.get_by_role("link").filter(has_text=QUESTION).first.click()
    thread = inbox.get_by_role("article")
    expect(thread).to_contain_text(UNPROVEN)
    is_well(inbox)
    inbox.get_by_label("Your reply").fill(ANSWER)
    inbox.get_by_role("button", name="Send").click()
    expect(page.locator("#toasts")).to_contain_text("Sent to the shopper")
    expect(thread).to_contain_text("Waiting for the shopper")

    expect(log).to_contain_text(ANSWER, timeout=SOON)
    phone.get_by_label("Your message").fill(THANKS)
    phone.get_by_role("dialog").get_by_role("button", name="Send").tap()
    expect(log).to_contain_text(THANKS)
    expect(thread).to_contain_text(THANKS, timeout=SOON)  # nobody reloads the inbox

    conversation = conversation_page(page, SHOPPER, QUESTION)
    said = conversation.get_by_role("list", name="Messages")
    for text in (ANSWER, THANKS):
        expect(said).to_contain_text(text)
    conversation.get_by_label("Your answer").fill(WISH)
    conversation.get_by_role("button", name="Send").click()
    expect(said).to_contain_text(WISH)
    # From now on it is the mailbox's: anybody may have typed its address into the chat.
    chat = phone.get_by_role("dialog", name="Demo shop")
    expect(chat).to_contain_text("has ended here, or goes on by e-mail", timeout=SOON)
    expect(chat).not_to_contain_text(ANSWER)
    is_well(phone)

    go_to(page, "Dashboard")
    inbox = open_app(page)
    inbox.get_by_role("link").filter(has_text=QUESTION).first.click()
    thread = inbox.get_by_role("article")
    expect(thread).to_contain_text(WISH)
    expect(thread).not_to_contain_text(UNPROVEN)  # who opened the mail's link reads that mailbox
    is_well(inbox)


def send_the_shops_own_form(page: Page, **form: Any) -> None:
    tag = page.locator("script[data-store]")
    service, store, channel = (tag.get_attribute(name) or "" for name in ("src", "data-store", "data-channel"))
    address = f"{service.removesuffix('/widget.js')}/s/{store}/{channel}/tickets"
    answer = page.evaluate(POST, [address, form])
    assert answer["ok"], answer


def test_a_message_about_an_order_is_answered_beside_it(demo: Demo, page: Page) -> None:
    enter(page, demo)
    page.goto(f"{demo.url}/en/tr/account")
    page.get_by_role("button", name="Ayşe").click()
    number = page.locator(".orders a").first.inner_text()
    page.locator(".orders a").first.click()
    email = page.locator(".facts dd").first.inner_text()
    send_the_shops_own_form(page, email=email, text=BROKEN, order={"number": number})

    go_to(page, "Dashboard")
    page.locator(".menu").get_by_role("link", name="Orders", exact=True).click()  # the first page names the newest only
    page.get_by_role("link", name=number, exact=True).click()
    card = page.frame_locator("#extensions iframe")
    ticket = card.get_by_role("listitem").filter(has_text=BROKEN)
    ticket.get_by_role("button", name="Reply").click()
    ticket.get_by_label("Your reply").fill(REGRET)
    ticket.get_by_role("button", name="Send").click()
    expect(page.locator("#toasts")).to_contain_text("Sent to the shopper")
    expect(ticket).to_contain_text(REGRET)
    is_well(page)

    expect(conversation_page(page, email, BROKEN).get_by_role("list", name="Messages")).to_contain_text(REGRET)

"""A shopper chats with the shop's own page, and a member of staff answers in Dashboard."""

import re
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from .axe import is_well
from .demo import Demo
from .visiting import enter, sit_down

pytestmark = pytest.mark.browser

QUESTION, ANSWER = "Is the desk lamp bright enough to read by?", "It is, with 800 lumens."
THANKS, NOTE, LATE = "Then I take two.", "Reads at night", "One more thing"
# What a page of the shop's does, as docs/chat-protocol.md has it; the panel is tried elsewhere.
FETCH = """([path, token, body]) => {
    const tag = document.querySelector("script[data-store]");
    const {store, channel} = tag.dataset;
    const address = `${new URL(tag.src).origin}/s/${store}/${channel}/${path}`;
    const headers = {"Content-Type": "application/json", ...(token && {Authorization: `Bearer ${token}`})};
    return fetch(address, {method: body ? "POST" : "GET", headers, body: body && JSON.stringify(body)})
        .then(async answer => ({...await answer.json(), status: answer.status}));
}"""


@pytest.fixture(autouse=True)
def _nobody_wrote_lately(demo: Demo) -> None:
    demo.forget_how_often()


class Shopper:
    """Somebody on a page of the shop's who chats, and looks when they want to."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.token = ""

    def begins(self, text: str) -> None:
        said = {"text": text, "key": uuid4().hex, "name": "Ada", "locale": "en"}
        self.token = self._ask("chat/session", said)["token"]

    def says(self, text: str) -> int:
        """Return the status of the answer."""
        status: int = self._ask("conversation", {"text": text, "key": uuid4().hex})["status"]
        return status

    def read(self) -> list[str]:
        return [message["text"] for message in self._ask("conversation")["messages"]]

    def shown(self) -> list[dict[str, str]]:
        """Return the photos of the newest message."""
        photos: list[dict[str, str]] = self._ask("conversation")["messages"][-1]["card"]["photos"]
        return photos

    def _ask(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        answer: dict[str, Any] = self.page.evaluate(FETCH, [path, self.token, body])
        return answer


def test_staff_answer_a_chat_and_what_they_end_is_a_closed_ticket(demo: Demo, page: Page, phone: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    enter(phone, demo)
    inbox = sit_down(page, demo)
    shopper = Shopper(phone)
    shopper.begins(QUESTION)
    chat = inbox.get_by_role("link").filter(has_text=QUESTION)
    expect(chat).to_contain_text("With you")
    chat.click()
    log = inbox.get_by_role("log")
    expect(log).to_contain_text(QUESTION)

    inbox.get_by_label("Your reply").fill(ANSWER)
    inbox.get_by_role("button", name="Send").click()
    expect(log.get_by_text(ANSWER)).to_have_count(1)
    expect(inbox.get_by_text("Sending…")).to_have_count(0)
    assert shopper.read() == [QUESTION, ANSWER]

    assert shopper.says(THANKS) == 200
    expect(log).to_contain_text(THANKS)  # nobody reloads the inbox
    inbox.get_by_text("Note", exact=True).click()
    inbox.get_by_label("Note for colleagues").fill(NOTE)
    inbox.get_by_role("button", name="Add note").click()
    expect(log).to_contain_text(NOTE)
    assert shopper.read() == [QUESTION, ANSWER, THANKS]
    is_well(inbox)

    inbox.get_by_role("button", name="End chat").click()
    expect(inbox.get_by_role("button", name="Reopen")).to_be_visible()
    assert shopper.says(LATE) == 409
    expect(inbox.get_by_text("0 of 3 chats")).to_be_visible()
    expect(chat).to_have_count(0)
    inbox.get_by_text("Narrow down").click()
    inbox.get_by_label("State", exact=True).select_option("CLOSED")
    expect(chat).to_have_count(1)
    search = inbox.get_by_role("textbox", name="Search")
    search.fill("candles")
    expect(chat).to_have_count(0)
    search.fill("LUMENS")
    expect(chat).to_have_count(1)
    is_well(inbox)


def test_a_macro_is_written_once_and_filled_in_for_each_shopper(demo: Demo, page: Page, phone: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    enter(phone, demo)
    inbox = sit_down(page, demo)
    inbox.get_by_role("link", name="Macros").click()
    inbox.get_by_role("button", name="New macro").click()
    inbox.get_by_label("Name", exact=True).fill("Greeting")
    inbox.get_by_label("Text in English").fill("Hello {{customer.name}}, about order {{order.number}}:")
    inbox.get_by_role("button", name="Save").click()
    expect(inbox.get_by_role("button", name=re.compile("^Greeting"))).to_be_visible()
    is_well(inbox)
    inbox.get_by_role("link", name="Inbox", exact=True).first.click()

    shopper = Shopper(phone)
    shopper.begins(QUESTION)
    inbox.get_by_role("link").filter(has_text=QUESTION).first.click()
    reply = inbox.get_by_label("Your reply")
    reply.press_sequentially("/gre")
    expect(inbox.get_by_role("listbox").get_by_role("option")).to_have_count(1)
    reply.press("Enter")
    expect(reply).to_have_value("Hello Ada, about order {{order.number}}:")
    expect(inbox.get_by_role("alert")).to_contain_text("Still to be filled in: {{order.number}}")
    reply.press("Control+Enter")
    assert shopper.read() == [QUESTION]
    reply.fill("Hello Ada!")
    reply.press("Control+Enter")
    expect(inbox.get_by_role("log").get_by_text("Hello Ada!")).to_have_count(1)
    expect(inbox.get_by_text("Sending…")).to_have_count(0)
    assert shopper.read() == [QUESTION, "Hello Ada!"]
    inbox.get_by_role("button", name="End chat").click()
    expect(inbox.get_by_role("button", name="Reopen")).to_be_visible()

"""From nothing to a first message that is answered, as somebody new would find the way: by what `up` says."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ..journeys.running import Running
from .visiting import SOON, followed

pytestmark = [pytest.mark.browser, pytest.mark.slow]

QUESTION, ANSWER = "Do you deliver to islands?", "To every one that has a post office."


class Steps:
    """Prints how long each step took; what is long depends on the machine, so no test judges it."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def done(self, what: str) -> None:
        print(f"{time.monotonic() - self._began:6.1f} s  {what}")


def test_somebody_new_writes_answers_and_reads_by_what_up_says(tmp_path: Path, page: Page) -> None:
    steps = Steps()
    with Running(tmp_path / "data") as running:
        said = running.said_when_ready()
        steps.done("ready")
        links = re.findall(r"^  (\d\. .+?) {2,}(\S+)$", said, re.MULTILINE)
        assert [name for name, _ in links] == [
            "1. write in the shop's chat",
            "2. answer in its Dashboard",
            "3. read the mail about it",
        ]
        shop, dashboard, outbox = (link for _, link in links)

        page.goto(shop)
        page.get_by_role("button", name="Open the chat").click(timeout=SOON)  # once the app is installed in the shop
        page.get_by_label("Message", exact=True).fill(QUESTION)
        page.get_by_label("E-mail", exact=True).fill("newcomer@example.com")
        page.get_by_role("button", name="Send").click()
        log = page.get_by_role("log")
        expect(log).to_contain_text(QUESTION)
        expect(log).not_to_contain_text(ANSWER)
        steps.done("written")

        staff = page.context.new_page()
        staff.goto(dashboard)
        staff.get_by_role("link", name="Support inbox").click()
        inbox = staff.frame_locator("#app-page iframe")
        inbox.get_by_role("link").filter(has_text=QUESTION).click()
        inbox.get_by_label("Your reply").fill(ANSWER)
        inbox.get_by_role("button", name="Send").click()
        expect(inbox.get_by_role("log")).to_contain_text(ANSWER)
        steps.done("answered")

        page.bring_to_front()
        expect(log).to_contain_text(ANSWER, timeout=SOON)
        steps.done("seen in the chat")

        staff.goto(outbox)
        staff.locator(".mails a").filter(has_text=QUESTION).click(timeout=SOON)
        mail = staff.frame_locator(".mail-frame")
        expect(mail.locator("body")).to_contain_text(ANSWER)
        opened = followed(staff, mail.get_by_role("link", name="Answer", exact=True))
        expect(opened.get_by_role("list", name="Messages")).to_contain_text(ANSWER)
        steps.done("seen in the mail")

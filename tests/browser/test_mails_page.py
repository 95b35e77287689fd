"""The page of mails in a real browser: texts are typed, the mail is seen in its frame, and nothing of it can act."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from saleor_support_plugin.mails import catalogue
from saleor_support_plugin.mails.rendering import Brand, Letter, Line, render

from .app_page import AppPages, Desk, hosting
from .axe import serious_faults
from .demo import Demo
from .inbox_desk import MESSAGE

pytestmark = pytest.mark.browser
HOSTILE = '<img src=x onerror="top.location=1"><script>document.title="ran"</script><style>h1{color:#7a2e5d}</style>'


class MailDesk(Desk):
    """Every kind in both languages, in our words; a preview is rendered as the service does."""

    def MailTexts(self, variables: dict[str, Any]) -> dict[str, Any]:
        mails = [self.mail(kind, language) for kind in catalogue.VALUES for language in catalogue.LANGUAGES]
        return {"channels": [{"slug": "tr", "name": "Türkiye"}], "mailTexts": mails}

    def mail(self, kind: str, language: str) -> dict[str, Any]:
        built = catalogue.built(kind, language)
        ours = json.dumps({block: built.texts.get(block, "") for block in catalogue.BLOCKS})
        place = {"kind": kind, "language": language, "channel": "", "name": built.name}
        return place | {"values": list(catalogue.VALUES[kind]), "ours": ours, "texts": ours, "newest": None}

    def MailTextPreview(self, variables: dict[str, Any]) -> dict[str, Any]:
        given = variables["input"]
        lines = (Line("Blanket", "Blue", 2, "₺2,469.00"), Line("Mug", "", 1, "₺249.00"))
        brand = Brand("Aurora", accent="#7a2e5d", address="Street 1, City")
        letter = Letter(given["kind"], given["language"], brand, {}, "https://aurora.dev/", lines, total="₺2,718.00")
        words = render(letter, json.loads(given["texts"]))
        html = words.html + (HOSTILE if "hostile" in words.subject else "")
        seen = {"subject": words.subject, "text": words.text, "html": html, "warnings": [], "errors": []}
        return {"mailTextPreview": seen}

    def MailTextVersions(self, variables: dict[str, Any]) -> dict[str, Any]:
        version = {"version": 1, "texts": '{"heading": "Hello"}', "author": "ada@aurora.example"}
        return {"mailTextVersions": [version | {"createdAt": MESSAGE["at"]}]}


@pytest.fixture
def app(demo: Demo, page: Page) -> Iterator[AppPages]:
    with hosting() as host:
        pages = AppPages(demo, page, host)
        pages.desk = MailDesk()
        yield pages


def mail_in(frame: Frame) -> Frame:
    element = frame.wait_for_selector("iframe")
    assert element is not None
    inner = element.content_frame()
    assert inner is not None
    inner.wait_for_selector("h1")
    return inner


@pytest.mark.parametrize(("width", "theme", "locale"), [(320, "dark", "tr"), (1280, "light", "en")])
def test_the_page_fits_and_axe_finds_nothing_serious(
    app: AppPages, page: Page, width: int, theme: str, locale: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    frame = app.open("/mails", theme=theme, locale=locale)
    mail_in(frame)
    assert frame.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert serious_faults(frame) == []
    if "SHOTS" in os.environ:
        height = frame.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": height})
        page.screenshot(path=str(Path(os.environ["SHOTS"]) / f"mails-page-{width}-{theme}-{locale}.png"))


def test_the_mail_is_seen_as_it_is_typed_in_light_and_dark(app: AppPages, page: Page) -> None:
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    frame = app.open("/mails/cart_reminder")
    expect(mail_in(frame).locator("h1")).to_have_text("Your basket is still here")
    frame.get_by_label("Heading").fill("Still here, {{ shop }}")
    mail = mail_in(frame)
    expect(mail.locator("h1")).to_have_text("Still here, Aurora")
    sheet = mail.locator(".sheet").first
    expect(sheet).to_have_css("background-color", "rgb(255, 255, 255)")
    frame.get_by_role("button", name="Dark").click()
    expect(sheet).to_have_css("background-color", "rgb(38, 40, 54)")
    frame.get_by_role("button", name="Text only").click()
    expect(frame.locator("pre")).to_contain_text("Still here, Aurora")
    assert faults == []


def test_a_hostile_mail_cannot_act_from_its_frame(app: AppPages, page: Page) -> None:
    frame = app.open("/mails/cart_reminder")
    mail_in(frame)
    frame.get_by_label("Subject", exact=True).fill("hostile")
    expect(frame.locator(".mail-subject")).to_have_text("hostile")
    mail = mail_in(frame)
    expect(mail.locator("img[src=x]")).to_have_count(1)
    assert mail.evaluate("self.origin") == "null"
    assert mail.title() != "ran"
    assert page.url.startswith(app.host.url)

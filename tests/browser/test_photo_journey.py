"""Staff and a shopper send each other photos: in the panel, in Dashboard, by mail and behind its link."""

from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image
from playwright.sync_api import Frame, Locator, Page, expect

from .axe import is_well
from .demo import Demo
from .test_inbox_journey import Shopper
from .visiting import SOON, enter, followed, go_to, mails_to, open_app, open_mail, sit_down

pytestmark = pytest.mark.browser

SHOPPER = "photo-lover@example.com"
QUESTION, SHOWS = "Is this the right shade?", "The shade, seen from below"


@pytest.fixture(autouse=True)
def _nobody_wrote_lately(demo: Demo) -> None:
    demo.forget_how_often()


@pytest.fixture
def lamp(tmp_path: Path) -> Path:
    photo = tmp_path / "lamp.jpg"
    Image.new("RGB", (640, 480), (180, 90, 40)).save(photo)
    return photo


def is_seen(picture: Locator) -> None:
    expect(picture).to_be_visible(timeout=SOON)
    expect(picture).not_to_have_js_property("naturalWidth", 0)


def send_photo(inbox: Frame, photo: Path) -> None:
    """Send a photo without words, and say what it shows."""
    inbox.get_by_label("Add photos").set_input_files(photo)
    is_seen(inbox.get_by_role("img", name="lamp.jpg"))
    inbox.get_by_label("What lamp.jpg shows").fill(SHOWS)
    is_well(inbox)
    inbox.get_by_role("button", name="Send").click()
    expect(inbox.get_by_label("What lamp.jpg shows")).to_have_count(0)


def test_photos_go_both_ways_in_a_ticket(demo: Demo, page: Page, phone: Page, lamp: Path) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    enter(phone, demo)
    phone.get_by_role("button", name="Help").tap()
    chat = phone.get_by_role("dialog", name="Demo shop")
    chat.get_by_label("Message", exact=True).fill(QUESTION)
    chat.get_by_label("E-mail", exact=True).fill(SHOPPER)
    chat.get_by_role("button", name="Send").tap()
    expect(chat).to_contain_text("Your number is #")

    page.goto(f"{demo.url}/dashboard/?locale=en")
    inbox = open_app(page)
    inbox.get_by_role("link").filter(has_text=QUESTION).first.click()
    song = lamp.with_name("song.jpg")
    song.write_bytes(b"ID3 no picture")
    inbox.get_by_label("Add photos").set_input_files(song)
    expect(inbox.get_by_role("alert")).to_contain_text("song.jpg is no picture that we take")
    send_photo(inbox, lamp)
    expect(page.locator("#toasts")).to_contain_text("Sent to the shopper", timeout=SOON)
    thread = inbox.get_by_role("article")
    is_seen(thread.get_by_role("img", name=SHOWS))
    is_seen(chat.get_by_role("img", name=SHOWS))
    is_well(phone)

    with phone.expect_file_chooser() as chosen:
        chat.get_by_role("button", name="Add photos").tap()
    chosen.value.set_files([lamp])
    expect(chat.locator("[part=upload]")).to_have_count(1)
    expect(chat.locator("[part=upload] progress")).to_have_count(0)
    chat.get_by_role("button", name="Send").tap()
    is_seen(chat.get_by_role("img", name="Photo 1"))
    is_seen(thread.get_by_role("img", name="Photo 1 of 1"))

    go_to(page, "Outbox")
    mail = open_mail(page, mails_to(page, SHOPPER).filter(has_text=QUESTION).first)
    is_seen(mail.get_by_role("img", name=SHOWS))
    conversation = followed(page, mail.get_by_role("link", name="Answer", exact=True))
    said = conversation.get_by_role("list", name="Messages")
    is_seen(said.get_by_role("img", name=SHOWS))
    is_seen(said.get_by_role("img", name="Photo 1"))
    is_well(conversation)


def test_a_photo_in_a_chat_is_there_at_once_and_stays(demo: Demo, page: Page, phone: Page, lamp: Path) -> None:
    page.set_viewport_size({"width": 1024, "height": 800})
    enter(phone, demo)
    inbox = sit_down(page, demo)
    shopper, question = Shopper(phone), f"Which lamp? {uuid4().hex[:6]}"
    shopper.begins(question)
    inbox.get_by_role("link").filter(has_text=question).click()
    send_photo(inbox, lamp)
    is_seen(inbox.get_by_role("log").get_by_role("img", name=SHOWS))
    expect(inbox.get_by_text("Sending…")).to_have_count(0)
    assert shopper.read() == [question, ""]
    assert shopper.shown()[0]["alt"] == SHOWS
    inbox.get_by_role("button", name="End chat").click()
    expect(inbox.get_by_role("button", name="Reopen")).to_be_visible()
    is_seen(inbox.get_by_role("log").get_by_role("img", name=SHOWS))

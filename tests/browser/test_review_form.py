"""The form that asks for a review, in a real browser: on a phone, by keyboard, without scripts."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from saleor_support_plugin.files import redrawing
from saleor_support_plugin.files.models import StoredFile
from saleor_support_plugin.reviews.models import Review, ReviewPhoto, ReviewRequest
from saleor_support_plugin.tickets.models import Ticket

from ..desks import add_configuration
from ..files.pictures import picture
from ..reviews.forms import asked, path
from ..service import Service
from ..shops import Shop
from .axe import serious_faults
from .waiting import comes_true

pytestmark = pytest.mark.browser

ASPECTS = [
    {
        "name": "fit",
        "question": {"en": "How does it fit?", "tr": "Kalıbı nasıl?"},
        "answers": [
            {"name": "small", "en": "Small", "tr": "Dar"},
            {"name": "right", "en": "As it should", "tr": "Tam"},
            {"name": "large", "en": "Large", "tr": "Bol"},
        ],
    }
]
PHONE: Any = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module", autouse=True)
def rows_beside_a_browser() -> Iterator[None]:
    """Playwright keeps an event loop in this thread, so Django would refuse to touch the database in it."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def address(committed: Service, open_aurora: Shop, settings: LazySettings) -> str:
    return asked_in(open_aurora, committed, settings)


def asked_in(shop: Shop, service: Service, settings: LazySettings, **changed: Any) -> str:
    settings.FILES_ORIGIN = service.url
    add_configuration(shop, review_aspects=ASPECTS)
    request = asked(shop, now=timezone.now(), **changed)
    return f"{service.url}{path(request)}"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(**PHONE)
    opened.set_default_timeout(20_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    opened = context.new_page()
    opened.goto(address)
    return opened


def photo(name: str = "lamba.jpg", size: tuple[int, int] = (600, 400)) -> Any:
    return {"name": name, "mimeType": "image/jpeg", "buffer": picture(size=size)}


def kept(page: Page) -> None:
    expect(page.locator("#kept")).to_contain_text("Kaydedildi")


def test_a_buyer_writes_with_a_photo_on_a_phone(page: Page, address: str, context: BrowserContext) -> None:
    assert serious_faults(page) == []
    page.get_by_role("link", name="Her şey yolunda").tap()
    first = page.get_by_role("group", name="Lamba 0")
    first.locator("label", has_text="4 / 5").tap()
    expect(first.get_by_role("radio", name="4 / 5")).to_be_checked()
    first.get_by_label("Kısaca").fill("Sağlam")
    first.get_by_label("Değerlendirmeniz").fill("Kutusu güzeldi, çok beğendim.")
    first.locator("label", has_text="Tam").tap()
    box = first.get_by_role("checkbox")
    expect(box).to_be_hidden()
    first.locator("input[type=file]").set_input_files([photo()])
    expect(first.get_by_text("bir saniye")).to_be_visible()
    redrawing.redraw_due(now=timezone.now())
    shown = first.get_by_role("img", name="1. fotoğraf")
    expect(shown).to_be_visible()
    comes_true(page, "argument.naturalWidth > 0", shown.element_handle())
    expect(box).not_to_be_checked()
    box.check()
    kept(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert serious_faults(page) == []
    page.get_by_role("button", name="Değerlendirmeyi gönder").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Teşekkürler")
    assert serious_faults(page) == []
    review = Review.across_stores.get()
    assert (review.stars, review.title, review.text) == (4, "Sağlam", "Kutusu güzeldi, çok beğendim.")
    assert (review.answers, review.has_photos) == ({"fit": "right"}, True)
    assert ReviewPhoto.across_stores.get().usage_right_at is not None
    page.reload()
    assert Review.across_stores.count() == 1
    expect(page.get_by_text("Kutusu güzeldi")).to_be_visible()


def test_what_was_typed_is_there_after_a_reload_and_on_another_device(
    page: Page, address: str, browser: Browser
) -> None:
    page.goto(f"{address}?f=fine")
    first = page.get_by_role("group", name="Lamba 0")
    first.locator("label", has_text="3 / 5").tap()
    first.get_by_label("Değerlendirmeniz").fill("Yarım kaldı")
    first.locator("input[type=file]").set_input_files([photo()])
    expect(first.get_by_text("bir saniye")).to_be_visible()
    kept(page)
    comes_true(page, "document.querySelector('[name=photo-0]')")
    redrawing.redraw_due(now=timezone.now())
    page.reload()
    elsewhere = browser.new_context()
    for opened in (page, elsewhere.new_page()):
        if opened is not page:
            opened.goto(address)
        again = opened.get_by_role("group", name="Lamba 0")
        expect(again.get_by_role("radio", name="3 / 5")).to_be_checked()
        expect(again.get_by_label("Değerlendirmeniz")).to_have_value("Yarım kaldı")
        expect(again.get_by_role("img", name="1. fotoğraf")).to_be_visible()
    elsewhere.close()


def test_a_photo_shows_how_far_it_is_and_can_be_stopped_and_tried_again(page: Page, address: str) -> None:
    page.goto(f"{address}?f=fine")
    first = page.get_by_role("group", name="Lamba 0")
    held: list[Route] = []
    page.route("**/f", lambda route: held.append(route))
    first.locator("input[type=file]").set_input_files([photo("slow.jpg")])
    progress = first.get_by_role("progressbar", name="slow.jpg")
    expect(progress).to_be_visible()
    assert serious_faults(page) == []
    first.get_by_role("button", name="Vazgeç: slow.jpg").tap()
    expect(progress).to_have_count(0)
    assert first.get_by_role("listitem").count() == 0
    page.unroute("**/f")
    page.route("**/f", lambda route: route.abort())
    first.locator("input[type=file]").set_input_files([photo("lost.jpg")])
    expect(first.get_by_role("alert").filter(has_text="Ulaşmadı")).to_be_visible()
    page.unroute("**/f")
    first.get_by_role("button", name="Yeniden dene: lost.jpg").tap()
    expect(first.get_by_text("bir saniye")).to_be_visible()
    redrawing.redraw_due(now=timezone.now())
    expect(first.get_by_role("img", name="1. fotoğraf")).to_be_visible()
    first.get_by_role("button", name="Fotoğrafı kaldır: 1. fotoğraf").tap()
    expect(first.get_by_role("img")).to_have_count(0)
    expect(first.locator("[name=photo-0]")).to_have_count(0)


def test_what_is_no_photo_is_refused_by_its_code_and_a_sixth_is_not_taken(page: Page, address: str) -> None:
    page.goto(f"{address}?f=fine")
    first = page.get_by_role("group", name="Lamba 0")
    files = first.locator("input[type=file]")
    files.set_input_files([photo("a.jpg") | {"buffer": b"<svg onload=alert(1)>"}])
    expect(first.get_by_role("alert").filter(has_text="bildiğimiz bir resim değil")).to_be_visible()
    first.get_by_role("button", name="Vazgeç: a.jpg").tap()
    files.set_input_files([photo(f"{number}.jpg", (100 + number, 80)) for number in range(6)])
    expect(first.locator("[name=photo-0]")).to_have_count(5)
    expect(first.get_by_role("alert").filter(has_text="En çok 5")).to_be_visible()
    assert StoredFile.across_stores.count() == 5


def test_it_works_by_keyboard_alone(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Her şey yolunda")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**?f=fine")
    page.keyboard.press("Tab")
    first = page.get_by_role("group", name="Lamba 0")
    expect(first.get_by_role("radio", name="1 / 5")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    expect(first.get_by_role("radio", name="3 / 5")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("Kısa")
    page.keyboard.press("Tab")
    page.keyboard.type("Klavyeyle yazıldı")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    expect(first.locator("input[type=file]")).to_be_focused()
    send = page.get_by_role("button", name="Değerlendirmeyi gönder")
    for _ in range(12):
        if send.evaluate("button => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Teşekkürler")
    review = Review.across_stores.get()
    assert (review.stars, review.title, review.text) == (3, "Kısa", "Klavyeyle yazıldı")
    context.close()


def test_the_basics_need_no_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="Her şey yolunda").click()
    page.get_by_role("group", name="Lamba 1").locator("label", has_text="2 / 5").click()
    expect(page.get_by_text("Fotoğraf ekle")).to_have_count(2)
    expect(page.get_by_text("Fotoğraf ekle").first).to_be_hidden()
    page.get_by_role("button", name="Değerlendirmeyi gönder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Teşekkürler")
    page.get_by_role("link", name="Değiştir: Lamba 1").click()
    page.get_by_label("Değerlendirmeniz").fill("Sonradan")
    page.get_by_role("button", name="Değişiklikleri kaydet").click()
    expect(page.get_by_text("Sonradan")).to_be_visible()
    page.get_by_role("button", name="Geri al: Lamba 1").click()
    expect(page.get_by_text("Geri aldınız")).to_be_visible()
    assert Review.across_stores.get().state == "WITHDRAWN"
    context.close()


def test_a_problem_is_told_and_the_review_stays_possible(page: Page) -> None:
    page.get_by_role("link", name="Bir sorun var").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sorun ne?")
    assert serious_faults(page) == []
    page.get_by_role("button", name="Mağazaya bildir").tap()
    expect(page.get_by_role("alert")).to_contain_text("birkaç sözle")
    page.get_by_role("checkbox", name="Lamba 1").check()
    page.get_by_label("Ne oldu?").fill("Camı kırık geldi.")
    page.get_by_role("button", name="Mağazaya bildir").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mesajınız ulaştı")
    expect(page.get_by_role("status")).to_contain_text(f"Numarası {Ticket.across_stores.get().number}.")
    page.get_by_role("link", name="Değerlendir").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nasıl buldunuz?")
    assert ReviewRequest.across_stores.get().fork == "PROBLEM"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en", "tr"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_can_be_read_by_everybody(
    committed: Service,
    open_aurora: Shop,
    settings: LazySettings,
    browser: Browser,
    tmp_path: Path,
    scheme: str,
    locale: str,
    width: int,
) -> None:
    address = asked_in(open_aurora, committed, settings, languageCodeEnum=locale.upper())
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]  # a parameter is any text
    page = context.new_page()
    shots = Path(os.environ.get("SCREENSHOTS", tmp_path))

    def look(name: str) -> None:
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        assert serious_faults(page) == []
        page.screenshot(path=shots / f"review-{name}-{locale}-{scheme}-{width}.png", full_page=True)

    for name, query in (("fork", ""), ("form", "?f=fine"), ("problem", "?f=problem")):
        page.goto(f"{address}{query}")
        look(name)
    page.goto(f"{address}?f=fine")
    page.locator("#review button[type=submit]").click()
    expect(page.get_by_role("alert").first).to_be_visible()
    look("faulty")
    page.locator("#review label", has_text="5").first.click()
    page.locator("#review textarea").first.fill("W" * 200)
    page.locator("#review input[type=file]").first.set_input_files([photo("a-long-name-" * 8 + ".jpg")])
    comes_true(page, "document.querySelector('[name=photo-0]')")
    redrawing.redraw_due(now=timezone.now())
    expect(page.locator(".photos img")).to_be_visible()
    look("photo")
    page.locator("#review button[type=submit]").click()
    expect(page.locator(".written")).to_be_visible()
    look("written")
    context.close()

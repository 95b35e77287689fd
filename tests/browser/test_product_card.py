"""The card on a product in Dashboard: a real browser and the real service, with the staff API played."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from .app_page import AppPages, hosting
from .axe import serious_faults
from .demo import Demo

pytestmark = pytest.mark.browser


@pytest.fixture
def app(demo: Demo, page: Page) -> Iterator[AppPages]:
    with hosting() as host:
        yield AppPages(demo, page, host)


@pytest.mark.parametrize(("width", "theme", "locale"), [(260, "dark", "tr"), (400, "light", "en")])
def test_the_card_fits_and_axe_finds_nothing_serious(
    app: AppPages, page: Page, width: int, theme: str, locale: str
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    frame = app.open("/dashboard/product", theme=theme, locale=locale)
    expect(frame.get_by_role("listitem")).to_have_count(7)
    expect(frame.get_by_text("The shade was bent.")).to_be_visible()
    assert frame.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    if theme == "dark":  # the frame is transparent, and axe takes what it cannot see for white
        frame.evaluate("document.documentElement.style.background = 'hsl(232 17% 18%)'")
    assert serious_faults(frame) == []


def test_dashboard_makes_the_frame_as_high_as_the_card(app: AppPages, page: Page) -> None:
    frame = app.open("/dashboard/product")
    expect(frame.get_by_role("listitem")).to_have_count(7)
    heights = page.evaluate("heard.filter(({type}) => type === 'widgetResize').map(({payload}) => payload.height)")
    card = frame.evaluate("document.querySelector('.frame').getBoundingClientRect().height")
    assert heights[-1] == pytest.approx(card, abs=1)

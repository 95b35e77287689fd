"""The app's pages in Dashboard: a real browser and the real service, with the staff API played."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from .app_page import PERSON_ID, AppPages, hosting
from .axe import serious_faults
from .demo import Demo

pytestmark = pytest.mark.browser
TICKET = "/inbox/VGlja2V0OjE="
PERSON = f"/contacts/{PERSON_ID}"
PAGES = [
    "/",
    "/inbox",
    TICKET,
    "/promises",
    "/reviews",
    "/contacts",
    PERSON,
    "/settings",
    "/settings/TmM6MQ==",
    "/settings/delivery",
    "/permissions",
]


@pytest.fixture
def app(demo: Demo, page: Page) -> Iterator[AppPages]:
    with hosting() as host:
        yield AppPages(demo, page, host)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "theme", "locale"), [(320, "dark", "tr"), (1179, "light", "en")])
def test_every_page_fits_and_axe_finds_nothing_serious(
    app: AppPages, page: Page, path: str, width: int, theme: str, locale: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    frame = app.open(path, theme=theme, locale=locale)
    page.wait_for_load_state("networkidle")
    assert frame.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert serious_faults(frame) == []


def test_a_ticket_is_found_and_answered_by_keyboard_alone(app: AppPages, page: Page) -> None:
    frame = app.open("/inbox")
    frame.get_by_role("link", name=re.compile("My lamp")).focus()
    page.keyboard.press("Enter")
    reply = frame.get_by_label("Your reply")
    reply.focus()
    page.keyboard.type("It leaves today.")
    page.keyboard.press("Control+Enter")
    expect(frame.get_by_role("log").get_by_text("It leaves today.")).to_be_visible()
    sent = [variables["input"]["text"] for name, variables in app.desk.asked if name == "TicketReply"]
    assert sent == ["It leaves today."]
    assert "notification" in page.evaluate("heard.map(({type}) => type)")


def test_one_step_back_leads_from_the_ticket_to_the_list(app: AppPages, page: Page) -> None:
    frame = app.open("/inbox")
    frame.get_by_role("link", name=re.compile("My lamp")).click()
    expect(frame.get_by_label("Your reply")).to_be_visible()
    frame.wait_for_function("location.pathname.startsWith('/inbox/')")
    assert page.evaluate("heard.at(-1).payload.newRoute") == "/inbox/VGlja2V0OjE%3D"
    page.evaluate("history.back()")
    expect(frame.get_by_label("Your reply")).to_have_count(0)


def test_a_review_is_rejected_and_brought_back_by_keyboard_alone(app: AppPages, page: Page) -> None:
    frame = app.open("/reviews")
    frame.get_by_role("button", name="Reject").first.focus()
    page.keyboard.press("Enter")
    expect(frame.get_by_role("button", name="Advertising or spam")).to_be_focused()
    assert serious_faults(frame) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(frame.get_by_role("listitem", name=re.compile("Chair"))).to_be_focused()
    expect(frame.get_by_text("A good lamp")).to_have_count(0)
    assert ("ReviewReject", {"id": "UmV2aWV3OjE=", "reason": "OFFENSIVE"}) in app.desk.asked
    assert serious_faults(frame) == []
    frame.get_by_role("button", name="Undo").press("Enter")
    expect(frame.get_by_text("A good lamp")).to_be_visible()


def test_on_a_telephone_the_page_that_is_open_is_seen_in_the_navigation(app: AppPages, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    frame = app.open("/permissions", locale="tr")
    expect(frame.get_by_role("link", name="İzinler")).to_be_in_viewport(ratio=1)


def test_what_cannot_be_saved_is_named_beside_its_field(app: AppPages, page: Page) -> None:
    frame = app.open("/settings/TmM6MQ==")
    expect(frame.get_by_role("button", name="Save")).to_have_count(0)
    email = frame.get_by_label("E-mail address")
    email.fill("nobody")
    frame.get_by_role("button", name="Save").click()
    expect(email).to_have_attribute("aria-invalid", "true")
    expect(frame.get_by_text("This is not an e-mail address.")).to_be_in_viewport()


def test_unsaved_changes_are_not_lost_by_one_click(app: AppPages, page: Page) -> None:
    frame = app.open("/settings/TmM6MQ==")
    frame.get_by_label("Sender’s name").fill("Aurora")
    frame.get_by_role("link", name="Inbox").click()
    expect(frame.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(frame.get_by_role("dialog")).to_be_hidden()
    expect(frame.get_by_label("Sender’s name")).to_have_value("Aurora")


def test_times_are_confirmed_and_a_row_is_added_by_keyboard_alone(app: AppPages, page: Page) -> None:
    frame = app.open("/settings/delivery")
    expect(frame.get_by_text("Usual times, not yours")).to_be_visible()
    frame.get_by_role("button", name="These are our times").press("Enter")
    expect(frame.get_by_text("Usual times, not yours")).to_have_count(0)
    frame.get_by_role("button", name="Add a row").press("Enter")
    row = frame.get_by_role("group", name="Row 2")
    row.get_by_label("Method").focus()
    page.keyboard.press("Tab")
    expect(row.get_by_label("Country")).to_be_focused()
    frame.get_by_role("button", name="Save").press("Enter")
    sent = [variables["input"] for name, variables in app.desk.asked if name == "DeliveryRulesUpdate"]
    assert [(one["warehouse"], one["channel"]) for one in sent[0]] == [(None, None), ("V2FyZWhvdXNlOjE=", None)]
    # What is refused stands beside its field, in sight.
    expect(frame.get_by_text("Another row is for the same parcels.")).to_be_in_viewport()
    assert serious_faults(frame) == []


def test_staff_see_the_very_element_that_shoppers_see(app: AppPages, page: Page) -> None:
    frame = app.open("/settings/delivery")
    expect(frame.locator("support-delivery").get_by_text(re.compile("Wed.*Nov 25"))).to_be_visible()


def test_the_weeks_are_a_table_as_well_as_a_picture(app: AppPages, page: Page) -> None:
    frame = app.open("/promises")
    frame.get_by_text("As a table").press("Enter")
    expect(frame.get_by_role("table").first.get_by_role("row")).to_have_count(14)
    assert serious_faults(frame) == []


def test_the_pages_break_no_rule_of_theirs_store_nothing_and_call_nobody_else(app: AppPages, page: Page) -> None:
    hosts: set[str] = set()
    faults: list[str] = []
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    frame = app.open("/settings/TmM6MQ==")
    frame.get_by_label("Sender’s name").wait_for()
    assert hosts <= {app.host.url.split("/")[2], app.demo.running.url.split("/")[2]}
    assert page.context.cookies() == []
    assert frame.evaluate("localStorage.length + sessionStorage.length") == 0
    assert faults == []

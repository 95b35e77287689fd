"""The app's pages in Dashboard: a real browser and the real service, with the staff API played."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from .app_page import PERSON_ID, AppPages, hosting
from .axe import serious_faults
from .cart_desk import CASE_ID
from .demo import Demo
from .inbox_desk import CHAT_TICKET, WAITING_TICKET
from .waiting import comes_true

pytestmark = pytest.mark.browser
TICKET, CHAT = "/inbox/VGlja2V0OjE=", f"/inbox/{CHAT_TICKET}"
PERSON = f"/contacts/{PERSON_ID}"
CASE = f"/carts/{CASE_ID}"
PAGES = [
    "/",
    "/inbox",
    TICKET,
    CHAT,
    "/inbox/wall",
    "/inbox/macros",
    "/inbox/seat",
    "/inbox/held",
    "/approvals",
    "/report",
    "/carts",
    CASE,
    "/carts/report",
    "/promises",
    "/reviews",
    "/contacts",
    PERSON,
    "/settings",
    "/settings/TmM6MQ==",
    "/settings/delivery",
    "/settings/carts",
    "/settings/routing",
    "/settings/authority",
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
    expect(reply).to_be_visible()
    page.keyboard.press("Alt+KeyL")
    expect(reply).to_be_focused()
    page.keyboard.type("/where")
    expect(frame.get_by_role("listbox").get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(reply).to_have_value("Hello Ada, it is on its way.")
    assert serious_faults(frame) == []
    page.keyboard.press("Control+Enter")
    expect(frame.get_by_role("button", name="Take back")).to_be_visible()
    assert "TicketReply" not in [name for name, _ in app.desk.asked]
    expect(frame.get_by_role("log").get_by_text("it is on its way")).to_be_visible()
    sent = [variables["input"]["text"] for name, variables in app.desk.asked if name == "TicketReply"]
    assert sent == ["Hello Ada, it is on its way."]
    assert "notification" in page.evaluate("heard.map(({type}) => type)")


def test_a_refund_says_what_happens_and_is_asked_for_by_keyboard_alone(app: AppPages, page: Page) -> None:
    page.set_viewport_size({"width": 1180, "height": 900})
    frame = app.open(TICKET)
    frame.get_by_role("button", name="Refund…").press("Enter")
    amount = frame.get_by_label("Amount in EUR")
    amount.focus()
    page.keyboard.type("20,00")
    expect(frame.get_by_text("Saleor mails the customer.")).to_be_visible()
    now = frame.get_by_role("button", name="Refund: €20.00")
    expect(now).to_have_attribute("aria-disabled", "false")
    assert serious_faults(frame) == []
    now.press("Enter")
    expect(frame.get_by_text("Being done")).to_be_visible()
    asked = [variables["input"] for name, variables in app.desk.asked if name == "OrderActCreate"]
    assert [one["refund"]["amount"] for one in asked] == ["20.00"]
    assert serious_faults(frame) == []


def test_messages_are_moved_to_a_ticket_of_their_own_by_keyboard_alone(app: AppPages, page: Page) -> None:
    frame = app.open(TICKET)
    frame.get_by_role("button", name="More", exact=True).press("Enter")
    frame.get_by_role("button", name="Split…").press("Enter")
    frame.get_by_role("checkbox", name="Choose: Where is my lamp?").press("Space")
    # What came by a ticket that was merged is that ticket's.
    expect(frame.get_by_role("checkbox", name="Choose: Is there any news?")).to_have_count(0)
    assert serious_faults(frame) == []
    frame.get_by_role("button", name="Move 1 message to a new ticket").press("Enter")
    expect(frame.get_by_text("Ticket #10 is open.")).to_be_visible()
    assert [variables["messages"] for name, variables in app.desk.asked if name == "TicketSplit"] == [[1]]


def test_a_ticket_is_given_to_a_colleague_and_taken_back_by_keyboard_alone(app: AppPages, page: Page) -> None:
    frame = app.open(TICKET)
    frame.get_by_role("button", name="Assign", exact=True).press("Enter")
    expect(frame.get_by_label("Find a colleague")).to_be_focused()
    page.keyboard.type("zeynep")
    expect(frame.locator(".people li")).to_have_count(1)
    assert serious_faults(frame) == []
    page.keyboard.press("Enter")
    expect(frame.get_by_text("Given to zeynep.uzunsoyadi@shop.example.")).to_be_visible()
    with page.expect_response(lambda answer: "unassign" in (answer.request.post_data or "")):
        frame.locator(".toast").get_by_role("button", name="Undo").press("Enter")
    given = [variables["input"] for name, variables in app.desk.asked if name == "TicketsUpdate"]
    assert given == [{"assignTo": "zeynep.uzunsoyadi@shop.example"}, {"unassign": True}]


def test_somebody_is_put_in_copy_by_keyboard_alone(app: AppPages, page: Page) -> None:
    frame = app.open(TICKET)
    frame.get_by_label("In copy").focus()
    page.keyboard.type("cem@partner.example")
    page.keyboard.press("Enter")
    expect(frame.get_by_role("button", name="Take cem@partner.example out of copy")).to_be_visible()
    assert serious_faults(frame) == []
    assert "TicketReply" not in [name for name, _ in app.desk.asked]


def test_two_letters_lead_from_any_page_to_the_inbox_and_are_left_alone_where_one_writes(
    app: AppPages, page: Page
) -> None:
    frame = app.open("/permissions")
    frame.get_by_role("link", name="Permissions").focus()
    page.keyboard.press("g")
    page.keyboard.press("i")
    search = frame.get_by_role("textbox", name="Search")
    expect(search).to_be_visible()
    search.focus()
    page.keyboard.type("gr")
    expect(search).to_have_value("gr")
    comes_true(frame, "location.pathname === '/inbox'")


def test_a_chat_is_taken_answered_and_ended_by_keyboard_alone(app: AppPages, page: Page) -> None:
    frame = app.open(f"/inbox/{WAITING_TICKET}")
    frame.get_by_role("button", name="Take this chat").press("Enter")
    reply = frame.get_by_label("Your reply")
    expect(reply).to_be_visible()
    page.keyboard.press("Alt+KeyL")
    page.keyboard.type("I look at it.")
    page.keyboard.press("Control+Enter")
    expect(frame.get_by_role("log").get_by_text("I look at it.")).to_be_visible()
    expect(frame.get_by_text("Sending…")).to_have_count(0)
    said = [one["text"] for one in app.desk.frames if one["do"] == "say"]
    assert said == ["I look at it."]
    frame.get_by_role("button", name="More", exact=True).press("Enter")
    expect(frame.get_by_role("button", name="End and keep the ticket open")).to_be_focused()
    assert serious_faults(frame) == []
    page.keyboard.press("Escape")
    expect(frame.get_by_role("button", name="More", exact=True)).to_be_focused()
    page.keyboard.press("Alt+KeyE")
    expect(frame.get_by_role("button", name="End chat")).to_have_count(0)


def test_the_keys_are_told_and_can_be_turned_off(app: AppPages, page: Page) -> None:
    frame = app.open("/inbox")
    frame.get_by_role("link", name=re.compile("My lamp")).focus()
    page.keyboard.press("Shift+Slash")
    keys = frame.get_by_role("dialog", name="Keyboard")
    expect(keys).to_be_visible()
    assert serious_faults(frame) == []
    keys.get_by_role("checkbox").press("Space")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.keyboard.press("Slash")
    expect(frame.get_by_role("textbox", name="Search")).not_to_be_focused()


@pytest.mark.parametrize(
    ("width", "seen"), [(390, (False, True, False)), (768, (True, True, False)), (1180, (True,) * 3)]
)
def test_as_many_parts_of_a_chat_as_have_room_stand_beside_each_other(
    app: AppPages, page: Page, width: int, seen: tuple[bool, bool, bool]
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    frame = app.open(CHAT)
    expect(frame.get_by_label("Your reply")).to_be_visible()
    parts = (".ticket-list", ".ticket-main", ".ticket-aside")
    assert tuple(frame.locator(part).is_visible() for part in parts) == seen
    if width < 1080:
        frame.get_by_role("button", name="Details").click()
        expect(frame.locator(".ticket-aside")).to_be_visible()
        expect(frame.get_by_label("Your reply")).to_be_hidden()


def test_one_step_back_leads_from_the_ticket_to_the_list(app: AppPages, page: Page) -> None:
    frame = app.open("/inbox")
    frame.get_by_role("link", name=re.compile("My lamp")).click()
    expect(frame.get_by_label("Your reply")).to_be_visible()
    comes_true(frame, "location.pathname.startsWith('/inbox/')")
    assert page.evaluate("heard.at(-1).payload.newRoute") == "/inbox/VGlja2V0OjE%3D"
    page.evaluate("history.back()")
    expect(frame.get_by_label("Your reply")).to_have_count(0)


def test_a_review_is_rejected_and_brought_back_by_keyboard_alone(app: AppPages, page: Page) -> None:
    frame = app.open("/reviews")
    frame.get_by_role("button", name="Reject", exact=True).first.focus()
    page.keyboard.press("Enter")
    expect(frame.get_by_role("button", name="Advertising or spam")).to_be_focused()
    assert serious_faults(frame) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(frame.get_by_role("listitem", name=re.compile("Chair"))).to_be_focused()
    expect(frame.get_by_text("A good lamp")).to_have_count(0)
    assert ("ReviewsReject", {"ids": ["UmV2aWV3OjE="], "reason": "OFFENSIVE"}) in app.desk.asked
    assert serious_faults(frame) == []
    frame.get_by_role("button", name="Undo").press("Enter")
    expect(frame.get_by_text("A good lamp")).to_be_visible()


def test_reviews_are_chosen_published_and_taken_back_by_keyboard_alone(app: AppPages, page: Page) -> None:
    frame = app.open("/reviews")
    frame.get_by_role("checkbox", name="Choose all of these").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(frame.get_by_text("2 reviews are published.")).to_be_visible()
    expect(frame.get_by_text("No review waits for you")).to_be_visible()
    assert ("ReviewsPublish", {"ids": ["UmV2aWV3OjE=", "UmV2aWV3OjI="]}) in app.desk.asked
    frame.get_by_role("button", name="Undo").press("Enter")
    expect(frame.get_by_text("A good lamp")).to_be_visible()
    answer = frame.get_by_role("button", name="Answer in public")
    answer.press("Enter")
    expect(frame.get_by_label("Our answer")).to_be_focused()
    assert serious_faults(frame) == []
    page.keyboard.press("Escape")
    expect(answer).to_be_focused()


def test_on_a_telephone_the_page_that_is_open_is_seen_in_the_navigation(app: AppPages, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    frame = app.open("/permissions", locale="tr")
    expect(frame.get_by_role("link", name="İzinler")).to_be_in_viewport(ratio=1)


def test_what_cannot_be_saved_is_named_beside_its_field(app: AppPages, page: Page) -> None:
    frame = app.open("/settings/TmM6MQ==")
    expect(frame.get_by_role("button", name="Save")).to_have_count(0)
    email = frame.get_by_label("E-mail address", exact=True)
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


def test_a_message_goes_out_now_only_after_it_was_said_what_it_is(app: AppPages, page: Page) -> None:
    frame = app.open(CASE)
    frame.get_by_role("button", name="Send now").press("Enter")
    sure = frame.get_by_role("dialog")
    expect(sure).to_contain_text("e-mail 3 of 3")
    expect(sure).to_contain_text("voucher of 10 %")
    assert serious_faults(frame) == []
    page.keyboard.press("Escape")
    expect(sure).to_be_hidden()
    assert "CartCaseSendNow" not in [name for name, _ in app.desk.asked]
    frame.get_by_role("button", name="Send now").press("Enter")
    sure.get_by_role("button", name="Send it").press("Enter")
    expect(frame.get_by_role("alert")).to_have_text("The shopper ordered")


def test_a_case_is_stopped_and_goes_on_by_keyboard_alone(app: AppPages, page: Page) -> None:
    frame = app.open(CASE)
    frame.get_by_role("button", name="Stop").press("Enter")
    expect(frame.get_by_role("button", name="Go on")).to_be_visible()
    frame.get_by_role("button", name="Undo").press("Enter")
    expect(frame.get_by_role("button", name="Send now")).to_be_visible()


def test_who_is_stuck_now_is_off_the_list_once_somebody_sees_to_them(app: AppPages, page: Page) -> None:
    frame = app.open("/carts")
    frame.get_by_role("button", name="I see to it").press("Enter")
    expect(frame.get_by_role("heading", name="Needs help now")).to_have_count(0)
    expect(frame.get_by_role("heading", name="Paid but no order")).to_be_visible()


def test_a_plan_is_changed_and_tried_by_keyboard_alone(app: AppPages, page: Page) -> None:
    frame = app.open("/settings/carts")
    frame.get_by_role("button", name="Move what message 3 says up").press("Enter")
    frame.get_by_role("group", name="Conditions of message 1").get_by_role("button").press("Enter")
    row = frame.get_by_role("group", name="Condition 1 of message 1")
    row.get_by_label("Asks for").focus()
    page.keyboard.press("Tab")
    expect(row.get_by_label("Holds")).to_be_focused()
    frame.get_by_role("button", name="Try it", exact=True).press("Enter")
    expect(frame.get_by_role("status").first).to_contain_text("Would have written to 41 people, of whom 3")
    expect(frame.get_by_role("table")).to_have_count(3)
    assert serious_faults(frame) == []
    frame.get_by_role("button", name="Save").press("Enter")
    # What is refused stands beside its field, in sight.
    expect(frame.get_by_text("longer than the message before")).to_be_in_viewport()
    sent = [json.loads(variables["plan"]) for name, variables in app.desk.asked if name == "CartPlanUpdate"]
    assert [step["voucher"] for step in sent[0]["steps"]] == [False, True, False]


def test_staff_see_the_very_element_that_shoppers_see(app: AppPages, page: Page) -> None:
    frame = app.open("/settings/delivery")
    expect(frame.locator("support-delivery").get_by_text(re.compile("Wed.*Nov 25"))).to_be_visible()


def test_the_weeks_are_a_table_as_well_as_a_picture(app: AppPages, page: Page) -> None:
    frame = app.open("/promises")
    frame.get_by_text("As a table").press("Enter")
    expect(frame.get_by_role("table").first.get_by_role("row")).to_have_count(14)
    assert serious_faults(frame) == []


def test_the_pages_break_no_rule_of_theirs_store_the_language_and_call_nobody(app: AppPages, page: Page) -> None:
    hosts: set[str] = set()
    faults: list[str] = []
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    frame = app.open("/settings/TmM6MQ==")
    frame.get_by_label("Sender’s name").wait_for()
    assert hosts <= {app.host.url.split("/")[2], app.demo.running.url.split("/")[2]}
    assert page.context.cookies() == []
    assert frame.evaluate("[{...localStorage}, {...sessionStorage}]") == [{"saleor-support:locale": "en"}, {}]
    assert faults == []

"""Nobody in Dashboard: who waits for an answer reaches staff by mail and in one room, once for a wait."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.alerts import actions, rules
from saleor_support_plugin.alerts.models import Alert, AlertAccount
from saleor_support_plugin.conversations.models import ConversationMessage
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.outbox.sending import deliver_due
from saleor_support_plugin.outbox.ways import rooms
from saleor_support_plugin.stores.configuration import from_data
from saleor_support_plugin.tickets import actions as tickets
from saleor_support_plugin.tickets import replying
from saleor_support_plugin.tickets.models import Ticket
from saleor_support_plugin.tickets.refusing import TicketRefused

from ..desks import add_chat, add_configuration, add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop

pytestmark = pytest.mark.django_db

FRIDAY_NOON = datetime(2026, 11, 20, 9, tzinfo=UTC)  # 12:00 in Istanbul
FRIDAY_EVENING = datetime(2026, 11, 20, 14, 45, tzinfo=UTC)  # a quarter of an hour before it closes
MONDAY_NINE = datetime(2026, 11, 23, 6, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DESK = "desk@aurora.example"
SLACK = "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ"


@pytest.fixture(autouse=True)
def settled(aurora: Shop) -> None:
    add_configuration(aurora, alert_emails=[DESK], alert_minutes=30)


@pytest.fixture
def slack(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What a stand-in for Apprise's way to Slack was given; named in the test where it refuses."""
    said: list[tuple[str, str]] = []

    def notify(_: object, *, title: str, body: str) -> bool:
        said.append((title, body))
        return "refused" not in body

    monkeypatch.setattr(rooms._class("slack"), "notify", notify)
    return said


def told() -> list[str]:
    return list(
        Message.across_stores.filter(kind="conversation_waiting").order_by("pk").values_list("address", flat=True)
    )


def configure(shop: Shop, **changed: Any) -> None:
    row = shop.store.configurations.get()
    row.data |= changed
    row.save(update_fields=["data"])


def test_staff_are_told_after_so_many_minutes_and_once(aurora: Shop) -> None:
    ticket = add_ticket(aurora, now=FRIDAY_NOON)
    assert actions.tell_due(aurora.store, FRIDAY_NOON + 29 * MINUTE)["told"] == 0
    assert actions.tell_due(aurora.store, FRIDAY_NOON + 30 * MINUTE)["told"] == 1
    for later in (31, 90):
        assert actions.tell_due(aurora.store, FRIDAY_NOON + later * MINUTE)["told"] == 0
    assert told() == [DESK]
    message = Message.across_stores.get(kind="conversation_waiting")
    assert (message.about, message.purpose) == (str(ticket.pk), "transactional")
    assert "It came in two pieces." in message.text
    assert "30 dakikadır" in message.text  # the channel is Turkish, so its people are
    event = ticket.conversation.messages.get(event="alerted")
    assert event.text == DESK


def test_words_that_are_covered_are_not_mailed(aurora: Shop) -> None:
    configure(aurora, blocked_words=["nettle"], blocked_words_act="mark")
    add_ticket(aurora, now=FRIDAY_NOON, text="You nettle!")
    assert actions.tell_due(aurora.store, FRIDAY_NOON + 30 * MINUTE)["told"] == 1
    message = Message.across_stores.get(kind="conversation_waiting")
    assert "nettle" not in message.subject + message.text + message.html
    assert "…" in message.text


def test_minutes_are_those_in_which_somebody_is_there(aurora: Shop) -> None:
    add_ticket(aurora, now=FRIDAY_EVENING)
    assert actions.tell_due(aurora.store, MONDAY_NINE + 14 * MINUTE)["told"] == 0
    assert actions.tell_due(aurora.store, MONDAY_NINE + 15 * MINUTE)["told"] == 1


def test_who_was_answered_waits_no_more_and_who_writes_again_waits_anew(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket = add_ticket(aurora, now=FRIDAY_NOON)
    answered = FRIDAY_NOON + 10 * MINUTE
    replying.answer_as_staff(
        store=aurora.store, ticket_id=ticket.pk, email=DESK, text="On its way.", key="1", now=answered
    )
    assert actions.tell_due(aurora.store, answered + 60 * MINUTE)["told"] == 0
    again = answered + 61 * MINUTE
    tickets.answer(conversation=ticket.conversation, given="Still not here", key="", now=again)
    tickets.answer(conversation=ticket.conversation, given="Hello?", key="", now=again + 20 * MINUTE)
    assert actions.tell_due(aurora.store, again + 29 * MINUTE)["told"] == 0
    assert actions.tell_due(aurora.store, again + 30 * MINUTE)["told"] == 1
    tickets.answer(conversation=ticket.conversation, given="Nobody?", key="", now=again + 40 * MINUTE)
    assert actions.tell_due(aurora.store, again + 90 * MINUTE)["told"] == 0
    message = Message.across_stores.get(kind="conversation_waiting")
    assert "Still not here\n\nHello?" in message.text


@pytest.mark.parametrize(
    "changed",
    [
        {"state": "CLOSED"},
        {"state": "WAITING"},
        {"snoozed_until": FRIDAY_NOON + timedelta(days=1)},
    ],
)
def test_what_waits_for_nobody_of_the_shop_alarms_nobody(aurora: Shop, changed: dict[str, Any]) -> None:
    ticket = add_ticket(aurora, now=FRIDAY_NOON)
    Ticket.across_stores.filter(pk=ticket.pk).update(**changed)
    assert actions.tell_due(aurora.store, FRIDAY_NOON + 60 * MINUTE)["looked"] == 0


def test_a_live_chat_is_the_queues(aurora: Shop) -> None:
    entry = add_chat(aurora)
    assert entry.conversation.is_live
    later = entry.conversation.created_at + timedelta(days=3)
    assert actions.tell_due(aurora.store, later)["looked"] == 0


def test_switched_off_or_with_nobody_to_tell_nobody_is_told(aurora: Shop) -> None:
    add_ticket(aurora, now=FRIDAY_NOON)
    for changed in ({"alert_minutes": 0}, {"alert_minutes": 30, "alert_emails": []}):
        configure(aurora, **changed)
        assert actions.tell_due(aurora.store, FRIDAY_NOON + 60 * MINUTE)["told"] == 0
    assert not Alert.across_stores.exists()


def test_the_department_is_told_and_of_an_assigned_ticket_its_owner(aurora: Shop) -> None:
    configure(aurora, departments=[{"name": "Returns", "emails": ["ret@aurora.example", "urn@aurora.example"]}])
    settings = from_data(aurora.store.configurations.get().data)
    for department, assigned, expected in (
        ("returns", "", ("ret@aurora.example", "urn@aurora.example")),
        ("", "", (DESK,)),
        ("Elsewhere", "", (DESK,)),
        ("", "Urn@aurora.example", ("urn@aurora.example",)),
        ("Returns", "gone@aurora.example", ("ret@aurora.example", "urn@aurora.example")),
    ):
        assert tuple(rules.told(settings, rules.Whose(department, assigned))) == expected
    ticket = add_ticket(aurora, now=FRIDAY_NOON)
    Ticket.across_stores.filter(pk=ticket.pk).update(department="Returns")
    actions.tell_due(aurora.store, FRIDAY_NOON + 60 * MINUTE)
    assert told() == ["ret@aurora.example", "urn@aurora.example"]


def test_one_store_tells_its_own_people_of_its_own_tickets(aurora: Shop, borealis: Shop) -> None:
    add_configuration(borealis, alert_emails=["desk@borealis.example"])
    add_ticket(aurora, now=FRIDAY_NOON)
    assert actions.tell_due(borealis.store, FRIDAY_NOON + 60 * MINUTE) == {"looked": 0, "told": 0}


def test_a_mail_that_waited_while_somebody_answered_stays_unsent(aurora: Shop) -> None:
    ticket = add_ticket(aurora, now=FRIDAY_NOON)
    now = FRIDAY_NOON + 60 * MINUTE
    actions.tell_due(aurora.store, now)
    replying.answer_as_staff(store=aurora.store, ticket_id=ticket.pk, email=DESK, text="Here.", key="1", now=now)
    deliver_due(now=now + MINUTE)
    message = Message.across_stores.get(kind="conversation_waiting")
    assert (message.silence, message.sent_at) == ("not_right_any_more", None)


def test_an_answer_by_mail_answers_the_shopper_and_only_staffs_does(aurora: Shop, borealis: Shop) -> None:
    ticket, now = add_ticket(aurora, now=FRIDAY_NOON), FRIDAY_NOON + 60 * MINUTE
    for store, email in ((aurora.store, "stranger@elsewhere.example"), (borealis.store, DESK)):
        with pytest.raises(TicketRefused) as refused:
            replying.answer_as_staff(store=store, ticket_id=ticket.pk, email=email, text="Hi", key="1", now=now)
        assert refused.value.code == "NOT_STAFF"
    for _ in range(2):
        replying.answer_as_staff(
            store=aurora.store,
            ticket_id=ticket.pk,
            email="Desk@aurora.example",
            text="New one sent.",
            key="<1@x>",
            now=now,
        )
    ticket.refresh_from_db()
    assert (ticket.state, ticket.assigned_email, ticket.first_replied_at) == ("WAITING", DESK, now)
    said = ConversationMessage.across_stores.get(author="staff")
    assert (said.text, said.author_name, said.channel) == ("New one sent.", DESK, "MAIL")
    mail = Message.across_stores.get(kind="ticket_reply")
    assert mail.address == "shopper@aurora.example"
    assert DESK not in mail.text + mail.html


def test_a_room_hears_it_too_and_again_until_it_was_said(aurora: Shop, slack: list[tuple[str, str]]) -> None:
    actions.set_account(store=aurora.store, address=SLACK)
    add_ticket(aurora, now=FRIDAY_NOON, subject="refused by the room")
    now = FRIDAY_NOON + 60 * MINUTE
    actions.tell_due(aurora.store, now)
    assert actions.say_due(now=now) == 1
    assert slack == [("Aurora Lights", "Bekliyor: refused by the room (no. 1)")]
    account = AlertAccount.across_stores.get()
    assert account.problem.startswith("The service did not take it")
    assert actions.say_due(now=now + 59 * timedelta(seconds=1)) == 0
    Alert.across_stores.update(text="fine now")
    assert actions.say_due(now=now + MINUTE) == 1
    account.refresh_from_db()
    assert (len(slack), account.problem) == (2, "")
    assert actions.say_due(now=now + timedelta(days=1)) == 0


def test_a_room_that_never_answers_is_given_up(aurora: Shop, slack: list[tuple[str, str]]) -> None:
    actions.set_account(store=aurora.store, address=SLACK)
    add_ticket(aurora, now=FRIDAY_NOON, subject="refused")
    now = FRIDAY_NOON + 60 * MINUTE
    actions.tell_due(aurora.store, now)
    for hours in range(20):
        actions.say_due(now=now + timedelta(hours=hours))
    assert len(slack) == actions.MOST_TRIES


@pytest.mark.parametrize(
    "address",
    [
        "json://127.0.0.1/secret",
        "http://169.254.169.254/",
        "file:///etc/passwd",
        "mailto://user:pass@mail.example",
        "syslog://",
        "ntfys://internal.example/topic",
        f"{SLACK}?template=/etc/passwd",
        "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js?template=/etc/passwd",
        "slack://",
        "slack://nothing",
        "SLACK://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ",
        "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ\n",
        "x" * 600,
        "slack",
    ],
)
def test_only_services_with_a_host_of_their_own_are_spoken_to(address: str) -> None:
    with pytest.raises(rooms.RoomWrong):
        rooms.kind(address)


@given(st.text(max_size=60), st.sampled_from([*rooms.SERVICES, "json", ""]))
def test_whatever_is_typed_is_an_address_or_refused(rest: str, scheme: str) -> None:
    with suppress(rooms.RoomWrong):
        assert rooms.kind(f"{scheme}://{rest}") == scheme


ACCOUNT = "{ alertAccount { kind problem } }"
UPDATE = """mutation($address: String!) { alertAccountUpdate(address: $address) {
  alertAccount { kind } errors { field code } } }"""
TRY = "mutation { alertAccountTry { errors { code } } }"


def test_staff_who_manage_settings_name_the_room_and_try_it(
    aurora: Shop, saleor: FakeSaleor, slack: list[tuple[str, str]]
) -> None:
    token = aurora.staff_token("MANAGE_SETTINGS")
    assert ask_as(token, ACCOUNT)["data"] == {"alertAccount": None}
    assert ask_as(token, TRY)["data"]["alertAccountTry"]["errors"] == [{"code": "NOT_FOUND"}]
    wrong = ask_as(token, UPDATE, address="json://localhost")["data"]["alertAccountUpdate"]
    assert wrong == {"alertAccount": None, "errors": [{"field": "address", "code": "INVALID"}]}
    assert ask_as(token, UPDATE, address=SLACK)["data"]["alertAccountUpdate"]["alertAccount"] == {"kind": "slack"}
    assert ask_as(token, TRY)["data"]["alertAccountTry"]["errors"] == []
    assert slack == [("Aurora Lights", "Saleor Support: this works.")]
    assert ask_as(token, ACCOUNT)["data"]["alertAccount"] == {"kind": "slack", "problem": ""}
    with_another = ask_as(aurora.staff_token("MANAGE_ORDERS"), ACCOUNT)
    assert (with_another["data"], len(with_another["errors"])) == ({"alertAccount": None}, 1)
    assert ask_as(token, UPDATE, address="")["data"]["alertAccountUpdate"]["alertAccount"] is None
    assert not AlertAccount.across_stores.exists()


def test_the_rooms_address_is_not_readable_at_rest(aurora: Shop) -> None:
    from django.db import connection

    actions.set_account(store=aurora.store, address=SLACK)
    with connection.cursor() as cursor:
        cursor.execute("select address from support_alertaccount")
        assert "A1BRTD4JD" not in str(cursor.fetchone()[0])


def test_looking_for_who_waits_asks_once_for_one_and_for_twenty(aurora: Shop) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    asked = []
    for many in (1, 19):
        for number in range(many):
            add_ticket(aurora, f"203.0.{many}.{number}", now=FRIDAY_NOON, email=f"s{many}-{number}@aurora.example")
        with CaptureQueriesContext(connection) as counted:
            assert actions.tell_due(aurora.store, FRIDAY_NOON + 10 * MINUTE)["told"] == 0
        asked.append(len(counted))
    assert asked[0] == asked[1]

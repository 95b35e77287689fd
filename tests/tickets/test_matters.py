"""A ticket is one matter: what its reason says of it, and how its clocks stand after everything that can happen."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from saleor_support_plugin.conversations.models import Medium
from saleor_support_plugin.shop.models import Order
from saleor_support_plugin.stores.callers import Staff
from saleor_support_plugin.tickets import actions, changing, clocking, joining, replying, updating
from saleor_support_plugin.tickets.changing import Change
from saleor_support_plugin.tickets.models import State, Ticket
from saleor_support_plugin.tickets.refusing import TicketRefused

from ..desks import add_configuration, add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop, add_order, global_id

pytestmark = pytest.mark.django_db

# Friday noon in UTC is 15:00 in Istanbul, where the shop is open until 18:00.
HOUR = timedelta(hours=1)
CLOCK = """query($id: ID!) { ticket(id: $id) {
  state priority boosts department reason { slug name { tr } } clock { kind state dueAt amberAt leftMinutes }
  firstRepliedAt lines { orderLineId quantity productName }
} }"""
UPDATE = """mutation($id: ID!, $input: TicketUpdateInput!) { ticketUpdate(id: $id, input: $input) {
  ticket { reason { slug } priority department assignedEmail subject orderNumber productId
           lines { orderLineId quantity } clock { kind dueAt state } }
  errors { field code }
} }"""


def member(shop: Shop) -> Staff:
    email = f"staff@{shop.name}.example"
    return Staff(shop.store, global_id("User", 1), email, frozenset({"MANAGE_ORDERS"}), (), None)


def token(shop: Shop) -> str:
    return shop.staff_token("MANAGE_ORDERS")


def opened(shop: Shop, **changed: Any) -> Ticket:
    """Open a ticket on Friday at 15:00 of the shop; its first reply is due on Monday at 15:00."""
    return add_ticket(shop, **changed)


def seen(shop: Shop, ticket: Ticket) -> dict[str, Any]:
    found: dict[str, Any] = ask_as(token(shop), CLOCK, id=global_id("Ticket", ticket.pk))["data"]["ticket"]
    return found


def update(shop: Shop, ticket: Ticket, **given: Any) -> dict[str, Any]:
    answer: dict[str, Any] = ask_as(token(shop), UPDATE, id=global_id("Ticket", ticket.pk), input=given)
    found: dict[str, Any] = answer["data"]["ticketUpdate"]
    return found


def events(ticket: Ticket) -> list[tuple[str, str]]:
    return list(ticket.conversation.messages.filter(author="system").values_list("event", "text"))


# What may stand, and what may happen to it.

BEFORE: dict[str, Callable[[Staff, Ticket], None]] = {
    "open": lambda staff, ticket: None,
    "waiting": lambda staff, ticket: _do("reply", staff, ticket),
    "closed": lambda staff, ticket: _do("close", staff, ticket),
    "asleep": lambda staff, ticket: _do("snooze", staff, ticket),
    "merged": lambda staff, ticket: _do("merge", staff, ticket),
}
EVENTS = ("shopper", "mail", "reply", "note", "close", "reopen", "wait", "snooze", "wake", "solve", "alone", "merge")
NOT_THERE = "MERGED"
OPEN, WAITING, CLOSED = State.OPEN, State.WAITING, State.CLOSED
# For each of both: what it waits for afterwards, and whether a clock of its runs; or the code with which it is refused.
AFTER: dict[str, dict[str, tuple[State, bool] | str]] = {
    "open": {
        "shopper": (OPEN, True),
        "mail": (OPEN, True),
        "reply": (WAITING, False),
        "note": (OPEN, True),
        "close": (CLOSED, False),
        "reopen": (OPEN, True),
        "wait": (WAITING, False),
        "snooze": (OPEN, True),
        "wake": (OPEN, True),
        "solve": (CLOSED, False),
        "alone": (OPEN, True),
        "merge": (OPEN, False),
    },
    "waiting": {
        "shopper": (OPEN, True),
        "mail": (OPEN, True),
        "reply": (WAITING, False),
        "note": (WAITING, False),
        "close": (CLOSED, False),
        "reopen": (WAITING, False),
        "wait": (WAITING, False),
        "snooze": (WAITING, False),
        "wake": (WAITING, False),
        "solve": (CLOSED, False),
        "alone": (OPEN, True),
        "merge": (WAITING, False),
    },
    "closed": {
        "shopper": (OPEN, True),
        "mail": (OPEN, True),
        "reply": (WAITING, False),
        "note": (CLOSED, False),
        "close": (CLOSED, False),
        "reopen": (OPEN, True),
        "wait": (WAITING, False),
        "snooze": (CLOSED, False),
        "wake": (CLOSED, False),
        "solve": (CLOSED, False),
        "alone": (OPEN, True),
        "merge": (CLOSED, False),
    },
    "asleep": {
        "shopper": (OPEN, True),
        "mail": (OPEN, True),
        "reply": (WAITING, False),
        "note": (OPEN, True),
        "close": (CLOSED, False),
        "reopen": (OPEN, True),
        "wait": (WAITING, False),
        "snooze": (OPEN, True),
        "wake": (OPEN, True),
        "solve": (CLOSED, False),
        "alone": (OPEN, True),
        "merge": (OPEN, False),
    },
    # What its shopper says counts for the one it was put into; staff work there.
    "merged": {
        "shopper": (OPEN, False),
        "mail": (OPEN, False),
        "reply": NOT_THERE,
        "note": NOT_THERE,
        "close": NOT_THERE,
        "reopen": NOT_THERE,
        "wait": NOT_THERE,
        "snooze": NOT_THERE,
        "wake": NOT_THERE,
        "solve": (OPEN, False),
        "alone": (OPEN, False),
        "merge": NOT_THERE,
    },
}


def _do(event: str, staff: Staff, ticket: Ticket) -> None:
    now = NOON + HOUR
    at: dict[str, Any] = {"staff": staff, "ticket_id": ticket.pk, "now": now}
    many: dict[str, Any] = {"staff": staff, "ticket_ids": [ticket.pk], "now": now}
    match event:
        case "shopper" | "mail":
            via = Medium.MAIL if event == "mail" else None
            actions.answer(conversation=ticket.conversation, given="And?", key="", channel=via, now=now)
        case "reply":
            replying.reply(text="Sorry!", key="", **at)
        case "note":
            replying.note(text="Look", key="", **at)
        case "close":
            actions.close(**at)
        case "reopen":
            actions.reopen(**at)
        case "wait":
            changing.change(wanted=Change(state=State.WAITING), **many)
        case "snooze":
            changing.change(wanted=Change(snooze_until=now + 100 * HOUR), **many)
        case "wake":
            changing.change(wanted=Change(wake=True), **many)
        case "solve":
            actions.solve(conversation=ticket.conversation, now=now)
        case "alone":
            actions.reopen_alone(ticket=ticket, by="a survey", now=now)
        case "merge":
            into = add_ticket(Shop("aurora", staff.store), "203.0.113.99", subject="Another")
            joining.merge(staff=staff, into_id=into.pk, ticket_ids=[ticket.pk], key="", now=now)


@pytest.mark.parametrize(("before", "event"), [(before, event) for before in BEFORE for event in EVENTS])
def test_everything_that_can_happen_to_a_ticket_in_every_state(
    aurora: Shop, saleor: FakeSaleor, before: str, event: str
) -> None:
    add_configuration(aurora)
    ticket, staff = opened(aurora), member(aurora)
    BEFORE[before](staff, ticket)
    after = AFTER[before][event]
    ticket = Ticket.across_stores.get(pk=ticket.pk)
    if isinstance(after, str):
        with pytest.raises(TicketRefused) as refused:
            _do(event, staff, ticket)
        assert refused.value.code == after
        return
    _do(event, staff, ticket)
    ticket.refresh_from_db()
    runs = [clock.is_running for clock in clocking.clocks_of(ticket).values()]
    assert (ticket.state, any(runs)) == after
    assert all(runs) or not any(runs)
    assert (ticket.due_at is not None) == any(runs)
    assert (ticket.first_replied_at is not None) == ("reply" in (event, "reply" if before == "waiting" else ""))


def test_a_ticket_has_a_working_day_to_be_answered_and_three_to_be_done(aurora: Shop, saleor: FakeSaleor) -> None:
    add_configuration(aurora)
    ticket = opened(aurora)
    assert (ticket.first_reply_due_at, ticket.resolve_due_at) == (NOON + 72 * HOUR, NOON + 120 * HOUR)
    assert seen(aurora, ticket)["clock"]["kind"] == "FIRST_REPLY"
    # Three quarters of nine hours: three on Friday, 3:45 on Monday from nine.
    assert ticket.amber_at == NOON + timedelta(days=2, hours=21, minutes=45)


def test_a_reason_brings_its_department_priority_and_times(aurora: Shop, saleor: FakeSaleor) -> None:
    reason = {
        "name": "torn",
        "title": {"en": "Torn", "tr": "Yırtık"},
        "department": "Returns",
        "priority": "HIGH",
        "first_reply_minutes": 60,
    }
    add_configuration(aurora, ticket_reasons=[reason])
    ticket = opened(aurora, order=None)
    assert (seen(aurora, ticket)["reason"], ticket.first_reply_due_at) == (None, NOON + 72 * HOUR)
    changed = update(aurora, ticket, reason="torn")
    assert changed["errors"] == []
    assert changed["ticket"]["reason"] == {"slug": "torn"}
    assert (changed["ticket"]["priority"], changed["ticket"]["department"]) == ("HIGH", "Returns")
    ticket.refresh_from_db()
    assert ticket.first_reply_target == HOUR
    told = seen(aurora, ticket)
    assert told["reason"] == {"slug": "torn", "name": {"tr": "Yırtık"}}
    assert events(ticket) == [
        ("changed", "reason: torn"),
        ("changed", "priority: HIGH"),
        ("changed", "department: Returns"),
    ]


def test_a_first_order_and_a_late_parcel_raise_it_one_step_and_say_so(aurora: Shop, saleor: FakeSaleor) -> None:
    first = opened(aurora)
    assert (first.priority, first.boosts) == ("HIGH", ["FIRST_ORDER"])
    assert seen(aurora, first)["boosts"] == ["FIRST_ORDER"]
    later = add_order(aurora, global_id("Order", "second"), number="2")
    Order.across_stores.filter(pk=later.pk).update(created=NOON + HOUR)
    second = opened(aurora, order={"number": "2"}, subject="Again")
    assert (second.priority, second.boosts) == ("NORMAL", [])


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"reason": "nothing-of-ours"}, "reason", "INVALID"),
        ({"priority": None}, "priority", "REQUIRED"),
        ({"department": "x" * 81}, "department", "TOO_LONG"),
        ({"subject": " "}, "subject", "REQUIRED"),
        ({"assignedEmail": "nobody"}, "assignedEmail", "INVALID"),
        ({"orderId": "T3JkZXI6bm9uZQ=="}, "orderId", "NOT_FOUND"),
        ({"productId": "UHJvZHVjdDo5OTk5"}, "productId", "NOT_FOUND"),
        ({"productId": "a\0b"}, "productId", "NOT_FOUND"),
        ({"lines": [{"orderLineId": "another", "quantity": 1}]}, "lines", "NOT_FOUND"),
        ({"lines": [{"orderLineId": "x\0", "quantity": 1}]}, "lines", "NOT_FOUND"),
        ({"subject": "Fine", "reason": "no"}, "reason", "INVALID"),
    ],
)
def test_what_a_ticket_cannot_be_about_is_refused_and_nothing_changes(
    aurora: Shop, saleor: FakeSaleor, given: dict[str, Any], field: str, code: str
) -> None:
    ticket = opened(aurora)
    said = events(ticket)
    answer = update(aurora, ticket, **given)
    assert answer == {"ticket": None, "errors": [{"field": field, "code": code}]}
    ticket.refresh_from_db()
    assert (ticket.subject, events(ticket)) == ("The lamp is broken", said)


def test_lines_of_the_order_are_kept_and_another_order_takes_them_away(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket = opened(aurora)
    line = f"{aurora.order_id}-line"
    done = update(aurora, ticket, lines=[{"orderLineId": line, "quantity": 2}])
    assert done["ticket"]["lines"] == [{"orderLineId": line, "quantity": 2}]
    assert seen(aurora, ticket)["lines"][0]["productName"] == "Lamp of aurora"
    assert update(aurora, ticket, lines=[{"orderLineId": line, "quantity": 3}])["errors"][0]["code"] == "INVALID"
    assert ticket.lines.get().quantity == 2
    assert update(aurora, ticket, orderId=None)["ticket"]["lines"] == []


def test_a_clock_is_told_of_once_when_it_turns_amber_and_once_when_it_is_over(aurora: Shop, saleor: FakeSaleor) -> None:
    add_configuration(aurora)
    ticket = opened(aurora)
    assert ticket.amber_at is not None
    assert ticket.first_reply_due_at is not None
    assert clocking.mark_due(now=ticket.amber_at - timedelta(seconds=1)) == 0
    amber = ticket.amber_at
    for now in (ticket.amber_at, ticket.amber_at + HOUR / 60, ticket.first_reply_due_at, ticket.first_reply_due_at):
        clocking.mark_due(now=now)
    ticket.refresh_from_db()
    assert [one for one in events(ticket) if one[0].startswith("clock")] == [
        ("clock_amber", "FIRST_REPLY"),
        ("clock_breached", "FIRST_REPLY"),
    ]
    assert ticket.amber_at == amber
    assert ticket.marks == ["FIRST_REPLY AMBER", "FIRST_REPLY BREACHED"]
    # The matter's own clock runs on behind it.
    assert ticket.mark_at is not None
    assert ticket.mark_at > ticket.first_reply_due_at


def test_who_was_not_there_for_long_tells_the_worst_alone(aurora: Shop, saleor: FakeSaleor) -> None:
    add_configuration(aurora)
    ticket = opened(aurora)
    assert clocking.mark_due(now=NOON + 30 * 24 * HOUR) == 1
    assert [one for one in events(ticket) if one[0].startswith("clock")] == [
        ("clock_breached", "FIRST_REPLY"),
        ("clock_breached", "RESOLVE"),
    ]
    assert clocking.mark_due(now=NOON + 31 * 24 * HOUR) == 0


def test_an_answer_stops_the_clock_and_the_shopper_lets_it_run_on(aurora: Shop, saleor: FakeSaleor) -> None:
    add_configuration(aurora)
    ticket, staff = opened(aurora), member(aurora)
    replying.reply(staff=staff, ticket_id=ticket.pk, text="Hello", key="", now=NOON + HOUR)
    ticket.refresh_from_db()
    assert (ticket.first_replied_at, ticket.first_reply_due_at) == (NOON + HOUR, None)
    assert seen(aurora, ticket)["clock"] == {
        "kind": "RESOLVE",
        "state": "STOPPED",
        "dueAt": None,
        "amberAt": None,
        "leftMinutes": 26 * 60,
    }
    # On Monday at nine: 26 hours of nine a day are over on Wednesday at 17.
    actions.answer(conversation=ticket.conversation, given="And?", key="", now=NOON + 66 * HOUR)
    ticket.refresh_from_db()
    assert ticket.resolve_due_at == NOON + timedelta(days=5, hours=2)


def test_one_answer_changes_one_ticket_of_two_that_are_updated_at_once(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket = opened(aurora)
    updating.update(staff=member(aurora), ticket_id=ticket.pk, given={"priority": "URGENT"}, now=NOON)
    updating.update(staff=member(aurora), ticket_id=ticket.pk, given={"department": "Returns"}, now=NOON)
    ticket.refresh_from_db()
    assert (ticket.priority, ticket.department) == ("URGENT", "Returns")

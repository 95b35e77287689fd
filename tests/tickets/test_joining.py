"""Tickets are put together and taken apart again: nobody reads what is not theirs, and nothing said is lost."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from saleor_support_plugin.conversations import queries as said
from saleor_support_plugin.stores.callers import Staff
from saleor_support_plugin.tickets import actions, finding, matters
from saleor_support_plugin.tickets.models import State, Ticket, TicketLink

from ..desks import add_chat, add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop, global_id

pytestmark = pytest.mark.django_db

MERGE = """mutation($into: ID!, $ids: [ID!]!, $key: String!, $force: Boolean, $why: String) {
  ticketMerge(into: $into, ids: $ids, key: $key, force: $force, why: $why) {
    ticket { number state merges { number mayUndo isSplit } } errors { field code message } } }"""
UNDO = "mutation($id: ID!) { done: ticketMergeUndo(id: $id) { ticket { number state } errors { field code } } }"
SPLIT = """mutation($id: ID!, $messages: [Int!]!, $key: String!) {
  ticketSplit(id: $id, messages: $messages, subject: "The other matter", key: $key) {
    ticket { id number subject splitFrom { number } } errors { field code } } }"""
UNSPLIT = """mutation($id: ID!) { done: ticketSplitUndo(id: $id) {
  ticket { number merges { isSplit mayUndo } } errors { field code } } }"""
LINK = "mutation($id: ID!, $to: ID!) { ticketLink(id: $id, to: $to) { ticket { linked { number } } errors { code } } }"
UNLINK = (
    "mutation($id: ID!, $to: ID!) { ticketUnlink(id: $id, to: $to) { ticket { linked { number } } errors { code } } }"
)
THREAD = """query($id: ID!) { ticket(id: $id) { mergedInto { number }
  messages { totalCount edges { node { text author event ticketNumber channel } } } } }"""
LIST = "query($search: String) { tickets(search: $search) { edges { node { number } } } ticketCounts { all } }"


def token(shop: Shop) -> str:
    return shop.staff_token("MANAGE_ORDERS")


def own_id(ticket: Ticket) -> str:
    return global_id("Ticket", ticket.pk)


def two(shop: Shop, **changed: Any) -> tuple[Ticket, Ticket]:
    """Open two tickets of one customer, the second an hour later."""
    first = add_ticket(shop)
    second = add_ticket(
        shop,
        "203.0.113.8",
        **{"subject": "My invoice", "text": "Where is it?", "now": NOON + timedelta(hours=1)} | changed,
    )
    return first, second


def ask(shop: Shop, query: str, field: str, **variables: Any) -> dict[str, Any]:
    answer = ask_as(token(shop), query, **variables)
    found: dict[str, Any] = answer["data"][field]
    return found


def merge(shop: Shop, into: Ticket, *others: Ticket, key: str = "once", **more: Any) -> dict[str, Any]:
    return ask(shop, MERGE, "ticketMerge", into=own_id(into), ids=[own_id(one) for one in others], key=key, **more)


def thread(shop: Shop, ticket: Ticket) -> list[tuple[str, int | None]]:
    nodes = [edge["node"] for edge in ask(shop, THREAD, "ticket", id=own_id(ticket))["messages"]["edges"]]
    return [(one["text"], one["ticketNumber"]) for one in nodes if one["author"] != "SYSTEM"]


def listed(shop: Shop, search: str | None = None) -> list[int]:
    edges = ask(shop, LIST, "tickets", search=search)["edges"]
    return sorted(edge["node"]["number"] for edge in edges)


def test_a_merged_thread_holds_both_in_order_and_says_whence(aurora: Shop, saleor: FakeSaleor) -> None:
    first, second = two(aurora)
    actions.answer(conversation=first.conversation, given="Hello?", key="", now=NOON + timedelta(hours=2))
    done = merge(aurora, first, second)
    assert done["ticket"] == {
        "number": 1,
        "state": "OPEN",
        "merges": [{"number": 2, "mayUndo": True, "isSplit": False}],
    }
    assert thread(aurora, first) == [("It came in two pieces.", None), ("Where is it?", 2), ("Hello?", None)]
    assert (listed(aurora), listed(aurora, "invoice"), listed(aurora, "#2")) == ([1], [1], [1])
    assert ask(aurora, LIST, "ticketCounts") == {"all": 1}
    assert ask(aurora, THREAD, "ticket", id=own_id(second))["mergedInto"] == {"number": 1}


def test_a_double_click_is_one_merge_even_after_it_was_undone(aurora: Shop, saleor: FakeSaleor) -> None:
    first, second = two(aurora)
    merge(aurora, first, second)
    merge(aurora, first, second)
    assert first.conversation.messages.filter(event="merged").count() == 1
    assert ask(aurora, UNDO, "done", id=own_id(second))["errors"] == []
    merge(aurora, first, second)
    assert listed(aurora) == [1, 2]


def test_undone_both_are_what_they_were(aurora: Shop, saleor: FakeSaleor) -> None:
    first, second = two(aurora)
    actions.close(staff=_staff(aurora), ticket_id=second.pk, now=NOON + timedelta(hours=2))
    merge(aurora, first, second)
    undone = ask(aurora, UNDO, "done", id=own_id(second))
    assert undone == {"ticket": {"number": 2, "state": "CLOSED"}, "errors": []}
    assert thread(aurora, first) == [("It came in two pieces.", None)]
    assert (listed(aurora), listed(aurora, "invoice")) == ([1, 2], [2])
    assert ask(aurora, UNDO, "done", id=own_id(second))["errors"] == [{"field": "id", "code": "INVALID"}]


def test_once_something_was_said_a_merge_stands(aurora: Shop, saleor: FakeSaleor) -> None:
    for answered in (0, 1):
        pair = two(aurora, order=None)
        merge(aurora, pair[0], pair[1], key=f"pair {answered}", force=True, why="They say so")
        actions.answer(conversation=pair[answered].conversation, given="Wait", key="", now=_later())
        refused = ask(aurora, UNDO, "done", id=own_id(pair[1]))
        assert refused == {"ticket": None, "errors": [{"field": "id", "code": "ANSWERED"}]}
        pair[0].refresh_from_db()
        assert pair[0].state == State.OPEN


def test_another_customers_ticket_needs_to_be_forced_with_a_reason_and_stays_unseen_by_the_other(
    aurora: Shop, saleor: FakeSaleor
) -> None:
    first, second = two(aurora, email="somebody@else.example", order=None)
    refused = merge(aurora, first, second)
    assert [(one["field"], one["code"]) for one in refused["errors"]] == [("ids", "ANOTHER_CUSTOMER")]
    assert [one["code"] for one in merge(aurora, first, second, force=True)["errors"]] == ["REQUIRED"]
    assert merge(aurora, first, second, force=True, why="Her husband")["errors"] == []
    assert first.conversation.messages.get(event="merged").text == "2 Her husband"
    # Neither shopper's page has a word of the other's.
    assert [one.text for one in said.newest_shown(first.conversation)] == ["It came in two pieces."]
    assert [one.text for one in said.newest_shown(second.conversation)] == ["Where is it?"]


def test_what_a_shopper_says_in_a_merged_one_wakes_the_one_it_is_in(aurora: Shop, saleor: FakeSaleor) -> None:
    first, second = two(aurora)
    merge(aurora, first, second)
    actions.close(staff=_staff(aurora), ticket_id=first.pk, now=_later())
    actions.answer(conversation=second.conversation, given="Still nothing", key="", now=_later())
    first.refresh_from_db()
    assert first.state == State.OPEN
    assert thread(aurora, first)[-1] == ("Still nothing", 2)
    assert listed(aurora, "nothing") == [1]


@pytest.mark.parametrize("which", ["itself", "none", "foreign", "merged", "has merged", "live", "too many"])
def test_what_cannot_be_put_together(aurora: Shop, borealis: Shop, saleor: FakeSaleor, which: str) -> None:
    first, second = two(aurora)
    third = add_ticket(aurora, "203.0.113.9", subject="Third")
    into, ids, code = own_id(first), [own_id(second)], "MERGED"
    match which:
        case "itself":
            ids, code = [into], "INVALID"
        case "none":
            ids, code = [], "INVALID"
        case "foreign":
            ids, code = [own_id(add_ticket(borealis))], "NOT_FOUND"
        case "merged":
            merge(aurora, third, second, key="before")
        case "has merged":
            merge(aurora, second, third, key="before")
        case "live":
            ids, code = [own_id(add_chat(aurora).conversation.ticket)], "LIVE"
        case "too many":
            ids, code = [global_id("Ticket", 10**6 + one) for one in range(21)], "TOO_MANY"
    refused = ask(aurora, MERGE, "ticketMerge", into=into, ids=ids, key="now")
    assert [one["code"] for one in refused["errors"]] == [code]
    assert not Ticket.across_stores.filter(merged_into=first).exists()


@pytest.mark.parametrize(
    ("emails", "phones", "keys", "same"),
    [
        (("a@x.example", "a@x.example"), ("", ""), ("", ""), True),
        (("a@x.example", "b@x.example"), ("+901", "+901"), ("k", "k"), False),
        (("a@x.example", ""), ("+901", "+901"), ("", ""), True),
        (("", ""), ("+901", "+902"), ("k", "k"), False),
        (("", ""), ("+901", ""), ("k", "k"), True),
        (("", ""), ("", ""), ("", ""), False),
        (("", "a@x.example"), ("", ""), ("k", ""), False),
    ],
)
def test_who_is_one_customer(
    emails: tuple[str, str], phones: tuple[str, str], keys: tuple[str, str], same: bool
) -> None:
    assert matters.is_same_customer(emails, phones, keys) is same


def test_some_messages_become_another_ticket_and_stay_where_they_were_said(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket = add_ticket(aurora)
    actions.answer(conversation=ticket.conversation, given="And my invoice?", key="", now=NOON)
    split = ask(aurora, SPLIT, "ticketSplit", id=own_id(ticket), messages=[2], key="once")
    assert split["ticket"]["splitFrom"] == {"number": 1}
    made = aurora.store.tickets.get(number=2)
    assert thread(aurora, made) == [("And my invoice?", None)]
    assert thread(aurora, ticket) == [("It came in two pieces.", None), ("And my invoice?", None)]
    assert made.conversation.messages.get(author="shopper").at == NOON
    again = ask(aurora, SPLIT, "ticketSplit", id=own_id(ticket), messages=[2], key="once")
    assert again["ticket"]["number"] == 2
    assert aurora.store.tickets.count() == 2


def test_a_split_is_taken_back_until_somebody_says_something(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket = add_ticket(aurora)
    made = ask(aurora, SPLIT, "ticketSplit", id=own_id(ticket), messages=[1], key="a")["ticket"]["id"]
    undone = ask(aurora, UNSPLIT, "done", id=made)
    assert undone == {"ticket": {"number": 1, "merges": [{"isSplit": True, "mayUndo": False}]}, "errors": []}
    assert thread(aurora, ticket) == [("It came in two pieces.", None)]
    assert listed(aurora) == [1]
    again = ask(aurora, SPLIT, "ticketSplit", id=own_id(ticket), messages=[1], key="b")["ticket"]
    assert again["number"] == 3
    kept = aurora.store.tickets.get(number=3)
    actions.answer(conversation=kept.conversation, given="Thanks", key="", now=_later())
    assert ask(aurora, UNSPLIT, "done", id=again["id"])["errors"] == [{"field": "id", "code": "ANSWERED"}]


@pytest.mark.parametrize("messages", [[], [99], [0], [-1], list(range(300))])
def test_only_what_somebody_said_there_is_split_off(aurora: Shop, saleor: FakeSaleor, messages: list[int]) -> None:
    ticket = add_ticket(aurora)
    refused = ask(aurora, SPLIT, "ticketSplit", id=own_id(ticket), messages=messages, key="once")
    assert refused["errors"][0]["field"] == "messages"
    assert aurora.store.tickets.count() == 1


def test_links_are_seen_from_both_sides_and_made_once(aurora: Shop, saleor: FakeSaleor) -> None:
    first, second = two(aurora)
    for one, other in ((first, second), (second, first)):
        done = ask(aurora, LINK, "ticketLink", id=own_id(one), to=own_id(other))
        assert done == {"ticket": {"linked": [{"number": other.number}]}, "errors": []}
    assert TicketLink.across_stores.count() == 1
    assert first.conversation.messages.filter(event="linked").count() == 1
    assert ask(aurora, UNLINK, "ticketUnlink", id=own_id(second), to=own_id(first))["ticket"] == {"linked": []}
    refused = ask(aurora, LINK, "ticketLink", id=own_id(first), to=own_id(first))
    assert refused == {"ticket": None, "errors": [{"code": "INVALID"}]}


def test_a_page_of_merged_tickets_is_found_by_words_of_each(aurora: Shop, saleor: FakeSaleor) -> None:
    first, second = two(aurora)
    merge(aurora, first, second)
    assert finding.remember(ticket_ids=[first.pk]) == 1
    assert listed(aurora, "pieces invoice") == [1]


def _staff(shop: Shop) -> Staff:
    return Staff(shop.store, global_id("User", 1), "staff@aurora.example", frozenset({"MANAGE_ORDERS"}), (), None)


def _later() -> datetime:
    return timezone.now() + timedelta(minutes=1)

"""Many tickets at once: tags, whose they are, until when they sleep, and notes that staff alone see."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.conversations.models import Author, ConversationMessage
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.tickets import actions
from saleor_support_plugin.tickets.models import Ticket

from ..desks import add_chat, add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop, global_id

pytestmark = pytest.mark.django_db

LIST = """query($filter: TicketFilter, $search: String) {
  tickets(filter: $filter, search: $search) { edges { node {
    number tags snoozedUntil assignedEmail rating { score text } chat { id state seat { email } }
  } } }
}"""
COUNTS = "{ ticketCounts { mine nobodys all snoozed waitingChats } ticketTags }"
UPDATE = """mutation($ids: [ID!]!, $input: TicketsUpdateInput!) {
  ticketsUpdate(ids: $ids, input: $input) { tickets { number tags state assignedEmail } count errors { field code } }
}"""
NOTE = """mutation($id: ID!, $text: String!, $key: String) {
  ticketNote(id: $id, text: $text, key: $key) {
    ticket { state messages { edges { node { author authorName event text } } } } errors { field code }
  }
}"""


def staff_of(shop: Shop) -> str:
    return shop.staff_token("MANAGE_ORDERS")


def tickets_of(shop: Shop, many: int) -> list[str]:
    made = [add_ticket(shop, f"203.0.113.{one}", email=f"s{one}@aurora.example") for one in range(many)]
    return [global_id("Ticket", one.pk) for one in made]


def update(shop: Shop, ids: list[str], **given: Any) -> dict[str, Any]:
    answer: dict[str, Any] = ask_as(staff_of(shop), UPDATE, ids=ids, input=given)["data"]["ticketsUpdate"]
    return answer


def numbers(shop: Shop, search: str | None = None, **filter: Any) -> list[int]:
    found = ask_as(staff_of(shop), LIST, filter=filter, search=search)["data"]["tickets"]["edges"]
    return sorted(edge["node"]["number"] for edge in found)


def counts(shop: Shop) -> dict[str, int]:
    found: dict[str, int] = ask_as(staff_of(shop), COUNTS)["data"]["ticketCounts"]
    return found


def test_tags_are_added_and_taken_away(aurora: Shop, saleor: FakeSaleor) -> None:
    ids = tickets_of(aurora, 2)
    done = update(aurora, ids, addTags=["returns", " VIP  customer"])
    assert (done["count"], [one["tags"] for one in done["tickets"]]) == (2, [["VIP customer", "returns"]] * 2)
    update(aurora, ids[:1], removeTags=["returns"])
    assert (numbers(aurora, tag="returns"), numbers(aurora, tag="VIP customer")) == ([2], [1, 2])
    assert ask_as(staff_of(aurora), COUNTS)["data"]["ticketTags"] == ["VIP customer", "returns"]


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"addTags": ["x" * 41]}, "addTags", "TOO_LONG"),
        ({"addTags": [f"t{one}" for one in range(21)]}, "addTags", "TOO_MANY"),
        ({"snoozeUntil": "2020-01-01T00:00:00Z"}, "snoozeUntil", "INVALID"),
        ({"snoozeUntil": "2999-01-01T00:00:00Z"}, "snoozeUntil", "INVALID"),
    ],
)
def test_what_cannot_be_is_refused(
    aurora: Shop, saleor: FakeSaleor, given: dict[str, Any], field: str, code: str
) -> None:
    ids = tickets_of(aurora, 1)
    assert update(aurora, ids, **given)["errors"] == [{"field": field, "code": code}]


def test_all_are_changed_or_none(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    [mine], [theirs] = tickets_of(aurora, 1), tickets_of(borealis, 1)
    for ids, code in (([mine, theirs], "NOT_FOUND"), ([mine, "nonsense"], "NOT_FOUND"), ([mine] * 101, None)):
        done = update(aurora, ids, addTags=["x"])
        assert [one["code"] for one in done["errors"]] == ([code] if code else [])
    assert update(aurora, [global_id("Ticket", one) for one in range(1, 102)])["errors"][0]["code"] == "TOO_MANY"
    assert Ticket.across_stores.get(store=borealis.store).tags == []


def test_a_ticket_is_somebodys_or_nobodys_and_the_thread_says_who_decided(aurora: Shop, saleor: FakeSaleor) -> None:
    ids = tickets_of(aurora, 3)
    update(aurora, ids[:2], assignToMe=True)
    assert (numbers(aurora, assigned="MINE"), numbers(aurora, assigned="NOBODY")) == ([1, 2], [3])
    assert counts(aurora) == {"mine": 2, "nobodys": 1, "all": 3, "snoozed": 0, "waitingChats": 0}
    update(aurora, ids[:1], unassign=True)
    assert numbers(aurora, assigned="ANYBODY") == [1, 2, 3]
    assert numbers(aurora, assigned="MINE") == [2]
    noted = ConversationMessage.across_stores.filter(conversation__ticket__number=1, event="assigned")
    assert list(noted.values_list("text", flat=True)) == ["staff@aurora.example", ""]


def test_closing_many_leaves_the_lists_of_what_is_to_be_done(aurora: Shop, saleor: FakeSaleor) -> None:
    ids = tickets_of(aurora, 3)
    update(aurora, ids[:2], state="CLOSED")
    assert (numbers(aurora, isClosed=False), numbers(aurora, isClosed=True), numbers(aurora)) == (
        [3],
        [1, 2],
        [1, 2, 3],
    )
    assert counts(aurora)["all"] == 1


def test_who_sleeps_is_in_no_list_and_comes_back_at_their_time(aurora: Shop, saleor: FakeSaleor) -> None:
    ids, now = tickets_of(aurora, 2), timezone.now()
    update(aurora, ids[:1], snoozeUntil=(now + timedelta(hours=1)).isoformat())
    assert (numbers(aurora), numbers(aurora, snoozed=True), numbers(aurora, search="lamp")) == ([2], [1], [1, 2])
    assert counts(aurora) == {"mine": 0, "nobodys": 1, "all": 1, "snoozed": 1, "waitingChats": 0}
    assert actions.wake_due(now=now + timedelta(minutes=59)) == 0
    assert actions.wake_due(now=now + timedelta(minutes=60)) == 1
    assert numbers(aurora) == [1, 2]


def test_who_sleeps_is_woken_by_staff_or_by_their_shopper(aurora: Shop, saleor: FakeSaleor) -> None:
    ids, later = tickets_of(aurora, 2), (timezone.now() + timedelta(days=1)).isoformat()
    update(aurora, ids, snoozeUntil=later)
    update(aurora, ids[:1], wake=True)
    assert numbers(aurora) == [1]
    second = Ticket.across_stores.get(number=2)
    actions.answer(conversation=second.conversation, given="And?", key="k", now=timezone.now())
    assert numbers(aurora) == [1, 2]


def test_a_note_is_for_staff_alone_and_changes_nothing_else(aurora: Shop, saleor: FakeSaleor) -> None:
    [id], before = tickets_of(aurora, 1), Message.across_stores.count()
    for _ in range(2):
        noted = ask_as(staff_of(aurora), NOTE, id=id, text="Angry, be kind", key="k1")["data"]["ticketNote"]
    assert noted["errors"] == []
    assert noted["ticket"]["state"] == "OPEN"
    said = [edge["node"] for edge in noted["ticket"]["messages"]["edges"]]
    note = {"author": "SYSTEM", "authorName": "staff@aurora.example", "event": "NOTE", "text": "Angry, be kind"}
    assert [one for one in said if one["event"] == "NOTE"] == [note]
    assert Message.across_stores.count() == before
    conversation = Ticket.across_stores.get(number=1).conversation
    assert conversation.last_message is not None
    assert conversation.last_message.text == "It came in two pieces."
    assert ask_as(staff_of(aurora), NOTE, id=id, text=" ")["data"]["ticketNote"]["errors"][0]["code"] == "REQUIRED"


def test_what_stands_beside_the_words_is_told_to_staff(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket, card = add_ticket(aurora), {"kind": "choices", "choices": ["Yes", "No"]}
    conversations.say(
        conversation=ticket.conversation,
        author=Author.STAFF,
        author_name="x",
        text="",
        card=card,
        now=timezone.now(),
    )
    query = "query($id: ID!) { ticket(id: $id) { messages { edges { node { text card } } } } }"
    said = ask_as(staff_of(aurora), query, id=global_id("Ticket", ticket.pk))["data"]["ticket"]["messages"]["edges"]
    assert [one["node"]["card"] and json.loads(one["node"]["card"]) for one in said] == [None, card]


def test_a_live_chat_is_closed_given_away_and_put_to_sleep_by_the_queue_alone(aurora: Shop, saleor: FakeSaleor) -> None:
    entry = add_chat(aurora)
    id = global_id("Ticket", entry.conversation.ticket.pk)
    later = (timezone.now() + timedelta(days=1)).isoformat()
    for given in ({"state": "CLOSED"}, {"unassign": True}, {"snoozeUntil": later}):
        assert update(aurora, [id], **given)["errors"][0]["code"] == "LIVE"
    assert update(aurora, [id], addTags=["returns"])["errors"] == []


def test_a_list_with_chats_and_ratings_asks_as_much_for_twenty_as_for_one(aurora: Shop, saleor: FakeSaleor) -> None:
    entry = add_chat(aurora)
    conversations.rate(conversation=entry.conversation, score=4, text="Fine", now=timezone.now())
    asked = []
    for more in range(2):
        with CaptureQueriesContext(connection) as counted:
            found = ask_as(staff_of(aurora), LIST)["data"]["tickets"]["edges"]
        asked.append(len(counted))
        if not more:
            tickets_of(aurora, 19)
    assert (asked[0], len(found)) == (asked[1], 20)
    chat = next(edge["node"] for edge in found if edge["node"]["chat"])
    assert (chat["chat"]["state"], chat["chat"]["seat"]["email"]) == ("SEATED", "staff@aurora.example")
    assert chat["rating"] == {"score": 4, "text": "Fine"}
    assert numbers(aurora, kind="CHAT") == [chat["number"]]

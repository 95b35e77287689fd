"""Staff at the desk: their seat, the chats they may see, and what they do with them."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from saleor_support_plugin.chat import actions, queries
from saleor_support_plugin.chat.models import QueueEntry, QueueState, Seat, WaitHour
from saleor_support_plugin.conversations.models import Conversation

from ..desks import ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop, global_id
from .people import CHANNEL, come, seated_with, sit_down, staff_of

pytestmark = pytest.mark.django_db

CHATS = """query($states: [ChatState!], $mine: Boolean) {
  chats(states: $states, mine: $mine) { totalCount edges { node {
    id state channel language category customerName number joinedAt lastSeq
    seat { email name busy maxConcurrent isThere } lastMessage { text }
  } } }
}"""
WALL = "{ chatWall { waiting longestWaitSeconds chatting missedToday places free seats { email isThere state } } }"
UPDATE = """mutation($input: ChatSeatInput!) { chatSeatUpdate(input: $input) {
  seat { name photoUrl expertise maxConcurrent channels languages categories } errors { field code } } }"""
PRESENCE = "mutation($state: ChatPresence!) { chatPresence(state: $state) { seat { state isThere } errors { code } } }"
WAITS = """query($days: Int) { chatWaits(days: $days) {
  total { channel hour arrivals left missed wait { many p50 p90 longest } firstReply { p50 } resolution { p50 } }
  byHour { channel hour arrivals wait { p50 } } } }"""


def act(field: str) -> str:
    return f"mutation($id: ID!) {{ {field} {{ chat {{ state seat {{ email }} }} errors {{ field code }} }} }}"


def id_of(entry: QueueEntry) -> str:
    return global_id("Conversation", entry.conversation_id)


def mine(shop: Shop, **changed: Any) -> Seat:
    """Sit down as whoever the tests' tokens name."""
    return sit_down(shop, global_id("User", 1), now=timezone.now(), **changed)


def arrive(shop: Shop, number: int = 1, **about: Any) -> QueueEntry:
    return come(shop, number, now=timezone.now(), **about)


@pytest.fixture
def token(aurora: Shop, saleor: FakeSaleor) -> str:
    return aurora.staff_token("MANAGE_ORDERS")


def done(token: str, field: str, entry: QueueEntry) -> Any:
    [answer] = ask_as(token, act(field), id=id_of(entry))["data"].values()
    return answer["errors"] or answer["chat"]


def test_chats_are_seen_in_the_order_in_which_people_came(aurora: Shop, token: str) -> None:
    mine(aurora, most=1)
    for number in range(3):
        arrive(aurora, number, category="returns")
    seen = [edge["node"] for edge in ask_as(token, CHATS)["data"]["chats"]["edges"]]
    assert [(one["customerName"], one["state"], one["number"]) for one in seen] == [
        ("Shopper 0", "SEATED", None),
        ("Shopper 1", "WAITING", 1),
        ("Shopper 2", "WAITING", 2),
    ]
    assert seen[0]["seat"]["busy"] == seen[0]["seat"]["maxConcurrent"] == 1
    assert seen[0]["category"] == "returns"
    assert ask_as(token, CHATS, mine=True)["data"]["chats"]["totalCount"] == 1
    assert ask_as(token, CHATS, states=["ENDED"])["data"]["chats"]["totalCount"] == 0


def test_twenty_chats_are_read_with_as_many_questions_as_one(aurora: Shop, token: str) -> None:
    mine(aurora, most=20)
    ask_as(token, CHATS)
    counts = []
    for many in (range(1), range(1, 20)):
        for number in many:
            arrive(aurora, number)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            ask_as(token, CHATS)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_channel_that_saleor_keeps_from_somebody_is_not_theirs_to_chat_in(
    aurora: Shop, token: str, saleor: FakeSaleor
) -> None:
    entry = arrive(aurora)
    saleor.channels = ["uk-web"]
    assert ask_as(token, CHATS, states=["MISSED"])["data"]["chats"]["totalCount"] == 0
    assert done(token, "chatEnd(id: $id)", entry) == [{"field": "id", "code": "NOT_FOUND"}]
    assert ask_as(token, WALL)["data"]["chatWall"]["missedToday"] == 0


def test_chats_need_the_permission_for_orders(aurora: Shop, saleor: FakeSaleor) -> None:
    entry = arrive(aurora)
    token = aurora.staff_token("MANAGE_SETTINGS")
    for query in (CHATS, WALL, WAITS, "{ chatSeat { id } }", "{ chatBlocks { totalCount } }"):
        assert ask_as(token, query)["errors"][0]["message"] == "This needs the permission MANAGE_ORDERS."
    for field in ("chatAccept(id: $id)", "chatLeave(id: $id)", "chatEnd(id: $id)"):
        assert ask_as(token, act(field), id=id_of(entry))["errors"]


def test_somebody_has_a_seat_once_their_page_said_hello(aurora: Shop, token: str) -> None:
    assert ask_as(token, "{ chatSeat { id } }")["data"] == {"chatSeat": None}
    assert ask_as(token, PRESENCE, state="ONLINE")["data"]["chatPresence"]["errors"] == [{"code": "NOT_FOUND"}]
    actions.seen(staff=staff_of(aurora, global_id("User", 1)), now=timezone.now())
    assert ask_as(token, "{ chatSeat { state isThere } }")["data"]["chatSeat"] == {"state": "OFFLINE", "isThere": False}
    entry = arrive(aurora)
    assert entry.state == QueueState.MISSED
    answer = ask_as(token, PRESENCE, state="ONLINE")["data"]["chatPresence"]
    assert answer == {"seat": {"state": "ONLINE", "isThere": True}, "errors": []}


def test_a_seat_is_ones_own_to_change_but_its_limit_and_channels_are_the_leads(aurora: Shop, token: str) -> None:
    seat = mine(aurora)
    own = {
        "id": global_id("Seat", seat.pk),
        "name": "Ayşe",
        "photoUrl": "https://img.example/a.jpg",
        "expertise": "Lambalar",
        "languages": ["tr", "en", "tr"],
        "categories": ["returns"],
    }
    answer = ask_as(token, UPDATE, input=own)["data"]["chatSeatUpdate"]
    assert answer["seat"] | {"languages": ["en", "tr"]} == answer["seat"]
    assert (answer["seat"]["name"], answer["seat"]["expertise"]) == ("Ayşe", "Lambalar")
    lead = aurora.staff_token("MANAGE_ORDERS", "MANAGE_SETTINGS")
    more = {"id": own["id"], "maxConcurrent": 5, "channels": [CHANNEL]}
    assert ask_as(token, UPDATE, input=more)["errors"][0]["message"] == "This needs the permission MANAGE_SETTINGS."
    changed = ask_as(lead, UPDATE, input=more)["data"]["chatSeatUpdate"]["seat"]
    assert (changed["maxConcurrent"], changed["channels"], changed["name"]) == (5, [CHANNEL], "Ayşe")
    other = global_id("Seat", sit_down(aurora, "berk", now=timezone.now()).pk)
    assert "errors" in ask_as(token, UPDATE, input={"id": other, "name": "x"})
    assert ask_as(lead, UPDATE, input={"id": other, "name": "Berk"})["data"]["chatSeatUpdate"]["errors"] == []


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("maxConcurrent", 0, "INVALID"),
        ("maxConcurrent", 21, "INVALID"),
        ("name", "x" * 101, "TOO_LONG"),
        ("photoUrl", "javascript:alert(1)", "INVALID"),
        ("languages", ["turkish"], "TOO_LONG"),
        ("categories", ["x"] * 51, "INVALID"),
        ("channels", [""], "REQUIRED"),
    ],
)
def test_what_no_seat_can_have_is_refused_with_its_field(
    aurora: Shop, saleor: FakeSaleor, field: str, value: Any, code: str
) -> None:
    lead = aurora.staff_token("MANAGE_ORDERS", "MANAGE_SETTINGS")
    given = {"id": global_id("Seat", mine(aurora).pk), field: value}
    answer = ask_as(lead, UPDATE, input=given)["data"]["chatSeatUpdate"]
    assert answer == {"seat": None, "errors": [{"field": field, "code": code}]}


def test_a_chat_that_waits_is_taken_by_hand_and_one_that_is_taken_is_not(aurora: Shop, token: str) -> None:
    missed = arrive(aurora, 1)
    other = sit_down(aurora, "berk", now=timezone.now(), most=1)
    taken = arrive(aurora, 2)
    assert done(token, "chatAccept(id: $id)", missed) == [{"field": "seat", "code": "NOT_FOUND"}]
    own = mine(aurora, most=1)
    assert done(token, "chatAccept(id: $id)", missed) == {"state": "SEATED", "seat": {"email": own.email}}
    assert done(token, "chatAccept(id: $id)", missed) == {"state": "SEATED", "seat": {"email": own.email}}
    assert done(token, "chatAccept(id: $id)", taken) == [{"field": "id", "code": "TAKEN"}]
    assert done(token, "chatAccept(id: $id)", arrive(aurora, 3)) == [{"field": "seat", "code": "FULL"}]
    assert (Seat.across_stores.get(pk=own.pk).busy, Seat.across_stores.get(pk=other.pk).busy) == (1, 1)


def test_a_chat_is_handed_to_who_is_there_and_has_a_place(aurora: Shop, token: str) -> None:
    mine(aurora)
    entry = arrive(aurora)
    berk = sit_down(aurora, "berk", now=timezone.now(), most=1)
    to_berk = f'chatTransfer(id: $id, seat: "{global_id("Seat", berk.pk)}")'
    assert done(token, to_berk, entry) == {"state": "SEATED", "seat": {"email": berk.email}}
    assert list(aurora.store.seats.order_by("pk").values_list("busy", flat=True)) == [0, 1]
    other = arrive(aurora, 2)
    assert done(token, to_berk, other) == [{"field": "seat", "code": "FULL"}]
    Seat.across_stores.filter(pk=berk.pk).update(channels=["uk-web"])
    assert done(token, to_berk, other) == [{"field": "seat", "code": "CHANNEL"}]
    Seat.across_stores.filter(pk=berk.pk).update(channels=[], state="AWAY")
    assert done(token, to_berk, other) == [{"field": "seat", "code": "AWAY"}]
    assert seated_with(other) == global_id("User", 1)


def test_a_chat_that_is_left_goes_to_who_is_free(aurora: Shop, token: str) -> None:
    mine(aurora)
    entry = arrive(aurora)
    berk = sit_down(aurora, "berk", now=timezone.now())
    assert done(token, "chatLeave(id: $id)", entry) == {"state": "SEATED", "seat": {"email": berk.email}}


def test_a_chat_that_ended_frees_its_place_and_stays_ended(aurora: Shop, token: str) -> None:
    mine(aurora, most=1)
    first, second = arrive(aurora, 1), arrive(aurora, 2)
    for _ in range(2):
        assert done(token, "chatEnd(id: $id)", first) == {"state": "ENDED", "seat": None}
    assert Conversation.across_stores.get(pk=first.conversation_id).ended_at is not None
    assert seated_with(second) == global_id("User", 1)
    assert aurora.store.seats.get().busy == 1
    assert done(token, "chatAccept(id: $id)", first) == [{"field": "id", "code": "ENDED"}]


def test_who_is_blocked_chats_no_more_until_staff_say_otherwise(aurora: Shop, token: str) -> None:
    mine(aurora)
    guest, known = arrive(aurora, 1), arrive(aurora, 2)
    Conversation.across_stores.filter(pk=known.conversation_id).update(shopper_key="user:7")
    block = (
        'mutation($id: ID!) { chatBlock(id: $id, reason: "Rude") { block { id reason expiresAt } errors { code } } }'
    )
    by_line = ask_as(token, block, id=id_of(guest))["data"]["chatBlock"]["block"]
    for_good = ask_as(token, block, id=id_of(known))["data"]["chatBlock"]["block"]
    assert by_line["expiresAt"]
    assert (for_good["expiresAt"], for_good["reason"]) == (None, "Rude")
    assert not Conversation.across_stores.filter(ended_at=None).exists()

    def is_blocked(key: str, line: str, after: timedelta = timedelta()) -> bool:
        now = timezone.now() + after
        return queries.is_blocked(aurora.store, shopper_key=key, line_digest=actions.line_digest(line), now=now)

    assert is_blocked("guest:new", "203.0.113.7")
    assert is_blocked("user:7", "198.51.100.1", timedelta(days=400))
    assert not is_blocked("user:8", "198.51.100.1")
    assert not is_blocked("guest:new", "203.0.113.7", timedelta(days=1, minutes=1))
    assert ask_as(token, "{ chatBlocks { totalCount } }")["data"]["chatBlocks"]["totalCount"] == 2
    unblock = "mutation($id: ID!) { chatUnblock(id: $id) { errors { code } } }"
    assert ask_as(token, unblock, id=for_good["id"])["data"]["chatUnblock"]["errors"] == []
    assert not is_blocked("user:7", "198.51.100.1")
    assert actions.forget_old(now=timezone.now() + timedelta(days=2)) == 1


def test_the_wall_shows_how_it_stands_now(aurora: Shop, token: str) -> None:
    arrive(aurora, 9)
    mine(aurora, most=2)
    for number in range(4):
        arrive(aurora, number)
    aurora.store.queue.filter(state="WAITING").update(joined_at=timezone.now() - timedelta(minutes=2))
    wall = ask_as(token, WALL)["data"]["chatWall"]
    assert 120 <= wall.pop("longestWaitSeconds") < 180
    [seat] = wall.pop("seats")
    assert (seat["isThere"], seat["state"]) == (True, "ONLINE")
    assert wall == {"waiting": 2, "chatting": 2, "missedToday": 1, "places": 2, "free": 0}


def test_waits_of_many_days_make_up_one_exact_report(aurora: Shop, token: str) -> None:
    today = timezone.now().date()
    for day, waits in ((0, [10, 20]), (1, [30]), (8, [9_000])):
        WaitHour.across_stores.create(
            store=aurora.store,
            channel_slug=CHANNEL,
            day=today - timedelta(days=day),
            hour=15,
            arrivals=len(waits) + 1,
            left=1,
            missed=0,
            waits=waits,
            first_replies=[],
            resolutions=waits,
        )
    report = ask_as(token, WAITS)["data"]["chatWaits"]
    assert report["total"] == {
        "channel": None,
        "hour": None,
        "arrivals": 5,
        "left": 2,
        "missed": 0,
        "wait": {"many": 3, "p50": 20, "p90": 30, "longest": 30},
        "firstReply": None,
        "resolution": {"p50": 20},
    }
    assert report["byHour"] == [{"channel": CHANNEL, "hour": 15, "arrivals": 5, "wait": {"p50": 20}}]
    assert ask_as(token, WAITS, days=30)["data"]["chatWaits"]["total"]["wait"]["longest"] == 9_000

"""Seats, the queue and waits, as staff see them and work with them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import graphene
from django.utils import timezone

from ..connections import Counted, followed, held, page_of
from ..conversations.models import ConversationMessage
from ..conversations.rules import TextWrong, line
from ..conversations.schema import Message
from ..ids import own_id, row_number
from ..stores.callers import Staff
from ..stores.values import Wrong, web_address
from ..tickets.models import Ticket
from ..tickets.rules import language as spoken
from ..tickets.schema import TicketType, staff_of
from . import actions, alerts, queries, rules
from .models import Block, Presence, QueueEntry, QueueState, Seat
from .rules import MOST_AT_ONCE, Spread, Waits

ChatPresence = graphene.Enum.from_enum(
    Presence, name="ChatPresence", description=lambda value: value.label if value else "Whether somebody takes chats."
)
ChatState = graphene.Enum.from_enum(
    QueueState, name="ChatState", description=lambda value: value.label if value else "Where a chat stands."
)
MOST_SKILLS = 50
MOST_DAYS = 90


class ChatErrorCode(graphene.Enum):
    NOT_FOUND = "NOT_FOUND"
    INVALID = "INVALID"
    REQUIRED = "REQUIRED"
    TOO_LONG = "TOO_LONG"
    TAKEN = "TAKEN"
    FULL = "FULL"
    AWAY = "AWAY"
    CHANNEL = "CHANNEL"
    BUSY = "BUSY"
    ENDED = "ENDED"


class ChatError(graphene.ObjectType):
    field = graphene.String(description="The input field it is about.")
    message = graphene.String(required=True)
    code = graphene.Field(ChatErrorCode, required=True)


class ChatSeatType(graphene.ObjectType):
    class Meta:
        name = "ChatSeat"

    id = graphene.ID(required=True)
    user_id = graphene.ID(required=True, description="Saleor's.")
    email = graphene.String(required=True)
    name = graphene.String(required=True, description="Shown to shoppers; while it is empty, the shop speaks.")
    photo_url = graphene.String(required=True)
    expertise = graphene.String(required=True, description="Shown to shoppers under the name.")
    state = graphene.Field(ChatPresence, required=True, description="What they set.")
    is_there = graphene.Boolean(required=True, description="They take chats, and a page of theirs is open.")
    busy = graphene.Int(required=True, description="How many chats are theirs now.")
    max_concurrent = graphene.Int(required=True, description="How many they have at most.")
    channels = graphene.List(graphene.NonNull(graphene.String), required=True, description="Slugs; none means any.")
    languages = graphene.List(graphene.NonNull(graphene.String), required=True, description="None means any.")
    categories = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="What they know best: such chats are theirs first.",
    )

    @staticmethod
    def resolve_id(seat: Seat, _: object) -> str:
        return own_id("Seat", seat.pk)

    @staticmethod
    def resolve_is_there(seat: Seat, _: object) -> bool:
        return seat.state == Presence.ONLINE and seat.seen_at > timezone.now() - rules.FRESH


class Chat(graphene.ObjectType):
    """A conversation on its way through the queue; `id` is the conversation's, as on the socket."""

    id = graphene.ID(required=True)
    state = graphene.Field(ChatState, required=True)
    channel = graphene.String(required=True)
    language = graphene.String(required=True)
    category = graphene.String(required=True, description="What it is about, as the page said.")
    customer_name = graphene.String(required=True)
    customer_email = graphene.String(required=True)
    number = graphene.Int(description="Which number the shopper was told last; it never rises while they wait.")
    joined_at = graphene.DateTime(required=True)
    seated_at = graphene.DateTime()
    ended_at = graphene.DateTime()
    seat = graphene.Field(ChatSeatType, description="Whose it is now.")
    last_seq = graphene.Int(required=True)
    staff_read_seq = graphene.Int(required=True)
    last_message = graphene.Field(Message)
    ticket = graphene.Field(TicketType, description="What is worked on in it; every chat has one.")

    @staticmethod
    def resolve_ticket(entry: QueueEntry, _: object) -> Ticket | None:
        ticket: Ticket | None = held(followed(entry, "conversation"), "ticket")
        return ticket

    @staticmethod
    def resolve_seat(entry: QueueEntry, _: object) -> Seat | None:
        seat: Seat | None = followed(entry, "seat")
        return seat

    @staticmethod
    def resolve_id(entry: QueueEntry, _: object) -> str:
        return own_id("Conversation", entry.conversation_id)

    @staticmethod
    def resolve_channel(entry: QueueEntry, _: object) -> str:
        return entry.channel_slug

    @staticmethod
    def resolve_customer_name(entry: QueueEntry, _: object) -> str:
        return entry.conversation.name

    @staticmethod
    def resolve_customer_email(entry: QueueEntry, _: object) -> str:
        return entry.conversation.email

    @staticmethod
    def resolve_last_seq(entry: QueueEntry, _: object) -> int:
        return entry.conversation.last_seq

    @staticmethod
    def resolve_staff_read_seq(entry: QueueEntry, _: object) -> int:
        return entry.conversation.staff_read_seq

    @staticmethod
    def resolve_last_message(entry: QueueEntry, _: object) -> ConversationMessage | None:
        return entry.conversation.last_message


def chat_of(ticket: Ticket, info: Any) -> QueueEntry | None:
    """Return a ticket's chat; read for every ticket of a page at once."""
    entry: QueueEntry | None = held(followed(ticket, "conversation"), "queue_entry")
    return entry


def waiting_chats(_: object, info: Any) -> int:
    return queries.queue(staff_of(info), states=[QueueState.WAITING], is_mine=False).count()


TICKET_CHAT = graphene.Field(Chat, resolver=chat_of, description="Null where it never was one.")
WAITING_CHATS = graphene.Field(graphene.Int, required=True, resolver=waiting_chats, description="Nobody has them yet.")


class ChatConnection(Counted):
    class Meta:
        node = Chat


class ChatBlockType(graphene.ObjectType):
    class Meta:
        name = "ChatBlock"

    id = graphene.ID(required=True)
    reason = graphene.String(required=True)
    by_email = graphene.String(required=True)
    at = graphene.DateTime(required=True)
    expires_at = graphene.DateTime(description="Null: until staff say otherwise.")

    @staticmethod
    def resolve_id(block: Block, _: object) -> str:
        return own_id("ChatBlock", block.pk)


class ChatBlockConnection(Counted):
    class Meta:
        node = ChatBlockType


class ChatWall(graphene.ObjectType):
    """How it stands now."""

    waiting = graphene.Int(required=True)
    longest_wait_seconds = graphene.Int(description="Of those who wait; null where nobody does.")
    chatting = graphene.Int(required=True)
    missed_today = graphene.Int(required=True, description="Within the last 24 hours: nobody was there for them.")
    places = graphene.Int(required=True, description="Of everybody who is there.")
    free = graphene.Int(required=True)
    seats = graphene.List(graphene.NonNull(ChatSeatType), required=True)


class ChatTimes(graphene.ObjectType):
    """Seconds within which half of them, nine of ten, and all stayed."""

    many = graphene.Int(required=True)
    p50 = graphene.Int(required=True)
    p90 = graphene.Int(required=True)
    longest = graphene.Int(required=True)


class ChatWaits(graphene.ObjectType):
    channel = graphene.String(description="Null in the sum of all.")
    hour = graphene.Int(description="Of the day in which they came, by the shop's clock; null in the sum of all.")
    arrivals = graphene.Int(required=True)
    left = graphene.Int(required=True, description="Before anybody came.")
    missed = graphene.Int(required=True, description="Nobody was there.")
    wait = graphene.Field(ChatTimes, description="Until somebody took the chat.")
    first_reply = graphene.Field(ChatTimes)
    resolution = graphene.Field(ChatTimes, description="Until the chat ended.")


class ChatWaitReport(graphene.ObjectType):
    total = graphene.Field(ChatWaits, required=True)
    by_hour = graphene.List(graphene.NonNull(ChatWaits), required=True)


def _waits(channel: str | None, hour: int | None, waits: Waits) -> dict[str, Any]:
    times: dict[str, Spread | None] = {
        "wait": rules.spread(waits.waits),
        "first_reply": rules.spread(waits.first_replies),
        "resolution": rules.spread(waits.resolutions),
    }
    many = {"arrivals": waits.arrivals, "left": waits.left, "missed": waits.missed}
    return {"channel": channel, "hour": hour} | many | times


class ChatQueries:
    chats = graphene.Field(
        ChatConnection,
        required=True,
        states=graphene.List(graphene.NonNull(ChatState), description="Those that wait or go on, where none is named."),
        mine=graphene.Boolean(default_value=False),
        first=graphene.Int(),
        after=graphene.String(),
        description="Who came first comes first.",
    )
    chat = graphene.Field(Chat, id=graphene.ID(required=True))
    chat_seat = graphene.Field(ChatSeatType, description="The caller's own; null until their page said hello.")
    chat_wall = graphene.Field(ChatWall, required=True)
    chat_blocks = graphene.Field(ChatBlockConnection, required=True, first=graphene.Int(), after=graphene.String())
    chat_waits = graphene.Field(
        ChatWaitReport,
        required=True,
        days=graphene.Int(default_value=7, description=f"How many, today among them: 1 to {MOST_DAYS}."),
        channel=graphene.String(),
    )

    @staticmethod
    def resolve_chats(
        _: object,
        info: Any,
        mine: bool,
        states: list[QueueState] | None = None,
        first: int | None = None,
        after: str | None = None,
    ) -> Any:
        rows = queries.queue(staff_of(info), states=states or actions.UNFINISHED, is_mine=mine)
        return page_of(ChatConnection, rows, first=first, after=after)

    @staticmethod
    def resolve_chat(_: object, info: Any, id: str) -> QueueEntry | None:
        return queries.seen_by(staff_of(info)).filter(conversation_id=_number("Conversation", id)).first()

    @staticmethod
    def resolve_chat_seat(_: object, info: Any) -> Seat | None:
        return queries.seat(staff_of(info))

    @staticmethod
    def resolve_chat_wall(_: object, info: Any) -> dict[str, Any]:
        return queries.wall(staff_of(info), now=timezone.now())

    @staticmethod
    def resolve_chat_blocks(_: object, info: Any, first: int | None = None, after: str | None = None) -> Any:
        rows = queries.blocks(staff_of(info), now=timezone.now())
        return page_of(ChatBlockConnection, rows, first=first, after=after)

    @staticmethod
    def resolve_chat_waits(_: object, info: Any, days: int, channel: str | None = None) -> dict[str, Any]:
        since = (timezone.now() - timedelta(days=min(max(days, 1), MOST_DAYS) - 1)).date()
        found, total = queries.waits(staff_of(info), since=since, channel=channel), Waits()
        for waits in found.values():
            total.add(waits)
        by_hour = [_waits(slug, hour, waits) for (slug, hour), waits in found.items()]
        return {"total": _waits(None, None, total), "by_hour": by_hour}


def _tried(field: str, info: Any, act: Callable[[Staff, datetime], Any]) -> dict[str, Any]:
    staff = staff_of(info)
    try:
        return {field: act(staff, timezone.now()), "errors": []}
    except actions.ChatRefused as refused:
        return {field: None, "errors": [{"field": refused.field, "message": str(refused), "code": refused.code}]}


class ChatPayload(graphene.ObjectType):
    class Meta:
        abstract = True

    chat = graphene.Field(Chat, description="As it is now; null where `errors` say why.")
    errors = graphene.List(graphene.NonNull(ChatError), required=True)


class ChatSeatPayload(graphene.ObjectType):
    class Meta:
        abstract = True

    seat = graphene.Field(ChatSeatType, description="As it is now; null where `errors` say why.")
    errors = graphene.List(graphene.NonNull(ChatError), required=True)


class ChatPresenceSet(ChatSeatPayload, graphene.Mutation):
    """Say whether you take chats. Who goes away is given no new ones, and theirs go to others within a minute."""

    class Arguments:
        state = graphene.Argument(ChatPresence, required=True)

    @staticmethod
    def mutate(_: object, info: Any, state: Presence) -> dict[str, Any]:
        return _tried("seat", info, lambda staff, now: actions.set_presence(staff=staff, state=state, now=now))


class ChatSeatInput(graphene.InputObjectType):
    id = graphene.ID(required=True)
    name = graphene.String(description="At most 100 characters; empty: the shop speaks.")
    photo_url = graphene.String()
    expertise = graphene.String(description="At most 100 characters.")
    max_concurrent = graphene.Int(description=f"1 to {MOST_AT_ONCE}. Only who manages settings sets it.")
    channels = graphene.List(graphene.NonNull(graphene.String), description="Only who manages settings sets them.")
    languages = graphene.List(graphene.NonNull(graphene.String), description="Two letters each.")
    categories = graphene.List(graphene.NonNull(graphene.String))


class ChatSeatUpdate(ChatSeatPayload, graphene.Mutation):
    """Change a seat: your own, or with *Manage settings* anybody's. What is left out stays."""

    class Arguments:
        input = ChatSeatInput(required=True)

    @staticmethod
    def mutate(_: object, info: Any, input: ChatSeatInput) -> dict[str, Any]:
        return _tried("seat", info, lambda staff, now: _change(staff, input, now))


def _change(staff: Staff, given: ChatSeatInput, now: datetime) -> Seat:
    seat_id, own = _number("Seat", given.id), queries.seat(staff)
    is_own = own is not None and own.pk == seat_id
    if not is_own or {"max_concurrent", "channels"} & set(given):
        staff.must_have("MANAGE_SETTINGS")
    values = {name: _value(name, value) for name, value in given.items() if name != "id" and value is not None}
    return actions.change_seat(staff=staff, seat_id=seat_id, values=values, now=now)


def _value(name: str, given: Any) -> Any:
    field = {"photo_url": "photoUrl", "max_concurrent": "maxConcurrent"}.get(name, name)
    try:
        if name == "max_concurrent":
            return _between(given)
        if name == "photo_url":
            return web_address(given)[:500]
        if isinstance(given, list):
            return _skills(given, most={"channels": 255, "languages": 2}.get(name, 100))
        return line(given, most=100) if given.strip() else ""
    except TextWrong as wrong:
        raise actions.ChatRefused(field, wrong.code, str(wrong)) from wrong
    except Wrong as wrong:
        raise actions.ChatRefused(field, "INVALID", str(wrong)) from wrong


def _between(given: int) -> int:
    if not 1 <= given <= MOST_AT_ONCE:
        raise Wrong(f"This is a number from 1 to {MOST_AT_ONCE}.")
    return given


def _skills(given: list[str], *, most: int) -> list[str]:
    if len(given) > MOST_SKILLS:
        raise Wrong(f"At most {MOST_SKILLS} fit here.")
    return sorted({line(one, most=most) for one in given})


class ChatAccept(ChatPayload, graphene.Mutation):
    """Take a chat that waits, or that nobody took, to your own seat."""

    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        return _tried(
            "chat",
            info,
            lambda staff, now: actions.accept(staff=staff, conversation_id=_number("Conversation", id), now=now),
        )


class ChatTransfer(ChatPayload, graphene.Mutation):
    """Hand a chat to another seat."""

    class Arguments:
        id = graphene.ID(required=True)
        seat = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str, seat: str) -> dict[str, Any]:
        return _tried(
            "chat",
            info,
            lambda staff, now: actions.transfer(
                staff=staff, conversation_id=_number("Conversation", id), seat_id=_number("Seat", seat), now=now
            ),
        )


class ChatLeave(ChatPayload, graphene.Mutation):
    """Put a chat back into the queue, where it came from; whoever is free next gets it."""

    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        return _tried(
            "chat",
            info,
            lambda staff, now: actions.leave(staff=staff, conversation_id=_number("Conversation", id), now=now),
        )


class ChatEnd(ChatPayload, graphene.Mutation):
    """End a chat, and close its ticket: who writes again begins a new one."""

    class Arguments:
        id = graphene.ID(required=True)
        keep_open = graphene.Boolean(default_value=False, description="Something is left to do in the ticket.")

    @staticmethod
    def mutate(_: object, info: Any, id: str, keep_open: bool) -> dict[str, Any]:
        return _tried(
            "chat",
            info,
            lambda staff, now: actions.end(
                staff=staff, conversation_id=_number("Conversation", id), keep_open=keep_open, now=now
            ),
        )


class ChatBlockPayload(graphene.ObjectType):
    class Meta:
        abstract = True

    errors = graphene.List(graphene.NonNull(ChatError), required=True)


class ChatBlockCreate(ChatBlockPayload, graphene.Mutation):
    """End a chat and let its person begin no other: a customer for good, somebody unknown by their line for a day."""

    class Arguments:
        id = graphene.ID(required=True, description="The chat's.")
        reason = graphene.String(default_value="", description="At most 200 characters.")

    block = graphene.Field(ChatBlockType)

    @staticmethod
    def mutate(_: object, info: Any, id: str, reason: str) -> dict[str, Any]:
        return _tried("block", info, lambda staff, now: _block(staff, id, reason, now))


def _block(staff: Staff, id: str, reason: str, now: datetime) -> Block:
    try:
        said = line(reason, most=200) if reason.strip() else ""
    except TextWrong as wrong:
        raise actions.ChatRefused("reason", wrong.code, str(wrong)) from wrong
    return actions.block(staff=staff, conversation_id=_number("Conversation", id), reason=said, now=now)


class ChatBlockDelete(ChatBlockPayload, graphene.Mutation):
    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        return _tried("block", info, lambda staff, _: actions.unblock(staff=staff, block_id=_number("ChatBlock", id)))


def _number(kind: str, id: str) -> int:
    # No row has 0: what is no id of ours is as one that is missing.
    return row_number(kind, id) or 0


class ChatAlertsLink(graphene.Mutation):
    """Ask for a way to the page of our own that sounds and notifies, which Dashboard's frame may not."""

    class Arguments:
        language = graphene.String(default_value="en", description="As the page is to speak: `tr`, else English.")

    url = graphene.String(required=True, description="Opens the page once, within five minutes.")

    @staticmethod
    def mutate(_: object, info: Any, language: str) -> dict[str, Any]:
        return {"url": alerts.invite(staff=staff_of(info), language=spoken(language), now=timezone.now())}


class ChatMutations:
    chat_presence = ChatPresenceSet.Field()
    chat_seat_update = ChatSeatUpdate.Field()
    chat_accept = ChatAccept.Field()
    chat_transfer = ChatTransfer.Field()
    chat_leave = ChatLeave.Field()
    chat_end = ChatEnd.Field()
    chat_block = ChatBlockCreate.Field()
    chat_unblock = ChatBlockDelete.Field()
    chat_alerts_link = ChatAlertsLink.Field()

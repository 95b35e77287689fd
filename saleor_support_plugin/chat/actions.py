"""The only writes to seats, the queue and blocks.

Locks are taken in one order: the store, the entry, seats by their number, the ticket, its conversation.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from ..conversations import actions as conversations
from ..conversations import saying
from ..conversations.frames import shoppers_room
from ..conversations.models import Conversation, Happening, LinkKind
from ..realtime.payload import NOT_RECOGNISED
from ..stores.callers import Staff
from ..stores.models import Store
from ..tickets import chats as tickets
from ..tickets import colleagues
from . import queries, rules, telling
from .desks import alert_room
from .models import Block, Presence, QueueEntry, QueueState, Seat

# The seat whose turn it is, of these: whoever is being given a chat just now is passed over, never waited for.
TAKE = """
update support_seat set busy = busy + 1, given_at = %(now)s
where id = (select id from support_seat
            where id = any(%(ids)s) and busy < max_concurrent and state = 'ONLINE' and seen_at > %(fresh)s
            order by array_position(%(ids)s::bigint[], id) limit 1 for no key update skip locked)
returning id"""
NUMBER = """
with held as (select id from support_queueentry where id = any(%(ids)s) order by id for no key update skip locked)
update support_queueentry q set number = g.number
from unnest(%(ids)s::bigint[], %(numbers)s::integer[]) g (id, number) join held using (id)
where q.id = g.id and q.state = 'WAITING' and (q.number is null or q.number > g.number)
returning q.id"""
UNFINISHED = (QueueState.WAITING, QueueState.SEATED)
GIVEN_UP = {QueueState.LEFT: Happening.CHAT_LEFT, QueueState.MISSED: Happening.CHAT_MISSED}


class ChatRefused(Exception):
    """It cannot be done; `field` is the input's that is wrong."""

    def __init__(self, field: str, code: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.code = code


# Who is there


def seen(*, staff: Staff, now: datetime) -> Seat:
    """A page of theirs says hello: they have a seat from now on, and are there if they said that they take chats."""
    allowed = None if staff.channels is None else sorted(staff.channels)
    seat, _ = Seat.across_stores.update_or_create(
        store=staff.store,
        user_id=staff.user_id,
        defaults={"email": staff.email, "seen_at": now, "allowed_channels": allowed},
        create_defaults={"email": staff.email, "seen_at": now, "allowed_channels": allowed, "state_at": now},
    )
    colleagues.remember(store=staff.store, email=staff.email)
    if seat.state == Presence.ONLINE:
        move_on(store=staff.store, now=now)
    return seat


def gone(*, staff: Staff, now: datetime) -> None:
    """A page of theirs closed. They get no new chat until another one of theirs is heard of, or this one again."""
    staff.store.seats.filter(user_id=staff.user_id, seen_at__gt=now - rules.FRESH).update(seen_at=now - rules.FRESH)


def set_presence(*, staff: Staff, state: Presence, now: datetime) -> Seat:
    """Say whether the caller takes chats. Raises ChatRefused where no page of theirs has said hello."""
    mine = staff.store.seats.filter(user_id=staff.user_id)
    if mine.exclude(state=state).update(state=state, state_at=now):
        told = {"is": "presence", "state": state.value}
        saying.tell([(alert_room(staff.store.pk, staff.user_id), told)])
    seat = mine.first()
    if seat is None:
        raise ChatRefused("state", "NOT_FOUND", "Open the inbox first: nobody knows yet that you are there.")
    if state == Presence.ONLINE:
        move_on(store=staff.store, now=now)
    return seat


@transaction.atomic
def _change_seat(staff: Staff, seat_id: int, values: dict[str, Any]) -> Seat:
    seat = staff.store.seats.select_for_update(no_key=True).filter(pk=seat_id).first()
    if seat is None:
        raise ChatRefused("id", "NOT_FOUND", "There is no such seat.")
    if values.get("max_concurrent", seat.busy) < seat.busy:
        sentence = f"They have {seat.busy} chats now: end or transfer some first."
        raise ChatRefused("maxConcurrent", "BUSY", sentence)
    for name, value in values.items():
        setattr(seat, name, value)
    seat.save(update_fields=[*values])
    return seat


def change_seat(*, staff: Staff, seat_id: int, values: dict[str, Any], now: datetime) -> Seat:
    """Change what shoppers see of a seat and what it takes; `values` are columns. Raises ChatRefused."""
    seat = _change_seat(staff, seat_id, values)
    move_on(store=staff.store, now=now)
    return seat


# The queue


def join(*, conversation: Conversation, category: str, line: str, now: datetime) -> QueueEntry:
    """Put a chat into the queue and open its ticket, or find where it stands; where nobody is there, it is MISSED.

    `line` is what a caller's network addresses have in common; a keyed hash of it is kept.
    """
    with transaction.atomic():
        # Before the entry, as whoever opens a ticket holds it.
        Store.across_stores.select_for_update(no_key=True).get(pk=conversation.store_id)
        entry, is_new = QueueEntry.across_stores.select_for_update(of=("self",), no_key=True).get_or_create(
            conversation=conversation,
            defaults={
                "store": conversation.store,
                "channel_slug": conversation.channel_slug,
                "language": conversation.language,
                "category": category,
                "joined_at": now,
                "seen_at": now,
                "line_digest": line_digest(line),
            },
        )
        if is_new:
            telling.tell_staff(entry)
            conversations.resume(conversation=conversation)
            tickets.open_chat(conversation=conversation, about=category, now=now)
        elif entry.state in GIVEN_UP:
            _put(entry, QueueState.WAITING, joined_at=now, seen_at=now, number=None)
            tickets.begun_again(conversation=conversation, now=now)
            conversations.resume(conversation=conversation)
    if entry.state == QueueState.WAITING:
        move_on(store=conversation.store, now=now)
        _miss(conversation.store, now)
    return QueueEntry.across_stores.select_related("seat").get(pk=entry.pk)


def line_digest(line: str) -> bytes:
    return salted_hmac("chat line", line, algorithm="sha256").digest()


def page_seen(*, conversation: Conversation, now: datetime) -> QueueEntry | None:
    """A page that cannot hold a socket asked what is new; return where its chat stands."""
    QueueEntry.across_stores.filter(conversation=conversation, state=QueueState.WAITING).update(seen_at=now)
    return queries.entry_of(conversation)


def move_on(*, store: Store, now: datetime) -> int:
    """Give everybody a seat for whom there is one, then tell the others their numbers; return how many were seated."""
    given = 0
    while _give_one(store, now):
        given += 1
    _tell_numbers(store, now)
    return given


@transaction.atomic
def _give_one(store: Store, now: datetime) -> bool:
    desks = queries.desks(queries.there(store, now - rules.FRESH))
    if not any(desk.is_free for desk in desks):
        return False
    for wanted in queries.wanted(store):
        turn = rules.in_turn(wanted, desks)
        entry = turn and _held(store.queue.filter(pk=wanted.id, state=QueueState.WAITING), skip=True)
        seat = _take(turn, now) if entry else None
        if entry and seat:
            _sit(entry, seat, now)
            return True
    return False


def _take(ids: Sequence[int], now: datetime) -> Seat | None:
    """Take a place at the first of these seats that has one; nobody is ever over the limit, by the row's own word."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE, {"ids": list(ids), "now": now, "fresh": now - rules.FRESH})
        row = cursor.fetchone()
    return Seat.across_stores.get(pk=row[0]) if row else None


def _sit(entry: QueueEntry, seat: Seat, now: datetime) -> None:
    _put(entry, QueueState.SEATED, seat=seat, number=None, seated_at=entry.seated_at or now)
    tickets.given_to(conversation=entry.conversation, email=seat.email, now=now)
    conversations.note(conversation=entry.conversation, event=Happening.SEATED, by=seat.email, now=now)
    conversations.resume(conversation=entry.conversation)


def _put(entry: QueueEntry, state: QueueState, **values: Any) -> None:
    """Write where a chat stands now, and tell both sides."""
    values = {"seat": None} | values | {"state": state}
    for name, value in values.items():
        setattr(entry, name, value)
    entry.save(update_fields=[*values])
    telling.tell([(entry, None)])
    telling.tell_staff(entry)


def _stand_up(entry: QueueEntry) -> None:
    """Free the place of a chat that has one."""
    if entry.seat_id is not None:
        Seat.across_stores.filter(pk=entry.seat_id).update(busy=F("busy") - 1)


def _held(rows: Any, *, skip: bool = False) -> QueueEntry | None:
    found = rows.select_related(None).select_for_update(of=("self",), no_key=True, skip_locked=skip)
    entry: QueueEntry | None = found.select_related("conversation").first()
    return entry


def _tell_numbers(store: Store, now: datetime) -> None:
    places: dict[str, int] = defaultdict(int)
    numbers: dict[int, int] = {}
    rows = list(queries.waiting(store))
    for row in rows:
        places[row.channel_slug] += 1
        number = rules.number_told(row.number, places[row.channel_slug])
        if number != row.number:
            numbers[row.pk] = row.number = number
    if not numbers:
        return
    paces = {channel: queries.pace(store, channel, now=now) for channel in places}
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(NUMBER, {"ids": list(numbers), "numbers": list(numbers.values())})
            lower = {pk for (pk,) in cursor.fetchall()}
        told = [row for row in rows if row.pk in lower]
        telling.tell([(row, paces[row.channel_slug].minutes(numbers[row.pk])) for row in told])


# What staff do with one chat


def accept(*, staff: Staff, conversation_id: int, now: datetime) -> QueueEntry:
    """Take a chat that waits, or that nobody took, to the caller's own seat. Raises ChatRefused."""
    with transaction.atomic():
        entry = _asked(staff, conversation_id)
        if entry.state == QueueState.SEATED and entry.seat and entry.seat.user_id != staff.user_id:
            raise ChatRefused("id", "TAKEN", f"{entry.seat.email} chats with them.")
        if entry.state != QueueState.SEATED:
            mine = queries.seat(staff)
            _sit(entry, _place_at(mine, entry, now), now)
    _tell_numbers(staff.store, now)
    return _as_seen(staff, entry)


def transfer(*, staff: Staff, conversation_id: int, seat_id: int, now: datetime) -> QueueEntry:
    """Hand a chat to another seat. Raises ChatRefused."""
    with transaction.atomic():
        entry = _asked(staff, conversation_id)
        other = staff.store.seats.filter(pk=seat_id).first()
        if other is None or other.pk != entry.seat_id:
            ids = sorted(pk for pk in (entry.seat_id, seat_id) if pk is not None)
            list(staff.store.seats.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk"))
            seat = _place_at(other, entry, now)
            _stand_up(entry)
            _sit(entry, seat, now)
    move_on(store=staff.store, now=now)
    return _as_seen(staff, entry)


def _place_at(seat: Seat | None, entry: QueueEntry, now: datetime) -> Seat:
    if seat is None:
        raise ChatRefused("seat", "NOT_FOUND", "There is no such seat.")
    if not queries.desks([seat])[0].may_take(entry.channel_slug):
        raise ChatRefused("seat", "CHANNEL", "This seat does not take chats of this channel.")
    if seat.state != Presence.ONLINE or seat.seen_at <= now - rules.FRESH:
        raise ChatRefused("seat", "AWAY", "Nobody is at this seat to take a chat.")
    taken = Seat.across_stores.filter(pk=seat.pk, busy__lt=F("max_concurrent")).update(busy=F("busy") + 1, given_at=now)
    if not taken:
        raise ChatRefused("seat", "FULL", "This seat has as many chats as it takes.")
    return seat


def leave(*, staff: Staff, conversation_id: int, now: datetime) -> QueueEntry:
    """Put a chat back to where it came from in the queue; whoever is free next gets it. Raises ChatRefused."""
    with transaction.atomic():
        entry = _asked(staff, conversation_id)
        if entry.state == QueueState.SEATED:
            _send_back(entry, now)
    move_on(store=staff.store, now=now)
    _miss(staff.store, now)
    return _as_seen(staff, entry)


def end(*, staff: Staff, conversation_id: int, now: datetime, keep_open: bool = False) -> QueueEntry:
    """End a chat, and close its ticket unless something is left to do there. Raises ChatRefused."""
    with transaction.atomic():
        entry = _asked(staff, conversation_id, is_over=True)
        _end(entry, by=staff.email, is_done=not keep_open, now=now)
    move_on(store=staff.store, now=now)
    return _as_seen(staff, entry)


def walk_away(*, conversation: Conversation, now: datetime) -> None:
    """Their shopper leaves the queue, or ends the chat; the ticket stays open either way."""
    with transaction.atomic():
        entry = _held(QueueEntry.across_stores.filter(conversation=conversation, state__in=UNFINISHED))
        if entry is None:
            return
        if entry.state == QueueState.SEATED:
            _end(entry, by=conversation.name, is_done=False, now=now)
        else:
            _give_up(entry, QueueState.LEFT, now)
    move_on(store=conversation.store, now=now)


def _end(entry: QueueEntry, *, by: str, is_done: bool, now: datetime) -> None:
    if entry.state == QueueState.ENDED:
        return
    _stand_up(entry)
    _put(entry, QueueState.ENDED, ended_at=now, number=None)
    tickets.over(conversation=entry.conversation, is_done=is_done, now=now)
    conversations.note(conversation=entry.conversation, event=Happening.CHAT_ENDED, by=by, now=now)
    conversations.end(conversation=entry.conversation, now=now)


def _give_up(entry: QueueEntry, state: QueueState, now: datetime) -> None:
    """Nobody comes to a chat any more, or nobody is there; its shopper may begin it again."""
    _put(entry, state, number=None)
    tickets.over(conversation=entry.conversation, is_done=False, now=now)
    conversations.note(conversation=entry.conversation, event=GIVEN_UP[state], now=now)
    conversations.pause(conversation=entry.conversation)


def _send_back(entry: QueueEntry, now: datetime) -> None:
    by = entry.seat.email if entry.seat else ""
    _stand_up(entry)
    _put(entry, QueueState.WAITING, seen_at=now, number=None)
    tickets.given_to(conversation=entry.conversation, email="", now=now)
    conversations.note(conversation=entry.conversation, event=Happening.UNSEATED, by=by, now=now)


def _asked(staff: Staff, conversation_id: int, *, is_over: bool = False) -> QueueEntry:
    rows = queries.seen_by(staff).filter(conversation_id=conversation_id)
    entry = _held(rows)
    if entry is None:
        raise ChatRefused("id", "NOT_FOUND", "There is no such chat.")
    if entry.state == QueueState.ENDED and not is_over:
        raise ChatRefused("id", "ENDED", "This chat has ended.")
    return entry


def _as_seen(staff: Staff, entry: QueueEntry) -> QueueEntry:
    return queries.seen_by(staff).get(pk=entry.pk)


# What time does


def stores_with_chats() -> list[Store]:
    return list(Store.across_stores.filter(queue__state__in=UNFINISHED).distinct())


def sweep(*, store: Store, now: datetime) -> dict[str, int]:
    """Do what nobody does: take chats from who is away or gone, let those go who left, and say where nobody comes."""
    back, left = _send_back_of_absent(store, now), _let_go(store, now)
    given, missed = move_on(store=store, now=now), _miss(store, now)
    live = list(store.queue.filter(state__in=UNFINISHED).values_list("conversation_id", flat=True))
    tickets.keep_up(conversation_ids=live)
    return {"back": back, "left": left, "given": given, "missed": missed}


def _send_back_of_absent(store: Store, now: datetime) -> int:
    since = now - rules.GONE
    is_absent = Q(seat__seen_at__lte=since) | (~Q(seat__state=Presence.ONLINE) & Q(seat__state_at__lte=since))
    absent = store.queue.filter(is_absent, state=QueueState.SEATED)
    return sum(_send_back_one(absent, pk, now) for pk in list(absent.values_list("pk", flat=True)))


@transaction.atomic
def _send_back_one(absent: Any, pk: int, now: datetime) -> bool:
    entry = _held(absent.filter(pk=pk), skip=True)
    if entry is not None:
        _send_back(entry, now)
    return entry is not None


def _let_go(store: Store, now: datetime) -> int:
    rows = queries.waiting(store).filter(seen_at__lte=now - rules.LEFT_AFTER)
    return _give_up_all(rows, QueueState.LEFT, now)


def _miss(store: Store, now: datetime) -> int:
    """Tell those who wait in a channel where nobody is that nobody comes."""
    channels = set(queries.waiting(store).values_list("channel_slug", flat=True))
    empty = [channel for channel in channels if not queries.has_anybody(store, channel, now)]
    return _give_up_all(queries.waiting(store).filter(channel_slug__in=empty), QueueState.MISSED, now) if empty else 0


def _give_up_all(rows: Any, state: QueueState, now: datetime) -> int:
    return sum(_give_up_one(rows.filter(pk=pk), state, now) for pk in list(rows.values_list("pk", flat=True)))


@transaction.atomic
def _give_up_one(rows: Any, state: QueueState, now: datetime) -> bool:
    entry = _held(rows, skip=True)
    if entry is not None:
        _give_up(entry, state, now)
    return entry is not None


# Who may not chat


def block(*, staff: Staff, conversation_id: int, reason: str, now: datetime) -> Block:
    """End a chat and let its person begin no other: a customer for good, somebody unknown by their line for a day."""
    with transaction.atomic():
        entry = _asked(staff, conversation_id, is_over=True)
        conversation = entry.conversation
        is_guest = conversation.shopper_key.startswith("guest:") or not conversation.shopper_key
        who = {"line_digest": bytes(entry.line_digest)} if is_guest else {"shopper_key": conversation.shopper_key}
        until: timedelta | None = rules.LINE_BLOCKED if is_guest else None
        made = Block.across_stores.update_or_create(
            store=staff.store,
            **who,
            defaults={
                "reason": reason,
                "by_email": staff.email,
                "at": now,
                "expires_at": now + until if until else None,
            },
        )[0]
        _end(entry, by=staff.email, is_done=True, now=now)
        conversation.links.exclude(kind=LinkKind.MAIL).delete()
        saying.close(shoppers_room(conversation.pk), NOT_RECOGNISED)
    move_on(store=staff.store, now=now)
    return made


def unblock(*, staff: Staff, block_id: int) -> None:
    deleted, _ = staff.store.blocks.filter(pk=block_id).delete()
    if not deleted:
        raise ChatRefused("id", "NOT_FOUND", "There is no such block.")


def forget_old(*, now: datetime) -> int:
    """Delete blocks that hold nobody any more; return how many."""
    return Block.across_stores.filter(expires_at__lte=now).delete()[0]

"""`/staff/live`: a page of staff's hears what moves in their store, and talks in the conversations it follows."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, ClassVar

from django.conf import settings

from ..chat.desks import alert_room, desk_room
from ..conversations import frames, hot_chat
from ..conversations.frames import outside_id, room_of, staff_rooms
from ..conversations.hot_chat import Opened
from ..ids import row_number
from ..realtime.payload import NOT_RECOGNISED, everybody_of
from ..saleor.errors import SaleorError
from ..stores import callers
from ..stores.callers import NotPermitted, NotRecognised, Staff
from ..tickets import colleagues, replying
from ..tickets.refusing import TicketRefused
from .django_door import Busy
from .hot_doors import Receive, Scope, Send
from .socket_frames import FORBIDDEN, TRY_AGAIN, Closed, Refused, key_in, seen_in, token_in
from .sockets import Means, Visit, open_visit, origin_of, refuse, text_in

ADDRESS = "/staff/live"
PERMISSION = "MANAGE_ORDERS"
MOST_FOLLOWED = 50


@dataclass(frozen=True, slots=True)
class Presence:
    """Who is told, in Django's threads, that a member of staff has come, has gone, or may not come any more."""

    joined: Callable[[Staff], object]
    left: Callable[[Staff], object]
    dismissed: Callable[[Staff], object]


class StaffDoor:
    def __init__(self, means: Means, presence: Presence) -> None:
        self._means = means
        self._presence = presence

    async def receive(self, scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        if origin_of(scope) != settings.PUBLIC_URL.lower():
            return await refuse(send, 403, "ORIGIN_NOT_ALLOWED", "Only the app's own pages are staff's.")
        visit = partial(StaffVisit, self._means, receive, self._presence)
        return await open_visit(self._means, scope, receive, send, visit)


class StaffVisit(Visit):
    side = "staff"
    does: ClassVar = {
        "say": "say",
        "typing": "typing",
        "read": "read",
        "note": "note",
        "follow": "follow",
        "leave": "leave",
        "renew": "renew",
    }

    def __init__(self, means: Means, receive: Receive, presence: Presence, *rest: Any) -> None:
        super().__init__(means, receive, *rest)
        self._presence = presence
        self._staff: Staff | None = None
        self._followed: dict[str, Opened] = {}
        self._until: asyncio.TimerHandle | None = None

    async def hello(self, frame: dict[str, Any]) -> None:
        staff = await self._recognised(frame)
        self._staff = staff
        own = (desk_room(staff.store.pk, staff.user_id), colleagues.room_of(staff.store.pk, staff.email))
        for room in (everybody_of(staff.store.pk), *own, *staff_rooms(staff.store.pk, staff.channels)):
            self.means.hub.join(room, self.socket)
        await self.means.django.call(lambda: self._presence.joined(staff))
        self.tell({"is": "welcome", "user": staff.user_id, "email": staff.email})
        after = frame.get("after")
        for conversation, seen in (after if isinstance(after, dict) else {}).items():
            await self._do({"do": "follow", "conversation": conversation, "after": seen})

    async def over(self) -> None:
        if self._until is not None:
            self._until.cancel()
        staff = self._staff
        if staff is not None:
            with suppress(Busy):  # then they are gone when they were not seen for a while
                await self.means.django.call(lambda: self._presence.left(staff))

    async def renew(self, frame: dict[str, Any]) -> None:
        """Go on with a new token of the same member of staff; Saleor is asked about them anew."""
        before, staff = self._staff, await self._recognised(frame)
        if before is None or (staff.store.pk, staff.user_id) != (before.store.pk, before.user_id):
            raise Closed(NOT_RECOGNISED, "the token is somebody else's")
        if staff.channels != before.channels:
            raise Closed(NOT_RECOGNISED, "say hello again: other channels are yours now")
        self._staff = staff
        await self.means.django.call(lambda: self._presence.joined(staff))

    async def _recognised(self, frame: dict[str, Any]) -> Staff:
        token = token_in(frame)
        try:
            staff, until = await self.means.django.call(lambda: callers.staff_until(token))
            await self._must_have(staff, PERMISSION)
        except NotRecognised as error:
            raise Closed(NOT_RECOGNISED, "the token does not say who is asking") from error
        except NotPermitted as error:
            raise Closed(FORBIDDEN, f"this needs {error.permission}") from error
        except SaleorError as error:
            raise Closed(TRY_AGAIN, "the store does not answer") from error
        self._close_at(until)
        return staff

    async def _must_have(self, staff: Staff, permission: str) -> None:
        try:
            staff.must_have(permission)
        except NotPermitted:
            await self.means.django.call(lambda: self._presence.dismissed(staff))
            raise

    def _close_at(self, until: datetime) -> None:
        if self._until is not None:
            self._until.cancel()
        seconds = (until - self.means.clock()).total_seconds()
        loop = asyncio.get_running_loop()
        self._until = loop.call_later(max(0, seconds), self.socket.close, NOT_RECOGNISED, "the token is too old")

    async def follow(self, frame: dict[str, Any]) -> None:
        """Hear a conversation's messages: those after the number that is known, then what comes."""
        named = frame.get("conversation")
        opened = await self._conversation(named)
        if len(self._followed) >= MOST_FOLLOWED and named not in self._followed:
            raise Refused("TOO_MANY", f"At most {MOST_FOLLOWED} conversations are followed at once.")
        self._followed[outside_id(opened.id)] = opened
        self.tell(self.state(opened, "state", here=opened.here))
        seen = seen_in(frame.get("after"), opened.last_seq)
        await self.means.hub.follow(room_of(opened.id), self.socket, after=seen)

    async def _conversation(self, named: object) -> Opened:
        number = row_number("Conversation", named) if isinstance(named, str) else None
        staff = self._staff
        if number is not None and staff is not None:
            opened = await hot_chat.opened_by_staff(self.means.pool, number, store_id=staff.store.pk)
            if opened is not None and (staff.channels is None or opened.channel in staff.channels):
                return opened
        raise Refused("NOT_FOUND", "There is no such conversation.")

    def _followed_in(self, frame: dict[str, Any]) -> Opened:
        opened = self._followed.get(str(frame.get("conversation")))
        if opened is None:
            raise Refused("NOT_FOUND", "Follow the conversation first.")
        return opened

    async def say(self, frame: dict[str, Any]) -> None:
        opened, staff = self._followed_in(frame), self._staff
        if opened.is_letter or staff is None:
            raise Refused("IS_TICKET", "A ticket is answered by `ticketReply`: the answer is mailed too.")
        await self.say_in(opened, frame, name=staff.email, whose=f"{staff.user_id} ")

    async def note(self, frame: dict[str, Any]) -> None:
        """Keep what staff say to each other; its own `said` tells that it is."""
        opened, staff, now = self._followed_in(frame), self._staff, self.means.clock()
        key, said = key_in(frame), text_in(frame)
        if staff is None or opened.ticket_id is None:
            raise Refused("NOT_FOUND", "There is no ticket to note it in.")
        self.must_allow(opened, f"{staff.user_id} ")
        ticket_id = opened.ticket_id
        try:
            seq, is_new = await self.means.django.call(
                lambda: replying.jot(staff=staff, ticket_id=ticket_id, text=said, key=key, now=now)
            )
        except TicketRefused as refused:
            raise Refused(refused.code, str(refused)) from refused
        if not is_new:
            self.kept(opened, key, seq)

    async def typing(self, frame: dict[str, Any]) -> None:
        self.typing_in(self._followed_in(frame), self._staff.email if self._staff else "")

    async def read(self, frame: dict[str, Any]) -> None:
        opened, staff = self._followed_in(frame), self._staff
        self.read_in(opened, frame)
        if staff is not None:  # what they read here, their other page need not sound for
            told = {"is": "read", "conversation": outside_id(opened.id), "seq": frame["seq"]}
            self.means.wire.tell(alert_room(staff.store.pk, staff.user_id), frames.text(told))

    async def leave(self, frame: dict[str, Any]) -> None:
        opened = self._followed_in(frame)
        del self._followed[outside_id(opened.id)]
        self.means.hub.leave(room_of(opened.id), self.socket)

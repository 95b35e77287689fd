"""What the two sockets share: how a connection begins, what is done with its frames, and how it ends."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

import psycopg
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from ..conversations import frames, photos
from ..conversations.actions import Said
from ..conversations.hot_chat import Opened
from ..conversations.models import Author, Conversation
from ..conversations.read_marks import ReadMarks
from ..conversations.rules import TextWrong, network_of, text, tokens
from ..conversations.speaking import NotKept, Speaking
from ..conversations.statement import ChatOver, Line
from ..realtime.limits import Bucket
from ..realtime.rooms import Hub
from ..realtime.socket import WRITE, Socket, Write, cannot_write
from ..realtime.wire import Wire
from .callers_address import seen_from
from .django_door import Busy, DjangoDoor
from .hot_doors import LogLines, Receive, Scope, Send, problem, request_id_of
from .socket_frames import (
    FLOOD,
    HELLO_LATE,
    MALFORMED,
    MOST_KEY,
    TRY_AGAIN,
    Closed,
    Left,
    Refused,
    key_in,
    next_frame,
    number_in,
)
from .socket_limits import FRAMES_AT_ONCE, FRAMES_PER_SECOND, Limits

HELLO_WITHIN_SECONDS = 10.0
TYPING_EVERY_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Means:
    """What a process has for its sockets."""

    pool: AsyncConnectionPool[Any]
    hub: Hub
    wire: Wire
    speaking: Speaking
    marks: ReadMarks
    django: DjangoDoor
    limits: Limits
    clock: Callable[[], datetime]
    lines: LogLines


class Visit:
    """One connection, from its first frame to its end; `does` names the method for each thing to do."""

    does: ClassVar[dict[str, str]] = {}
    side: ClassVar[str]

    def __init__(self, means: Means, receive: Receive, socket: Socket, network: str) -> None:
        self.means = means
        self.socket = socket
        self.network = network
        self._receive = receive
        self._allowed = Bucket(FRAMES_AT_ONCE, FRAMES_PER_SECOND, time.monotonic())
        self._typed_at = 0.0

    async def live(self) -> None:
        """Raises Closed or Left when it is over."""
        try:
            async with asyncio.timeout(HELLO_WITHIN_SECONDS):
                frame = await next_frame(self._receive)
        except TimeoutError as error:
            raise Closed(HELLO_LATE, "say hello first") from error
        if frame.get("do") != "hello":
            raise Closed(MALFORMED, "say hello first")
        await self.hello(frame)
        while True:
            frame = await next_frame(self._receive)
            if self.means.limits.are_set and not self._allowed.take(time.monotonic()):
                raise Closed(FLOOD, "too many frames")
            await self._do(frame)

    async def hello(self, frame: dict[str, Any]) -> None:
        raise NotImplementedError

    async def over(self) -> None:
        """The connection has ended."""

    async def _do(self, frame: dict[str, Any]) -> None:
        do = frame.get("do")
        try:
            if not isinstance(do, str) or do not in self.does:
                raise Refused("UNKNOWN", "There is no such thing to do.")
            await getattr(self, self.does[do])(frame)
        except Refused as refused:
            said = {"is": "refused", "do": do, "code": refused.code, "message": str(refused)}
            self.tell(said | {name: frame[name] for name in ("conversation", "key") if name in frame})

    def tell(self, frame: dict[str, object]) -> None:
        self.socket.push(frames.text(frame))

    def state(self, opened: Opened, name: str, **more: object) -> dict[str, object]:
        read = {"shopper": opened.shopper_read, "staff": opened.staff_read}
        said = {"is": name, "conversation": frames.outside_id(opened.id), "seq": opened.last_seq, "read": read}
        permit = photos.permit(store_id=opened.store_id, conversation_id=opened.id, side=self.side)
        return said | {"live": opened.is_live, "ended": opened.is_ended, "permit": permit} | more

    async def say_in(self, opened: Opened, frame: dict[str, Any], *, name: str, whose: str = "") -> None:
        """Keep a message: that it is, its own `said` tells. `whose` keeps two people's keys apart."""
        key, pictures = key_in(frame), pictures_in(frame)
        said = text_in(frame) if frame.get("text") or not pictures else ""
        card = self._card_of(said)
        self.must_allow(opened, whose)
        own = f"{whose}{key}"[:MOST_KEY]
        try:
            if pictures:
                seq, is_new = await self._send(
                    opened, pictures, name=name, text=said, key=own, has_words=card is not None
                )
            else:
                now = self.means.clock()
                line = Line(
                    opened.id,
                    self.side,
                    name[:254],
                    said,
                    now,
                    key=own,
                    card=card,
                    only_live=True,
                    channel="CHAT",
                )
                kept = await self.means.speaking.say(line)
                seq, is_new = kept.seq, kept.is_new
        except NotKept as error:
            raise Refused(error.code, "It could not be kept. Send it again under the same key.") from error
        except ChatOver as over:
            raise Refused(over.code, str(over)) from over
        if not is_new:
            self.kept(opened, key, seq)  # it was said before, and may have been told before

    def card_of(self, text: str) -> dict[str, Any] | None:
        """Return what marks a text for staff. Raises TextWrong for one that is not taken."""
        return None

    def _card_of(self, text: str) -> dict[str, Any] | None:
        try:
            return self.card_of(text)
        except TextWrong as wrong:
            raise Refused(wrong.code, str(wrong)) from wrong

    async def _send(
        self, opened: Opened, pictures: list[str], *, name: str, text: str, key: str, has_words: bool
    ) -> tuple[int, bool]:
        """Keep a message with pictures, which are few and slow, in Django's threads."""
        now = self.means.clock()

        def sent() -> tuple[int, bool]:
            conversation = Conversation.across_stores.select_related("store").get(pk=opened.id)
            said = photos.send(
                conversation=conversation,
                author=Author(self.side),
                author_name=name,
                text=text,
                tokens=pictures,
                key=key,
                has_words=has_words,
                only_live=True,
                now=now,
            )
            return said.message.seq, isinstance(said, Said)

        try:
            return await self.means.django.call(sent)
        except TextWrong as wrong:
            raise Refused(wrong.code, str(wrong)) from wrong

    def must_allow(self, opened: Opened, whose: str = "") -> None:
        self.means.limits.must_allow(
            session=f"{opened.id} {whose}", network=self.network, store_id=opened.store_id, now=time.monotonic()
        )

    def kept(self, opened: Opened, key: str, seq: int) -> None:
        self.tell({"is": "kept", "conversation": frames.outside_id(opened.id), "key": key, "seq": seq})

    def typing_in(self, opened: Opened, name: str) -> None:
        """Tell the other side, and staff of each other: who types is nobody's but theirs."""
        now = time.monotonic()
        if now < self._typed_at + TYPING_EVERY_SECONDS:
            return
        self._typed_at = now
        frame = {"is": "typing", "conversation": frames.outside_id(opened.id), "author": self.side}
        self.means.wire.tell(frames.room_of(opened.id), frames.text(frame | {"name": name}), but=self.socket)
        if self.side == "staff":
            self.means.wire.tell(frames.shoppers_room(opened.id), frames.text(frame))

    def read_in(self, opened: Opened, frame: dict[str, Any]) -> None:
        seq = number_in(frame)
        self.means.marks.mark(opened.id, self.side, seq)
        told = {"is": "read", "conversation": frames.outside_id(opened.id), "author": self.side, "seq": seq}
        for room in (frames.room_of(opened.id), frames.shoppers_room(opened.id)):
            self.means.wire.tell(room, frames.text(told), but=self.socket)


def text_in(frame: dict[str, Any]) -> str:
    try:
        return text(frame.get("text"))
    except TextWrong as wrong:
        raise Refused(wrong.code, str(wrong)) from wrong


def pictures_in(frame: dict[str, Any]) -> list[str]:
    try:
        return tokens(frame["files"]) if frame.get("files") else []
    except TextWrong as wrong:
        raise Refused(wrong.code, str(wrong)) from wrong


def origin_of(scope: Scope) -> str:
    """Return the page's origin as its browser says it; empty where it says none, two, or `null`."""
    named = [value.decode("latin-1").lower() for name, value in scope["headers"] if name == b"origin"]
    return named[0] if len(named) == 1 and named[0] != "null" else ""


def writing_in(scope: Scope) -> Write:
    write: Write = scope["extensions"].get(WRITE, {}).get("write", cannot_write)
    return write


async def refuse(send: Send, status: int, code: str, message: str) -> None:
    """Answer the handshake itself: a page that may not be here gets no socket at all."""
    headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
    await send({"type": "websocket.http.response.start", "status": status, "headers": headers})
    await send({"type": "websocket.http.response.body", "body": problem(code, message)})


async def open_visit(
    means: Means, scope: Scope, receive: Receive, send: Send, visit: Callable[[Socket, str], Visit]
) -> None:
    """Accept a connection and live with it until it ends, whoever ends it."""
    began, headers = time.perf_counter(), dict(scope["headers"])
    forwarded = headers.get(b"x-forwarded-for", b"").decode("latin-1")
    network = network_of(seen_from(forwarded, (scope.get("client") or ("",))[0]))
    if not means.limits.may_open(network, time.monotonic()):
        await refuse(send, 429, "LIMITED", "That was a lot of connections. Try again in a minute.")
        return
    try:
        await send({"type": "websocket.accept"})
        task = asyncio.current_task()
        assert task is not None  # noqa: S101  uvicorn runs every connection in a task
        socket = Socket(send, task.cancel, writing_in(scope))
        code = await _lived(visit(socket, network), socket, means, receive)
    finally:
        means.limits.closed(network)
    means.lines.add(began, code, request_id_of(headers))


async def _lived(visit: Visit, socket: Socket, means: Means, receive: Receive) -> int:
    """Return the code with which the connection ended."""
    try:
        await _until_over(visit, socket)
    except (Left, OSError):
        return socket.closed_with or 1000
    except asyncio.CancelledError:
        if not socket.closed_with:
            raise
        return socket.closed_with  # cut off
    finally:
        means.hub.leave_all(socket)
        await visit.over()
    with suppress(asyncio.CancelledError, OSError):
        while (await receive())["type"] != "websocket.disconnect":
            pass
    return socket.closed_with or 1000


async def _until_over(visit: Visit, socket: Socket) -> None:
    try:
        await visit.live()
    except Closed as closed:
        socket.close(closed.code, closed.reason)
    except (psycopg.Error, PoolTimeout, Busy):
        socket.close(TRY_AGAIN, "try again in a moment")

"""Who is in which room, and what is delivered there: each number once, in order, without gaps."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .socket import READS_TOO_SLOWLY, Socket

log = logging.getLogger(__name__)

# So long may a number be late before it is read: processes are heard in no order among each other.
GAP_SECONDS = 0.05
AGAIN_AFTER_SECONDS = 1.0
MOST_MEANWHILE = 1_000

# A number, and what is said under it: None where it is nothing for this room.
type Numbered = tuple[int, str | None]


class Page(NamedTuple):
    """What a room said after a number, every number in order; whether more is to be read."""

    frames: Sequence[Numbered]
    last: int
    is_more: bool


type Read = Callable[[str, int], Awaitable[Page]]


@dataclass(slots=True, eq=False)
class Room:
    """`last` is the number up to which it was delivered without a gap; None until it is known.

    Of those in it stands up to which number they were told when they came; of those who are still being told, what was
    delivered meanwhile.
    """

    members: dict[Socket, int] = field(default_factory=dict)
    coming: dict[Socket, list[Numbered]] = field(default_factory=dict)
    last: int | None = None
    known: int = 0
    early: dict[int, str | None] = field(default_factory=dict)
    filling: asyncio.Task[None] | None = None


class Hub:
    """The rooms of one process. `read` reads what a numbered room said."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._rooms: dict[str, Room] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._rooms

    def names(self, prefix: str) -> list[str]:
        return [name for name in self._rooms if name.startswith(prefix)]

    def join(self, name: str, socket: Socket) -> None:
        """Enter a room without numbers."""
        self._rooms.setdefault(name, Room()).members[socket] = 0
        socket.rooms.add(name)

    async def follow(self, name: str, socket: Socket, *, after: int) -> None:
        """Enter a numbered room: everything after that number is sent in order, then what comes.

        Raises what reading raises; then the socket is not in the room.
        """
        self.leave(name, socket)
        room = self._rooms.setdefault(name, Room())
        socket.rooms.add(name)
        meanwhile = room.coming[socket] = []
        try:
            last = await self._tell_what_was(name, room, socket, after)
        except BaseException:
            self.leave(name, socket)
            raise
        if socket not in room.coming:
            return  # it left while it was told
        del room.coming[socket]
        room.members[socket] = last
        if room.last is None:
            _begin(room, last)
            self._must_know(name, room, last)
        for number, frame in meanwhile:
            if number > last and frame is not None:
                socket.push(frame)

    async def _tell_what_was(self, name: str, room: Room, socket: Socket, after: int) -> int:
        while True:
            page = await self._read(name, after)
            for _, frame in page.frames:
                if frame is not None:
                    await socket.sent(frame)
            after = page.last
            if socket.closed_with or (not page.is_more and _joins(room, socket, after)):
                return after

    def leave(self, name: str, socket: Socket) -> None:
        socket.rooms.discard(name)
        room = self._rooms.get(name)
        if room is None:
            return
        room.members.pop(socket, None)
        room.coming.pop(socket, None)
        if not room.members and not room.coming:
            del self._rooms[name]
            if room.filling is not None:
                room.filling.cancel()

    def leave_all(self, socket: Socket) -> None:
        for name in list(socket.rooms):
            self.leave(name, socket)

    def close(self, name: str, code: int, reason: str = "") -> None:
        """Close whoever is in the room, or coming."""
        room = self._rooms.get(name)
        for socket in [*room.members, *room.coming] if room else []:
            socket.close(code, reason)

    def tell(self, name: str, frame: str, *, but: Socket | None = None) -> None:
        """Tell those in a room what has no number."""
        room = self._rooms.get(name)
        for socket in room.members if room else ():
            if socket is not but:
                socket.push(frame)

    def deliver(self, name: str, number: int, frame: str | None) -> None:
        """Tell a room what was said under this number, once, as soon as it was told everything before."""
        room = self._rooms.get(name)
        if room is None or (room.last is not None and number <= room.last):
            return
        if room.last is None or number != room.last + 1:
            room.early[number] = frame
            self._must_know(name, room, number)
            return
        _out(room, number, frame)
        _follow_up(room)

    def expect(self, name: str, number: int) -> None:
        """Know that something was said under this number, and read it where it does not come by itself."""
        room = self._rooms.get(name)
        if room is not None:
            self._must_know(name, room, number)

    def _must_know(self, name: str, room: Room, number: int) -> None:
        room.known = max(room.known, number)
        if room.last is not None and room.known > room.last and room.filling is None:
            room.filling = asyncio.create_task(self._fill(name, room))

    async def _fill(self, name: str, room: Room) -> None:
        """Read what did not come by itself."""
        await asyncio.sleep(GAP_SECONDS)
        try:
            while room.last is not None and room.last < room.known:
                before = room.last
                for number, frame in await self._page(name, before):
                    self.deliver(name, number, frame)
                if room.last == before:
                    room.known = before  # it was never said
        finally:
            room.filling = None

    async def _page(self, name: str, after: int) -> Sequence[Numbered]:
        while True:
            try:
                return (await self._read(name, after)).frames
            except Exception as error:  # whatever the database says, the room's readers wait for it
                log.warning("a room cannot be read: %s", type(error).__name__)
            await asyncio.sleep(AGAIN_AFTER_SECONDS)


def _joins(room: Room, socket: Socket, last: int) -> bool:
    """Whether nothing is missing between what was read and what was delivered meanwhile."""
    meanwhile = room.coming.get(socket, [])
    return room.last is None or room.last <= last or bool(meanwhile and meanwhile[0][0] <= last + 1)


def _begin(room: Room, last: int) -> None:
    room.last = last
    for number in [number for number in room.early if number <= last]:
        del room.early[number]
    _follow_up(room)


def _follow_up(room: Room) -> None:
    """Deliver what came early and whose turn it is."""
    while room.early and room.last is not None and room.last + 1 in room.early:
        _out(room, room.last + 1, room.early.pop(room.last + 1))


def _out(room: Room, number: int, frame: str | None) -> None:
    room.last = number
    for socket, meanwhile in room.coming.items():
        meanwhile.append((number, frame))
        if len(meanwhile) > MOST_MEANWHILE:
            socket.close(READS_TOO_SLOWLY, "resume")
    if frame is None:
        return
    for socket, since in room.members.items():
        if number > since:
            socket.push(frame)

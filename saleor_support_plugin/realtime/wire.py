"""What one process tells the others: by PostgreSQL's NOTIFY, so that what was said leaves with the commit."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

import orjson
import psycopg
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from .payload import CHANNEL
from .rooms import Hub
from .socket import Socket

log = logging.getLogger(__name__)

# A connection that broke without a word is found out by asking.
ASK_EVERY_SECONDS = 1.0
ANSWERED_WITHIN_SECONDS = 2.0
AGAIN_AFTER_SECONDS = 0.5
# What nobody keeps is gathered so long, and is worth no more than so many bytes at once; PostgreSQL takes 7,999.
GATHER_SECONDS = 0.02
MOST_BYTES = 7_900
MOST_WAITING = 1_000


class Wire:
    """Hears the others. `on_said` is given what was said elsewhere, `catch_up` is called whenever we begin to hear."""

    def __init__(
        self,
        conninfo: Callable[[], str],
        pool: AsyncConnectionPool[Any],
        hub: Hub,
        *,
        on_said: Callable[[Sequence[Any]], None],
        catch_up: Callable[[], Awaitable[None]],
    ) -> None:
        self.by = secrets.token_hex(4)
        self._own = f'{{"by":"{self.by}"'.encode()
        self._conninfo = conninfo
        self._pool = pool
        self._hub = hub
        self._on_said = on_said
        self._catch_up = catch_up
        self._passing: list[bytes] = []
        self._telling: asyncio.Task[None] | None = None
        self._hearing: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._hearing = asyncio.create_task(self._hear())

    async def stop(self) -> None:
        for task in (self._hearing, self._telling):
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

    def tell(self, room: str, frame: str, *, but: Socket | None = None) -> None:
        """Tell a room here and elsewhere what nobody keeps: here at once, elsewhere soon, or not at all."""
        self._hub.tell(room, frame, but=but)
        entry = orjson.dumps((room, frame))
        if len(entry) > MOST_BYTES - 100 or len(self._passing) >= MOST_WAITING:
            return
        self._passing.append(entry)
        if self._telling is None:
            self._telling = asyncio.create_task(self._tell_others())

    async def _tell_others(self) -> None:
        try:
            while self._passing:
                await asyncio.sleep(GATHER_SECONDS)
                entries, self._passing = self._passing, []
                async with self._pool.connection() as connection:
                    await connection.execute(
                        "select pg_notify(%s, part) from unnest(%s::text[]) part",
                        (CHANNEL, [self._payload(part) for part in _parts(entries)]),
                    )
        except (psycopg.Error, PoolTimeout) as error:
            log.warning("other processes are not told who types: %s", type(error).__name__)
        finally:
            self._telling = None

    def _payload(self, entries: list[bytes]) -> str:
        return f'{{"by":"{self.by}","passing":[{b",".join(entries).decode()}]}}'

    async def _hear(self) -> None:
        while True:
            try:
                await self._listen()
            except (psycopg.Error, PoolTimeout, OSError, TimeoutError) as error:
                log.warning("other processes are not heard: %s", type(error).__name__)
            await asyncio.sleep(AGAIN_AFTER_SECONDS)

    async def _listen(self) -> None:
        async with await psycopg.AsyncConnection.connect(self._conninfo(), autocommit=True) as connection:
            connection.add_notify_handler(lambda one: self._take(one.payload.encode()))
            await connection.execute(f"listen {CHANNEL}")
            await self._catch_up()
            while True:
                await self._hear_for(ASK_EVERY_SECONDS, connection.pgconn)
                async with asyncio.timeout(ANSWERED_WITHIN_SECONDS):
                    await connection.execute("select 1")

    async def _hear_for(self, seconds: float, line: psycopg.pq.abc.PGconn) -> None:
        """Take what comes as it comes: psycopg's own generator costs ten times as much for each notification."""
        loop = asyncio.get_running_loop()
        broken: asyncio.Future[None] = loop.create_future()

        def take() -> None:
            try:
                line.consume_input()
                while (one := line.notifies()) is not None:
                    self._take(one.extra)
            except psycopg.Error as error:
                loop.remove_reader(line.socket)
                if not broken.done():
                    broken.set_exception(error)

        loop.add_reader(line.socket, take)
        try:
            async with asyncio.timeout(seconds):
                await broken
        except TimeoutError:
            return
        finally:
            loop.remove_reader(line.socket)

    def _take(self, payload: bytes) -> None:
        if payload.startswith(self._own):
            return
        said = orjson.loads(payload)
        self._on_said(said.get("said", ()))
        for room, frame in said.get("passing", ()):
            self._hub.tell(room, frame)
        for room, code in said.get("close", ()):
            self._hub.close(room, code)


def _parts(entries: list[bytes]) -> list[list[bytes]]:
    """Cut into notifications that PostgreSQL takes."""
    parts: list[list[bytes]] = []
    size = MOST_BYTES
    for entry in entries:
        size += len(entry) + 1
        if size > MOST_BYTES - 100:
            parts.append([])
            size = len(entry) + 1
        parts[-1].append(entry)
    return parts

"""Keeping what Saleor says: many deliveries share one commit, and each waits for the commit that holds it."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import psycopg
from psycopg_pool import AsyncConnectionPool, PoolTimeout

MOST_AT_ONCE = 256

# The notification leaves with the commit, so the worker never looks too early; a duplicate wakes nobody.
KEEP = """with kept as (
    insert into support_event (store_id, event, digest, body, duplicates)
    select * from unnest(%b::bigint[], %b::text[], %b::bytea[], %b::bytea[], %b::integer[])
    on conflict on constraint event_once do update set duplicates = support_event.duplicates + excluded.duplicates + 1
    returning (xmax = 0) as is_new)
select pg_notify('support_events', '') from (select count(*) n from kept where is_new) fresh where n > 0"""


@dataclass(slots=True)
class Kept:
    """One delivery on its way into the table; `copies` counts the same one arriving again before the commit."""

    store_id: int
    event: str
    digest: bytes
    body: bytes
    copies: int = 1
    waiting: list[asyncio.Future[None]] = field(default_factory=list)

    @property
    def identity(self) -> tuple[int, str, bytes]:
        return (self.store_id, self.event, self.digest)


def columns(rows: list[Kept]) -> tuple[list[Any], ...]:
    return (
        [row.store_id for row in rows],
        [row.event for row in rows],
        [row.digest for row in rows],
        [row.body for row in rows],
        [row.copies - 1 for row in rows],
    )


class Held:
    """One pooled connection, held until it breaks; one retry, which ON CONFLICT makes safe."""

    def __init__(self, pool: AsyncConnectionPool[Any]) -> None:
        self._pool = pool
        self._connection: psycopg.AsyncConnection[Any] | None = None

    async def execute(self, sql: str, values: tuple[Any, ...]) -> None:
        try:
            await self._once(sql, values)
        except psycopg.OperationalError:
            await self.release()
            await self._once(sql, values)

    async def _once(self, sql: str, values: tuple[Any, ...]) -> None:
        if self._connection is None:
            self._connection = await self._pool.getconn(timeout=2)
        await self._connection.execute(sql, values, binary=True)

    async def release(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await self._pool.putconn(connection)


class EventWriter:
    """The one writer of event rows in a process. Its pool's connections are in autocommit: a statement is a commit."""

    def __init__(self, pool: AsyncConnectionPool[Any]) -> None:
        self._held = Held(pool)
        self._rows: dict[tuple[int, str, bytes], Kept] = {}
        self._wake = asyncio.Event()
        self._idle = asyncio.Event()
        self._task = asyncio.create_task(self._write_forever())

    async def keep(self, *, store_id: int, event: str, digest: bytes, body: bytes) -> None:
        """Return once the delivery is committed, now or before.

        Raises psycopg.Error when it could not be kept; then nothing was.
        """
        row = Kept(store_id, event, digest, body)
        known = self._rows.setdefault(row.identity, row)
        if known is not row:
            known.copies += 1
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        known.waiting.append(done)
        self._wake.set()
        await done

    async def close(self) -> None:
        """Commit what waits, then let the connection go."""
        self._idle.clear()
        self._wake.set()
        await self._idle.wait()
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        await self._held.release()

    async def _write_forever(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            self._idle.clear()
            while self._rows:
                await self._write([self._rows.pop(identity) for identity in list(self._rows)[:MOST_AT_ONCE]])
            self._idle.set()

    async def _write(self, rows: list[Kept]) -> None:
        try:
            await self._held.execute(KEEP, columns(rows))
        except (psycopg.OperationalError, PoolTimeout) as error:
            self._fail(rows, error)
        except Exception as error:  # the writer must outlive whatever a row did; its sender is told
            if len(rows) == 1:
                self._fail(rows, error)
            else:
                await self._each_alone(rows)
        else:
            self._release(rows)

    async def _each_alone(self, rows: list[Kept]) -> None:
        """One row that the database refuses must not take its neighbours with it."""
        for row in rows:
            await self._write([row])

    @staticmethod
    def _release(rows: list[Kept]) -> None:
        for row in rows:
            for done in row.waiting:
                if not done.done():
                    done.set_result(None)

    @staticmethod
    def _fail(rows: list[Kept], error: Exception) -> None:
        for row in rows:
            for done in row.waiting:
                if not done.done():
                    done.set_exception(error)

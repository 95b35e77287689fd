"""Keeping what Saleor says: many deliveries share one commit, and each waits for the commit that holds it."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import psycopg
from psycopg_pool import AsyncConnectionPool, PoolTimeout

MOST_AT_ONCE = 256

# The notification leaves with the commit, so the worker never looks too early; a duplicate wakes nobody.
_KEEP = """with kept as (
    insert into support_event (store_id, event, digest, body, duplicates) {rows}
    on conflict on constraint event_once do update set duplicates = support_event.duplicates + excluded.duplicates + 1
    returning (xmax = 0) as is_new)
select pg_notify('support_events', '') from (select count(*) n from kept where is_new) fresh where n > 0"""
# One row without arrays is a fifth quicker, and at a quiet hour every batch is one row.
KEEP_ONE = _KEEP.format(rows="values (%b::bigint, %b::text, %b::bytea, %b::bytea, %b::integer)")
KEEP_MANY = _KEEP.format(rows="select * from unnest(%b::bigint[], %b::text[], %b::bytea[], %b::bytea[], %b::integer[])")


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

    @property
    def values(self) -> tuple[int, str, bytes, bytes, int]:
        return (self.store_id, self.event, self.digest, self.body, self.copies - 1)


def statement(rows: list[Kept]) -> tuple[str, tuple[Any, ...]]:
    """Return the SQL that keeps these rows in one commit, and its values."""
    if len(rows) == 1:
        return KEEP_ONE, rows[0].values
    return KEEP_MANY, tuple(map(list, zip(*(row.values for row in rows), strict=True)))


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
    """The one writer of event rows in a process. Its pool's connections are in autocommit: a statement is a commit.

    Whoever comes while nothing is being written writes at once; whoever comes meanwhile waits for the next batch.
    """

    def __init__(self, pool: AsyncConnectionPool[Any]) -> None:
        self._held = Held(pool)
        self._rows: dict[tuple[int, str, bytes], Kept] = {}
        self._writing: asyncio.Task[None] | None = None
        self._is_writing = False

    async def keep(self, *, store_id: int, event: str, digest: bytes, body: bytes) -> None:
        """Return once the delivery is committed, now or before.

        Raises psycopg.Error or PoolTimeout when it could not be kept; then nothing was.
        """
        row = Kept(store_id, event, digest, body)
        known = self._rows.setdefault(row.identity, row)
        if known is not row:
            known.copies += 1
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        known.waiting.append(done)
        if not self._is_writing:
            await self._write_batch()
        await done

    async def close(self) -> None:
        """Commit what waits, then let the connection go."""
        while self._writing is not None or self._rows:
            await (self._writing or self._write_batch())
        await self._held.release()

    async def _write_batch(self) -> None:
        """Write what waits now, and leave what came meanwhile to a task: the first comer has been served."""
        self._is_writing = True
        try:
            await self._write([self._rows.pop(identity) for identity in list(self._rows)[:MOST_AT_ONCE]])
        finally:
            self._writing = asyncio.create_task(self._write_batch()) if self._rows else None
            self._is_writing = bool(self._rows)

    async def _write(self, rows: list[Kept]) -> None:
        try:
            await self._held.execute(*statement(rows))
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

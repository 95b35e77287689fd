"""Group commit: what many sockets say at once is one statement, and is told once it is committed."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import psycopg
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from .statement import ChatOver, Kept, Line, Told, kept, statement

MOST_AT_ONCE = 256
# A conversation that somebody else holds is asked for again, and given up after so many times.
HELD_SECONDS = 0.005
MOST_ASKED = 400


class NotKept(Exception):
    """It was not kept, or nobody knows; the same key again keeps it once."""

    code = "TRY_AGAIN"


class _Waiting:
    __slots__ = ("asked", "done", "line")

    def __init__(self, line: Line, done: "asyncio.Future[Kept]") -> None:
        self.line = line
        self.done = [done]
        self.asked = 0


class Speaking:
    """The one who says what this process's sockets say. Its pool's connections are in autocommit.

    Whoever comes while nothing is being written writes at once; whoever comes meanwhile waits for the next batch.
    """

    def __init__(self, pool: AsyncConnectionPool[Any], *, by: str, tell: Callable[[Sequence[Told]], None]) -> None:
        self._pool = pool
        self._connection: psycopg.AsyncConnection[Any] | None = None
        self._by = by
        self._tell = tell
        self._waiting: dict[tuple[int, str], _Waiting] = {}
        self._writing: asyncio.Task[None] | None = None

    async def say(self, line: Line) -> Kept:
        """Return once the line is committed, now or before under the same key. Raises NotKept, or ChatOver."""
        done: asyncio.Future[Kept] = asyncio.get_running_loop().create_future()
        name = (line.conversation_id, line.key)
        known = self._waiting.get(name)
        if known is None:
            self._waiting[name] = _Waiting(line, done)
        else:
            known.done.append(done)
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())
        return await done

    async def close(self) -> None:
        """Commit what waits, then let the connection go."""
        while self._writing is not None:
            await self._writing
        await self._release()

    async def _write_all(self) -> None:
        try:
            while self._waiting:
                batch = [self._waiting.pop(name) for name in list(self._waiting)[:MOST_AT_ONCE]]
                if not await self._write(batch) and len(self._waiting) == len(batch):
                    await asyncio.sleep(HELD_SECONDS)  # every conversation at hand is held
        finally:
            self._writing = None

    async def _write(self, batch: list[_Waiting]) -> int:
        """Keep what can be kept now; return how many lines."""
        try:
            found = await self._keep([one.line for one in batch])
        except (psycopg.OperationalError, PoolTimeout):
            self._fail(batch)
            return len(batch)
        except Exception:  # one line that the database refuses must not take its neighbours with it
            if len(batch) == 1:
                self._fail(batch)
                return 1
            return sum([await self._write([one]) for one in batch])
        for place, was in found.items():
            for done in batch[place].done:
                if done.done():
                    continue
                if was.seq:
                    done.set_result(was)
                else:
                    done.set_exception(ChatOver("The chat has ended."))
        self._ask_again([one for place, one in enumerate(batch) if place not in found])
        self._tell([_told(batch[place].line, was) for place, was in sorted(found.items()) if was.seq])
        return len(found)

    def _ask_again(self, held: list[_Waiting]) -> None:
        """Let them wait for a later batch, and behind them what was said in their conversations meanwhile."""
        conversations = {one.line.conversation_id for one in held}
        meanwhile = {name: self._waiting.pop(name) for name in list(self._waiting) if name[0] in conversations}
        for one in held:
            one.asked += 1
            if one.asked > MOST_ASKED:
                self._fail([one])
                continue
            name = (one.line.conversation_id, one.line.key)
            if name in meanwhile:  # said once more under the same key
                one.done += meanwhile.pop(name).done
            self._waiting[name] = one
        self._waiting |= meanwhile

    @staticmethod
    def _fail(batch: list[_Waiting]) -> None:
        for one in batch:
            for done in one.done:
                if not done.done():
                    done.set_exception(NotKept())

    async def _keep(self, lines: list[Line]) -> dict[int, Kept]:
        """Once more where the connection broke, or where the same key was kept elsewhere meanwhile: both are safe."""
        try:
            return await self._once(lines)
        except psycopg.OperationalError:
            await self._release()
        except psycopg.errors.UniqueViolation:
            pass
        return await self._once(lines)

    async def _once(self, lines: list[Line]) -> dict[int, Kept]:
        if self._connection is None:
            self._connection = await self._pool.getconn(timeout=2)
            # To plan this statement costs more than to run it, and PostgreSQL would plan it for each batch's size.
            await self._connection.execute("set plan_cache_mode = force_generic_plan")
        result = await self._connection.execute(*statement(lines, by=self._by, is_waiting=False), prepare=True)
        return kept(await result.fetchall())

    async def _release(self) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        with suppress(psycopg.Error):  # a broken one is not taken back
            await connection.execute("reset plan_cache_mode")
        await self._pool.putconn(connection)


def _told(line: Line, was: Kept) -> Told:
    # Under a key that was there before stands what was said then.
    return Told(was.store_id, was.channel, line.conversation_id, was.seq, line if was.is_new else None)

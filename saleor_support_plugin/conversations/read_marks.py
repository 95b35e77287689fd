"""How far each side has read, written a few times a second: everybody sees it at once, the table soon."""

import asyncio
import logging

import psycopg
from psycopg_pool import PoolTimeout

from .hot_chat import Pool, mark_read

log = logging.getLogger(__name__)

GATHER_SECONDS = 0.2
MOST_WAITING = 20_000


class ReadMarks:
    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._marks: dict[str, dict[int, int]] = {"shopper": {}, "staff": {}}
        self._writing: asyncio.Task[None] | None = None

    def mark(self, conversation_id: int, side: str, seq: int) -> None:
        marks = self._marks[side]
        if len(marks) < MOST_WAITING:
            marks[conversation_id] = max(seq, marks.get(conversation_id, 0))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())

    async def close(self) -> None:
        if self._writing is not None:
            await self._writing

    async def _write_all(self) -> None:
        try:
            while any(self._marks.values()):
                await asyncio.sleep(GATHER_SECONDS)
                marks, self._marks = self._marks, {"shopper": {}, "staff": {}}
                for side, wanted in marks.items():
                    if wanted:
                        await mark_read(self._pool, side, wanted)
        except (psycopg.Error, PoolTimeout) as error:
            # The next page that is read says so again.
            log.warning("how far was read is not kept: %s", type(error).__name__)
        finally:
            self._writing = None

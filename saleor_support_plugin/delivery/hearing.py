"""The web process hears what becomes old (shop.announcing), and keeps nothing while it does not."""

import asyncio
import logging
from contextlib import suppress

import psycopg

from ..database import conninfo
from ..stores.announcing import HEARD
from .kept import Memory

log = logging.getLogger(__name__)

# A connection that broke without a word is found out by asking: so long may an answer outlive its facts, then.
ASK_EVERY_SECONDS = 1.0
ANSWERED_WITHIN_SECONDS = 2.0
AGAIN_AFTER_SECONDS = 1.0


class Hearing:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        while True:
            try:
                await self._listen()
            except (psycopg.Error, OSError, TimeoutError) as error:
                log.warning("delivery facts are not kept: %s", type(error).__name__)
            finally:
                self._memory.hears = False
                self._memory.forget_all()
            await asyncio.sleep(AGAIN_AFTER_SECONDS)

    async def _listen(self) -> None:
        async with await psycopg.AsyncConnection.connect(conninfo(), autocommit=True) as connection:
            await connection.execute(f"listen {HEARD}")
            self._memory.hears = True
            while True:
                async for one in connection.notifies(timeout=ASK_EVERY_SECONDS):
                    self._memory.forget(one.payload)
                async with asyncio.timeout(ANSWERED_WITHIN_SECONDS):
                    await connection.execute("select 1")

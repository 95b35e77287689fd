"""`/f`: where a page sends a file, as it is, with a permit of ours. No more of it is read than may come in.

The bytes go to a file of this machine as they come, so that a slow or endless sender holds neither memory nor a thread.
"""

import asyncio
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO
from urllib.parse import unquote

import orjson
from django.conf import settings
from django.db import OperationalError, connection
from django.utils import timezone

from ..files import actions, permits, storage
from ..files.hot import Found
from ..files.models import StoredFile
from ..files.permits import Permit
from ..files.rules import FileRefused, Refusal
from ..stores.models import Store
from .file_door import EVERYBODY, UNKEPT, Answered, what_became
from .hot_doors import Gone, LogLines, Receive, Scope, Send, answer, problem, request_id_of

ADDRESSES = frozenset({"/f", "/f/"})
THREADS = 4
# Files on their way at once, in each web process: all of them, and one owner's.
MOST_AT_ONCE = 32
MOST_OF_ONE = 6
# Written at once; until then it is in memory.
PART = 256_000
# Between two parts, and in all.
SILENT_SECONDS = 30
SECONDS = 600
# A sender who is cut short may never read why, so that much more is heard and dropped; then the connection ends.
HEARD_OUT_SECONDS = 2
ENDED = ((b"connection", b"close"), UNKEPT)
PREFLIGHT = (
    (b"access-control-allow-methods", b"POST"),
    (b"access-control-allow-headers", b"authorization, content-type, x-file-name"),
    (b"access-control-max-age", b"7200"),
)
STATUS = {Refusal.FILE_TOO_LARGE: 413, Refusal.FILE_TOO_MANY: 429}


class Body:
    """What is sent, part by part."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self.has_more = True

    async def part(self) -> bytes:
        """Return the next part. Raises Gone."""
        message = await self._receive()
        if message["type"] != "http.request":
            raise Gone
        self.has_more = bool(message.get("more_body"))
        said: bytes = message.get("body", b"")
        return said

    async def hear_out(self) -> None:
        """Drop what is left of a body that is refused, as far as it may be a picture, and for a moment only."""
        left = 2 * settings.FILE_MAX_BYTES
        with suppress(TimeoutError):
            async with asyncio.timeout(HEARD_OUT_SECONDS):
                while self.has_more and left > 0:
                    left -= len(await self.part())


class UploadDoor:
    def __init__(self, *, lines: LogLines) -> None:
        self._lines = lines
        self._executor = ThreadPoolExecutor(THREADS, thread_name_prefix="uploads")
        self._inside = Counter[Permit]()

    async def receive(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = time.perf_counter()
        headers = dict(scope["headers"])
        request_id = request_id_of(headers)
        body = Body(receive)
        try:
            status, told, more = await self._answer(scope, headers, body)
            if status >= 400:
                await body.hear_out()
        except Gone:
            return
        await answer(send, status, told, request_id, (EVERYBODY, *more))
        self._lines.add(began, status, request_id)

    def close(self) -> None:
        self._executor.shutdown()

    async def _answer(self, scope: Scope, headers: dict[bytes, bytes], body: Body) -> Answered:
        if scope["method"] == "OPTIONS":
            return 204, b"", PREFLIGHT
        if scope["method"] != "POST":
            return 405, problem("METHOD_NOT_ALLOWED", "Files are sent here."), ((b"allow", b"POST, OPTIONS"), *ENDED)
        # Before anything of the file is read.
        permit = permits.opened(headers.get(b"authorization", b"").decode("latin-1").removeprefix("Bearer ").strip())
        if permit is None:
            return 403, problem("NOT_PERMITTED", "Open the page again, and send the file from there."), ENDED
        if self._inside.total() >= MOST_AT_ONCE or self._inside[permit] >= MOST_OF_ONE:
            return 503, problem("BUSY", "Try again in a moment."), ((b"retry-after", b"2"), *ENDED)
        self._inside[permit] += 1
        try:
            return await self._take(permit, headers, body)
        finally:
            self._inside[permit] -= 1
            self._inside += Counter()  # who has none on the way is let go of

    async def _take(self, permit: Permit, headers: dict[bytes, bytes], body: Body) -> Answered:
        name = unquote(headers.get(b"x-file-name", b"").decode("latin-1")[:1000])
        try:
            with TemporaryFile(prefix="support-upload-") as content:
                async with asyncio.timeout(SECONDS):
                    await self._read(content, headers, body)
                loop = asyncio.get_running_loop()
                kept = await loop.run_in_executor(self._executor, _keep, permit, content, name)
        except FileRefused as refused:
            return STATUS.get(refused.code, 422), problem(refused.code, str(refused)), ENDED
        except TimeoutError:
            return 408, problem("TOO_SLOW", "The file did not come in time. Send it again."), ENDED
        except (storage.OutOfReach, OperationalError):
            return 503, problem(storage.OutOfReach.code, "Try again in a moment."), ENDED
        if kept is None:
            return 403, problem("NOT_PERMITTED", "Open the page again, and send the file from there."), ENDED
        found = Found(kept.state, kept.refusal, kept.width, kept.height)
        return 201, orjson.dumps(what_became(kept.token, found)), (UNKEPT,)

    async def _read(self, content: IO[bytes], headers: dict[bytes, bytes], body: Body) -> None:
        """Write the body into `content`. Raises FileRefused once it is too large, Gone, TimeoutError."""
        said = headers.get(b"content-length", b"0")
        if said.isdigit() and int(said) > settings.FILE_MAX_BYTES:
            raise FileRefused(Refusal.FILE_TOO_LARGE)
        loop = asyncio.get_running_loop()
        size, part = 0, bytearray()
        while body.has_more:
            async with asyncio.timeout(SILENT_SECONDS):
                part += await body.part()
            if size + len(part) > settings.FILE_MAX_BYTES:
                raise FileRefused(Refusal.FILE_TOO_LARGE)
            if len(part) >= PART or not body.has_more:
                size += len(part)
                await loop.run_in_executor(self._executor, content.write, bytes(part))
                part.clear()


def _keep(permit: Permit, content: IO[bytes], name: str) -> StoredFile | None:
    """Take the file in, in a thread of the door's own; None for a store that has left meanwhile."""
    try:
        store = Store.across_stores.filter(pk=permit.store_id, removed_at=None).first()
        if store is None:
            return None
        return actions.receive(
            store=store, owner=permit.owner, most=permit.most, content=content, name=name, now=timezone.now()
        )
    finally:
        connection.close()  # back to the pool

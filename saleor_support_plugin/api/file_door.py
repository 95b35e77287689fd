"""`/f/TOKEN` and `/f/TOKEN/SIZE.webp`: what became of a file that was sent, and its picture.

Who has the token may see the picture. It is one of ours, drawn anew, and a browser is told to take it for nothing else.
"""

import asyncio
import re
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import orjson
import psycopg
from django.conf import settings
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from ..files import hot, rules, storage
from ..files.hot import Found
from ..files.models import State
from .hot_doors import LogLines, Receive, Scope, Send, answer, problem, request_id_of

ADDRESS = re.compile(rf"/f/(?P<token>[\w-]{{22}})(?:/(?P<size>{'|'.join(map(str, rules.SIZES))})\.webp)?", re.ASCII)
THREADS = 4
MOST_WAITING = 64
SECONDS = 15
# Of what was taken back, no cache has a copy for longer.
KEPT = (b"cache-control", b"public, max-age=2592000, immutable")
UNKEPT = (b"cache-control", b"no-store")
PICTURE = b"image/webp"
EVERYBODY = (b"access-control-allow-origin", b"*")
# The type is said once and holds; opened by itself, the file may do nothing; any page may show it.
HARMLESS = (
    (b"content-disposition", b"inline"),
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; sandbox"),
    (b"cross-origin-resource-policy", b"cross-origin"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-robots-tag", b"noindex"),
)

type Headers = tuple[tuple[bytes, bytes], ...]
type Answered = tuple[int, bytes, Headers]

NOT_FOUND: Answered = (404, problem("NOT_FOUND", "There is nothing at this address."), (UNKEPT,))


class FileDoor:
    def __init__(self, pool: AsyncConnectionPool[Any], *, lines: LogLines) -> None:
        self._pool = pool
        self._lines = lines
        self._executor = ThreadPoolExecutor(THREADS, thread_name_prefix="files")
        self._inside = 0

    async def receive(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = time.perf_counter()
        request_id = request_id_of(dict(scope["headers"]))
        try:
            status, body, headers = await self._answer(scope)
        except (psycopg.OperationalError, PoolTimeout):
            status, body, headers = 503, problem("DATABASE_OUT_OF_REACH", "Try again in a moment."), (UNKEPT,)
        content_type = PICTURE if KEPT in headers else b"application/json"
        shown = b"" if scope["method"] == "HEAD" else body
        await answer(send, status, shown, request_id, (EVERYBODY, *headers), content_type)
        self._lines.add(began, status, request_id)

    def close(self) -> None:
        self._executor.shutdown()

    async def _answer(self, scope: Scope) -> Answered:
        if scope["method"] not in ("GET", "HEAD"):
            return 405, problem("METHOD_NOT_ALLOWED", "Files are read here."), ((b"allow", b"GET, HEAD"),)
        asked = ADDRESS.fullmatch(scope["path"])
        found = await hot.found(self._pool, asked["token"]) if asked else None
        if asked is None or found is None:
            return NOT_FOUND
        if asked["size"] is None:
            return 200, orjson.dumps(what_became(asked["token"], found)), (UNKEPT,)
        if found.state != State.READY:
            return NOT_FOUND
        return await self._picture(asked["token"], int(asked["size"]))

    async def _picture(self, token: str, size: int) -> Answered:
        if self._inside >= THREADS + MOST_WAITING:
            return 503, problem("BUSY", "Try again in a moment."), (UNKEPT, (b"retry-after", b"1"))
        self._inside += 1
        try:
            loop = asyncio.get_running_loop()
            reading = loop.run_in_executor(self._executor, storage.read, storage.shown(token, size))
            return 200, await asyncio.wait_for(reading, SECONDS), (KEPT, *HARMLESS)
        except storage.NotThere:
            return NOT_FOUND
        except (storage.OutOfReach, TimeoutError):
            return 503, problem(storage.OutOfReach.code, "Try again in a moment."), (UNKEPT,)
        finally:
            self._inside -= 1


def what_became(token: str, found: Found) -> dict[str, object]:
    """Return what a page is told about a file that it sent, docs/files.md."""
    place = f"{settings.FILES_ORIGIN}/f/{token}"
    sizes = {str(size): f"{place}/{size}.webp" for size in rules.SIZES} if found.state == State.READY else {}
    return {
        "file": token,
        "state": found.state,
        "code": found.refusal or None,
        "width": found.width,
        "height": found.height,
        "sizes": sizes,
    }

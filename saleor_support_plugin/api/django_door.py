"""Django behind the router: its WSGI handler in a bounded pool of threads.

Django's own ASGI handler costs three to seven times the CPU, and its connections grow until PostgreSQL refuses
everyone, the hot doors too (docs/decisions/0002-wsgi-behind-asgi.md).
"""

import asyncio
import io
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connections

from .hot_doors import Gone, Receive, Scope, Send, TooLarge, answer, problem, read_body, request_id_of

WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Answered = tuple[int, list[tuple[bytes, bytes]], bytes]


class Busy(Exception):
    """Too many requests wait for a thread."""

    code = "BUSY"


class DjangoDoor:
    def __init__(self, application: WsgiApp, *, threads: int = 2, most_waiting: int = 64, most_bytes: int) -> None:
        self._application = application
        self._threads = threads
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix="django")
        self._most_inside = threads + most_waiting
        self._most_bytes = most_bytes
        self._inside = 0

    async def receive(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        if self._inside >= self._most_inside:
            busy = problem("BUSY", "Too many requests at once. Try again in a moment.")
            return await answer(send, 503, busy, request_id_of(headers), ((b"retry-after", b"1"),))
        self._inside += 1
        try:
            # The body is whole before a thread is taken: a slow caller holds none.
            body = await read_body(receive, most=self._most_bytes)
            loop = asyncio.get_running_loop()
            status, answered, content = await loop.run_in_executor(self._executor, self._run, environ(scope, body))
        except TooLarge:
            large = problem("TOO_LARGE", f"A request may have {self._most_bytes} bytes.")
            return await answer(send, 413, large, request_id_of(headers))
        except Gone:
            return None
        finally:
            self._inside -= 1
        await send({"type": "http.response.start", "status": status, "headers": answered})
        await send({"type": "http.response.body", "body": content})
        return None

    async def call[Answer](self, ask: Callable[[], Answer]) -> Answer:
        """Ask something of Django's synchronous code, in the same threads. Raises Busy where too many wait."""
        if self._inside >= self._most_inside:
            raise Busy
        self._inside += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._executor, _asked, ask)
        finally:
            self._inside -= 1

    def _run(self, environment: dict[str, Any]) -> Answered:
        started: list[tuple[str, list[tuple[str, str]]]] = []

        def start_response(status: str, headers: list[tuple[str, str]], _: object = None) -> None:
            started.append((status, headers))

        chunks = self._application(environment, start_response)
        try:
            content = b"".join(chunks)
        finally:
            if hasattr(chunks, "close"):
                chunks.close()  # Django gives its database connection back here
        status, headers = started[-1]
        return (
            int(status[:3]),
            [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers],
            content,
        )

    def close(self) -> None:
        """Close the database connection of every thread, each in its own thread, then the threads."""
        barrier = threading.Barrier(self._threads)

        def close_mine() -> None:
            barrier.wait(timeout=10)
            connections.close_all()

        for closing in [self._executor.submit(close_mine) for _ in range(self._threads)]:
            closing.result(timeout=15)
        self._executor.shutdown()


def _asked[Answer](ask: Callable[[], Answer]) -> Answer:
    try:
        return ask()
    finally:
        connections.close_all()  # a pooled one goes back


def environ(scope: Scope, body: bytes) -> dict[str, Any]:
    """Return the WSGI environment (PEP 3333) of an ASGI request."""
    server = scope.get("server") or ("localhost", 80)
    environment: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode("utf-8").decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1]),
        "REMOTE_ADDR": (scope.get("client") or ("",))[0],
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope["headers"]:
        key = name.decode("latin-1").upper().replace("-", "_")
        if key == "CONTENT_TYPE":
            environment[key] = value.decode("latin-1")
        elif key != "CONTENT_LENGTH":
            former = environment.get(f"HTTP_{key}")
            environment[f"HTTP_{key}"] = f"{former},{value.decode('latin-1')}" if former else value.decode("latin-1")
    return environment

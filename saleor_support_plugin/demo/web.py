"""The demo store over HTTP: Saleor's API and keys, product pictures, and the faces for people."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qsl, unquote

import orjson
from graphql import GraphQLError

from . import answering
from .catalogue_records import Product
from .faces.doors import Faces
from .faces.pictures import picture
from .faces.surroundings import Surroundings
from .store import Store
from .visits import Asked, Reply

LARGEST_BODY = 2_500_000
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


class TooLarge(Exception):
    """The body is larger than Saleor takes."""


class Web:
    """The ASGI application. Each request runs in a thread, for the app may ask the store back while it is asked."""

    def __init__(self, store: Store, around: Surroundings | None = None) -> None:
        self.store = store
        self.faces = Faces(store, around or Surroundings())
        self._threads = ThreadPoolExecutor(8, thread_name_prefix="demo-store")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        try:
            asked = await _read(scope, receive)
        except TooLarge:
            error = GraphQLError("Request body exceeds maximum size.")
            reply = _json(answering.refused(error, status=413))
        else:
            reply = await asyncio.get_running_loop().run_in_executor(self._threads, self.reply_to, asked)
        headers = {"content-type": reply.kind, "content-length": str(len(reply.body)), **reply.headers}
        pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
        pairs += [(b"set-cookie", value.encode()) for value in reply.cookies]
        await send({"type": "http.response.start", "status": reply.status, "headers": pairs})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else reply.body})

    def close(self) -> None:
        self._threads.shutdown(wait=False)

    def reply_to(self, asked: Asked) -> Reply:
        path = asked.path
        if path in ("/graphql/", "/graphql"):
            return self._api(asked, self._graphql)
        if path == "/.well-known/jwks.json":
            return self._api(asked, lambda _: Reply(200, orjson.dumps(self.store.jwks())))
        if path.startswith("/thumbnail/"):
            return self._thumbnail(path)
        return self.faces.reply_to(asked)

    def _api(self, asked: Asked, handler: Callable[[Asked], Reply]) -> Reply:
        """Saleor's own doors: these are what an outage takes down."""
        outage = self.store.faults.outage
        if outage == "500":
            return Reply(500, b"<h1>Server Error (500)</h1>", "text/html")
        if outage == "html":
            return Reply(200, b"<html><body>We will be back soon.</body></html>", "text/html")
        if outage == "slow":
            time.sleep(self.store.faults.slow_seconds)
        reply = handler(asked)
        return Reply(reply.status, reply.body, reply.kind, {**reply.headers, **_cors(asked)})

    def _graphql(self, asked: Asked) -> Reply:
        if asked.method == "OPTIONS":
            return Reply(200)
        if asked.method != "POST":
            return Reply(405, headers={"allow": "OPTIONS, POST"})
        try:
            given = orjson.loads(asked.body)
        except orjson.JSONDecodeError:
            return _json(answering.refused(GraphQLError("Unable to parse query.")))
        if not isinstance(given, dict):
            return _json(answering.refused(GraphQLError("Number of batch queries exceeded.")))
        answer = answering.answer(
            self.store,
            given.get("query"),
            given.get("variables"),
            token=_token(asked.headers),
            operation_name=given.get("operationName"),
        )
        return _json(answer)

    def _thumbnail(self, path: str) -> Reply:
        """The product's picture in the size that is asked for, in pixels."""
        parts = [unquote(part) for part in path.split("/") if part]
        product = self.store.state.find(parts[1], "Product") if len(parts) >= 2 else None
        if not isinstance(product, Product):
            return Reply(404, b"Not found", "text/plain")
        size = parts[2] if len(parts) > 2 and parts[2].isdecimal() else "256"
        common = {"access-control-allow-origin": "*", "cache-control": "max-age=3600"}
        return Reply(200, picture(product, size).encode(), "image/svg+xml", common)


async def _read(scope: Scope, receive: Receive) -> Asked:
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > LARGEST_BODY:
            raise TooLarge
        if not message.get("more_body"):
            break
    return Asked(
        method=scope["method"],
        path=scope["path"],
        query=dict(parse_qsl(scope["query_string"].decode())),
        headers={name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]},
        body=bytes(body),
    )


def _token(headers: Mapping[str, str]) -> str | None:
    """From `Authorization-Bearer: TOKEN`, or `Authorization: Bearer TOKEN` (also `JWT TOKEN`)."""
    if headers.get("authorization-bearer"):
        return headers["authorization-bearer"]
    kind, _, token = headers.get("authorization", "").partition(" ")
    return token if kind.upper() in ("BEARER", "JWT") and token else None


def _cors(asked: Asked) -> dict[str, str]:
    """Saleor lets every origin in unless a merchant says otherwise."""
    if "origin" not in asked.headers:
        return {}
    return {
        "access-control-allow-origin": asked.headers["origin"],
        "access-control-allow-methods": "POST, OPTIONS",
        "access-control-allow-headers": "Origin, Content-Type, Accept, Authorization, Authorization-Bearer",
        "access-control-allow-credentials": "true",
        "vary": "Origin",
    }


def _json(answer: answering.GraphQLAnswer) -> Reply:
    return Reply(answer.status, orjson.dumps(answer.body))

"""What is kept is written without a task: the same bytes in the same order, on connections that live as uvicorn's do.

A server of its own for each test: what it keeps is put there, whatever else it is asked takes a moment.
"""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, cast

import pytest
import requests
import uvicorn
import uvloop

from saleor_support_plugin.api.facts import FactsDoor
from saleor_support_plugin.api.hot_doors import AT_ONCE, LogLines, Receive, Scope, Send, answer
from saleor_support_plugin.delivery.kept import Answer, Memory
from saleor_support_plugin.serving import PROTOCOLS

from ..service import Service
from ..shops import NOON, Shop

PAGE = "/s/aurora/default-channel/delivery/VmFyaWFudDox%3D/TR"
KEPT = Answer(b'{"options":[]}' * 100, NOON + timedelta(minutes=1), 1, "V1", ((b"x-own", b"yes"),))


@dataclass
class Shelf:
    """An application that keeps one answer at two addresses. `asked` is what came to it as ASGI."""

    tells: bool = True
    takes_seconds: float = 0.05
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        memory = Memory()
        memory.hears = True
        for query in ("", "quantity=2"):
            memory.keep(f"{PAGE}?{query}".encode(), KEPT, since=0)
        lines = LogLines("facts", write=lambda _: None)
        self.door = FactsDoor(cast(Any, None), memory, clock=lambda: NOON, lines=lines)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await receive()
            if self.tells:
                scope["state"][AT_ONCE] = self.door.at_once
            await send({"type": "lifespan.startup.complete"})
            await receive()
            await send({"type": "lifespan.shutdown.complete"})
            return
        self.asked.append(scope["path"])
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.accept"})
        elif scope["path"] == "/slow" or scope["method"] == "HEAD":
            await asyncio.sleep(self.takes_seconds)
            await answer(send, 200, b"slow", scope["query_string"].decode())
        else:
            await self.door.receive(scope, receive, send)


@dataclass
class Served:
    server: uvicorn.Server
    port: int
    running: asyncio.Task[None]

    async def connect(self, limit: int = 65_536) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection("127.0.0.1", self.port, limit=limit)

    async def stop(self) -> None:
        self.server.should_exit = True
        await asyncio.wait_for(self.running, 5)


@asynccontextmanager
async def served(shelf: Shelf, **options: Any) -> AsyncIterator[Served]:
    plain = {"log_config": None, "access_log": False, "date_header": False, "lifespan": "on"}
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65_536)
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(shelf, **cast(Any, {**PROTOCOLS, **plain, **options})))
        running = asyncio.create_task(server.serve(sockets=[listening]))
        while not server.started:  # noqa: ASYNC110  uvicorn has a flag, no event
            await asyncio.sleep(0.01)
        made = Served(server, listening.getsockname()[1], running)
        yield made
        await made.stop()


def get(path: str = PAGE, *lines: str, method: str = "GET", version: str = "1.1", number: int = 0) -> bytes:
    head = (f"{method} {path} HTTP/{version}", "Host: shop", f"X-Request-ID: number-{number:06}", *lines)
    return "\r\n".join((*head, "", "")).encode()


SLOW = get("/slow?number-slow")


async def read(reader: asyncio.StreamReader, *, is_empty: bool = False) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
    return head + (b"" if is_empty else await reader.readexactly(length))


async def numbers(reader: asyncio.StreamReader, count: int) -> list[str]:
    told = [await asyncio.wait_for(read(reader), 10) for _ in range(count)]
    return [one.partition(b"x-request-id: number-")[2].partition(b"\r\n")[0].decode() for one in told]


def run(talk: Callable[[], Awaitable[None]]) -> None:
    async def timed() -> None:
        await asyncio.wait_for(talk(), 30)

    uvloop.run(timed())


async def everything(shelf: Shelf, sent: list[bytes]) -> bytes:
    """Return all that comes after these pieces and one more request, at which the connection is closed."""
    async with served(shelf) as made:
        reader, writer = await made.connect()
        for piece in sent:
            writer.write(piece)
            await asyncio.sleep(0.05)
        writer.write(get("/slow?number-last", "Connection: close"))
        return await reader.read()


ETAG = KEPT.etag.decode()


@pytest.mark.parametrize(
    ("sent", "is_at_once"),
    [
        ([get()], True),
        ([get(PAGE + "?")], True),
        ([get(PAGE + "?quantity=2")], True),
        ([get(PAGE, f"If-None-Match: W/{ETAG}")], True),
        ([get(PAGE, 'If-None-Match: "other"')], True),
        ([get(PAGE, *(f"X-Other-{number}: {'x' * 200}" for number in range(60)))], True),
        ([get(PAGE, "Content-Length: 5") + b"hello"], True),
        ([get(PAGE, "Content-Length: 5"), b"hello"], True),
        ([get(PAGE, "Transfer-Encoding: chunked"), b"5\r\nhello\r\n0\r\n\r\n"], True),
        ([get(PAGE, "Content-Length: 5", "Expect: 100-continue"), b"hello"], True),
        ([get()[:40], get()[40:]], True),
        ([get()[:-1], get()[-1:]], True),
        ([get(), get(PAGE + "?quantity=2", number=1)], True),
        ([get() + get(PAGE + "?quantity=2", number=1)], True),
        ([get(PAGE + "#part")], False),
        ([get("http://shop" + PAGE)], False),
        ([get(PAGE, f"If-None-Match: {ETAG}", "Connection: close")], False),
        ([get(PAGE, "Upgrade: h2c", "Connection: upgrade")], False),
        ([get(PAGE, "Connection: close")], False),
        ([get(PAGE, version="1.0")], False),
        ([get(PAGE, "Connection: keep-alive", version="1.0")], False),
        ([get(PAGE, method="POST")], False),
    ],
)
def test_it_is_byte_for_byte_what_the_door_sends(sent: list[bytes], is_at_once: bool) -> None:
    async def talk() -> None:
        at_once, by_the_door = Shelf(), Shelf(tells=False)
        told, expected = await asyncio.gather(everything(at_once, sent), everything(by_the_door, sent))
        assert told.startswith((b"HTTP/1.1 200", b"HTTP/1.1 304", b"HTTP/1.1 405", b"HTTP/1.1 100"))
        assert told == expected
        assert (at_once.asked in ([], ["/slow"])) is is_at_once
        assert len(by_the_door.asked) > len(at_once.asked) or not is_at_once

    run(talk)


async def once_answered(made: Served) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Return a connection on which a kept answer has just been read."""
    reader, writer = await made.connect()
    writer.write(get())
    await read(reader)
    return reader, writer


def test_a_connection_takes_one_after_the_other_and_each_is_counted() -> None:
    async def talk() -> None:
        async with served(shelf := Shelf()) as made:
            reader, writer = await made.connect()
            for number in range(200):
                writer.write(get(number=number))
                assert await numbers(reader, 1) == [f"{number:06}"]
            assert made.server.server_state.total_requests == 200
            writer.write(get(method="HEAD"))
            assert (await read(reader, is_empty=True)).endswith(b"\r\n\r\n")
            writer.write(get(number=201))
            assert await numbers(reader, 1) == ["000201"]
        assert len(shelf.asked) == 1

    run(talk)


@pytest.mark.parametrize("order", ["ks", "sk", "sks", "kskk", "skkskks"])
def test_answers_come_in_the_order_of_the_questions_sent_in_one_piece(order: str) -> None:
    async def talk() -> None:
        async with served(Shelf()) as made:
            reader, writer = await made.connect()
            writer.write(b"".join(SLOW if one == "s" else get(number=at) for at, one in enumerate(order)))
            expected = ["slow" if one == "s" else f"{at:06}" for at, one in enumerate(order)]
            assert await numbers(reader, len(order)) == expected

    run(talk)


def test_thousands_behind_one_that_takes_long_do_not_pile_up_on_the_stack() -> None:
    async def talk() -> None:
        async with served(Shelf()) as made:
            reader, writer = await made.connect()
            writer.write(SLOW + b"".join(get(number=number) for number in range(3_000)))
            assert await numbers(reader, 3_001) == ["slow", *(f"{number:06}" for number in range(3_000))]

    run(talk)


def test_whoever_reads_slowly_is_waited_for_and_gets_everything() -> None:
    async def talk() -> None:
        async with served(shelf := Shelf()) as made:
            reader, writer = await made.connect(limit=1_024)
            writer.write(b"".join(get(number=number) for number in range(5_000)))
            await asyncio.sleep(0.5)
            assert 0 < len(shelf.asked) < 4_000  # it has room for some, and the rest is not even begun
            assert await numbers(reader, 5_000) == [f"{number:06}" for number in range(5_000)]

    run(talk)


def test_a_connection_without_another_question_is_closed_in_time() -> None:
    async def talk() -> None:
        async with served(Shelf(), timeout_keep_alive=1) as made:
            reader, writer = await once_answered(made)
            await asyncio.sleep(0.7)
            writer.write(get())
            await read(reader)
            began = asyncio.get_running_loop().time()
            assert await asyncio.wait_for(reader.read(), 5) == b""
            assert 0.8 < asyncio.get_running_loop().time() - began < 3

    run(talk)


def test_that_time_does_not_run_while_the_next_question_is_being_answered() -> None:
    async def talk() -> None:
        async with served(Shelf(takes_seconds=1.4), timeout_keep_alive=1) as made:
            reader, writer = await made.connect()
            writer.write(get() + SLOW)
            assert await numbers(reader, 2) == ["000000", "slow"]

    run(talk)


def test_a_server_that_stops_closes_a_connection_that_waits() -> None:
    async def talk() -> None:
        async with served(Shelf()) as made:
            reader, _ = await once_answered(made)
            await made.stop()
            assert await asyncio.wait_for(reader.read(), 1) == b""

    run(talk)


def test_whoever_goes_away_after_an_answer_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    async def talk() -> None:
        async with served(Shelf()) as made:
            _, writer = await once_answered(made)
            writer.transport.abort()
            while made.server.server_state.connections:  # noqa: ASYNC110  uvicorn has a set, no event
                await asyncio.sleep(0.01)

    run(talk)
    assert not [one.message for one in caplog.records if one.levelno >= logging.WARNING]


@pytest.mark.parametrize("is_one_piece", [True, False])
def test_a_connection_becomes_a_socket_also_after_an_answer_and_at_a_kept_address(is_one_piece: bool) -> None:
    upgrade = ("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13")
    opening = get(PAGE, *upgrade, "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")

    async def talk() -> None:
        async with served(shelf := Shelf()) as made:
            reader, writer = await made.connect()
            writer.write(get() + opening if is_one_piece else get())
            await read(reader)
            if not is_one_piece:
                writer.write(opening)
            assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 101 ")
            writer.transport.abort()
        assert len(shelf.asked) == 1

    run(talk)


def test_the_service_writes_what_it_keeps_at_once(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    doors = committed.application.doors
    address = f"{committed.url}/s/{open_aurora.store.key}/default-channel/delivery/{open_aurora.variant_id}/TR"
    with requests.Session() as shopper:
        first = shopper.get(address, timeout=20)
        assert len(doors.memory) == 1
        monkeypatch.setattr(doors.facts, "receive", None)
        again = shopper.get(address, timeout=20)
    assert (again.status_code, again.content) == (200, first.content)
    assert again.headers.keys() == first.headers.keys()

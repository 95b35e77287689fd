"""A load generator for one core: keep-alive connections, each with one request under way, in one epoll loop.

Cheaper than any client library (about 20 µs a request), so that the server is what is measured; it says its own
CPU, for the reader to check that.
"""

import select
import socket
import time
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from . import CannotMeasure

DRAIN_SECONDS = 30
MOST_BROKEN = 1000


class ServerGone(CannotMeasure):
    """The server cut or refused so many connections that a figure would mean nothing."""


@dataclass
class Cell:
    """What one server did with one number of connections."""

    connections: int
    seconds: float = 0.0
    statuses: Counter[int] = field(default_factory=Counter)
    broken: int = 0
    waits_ms: array[float] = field(default_factory=lambda: array("d"))
    load_cpu_us: float = 0.0

    @property
    def acknowledged(self) -> int:
        return sum(count for status, count in self.statuses.items() if 200 <= status < 300)

    @property
    def errors(self) -> int:
        return self.statuses.total() - self.acknowledged + self.broken


class _Connection:
    __slots__ = ("received", "sent_at", "socket")

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=5)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.setblocking(False)
        self.received = b""
        self.sent_at = 0.0


def status_when_whole(answer: bytes) -> int | None:
    """Return the status of an HTTP/1.1 answer, or None while a part of it is still to come."""
    head_ends = answer.find(b"\r\n\r\n")
    if head_ends < 0:
        return None
    head = answer[:head_ends].lower()
    at = head.find(b"\r\ncontent-length:")
    if at >= 0:
        ends = head.find(b"\r\n", at + 17)
        length = int(head[at + 17 : ends if ends >= 0 else None])
        whole = len(answer) >= head_ends + 4 + length
    else:
        whole = b"\r\ntransfer-encoding:" not in head or answer.endswith(b"0\r\n\r\n")
    return int(answer[9:12]) if whole else None


class _Loop:
    """One cell in the making: the connections, the next delivery to send, what came back."""

    def __init__(self, port: int, deliveries: Sequence[memoryview], cell: Cell) -> None:
        self.port, self.deliveries, self.cell = port, deliveries, cell
        self.poll = select.epoll()
        self.open: dict[int, _Connection] = {}
        self.next = 0
        self.under_way = 0

    def connect(self) -> _Connection:
        connection = _Connection(self.port)
        self.open[connection.socket.fileno()] = connection
        self.poll.register(connection.socket.fileno(), select.EPOLLIN)
        return connection

    def send(self, connection: _Connection) -> None:
        delivery = self.deliveries[self.next]
        self.next += 1
        connection.sent_at = time.perf_counter()
        # An idle connection's buffer is far larger than one delivery, so a short write means a broken one.
        if connection.socket.send(delivery) != len(delivery):
            raise ConnectionError("short write")
        self.under_way += 1

    def take(self, connection: _Connection) -> bool:
        """Read what came; return whether the answer is whole."""
        part = connection.socket.recv(65536)
        if not part:
            raise ConnectionError("closed before the answer")
        answer = connection.received + part if connection.received else part
        status = status_when_whole(answer)
        connection.received = b"" if status else answer
        if status is None:
            return False
        self.cell.waits_ms.append((time.perf_counter() - connection.sent_at) * 1000)
        self.cell.statuses[status] += 1
        self.under_way -= 1
        return True

    def replace(self, connection: _Connection) -> _Connection:
        self.cell.broken += 1
        self.under_way -= 1
        if self.cell.broken > MOST_BROKEN:
            raise ServerGone(f"{self.cell.broken} connections broken; answers so far: {dict(self.cell.statuses)}")
        self.drop(connection)
        return self.connect()

    def drop(self, connection: _Connection) -> None:
        del self.open[connection.socket.fileno()]
        connection.socket.close()

    def run(self, seconds: float) -> None:
        began = time.perf_counter()
        stop_sending = began + seconds
        for _ in range(self.cell.connections):
            self.send(self.connect())
        while self.under_way and time.perf_counter() < stop_sending + DRAIN_SECONDS:
            for fileno, _mask in self.poll.poll(1.0):
                self.turn(self.open[fileno], sending=time.perf_counter() < stop_sending)
        self.cell.broken += self.under_way
        self.cell.seconds = time.perf_counter() - began

    def turn(self, connection: _Connection, *, sending: bool) -> None:
        try:
            answered = self.take(connection)
        except ConnectionError:
            connection, answered = self.replace(connection), True
        if answered and sending and self.next < len(self.deliveries):
            self.send(connection)

    def close(self) -> None:
        for connection in list(self.open.values()):
            self.drop(connection)
        self.poll.close()


def drive(port: int, deliveries: Sequence[memoryview], *, connections: int, seconds: float) -> Cell:
    """Send deliveries to 127.0.0.1 until the time or the deliveries end, each once; then wait for the answers.

    Raises ServerGone, and ConnectionError where nothing listens.
    """
    cell = Cell(connections)
    loop = _Loop(port, deliveries, cell)
    cpu_began = time.process_time()
    try:
        loop.run(seconds)
    finally:
        loop.close()
    cell.load_cpu_us = (time.process_time() - cpu_began) * 1e6 / max(1, len(cell.waits_ms))
    return cell

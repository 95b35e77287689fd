"""The sockets people connect to: the launcher's own, so that a part is replaced without one failed request."""

import errno
import socket
import time
from collections.abc import Callable
from pathlib import Path

from saleor_support_plugin.embedded.errors import CannotStart
from saleor_support_plugin.embedded.folders import write_private

HOST = "127.0.0.1"
_WAITING_CONNECTIONS = 2048
_TRIED_PORTS = 100
_ASK_SECONDS = 10.0
_AGAIN_SECONDS = 0.2
_LAST_PORT = 65535


class PortTaken(CannotStart):
    """Somebody else listens there."""

    code = "port_taken"
    exit_status = 2


class PortRefused(CannotStart):
    """No port, or one we may not open."""

    code = "port_refused"
    exit_status = 2


def listen(port: int, *, patience_seconds: float, pause: Callable[[float], None]) -> socket.socket:
    """Listen on this machine only. The patience is for parts of an earlier launcher that are still stopping."""
    give_up = time.monotonic() + patience_seconds
    while (listener := _bound(port)) is None:
        if time.monotonic() >= give_up:
            raise PortTaken(
                f"port {port} is taken by another program: choose another with --port, or stop that program."
            )
        pause(0.1)
    listener.listen(_WAITING_CONNECTIONS)
    return listener


def _bound(port: int) -> socket.socket | None:
    """Bind, or return None when somebody has the port, be it for IPv6 only: `localhost` would lead there first."""
    listener = _bind(socket.AF_INET, HOST, port)
    if listener is None or not socket.has_ipv6 or port == 0:
        return listener
    sixth = _bind(socket.AF_INET6, "::1", port)
    if sixth is None:
        listener.close()
        return None
    sixth.close()
    return listener


def _bind(family: socket.AddressFamily, host: str, port: int) -> socket.socket | None:
    try:
        listener = socket.socket(family)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # uvicorn takes a socket that it was handed for a Unix one and leaves this out: then every further answer on a
        # connection waits 40 ms, until the browser acknowledges the one before.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listener.bind((host, port))
    except OverflowError as error:
        raise PortRefused(f"port {port} is none: choose one from 1024 to {_LAST_PORT} with --port.") from error
    except PermissionError as error:
        raise PortRefused(f"port {port} is for root alone: choose one from 1024 on with --port.") from error
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            return None
        if family == socket.AF_INET6:  # this machine has no IPv6, so nobody listens there
            return socket.socket(socket.AF_INET)
        raise
    return listener


def second_port(file: Path, first: int, say: Callable[[str], None]) -> int:
    """Return the port kept in `file`, else the next free one after `first`, kept from now on.

    It stays the same because a store's address is its name: with a new one the demo store would be another store.
    """
    kept = int(file.read_text(encoding="ascii")) if file.exists() else 0
    tried: list[int] = [kept, *range(first + 1, min(first + _TRIED_PORTS, _LAST_PORT + 1))]
    for port in tried:
        if port and port != first and (free := _bound(port)) is not None:
            free.close()
            if port != kept:
                write_private(file, str(port))
            if kept not in (0, port):
                say(f"  port {kept} is taken: the demo store moves to port {port}, and is another store from now on")
            return port
    raise PortTaken(f"no port from {first + 1} on is free for the demo store: choose another --port, or --no-demo.")


class Answering:
    """Asks for a page and says whether it answers, without ever waiting.

    The launcher's own socket takes connections before anyone serves them, so a question stays open until somebody
    answers, is asked anew when the answer is another than `status`, and given up after ten seconds.
    """

    def __init__(self, port: int, path: str, *, status: int | None = None) -> None:
        self._port = port
        self._request = f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n".encode()
        self._status = status
        self._line: socket.socket | None = None
        self._answer = b""
        self._asked_at = 0.0

    def __call__(self) -> bool:
        if self._line is None and time.monotonic() - self._asked_at < _AGAIN_SECONDS:
            return False
        try:
            return self._look()
        except OSError:  # nobody listens yet, or whoever did has gone
            self._forget()
            return False

    def _look(self) -> bool:
        if self._line is None:
            self._asked_at = time.monotonic()
            self._line = socket.create_connection((HOST, self._port), timeout=1)
            self._line.sendall(self._request)
            self._line.setblocking(False)
        try:
            more = self._line.recv(1000)
        except BlockingIOError:
            if time.monotonic() - self._asked_at > _ASK_SECONDS:
                self._forget()
            return False
        self._answer += more
        if more and b"\r\n" not in self._answer:
            return False
        words = self._answer.split()
        self._forget()
        return len(words) > 1 and words[0].startswith(b"HTTP/") and self._status in (None, int(words[1]))

    def _forget(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line, self._answer = None, b""

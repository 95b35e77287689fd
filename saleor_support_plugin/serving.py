"""uvicorn as this service needs it."""

import asyncio
import logging
from types import SimpleNamespace
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request
from websockets.protocol import State

from .api.hot_doors import AT_ONCE, AtOnce
from .api.socket_frames import MOST_FRAME_BYTES
from .realtime.socket import WRITE

CUT_OFF_AFTER_SECONDS = 5.0
# Frames that may wait for their reader before no more are taken from a connection.
MOST_AHEAD = 16
# Whoever is gone without a word is found out within two of these.
PING_SECONDS = 20.0


# Two lines for each connection, one of them with its network address, are more than anybody needs.
QUIET = logging.getLogger("uvicorn.error.sockets")
QUIET.setLevel(logging.WARNING)


# uvicorn goes by the cycle of a connection's last request; this is that of each that was answered without one.
ANSWERED: Any = SimpleNamespace(response_complete=True, message_event=asyncio.Event())


class Requests(HttpToolsProtocol):
    """uvicorn's own, but that an answer which the application keeps is written at once, without a cycle and a task.

    That is for whoever asks again on the same connection; a new one costs more than we could save.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.at_once: AtOnce | None = self.app_state.get(AT_ONCE)

    def on_headers_complete(self) -> None:
        kept = self.at_once(self._address(), self.headers) if self.at_once and self._may_write() else None
        if kept is None:
            self._unset_keepalive_if_required()  # an answer just before, in the same piece, has set it
            super().on_headers_complete()
            return
        status, headers, body = kept
        # The headers are ours: nobody has to look for bad letters in them.
        lines = [b": ".join(header) for header in (*self.server_state.default_headers, *headers)]
        self.transport.write(STATUS_LINE[status] + b"\r\n".join((*lines, b"", body)))
        self.cycle = ANSWERED
        self.on_response_complete()

    def _may_write(self) -> bool:
        """Return whether this is a GET, its answer's turn has come, and the connection stays and has room."""
        if self.flow.write_paused or not (self.cycle is None or self.cycle.response_complete):
            return False
        parser = self.parser
        stays = parser.should_keep_alive() and parser.get_http_version() == "1.1" and not parser.should_upgrade()
        return stays and parser.get_method() == b"GET"

    def _address(self) -> bytes:
        return self.url if b"?" in self.url else self.url + b"?"


class Sockets(WebSocketsSansIOProtocol):
    """uvicorn's own, but that a connection that is over is cut off, also where the other end takes nothing any more.

    And cheaper for each message: it can be written without a task, and reading is not stopped after each frame.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.logger = self.conn.logger = QUIET

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if not self.handshake_complete:  # it was not refused
            self.scope["extensions"] = (self.scope["extensions"] or {}) | {WRITE: {"write": self.write_text}}

    def write_text(self, text: str) -> bool:
        """Write a text frame now; false where it has to wait, or nobody takes it any more."""
        is_open = self.handshake_complete and self.conn.state is State.OPEN and not self.transport.is_closing()
        if not is_open or self.disconnected or not self.writable.is_set():
            return False
        self.transport.write(text_frame(text))
        return True

    def send_receive_event_to_app(self) -> None:
        # Theirs stops reading after each frame: three system calls a message, to begin again at once.
        self.read_paused, was_paused = True, self.read_paused
        super().send_receive_event_to_app()
        self.read_paused = was_paused
        if not was_paused and self.queue.qsize() >= MOST_AHEAD:
            self.read_paused = True
            self.transport.pause_reading()

    def keepalive_timeout(self) -> None:
        super().keepalive_timeout()
        self._cut_off_soon()

    def on_task_complete(self, task: asyncio.Task[None]) -> None:
        super().on_task_complete(task)
        self._cut_off_soon()

    def _cut_off_soon(self) -> None:
        self.loop.call_later(CUT_OFF_AFTER_SECONDS, self.transport.abort)


def text_frame(text: str) -> bytes:
    """Return a text as a server sends it in one frame, neither masked nor packed (RFC 6455, 5.2)."""
    data = text.encode()
    size = len(data)
    if size < 126:
        return bytes((0x81, size)) + data
    return (b"\x81\x7e" + size.to_bytes(2) if size < 65_536 else b"\x81\x7f" + size.to_bytes(8)) + data


# What it takes for requests and sockets as ours are; a frame is a few hundred bytes, which packing makes no smaller.
PROTOCOLS: dict[str, Any] = {
    "http": "saleor_support_plugin.serving:Requests",
    "ws": "saleor_support_plugin.serving:Sockets",
    "ws_max_size": MOST_FRAME_BYTES,
    "ws_ping_interval": PING_SECONDS,
    "ws_ping_timeout": PING_SECONDS,
    "ws_per_message_deflate": False,
}


def serve(*, host: str, port: int, fd: int | None, workers: int) -> None:
    """Serve until SIGTERM or SIGINT; requests at hand are finished first."""
    uvicorn.run(
        "saleor_support_plugin.asgi:application",
        host=host,
        port=port,
        fd=fd,
        workers=workers,
        loop="uvloop",
        **PROTOCOLS,
        lifespan="on",
        access_log=False,  # the hot doors write their own lines, Django its own
        log_config=None,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=20,
        timeout_keep_alive=75,
        backlog=2048,
    )

"""uvicorn as this service needs it."""

import asyncio
import logging
from typing import Any

import uvicorn
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from .api.socket_frames import MOST_FRAME_BYTES

CUT_OFF_AFTER_SECONDS = 5.0
# Whoever is gone without a word is found out within two of these.
PING_SECONDS = 20.0


# Two lines for each connection, one of them with its network address, are more than anybody needs.
QUIET = logging.getLogger("uvicorn.error.sockets")
QUIET.setLevel(logging.WARNING)


class Sockets(WebSocketsSansIOProtocol):
    """uvicorn's own, but that a connection that is over is cut off, also where the other end takes nothing any more."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.logger = self.conn.logger = QUIET

    def keepalive_timeout(self) -> None:
        super().keepalive_timeout()
        self._cut_off_soon()

    def on_task_complete(self, task: asyncio.Task[None]) -> None:
        super().on_task_complete(task)
        self._cut_off_soon()

    def _cut_off_soon(self) -> None:
        self.loop.call_later(CUT_OFF_AFTER_SECONDS, self.transport.abort)


# What it takes for sockets as ours are; a frame is a few hundred bytes, which packing makes no smaller.
SOCKETS: dict[str, Any] = {
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
        http="httptools",
        **SOCKETS,
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

"""The web process: one router, hot doors first, Django behind it."""

import os
import sys
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saleor_support_plugin.settings")
django.setup(set_prefix=False)

from django.conf import settings  # noqa: E402  settings stand only after setup
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.utils import timezone  # noqa: E402
from psycopg_pool import AsyncConnectionPool  # noqa: E402

from .api.django_door import DjangoDoor  # noqa: E402
from .api.facts import ADDRESS, FactsDoor  # noqa: E402
from .api.hot_doors import LogLines, Receive, Scope, Send  # noqa: E402
from .api.saleor_events import TABLE  # noqa: E402
from .api.webhooks import WebhookDoor  # noqa: E402
from .database import conninfo  # noqa: E402
from .delivery.hearing import Hearing  # noqa: E402
from .delivery.kept import Memory  # noqa: E402
from .events.hot import EventWriter  # noqa: E402
from .stores.clients import keys_at  # noqa: E402
from .stores.hot import InstalledStores  # noqa: E402
from .tracing import finish, traced  # noqa: E402

HOT_CONNECTIONS = 6
WEBHOOKS = frozenset({"/api/webhooks", "/api/webhooks/"})


class Doors:
    """Everything a web process holds open between its start and its end."""

    def __init__(self) -> None:
        self.pool = hot_pool()
        self.stores = InstalledStores(self.pool, keys_at)
        self.memory = Memory()
        self.hearing = Hearing(self.memory)
        self.lines = [LogLines("webhooks"), LogLines("facts")]
        self.django = DjangoDoor(traced(WSGIHandler()), most_bytes=settings.DATA_UPLOAD_MAX_MEMORY_SIZE)

    async def open(self) -> None:
        await self.pool.open(wait=False)
        self.writer = EventWriter(self.pool)
        self.webhooks = WebhookDoor(
            self.stores,
            self.writer,
            events=TABLE.keys(),
            most_bytes=settings.WEBHOOK_MAX_BYTES,
            lines=self.lines[0],
        )
        self.facts = FactsDoor(self.pool, self.memory, clock=timezone.now, lines=self.lines[1])
        self.hearing.start()

    async def close(self) -> None:
        await self.hearing.stop()
        await self.writer.close()
        await self.pool.close()
        self.django.close()
        for lines in self.lines:
            lines.flush()
        finish()


def hot_pool() -> AsyncConnectionPool[Any]:
    """Return the pool of the hot doors: autocommit, so a statement is a commit."""
    return AsyncConnectionPool(
        conninfo(),
        min_size=2,
        max_size=HOT_CONNECTIONS,
        timeout=2,
        open=False,
        kwargs={"autocommit": True},
    )


class Application:
    """The ASGI application. Its doors open with the server's lifespan."""

    doors: Doors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        kind = scope["type"]
        if kind == "http":
            await self._door(scope["path"])(scope, receive, send)
        elif kind == "lifespan":
            await self._live(receive, send)
        else:
            await send({"type": "websocket.close", "code": 4404})

    def _door(self, path: str) -> Any:
        if path in WEBHOOKS:
            return self.doors.webhooks.receive
        if path.startswith("/s/") and ADDRESS.fullmatch(path):
            return self.doors.facts.receive
        return self.doors.django.receive

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        # Two Django threads at work would keep the hot doors waiting ten times as long at Python's own 5 ms.
        sys.setswitchinterval(0.0005)
        self.doors = Doors()
        await self.doors.open()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self.doors.close()
        await send({"type": "lifespan.shutdown.complete"})


application = Application()

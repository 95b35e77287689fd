"""The web process: one router, hot doors first, Django behind it."""

import gc
import os
import sys
from datetime import UTC, datetime
from functools import partial
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saleor_support_plugin.settings")
django.setup(set_prefix=False)

from django.conf import settings  # noqa: E402  settings stand only after setup
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.utils import timezone  # noqa: E402
from psycopg_pool import AsyncConnectionPool  # noqa: E402

from .api.alerts_socket import ADDRESS as ALERTS_ADDRESS  # noqa: E402
from .api.alerts_socket import AlertsDoor  # noqa: E402
from .api.django_door import DjangoDoor  # noqa: E402
from .api.facts import ADDRESS, FactsDoor  # noqa: E402
from .api.file_door import FileDoor  # noqa: E402
from .api.hot_doors import AT_ONCE, LogLines, Receive, Scope, Send  # noqa: E402
from .api.mail_in import MOST_REQUEST  # noqa: E402
from .api.mail_in import PREFIX as MAIL_IN  # noqa: E402
from .api.saleor_events import TABLE  # noqa: E402
from .api.shopper_socket import ShopperDoor  # noqa: E402
from .api.socket_limits import Limits  # noqa: E402
from .api.sockets import Means  # noqa: E402
from .api.staff_socket import ADDRESS as STAFF_ADDRESS  # noqa: E402
from .api.staff_socket import Presence, StaffDoor  # noqa: E402
from .api.upload_door import ADDRESSES as UPLOADS  # noqa: E402
from .api.upload_door import UploadDoor  # noqa: E402
from .api.webhooks import WebhookDoor  # noqa: E402
from .chat import actions as chat  # noqa: E402
from .chat import alerts  # noqa: E402
from .chat.hot import Beating  # noqa: E402
from .conversations.hot_chat import Telling, read_page  # noqa: E402
from .conversations.read_marks import ReadMarks  # noqa: E402
from .conversations.speaking import Speaking  # noqa: E402
from .database import conninfo  # noqa: E402
from .delivery.hearing import Hearing  # noqa: E402
from .delivery.kept import Memory  # noqa: E402
from .events.hot import EventWriter  # noqa: E402
from .realtime.rooms import Hub  # noqa: E402
from .realtime.wire import Wire  # noqa: E402
from .stores.callers import Staff  # noqa: E402
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
        self.lines = [LogLines("webhooks"), LogLines("facts"), LogLines("files"), LogLines("chat")]
        django = traced(WSGIHandler())
        self.django = DjangoDoor(django, most_bytes=settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
        # Of its own: mails are large, and few at a time are held in memory.
        self.mail_in = DjangoDoor(django, threads=1, most_waiting=2, most_bytes=MOST_REQUEST)

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
        self.facts = FactsDoor(self.pool, self.memory, clock=partial(datetime.now, UTC), lines=self.lines[1])
        self.files = FileDoor(self.pool, lines=self.lines[2])
        self.uploads = UploadDoor(lines=self.lines[2])
        self.hearing.start()
        self.chat = self._chat()
        self.shoppers = ShopperDoor(self.chat)
        self.staff = StaffDoor(self.chat, Presence(_joined, _left, _dismissed))
        self.alerts = AlertsDoor(self.chat)
        self.beating = Beating(self.pool, self.chat.hub, clock=timezone.now)
        self.chat.wire.start()
        self.beating.start()

    def _chat(self) -> Means:
        hub = Hub(partial(read_page, self.pool))
        telling = Telling(hub, self.pool)
        wire = Wire(conninfo, self.pool, hub, on_said=telling.heard, catch_up=telling.catch_up)
        return Means(
            pool=self.pool,
            hub=hub,
            wire=wire,
            speaking=Speaking(self.pool, by=wire.by, tell=telling.tell),
            marks=ReadMarks(self.pool),
            django=self.django,
            limits=Limits(
                messages=settings.CHAT_MESSAGES_PER_MINUTE, connections=settings.CHAT_CONNECTIONS_PER_NETWORK
            ),
            clock=timezone.now,
            lines=self.lines[3],
        )

    async def close(self) -> None:
        await self.beating.stop()
        await self.chat.wire.stop()
        await self.chat.speaking.close()
        await self.chat.marks.close()
        await self.hearing.stop()
        await self.writer.close()
        await self.pool.close()
        self.django.close()
        self.mail_in.close()
        self.files.close()
        self.uploads.close()
        for lines in self.lines:
            lines.flush()
        finish()


def _joined(staff: Staff) -> None:
    now = timezone.now()
    chat.seen(staff=staff, now=now)
    alerts.vouch(staff=staff, now=now)


def _left(staff: Staff) -> None:
    chat.gone(staff=staff, now=timezone.now())


def _dismissed(staff: Staff) -> None:
    alerts.dismiss(staff=staff)


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
            await self._live(scope, receive, send)
        elif scope["path"] == STAFF_ADDRESS:
            await self.doors.staff.receive(scope, receive, send)
        elif scope["path"] == ALERTS_ADDRESS:
            await self.doors.alerts.receive(scope, receive, send)
        else:
            await self.doors.shoppers.receive(scope, receive, send)

    def _door(self, path: str) -> Any:
        if path in WEBHOOKS:
            return self.doors.webhooks.receive
        if path.startswith("/s/") and ADDRESS.fullmatch(path):
            return self.doors.facts.receive
        if path in UPLOADS:
            return self.doors.uploads.receive
        if path.startswith(MAIL_IN):
            return self.doors.mail_in.receive
        if path.startswith("/f/"):
            return self.doors.files.receive
        return self.doors.django.receive

    async def _live(self, scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        # Two Django threads at work would keep the hot doors waiting ten times as long at Python's own 5 ms.
        sys.setswitchinterval(0.0005)
        self.doors = Doors()
        await self.doors.open()
        scope.get("state", {})[AT_ONCE] = self.doors.facts.at_once
        # What is there from the beginning stays: a collection that looks through it holds up every socket.
        gc.collect()
        gc.freeze()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self.doors.close()
        await send({"type": "lifespan.shutdown.complete"})


application = Application()

"""`/staff/alerts/live`: a page that sounds and notifies hears that something happened in its owner's chats."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Any, ClassVar

import psycopg
from django.conf import settings
from psycopg_pool import PoolTimeout

from ..chat import hot_alerts
from ..chat.desks import alert_room
from ..conversations.frames import outside_id, staff_rooms
from ..realtime.payload import NOT_RECOGNISED, everybody_of
from .hot_doors import Receive, Scope, Send
from .socket_frames import Closed, token_in
from .sockets import Means, Visit, open_visit, origin_of, refuse

ADDRESS = "/staff/alerts/live"
BEAT_SECONDS = 15.0
# Whoever was heard of within it alerts by itself, and needs no notification from elsewhere.
OPEN_FOR = timedelta(seconds=40)


class AlertsDoor:
    def __init__(self, means: Means) -> None:
        self._means = means

    async def receive(self, scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        if origin_of(scope) != settings.PUBLIC_URL.lower():
            return await refuse(send, 403, "ORIGIN_NOT_ALLOWED", "Only the app's own pages are staff's.")
        return await open_visit(self._means, scope, receive, send, partial(AlertsVisit, self._means, receive))


class AlertsVisit(Visit):
    """Reads only: there is nothing to do but hello."""

    side = "staff"
    does: ClassVar = {}
    _page_id: int | None = None
    _beating: asyncio.Task[None] | None = None

    async def hello(self, frame: dict[str, Any]) -> None:
        means = self.means
        page = await hot_alerts.alerting(means.pool, token_in(frame), now=means.clock())
        if page is None:
            raise Closed(NOT_RECOGNISED, "the token opens nothing, or not any more")
        self._page_id = page.id
        rooms = staff_rooms(page.store_id, page.channels)
        for room in (everybody_of(page.store_id), alert_room(page.store_id, page.user_id), *rooms):
            means.hub.join(room, self.socket)
        mine, waiting = (list(map(outside_id, chats)) for chats in (page.mine, page.waiting))
        self.tell({"is": "welcome", "user": page.user_id, "state": page.state, "mine": mine, "waiting": waiting})
        self._beating = asyncio.create_task(self._beat(page.id))

    async def _beat(self, page_id: int) -> None:
        """Say now and then that the page is open, until its days are over."""
        is_good = True
        while is_good:
            now = self.means.clock()
            with suppress(psycopg.Error, PoolTimeout):  # known a moment later, and told twice at worst
                is_good = await hot_alerts.alerts_by_itself(self.means.pool, page_id, until=now + OPEN_FOR, now=now)
            if is_good:
                await asyncio.sleep(BEAT_SECONDS)
        self.socket.close(NOT_RECOGNISED, "the token is too old")

    async def over(self) -> None:
        if self._beating is not None:
            self._beating.cancel()
        if self._page_id is not None:
            with suppress(psycopg.Error, PoolTimeout):
                await hot_alerts.alerts_no_more(self.means.pool, self._page_id, now=self.means.clock())

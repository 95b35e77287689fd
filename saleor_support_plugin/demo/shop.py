"""The shop's core: its state, its clock, one lock, and telling apps what happened."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from .app_records import App, EventDelivery, Occurrence, Webhook
from .clock import Clock
from .events import APP_LIFECYCLE, is_deferred, permission_for
from .records import Record, User
from .saving import write_state
from .state import State

Actor = App | User | None


class Refused(Exception):
    """A mutation's answer `errors { field message code }`; nothing has changed."""

    def __init__(self, field: str | None, message: str, code: str, *, variants: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.field, self.message, self.code, self.variants = field, message, code, variants


class Shop:
    """What every act works on. `file` is where the state is kept; None keeps it in memory only."""

    def __init__(self, state: State, *, clock: Clock, file: Path | None) -> None:
        self.state = state
        self.clock = clock
        self.file = file
        self.lock = threading.RLock()
        self._depth = 0

    def now(self) -> datetime:
        return self.clock()

    @contextmanager
    def act(self) -> Iterator[State]:
        """Hold the shop still for one act, then save it; acts inside acts are saved once."""
        with self.lock:
            self._depth += 1
            try:
                yield self.state
            finally:
                self._depth -= 1
            if self._depth == 0:
                self.save()

    def save(self) -> None:
        if self.file:
            write_state(self.file, self.state)

    def happen(
        self,
        event: str,
        *,
        by: Actor = None,
        channel: str | None = None,
        facts: dict[str, Any] | None = None,
        **about: Record,
    ) -> list[EventDelivery]:
        """Queue `event` for every app that may hear of it; `about` names the rows that the event shows."""
        return self.tell(event, about, by=by, channel=channel, facts=facts)

    def tell(
        self,
        event: str,
        about: Mapping[str, Record],
        *,
        by: Actor = None,
        channel: str | None = None,
        facts: dict[str, Any] | None = None,
    ) -> list[EventDelivery]:
        """`happen` for names that are not known beforehand."""
        occurrence = Occurrence(
            event=event,
            issued_at=self.now(),
            about={name: row.id for name, row in about.items()},
            facts=facts or {},
            principal=by.id if by else None,
        )
        hearing = [(app, webhook) for app, webhook in self._listeners(event, about) if _hears(webhook, channel)]
        return [self.queue(app, webhook, occurrence) for app, webhook in hearing]

    def queue(self, app: App, webhook: Webhook, occurrence: Occurrence) -> EventDelivery:
        delivery = EventDelivery(
            pk=self.state.next_pk("EventDelivery"),
            app_pk=app.pk,
            webhook_pk=webhook.pk,
            event_type=occurrence.event,
            created_at=occurrence.issued_at,
            next_at=occurrence.issued_at,
            occurrence=occurrence,
        )
        if not is_deferred(occurrence.event):
            delivery.payload = self.payload_of(delivery)
        self.state.deliveries[delivery.pk] = delivery
        return delivery

    def person(self, name: str) -> User:
        """Someone by the part of their e-mail before the @: "admin", "support", "catalogue", "ayse", "lena", "jan"."""
        return next(user for user in self.state.users.values() if user.email.partition("@")[0] == name)

    def payload_of(self, delivery: EventDelivery) -> str:
        """The body of a delivery, from the webhook's own query; `Store` knows how to run it."""
        raise NotImplementedError

    def _listeners(self, event: str, about: Mapping[str, Record]) -> Iterator[tuple[App, Webhook]]:
        for app, webhook in self.state.webhooks():
            if webhook.is_active and event in webhook.events and self._may_hear(app, event, about):
                yield app, webhook

    def _may_hear(self, app: App, event: str, about: Mapping[str, Record]) -> bool:
        # Since 3.23 an app hears of its own life without any permission, also when it was just switched off or removed.
        if event in APP_LIFECYCLE and self.state.version >= "3.23":
            return about.get("app") is app
        return app.is_active and app.removed_at is None and permission_for(event) in app.permissions


def _hears(webhook: Webhook, channel: str | None) -> bool:
    return not webhook.channels or channel is None or channel in webhook.channels

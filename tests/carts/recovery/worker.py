"""The app's worker as it really is, but for whom it asks and to whom it hands over."""

import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import Any
from unittest import mock

from django.db import connections

from saleor_support_plugin.api import message_kinds  # noqa: F401  registers the kinds of message
from saleor_support_plugin.api.saleor_events import TABLE
from saleor_support_plugin.carts import actions as carts
from saleor_support_plugin.events import actions as events
from saleor_support_plugin.outbox import actions as outbox
from saleor_support_plugin.outbox import sending
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.outbox.ways import Accepted, Outcome
from saleor_support_plugin.stores import clients

from .answers import Answers
from .mishaps import ENDS_AFTER_SENDING, ENDS_BEFORE_SENDING, ENDS_WRITING, Killed, Mishaps
from .oracle import Mail
from .shop import MadeUpShop


class Worker:
    """So many at once; `mails` is what they handed over."""

    def __init__(self, shop: MadeUpShop, mishaps: Mishaps, *, count: int) -> None:
        self.mails: list[Mail] = []
        self._shop, self._mishaps, self._count = shop, mishaps, count
        self._lock = threading.Lock()
        self._table = {
            name: events.Handled(one.typename, [mishaps.stumbling(handler) for handler in one.handlers])
            for name, one in TABLE.items()
        }

    def round(self, now: datetime) -> None:
        """Do what has come in, send what is due, then decide: what happens until the next round comes in between."""
        self._all(lambda: self._drain(now))
        self._all(lambda: sending.deliver_due(now=now))
        self._all(lambda: carts.decide_due(now=now))

    def _drain(self, now: datetime) -> None:
        while events.finish_next(table=self._table, now=now):
            pass

    def _all(self, job: Callable[[], object]) -> None:
        """Have each worker do it; whoever ends is followed by another at the next round."""
        if self._crew is None:
            self._survive(job)
            return
        for done in [self._crew.submit(self._survive, job) for _ in range(self._count)]:
            done.result()

    def _survive(self, job: Callable[[], object]) -> None:
        try:
            job()
        except Killed:
            self._mishaps.count("crashes")

    @contextmanager
    def at_work(self) -> Iterator[None]:
        answers = Answers(self._shop, self._mishaps.before_answer)
        with ExitStack() as stack:
            stack.enter_context(mock.patch.object(clients, "client_at", return_value=answers))
            stack.enter_context(mock.patch.object(outbox, "send", self._writing(outbox.send)))
            stack.enter_context(mock.patch.object(sending, "_hand_over", self._hand_over))
            logging.disable(logging.ERROR)
            stack.callback(logging.disable, logging.NOTSET)
            # One works here, and sees what a test has not committed; more have connections of their own.
            self._crew = stack.enter_context(ThreadPoolExecutor(self._count)) if self._count > 1 else None
            yield
            self._all(connections.close_all if self._crew else lambda: None)

    def _writing(self, send: Callable[..., outbox.Decision]) -> Callable[..., outbox.Decision]:
        def write(**told: Any) -> outbox.Decision:
            decision = send(**told)
            self._mishaps.end(ENDS_WRITING, "writing", told["dedupe_key"])
            return decision

        return write

    def _hand_over(self, message: Message, leaving: sending.Leaving, now: datetime) -> Outcome:
        self._mishaps.end(ENDS_BEFORE_SENDING, "before sending", message.dedupe_key)
        with self._lock:
            self.mails.append(Mail(now, message.address, _step(message)))
        self._mishaps.end(ENDS_AFTER_SENDING, "after sending", message.dedupe_key)
        return Accepted()


def _step(message: Message) -> str:
    """Return which step of which case a message is, whatever was changed in between: `cart_reminder:CASE:STEP`."""
    return ":".join(message.dedupe_key.split(":")[:3])

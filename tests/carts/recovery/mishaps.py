"""What goes wrong now and then, each time by chance: workers that end where it hurts, handlers that fail, no answer."""

import threading
from collections import Counter
from collections.abc import Hashable
from functools import wraps
from typing import Any

from django.utils import timezone

from saleor_support_plugin.events.actions import Handler
from saleor_support_plugin.saleor.errors import SaleorUnreachable

from .chances import Chances
from .post import Down, Outages

# Of a thousand.
ENDS_ASKING, ENDS_WRITING, ENDS_BEFORE_SENDING, ENDS_AFTER_SENDING = 3, 3, 1, 1
UNREACHABLE, STUMBLES = 10, 5


class Killed(BaseException):
    """A worker ended here, between two lines: no `except Exception` sees it, and open transactions are lost."""


class Mishaps:
    def __init__(self, chances: Chances, outages: Outages) -> None:
        self.counts: Counter[str] = Counter()
        self._chances, self._outages = chances, outages
        self._tries: Counter[Hashable] = Counter()
        self._lock = threading.Lock()

    def count(self, what: str) -> None:
        with self._lock:
            self.counts[what] += 1

    def _happens(self, of_thousand: float, *about: Hashable) -> bool:
        """Say whether it happens this time: each time the same thing is tried, chance is asked anew."""
        with self._lock:
            self._tries[about] += 1
            number = self._tries[about]
        return self._chances.happens(of_thousand, *about, number)

    def before_answer(self, question: str, name: str) -> None:
        self.count("questions")
        is_away = self._outages.hold(timezone.now(), Down.SALEOR)
        if is_away or self._happens(UNREACHABLE, "unreachable", question, name):
            raise SaleorUnreachable("made up")
        if question == "checkout_now":
            self.end(ENDS_ASKING, "asking", name)

    def end(self, of_thousand: float, *about: Hashable) -> None:
        if self._happens(of_thousand, *about):
            raise Killed

    def stumbling(self, handler: Handler) -> Handler:
        """Return a handler that fails now and then after all its work, and is tried again."""

        @wraps(handler)
        def handle(*, store: Any, delivery: Any) -> object:
            done = handler(store=store, delivery=delivery)
            if self._happens(STUMBLES, handler.__module__, handler.__name__, delivery.event, str(delivery.issued_at)):
                self.count("stumbled")
                raise RuntimeError("made up")
            return done

        return handle

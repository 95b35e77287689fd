"""The thread that does events as they come: woken by the very commit that keeps them.

A task for every event would cost two thirds of the intake's throughput, and a frozen broker would freeze it all
(docs/decisions/0003-notify-wakes-the-worker.md).
"""

import logging
import threading
import time
from collections.abc import Callable

import psycopg
from django.db import close_old_connections

from ..database import conninfo

log = logging.getLogger(__name__)

# What a lost notification may delay an event by, at most.
LOOK_EVERY_SECONDS = 5.0


class Dispatcher(threading.Thread):
    def __init__(self, finish_next: Callable[[], bool]) -> None:
        super().__init__(name="dispatcher", daemon=True)
        self._finish_next = finish_next
        self._stopping = threading.Event()

    def stop(self, timeout: float = 10.0) -> None:
        """Finish the event at hand, then end."""
        self._stopping.set()
        self.join(timeout)

    def run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._listen()
            except Exception:  # whatever broke, events still wait: look again
                log.exception("the dispatcher lost its connection")
                self._stopping.wait(1)

    def _listen(self) -> None:
        with psycopg.connect(conninfo(), autocommit=True) as listening:
            listening.execute("listen support_events")  # before the first look, or one in between would wait
            while not self._stopping.is_set():
                self._drain()
                self._wait(listening)

    def _drain(self) -> None:
        try:
            while not self._stopping.is_set() and self._finish_next():
                pass
        finally:
            close_old_connections()

    def _wait(self, listening: psycopg.Connection[tuple[object, ...]]) -> None:
        until = time.monotonic() + LOOK_EVERY_SECONDS
        while not self._stopping.is_set() and time.monotonic() < until:
            if list(listening.notifies(timeout=0.5, stop_after=1)):
                return

"""Starts parts, starts again those that die, stops all of them in order. Knows nothing about what they are."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from saleor_support_plugin.embedded import orphans
from saleor_support_plugin.embedded.bell import Bell
from saleor_support_plugin.embedded.console import Console
from saleor_support_plugin.embedded.errors import TOO_FULL, CannotStart, DiskFull
from saleor_support_plugin.embedded.folders import free_bytes
from saleor_support_plugin.embedded.parts import MOST_DEATHS_A_MINUTE, Life, Part, say_status

_LOOK_SECONDS = 0.05
STOP_SECONDS = 10.0
# The first start on a slow machine compiles every module; PostgreSQL may have a long recovery to do.
_READY_SECONDS = 300.0
_NO_ROOM_BYTES = 1_000_000


class PartFailed(CannotStart):
    """A part does not stay up, does not become ready, or did not do its one thing."""

    code = "part_failed"


class Supervisor:
    """The parts of one data folder: logs go to `folder`/logs, what runs is written down in `folder`/parts."""

    def __init__(self, folder: Path, bell: Bell, console: Console) -> None:
        self._logs = folder / "logs"
        self._logs.mkdir(mode=0o700, exist_ok=True)
        self._record = folder / "parts"
        self._bell = bell
        self._console = console
        self._lives: list[Life] = []

    def start(self, *parts: Part) -> None:
        """Start these parts together and return when each is ready. Raises PartFailed, DiskFull, AskedToStop."""
        waiting = [self._begin(part) for part in parts]
        give_up = time.monotonic() + _READY_SECONDS
        while waiting := [life for life in waiting if not _is_ready(life)]:
            self._tend()
            if time.monotonic() > give_up:
                raise PartFailed(f"{_names(waiting)} not ready after {_READY_SECONDS:.0f} s: see {waiting[0].log}")
            self._bell.pause(_LOOK_SECONDS)

    def run(self, part: Part) -> None:
        """Run a part that ends by itself. Raises PartFailed when it ends badly, AskedToStop."""
        life = self._begin(part)
        while (status := life.status()) is None:
            self._tend(but=life)
            self._bell.pause(_LOOK_SECONDS * 10)
        self._lives.remove(life)
        if status != 0:
            raise self._failure(life, f"{part.name} failed ({say_status(status)})")

    def watch(self) -> NoReturn:
        """Keep everything running until AskedToStop or PartFailed is raised."""
        while True:
            self._tend()
            due = [life.due_at for life in self._lives if life.due_at is not None]
            self._bell.pause(min(due) - time.monotonic() if due else 1.0)

    def stop(self) -> None:
        """Stop the waves from the highest down, each within ten seconds; then nothing of ours runs."""
        for wave in sorted({life.part.wave for life in self._lives}, reverse=True):
            self._stop_together([life for life in self._lives if life.part.wave == wave])
        self._lives.clear()
        self._record.unlink(missing_ok=True)

    def _begin(self, part: Part) -> Life:
        log = self._logs / f"{part.name}.log"
        if log.exists():
            log.replace(log.with_suffix(".log.1"))
        life = Life(part, log)
        self._lives.append(life)
        self._write_down()
        return life

    def _tend(self, but: Life | None = None) -> None:
        for life in list(self._lives):
            status = life.status()
            if life is but or status is None:
                continue
            if life.part.once and status == 0:
                self._lives.remove(life)
                self._write_down()
            elif life.due_at is None:
                self._bury(life, status)
            elif life.due_at <= time.monotonic():
                life.start_again()
                self._write_down()

    def _bury(self, life: Life, status: int) -> None:
        if not life.count_death():
            raise self._failure(
                life, f"{life.part.name} ended {MOST_DEATHS_A_MINUTE} times within a minute ({say_status(status)})"
            )
        self._console.say(f"  {life.part.name} ended ({say_status(status)}); starting it again, its log is {life.log}")

    def _failure(self, life: Life, what: str) -> CannotStart:
        # The log is on the same disk, so a part that wanted to say so may not have been able to.
        if TOO_FULL in life.last_words(lines=30) or free_bytes(self._logs) < _NO_ROOM_BYTES:
            return DiskFull(self._logs.parent)
        return PartFailed(f"{what}: {life.last_words() or 'it said nothing'}. Its log: {life.log}")

    def _stop_together(self, lives: Sequence[Life]) -> None:
        for life in lives:
            life.ask_to_stop()
        give_up = time.monotonic() + STOP_SECONDS
        while any(life.status() is None for life in lives) and time.monotonic() < give_up:
            self._bell.wait(_LOOK_SECONDS)
        for life in lives:
            life.kill_group()
            life.part.clean()

    def _write_down(self) -> None:
        running = (life for life in self._lives if life.status() is None)
        orphans.record(self._record, ((life.pid, life.part.stop_signal, life.part.name) for life in running))


def _is_ready(life: Life) -> bool:
    if life.part.once and life.status() == 0:
        return True
    return life.status() is None and (life.part.ready is None or life.part.ready())


def _names(lives: Sequence[Life]) -> str:
    return ", ".join(life.part.name for life in lives)

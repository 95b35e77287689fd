"""A part: one process of ours or of a server, described as data; and its life once it is started."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from saleor_support_plugin.embedded.users import OURSELVES, User, command

# A part that ends more often than this within a minute will not get well by itself.
MOST_DEATHS_A_MINUTE = 6
_MINUTE_SECONDS = 60.0
_FIRST_WAIT_SECONDS = 0.2
_LOOK_SECONDS = 0.01


def nothing() -> None:
    """What most parts need before a start: nothing."""


class Part(NamedTuple):
    """What to run, as data.

    `ready` is asked often and must not wait; None means that running is enough. `clean` removes what an earlier life
    left and runs before each start. Parts of a higher `wave` are stopped first, those of one wave together. A part
    that is done `once` is not started again when it ended well.
    """

    name: str
    argv: tuple[str, ...]
    env: Mapping[str, str]
    folder: Path
    ready: Callable[[], bool] | None = None
    clean: Callable[[], None] = nothing
    stop_signal: signal.Signals = signal.SIGTERM
    wave: int = 0
    user: User = OURSELVES
    fds: tuple[int, ...] = ()
    once: bool = False


class Life:
    """A part that runs, or waits to be started again."""

    def __init__(self, part: Part, log: Path) -> None:
        self.part = part
        self.log = log
        self.due_at: float | None = None
        self._deaths: list[float] = []
        self._process = self._start()

    @property
    def pid(self) -> int:
        """The process's number, which is its group's too."""
        return self._process.pid

    def _start(self) -> subprocess.Popen[bytes]:
        self.part.clean()
        with open(os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as log:
            return subprocess.Popen(
                command(self.part.user, self.part.stop_signal, self.part.argv),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=dict(self.part.env),
                cwd=self.part.folder,
                pass_fds=self.part.fds,
                process_group=0,  # a Ctrl-C in the terminal is for the launcher alone, which stops parts in order
            )

    def status(self) -> int | None:
        """Return the exit status, negative for a signal; None while it runs."""
        return self._process.poll()

    def start_again(self) -> None:
        """Begin a new life; the wait is over."""
        self.due_at = None
        self._process = self._start()

    def count_death(self) -> bool:
        """Kill what is left of the group and plan the next start; False when there were too many deaths."""
        self.kill_group()
        now = time.monotonic()
        self._deaths = [at for at in self._deaths if at > now - _MINUTE_SECONDS] + [now]
        count = len(self._deaths)
        self.due_at = now if count == 1 else now + _FIRST_WAIT_SECONDS * 2.0 ** (count - 2)
        return count < MOST_DEATHS_A_MINUTE

    def ask_to_stop(self) -> None:
        """Send the part's own signal to its first process."""
        if self.status() is None:
            self._process.send_signal(self.part.stop_signal)

    def wait_until_ready(self, patience_seconds: float) -> bool:
        """Wait, where no supervisor does; False when it ended or our patience did."""
        give_up = time.monotonic() + patience_seconds
        while self.part.ready and not self.part.ready():
            if self.status() is not None or time.monotonic() > give_up:
                return False
            time.sleep(_LOOK_SECONDS)
        return True

    def stop(self, patience_seconds: float) -> None:
        """Stop it and wait, where no supervisor does; leave no process of it."""
        self.ask_to_stop()
        give_up = time.monotonic() + patience_seconds
        while self.status() is None and time.monotonic() < give_up:
            time.sleep(_LOOK_SECONDS)
        self.kill_group()
        self.part.clean()

    def kill_group(self) -> None:
        """End every process of the group at once; a dead server's own children outlive it."""
        with suppress(ProcessLookupError, PermissionError):  # PermissionError: macOS, when only zombies are left
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()

    def last_words(self, lines: int = 3) -> str:
        """Return the end of the log on one line, for a person who wonders why."""
        with open(self.log, "rb") as log:
            log.seek(max(0, log.seek(0, os.SEEK_END) - 4000))
            text = log.read().decode("utf-8", errors="replace")
        return " / ".join(line.strip() for line in text.splitlines()[-lines:] if line.strip())


def say_status(status: int) -> str:
    """Say an exit status in words."""
    return f"killed by {signal.Signals(-status).name}" if status < 0 else f"exit status {status}"

"""Signals, as something to wait for: a part that ended, a person who wants us to stop."""

import os
import select
import signal
from types import FrameType, TracebackType
from typing import Self

_TO_STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class AskedToStop(Exception):
    """A person or the machine wants us to end; raised only where everything is in order."""


class Bell:
    """Rings when a signal arrives and remembers whether it was one to stop. For the main thread only."""

    def __init__(self) -> None:
        self.asked_to_stop = False

    def __enter__(self) -> Self:
        self._read, self._write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(self._write, False)
        signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        # What was ignored stays ignored: that is how nohup and background jobs ask to be left alone.
        heard = [number for number in _TO_STOP if signal.getsignal(number) is not signal.SIG_IGN]
        self._before = {number: signal.signal(number, self._stop) for number in heard}
        self._before[signal.SIGCHLD] = signal.signal(signal.SIGCHLD, self._ring)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(-1)
        os.close(self._read)
        os.close(self._write)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.asked_to_stop = True

    def _ring(self, number: int, frame: FrameType | None) -> None:
        """Needed so that the signal is delivered at all; the pipe has already rung."""

    def wait(self, seconds: float) -> None:
        """Return after a signal, or after this many seconds."""
        ready, _, _ = select.select([self._read], [], [], max(0.0, seconds))
        if ready:
            os.read(self._read, 4096)

    def pause(self, seconds: float) -> None:
        """Wait, and raise AskedToStop when that is the case."""
        if not self.asked_to_stop:
            self.wait(seconds)
        if self.asked_to_stop:
            raise AskedToStop

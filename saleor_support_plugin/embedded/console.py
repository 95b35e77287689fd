"""What the launcher says: one line a step, with how long it took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

_WIDTH = 34
_CLEAR = "\r\033[K"


class Console:
    """Writes for a person or a file; a terminal that was closed meanwhile is no reason to fall."""

    def __init__(self) -> None:
        self._open_step = False

    def say(self, text: str) -> None:
        """Print one line."""
        self._write(sys.stdout, f"{text}\n")

    def complain(self, text: str) -> None:
        """Print one line about something that is wrong."""
        self._write(sys.stderr, f"{text}\n")

    @contextmanager
    def step(self, what: str) -> Iterator[None]:
        """Say what is being done while it is, and the seconds when it is done."""
        began = time.monotonic()
        if sys.stdout.isatty():
            self._write(sys.stdout, f"  {what} …")
            self._open_step = True
        yield
        self.say(f"  {what:<{_WIDTH}}{time.monotonic() - began:6.1f} s")

    def _write(self, stream: TextIO, text: str) -> None:
        try:
            stream.write(_CLEAR + text if self._open_step else text)
            stream.flush()
        except OSError:  # the terminal went away: that is the SIGHUP that is about to stop us
            pass
        self._open_step = False

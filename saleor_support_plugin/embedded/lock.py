"""One launcher a data folder: a file held by the kernel's lock, so that a dead launcher never holds it."""

import fcntl
import os
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from saleor_support_plugin.embedded.errors import CannotStart

_WORDS_SECONDS = 1.0


class AlreadyRunning(CannotStart):
    """Another launcher runs on this data folder."""

    code = "already_running"
    exit_status = 2


class Lock:
    """Held from `with` to its end. The file tells others who holds it and where; it is empty after a clean end."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "lock"
        self._number = -1
        self.was_unclean = False

    def __enter__(self) -> Self:
        self._number = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            try:
                raise AlreadyRunning(self._who()) from None
            finally:
                os.close(self._number)
        self.was_unclean = os.fstat(self._number).st_size > 0
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        os.ftruncate(self._number, 0)
        os.close(self._number)

    def tell(self, url: str) -> None:
        """Write down who we are, for whoever tries next."""
        os.ftruncate(self._number, 0)
        os.pwrite(self._number, f"{os.getpid()} {url}\n".encode(), 0)

    def _who(self) -> str:
        """Read it; the other may have just begun and not have written it yet."""
        give_up = time.monotonic() + _WORDS_SECONDS
        while not (words := self._file.read_text(encoding="utf-8").split()) and time.monotonic() < give_up:
            time.sleep(0.02)
        if len(words) != 2:
            return f"already running on {self._file.parent}"
        return f"already running: pid {words[0]} at {words[1]}"

"""What a PostgreSQL that ended suddenly leaves: a pid file that names someone else by now, and working processes.

We hold the data folder's lock, so whatever still runs on it is an orphan.
"""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

FAST_STOP = signal.SIGINT
_STOP_SECONDS = 20.0
_NOTICE_SECONDS = 1.0


def clear(folder: Path, sockets: Path) -> None:
    """End what still runs on this data folder, then remove the files that would stop the next start.

    As root in a user namespace PostgreSQL believes every live pid in postmaster.pid to be its own.
    """
    first = _named_in(folder / "postmaster.pid")
    if first in running_on(folder):
        _signal(first, FAST_STOP)
    _wait_for_end(folder, first)
    for pid in running_on(folder):
        _signal(pid, signal.SIGKILL)
    _wait_for_end(folder, first)
    (folder / "postmaster.pid").unlink(missing_ok=True)
    for name in (".s.PGSQL.5432.lock", ".s.PGSQL.5432"):
        (sockets / name).unlink(missing_ok=True)


def _wait_for_end(folder: Path, first: int) -> None:
    """Wait for a stop in peace; once the first process is gone, its own have only a moment to notice."""
    give_up = time.monotonic() + _STOP_SECONDS
    while left := running_on(folder):
        if first not in left:
            give_up = min(give_up, time.monotonic() + _NOTICE_SECONDS)
        if time.monotonic() > give_up:
            return
        time.sleep(0.02)


def running_on(folder: Path) -> list[int]:
    """Return the numbers of the PostgreSQL processes that work in this folder."""
    if sys.platform != "linux":
        first = _named_in(folder / "postmaster.pid")
        asked = subprocess.run(["ps", "-o", "args=", "-p", str(first)], capture_output=True, text=True, check=False)
        return [first] if str(folder) in asked.stdout else []
    return [int(name) for name in os.listdir("/proc") if name.isdigit() and _is_postgres_in(name, str(folder))]


def _is_postgres_in(pid: str, folder: str) -> bool:
    try:
        if os.readlink(f"/proc/{pid}/cwd") != folder:
            return False
        return os.path.basename(os.readlink(f"/proc/{pid}/exe")).startswith("postgres")
    except OSError:  # gone, or somebody else's
        return False


def _named_in(file: Path) -> int:
    """Return the number in a pid file; 0, which no process has, when there is none."""
    try:
        return abs(int(file.read_text(encoding="utf-8", errors="replace").split("\n", 1)[0]))
    except (FileNotFoundError, ValueError):  # a full disk leaves it empty
        return 0


def _signal(pid: int, number: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)

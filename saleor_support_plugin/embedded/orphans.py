"""Processes an earlier launcher left: found by what was written down about them, never by name alone."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from saleor_support_plugin.embedded.folders import write_private

STOP_SECONDS = 10.0


class Started(NamedTuple):
    """A process we started: `at` tells it from a later one with the same number."""

    pid: int
    at: str
    stop_signal: int


def started_at(pid: int) -> str | None:
    """Return a text that is the same as long as `pid` is the same process; None when it is gone."""
    if sys.platform == "linux":
        try:
            stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None
        state, *fields = stat.rpartition(")")[2].split()
        return None if state in "ZX" else fields[18]
    asked = subprocess.run(["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return asked.stdout.strip().replace(" ", "_") or None


def record(file: Path, processes: Iterable[tuple[int, int, str]]) -> None:
    """Write down (pid, stop signal, name) of everything that runs, for a start after our own sudden end."""
    lines = (f"{pid} {at} {number} {name}\n" for pid, number, name in processes if (at := started_at(pid)))
    write_private(file, "".join(lines))


def end_recorded(file: Path) -> None:
    """End what the record names and still runs: each by its own signal first, then its group for good."""
    left = [process for process in _read(file) if started_at(process.pid) == process.at]
    for process in left:
        with suppress(ProcessLookupError):
            os.kill(process.pid, process.stop_signal)
    if not gone(left, STOP_SECONDS):
        for process in left:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        gone(left, STOP_SECONDS)
    file.unlink(missing_ok=True)


def gone(processes: Iterable[Started], patience_seconds: float) -> bool:
    """Wait until none of them runs any more; False when one still does at the end of our patience."""
    give_up = time.monotonic() + patience_seconds
    while any(started_at(process.pid) == process.at for process in processes):
        if time.monotonic() > give_up:
            return False
        time.sleep(0.02)
    return True


def _read(file: Path) -> list[Started]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    rows = [line.split() for line in lines]
    return [Started(int(row[0]), row[1], int(row[2])) for row in rows if len(row) == 4]

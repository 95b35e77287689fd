"""Programs that a bench starts: on a core of their own, watched from /proc, ended by their own id. Linux only."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from . import CannotMeasure

SERVER_CORE, LOAD_CORE = 0, 1
STOP_SECONDS = 30
_TICKS = os.sysconf("SC_CLK_TCK")


class DidNotStart(CannotMeasure):
    """A program ended, or did not answer in time; the message holds the end of what it printed."""


def run_bench(main: Callable[[], int]) -> NoReturn:
    """Run a bench and exit: 0 measured, 1 measured but wrong, 2 not measured. SIGTERM too stops what was started."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _frame: sys.exit(128 + number))
    try:
        sys.exit(main())
    except CannotMeasure as reason:
        print(f"not measured: {reason}", file=sys.stderr)
        sys.exit(2)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def on_core(core: int) -> Iterator[None]:
    """Run on one core; what is started inside stays there. On a machine with fewer cores nothing is pinned."""
    before = os.sched_getaffinity(0)
    if core in before:
        os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@dataclass(frozen=True)
class Running:
    """A program and everything it started."""

    process: subprocess.Popen[bytes]
    log: Path

    def family(self) -> list[int]:
        return family(self.process.pid)

    def cpu_seconds(self) -> float:
        return sum(cpu_seconds(pid) for pid in self.family())

    def memory_mb(self) -> float:
        return sum(memory_mb(pid) for pid in self.family())

    def wait_until_ready(self, url: str, *, seconds: float) -> float:
        """Return after how many seconds from now the address answered below 500. Raises DidNotStart."""
        began = time.perf_counter()
        while time.perf_counter() < began + seconds:
            if self.process.poll() is not None:
                raise DidNotStart(f"ended with {self.process.returncode}:\n{self.tail()}")
            if _answers(url):
                return time.perf_counter() - began
            time.sleep(0.02)
        raise DidNotStart(f"no answer from {url} in {seconds:.0f} s:\n{self.tail()}")

    def tail(self) -> str:
        return self.log.read_text(errors="replace")[-3000:]

    def stop(self) -> None:
        """Ask the program to end, wait until it and all it started are gone, and after 30 s make them."""
        family = self.family()
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGTERM)
        give_up = time.monotonic() + STOP_SECONDS
        while time.monotonic() < give_up and any(map(_lives, family)):
            self.process.poll()
            time.sleep(0.02)
        for pid in filter(_lives, family):
            os.kill(pid, signal.SIGKILL)
        self.process.wait()


def _lives(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return int(answer.status) < 500
    except urllib.error.HTTPError as refusal:
        return refusal.code < 500
    except OSError:
        return False


@contextmanager
def running(command: Sequence[str], *, log: Path, env: Mapping[str, str], cwd: Path | None = None) -> Iterator[Running]:
    """Run the program in a session of its own, with `env` for its whole environment, until the block ends."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            env=env,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    started = Running(process, log)
    try:
        yield started
    finally:
        started.stop()


def family(pid: int) -> list[int]:
    """Return the process and all its descendants that live, itself first."""
    found = [pid] if Path(f"/proc/{pid}").exists() else []
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(FileNotFoundError, ProcessLookupError):
            found += [each for child in children.read_text().split() for each in family(int(child))]
    return found


def cpu_seconds(pid: int) -> float:
    """Return user and system time of all threads, with children that ended; 0 for a process that is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return sum(int(ticks) for ticks in fields[11:15]) / _TICKS


def memory_mb(pid: int) -> float:
    """Return the proportional set size: pages shared with others count in part, so that sums are true."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except (FileNotFoundError, ProcessLookupError):
        return ""

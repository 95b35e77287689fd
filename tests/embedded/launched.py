"""A launcher that a test started, and what a person at its terminal could see and do."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from saleor_support_plugin.embedded.orphans import started_at

_LAUNCH = Path(__file__).with_name("launch.py")
_PATIENCE_SECONDS = 30.0
_TAKEN_FROM_THE_TEST_RUN = ("DATABASE_URL", "REDIS_URL", "CELERY_BROKER_URL", "SECRET_KEY", "TOKEN_KEYS", "PUBLIC_URL")


def eventually(what: Callable[[], object], patience_seconds: float = _PATIENCE_SECONDS) -> None:
    """Wait until it is so; fail when it never is."""
    give_up = time.monotonic() + patience_seconds
    while not what():
        assert time.monotonic() < give_up, f"never happened: {what}"
        time.sleep(0.01)


def free_port() -> int:
    """Return a port that is free now, and whose neighbour is too."""
    while True:
        with socket.create_server(("127.0.0.1", 0)) as first:
            port = int(first.getsockname()[1])
            try:
                socket.create_server(("127.0.0.1", port + 1)).close()
            except (OSError, OverflowError):
                continue
            return port


def is_running(pid: int) -> bool:
    """Say whether there is such a process, one that has not ended."""
    return started_at(pid) is not None


class Running(NamedTuple):
    """A process that runs, as the machine lists it."""

    pid: int
    group: int
    words: str


def running() -> list[Running]:
    """Return every process but those that have ended and wait to be reaped."""
    if not Path("/proc/self/stat").exists():
        shown = subprocess.run(["ps", "-axo", "pid=,pgid=,stat=,args="], capture_output=True, text=True, check=True)
        rows = [row.split(maxsplit=3) for row in shown.stdout.splitlines()]
        return [Running(int(row[0]), int(row[1]), row[3]) for row in rows if not row[2].startswith("Z")]
    found = (_running(folder) for folder in Path("/proc").glob("[0-9]*"))
    return [one for one in found if one]


def _running(folder: Path) -> Running | None:
    try:
        state, _, group = (folder / "stat").read_text(errors="replace").rpartition(")")[2].split()[:3]
        words = (folder / "cmdline").read_text(errors="replace").replace("\0", " ")
    except (FileNotFoundError, ProcessLookupError):  # it ended meanwhile
        return None
    return None if state == "Z" else Running(int(folder.name), int(group), words)


def command(data: Path, port: int, *options: str) -> list[str]:
    """Return what a person types."""
    return [sys.executable, str(_LAUNCH), str(port), str(data), *options]


def environment() -> dict[str, str]:
    """Return the environment of a terminal that knows nothing of this test run."""
    kept = {name: value for name, value in os.environ.items() if name not in _TAKEN_FROM_THE_TEST_RUN}
    return kept | {"PYTHONPATH": str(_LAUNCH.parents[2])}


class Launched:
    """`up` with the stand-in program, in its own process."""

    def __init__(self, data: Path, port: int, *options: str, env: Mapping[str, str] | None = None) -> None:
        self.data = data
        self.port = port
        self.url = f"http://localhost:{port}"
        self._output = data.with_name(f"{data.name}.{port}.{time.monotonic_ns()}.out")
        with self._output.open("wb") as output:
            self.process = subprocess.Popen(
                command(data, port, *options),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=environment() | dict(env or {}),
                start_new_session=True,
            )

    @property
    def output(self) -> str:
        """Return what it said so far."""
        return self._output.read_text()

    def until_ready(self) -> "Launched":
        """Wait for its line."""
        eventually(lambda: "ready: " in self.output or self.process.poll() is not None)
        assert "ready: " in self.output, self.output
        return self

    def until_ended(self) -> int:
        """Wait, and return the exit status."""
        return self.process.wait(_PATIENCE_SECONDS)

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send a signal, wait, and return the exit status."""
        self.process.send_signal(number)
        return self.until_ended()

    def pids(self) -> dict[str, int]:
        """Return the number of each part, and of beat, which lives in the worker's group."""
        rows = [line.split() for line in (self.data / "parts").read_text().splitlines()]
        return {row[3]: int(row[0]) for row in rows} | {"beat": int((self.data / "beat.pid").read_text())}

    def get(self) -> int:
        """Ask the service for a page and return the number of the process that answered."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=_PATIENCE_SECONDS) as line:
            line.sendall(b"GET / HTTP/1.1\r\n\r\n")
            answer = b""
            while more := line.recv(1000):
                answer += more
        return int(answer.rpartition(b"\r\n")[2])

    def remove(self) -> None:
        """End it, whatever the test left."""
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(_PATIENCE_SECONDS)

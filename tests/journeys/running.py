"""The whole service as `bin/up` runs it, for journeys: real processes, a folder of its own, a free port."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

import psycopg
import requests


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Running:
    """`saleor-support up` with its processes; a part is found by what it is, and killed by its id."""

    def __init__(self, data: Path, *options: str, **environment: str) -> None:
        self.data = data
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self._options = options
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}
        self._environment = kept | environment
        self._process: subprocess.Popen[str]

    def __enter__(self) -> "Running":
        command = [
            sys.executable,
            "-m",
            "saleor_support_plugin",
            "up",
            "--port",
            str(self.port),
            "--data",
            str(self.data),
        ]
        self._process = subprocess.Popen(
            [*command, *self._options],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            self.wait_until_ready()
        except TimeoutError:
            self.stop()  # nobody else would
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.communicate(timeout=60)

    def wait_until_ready(self, seconds: float = 90) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self._process.poll() is not None:
                raise RuntimeError(f"up ended: {self._process.communicate()[0]}")
            try:
                if requests.get(f"{self.url}/readyz", timeout=5).status_code == 200:
                    return
            except requests.RequestException:
                pass
            time.sleep(0.1)
        raise TimeoutError(f"not ready after {seconds} s")

    def said_when_ready(self) -> str:
        """Return what was said until everything was there, and where to go then. To be asked once."""
        assert self._process.stdout is not None
        said = ""
        while "\n  data " not in said:
            line = self._process.stdout.readline()
            if not line:
                raise RuntimeError(f"up ended: {said}")
            said += line
        return said

    def environment_of(self, part: str) -> dict[str, str]:
        text = Path(f"/proc/{self.pid_of(part)}/environ").read_bytes().decode()
        return dict(line.split("=", 1) for line in text.split("\0") if "=" in line)

    def database(self) -> "psycopg.Connection[tuple[object, ...]]":
        return psycopg.connect(self.environment_of("worker")["DATABASE_URL"], autocommit=True)

    def pid_of(self, part: str, seconds: float = 30) -> int:
        """Return the process of `web`, `worker`, `demo`, `postgres` or `valkey`, waiting until there is one."""
        patterns = {"postgres": r"/postgres\0", "valkey": r"valkey-server"}
        pattern = re.compile(patterns.get(part, rf"saleor_support_plugin\0{part}\0"))
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for pid in sorted(descendants(self._process.pid)):
                if pattern.search(command_of(pid)):
                    return pid
            time.sleep(0.05)
        raise TimeoutError(f"no {part} is running")

    def kill(self, part: str) -> None:
        os.kill(self.pid_of(part), signal.SIGKILL)


def command_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text() + "\0"
    except OSError:
        return ""


def descendants(pid: int) -> set[int]:
    parents: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text()
            except OSError:
                continue
            parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    found, grown = {pid}, True
    while grown:
        children = {child for child, parent in parents.items() if parent in found} - found
        found |= children
        grown = bool(children)
    return found - {pid}

"""What a test run leaves on a contributor's machine: nothing, however it ends."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .launched import eventually, running

TEST = """
import os, signal, time
from pathlib import Path

import psycopg, redis

def test_servers_are_there():
    psycopg.connect(os.environ["DATABASE_URL"]).close()
    redis.Redis.from_url(os.environ["REDIS_URL"]).set("seen", "1")
    assert os.environ["PUBLIC_URL"] == "https://support.example.com"
    assert "ALLOWED_STORES" not in os.environ
    Path("inside").touch()
    time.sleep(float(os.environ["NAP"]))
"""


@pytest.fixture
def contributor() -> Iterator[Path]:
    """A folder with one test, and a place for temporary files with a short path."""
    with tempfile.TemporaryDirectory(prefix="run-", dir="/tmp") as folder:
        Path(folder, "tmp").mkdir()
        Path(folder, "test_one.py").write_text(TEST)
        yield Path(folder).resolve()


def run(contributor: Path, *options: str, nap_seconds: float = 0) -> "subprocess.Popen[bytes]":
    plugins = ["-p", "saleor_support_plugin.embedded.pytest_servers", "-p", "no:cacheprovider"]
    root = str(Path(__file__).parents[2])
    env = os.environ | {"TMPDIR": str(contributor / "tmp"), "NAP": str(nap_seconds), "PYTHONPATH": root}
    return subprocess.Popen(
        [sys.executable, "-m", "pytest", "-q", *plugins, *options],
        cwd=contributor,
        env=env | {"ALLOWED_STORES": "from the shell", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        stdout=subprocess.DEVNULL,
        process_group=0,
    )


def processes_of(contributor: Path) -> list[str]:
    """Return the command lines that speak of this run's folder; servers carry their paths there."""
    return [one.words for one in running() if str(contributor / "tmp") in one.words]


def test_asking_for_the_version_starts_nothing(contributor: Path) -> None:
    assert run(contributor, "--version").wait(60) == 0
    assert list((contributor / "tmp").iterdir()) == []


def test_ctrl_c_leaves_nothing(contributor: Path) -> None:
    begun = run(contributor, nap_seconds=60)
    eventually((contributor / "inside").exists)
    os.killpg(begun.pid, signal.SIGINT)
    assert begun.wait(30) == pytest.ExitCode.INTERRUPTED
    assert processes_of(contributor) == []
    assert list((contributor / "tmp").iterdir()) == []


def test_a_killed_run_leaves_no_process_and_the_next_one_removes_its_folder(contributor: Path) -> None:
    begun = run(contributor, nap_seconds=60)
    eventually((contributor / "inside").exists)
    begun.kill()
    begun.wait()
    eventually(lambda: processes_of(contributor) == [])
    assert run(contributor).wait(60) == 0
    assert processes_of(contributor) == []
    assert list((contributor / "tmp").iterdir()) == []

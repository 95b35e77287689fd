"""The shell side of bin/up and bin/check: what a person reads when preparing a machine fails or is stopped."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

BIN = Path(__file__).parents[2] / "bin"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout with nothing but bin/ in it."""
    shutil.copytree(BIN, tmp_path / "bin")
    return tmp_path


def run(checkout: Path, script: str) -> subprocess.CompletedProcess[str]:
    source = f'. "{checkout}/bin/_prepare/main.sh"; open_tools_folder; {script}'
    return subprocess.run(["bash", "-c", source], capture_output=True, text=True, timeout=60)


def test_a_mistyped_option_is_said_at_once(checkout: Path) -> None:
    answer = subprocess.run(["bash", checkout / "bin/up", "--prot", "80"], capture_output=True, text=True, timeout=60)

    assert answer.returncode == 2
    assert answer.stderr.startswith("unknown option: --prot\n")
    assert not (checkout / ".tools").exists()


@pytest.mark.parametrize(
    ("said", "cause", "cure"),
    [
        ("write: No space left on device", "the disk is full", "Free 2 GB"),
        ("cause: dns error: Name or service not known", "no name of a package registry", "Check the network"),
        ("npm error code SELF_SIGNED_CERT_IN_CHAIN", "SELF_SIGNED_CERT_IN_CHAIN", "Set SSL_CERT_FILE"),
        ("connect ECONNREFUSED 127.0.0.1:9", "ECONNREFUSED 127.0.0.1:9", "HTTPS_PROXY"),
        ("mkdir: Permission denied (os error 13).", "Permission denied (os error 13).", "writable"),
        ("error: command 'gcc' failed: No such file", "no ready-made wheel", "SUPPORT_PYTHON"),
        ("first\nerror: the lock file is odd\nlast", "error: the lock file is odd.", "Starting again is safe"),
    ],
)
def test_a_failed_step_says_what_why_and_what_to_do(checkout: Path, said: str, cause: str, cure: str) -> None:
    (checkout / "said").write_text(said)
    answer = run(checkout, f"step 'installing a thing' sh -c 'cat {checkout}/said; exit 3'")

    assert answer.returncode == 1
    line, *more = answer.stderr.splitlines()
    assert not more
    assert line.startswith("failed: installing a thing: ")
    assert cause in line
    assert cure in line
    assert str(checkout / ".tools/prepare.log") in line


def test_only_the_step_that_failed_explains_itself(checkout: Path) -> None:
    answer = run(checkout, "attempt first sh -c 'echo No space left; exit 1'; step second sh -c 'echo odd; exit 1'")

    assert "failed: second: odd." in answer.stderr
    assert "disk" not in answer.stderr


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_stop_ends_all_that_a_step_started(checkout: Path, sent: signal.Signals, status: int) -> None:
    pid = checkout / "pid"
    long_step = f'step waiting sh -c "sleep 60 & echo \\$! >{pid}; wait"'
    script = f'. "{checkout}/bin/_prepare/main.sh"; open_tools_folder; {long_step}'
    with subprocess.Popen(["bash", "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as shell:
        eventually(lambda: pid.exists() and pid.read_text().endswith("\n"))
        shell.send_signal(sent)
        _, complaint = shell.communicate(timeout=30)

    assert shell.returncode == status
    assert complaint.strip() == "stopped"
    eventually(lambda: gone(int(pid.read_text())))


def test_packages_whose_installation_was_stopped_are_not_taken_for_whole(checkout: Path) -> None:
    python = checkout / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.symlink_to("/bin/true")

    assert run(checkout, "packages_are_whole").returncode == 0
    assert run(checkout, ': >"$TOOLS/packages-unfinished"; packages_are_whole').returncode == 1


def test_a_python_that_is_too_old_or_only_a_shim_is_passed_over(checkout: Path) -> None:
    shim = checkout / "shim"
    shim.write_text("#!/bin/sh\necho 'pyenv: python3.13: command not found' >&2\nexit 127\n")
    shim.chmod(0o755)

    assert run(checkout, f'usable_python "{shim}"').returncode != 0
    assert run(checkout, f'usable_python "{checkout}/nothing"').returncode != 0


def test_a_python_named_by_the_person_must_work(checkout: Path) -> None:
    answer = run(checkout, "SUPPORT_PYTHON=/bin/false get_python")

    assert answer.returncode == 1
    assert "SUPPORT_PYTHON=/bin/false is no working Python 3.12, 3.13 or 3.14." in answer.stderr


def eventually(holds: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "never happened"
        time.sleep(0.02)


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False

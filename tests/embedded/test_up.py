"""What happens to a person who types `saleor-support up`, with small programs in the place of ours."""

import os
import pty
import signal
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import psycopg
import pytest
import redis

from saleor_support_plugin.embedded.folders import socket_folder
from saleor_support_plugin.embedded.up import running_environment

from .conftest import Launch
from .launched import Launched, command, environment, eventually, free_port, is_running, running


def everything_ended(pids: dict[str, int]) -> bool:
    numbers = set(pids.values())
    return not any(one.pid in numbers or one.group in numbers for one in running())


def test_a_newcomer_is_told_what_to_open_and_where_it_is_kept(launch: Launch, data: Path) -> None:
    up = launch().until_ready()
    for words in (f"ready: {up.url}", f"{up.url}/api/manifest", str(data)):
        assert words in up.output
    demo = f"http://localhost:{up.port + 1}"
    steps = [line.split()[-1] for line in up.output.splitlines() if line.strip()[:2] in ("1.", "2.", "3.")]
    assert steps == [f"{demo}/", f"{demo}/dashboard/", f"{demo}/outbox/"]
    assert up.get() == up.pids()["web"]


def test_another_terminal_finds_the_same_database_and_queue(launch: Launch, data: Path) -> None:
    up = launch().until_ready()
    told = running_environment(data)
    with psycopg.connect(told["DATABASE_URL"]) as connection:
        assert connection.execute("select current_database()").fetchone() == ("support",)
    assert redis.Redis.from_url(told["REDIS_URL"]).ping()
    assert told["DEMO_URL"] == f"http://localhost:{up.port + 1}"
    assert told["ALLOW_PRIVATE_STORES"] == "1"
    assert told["PUBLIC_URL"] == up.url
    up.stop()
    assert running_environment(data) == {}


def test_a_merchants_own_settings_stay(launch: Launch, data: Path) -> None:
    given = {"PUBLIC_URL": "https://support.example.com", "SECRET_KEY": "mine", "ALLOWED_STORES": "https://a.example/*"}
    launch("--no-demo", env=given).until_ready()
    told = running_environment(data)
    assert given.items() <= told.items()
    assert "DEMO_URL" not in told
    assert "ALLOW_PRIVATE_STORES" not in told
    assert "mine" not in (data / "secrets.env").read_text()


def test_the_second_start_continues_with_the_same_keys_and_addresses(launch: Launch, data: Path) -> None:
    first = launch().until_ready()
    before = running_environment(data)
    first.stop()
    launch().until_ready()
    assert running_environment(data) == before


def test_only_the_owner_can_read_what_is_kept(launch: Launch, data: Path) -> None:
    launch().until_ready()
    private = [data / "secrets.env", data / "running.env", data / "valkey" / "valkey.conf", socket_folder(data)]
    for path in [data, *private, *(data / "logs").iterdir()]:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


@pytest.mark.parametrize("signals", [["SIGTERM"], ["SIGHUP"], ["SIGINT", "SIGINT"]], ids=" and ".join)
def test_a_signal_stops_everything_and_leaves_nothing(launch: Launch, data: Path, signals: list[str]) -> None:
    up = launch().until_ready()
    pids, sockets = up.pids(), socket_folder(data)
    for name in signals:
        up.process.send_signal(signal.Signals[name])
    assert up.until_ended() == 0
    assert everything_ended(pids)
    assert (data / "lock").read_text() == ""
    assert not sockets.exists()
    assert "Traceback" not in up.output


def test_ctrl_c_in_a_terminal_stops_everything(data: Path, port: int) -> None:
    terminal, inside = pty.openpty()
    take_it = (
        "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
    )
    up = subprocess.Popen(
        [sys.executable, "-c", take_it, *command(data, port)],
        stdin=inside,
        stdout=inside,
        stderr=inside,
        env=environment(),
        start_new_session=True,
    )
    os.close(inside)
    said = b""
    while b"ready: " not in said:
        said += os.read(terminal, 1000)
    os.write(terminal, b"\x03")
    assert up.wait(30) == 0
    os.close(terminal)
    assert not (data / "parts").exists()


def test_ctrl_c_while_it_starts_stops_it_too(launch: Launch, data: Path) -> None:
    up = launch()
    eventually(lambda: "Valkey" in up.output)
    assert up.stop(signal.SIGINT) == 0
    assert not (data / "parts").exists()
    assert "Traceback" not in up.output


def test_nohup_is_respected(launch: Launch) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        up = launch().until_ready()
    finally:
        signal.signal(signal.SIGHUP, before)
    up.process.send_signal(signal.SIGHUP)
    assert up.get() == up.pids()["web"]
    assert up.stop() == 0


def test_every_part_that_is_killed_comes_back(launch: Launch, data: Path) -> None:
    up = launch().until_ready()
    eventually(lambda: "store-key" not in up.pids())  # an errand that is done does not come back
    assert (data / "demo" / "store-key").read_text() == "abc"
    told = running_environment(data)
    before = up.pids()
    for name in ("web", "worker", "demo", "valkey", "postgres"):
        os.kill(before[name], signal.SIGKILL)
    eventually(lambda: set(up.pids()) == set(before) and set(up.pids().values()).isdisjoint(before.values()))
    assert up.output.count("starting it again") == 5
    assert everything_ended({"beat": before["beat"]}), "a process of a dead worker's group outlived it"
    eventually(lambda: answers(told))
    assert up.get() == up.pids()["web"]
    assert up.stop() == 0


def answers(told: dict[str, str]) -> bool:
    try:
        psycopg.connect(told["DATABASE_URL"]).close()
        return bool(redis.Redis.from_url(told["REDIS_URL"]).ping())
    except (psycopg.OperationalError, redis.RedisError):
        return False


def has_stopped(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"


def test_no_request_fails_while_the_web_process_is_replaced(launch: Launch) -> None:
    up = launch("--no-demo").until_ready()
    first = up.get()
    seen: list[int] = []
    asking = threading.Thread(target=lambda: seen.extend(up.get() for _ in range(20)))
    os.kill(first, signal.SIGSTOP)
    eventually(lambda: has_stopped(first))  # from here on, whatever is asked waits in the launcher's own socket
    asking.start()
    os.kill(first, signal.SIGKILL)
    asking.join()
    assert len(seen) == 20
    assert first not in seen


def test_a_killed_launcher_takes_everything_along_and_can_be_started_again_at_once(launch: Launch, data: Path) -> None:
    up = launch().until_ready()
    pids = up.pids()
    up.process.kill()
    up.process.wait()
    again = launch().until_ready()
    eventually(lambda: everything_ended(pids))
    assert set(again.pids().values()).isdisjoint(pids.values())
    assert again.stop() == 0


def test_a_part_that_did_not_hear_the_launchers_end_is_ended_by_the_next(launch: Launch, data: Path) -> None:
    up = launch(env={"STAND_IN_IS_DEAF": "demo"}).until_ready()
    deaf = up.pids()["demo"]
    up.process.kill()
    up.process.wait()
    assert is_running(deaf)
    launch(env={"PATIENCE_SECONDS": "0.5"}).until_ready()
    assert not is_running(deaf)


def test_a_deaf_part_is_killed_when_patience_ends(launch: Launch) -> None:
    up = launch(env={"STAND_IN_IS_DEAF": "worker", "PATIENCE_SECONDS": "0.5"}).until_ready()
    pids = up.pids()
    assert up.stop() == 0
    assert everything_ended(pids)


def test_whoever_starts_it_twice_is_told_where_it_runs(launch: Launch) -> None:
    up = launch().until_ready()
    second = launch(port=free_port())
    assert second.until_ended() == 2
    assert second.output == f"already running: pid {up.process.pid} at {up.url}\n"
    assert up.get()


def test_a_taken_port_is_named(launch: Launch, data: Path) -> None:
    with socket.create_server(("127.0.0.1", free_port())) as other:
        port = other.getsockname()[1]
        up = launch(port=port)
        assert up.until_ended() == 2
    assert up.output == f"port {port} is taken by another program: choose another with --port, or stop that program.\n"
    assert not (data / "parts").exists(), "servers were started before the port was known to be free"


def test_a_port_that_is_none_is_named(launch: Launch) -> None:
    up = launch(port=70000)
    assert up.until_ended() == 2
    assert up.output.startswith("port 70000 is none")


def test_the_demo_store_moves_when_its_port_is_taken_and_says_so(launch: Launch, data: Path) -> None:
    first = launch().until_ready()
    first.stop()
    with socket.create_server(("127.0.0.1", first.port + 1)):
        moved = launch().until_ready()
    assert f"port {first.port + 1} is taken: the demo store moves to port" in moved.output
    (data / "demo-port").unlink()


def test_a_part_that_never_gets_well_ends_everything_with_its_log_named(launch: Launch, data: Path) -> None:
    up = launch(env={"STAND_IN_FAILS": "worker"})
    assert up.until_ended() == 1
    last = up.output.splitlines()[-1]
    assert last.startswith("worker ended 6 times within a minute (exit status 1): worker does not feel well")
    assert last.endswith(str(data / "logs" / "worker.log"))
    assert not (data / "parts").exists()


def test_failed_migrations_are_told_in_their_own_words(launch: Launch, data: Path) -> None:
    up = launch(env={"STAND_IN_FAILS": "migrate"})
    assert up.until_ended() == 1
    words = "migrate failed (exit status 1): migrate does not feel well. Its log: "
    assert up.output.splitlines()[-1] == f"{words}{data / 'logs' / 'migrate.log'}"


def test_servers_named_in_the_environment_are_used(launch: Launch, data: Path) -> None:
    given = {"DATABASE_URL": "postgresql://user@db.example/support", "REDIS_URL": "redis://queue.example/0"}
    up = launch(env=given).until_ready()
    assert "PostgreSQL" not in up.output
    assert "Valkey" not in up.output
    told = running_environment(data)
    assert given.items() <= told.items()
    assert "CELERY_BROKER_URL" not in told


def test_the_last_log_is_kept(launch: Launch, data: Path) -> None:
    launch(env={"STAND_IN_FAILS": "migrate"}).until_ended()
    launch().until_ready()
    assert "does not feel well" in (data / "logs" / "migrate.log.1").read_text()
    assert "does not feel well" not in (data / "logs" / "migrate.log").read_text()


def test_the_launcher_stays_small(launch: Launch) -> None:
    up: Launched = launch().until_ready()
    rollup = Path(f"/proc/{up.process.pid}/smaps_rollup")
    if not rollup.exists():
        pytest.skip("only Linux tells the proportional memory of a process")
    kilobytes = next(int(line.split()[1]) for line in rollup.read_text().splitlines() if line.startswith("Pss:"))
    assert kilobytes < 16_000

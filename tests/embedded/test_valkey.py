"""Valkey from the wheel: nobody else gets in, and what is queued stays."""

import os
import signal
import socket
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from kombu import Connection

from saleor_support_plugin.embedded import valkey
from saleor_support_plugin.embedded.parts import Life

from .launched import running


@pytest.fixture
def server(tmp_path: Path) -> Iterator[valkey.Valkey]:
    binary = valkey.find_binary()
    assert binary is not None
    with tempfile.TemporaryDirectory(prefix="vk ") as sockets:  # the blank must not matter
        yield valkey.prepare(tmp_path, Path(sockets).resolve(), binary)


def started(server: valkey.Valkey) -> Life:
    life = Life(valkey.part(server), server.folder / "log")
    assert life.wait_until_ready(30), life.last_words(10)
    return life


def client(server: valkey.Valkey) -> redis.Redis:
    return redis.Redis.from_url(valkey.cache_url(server))


def test_a_queued_chore_survives_a_sudden_end(server: valkey.Valkey) -> None:
    life = started(server)
    client(server).rpush("chores", "send the reminder")
    client(server).waitaof(num_local=1, num_replicas=0, timeout=5000)
    os.kill(life.pid, signal.SIGKILL)
    life.kill_group()
    life.start_again()
    assert life.wait_until_ready(30)
    assert client(server).lrange("chores", 0, -1) == [b"send the reminder"]
    life.stop(10)


def test_nobody_gets_in_without_the_password_which_no_list_of_processes_shows(server: valkey.Valkey) -> None:
    life = started(server)
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.connect(str(server.socket))
        stranger.sendall(b"KEYS *\r\n")
        assert stranger.recv(100).startswith(b"-NOAUTH")
    shown = next(one.words for one in running() if one.pid == life.pid)
    assert server.password not in shown
    assert stat.S_IMODE(server.socket.stat().st_mode) == 0o700
    assert stat.S_IMODE((server.folder / "valkey.conf").stat().st_mode) == 0o600
    life.stop(10)


def test_the_password_stays_with_the_data(server: valkey.Valkey) -> None:
    again = valkey.prepare(server.folder.parent, server.socket.parent, server.binary)
    assert again.password == server.password


def test_celery_finds_it(server: valkey.Valkey) -> None:
    life = started(server)
    with Connection(valkey.broker_url(server)) as broker:  # not a Celery app: it would take the run's own broker
        broker.SimpleQueue("chores").put({"store_id": 1})
    assert client(server).llen("chores") == 1
    life.stop(10)


def test_without_wheel_and_installation_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(valkey, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", "/nowhere")
    assert valkey.find_binary() is None

"""PostgreSQL and Valkey for a bench: those that the environment names, else durable ones from the wheels."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from saleor_support_plugin.embedded import postgres, valkey
from saleor_support_plugin.embedded.folders import socket_folder
from saleor_support_plugin.embedded.parts import Life, Part

from . import CACHE, CannotMeasure

READY_SECONDS = 60
STOP_SECONDS = 15


class NoServer(CannotMeasure):
    """No address of a server was given and none could be started."""


@dataclass(frozen=True)
class Servers:
    database_url: str
    redis_url: str


@contextmanager
def servers() -> Iterator[Servers]:
    """Yield addresses that work until the end. Data of servers started here is on the checkout's disk, then gone."""
    database_url, redis_url = os.environ.get("DATABASE_URL"), os.environ.get("REDIS_URL")
    with ExitStack() as stack:
        data = stack.enter_context(_folder())
        sockets = socket_folder(data)
        stack.callback(shutil.rmtree, sockets, ignore_errors=True)
        database_url = database_url or stack.enter_context(_postgres(data, sockets))
        redis_url = redis_url or stack.enter_context(_valkey(data, sockets))
        yield Servers(database_url, redis_url)


@contextmanager
def _folder() -> Iterator[Path]:
    # Not in /tmp: that may be memory, where a commit costs nothing.
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="servers-", dir=CACHE) as folder:
        yield Path(folder)


@contextmanager
def _postgres(data: Path, sockets: Path) -> Iterator[str]:
    binaries = postgres.find_binaries()
    if binaries is None:
        raise NoServer("no PostgreSQL found: set DATABASE_URL")
    server = postgres.prepare(data, sockets, binaries)
    with _living(postgres.part(server), data):
        yield postgres.url(server)


@contextmanager
def _valkey(data: Path, sockets: Path) -> Iterator[str]:
    binary = valkey.find_binary()
    if binary is None:
        raise NoServer("no Valkey found: set REDIS_URL")
    server = valkey.prepare(data, sockets, binary)
    with _living(valkey.part(server), data):
        yield valkey.cache_url(server)


@contextmanager
def _living(part: Part, data: Path) -> Iterator[None]:
    life = Life(part, data / f"{part.name}.log")
    try:
        _wait_until_ready(life)
        yield
    finally:
        life.ask_to_stop()
        _wait_until_ended(life)
        life.kill_group()
        part.clean()


def _wait_until_ready(life: Life) -> None:
    give_up = time.monotonic() + READY_SECONDS
    while not (life.part.ready is None or life.part.ready()):
        if life.status() is not None or time.monotonic() > give_up:
            raise NoServer(f"{life.part.name} did not start: {life.last_words(lines=10)}")
        time.sleep(0.02)


def _wait_until_ended(life: Life) -> None:
    give_up = time.monotonic() + STOP_SECONDS
    while life.status() is None and time.monotonic() < give_up:
        time.sleep(0.02)

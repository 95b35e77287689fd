"""Two real web processes, and what may happen to them: nothing acknowledged is lost, doubled or out of order."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import redis
import requests
from django.db import connection
from django.utils import timezone
from websockets.exceptions import ConnectionClosed

from saleor_support_plugin.conversations import actions
from saleor_support_plugin.conversations.models import Author
from saleor_support_plugin.embedded import valkey
from saleor_support_plugin.embedded.parts import Life

from ..desks import add_configuration
from ..journeys.running import free_port
from ..shops import Shop
from .chatters import Chat, End


class Web:
    """A web process of its own."""

    def __init__(self, redis_url: str, log: Path) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        database = connection.get_connection_params()
        at = f"host={database['host']}&user={database.get('user') or ''}"
        told = {name: os.environ[name] for name in ("SECRET_KEY", "PUBLIC_URL", "PATH")}
        told |= {"DATABASE_URL": f"postgresql:///{database['dbname']}?{at}", "REDIS_URL": redis_url}
        told |= {"CHAT_MESSAGES_PER_MINUTE": "0"}
        command = [sys.executable, "-m", "saleor_support_plugin", "web", "--port", str(self.port)]
        with log.open("wb") as out:
            self.process = subprocess.Popen(command, env=told, stdout=out, stderr=subprocess.STDOUT)

    def wait_until_ready(self) -> None:
        until(lambda: self._answers(), seconds=60)

    def _answers(self) -> bool:
        try:
            return requests.get(f"{self.url}/healthz", timeout=2).status_code == 200
        except requests.RequestException:
            return False

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(30)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)


def until(is_so: Callable[[], object], *, seconds: float = 20) -> None:
    give_up = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < give_up
        time.sleep(0.02)


class Broker:
    """A Valkey of its own, to be killed, frozen and emptied."""

    def __init__(self, folder: Path, sockets: Path) -> None:
        binary = valkey.find_binary()
        assert binary is not None
        self.server = valkey.prepare(folder, sockets, binary)
        self.url = valkey.cache_url(self.server)
        self.life = Life(valkey.part(self.server), folder / "valkey.log")
        assert self.life.wait_until_ready(30)

    def signal(self, number: int) -> None:
        os.kill(self.life.pid, number)


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Broker]:
    with tempfile.TemporaryDirectory(prefix="vk") as sockets:
        broker = Broker(tmp_path, Path(sockets).resolve())
        yield broker
        broker.signal(signal.SIGCONT)
        broker.life.stop(10)


@pytest.fixture
def webs(open_aurora: Shop, broker: Broker, tmp_path: Path) -> Iterator[list[Web]]:
    add_configuration(open_aurora)
    with ExitStack() as stack:
        both = []
        for number in range(2):
            web = Web(broker.url, tmp_path / f"web-{number}")
            stack.callback(web.stop)
            both.append(web)
        for web in both:
            web.wait_until_ready()
        yield both


@pytest.fixture
def chats(webs: list[Web], open_aurora: Shop) -> list[Chat]:
    """One conversation, as it is reached through each of the processes."""
    first = Chat(webs[0], open_aurora)
    there = Chat(webs[1], open_aurora)
    there.conversation, there.token, there.id = first.conversation, first.token, first.id
    return [first, there]


class Reader(threading.Thread):
    """Reads one connection to its end, and says what it was told."""

    def __init__(self, end: End) -> None:
        super().__init__(daemon=True)
        self.end = end
        self.seqs: list[int] = []
        self.start()

    def run(self) -> None:
        try:
            while True:
                frame = self.end.heard(timeout=60)
                if frame["is"] == "said":
                    self.seqs.append(frame["seq"])
        except (ConnectionClosed, TimeoutError):
            return


def test_each_process_hears_the_other_in_order_and_staffs_words_too(chats: list[Chat]) -> None:
    ends = [chat.shopper() for chat in chats]
    readers = [Reader(chat.shopper()) for chat in chats]
    for number in range(50):
        for place, end in enumerate(ends):
            end.send("say", text=f"{place} says no. {number}", key=f"{place} {number}")
        actions.say(
            conversation=chats[0].conversation, author=Author.STAFF, author_name="", text="?", now=timezone.now()
        )
    kept = [[end.told(f"{place} {number}") for number in range(50)] for place, end in enumerate(ends)]
    for reader in readers:
        until(lambda reader=reader: len(reader.seqs) == 150)  # type: ignore[misc]
        assert reader.seqs == list(range(1, 151))
    assert all(one == sorted(one) for one in kept)
    assert len({*kept[0], *kept[1]}) == 100


def test_a_process_that_is_killed_loses_nothing_it_acknowledged(webs: list[Web], chats: list[Chat]) -> None:
    there = Reader(chats[1].shopper())
    here = chats[0].shopper()
    kept: dict[str, int] = {}

    def speak() -> None:
        try:
            for number in range(100_000):
                here.send("say", text=f"no. {number}", key=f"k{number}")
                kept[f"k{number}"] = here.told(f"k{number}")
        except ConnectionClosed:
            return

    speaking = threading.Thread(target=speak)
    speaking.start()
    until(lambda: len(kept) >= 30)
    webs[0].kill()
    speaking.join(20)
    assert len(kept) >= 30
    last = there.seqs[-1] if there.seqs else 0
    resumed = chats[1].shopper(after=len(kept))
    again = f"k{len(kept)}"  # was under way: kept or not, nobody knows, and it is sent again
    resumed.send("say", text="again", key=again)
    kept[again] = resumed.told(again)
    assert [seq for seq, _ in chats[1].texts()] == list(range(1, len(kept) + 1))
    assert list(kept.values()) == list(range(1, len(kept) + 1))
    until(lambda: len(there.seqs) == len(kept))
    assert there.seqs == list(range(1, len(kept) + 1))
    assert last <= len(kept)


@pytest.mark.parametrize("fault", ["killed", "frozen", "flushed"])
def test_what_happens_to_valkey_does_not_matter(broker: Broker, chats: list[Chat], fault: str) -> None:
    here, there = chats[0].shopper(), chats[1].shopper()
    here.send("say", text="before", key="1")
    assert there.next("said")["text"] == "before"
    if fault == "flushed":
        redis.Redis.from_url(broker.url).flushall()
    else:
        broker.signal(signal.SIGKILL if fault == "killed" else signal.SIGSTOP)
    for number in range(10):
        began = time.monotonic()
        here.send("say", text=f"no. {number}", key=f"after {number}")
        assert there.next("said")["text"] == f"no. {number}"
        assert time.monotonic() - began < 1
    assert there.send("say", text="and back", key="back").told("back") == 12


def test_who_is_told_by_a_broken_ear_hears_everything_all_the_same(chats: list[Chat]) -> None:
    """PostgreSQL ends the connections on which the processes listen; what was said meanwhile is read."""
    readers = [Reader(chat.shopper()) for chat in chats]
    here = chats[0].shopper()
    for number in range(40):
        if number % 10 == 5:
            with connection.cursor() as cursor:
                cursor.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                    " where datname = current_database() and pid <> pg_backend_pid()"
                    " and (query ilike 'listen support_said' or query = 'select 1')"
                )
        here.send("say", text=f"no. {number}", key=f"k{number}")
        assert here.told(f"k{number}") == number + 1
    for reader in readers:
        until(lambda reader=reader: len(reader.seqs) == 40)  # type: ignore[misc]
        assert reader.seqs == list(range(1, 41))


def test_a_process_that_is_asked_to_end_says_so_and_keeps_what_it_was_given(webs: list[Web], chats: list[Chat]) -> None:
    here = chats[0].shopper()
    here.send("say", text="last words", key="k")
    assert here.told("k") == 1
    webs[0].process.terminate()
    assert here.closed() == 1012
    assert webs[0].process.wait(30) in (0, -signal.SIGTERM)
    assert chats[1].shopper().said(1) == [(1, "last words")]

"""What is delivered in a room comes once, in order and whole, whatever way it took."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.realtime import rooms
from saleor_support_plugin.realtime.rooms import Hub, Page
from saleor_support_plugin.realtime.socket import READS_TOO_SLOWLY, Socket

ROOM = "conversation:1"


class Kept:
    """What was said, as it can be read; a page holds three."""

    def __init__(self, many: int = 0) -> None:
        self.many = many
        self.is_out_of_reach = False
        self.reads = 0

    async def read(self, name: str, after: int) -> Page:
        self.reads += 1
        await asyncio.sleep(0)
        if self.is_out_of_reach:
            raise OSError
        numbers = range(after + 1, self.many + 1)[:3]
        frames = [(number, str(number)) for number in numbers]
        return Page(frames, numbers[-1] if numbers else after, len(frames) == 3)


class Reader:
    def __init__(self) -> None:
        self.got: list[str] = []
        self.code = 0
        self.may_take = asyncio.Event()
        self.may_take.set()
        self.socket = Socket(self._take, lambda: None, self._write)

    def _write(self, text: str) -> bool:
        """As a connection with room does, and one without does not."""
        if self.may_take.is_set():
            self.got.append(text)
        return self.may_take.is_set()

    async def _take(self, message: Any) -> None:
        await self.may_take.wait()
        if message["type"] == "websocket.close":
            self.code = message["code"]
        else:
            self.got.append(message["text"])


def run(act: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(act(), 10))


async def until(is_so: Callable[[], object]) -> None:
    while not is_so():  # noqa: ASYNC110  what is waited for sets no event
        await asyncio.sleep(0.001)


def numbers(first: int, last: int) -> list[str]:
    return [str(number) for number in range(first, last + 1)]


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "GAP_SECONDS", 0.001)
    monkeypatch.setattr(rooms, "AGAIN_AFTER_SECONDS", 0.001)


def test_who_comes_is_told_what_was_and_then_what_comes() -> None:
    async def act() -> None:
        hub, reader = Hub(Kept(8).read), Reader()
        await hub.follow(ROOM, reader.socket, after=2)
        hub.deliver(ROOM, 9, "9")
        hub.deliver(ROOM, 9, "9")
        hub.deliver(ROOM, 4, "4")
        assert reader.got == numbers(3, 9)

    run(act)


def test_what_comes_while_somebody_is_told_what_was_is_neither_lost_nor_doubled() -> None:
    async def act() -> None:
        kept = Kept(7)
        hub, first, second = Hub(kept.read), Reader(), Reader()
        await hub.follow(ROOM, first.socket, after=0)
        coming = asyncio.create_task(hub.follow(ROOM, second.socket, after=0))
        for number in range(8, 14):
            await asyncio.sleep(0)
            kept.many = number
            hub.deliver(ROOM, number, str(number))
        await coming
        assert first.got == second.got == numbers(1, 13)

    run(act)


def test_a_number_that_never_comes_is_read() -> None:
    async def act() -> None:
        kept = Kept(1)
        hub, reader = Hub(kept.read), Reader()
        await hub.follow(ROOM, reader.socket, after=0)
        kept.many = 4
        hub.deliver(ROOM, 4, "4")
        assert reader.got == ["1"]
        await until(lambda: len(reader.got) == 4)
        assert reader.got == numbers(1, 4)

    run(act)


def test_a_room_is_read_again_until_it_can_be() -> None:
    async def act() -> None:
        kept = Kept(1)
        hub, reader = Hub(kept.read), Reader()
        await hub.follow(ROOM, reader.socket, after=0)
        kept.many, kept.is_out_of_reach = 2, True
        hub.expect(ROOM, 2)
        await until(lambda: kept.reads > 3)
        kept.is_out_of_reach = False
        await until(lambda: len(reader.got) == 2)
        before = kept.reads
        hub.expect(ROOM, 7)  # nobody said so much
        await until(lambda: kept.reads > before)
        hub.deliver(ROOM, 3, "3")
        assert reader.got == numbers(1, 3)

    run(act)


def test_what_is_nothing_for_a_room_moves_it_on() -> None:
    async def act() -> None:
        hub, reader = Hub(Kept(1).read), Reader()
        await hub.follow(ROOM, reader.socket, after=1)
        hub.deliver(ROOM, 3, "3")
        hub.deliver(ROOM, 2, None)
        assert reader.got == ["3"]

    run(act)


def test_a_room_that_cannot_be_read_is_not_entered() -> None:
    async def act() -> None:
        kept = Kept(1)
        kept.is_out_of_reach = True
        hub, reader = Hub(kept.read), Reader()
        with pytest.raises(OSError):
            await hub.follow(ROOM, reader.socket, after=0)
        assert ROOM not in hub
        assert not reader.socket.rooms

    run(act)


def test_nobody_waits_for_a_reader_that_does_not_read_and_it_is_told_to_resume() -> None:
    async def act() -> None:
        hub, slow, quick = Hub(Kept().read), Reader(), Reader()
        for reader in (slow, quick):
            await hub.follow(ROOM, reader.socket, after=0)
        slow.may_take.clear()
        for number in range(1, 301):
            hub.deliver(ROOM, number, str(number))
        assert quick.got == numbers(1, 300)
        assert slow.socket.closed_with == READS_TOO_SLOWLY
        slow.may_take.set()
        await until(lambda: slow.code)
        assert (slow.code, slow.got) == (READS_TOO_SLOWLY, ["1"])

    run(act)


def test_who_reads_again_in_time_gets_everything_in_order() -> None:
    async def act() -> None:
        hub, slow = Hub(Kept().read), Reader()
        await hub.follow(ROOM, slow.socket, after=0)
        slow.may_take.clear()
        for number in range(1, 151):
            hub.deliver(ROOM, number, str(number))
        slow.may_take.set()
        await until(lambda: len(slow.got) == 150)
        hub.deliver(ROOM, 151, "151")
        assert slow.got == numbers(1, 151)

    run(act)


def test_a_connection_that_takes_not_even_its_close_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saleor_support_plugin.realtime.socket.CUT_OFF_AFTER_SECONDS", 0.01)

    async def act() -> None:
        cut: list[str] = []
        never = asyncio.Event()

        async def send(_: Any) -> None:
            await never.wait()

        socket = Socket(send, lambda: cut.append("off"))
        socket.push("1")
        socket.close(4410)
        await until(lambda: cut)

    run(act)


def test_what_cannot_be_written_at_once_goes_out_before_what_can() -> None:
    async def act() -> None:
        reader = Reader()
        reader.socket.push("1")
        reader.may_take.clear()
        reader.socket.push("2")
        reader.may_take.set()
        reader.socket.push("3")
        assert reader.got == ["1"]
        await until(lambda: len(reader.got) == 3)
        reader.socket.push("4")
        assert reader.got == ["1", "2", "3", "4"]

    run(act)


def test_a_server_that_writes_nothing_at_once_is_sent_all_the_same() -> None:
    async def act() -> None:
        sent: list[str] = []

        async def send(message: Any) -> None:
            sent.append(message["text"])

        Socket(send, lambda: None).push("1")
        assert sent == ["1"]

    run(act)


def test_rooms_are_left_told_and_closed() -> None:
    async def act() -> None:
        hub, one, other = Hub(Kept().read), Reader(), Reader()
        hub.join("store:1", one.socket)
        hub.join("store:1", other.socket)
        hub.tell("store:1", "hello", but=one.socket)
        hub.tell("store:2", "nobody")
        assert (one.got, other.got) == ([], ["hello"])
        hub.leave_all(one.socket)
        hub.close("store:1", 4410)
        await until(lambda: other.code)
        assert (one.code, other.code) == (0, 4410)
        hub.leave_all(other.socket)
        assert "store:1" not in hub

    run(act)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("say"), st.sampled_from(["told", "early", "lost", "twice"])),
        st.tuples(st.just("come"), st.integers(0, 10)),
        st.tuples(st.just("pass"), st.integers(0, 3)),
    ),
    max_size=30,
)


@given(STEPS)
def test_whatever_happens_everybody_hears_each_number_once_and_in_order(steps: list[tuple[str, Any]]) -> None:
    async def act() -> None:
        kept = Kept()
        hub = Hub(kept.read)
        readers: list[tuple[Reader, int]] = []
        late: list[int] = []
        comings = []
        for step, how in steps:
            if step == "say":
                kept.many += 1
                if how == "early":
                    late.append(kept.many)
                for _ in range({"told": 1, "twice": 2}.get(how, 0)):
                    hub.deliver(ROOM, kept.many, str(kept.many))
            elif step == "come":
                reader, after = Reader(), min(how, kept.many)
                readers.append((reader, after))
                comings.append(asyncio.create_task(hub.follow(ROOM, reader.socket, after=after)))
            for _ in range(how if step == "pass" else 0):
                await asyncio.sleep(0)
        await asyncio.gather(*comings)
        for number in late:
            hub.deliver(ROOM, number, str(number))
        hub.expect(ROOM, kept.many)
        for reader, after in readers:
            await until(lambda reader=reader, after=after: len(reader.got) >= kept.many - after)  # type: ignore[misc]
            assert reader.got == numbers(after + 1, kept.many)

    run(act)

"""What the chat bench says of itself: its frames are frames, and a message that went wrong is noticed."""

import asyncio
from typing import Any

import pytest
from websockets.frames import Frame, Opcode
from websockets.streams import StreamReader

from .chat import BARS, Side, compared, must_be_whole
from .harness.chat_load import End, Heard, Ours, SocketIo, Talk, masked


@pytest.mark.parametrize("text", ["", "x", "ğ" * 62, "x" * 125, "x" * 126, "x" * 4_000])
def test_what_it_sends_is_a_clients_frame(text: str) -> None:
    stream = StreamReader()
    stream.feed_data(masked(text))
    parsing = Frame.parse(stream.read_exact, mask=True)
    with pytest.raises(StopIteration) as done:
        next(parsing)
    frame: Frame = done.value.value
    assert (frame.opcode, bytes(frame.data).decode()) == (Opcode.TEXT, text)


@pytest.mark.parametrize("size", [5, 200, 70_000])
def test_frames_are_found_however_they_are_cut(size: int) -> None:
    async def act() -> list[bytes]:
        end = End(Ours([""]), 0, "host")
        end.welcomed.set_result(None)
        end._is_open = True
        told: list[bytes] = []
        end.told = told.append
        data = b"".join(Frame(Opcode.TEXT, b"x" * size).serialize(mask=False) for _ in range(3))
        for place in range(0, len(data), 7):
            end.data_received(data[place : place + 7])
        return told

    assert asyncio.run(act()) == [b"x" * size] * 3


class Sent:
    def send(self, text: str) -> None:
        self.text = text


def test_what_is_lost_doubled_or_out_of_order_is_counted() -> None:
    shopper, agent, heard = Sent(), Sent(), Heard()
    talk = Talk(shopper, agent, SocketIo(), heard, again=lambda: False)  # type: ignore[arg-type]
    for key in (1, 2, 3):
        talk.say(key)
    for key in (2, 1, 1):
        agent.told(b'42["said",{"key":"%d"}]' % key)  # type: ignore[attr-defined]
    assert (heard.said, heard.lost, heard.doubled, heard.disordered) == (3, 1, 1, 1)
    side: Any = Side("ours", SocketIo(), [], [], "")
    with pytest.raises(SystemExit, match="1 lost, 1 doubled, 1 out of order, 3 of 3 kept"):
        must_be_whole(side, heard, kept=3)


def test_every_bar_is_compared() -> None:
    names = ("rate", "p99_ms", "cpu_us", "cpu_all_us")
    figures = {f"{name}_{cell}_{many}": 2.0 for name in names for cell in ("full", "paced") for many in (1, 2)}
    figures["idle_total_mb"] = 2.0
    half = {name: value / 2 for name, value in figures.items()}
    ratios = compared(figures, half)
    assert BARS.keys() <= ratios.keys()
    assert (ratios["rate_1"], ratios["cpu_1"], ratios["idle_total"]) == (2.0, 0.5, 0.5)

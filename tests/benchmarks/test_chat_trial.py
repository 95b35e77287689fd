"""What the chat's trial says of itself: what is lost, doubled, out of order or heard otherwise is noticed."""

from types import SimpleNamespace
from typing import Any

import pytest

from .chat_trial import wrong
from .harness.chat_people import Agent, Seen, Shopper


def said(seq: int, key: int) -> bytes:
    return b'{"is":"said","seq":%d,"key":"%d"}' % (seq, key)


@pytest.mark.parametrize(
    ("heard", "faults"),
    [
        ([(1, 7), (2, 8)], {}),
        ([(1, 7)], {"lost": 1, "heard_otherwise": 1}),
        ([(1, 7), (2, 8), (2, 8)], {"doubled": 1, "heard_otherwise": 1}),
        ([(2, 8), (1, 7)], {"doubled": 1, "disordered": 1, "heard_otherwise": 1}),
        ([(1, 8), (2, 7)], {"heard_otherwise": 1}),
        ([(1, 7), (3, 8)], {"disordered": 1}),
    ],
)
def test_what_an_agent_hears_wrongly_is_counted(heard: list[tuple[int, int]], faults: dict[str, int]) -> None:
    seen = Seen()
    shopper = Shopper([""], [0], 0, seen)
    agent = Agent(shopper, [""], [0], 0, seen)
    for seq, key in enumerate((7, 8), start=1):
        shopper.say(key)
        shopper._told(said(seq, key))
    for seq, key in heard:
        agent._told(said(seq, key))
    trial: Any = SimpleNamespace(seen=seen, pairs=[(shopper, agent)])
    assert {name: many for name, many in wrong(trial, kept=2).items() if many} == faults
    assert wrong(trial, kept=3)["kept_wrongly"] == 1


def test_what_was_not_confirmed_is_said_again_under_its_key() -> None:
    shopper = Shopper([""], [0], 0, Seen())
    for key in (7, 8, 9):
        shopper.say(key)
    shopper._told(said(1, 7))
    shopper._told(b'{"is":"kept","seq":2,"key":"8"}')
    sent: list[str] = []
    shopper.arrived(SimpleNamespace(send=sent.append))  # type: ignore[arg-type]
    assert ['"key":"9"' in one for one in sent] == [True]

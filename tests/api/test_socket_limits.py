"""How much one session, one network and one store may ask of a process's sockets."""

import pytest

from saleor_support_plugin.api.socket_frames import Refused
from saleor_support_plugin.api.socket_limits import Limits


def said(limits: Limits, *, session: str = "1", network: str = "here", store_id: int = 1, now: float = 0.0) -> bool:
    try:
        limits.must_allow(session=session, network=network, store_id=store_id, now=now)
    except Refused as refused:
        return refused.code != "LIMITED"
    return True


def test_a_session_says_half_a_minutes_worth_at_once_and_then_at_its_pace() -> None:
    limits = Limits(messages=60, connections=0)
    assert [said(limits) for _ in range(31)] == [True] * 30 + [False]
    assert [said(limits, now=2.0) for _ in range(3)] == [True, True, False]


def test_a_network_says_what_ten_people_say_and_a_store_what_a_thousand_do() -> None:
    limits = Limits(messages=60, connections=0)
    assert sum(said(limits, session=str(number)) for number in range(400)) == 300
    crowd = Limits(messages=20, connections=0)
    many = [said(crowd, session=str(number), network=str(number)) for number in range(10_100)]
    assert sum(many) == 10_000
    assert said(crowd, session="x", network="x", store_id=2)


def test_a_network_holds_so_many_connections_and_all_of_them_may_come_back_at_once() -> None:
    limits = Limits(messages=0, connections=100)
    assert [limits.may_open("here", 0.0) for _ in range(101)] == [True] * 100 + [False]
    assert limits.may_open("there", 0.0)
    for _ in range(100):
        limits.closed("here")
    assert sum(limits.may_open("here", 0.0) for _ in range(100)) == 99
    for _ in range(99):
        limits.closed("here")
    assert not limits.may_open("here", 0.0)
    assert limits.may_open("here", 1.0)


@pytest.mark.parametrize("many", [1, 10_000])
def test_without_limits_there_are_none(many: int) -> None:
    limits = Limits(messages=0, connections=0)
    assert not limits.are_set
    assert all(said(limits) and limits.may_open("here", 0.0) for _ in range(many))
    limits.closed("here")

"""Who gets which chat, which number is told, and what waiting comes to."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.chat.rules import (
    Arrival,
    Desk,
    Spread,
    Wanted,
    by_hour,
    in_turn,
    minutes,
    number_told,
    spread,
)

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
WANTED = Wanted(1, "tr-web", "tr", "returns")
ANY = Desk(1, frozenset(), None, frozenset(), frozenset(), True, None)
words = st.sampled_from(["tr-web", "uk-web", "b2b"])
desks = st.builds(
    Desk,
    id=st.integers(1, 1_000),
    channels=st.frozensets(words),
    allowed=st.none() | st.frozensets(words),
    languages=st.frozensets(st.sampled_from(["tr", "en", "de"])),
    categories=st.frozensets(st.sampled_from(["returns", "lamps"])),
    is_free=st.booleans(),
    given_at=st.none() | st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1), timezones=st.just(UTC)),
)
wanteds = st.builds(
    Wanted, st.just(1), words, st.sampled_from(["tr", "en", "fr"]), st.sampled_from(["", "returns", "lamps"])
)


@pytest.mark.parametrize(
    ("desk", "may"),
    [
        (ANY, True),
        (replace(ANY, channels=frozenset({"tr-web", "b2b"})), True),
        (replace(ANY, channels=frozenset({"uk-web"})), False),
        (replace(ANY, allowed=frozenset({"uk-web"})), False),
        (replace(ANY, allowed=frozenset({"tr-web"}), channels=frozenset({"uk-web"})), False),
        (replace(ANY, allowed=frozenset()), False),
        (replace(ANY, is_free=False), False),
    ],
)
def test_a_seat_gets_a_chat_of_its_channels_while_it_has_a_place(desk: Desk, may: bool) -> None:
    assert in_turn(WANTED, [desk]) == ([1] if may else [])


def test_whoever_was_given_nothing_for_longest_is_next() -> None:
    lately = replace(ANY, id=1, given_at=NOON)
    before = replace(ANY, id=2, given_at=NOON - timedelta(minutes=1))
    never = replace(ANY, id=3)
    assert in_turn(WANTED, [lately, before, never]) == [3, 2, 1]


def test_who_knows_what_it_is_about_comes_first() -> None:
    knows = replace(ANY, id=2, categories=frozenset({"returns"}), given_at=NOON)
    assert in_turn(WANTED, [ANY, knows]) == [2, 1]
    assert in_turn(replace(WANTED, category=""), [ANY, knows]) == [1, 2]


def test_a_shopper_waits_for_who_speaks_their_language_but_not_for_nobody() -> None:
    german = replace(ANY, id=1, languages=frozenset({"de"}))
    turkish = replace(ANY, id=2, languages=frozenset({"tr"}), is_free=False)
    assert in_turn(WANTED, [german, turkish]) == []
    assert in_turn(WANTED, [german, replace(turkish, is_free=True)]) == [2]
    assert in_turn(WANTED, [german]) == [1]


@given(wanteds, st.lists(desks, unique_by=lambda desk: desk.id))
def test_whoever_gets_a_chat_may_and_can_take_it(wanted: Wanted, found: list[Desk]) -> None:
    turn = in_turn(wanted, found)
    taking = {desk.id: desk for desk in found}
    assert len(set(turn)) == len(turn)
    assert all(taking[pk].is_free and taking[pk].may_take(wanted.channel) for pk in turn)
    nobody_speaks = not any(desk.speaks(wanted.language) and desk.may_take(wanted.channel) for desk in found)
    assert all(taking[pk].speaks(wanted.language) for pk in turn) or nobody_speaks
    assert turn or nobody_free(wanted, found, nobody_speaks)


def nobody_free(wanted: Wanted, found: list[Desk], nobody_speaks: bool) -> bool:
    able = [desk for desk in found if desk.is_free and desk.may_take(wanted.channel)]
    return not (able if nobody_speaks else [desk for desk in able if desk.speaks(wanted.language)])


@given(st.lists(st.integers(1, 300), min_size=1))
def test_a_number_never_rises_wherever_somebody_stands(places: list[int]) -> None:
    told: list[int] = []
    for place in places:
        told.append(number_told(told[-1] if told else None, place))
    assert told == sorted(told, reverse=True)
    assert told[-1] == min(places)


@pytest.mark.parametrize(
    ("number", "places", "seconds", "waits"),
    [(1, 1, 240, 4), (3, 3, 240, 4), (4, 3, 240, 6), (1, 20, 60, 1), (1, 1, None, 8), (2, 0, 300, 10)],
)
def test_the_wait_is_told_in_minutes(number: int, places: int, seconds: float | None, waits: int) -> None:
    assert minutes(number, places, seconds) == waits


def test_waits_are_counted_by_the_clock_on_the_shops_wall() -> None:
    def came(minute: int, waited: int | None, *, left: bool = False, missed: bool = False) -> Arrival:
        at = NOON + timedelta(minutes=minute)
        seated = None if waited is None else at + timedelta(seconds=waited)
        return Arrival(at, seated, seated, seated and seated + timedelta(minutes=5), left, missed)

    found = by_hour(
        [came(0, 10), came(30, 90), came(40, None, left=True), came(50, None, missed=True), came(60, 0)],
        ZoneInfo("Europe/Istanbul"),
    )
    first, second = found[NOON.date(), 15], found[NOON.date(), 16]
    assert (first.arrivals, first.left, first.missed) == (4, 1, 1)
    assert (first.waits, first.resolutions) == ([10, 90], [310, 390])
    assert (second.arrivals, second.waits) == (1, [0])
    first.add(second)
    assert (first.arrivals, first.waits, first.first_replies) == (5, [10, 90, 0], [10, 90, 0])


def test_a_spread_says_half_nine_of_ten_and_all() -> None:
    assert spread([]) is None
    found = spread(list(range(1, 101)))
    assert found
    assert (found.many, found.p50, found.p90, found.longest) == (100, 50, 90, 100)
    assert spread([7]) == Spread(1, 7, 7, 7)


@given(st.lists(st.integers(0, 10_000), min_size=1))
def test_so_many_stayed_within_what_a_spread_says(seconds: list[int]) -> None:
    found = spread(seconds)
    assert found
    within = [sum(one <= most for one in seconds) / len(seconds) for most in (found.p50, found.p90, found.longest)]
    assert within[0] >= 0.5
    assert within[1] >= 0.9
    assert within[2] == 1
    assert {found.p50, found.p90, found.longest} <= set(seconds)

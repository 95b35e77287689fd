"""A parcel goes forward only, and a promise is late when it is, not when nobody said anything."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.parcels.rules import (
    ENDS,
    Progress,
    Source,
    Standing,
    State,
    Told,
    is_news,
    is_owed_an_apology,
    standing,
    state_of,
)

LAST = date(2026, 11, 24)
LEFT = date(2026, 11, 21)
WAY = [State.UNKNOWN, State.HANDED_OVER, State.IN_TRANSIT, State.OUT_FOR_DELIVERY, State.DELIVERED]


def told(state: State, source: Source = Source.CARRIER) -> Told:
    return Told(state, source, LEFT)


@given(st.lists(st.sampled_from(list(State))))
def test_whatever_is_told_in_whatever_order_a_parcel_never_goes_back(states: list[State]) -> None:
    known = [state_of("FULFILLED", [told(one) for one in states[:count]]) for count in range(len(states) + 1)]
    for before, after in pairwise(known):
        assert after == before or is_news(before, after)
        assert before not in ENDS or after == before


@pytest.mark.parametrize(("known", "next_"), list(pairwise(WAY)))
def test_every_step_forward_is_news_and_none_back(known: State, next_: State) -> None:
    assert is_news(known, next_)
    assert not is_news(next_, known)
    assert not is_news(known, known)


@pytest.mark.parametrize(("one", "other"), [(State.DELIVERED, State.RETURNED), (State.RETURNED, State.DELIVERED)])
def test_what_ended_ended(one: State, other: State) -> None:
    assert not is_news(one, other)


@pytest.mark.parametrize(
    ("status", "events", "state"),
    [
        ("FULFILLED", [], State.HANDED_OVER),
        ("WAITING_FOR_APPROVAL", [], State.UNKNOWN),
        ("CANCELED", [told(State.IN_TRANSIT)], State.UNKNOWN),
        ("RETURNED", [told(State.DELIVERED)], State.RETURNED),
        ("FULFILLED", [told(State.DELIVERED, Source.ESTIMATE)], State.HANDED_OVER),
        ("FULFILLED", [told(State.DELIVERED), told(State.IN_TRANSIT)], State.DELIVERED),
        ("REPLACED", [told(State.OUT_FOR_DELIVERY)], State.OUT_FOR_DELIVERY),
    ],
)
def test_a_parcel_is_where_saleor_and_its_events_say(status: str, events: list[Told], state: State) -> None:
    assert state_of(status, events) is state


ON_ITS_WAY = Progress(LAST, dispatch_last=LEFT, handed_over_on=LEFT, state=State.IN_TRANSIT, is_followed=True)


def but(progress: Progress, **changed: object) -> Progress:
    known = {name: getattr(progress, name) for name in progress.__slots__}
    return Progress(**known | changed)


@pytest.mark.parametrize(
    ("progress", "today", "is_"),
    [
        # half of all parcels are still on the road on the day before the last
        (ON_ITS_WAY, LAST - timedelta(days=1), Standing.ON_TIME),
        (ON_ITS_WAY, LAST, Standing.ON_TIME),
        (ON_ITS_WAY, LAST + timedelta(days=1), Standing.LATE),
        # nobody would tell us
        (but(ON_ITS_WAY, is_followed=False), LAST + timedelta(days=1), Standing.UNHEARD),
        # still here
        (but(ON_ITS_WAY, handed_over_on=None, state=State.UNKNOWN), LEFT, Standing.ON_TIME),
        (but(ON_ITS_WAY, handed_over_on=None, state=State.UNKNOWN), LEFT + timedelta(days=1), Standing.AT_RISK),
        (but(ON_ITS_WAY, handed_over_on=None, is_followed=False), LAST + timedelta(days=1), Standing.LATE),
        # it left a day late
        (but(ON_ITS_WAY, handed_over_on=LEFT + timedelta(days=1)), LAST - timedelta(days=2), Standing.AT_RISK),
        (
            but(ON_ITS_WAY, handed_over_on=LEFT + timedelta(days=1), state=State.OUT_FOR_DELIVERY),
            LAST,
            Standing.ON_TIME,
        ),
        # the carrier has it and does not move it
        (but(ON_ITS_WAY, state=State.HANDED_OVER), LAST - timedelta(days=2), Standing.ON_TIME),
        (but(ON_ITS_WAY, state=State.HANDED_OVER), LAST - timedelta(days=1), Standing.AT_RISK),
        (but(ON_ITS_WAY, state=State.HANDED_OVER, is_followed=False), LAST - timedelta(days=1), Standing.ON_TIME),
        # it is there
        (but(ON_ITS_WAY, arrived_on=LAST), LAST + timedelta(days=9), Standing.ARRIVED_ON_TIME),
        (but(ON_ITS_WAY, arrived_on=LAST - timedelta(days=3)), LAST, Standing.ARRIVED_ON_TIME),
        (but(ON_ITS_WAY, arrived_on=LAST + timedelta(days=1)), LAST + timedelta(days=9), Standing.ARRIVED_LATE),
        (but(ON_ITS_WAY, is_over=True), LAST + timedelta(days=1), None),
        # a merchant without a known day of dispatch
        (Progress(LAST), LAST, Standing.ON_TIME),
    ],
)
def test_an_order_stands_to_its_promise(progress: Progress, today: date, is_: Standing | None) -> None:
    assert standing(progress, today) is is_


@pytest.mark.parametrize(
    ("progress", "today", "is_owed"),
    [
        (
            but(ON_ITS_WAY, handed_over_on=None),
            LAST - timedelta(days=2),
            False,
        ),  # two days ahead it may still be mended
        (but(ON_ITS_WAY, handed_over_on=None), LAST - timedelta(days=1), True),
        (ON_ITS_WAY, LAST, False),
        (ON_ITS_WAY, LAST + timedelta(days=1), True),
        (ON_ITS_WAY, LAST + timedelta(days=8), False),  # after an outage of a week
        (but(ON_ITS_WAY, is_followed=False), LAST + timedelta(days=1), False),
        (but(ON_ITS_WAY, arrived_on=LAST + timedelta(days=1)), LAST + timedelta(days=1), False),
        (but(ON_ITS_WAY, is_over=True), LAST + timedelta(days=1), False),
    ],
)
def test_the_shopper_is_told_the_day_before_and_not_for_nothing(progress: Progress, today: date, is_owed: bool) -> None:
    assert is_owed_an_apology(progress, today) is is_owed

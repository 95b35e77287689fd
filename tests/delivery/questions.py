"""Questions as no merchant would ask them, near the days on which clocks are turned and years end."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from saleor_support_plugin.delivery.facts import Calendar, Days, Item, Method, Question, Supply, Warehouse
from saleor_support_plugin.money import Money

# Where clocks are turned, by whole hours, by half ones and at midnight; where they are not; and both ends of the day.
DAYS = {
    "Europe/Istanbul": ["2026-03-19", "2026-10-28"],
    "Europe/Berlin": ["2026-03-29", "2026-10-25"],
    "America/New_York": ["2026-03-08", "2026-11-01"],
    "America/Santiago": ["2026-04-05", "2026-09-06"],
    "America/Nuuk": ["2026-03-28", "2026-10-24"],
    "Africa/Cairo": ["2026-04-24", "2026-10-29"],
    "Antarctica/Troll": ["2026-03-29", "2026-10-25"],
    "Australia/Lord_Howe": ["2026-04-05", "2026-10-04"],
    "Asia/Kathmandu": ["2026-12-31"],
    "Pacific/Apia": ["2026-12-31"],
    "Pacific/Kiritimati": ["2026-12-31"],
    "Pacific/Niue": ["2028-02-28"],
}
ZONES = st.sampled_from(sorted(DAYS))
CLOCKS = st.one_of(
    st.sampled_from([time(15), time(0), time(23, 59), time(1, 30), time(2), time(2, 30), time(13), time(0, 30)]),
    st.builds(time, st.integers(0, 23), st.integers(0, 59)),
)
WEEKS = st.one_of(
    st.sampled_from([(True,) * 5 + (False, False), (True,) * 6 + (False,), (True,) * 7]),
    st.integers(0, 6).map(lambda only: tuple(day == only for day in range(7))),
    st.sets(st.integers(0, 6), max_size=7).map(lambda free: tuple(day not in free for day in range(7))),
)


def days(most: int) -> st.SearchStrategy[Days]:
    return st.tuples(st.integers(0, most), st.integers(0, most)).map(lambda pair: Days(min(pair), max(pair)))


@st.composite
def calendars(draw: st.DrawFn, around: date, zone: ZoneInfo | None = None) -> Calendar:
    near = st.integers(-3, 14).map(lambda number: around + timedelta(days=number))
    off = draw(st.sets(near, max_size=6))
    half = draw(st.dictionaries(near, CLOCKS, max_size=2))
    return Calendar(
        zone or ZoneInfo(draw(ZONES)),
        draw(WEEKS),
        dict.fromkeys(off, "holiday"),
        {day: (clock, "eve") for day, clock in half.items() if day not in off},
    )


@st.composite
def warehouses(draw: st.DrawFn, number: int, around: date, is_given: bool) -> Warehouse:
    clock = draw(CLOCKS)
    cutoffs = draw(st.one_of(st.just([clock] * 7), st.lists(st.none() | CLOCKS, min_size=7, max_size=7)))
    calendar = draw(calendars(around))
    return Warehouse(str(number), "", "TR", calendar, cutoffs, draw(days(3)), is_given or draw(st.booleans()))


@st.composite
def items(draw: st.DrawFn, count: int, around: date) -> Item:
    ids = draw(st.permutations(range(count))) if draw(st.integers(0, 9)) < 9 else []
    near = st.none() | st.integers(-2, 10).map(lambda number: around + timedelta(days=number))
    expected = st.none() if draw(st.booleans()) else near
    supplies = [
        Supply(str(one), draw(st.none() | st.integers(0, 10).map(lambda few: 9 - few)), draw(expected)) for one in ids
    ]
    not_before = draw(near) if draw(st.integers(0, 3)) == 3 else None
    return Item(draw(st.integers(1, 5)), supplies, extra_handling=draw(days(2)), not_before=not_before)


@st.composite
def methods(draw: st.DrawFn, number: int, count: int, around: date, destination: ZoneInfo) -> Method:
    served = frozenset(map(str, draw(st.sets(st.integers(0, count - 1))))) if draw(st.integers(0, 7)) == 7 else None
    return Method(
        id=str(number),
        name="",
        price=Money(Decimal(draw(st.integers(0, 3))), "TRY"),
        tax="INCLUDED",
        transit=draw(days(4)) if draw(st.integers(0, 9)) < 9 else None,
        carrier=draw(calendars(around, destination)),
        late_days=draw(st.integers(0, 2)),
        warehouse_ids=served,
    )


@st.composite
def questions(draw: st.DrawFn, *, is_given: bool = False) -> Question:
    zone = draw(ZONES)
    around = date.fromisoformat(draw(st.sampled_from(DAYS[zone])))
    destination = ZoneInfo(draw(st.just(zone) | ZONES))
    count = draw(st.integers(1, 3))
    places = [draw(warehouses(number, around, is_given)) for number in range(count)]
    return Question(
        now=draw(moments(around, places[0])),
        destination=destination,
        items=[draw(items(count, around)) for _ in range(draw(st.integers(1, 2)))],
        warehouses={place.id: place for place in places},
        methods=[draw(methods(number, count, around, destination)) for number in range(draw(st.integers(1, 3)))],
    )


@st.composite
def moments(draw: st.DrawFn, around: date, warehouse: Warehouse) -> datetime:
    """Give any instant around the day, or one beside the warehouse's cut-off on it."""
    clock = warehouse.cutoffs[around.weekday()]
    if clock is not None and draw(st.booleans()):
        wall = datetime.combine(around, clock, warehouse.calendar.zone).replace(fold=draw(st.integers(0, 1)))
        return wall.astimezone(UTC) + timedelta(seconds=draw(st.integers(-1, 1)))
    return datetime.combine(around, time(), UTC) + timedelta(seconds=draw(st.integers(-2 * 86_400, 3 * 86_400)))

"""By which ways a shop can be reached: whatever is closed, nobody is left without a way on."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.conversations.contact_points import organization
from saleor_support_plugin.conversations.reaching import ChatNow, Contact, Holidays, Waiting, contact, hours_of
from saleor_support_plugin.conversations.replies import reply_minutes
from saleor_support_plugin.conversations.slots import SLOT, free_slots, slots
from saleor_support_plugin.hours.business import is_open, open_time
from saleor_support_plugin.stores.configuration import Configuration, from_data
from saleor_support_plugin.stores.contact_ways import KINDS

NOON = datetime(2026, 11, 20, 9, tzinfo=UTC)  # Friday, 12:00 in Istanbul
NIGHT = datetime(2026, 11, 20, 18, tzinfo=UTC)
MONDAY_NINE = datetime(2026, 11, 23, 6, tzinfo=UTC)
ADDRESSES = {
    "whatsapp": "+90 212 555 00 00",
    "phone": "+90 212 555 00 01",
    "email": "help@shop.example",
    "instagram": "aurora.lights",
    "messenger": "aurora.lights",
    "telegram": "aurora",
    "video": "https://meet.shop.example/help",
    "chatwoot": "abcdefgh12345678",
    "crisp": "0a1b2c3d-0000-4000-8000-000000000000",
}
STAFFED = ChatNow(True)


def way(kind: str, **more: Any) -> dict[str, Any]:
    host = {"host": "https://chat.shop.example"} if kind == "chatwoot" else {}
    return {"kind": kind, "address": ADDRESSES.get(kind, "")} | host | more


def shop(*kinds: str, **settings: Any) -> Configuration:
    return from_data({"time_zone": "Europe/Istanbul", "contact_channels": [way(kind) for kind in kinds]} | settings)


def kinds(found: Contact) -> list[tuple[str, bool]]:
    return [(one.kind, one.is_open) for one in found.ways]


WEEKS = st.lists(
    st.sampled_from([[], [["09:00", "18:00"]], [["08:00", "12:00"], ["13:00", "17:30"]], [["00:00", "00:00"]]]),
    min_size=7,
    max_size=7,
)
OWN = st.none() | st.fixed_dictionaries(
    {"time_zone": st.sampled_from(["Europe/Istanbul", "America/St_Johns", "UTC"]), "week": WEEKS}
)
SHOPS = st.builds(
    lambda chosen, week, owns, on_holidays: shop(
        week=week,
        closed_on_holidays=on_holidays,
        contact_channels=[way(kind, hours=own) for kind, own in zip(chosen, owns, strict=False)],
    ),
    st.lists(st.sampled_from(KINDS), min_size=1, max_size=6, unique=True),
    WEEKS,
    st.lists(OWN, min_size=6, max_size=6),
    st.booleans(),
)
TIMES = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))
CHATS = st.sampled_from([ChatNow(), STAFFED, ChatNow(True, Waiting(3, 4))])
CLOSED = st.frozensets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=5)
HOLIDAYS = st.builds(lambda days: Holidays(days, {date(2026, 10, 28): time(13)}), CLOSED)


@given(SHOPS, TIMES, CHATS, HOLIDAYS)
def test_no_state_is_a_dead_end(settings: Configuration, now: datetime, chat: ChatNow, holidays: Holidays) -> None:
    found = contact(settings, now, chat=chat, holidays=holidays)
    assert any(one.is_open for one in found.ways)  # something works now
    for one in found.ways:
        assert one.is_open or (one.opens_at is not None and one.opens_at > now)  # what is closed says when
        if one.kind == "chat" and one.is_open:
            assert chat.is_staffed  # nobody is sent to an empty room
        if one.opens_at is not None:
            channel = next(channel for channel in settings.contact_channels if channel.kind == one.kind)
            assert is_open(hours_of(settings, channel, holidays), one.opens_at)
        if one.kind == "callback":
            own = next(channel for channel in settings.contact_channels if channel.kind == "callback")
            hours = hours_of(settings, own, holidays)
            slot = next(slots(hours, now))
            assert slot > now
            assert open_time(hours, slot, slot + SLOT) == SLOT
    assert found.until > now
    assert (found.state == "busy") == (found.waiting is not None)
    assert found.opens_at is None or (found.state == "closed" and found.opens_at > now)


@given(SHOPS, TIMES, CHATS)
def test_what_is_said_holds_until_it_ends(settings: Configuration, now: datetime, chat: ChatNow) -> None:
    """Else a page that asks again at `until` would have shown a wrong state before."""
    found = contact(settings, now, chat=chat)
    almost = found.until - timedelta(microseconds=1)
    later = contact(settings, almost, chat=chat)
    live = [one for one in found.ways if one.kind != "callback"]  # whose last slot goes while it is still open
    assert [one for one in later.ways if one.kind != "callback"] == live
    if live == list(found.ways):
        assert (later.state, later.opens_at) == (found.state, found.opens_at)


def test_nobody_there_is_no_chat_now() -> None:
    assert kinds(contact(shop("chat", "phone", "form"), NOON)) == [("phone", True), ("form", True)]
    assert kinds(contact(shop("chat"), NOON)) == [("form", True)]
    alone = contact(shop("chat"), NOON)
    assert (alone.state, alone.opens_at) == ("closed", None)  # it is open, and nobody says when they are back


def test_a_staffed_chat_is_online_and_a_full_one_says_how_long() -> None:
    assert contact(shop("chat", "form"), NOON, chat=STAFFED).state == "online"
    busy = contact(shop("chat", "form"), NOON, chat=ChatNow(True, Waiting(3, 4)))
    assert (busy.state, busy.waiting, busy.is_open) == ("busy", Waiting(3, 4), True)


def test_a_closed_shop_says_when_it_is_back_whoever_still_sits_there() -> None:
    closed = contact(shop("chat", "phone"), NIGHT, chat=STAFFED)
    assert (closed.state, closed.opens_at, closed.waiting) == ("closed", MONDAY_NINE, None)
    assert kinds(closed) == [("chat", False), ("phone", False), ("form", True)]


def test_a_way_with_hours_of_its_own_answers_while_the_shop_is_closed() -> None:
    always = {"time_zone": "UTC", "week": [[["00:00", "00:00"]]] * 7}
    settings = shop(contact_channels=[way("phone", hours=always), way("whatsapp")])
    found = contact(settings, NIGHT)
    assert (found.state, kinds(found)) == ("online", [("phone", True), ("whatsapp", False)])


def test_a_way_that_never_opens_is_not_shown() -> None:
    assert kinds(contact(shop("phone", "callback", week=[[]] * 7), NOON)) == [("form", True)]


def test_a_merchant_who_wants_no_way_has_none() -> None:
    assert contact(shop(), NOON).ways == ()


def test_the_eve_of_a_holiday_ends_early_and_the_holiday_is_closed() -> None:
    eve = Holidays(frozenset({date(2026, 11, 21)}), {date(2026, 11, 20): time(13)})
    settings = shop("phone", closed_on_holidays=True, week=[[["09:00", "18:00"]]] * 7)
    before = contact(settings, NOON, holidays=eve)
    assert (before.state, before.until) == ("online", datetime(2026, 11, 20, 10, tzinfo=UTC))
    after = contact(settings, before.until, holidays=eve)
    assert (after.state, after.opens_at) == ("closed", datetime(2026, 11, 22, 6, tzinfo=UTC))
    assert contact(shop("phone", week=[[["09:00", "18:00"]]] * 7), before.until, holidays=eve).state == "online"


def test_calls_are_promised_in_whole_half_hours_of_business() -> None:
    hours = hours_of(shop("callback"), shop("callback").contact_channels[0])
    friday = datetime(2026, 11, 20, 13, 50, tzinfo=UTC)  # 16:50 in Istanbul
    first, second, *_ = free_slots(hours, friday, taken={}, at_once=1)
    assert (first, second) == (datetime(2026, 11, 20, 14, 30, tzinfo=UTC), MONDAY_NINE)
    assert free_slots(hours, friday, taken={first: 1}, at_once=1)[0] == MONDAY_NINE
    assert free_slots(hours, friday, taken={first: 1}, at_once=2)[0] == first


def minutes(*many: float) -> list[timedelta]:
    return [timedelta(minutes=one) for one in many]


@pytest.mark.parametrize(
    ("answered", "waiting", "said"),
    [
        (minutes(*range(1, 20)), [], None),  # nineteen are too few to say
        (minutes(*range(1, 21)), [], 16),
        (minutes(*[0.2] * 20), [], 1),
        (minutes(*range(1, 21)), minutes(2, 3), 16),  # who has only just written tells nothing yet
        (minutes(*range(1, 21)), minutes(*[600] * 5), 20),
        (minutes(*range(1, 21)), minutes(*[600] * 20), 600),  # and who is never answered does
    ],
)
def test_reply_times_are_those_of_four_in_five(
    answered: list[timedelta], waiting: list[timedelta], said: int | None
) -> None:
    assert reply_minutes(answered, waiting) == said


def test_programs_read_the_same_ways_by_schema_org() -> None:
    settings = from_data(
        {
            "storefront_url": "https://shop.example",
            "contact_channels": [way("phone", languages=["tr"]), way("email"), way("chat"), way("telegram")],
        }
    )
    told = organization(settings, name="Aurora", page="https://support.example/s/k/c/contact")
    phone, mail, chat, telegram = told["contactPoint"]
    assert phone["telephone"] == "+90 212 555 00 01"
    assert phone["availableLanguage"] == ["tr"]
    assert phone["hoursAvailable"][0] == {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": "Monday",
        "opens": "09:00",
        "closes": "18:00",
    }
    assert (mail["email"], "hoursAvailable" in mail) == ("help@shop.example", False)
    assert chat["url"] == "https://support.example/s/k/c/contact"
    assert telegram["url"] == "https://t.me/aurora"

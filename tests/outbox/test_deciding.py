"""Who is written to, why, and when: by law, by what they said, by budget and by the clock on their wall."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from saleor_support_plugin.hours.days_off import days_off
from saleor_support_plugin.outbox import law
from saleor_support_plugin.outbox.deciding import (
    CAPS,
    ONE_SERIES_IN,
    Facts,
    Limits,
    Send,
    Silence,
    Wait,
    Withhold,
    decide,
    limits_of,
)
from saleor_support_plugin.outbox.law import NIGHT, Quiet, Region
from saleor_support_plugin.people.rules import MEDIA, Basis, Closed, Consents, Medium, Word
from saleor_support_plugin.stores.configuration import Configuration, ConfigurationWrong, from_data

from .states import PLACES, facts, moments, wrong_with
from .year import live

PAGE = Path(__file__).parents[2] / "docs" / "contact-rules.md"
ISTANBUL = ZoneInfo("Europe/Istanbul")
NOON = datetime(2026, 11, 20, 9, tzinfo=UTC)  # a Friday, twelve o'clock in Istanbul
DAY = timedelta(days=1)
YES = Consents({("email", "commercial"): Word(True, NOON - DAY, "CHECKOUT")})
ADVERTISEMENT = Facts(
    purpose="commercial", medium="email", country="TR", zone=ISTANBUL, consents=YES, expires_at=NOON + 30 * DAY
)


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading of the page."""
    part = PAGE.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_the_page_and_the_table_of_grounds_are_one() -> None:
    told = {
        (Region(country), purpose, medium): tuple(cell.split(", "))
        for country, purpose, *cells in rows("By country")
        for medium, cell in zip(MEDIA, cells, strict=True)
    }
    assert told == {key: one.bases for key, one in law.TABLE.items()}


def test_the_page_and_the_table_of_quiet_hours_are_one() -> None:
    told: dict[Any, str] = {}
    for country, purpose, *cells in rows("Quiet hours"):
        for where in Region if country == "all" else [Region(country)]:
            told |= {(where, purpose, medium): cell for medium, cell in zip(MEDIA, cells, strict=True)}
    assert told == {key: said(one.quiet) for key, one in law.TABLE.items()}


def said(quiet: Quiet | None) -> str:
    if quiet is None:
        return "never quiet"
    assert quiet.days in (frozenset(), {6})
    days = ["Sundays"] * bool(quiet.days) + ["holidays"] * quiet.holidays
    return ", ".join([f"{quiet.begins:%H:%M}–{quiet.ends:%H:%M}", *days])


def test_the_page_and_the_budget_are_one() -> None:
    told = {medium: (int(most), timedelta(days=int(days))) for medium, most, days in rows("Budget")}
    assert told == {medium: (cap.most, cap.span) for medium, cap in CAPS.items()}
    assert "in 14 days, by whatever medium" in PAGE.read_text(encoding="utf-8")
    assert timedelta(days=14) == ONE_SERIES_IN


def test_the_page_names_every_reason_and_no_other() -> None:
    assert [re.sub("`", "", row[0]) for row in rows("Reasons")] == [one.value for one in Silence]


def test_as_it_comes_a_configuration_is_as_loose_as_the_law() -> None:
    limits = limits_of(Configuration())
    assert limits == Limits(NIGHT, {medium: cap.most for medium, cap in CAPS.items()})


@pytest.mark.parametrize(
    "looser",
    [
        {"quiet_from": "21:01"},
        {"quiet_from": "23:00"},
        {"quiet_until": "08:59"},
        {"quiet_until": "00:00"},
        {"most_emails_a_week": 3},
        {"most_pushes_a_week": 2},
        {"most_sms_in_two_weeks": 2},
        {"most_whatsapp_in_two_weeks": 99},
    ],
)
def test_a_merchant_cannot_be_looser(looser: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationWrong) as refused:
        from_data(looser)
    assert [fault.code for fault in refused.value.faults] == ["TOO_LOOSE"]


def test_a_merchant_can_be_stricter() -> None:
    settled = from_data(
        {"quiet_from": "19:30", "quiet_until": "10:00", "rest_days": ["saturday"], "rest_on_holidays": True}
    )
    strict = replace(ADVERTISEMENT, limits=limits_of(settled))
    evening = datetime(2026, 11, 20, 19, 30, tzinfo=ISTANBUL)
    assert isinstance(decide(ADVERTISEMENT, evening), Send)
    # Saturday is quiet, so it waits for Sunday at ten.
    assert decide(strict, evening) == Wait(datetime(2026, 11, 22, 10, tzinfo=ISTANBUL), Silence.QUIET_HOURS)
    none = replace(ADVERTISEMENT, limits=limits_of(from_data({"most_emails_a_week": 0})))
    assert decide(none, NOON) == Withhold(Silence.OVER_BUDGET)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, Send("consent")),
        ({"is_removed": True}, Withhold(Silence.STORE_REMOVED)),
        ({"is_active": False}, Withhold(Silence.STORE_INACTIVE)),
        ({"is_paused": True}, Wait(NOON, Silence.STORE_PAUSED)),
        ({"expires_at": NOON}, Withhold(Silence.EXPIRED)),
        ({"consents": Consents()}, Withhold(Silence.NO_BASIS)),
        ({"medium": "sms"}, Withhold(Silence.NO_BASIS)),
        ({"sent": (NOON - DAY,)}, Send("consent")),
        ({"sent": (NOON - DAY, NOON - 2 * DAY)}, Wait(NOON + 5 * DAY, Silence.OVER_BUDGET)),
        ({"sent": (NOON - DAY, NOON - 7 * DAY)}, Send("consent")),
        ({"series": (NOON - DAY,)}, Wait(NOON + 13 * DAY, Silence.OVER_BUDGET)),
        ({"series": (NOON - 14 * DAY,)}, Send("consent")),
        ({"sent": (NOON - DAY,) * 2, "expires_at": NOON + DAY}, Wait(NOON + DAY, Silence.OVER_BUDGET)),
    ],
)
def test_one_thing_changes_the_answer(changed: dict[str, Any], expected: Any) -> None:
    assert decide(replace(ADVERTISEMENT, **changed), NOON) == expected


@pytest.mark.parametrize("reason", [Silence.BOUNCED, Silence.COMPLAINED, Silence.UNSUBSCRIBED])
def test_an_address_that_is_closed_gets_nothing_but_answers_where_it_still_is_one(reason: Silence) -> None:
    closed = (Closed("email", "its hash", reason.name, NOON),)
    no = {("email", purpose): Word(False, NOON, "ONE_CLICK") for purpose in ("service", "commercial")}
    consents = Consents(no) if reason is Silence.UNSUBSCRIBED else Consents(YES.words, closed)
    there = replace(ADVERTISEMENT, consents=consents, address_hash="its hash")
    assert decide(there, NOON) == Withhold(reason)
    assert decide(replace(there, purpose="service"), NOON) == Withhold(reason)
    answer = decide(replace(there, purpose="transactional"), NOON)
    assert answer == (Withhold(reason) if reason is Silence.BOUNCED else Send("contract"))
    elsewhere = replace(there, address_hash="another")
    assert reason is Silence.UNSUBSCRIBED or isinstance(decide(elsewhere, NOON), Send)


@pytest.mark.parametrize(
    ("country", "purpose", "medium", "bought", "told", "expected"),
    [
        ("TR", "service", "email", False, False, "legitimate_interest"),
        ("TR", "commercial", "email", True, True, None),
        ("DE", "service", "email", True, False, None),
        ("DE", "service", "email", True, True, "soft_opt_in"),
        ("de", "commercial", "sms", True, True, "soft_opt_in"),
        ("DE", "commercial", "whatsapp", True, True, None),
        ("GB", "service", "sms", False, False, "legitimate_interest"),
        ("GB", "commercial", "email", True, True, "soft_opt_in"),
        ("US", "commercial", "email", False, True, None),
        ("US", "service", "sms", True, True, None),
        ("NP", "service", "email", True, True, "soft_opt_in"),
        ("NP", "commercial", "email", True, True, None),
        ("", "service", "email", False, True, None),
        ("", "transactional", "push", False, False, "contract"),
    ],
)
def test_without_a_yes_the_country_decides(
    country: str, purpose: Any, medium: Any, bought: bool, told: bool, expected: Basis | None
) -> None:
    stranger = replace(
        ADVERTISEMENT,
        country=country,
        purpose=purpose,
        medium=medium,
        consents=Consents(),
        has_bought=bought,
        limits=Limits(soft_opt_in=told),
    )
    assert decide(stranger, NOON) == (Send(expected) if expected else Withhold(Silence.NO_BASIS))


def test_a_yes_to_news_is_one_to_questions_and_a_no_to_news_is_not_one_to_questions() -> None:
    asked = replace(ADVERTISEMENT, purpose="service", country="DE")
    assert decide(asked, NOON) == Send("consent")
    no_news = {("email", "commercial"): Word(False, NOON, "ONE_CLICK"), ("email", "service"): Word(True, NOON, "FORM")}
    assert decide(replace(asked, consents=Consents(no_news)), NOON) == Send("consent")


@pytest.mark.parametrize(
    ("zone", "now", "opens"),
    [
        # Berlin turns its clocks back on 25 October 2026, forward on 28 March 2027; Lord Howe by half an hour.
        ("Europe/Berlin", "2026-10-24T21:00+02:00", "2026-10-25T09:00+01:00"),
        ("Europe/Berlin", "2027-03-27T23:59+01:00", "2027-03-28T09:00+02:00"),
        ("Australia/Lord_Howe", "2026-10-03T21:00+10:30", "2026-10-04T09:00+11:00"),
        ("Australia/Lord_Howe", "2026-04-04T22:00+11:00", "2026-04-05T09:00+10:30"),
        ("America/New_York", "2026-11-01T01:30-04:00", "2026-11-01T09:00-05:00"),
        ("Asia/Kathmandu", "2026-06-01T20:59:59+05:45", None),
        ("Asia/Kathmandu", "2026-06-01T21:00+05:45", "2026-06-02T09:00+05:45"),
        ("Europe/Istanbul", "2026-06-01T08:59:59+03:00", "2026-06-01T09:00+03:00"),
        ("Europe/Istanbul", "2026-06-01T09:00+03:00", None),
    ],
)
def test_nights_end_by_the_clock_on_the_persons_wall(zone: str, now: str, opens: str | None) -> None:
    at = datetime.fromisoformat(now)
    there = replace(ADVERTISEMENT, zone=ZoneInfo(zone), expires_at=at + 30 * DAY)
    expected = Wait(datetime.fromisoformat(opens), Silence.QUIET_HOURS) if opens else Send("consent")
    assert decide(there, at) == expected


def test_what_rings_is_silent_on_sundays_and_holidays() -> None:
    consents = Consents({("sms", "commercial"): Word(True, NOON, "FORM")})
    ringing = replace(ADVERTISEMENT, medium="sms", consents=consents, expires_at=NOON + 400 * DAY)
    # 27 to 30 May 2026 is the Feast of Sacrifice; 31 May is a Sunday, on which Turkish shops do write.
    feast = datetime(2026, 5, 27, 12, tzinfo=ISTANBUL)
    assert decide(ringing, feast) == Wait(datetime(2026, 5, 31, 9, tzinfo=ISTANBUL), Silence.QUIET_HOURS)
    berlin = replace(ringing, country="DE", zone=ZoneInfo("Europe/Berlin"))
    christmas = datetime(2026, 12, 24, 21, tzinfo=berlin.zone)  # Friday and Saturday are holidays, then a Sunday
    assert decide(berlin, christmas) == Wait(datetime(2026, 12, 28, 9, tzinfo=berlin.zone), Silence.QUIET_HOURS)
    assert isinstance(decide(replace(berlin, medium="email", consents=YES), christmas + timedelta(hours=15)), Send)


def test_holidays_are_those_of_the_country_and_none_of_a_country_nobody_knows() -> None:
    assert {date(2026, 3, 20), date(2026, 10, 29)} <= days_off("tr", 2026)
    assert date(2026, 3, 19) not in days_off("TR", 2026)  # the eve, of which only the afternoon is free
    assert days_off("ZZ", 2026) == days_off("", 2026) == frozenset()


def test_a_file_disturbs_nobodys_night() -> None:
    night = datetime(2026, 11, 20, 23, tzinfo=ISTANBUL)
    assert isinstance(decide(ADVERTISEMENT, night), Wait)
    assert decide(replace(ADVERTISEMENT, reaches_nobody=True), night) == Send("consent")


@settings(max_examples=500, deadline=None)
@given(facts(), moments())
def test_whatever_is_so_nothing_goes_without_a_ground_over_budget_or_at_night(state: Facts, now: datetime) -> None:
    decision = decide(state, now)
    if isinstance(decision, Send):
        assert wrong_with(state, decision, now) == []
    elif isinstance(decision, Wait):
        assert now <= decision.until <= state.expires_at
    assert decide(state, now) == decision


def test_the_places_of_the_simulation_are_where_clocks_are_hard() -> None:
    assert {zone for zone, _ in PLACES} >= {
        "Europe/Istanbul", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu",
    }  # fmt: skip
    assert set(get_args(Medium)) == set(MEDIA)


def test_a_year_of_forty_people_in_five_places_sees_nothing_wrong() -> None:
    """`bin/bench outbox` lives it with thousands."""
    seen = live(40, seed=2026)
    assert seen.wrong == {}
    assert min(seen.became["sent commercial"], seen.became["expired"], seen.became["unsubscribed"], seen.waited) > 20


def test_the_oracle_sees_what_is_wrong() -> None:
    sunday_night = datetime(2026, 11, 22, 23, tzinfo=ZoneInfo("Europe/Berlin"))
    state = replace(ADVERTISEMENT, medium="sms", country="DE", zone=ZoneInfo("Europe/Berlin"), sent=(sunday_night,))
    assert set(wrong_with(state, Send("consent"), sunday_night)) == {
        "no consent", "at night", "over budget", "on a Sunday",
    }  # fmt: skip

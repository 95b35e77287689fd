"""Random states of a message and its person, and an oracle that says by other means what must not have been sent."""

from datetime import UTC, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import holidays
from hypothesis import strategies as st

from saleor_support_plugin.outbox.deciding import Facts, Limits, Send
from saleor_support_plugin.outbox.law import Quiet
from saleor_support_plugin.people.rules import Closed, Consents, Word

PLACES = (
    ("Europe/Istanbul", "TR"),
    ("Europe/Berlin", "DE"),
    ("America/New_York", "US"),
    ("Australia/Lord_Howe", "AU"),
    ("Asia/Kathmandu", "NP"),
    ("Europe/London", "GB"),
    ("UTC", ""),
)
YEAR = datetime(2026, 1, 1, tzinfo=UTC)
# The loosest that may be, written down a second time and by hand.
MOST = {"email": (2, 7), "sms": (1, 14), "whatsapp": (1, 14), "push": (1, 7)}
MEDIA = tuple(MOST)
RINGS = ("sms", "whatsapp")


def moments() -> st.SearchStrategy[datetime]:
    return st.integers(0, 366 * 24 * 60).map(lambda minutes: YEAR + timedelta(minutes=minutes))


@st.composite
def facts(draw: Any) -> Facts:
    zone, country = draw(st.sampled_from(PLACES))
    words = draw(
        st.dictionaries(
            st.tuples(st.sampled_from(MEDIA), st.sampled_from(("service", "commercial"))),
            st.booleans().map(lambda given: Word(given, YEAR, "FORM")),
        )
    )
    medium = draw(st.sampled_from(MEDIA))
    closed = draw(st.lists(st.sampled_from(("BOUNCED", "COMPLAINED")), max_size=1))
    begins, ends = draw(st.tuples(st.integers(15, 21), st.integers(9, 12)))
    days = draw(st.frozensets(st.integers(0, 6), max_size=6))
    return Facts(
        purpose=draw(st.sampled_from(("transactional", "service", "commercial"))),
        medium=medium,
        country=country,
        zone=ZoneInfo(zone),
        consents=Consents(words, tuple(Closed(medium, "its hash", reason, YEAR) for reason in closed)),
        expires_at=draw(moments()),
        address_hash="its hash",
        has_bought=draw(st.booleans()),
        sent=tuple(draw(st.lists(moments(), max_size=6))),
        series=tuple(draw(st.lists(moments(), max_size=2))),
        is_removed=draw(st.integers(0, 9)) == 0,
        is_active=draw(st.integers(0, 9)) != 0,
        is_paused=draw(st.integers(0, 9)) == 0,
        limits=Limits(
            Quiet(time(begins), time(ends), days, draw(st.booleans())),
            {medium: draw(st.integers(0, MOST[medium][0]))},
            draw(st.booleans()),
        ),
    )


def wrong_with(state: Facts, decision: Send, now: datetime) -> list[str]:
    """Return what speaks against having sent it, by rules of its own."""
    found = []
    said = {purpose: state.consents.words.get((state.medium, purpose)) for purpose in ("service", "commercial")}
    yes = {purpose for purpose, word in said.items() if word and word.is_given}
    no = {purpose for purpose, word in said.items() if word and not word.is_given}
    if state.is_removed or state.is_paused or now >= state.expires_at:
        found.append("nothing goes out")
    if any(one.reason == "BOUNCED" for one in state.consents.closed):
        found.append("nobody is there")
    if state.purpose == "transactional":
        return found
    if state.purpose in no or not state.is_active or state.consents.closed:
        found.append("not wanted")
    grounds = bool(yes & ({"commercial"} if state.purpose == "commercial" else {"commercial", "service"}))
    if decision.basis == "consent" and not grounds:
        found.append("no consent")
    told = state.has_bought and state.limits.soft_opt_in and state.country != "TR"
    if decision.basis == "soft_opt_in" and not told:
        found.append("no purchase")
    sells = state.purpose == "commercial"
    if decision.basis == "legitimate_interest" and (sells or state.country not in ("TR", "GB", "US")):
        found.append("no interest")
    if decision.basis == "contract" or (sells and state.country == "TR" and not grounds):
        found.append("no ground")
    return found + (_late(state, now) if sells or state.medium != "email" else [])


def _late(state: Facts, now: datetime) -> list[str]:
    found = []
    wall = now.astimezone(state.zone)
    if not time(9) <= wall.time() < time(21) or not state.limits.quiet.ends <= wall.time() < state.limits.quiet.begins:
        found.append("at night")
    if wall.weekday() in state.limits.quiet.days:
        found.append("on a day of rest")
    if state.purpose != "commercial":
        return found
    most, days = MOST[state.medium]
    most = min(most, state.limits.caps.get(state.medium, most))
    if sum(now - timedelta(days=days) < at for at in state.sent) >= most:
        found.append("over budget")
    if any(now - timedelta(days=14) < at for at in state.series):
        found.append("a second series")
    if state.medium in RINGS and state.country != "TR" and wall.weekday() == 6:
        found.append("on a Sunday")
    if state.medium in RINGS and wall.date() in free_days(state.country, wall.year):
        found.append("on a holiday")
    return found


@cache
def free_days(country: str, year: int) -> frozenset[Any]:
    return frozenset(holidays.country_holidays(country, years=year)) if country else frozenset()

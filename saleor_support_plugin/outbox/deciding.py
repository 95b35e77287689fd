"""Whether a message may go to a person now: the same facts, the same answer, when it is written and when it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from ..hours.business import Hours, next_opening
from ..hours.days_off import days_off
from ..people.rules import Basis, Consents, Medium, Purpose
from ..stores.configuration import WEEKDAYS, Configuration
from ..stores.values import Shift
from .law import Quiet, law


class Silence(StrEnum):
    """Why a message does not go out, or not yet."""

    STORE_REMOVED = "store_removed"
    STORE_INACTIVE = "store_inactive"
    STORE_PAUSED = "store_paused"
    EXPIRED = "expired"
    BOUNCED = "bounced"
    COMPLAINED = "complained"
    UNSUBSCRIBED = "unsubscribed"
    NO_BASIS = "no_basis"
    OVER_BUDGET = "over_budget"
    QUIET_HOURS = "quiet_hours"
    NOT_RIGHT_ANY_MORE = "not_right_any_more"
    NOT_RIGHT_YET = "not_right_yet"
    NO_SENDER = "no_sender"
    WAY_CLOSED = "way_closed"
    REFUSED = "refused"
    IN_DOUBT = "in_doubt"


@dataclass(frozen=True, slots=True)
class Cap:
    """At most so many commercial messages by one medium to one person in any span so long."""

    most: int
    span: timedelta


# FEATURES of peers and what people bear: one promotional push a week keeps nine of ten, 2 to 5 lose a third.
CAPS: Mapping[Medium, Cap] = {
    "email": Cap(2, timedelta(days=7)),
    "sms": Cap(1, timedelta(days=14)),
    "whatsapp": Cap(1, timedelta(days=14)),
    "push": Cap(1, timedelta(days=7)),
}
# One series of a kind, such as reminders of one cart, to a person in so long, by whatever medium.
ONE_SERIES_IN = timedelta(days=14)
# Days of rest in a row are fewer than this: a week of holidays and the Sundays around it.
LOOK_AHEAD = timedelta(days=31)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Limits:
    """What the merchant set beyond the law: each can only take something away.

    `soft_opt_in` says that buyers are told, where they give the address, that they may object: docs/contact-rules.md.
    """

    quiet: Quiet = field(default_factory=Quiet)
    caps: Mapping[Medium, int] = field(default_factory=dict)
    soft_opt_in: bool = False


def limits_of(configuration: Configuration) -> Limits:
    quiet = Quiet(
        begins=configuration.quiet_from,
        ends=configuration.quiet_until,
        days=frozenset(WEEKDAYS.index(day) for day in configuration.rest_days),
        holidays=configuration.rest_on_holidays,
    )
    caps: dict[Medium, int] = {
        "email": configuration.most_emails_a_week,
        "push": configuration.most_pushes_a_week,
        "sms": configuration.most_sms_in_two_weeks,
        "whatsapp": configuration.most_whatsapp_in_two_weeks,
    }
    return Limits(quiet, caps, configuration.soft_opt_in)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is so now. `sent`: when commercial messages of this medium left for this person, or may have.

    `series`: when messages of the same kind of series, about something else, did. `country` is empty where it is not
    known, `consents` are those of the address's person, `address_hash` is the address's in `consents.closed`.
    """

    purpose: Purpose
    medium: Medium
    country: str
    zone: ZoneInfo
    consents: Consents
    expires_at: datetime
    address_hash: str = ""
    has_bought: bool = False
    sent: tuple[datetime, ...] = ()
    series: tuple[datetime, ...] = ()
    is_removed: bool = False
    is_active: bool = True
    is_paused: bool = False
    # Something is set up that could bring it.
    has_way: bool = True
    # It becomes a file: nobody's night is disturbed.
    reaches_nobody: bool = False
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Send:
    basis: Basis


@dataclass(frozen=True, slots=True)
class Wait:
    """Decide again at `until`: postponed, not dropped."""

    until: datetime
    reason: Silence


@dataclass(frozen=True, slots=True)
class Withhold:
    reason: Silence


def decide(facts: Facts, now: datetime) -> Send | Wait | Withhold:
    """Say what to do with a message now, for good reasons first, then for now."""
    silence = _silence(facts, now)
    if silence is not None:
        return Withhold(silence)
    basis = basis_of(facts)
    if basis is None:
        return Withhold(Silence.NO_BASIS)
    if facts.is_paused:
        return Wait(now, Silence.STORE_PAUSED)
    wait = _over_budget(facts, now) or _quiet(facts, now)
    if isinstance(wait, Wait) and wait.until > facts.expires_at:
        return Wait(facts.expires_at, wait.reason)
    return wait or Send(basis)


def _silence(facts: Facts, now: datetime) -> Silence | None:
    """Return what speaks against it whatever the basis. An answer to somebody's question is also wanted by who wants no
    advertisements."""
    closed = {one.reason for one in facts.consents.closed if (one.medium, one.value_hash) == _address(facts)}
    unasked = facts.purpose != "transactional"
    against = {
        Silence.STORE_REMOVED: facts.is_removed,
        Silence.EXPIRED: now >= facts.expires_at,
        Silence.NO_SENDER: not facts.has_way,
        Silence.BOUNCED: "BOUNCED" in closed,
        # A deactivated app hears nothing from Saleor, also not that somebody bought.
        Silence.STORE_INACTIVE: unasked and not facts.is_active,
        Silence.COMPLAINED: unasked and "COMPLAINED" in closed,
        Silence.UNSUBSCRIBED: unasked and facts.consents.is_withdrawn(facts.medium, facts.purpose),
        Silence.OVER_BUDGET: facts.purpose == "commercial" and _cap(facts).most == 0,
    }
    return next((silence for silence, holds in against.items() if holds), None)


def _address(facts: Facts) -> tuple[str, str]:
    return facts.medium, facts.address_hash


def basis_of(facts: Facts) -> Basis | None:
    """Return why the law of the person's country lets the shop write; None where it does not."""
    there: dict[Basis, bool] = {
        "contract": facts.purpose == "transactional",
        "legitimate_interest": facts.purpose == "service",
        "soft_opt_in": facts.limits.soft_opt_in and facts.has_bought,
        "consent": _consents(facts),
    }
    bases = law(facts.country, facts.purpose, facts.medium).bases
    return next((basis for basis in bases if there[basis]), None)


def _consents(facts: Facts) -> bool:
    """Whoever wants the shop's news also wants to be asked how the last parcel was."""
    given = facts.consents.is_given(facts.medium, facts.purpose)
    return given or (facts.purpose == "service" and facts.consents.is_given(facts.medium, "commercial"))


def _cap(facts: Facts) -> Cap:
    usual = CAPS[facts.medium]
    return Cap(min(usual.most, facts.limits.caps.get(facts.medium, usual.most)), usual.span)


def _over_budget(facts: Facts, now: datetime) -> Wait | None:
    if facts.purpose != "commercial":
        return None
    cap = _cap(facts)
    sent = sorted(at for at in facts.sent if at > now - cap.span)
    until = [sent[-cap.most] + cap.span] if len(sent) >= cap.most else []
    until += [at + ONE_SERIES_IN for at in facts.series if at > now - ONE_SERIES_IN]
    return Wait(max(until), Silence.OVER_BUDGET) if until else None


def _quiet(facts: Facts, now: datetime) -> Wait | Withhold | None:
    quiet = law(facts.country, facts.purpose, facts.medium).quiet
    if quiet is None or facts.reaches_nobody:
        return None
    hours = _open_hours(stricter(quiet, facts.limits.quiet), facts, now)
    opens = next_opening(hours, now)
    if opens is None:
        return Withhold(Silence.QUIET_HOURS)
    return Wait(opens, Silence.QUIET_HOURS) if opens > now else None


def stricter(one: Quiet, other: Quiet) -> Quiet:
    """Return what is quiet by either. Both begin in the evening and end in the morning."""
    return Quiet(
        begins=min(one.begins, other.begins),
        ends=max(one.ends, other.ends),
        days=one.days | other.days,
        holidays=one.holidays or other.holidays,
    )


def _open_hours(quiet: Quiet, facts: Facts, now: datetime) -> Hours:
    """Return what is not quiet as hours of business, which know what becomes of a clock that is turned."""
    open_day = (Shift(quiet.ends, quiet.begins),)
    week = [() if day in quiet.days else open_day for day in range(7)]
    return Hours(week, _holidays(facts, now) if quiet.holidays else frozenset(), facts.zone)


def _holidays(facts: Facts, now: datetime) -> frozenset[date]:
    today = now.astimezone(facts.zone).date()
    years = {today.year, (today + LOOK_AHEAD).year}
    found = frozenset[date]().union(*(days_off(facts.country, year) for year in years))
    return frozenset(day for day in found if today - DAY <= day <= today + LOOK_AHEAD)

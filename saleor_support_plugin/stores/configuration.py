"""What a merchant sets, by name and for some of the store's channels; what is not set has a sensible default.

Pure: the words of the database in, frozen values out, and every fault of the merchant's named with its field.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, time
from typing import Any, Protocol
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from ..hours.business import Hours
from .aspects import Aspect, aspects
from .aspects import as_json as aspect_json
from .contact_ways import ContactChannel, as_json, contact_channel
from .departments import Department, departments
from .departments import as_json as department_json
from .objects import ObjectWrong
from .reasons import MOST_MINUTES, STARTERS, TicketReason, ticket_reasons
from .reasons import as_json as reason_json
from .values import (
    Fault,
    Shift,
    TooLoose,
    Wrong,
    between,
    fault_of,
    few_lines,
    list_of,
    mail,
    one_line,
    switch,
    time_zone,
    web_address,
    week_of_shifts,
)

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
COLOUR = re.compile(r"#[0-9a-f]{6}")
LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?")
# A signed word of up to 36 letters is added to it, and what is before the @ may have 64.
MOST_LOCAL = 28
LOCAL = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,26}[a-z0-9])?")
DOMAIN = re.compile(rf"(?=.{{1,200}}$)({LABEL.pattern}\.)+[a-z][a-z0-9-]*[a-z0-9]")
BLOCKED_WORD = re.compile(r"[^\W_]{2,60}\*?")
BLOCKED_WORDS_ACTS = ("refuse", "mark")

MOST_TEAM = 80


class ConfigurationWrong(Exception):
    code = "CONFIGURATION_WRONG"

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


OFFICE_DAY = (Shift(time(9), time(18)),)


@dataclass(frozen=True, slots=True)
class Configuration:
    """`week` has seven days, Monday first, each with its shifts; `closed_on` are whole days."""

    storefront_url: str = ""
    # Where staff open Saleor Dashboard; empty is beside Saleor's API (stores.links).
    dashboard_url: str = ""
    storefront_origins: tuple[str, ...] = ()
    accent: str = ""
    sender_name: str = ""
    sender_email: str = ""
    # The mailbox whose mails we read (mailbox/): answers go there, each to an address of its own; empty sends them to
    # the sender.
    mail_in_address: str = ""
    dkim_selector: str = ""
    logo_url: str = ""
    mail_footer: str = ""
    time_zone: str = "UTC"
    week: tuple[tuple[Shift, ...], ...] = (*([OFFICE_DAY] * 5), (), ())
    closed_on: tuple[date, ...] = ()
    closed_on_holidays: bool = False
    contact_channels: tuple[ContactChannel, ...] = (ContactChannel("form"),)
    # Why people write, and who works on it; minutes are those in which somebody is there.
    ticket_reasons: tuple[TicketReason, ...] = STARTERS
    departments: tuple[Department, ...] = ()
    # Of tickets whose reason says nothing of it: a working day, and three; 0 sets no such clock.
    first_reply_minutes: int = 540
    resolve_minutes: int = 1620
    # Whether each ticket is one note in its order's history in Saleor, which changes with it.
    mirror_notes: bool = True
    # For how many days after it arrived an order's own page is open, and help with it asked for there.
    order_page_days: int = 365
    # After how many minutes, in which somebody is there, staff are told of who waits; 0 tells nobody.
    alert_minutes: int = 30
    # Who is told where the ticket is of no department, or of one without addresses.
    alert_emails: tuple[str, ...] = ()
    # The best that people can say of how their matter was solved, 5 or 10; 0 asks nobody.
    survey_scale: int = 0
    survey_wait_hours: int = 1
    # Nobody is asked twice within so many days.
    survey_days: int = 30
    # How many people may be promised a call within the same half hour.
    callbacks_at_once: int = 2
    review_prompts: bool = True
    review_wait_hours: int = 24
    # After the day on which a parcel should have arrived, where nobody said that it did; 0 asks nobody then.
    review_fallback_days: int = 7
    review_reminder: bool = True
    # Of many products, first the ones of which others know little.
    review_steer: bool = True
    review_aspects: tuple[Aspect, ...] = ()
    # Whose the ticket is that a review of two stars or less opens: a team's name, as the merchant calls it.
    review_owner: str = ""
    cart_reminders: bool = True
    consent_keys: tuple[str, ...] = ("paper.marketing_opt_in",)
    # Whom commercial messages reach, and when: these are the loosest that may be set (docs/contact-rules.md).
    soft_opt_in: bool = False
    quiet_from: time = time(21)
    quiet_until: time = time(9)
    rest_days: tuple[str, ...] = ()
    rest_on_holidays: bool = False
    most_emails_a_week: int = 2
    most_pushes_a_week: int = 1
    most_sms_in_two_weeks: int = 1
    most_whatsapp_in_two_weeks: int = 1
    links: Mapping[str, str] = field(default_factory=dict)
    # What shoppers may not write, a word each; `*` at the end stands for any ending (conversations.word_filter).
    blocked_words: tuple[str, ...] = ()
    # Whether our own few words are among them.
    blocked_words_starter: bool = False
    # What becomes of a message with one of them.
    blocked_words_act: str = "refuse"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def staff_emails(self) -> frozenset[str]:
        """Whose answers by mail are taken as the shop's."""
        return frozenset(self.alert_emails).union(*(one.emails for one in self.departments))

    @property
    def hours(self) -> Hours:
        return Hours(self.week, frozenset(self.closed_on), self.zone)


class Named(Protocol):
    """A named configuration, however it was read."""

    @property
    def channels(self) -> Sequence[str]: ...

    @property
    def is_default(self) -> bool: ...


def chosen[Row: Named](rows: Sequence[Row], channel: str) -> Row | None:
    """Return what holds in a channel: its own, else the default one; None leaves everything as it comes."""
    own = next((row for row in rows if channel in row.channels), None)
    return own or next((row for row in rows if row.is_default), None)


# Apps of other makers that write to shoppers, and the settings of ours that would have people hear twice.
OVERLAPPED: Mapping[str, tuple[str, ...]] = {
    "saleor.app.klaviyo": ("cart_reminders", "review_prompts"),
    "saleor.app.smtp": (),
    "saleor.app.emails-and-messages": (),
    "saleor.app.sendgrid": (),
    "saleor.app.mailchimp": (),
}


def usual(other_senders: Sequence[str] = ()) -> Configuration:
    """Return what holds where a merchant set nothing: what another app of the store mails already is off."""
    off: dict[str, Any] = {name: False for one in other_senders for name in OVERLAPPED.get(one, ())}
    return replace(Configuration(), **off) if off else Configuration()


def as_data(configuration: Configuration, default: Configuration | None = None) -> dict[str, Any]:
    """Return what the database keeps: JSON values, only what differs from the default."""
    default = default or Configuration()
    return {
        one.name: _plain(getattr(configuration, one.name))
        for one in fields(Configuration)
        if getattr(configuration, one.name) != getattr(default, one.name)
    }


def whole(configuration: Configuration) -> dict[str, Any]:
    """Return every setting as JSON values, the defaults among them."""
    return {one.name: _plain(getattr(configuration, one.name)) for one in fields(Configuration)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Shift):
        return [value.opens.isoformat("minutes"), value.closes.isoformat("minutes")]
    if isinstance(value, ContactChannel):
        return as_json(value)
    if isinstance(value, Aspect):
        return aspect_json(value)
    if isinstance(value, TicketReason):
        return reason_json(value)
    if isinstance(value, Department):
        return department_json(value)
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, date):
        return value.isoformat()
    return value


def from_data(data: Mapping[str, Any], default: Configuration | None = None) -> Configuration:
    """Return the configuration that these JSON values say. Raises ConfigurationWrong, naming every fault at once."""
    faults: list[Fault] = []
    values: dict[str, Any] = {}
    for name, value in data.items():
        if name not in READERS:
            faults.append(Fault(name, "UNKNOWN", f"There is no setting `{name}`."))
            continue
        try:
            values[name] = READERS[name](value)
        except ObjectWrong as wrong:
            faults += [Fault(f"{name}.{one.field}", one.code, one.message) for one in wrong.faults]
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            faults.append(fault_of(name, error))
    if faults:
        raise ConfigurationWrong(faults)
    return replace(default or Configuration(), **values)


def _origin(value: Any) -> str:
    text = web_address(value)
    if not text or urlsplit(text).path or urlsplit(text).query:
        raise Wrong("An origin is scheme and host only, such as https://shop.example.com.")
    return text.lower()


def _mail_in(value: Any) -> str:
    text = str(mail(value)).lower()
    local, _, domain = text.rpartition("@")
    if text and (not LOCAL.fullmatch(local) or not DOMAIN.fullmatch(domain)):
        raise Wrong(f"This is an address such as help@shop.com, with at most {MOST_LOCAL} plain letters before the @.")
    return text


def _label(value: Any) -> str:
    text = one_line(value).lower()
    if text and not LABEL.fullmatch(text):
        raise Wrong("This is one word of letters, digits and hyphens.")
    return text


def _team(value: Any) -> str:
    text = one_line(value)
    if len(text) > MOST_TEAM:
        raise Wrong(f"A team's name has at most {MOST_TEAM} characters.")
    return text


def _colour(value: Any) -> str:
    text = one_line(value).lower()
    if text and not COLOUR.fullmatch(text):
        raise Wrong("This is not a colour such as #0f6269.")
    return text


def _at_most(most: int) -> Any:
    def read(value: Any) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and value > most:
            raise TooLoose(f"This is at most {most}: people who hear more often leave.")
        return int(between(0, most)(value))

    return read


def _clock(earliest: time, latest: time, *, loose_is: str) -> Any:
    """Read a time of day within bounds; beyond the one that `loose_is` names, nights would be too short."""

    def read(value: Any) -> time:
        clock = time.fromisoformat(value)
        if (clock > latest and loose_is == "later") or (clock < earliest and loose_is == "earlier"):
            raise TooLoose(f"Nights are quiet from 21:00 to 09:00: this is {earliest:%H:%M} to {latest:%H:%M}.")
        if not earliest <= clock <= latest or clock.tzinfo is not None:
            raise Wrong(f"This is a time of day from {earliest:%H:%M} to {latest:%H:%M}.")
        return clock

    return read


def _mailbox(value: Any) -> str:
    text = mail(value).lower()
    if not text:
        raise Wrong("This is not an e-mail address.")
    return text


def _scale(value: Any) -> int:
    if type(value) is not int or value not in (0, 5, 10):
        raise Wrong("This is 5 or 10, or 0 to ask nobody.")
    return value


def _weekday(value: Any) -> str:
    if value not in WEEKDAYS:
        raise Wrong(f"A weekday is one of {', '.join(WEEKDAYS)}.")
    return str(value)


def _links(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not set(value) <= {"product", "cart", "order", "page"}:
        raise Wrong("Links are for `product`, `cart`, `order` and `page`.")
    return {name: web_address(link) for name, link in value.items()}


def _blocked_word(value: Any) -> str:
    text = one_line(value)
    if not BLOCKED_WORD.fullmatch(text):
        raise Wrong("This is one word of 2 to 60 letters and digits, perhaps with * at its end.")
    return text


def _blocked_words_act(value: Any) -> str:
    if value not in BLOCKED_WORDS_ACTS:
        raise Wrong(f"This is one of {', '.join(BLOCKED_WORDS_ACTS)}.")
    return str(value)


READERS: dict[str, Any] = {
    "storefront_url": web_address,
    "dashboard_url": web_address,
    "storefront_origins": list_of(_origin, 20),
    "accent": _colour,
    "sender_name": one_line,
    "sender_email": mail,
    "mail_in_address": _mail_in,
    "dkim_selector": _label,
    "logo_url": web_address,
    "mail_footer": few_lines,
    "time_zone": time_zone,
    "week": week_of_shifts,
    "closed_on": list_of(date.fromisoformat, 100),
    "closed_on_holidays": switch,
    "contact_channels": list_of(contact_channel, 15),
    "ticket_reasons": ticket_reasons,
    "departments": departments,
    "first_reply_minutes": between(0, MOST_MINUTES),
    "resolve_minutes": between(0, MOST_MINUTES),
    "order_page_days": between(30, 1000),
    "alert_minutes": between(0, 1440),
    "alert_emails": list_of(_mailbox, 20),
    "survey_scale": _scale,
    "survey_wait_hours": between(0, 72),
    "survey_days": between(7, 365),
    "callbacks_at_once": between(1, 50),
    "mirror_notes": switch,
    "review_prompts": switch,
    "review_wait_hours": between(1, 24 * 60),
    "review_fallback_days": between(0, 60),
    "review_reminder": switch,
    "review_steer": switch,
    "review_aspects": aspects,
    "review_owner": _team,
    "cart_reminders": switch,
    "consent_keys": list_of(one_line, 10),
    "soft_opt_in": switch,
    "quiet_from": _clock(time(15), time(21), loose_is="later"),
    "quiet_until": _clock(time(9), time(12), loose_is="earlier"),
    "rest_days": list_of(_weekday, 6),
    "rest_on_holidays": switch,
    "most_emails_a_week": _at_most(2),
    "most_pushes_a_week": _at_most(1),
    "most_sms_in_two_weeks": _at_most(1),
    "most_whatsapp_in_two_weeks": _at_most(1),
    "links": _links,
    "blocked_words": list_of(_blocked_word, 500),
    "blocked_words_starter": switch,
    "blocked_words_act": _blocked_words_act,
}

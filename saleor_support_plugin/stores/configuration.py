"""What a merchant sets, by name and for some of the store's channels; what is not set has a sensible default.

Pure: the words of the database in, frozen values out, and every fault of the merchant's named with its field.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, time
from typing import Any, Literal, Protocol
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from ..hours.business import Hours
from .values import (
    MAIL,
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

Kind = Literal["whatsapp", "phone", "email", "form"]
KINDS: tuple[Kind, ...] = ("whatsapp", "phone", "email", "form")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PHONE = re.compile(r"\+[1-9]\d{6,14}")
COLOUR = re.compile(r"#[0-9a-f]{6}")
LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?")
DOMAIN = re.compile(rf"(?=.{{1,200}}$)({LABEL.pattern}\.)+[a-z][a-z0-9-]*[a-z0-9]")


class ConfigurationWrong(Exception):
    code = "CONFIGURATION_WRONG"

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


OFFICE_DAY = (Shift(time(9), time(18)),)


@dataclass(frozen=True, slots=True)
class ContactChannel:
    """A way to reach a person: a number, an address, or our own form, which has neither."""

    kind: Kind
    address: str = ""


@dataclass(frozen=True, slots=True)
class Configuration:
    """`week` has seven days, Monday first, each with its shifts; `closed_on` are whole days."""

    storefront_url: str = ""
    storefront_origins: tuple[str, ...] = ()
    accent: str = ""
    sender_name: str = ""
    sender_email: str = ""
    # Where answers to mails are received, by a mail server that hands them to us; empty sends them to the sender.
    reply_domain: str = ""
    dkim_selector: str = ""
    logo_url: str = ""
    mail_footer: str = ""
    time_zone: str = "UTC"
    week: tuple[tuple[Shift, ...], ...] = (*([OFFICE_DAY] * 5), (), ())
    closed_on: tuple[date, ...] = ()
    contact_channels: tuple[ContactChannel, ...] = (ContactChannel("form"),)
    review_prompts: bool = True
    review_wait_hours: int = 24
    cart_reminders: bool = True
    cart_quiet_minutes: int = 60
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

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

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
        return asdict(value)
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


def _domain(value: Any) -> str:
    text = one_line(value).lower()
    if text and not DOMAIN.fullmatch(text):
        raise Wrong("This is not a domain such as mail.shop.com.")
    return text


def _label(value: Any) -> str:
    text = one_line(value).lower()
    if text and not LABEL.fullmatch(text):
        raise Wrong("This is one word of letters, digits and hyphens.")
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


def _weekday(value: Any) -> str:
    if value not in WEEKDAYS:
        raise Wrong(f"A weekday is one of {', '.join(WEEKDAYS)}.")
    return str(value)


def _channel(value: Any) -> ContactChannel:
    kind, address = value["kind"], one_line(value.get("address", ""))
    if kind not in KINDS:
        raise Wrong(f"A way to reach you is one of {', '.join(KINDS)}.")
    if kind == "email" and not MAIL.fullmatch(address):
        raise Wrong("This is not an e-mail address.")
    if kind in ("whatsapp", "phone") and not PHONE.fullmatch(address.replace(" ", "")):
        raise Wrong("This is not a number with its country, such as +90 212 555 00 00.")
    return ContactChannel(kind, address)


def _links(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not set(value) <= {"product", "cart", "order"}:
        raise Wrong("Links are for `product`, `cart` and `order`.")
    return {name: web_address(link) for name, link in value.items()}


READERS: dict[str, Any] = {
    "storefront_url": web_address,
    "storefront_origins": list_of(_origin, 20),
    "accent": _colour,
    "sender_name": one_line,
    "sender_email": mail,
    "reply_domain": _domain,
    "dkim_selector": _label,
    "logo_url": web_address,
    "mail_footer": few_lines,
    "time_zone": time_zone,
    "week": week_of_shifts,
    "closed_on": list_of(date.fromisoformat, 100),
    "contact_channels": list_of(_channel, 10),
    "review_prompts": switch,
    "review_wait_hours": between(1, 24 * 60),
    "cart_reminders": switch,
    "cart_quiet_minutes": between(15, 7 * 24 * 60),
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
}

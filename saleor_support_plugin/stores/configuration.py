"""What a merchant sets, by name and for some of the store's channels; what is not set has a sensible default.

Pure: the words of the database in, frozen values out, and every fault of the merchant's named with its field.
"""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, time
from typing import Any, Literal, Protocol
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from ..hours.business import Hours

Kind = Literal["whatsapp", "phone", "email", "form"]
KINDS: tuple[Kind, ...] = ("whatsapp", "phone", "email", "form")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MAIL = re.compile(r"[^@\s<>\"]{1,64}@[^@\s<>\"]{1,190}")
PHONE = re.compile(r"\+[1-9]\d{6,14}")
COLOUR = re.compile(r"#[0-9a-f]{6}")
LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?")
DOMAIN = re.compile(rf"(?=.{{1,200}}$)({LABEL.pattern}\.)+[a-z][a-z0-9-]*[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that cannot be saved as it is: which field, a code, and a sentence."""

    field: str
    code: str
    message: str


class ConfigurationWrong(Exception):
    code = "CONFIGURATION_WRONG"

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Shift:
    """From `opens` to before `closes` on one day, in the configuration's time zone; closing at midnight is its end."""

    opens: time
    closes: time


MIDNIGHT = time()
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
            code = error.code if isinstance(error, Wrong) else "INVALID"
            faults.append(Fault(name, code, _sentence(name, error)))
    if faults:
        raise ConfigurationWrong(faults)
    return replace(default or Configuration(), **values)


def _sentence(name: str, error: Exception) -> str:
    return str(error) if isinstance(error, Wrong) else f"`{name}` has the wrong shape."


class Wrong(ValueError):
    """A value that is not allowed; the message says what is."""

    code = "INVALID"


class TooLoose(Wrong):
    """The law, or what people bear, asks for more than that."""

    code = "TOO_LOOSE"


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 200 or any(letter < " " for letter in value):
        raise Wrong("This is one line of at most 200 characters.")
    return value.strip()


def _mail(value: Any) -> str:
    text = _text(value)
    if text and not MAIL.fullmatch(text):
        raise Wrong("This is not an e-mail address.")
    return text


def _address(value: Any) -> str:
    text = _text(value)
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.netloc or parts.username is not None):
        raise Wrong("This is not an address that starts with https://.")
    return text.rstrip("/")


def _origin(value: Any) -> str:
    text = _address(value)
    if not text or urlsplit(text).path or urlsplit(text).query:
        raise Wrong("An origin is scheme and host only, such as https://shop.example.com.")
    return text.lower()


def _domain(value: Any) -> str:
    text = _text(value).lower()
    if text and not DOMAIN.fullmatch(text):
        raise Wrong("This is not a domain such as mail.shop.com.")
    return text


def _label(value: Any) -> str:
    text = _text(value).lower()
    if text and not LABEL.fullmatch(text):
        raise Wrong("This is one word of letters, digits and hyphens.")
    return text


def _lines(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 500 or value.count("\n") > 9:
        raise Wrong("This is at most 10 lines and 500 characters.")
    return "\n".join(_text(line) for line in value.splitlines()).strip()


def _colour(value: Any) -> str:
    text = _text(value).lower()
    if text and not COLOUR.fullmatch(text):
        raise Wrong("This is not a colour such as #0f6269.")
    return text


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Wrong("This is on or off.")
    return value


def _between(least: int, most: int) -> Any:
    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise Wrong(f"This is a number from {least} to {most}.")
        return value

    return read


def _at_most(most: int) -> Any:
    def read(value: Any) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and value > most:
            raise TooLoose(f"This is at most {most}: people who hear more often leave.")
        return int(_between(0, most)(value))

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


def _zone(value: Any) -> str:
    if value not in available_timezones():
        raise Wrong("This is not a time zone such as Europe/Istanbul.")
    return str(value)


def _week(value: Any) -> tuple[tuple[Shift, ...], ...]:
    if not isinstance(value, list) or len(value) != 7:
        raise Wrong("A week has seven days, Monday first.")
    return tuple(_day(shifts) for shifts in value)


def _day(value: Any) -> tuple[Shift, ...]:
    shifts = tuple(sorted((_shift(one) for one in value), key=lambda shift: shift.opens))
    for before, after in itertools.pairwise(shifts):
        if after.opens < before.closes or before.closes == MIDNIGHT:
            raise Wrong("The shifts of a day must not overlap.")
    return shifts


def _shift(value: Any) -> Shift:
    opens, closes = (time.fromisoformat(one) for one in value)
    if not opens < closes and closes != MIDNIGHT:
        raise Wrong("A shift must open before it closes; one past midnight is two shifts, the first until 00:00.")
    return Shift(opens, closes)


def _channel(value: Any) -> ContactChannel:
    kind, address = value["kind"], _text(value.get("address", ""))
    if kind not in KINDS:
        raise Wrong(f"A way to reach you is one of {', '.join(KINDS)}.")
    if kind == "email" and not MAIL.fullmatch(address):
        raise Wrong("This is not an e-mail address.")
    if kind in ("whatsapp", "phone") and not PHONE.fullmatch(address.replace(" ", "")):
        raise Wrong("This is not a number with its country, such as +90 212 555 00 00.")
    return ContactChannel(kind, address)


def _list_of(read: Any, most: int) -> Any:
    def read_all(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) > most:
            raise Wrong(f"This is a list of at most {most}.")
        return tuple(read(one) for one in value)

    return read_all


def _links(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not set(value) <= {"product", "cart", "order"}:
        raise Wrong("Links are for `product`, `cart` and `order`.")
    return {name: _address(link) for name, link in value.items()}


READERS: dict[str, Any] = {
    "storefront_url": _address,
    "storefront_origins": _list_of(_origin, 20),
    "accent": _colour,
    "sender_name": _text,
    "sender_email": _mail,
    "reply_domain": _domain,
    "dkim_selector": _label,
    "logo_url": _address,
    "mail_footer": _lines,
    "time_zone": _zone,
    "week": _week,
    "closed_on": _list_of(date.fromisoformat, 100),
    "contact_channels": _list_of(_channel, 10),
    "review_prompts": _switch,
    "review_wait_hours": _between(1, 24 * 60),
    "cart_reminders": _switch,
    "cart_quiet_minutes": _between(15, 7 * 24 * 60),
    "consent_keys": _list_of(_text, 10),
    "soft_opt_in": _switch,
    "quiet_from": _clock(time(15), time(21), loose_is="later"),
    "quiet_until": _clock(time(9), time(12), loose_is="earlier"),
    "rest_days": _list_of(_weekday, 6),
    "rest_on_holidays": _switch,
    "most_emails_a_week": _at_most(2),
    "most_pushes_a_week": _at_most(1),
    "most_sms_in_two_weeks": _at_most(1),
    "most_whatsapp_in_two_weeks": _at_most(1),
    "links": _links,
}

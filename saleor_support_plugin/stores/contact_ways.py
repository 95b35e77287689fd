"""The ways to reach a shop, as a merchant sets them: a number, a name, an address, or something of our own."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

from .values import MAIL, Shift, Wrong, list_of, one_line, time_zone, web_address, week_of_shifts

Kind = Literal[
    "chat",
    "whatsapp",
    "phone",
    "email",
    "instagram",
    "messenger",
    "telegram",
    "video",
    "form",
    "callback",
    "chatwoot",
    "crisp",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
# What a shopper opens at the shop itself.
OURS = frozenset({"chat", "form", "callback"})
PHONE = re.compile(r"\+[1-9]\d{6,14}")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,63}")
TOKEN = re.compile(r"[A-Za-z0-9_-]{8,64}")
LANGUAGE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class OwnHours:
    """Hours of one way alone. `week` has seven days, Monday first; `closed_on` are whole days."""

    time_zone: str
    week: tuple[tuple[Shift, ...], ...]
    closed_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactChannel:
    """A way to reach a person. What is ours has no address; `host` is where a Chatwoot stands."""

    kind: Kind
    address: str = ""
    host: str = ""
    # Two letters each, in which somebody answers there; none says nothing about it.
    languages: tuple[str, ...] = ()
    # None has the shop's.
    hours: OwnHours | None = None


def as_json(channel: ContactChannel) -> dict[str, Any]:
    hours = channel.hours
    return {
        "kind": channel.kind,
        "address": channel.address,
        "host": channel.host,
        "languages": list(channel.languages),
        "hours": None
        if hours is None
        else {
            "time_zone": hours.time_zone,
            "week": [[_shift(shift) for shift in day] for day in hours.week],
            "closed_on": [day.isoformat() for day in hours.closed_on],
        },
    }


def _shift(shift: Shift) -> list[str]:
    return [shift.opens.isoformat("minutes"), shift.closes.isoformat("minutes")]


def contact_channel(value: Any) -> ContactChannel:
    """Read one way from JSON. Raises Wrong."""
    kind = value["kind"]
    if kind not in KINDS:
        raise Wrong(f"A way to reach you is one of {', '.join(KINDS)}.")
    address = "" if kind in OURS else ADDRESSES[kind](one_line(value.get("address", "")))
    hours = value.get("hours")
    return ContactChannel(
        kind,
        address,
        _host(value.get("host", "")) if kind == "chatwoot" else "",
        list_of(_language, 20)(value.get("languages", [])),
        None if hours is None else _own_hours(hours),
    )


def _own_hours(value: Any) -> OwnHours:
    closed_on = list_of(date.fromisoformat, 100)(value.get("closed_on", []))
    return OwnHours(time_zone(value["time_zone"]), week_of_shifts(value["week"]), closed_on)


def _language(value: Any) -> str:
    if not isinstance(value, str) or not LANGUAGE.fullmatch(value):
        raise Wrong("A language is two letters, such as tr.")
    return value


def _host(value: Any) -> str:
    text = web_address(value)
    if urlsplit(text).scheme != "https" or urlsplit(text).path or urlsplit(text).query:
        raise Wrong("This is where your Chatwoot stands, such as https://app.chatwoot.com.")
    return text


def _number(text: str) -> str:
    if not PHONE.fullmatch(text.replace(" ", "")):
        raise Wrong("This is not a number with its country, such as +90 212 555 00 00.")
    return text


def _mail(text: str) -> str:
    if not MAIL.fullmatch(text):
        raise Wrong("This is not an e-mail address.")
    return text


def _name(text: str) -> str:
    name = text.removeprefix("@")
    if not NAME.fullmatch(name):
        raise Wrong("This is your name there, without an address around it.")
    return name


def _room(text: str) -> str:
    address = web_address(text)
    if urlsplit(address).scheme != "https":
        raise Wrong("This is the address of your video room, such as https://meet.shop.com/help.")
    return address


def _token(text: str) -> str:
    if not TOKEN.fullmatch(text):
        raise Wrong("This is the id that the tool gives you for your website.")
    return text


ADDRESSES: Mapping[str, Callable[[str], str]] = {
    "whatsapp": _number,
    "phone": _number,
    "email": _mail,
    "instagram": _name,
    "messenger": _name,
    "telegram": _name,
    "video": _room,
    "chatwoot": _token,
    "crisp": _token,
}

"""How a shop can be reached now, for the doors that ask Django; the hot one is hot.py, with the same answer."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time

from ..delivery.models import DayOff
from ..stores.configuration import Configuration
from ..stores.models import Store
from ..stores.queries import configuration
from .reaching import AHEAD, BACK, NOBODY, ChatNow, Contact, Holidays, contact


def reached(store: Store, channel: str, *, now: datetime, chat: ChatNow = NOBODY) -> tuple[Configuration, Contact]:
    """Return what holds in a channel, and how the shop can be reached there."""
    settings = configuration(store, channel)
    of_channel = store.reply_times.filter(channel_slug=channel)
    replies = {kind: minutes for kind, minutes in of_channel.values_list("kind", "minutes") if minutes is not None}
    return settings, contact(settings, now, chat=chat, holidays=holidays(store, channel, now), replies=replies)


def holidays(store: Store, channel: str, now: datetime) -> Holidays:
    """Return the public holidays about now of the channel's country."""
    countries = store.channels.filter(slug=channel).values("default_country")
    days = DayOff.across_stores.filter(country__in=countries, on__range=((now - BACK).date(), (now + AHEAD).date()))
    return _holidays(list(days.values_list("on", "half_until")))


def holidays_between(countries: Collection[str], since: datetime, until: datetime) -> dict[str, Holidays]:
    """Return the public holidays of countries between two instants, and of the days around them."""
    days = DayOff.across_stores.filter(country__in=countries, on__range=((since - BACK).date(), (until + BACK).date()))
    found: dict[str, list[tuple[date, time | None]]] = {country: [] for country in countries}
    for country, on, half_until in days.values_list("country", "on", "half_until"):
        found[country].append((on, half_until))
    return {country: _holidays(rows) for country, rows in found.items()}


def _holidays(rows: Sequence[tuple[date, time | None]]) -> Holidays:
    return Holidays(
        frozenset(on for on, until in rows if until is None), {on: until for on, until in rows if until is not None}
    )

"""How a shop can be reached, as schema.org says it, for search engines and assistants."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..stores.configuration import Configuration
from ..stores.contact_ways import OURS, ContactChannel
from .reaching import hours_of, url_of

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# What has no address of its own: a tool opens on the shop's page.
OPENED_THERE = OURS | {"chatwoot", "crisp"}
NUMBERS = frozenset({"phone", "whatsapp"})


def organization(settings: Configuration, *, name: str, page: str) -> Mapping[str, Any]:
    """Return the shop with its contact points as JSON-LD; `page` is where it says how it can be reached."""
    return {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": name,
        **({"url": settings.storefront_url} if settings.storefront_url else {}),
        "contactPoint": [_point(settings, channel, page) for channel in settings.contact_channels],
    }


def _point(settings: Configuration, channel: ContactChannel, page: str) -> Mapping[str, Any]:
    point: dict[str, Any] = {"@type": "ContactPoint", "contactType": "customer service"}
    url = url_of(channel)
    if channel.kind in NUMBERS:
        point["telephone"] = channel.address
    if channel.kind == "email":
        point["email"] = channel.address
    elif channel.kind != "phone":
        point["url"] = page if channel.kind in OPENED_THERE else url
    if channel.languages:
        point["availableLanguage"] = list(channel.languages)
    if channel.kind not in ("email", "form"):
        point["hoursAvailable"] = list(_hours(settings, channel))
    return point


def _hours(settings: Configuration, channel: ContactChannel) -> Iterator[Mapping[str, Any]]:
    for day, shifts in zip(DAYS, hours_of(settings, channel).week, strict=True):
        for shift in shifts:
            # schema.org has no 24:00: what closes with the day closes a minute before.
            closes = f"{shift.closes:%H:%M}" if shift.closes.hour or shift.closes.minute else "23:59"
            opens = f"{shift.opens:%H:%M}"
            yield {"@type": "OpeningHoursSpecification", "dayOfWeek": day, "opens": opens, "closes": closes}

"""Time zones, and those of a country, from the tz database."""

from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

UTC = ZoneInfo("UTC")


@cache
def names() -> frozenset[str]:
    """Return every zone's name. Kept, for looking for them walks through all of their files."""
    return frozenset(available_timezones())


@cache
def zones_by_country() -> dict[str, tuple[str, ...]]:
    """Return each country's zones (ISO 3166 code → tz names), the most populous first, as zone.tab lists them."""
    found: dict[str, list[str]] = {}
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            found.setdefault(country, []).append(zone)
    return {country: tuple(zones) for country, zones in found.items()}


@cache
def zone_of_country(country: str) -> ZoneInfo:
    """Return the zone where most people of a country live; UTC for a code that is no country."""
    zones = zones_by_country().get(country.upper())
    return ZoneInfo(zones[0]) if zones else UTC

"""Public holidays by country, from the package `holidays`: those of the whole country, whole days only."""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=1000)
def days_off(country: str, year: int) -> frozenset[date]:
    """Return a country's public holidays in a year; none for a country (ISO 3166) that the package does not know."""
    import holidays  # here: it is half a second and 50 MB, and most processes ask for no holiday

    try:
        return frozenset(holidays.country_holidays(country.upper(), years=year))
    except NotImplementedError:
        return frozenset()

"""Money and times as people of a language write them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

_SIGNS = {"TRY": "₺", "EUR": "€"}
_TURKISH_MONTHS = ("Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara")
_ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Where the two warehouses, and most of the shoppers, are.
ZONES = {"tr": ZoneInfo("Europe/Istanbul"), "eu": ZoneInfo("Europe/Berlin")}


def amount(value: Decimal, currency: str, language: str) -> str:
    """₺1,299.90 in English, ₺1.299,90 in Turkish."""
    number = f"{value:,.2f}"
    if language == "tr":
        number = number.translate(str.maketrans(",.", ".,"))
    return f"{_SIGNS.get(currency, currency + ' ')}{number}"


def moment(at: datetime, language: str, channel_slug: str = "tr") -> str:
    """21 Nov 2026, 14:05, by the clocks of the channel's warehouse."""
    there = at.astimezone(ZONES.get(channel_slug, ZONES["tr"]))
    months = _TURKISH_MONTHS if language == "tr" else _ENGLISH_MONTHS
    return f"{there.day} {months[there.month - 1]} {there.year}, {there:%H:%M}"

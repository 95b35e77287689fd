"""What an order's page and its conversations' pages say alike of an order."""

from typing import Any

from ..guests.queries import Sheet
from ..mails.catalogue import phrases
from ..mails.rendering import calendar_day, phrase
from ..parcels.rules import CANCELLED


def standing(sheet: Sheet, language: str) -> str:
    """Return when it arrives, or arrived, in a sentence; nothing where nobody knows."""
    words = phrases("order_page", language)
    if sheet.order.status in CANCELLED:
        return words["cancelled"]
    if sheet.arrived_on:
        return phrase(words["arrived"], {"day": calendar_day(sheet.arrived_on, language)}, language)
    if sheet.first is None or sheet.last is None:
        return ""
    days = {"first": calendar_day(sheet.first, language), "last": calendar_day(sheet.last, language)}
    return phrase(words["promised_day" if sheet.first == sheet.last else "promised"], days, language)


def parcels(sheet: Sheet, language: str) -> list[dict[str, Any]]:
    words = phrases("order_page", language)
    return [
        {
            "state": words[f"state_{one.state}"],
            "left": phrase(words["parcel"], {"day": calendar_day(one.left_on, language)}, language),
            "number": one.tracking_number,
            "link": one.tracking_url,
        }
        for one in sheet.parcels
    ]

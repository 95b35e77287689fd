"""What helped, to the store."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Sum

from ..stores.callers import Staff

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Helped:
    """An article and how often it helped."""

    title: str
    times: int


def articles_that_helped(staff: Staff, *, since: date, channel: str | None) -> list[Helped]:
    """Return what helped most since a day, in the channels that the caller may see."""
    rows = staff.store.article_help.filter(day__gte=since)
    if staff.channels is not None:
        rows = rows.filter(channel_slug__in=staff.channels)
    if channel is not None:
        rows = rows.filter(channel_slug=channel)
    summed = rows.values("page_id").annotate(name=Max("title"), all=Sum("times")).order_by("-all", "page_id")
    return [Helped(one["name"], one["all"]) for one in summed[:MOST_SHOWN]]

"""Files in which a merchant tells of parcels, taken over row by row. A file taken twice adds nothing."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from ..csv_files import BadRow, Cells, RowWrong, moment, one_of, rows, told_in
from ..shop.models import Fulfillment
from ..stores.models import Store
from . import actions, queries
from .rules import Source, State

# docs/parcels.md describes them. One of the first two names the parcel.
COLUMNS = ("tracking_number", "order", "state", "at", "detail")
NEEDS = ("state", "at")
TELLABLE = tuple(state for state in State if state is not State.UNKNOWN)


@dataclass(slots=True)
class Report:
    """How many rows said what; every row is in exactly one of the counts or in `bad`."""

    rows: int = 0
    news: int = 0
    already: int = 0
    bad: list[BadRow] = field(default_factory=list)

    def facts(self) -> dict[str, Any]:
        return asdict(self)


def take_over(*, store: Store, path: Path, now: datetime) -> Report:
    """Take a file over, each row in a transaction of its own. Raises FileWrong."""
    report = Report()
    for number, cells in rows(path, NEEDS):
        report.rows += 1
        try:
            is_news = _take(store, cells(), f"{path.name}:{number}", now)
        except RowWrong as wrong:
            report.bad.append(BadRow(number, wrong.code, wrong.column, str(wrong)))
            continue
        report.news += is_news
        report.already += not is_news
    return report


def _take(store: Store, cells: Cells, place: str, now: datetime) -> bool:
    """Take over what a row says of its parcel, or of every parcel of its order; say whether any of it was news."""
    told = told_in(cells)
    state = one_of(told, "state", TELLABLE, "")
    at = moment(told.get("at", ""), now)
    heard = [
        actions.hear(
            store=store,
            fulfillment=parcel,
            state=state,
            source=Source.CSV,
            at=at,
            now=now,
            detail=told.get("detail", place),
        )
        for parcel in _parcels(store, told)
    ]
    return any(isinstance(one, actions.News) for one in heard)


def _parcels(store: Store, told: Cells) -> list[Fulfillment]:
    number, order = told.get("tracking_number", ""), told.get("order", "").lstrip("#")
    if not number and not order:
        raise RowWrong("PARCEL_MISSING", "tracking_number", "A row needs a tracking number or an order.")
    found = queries.parcels_by_number(store, number)[:1] if number else queries.parcels_by_order(store, order)
    if not found:
        column = "tracking_number" if number else "order"
        raise RowWrong("PARCEL_UNKNOWN", column, "The store has no parcel of this number that left.")
    return found

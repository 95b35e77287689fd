"""Files of consents, taken over row by row. A bad row is named and leaves the others alone; a file taken twice adds
nothing."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from ..csv_files import BadRow, FileWrong, RowWrong, rows
from ..stores.models import Store
from . import actions, csv_rows
from .csv_rows import Row
from .models import Source

Reader = Callable[[Mapping[str, str], datetime], Row]

__all__ = ["FileWrong", "Report", "take_over"]


@dataclass(slots=True)
class Report:
    """How many rows said what; every row is in exactly one of the counts or in `bad`."""

    dry_run: bool
    rows: int = 0
    given: int = 0
    withdrawn: int = 0
    already: int = 0
    bad: list[BadRow] = field(default_factory=list)

    def facts(self) -> dict[str, Any]:
        return asdict(self)


def take_over(
    *,
    store: Store,
    path: Path,
    now: datetime,
    source: Source = Source.CSV,
    read: Reader = csv_rows.read,
    needs: tuple[str, ...] = ("medium", "at"),
    dry_run: bool = False,
) -> Report:
    """Take a CSV file over, each row in a transaction of its own; with `dry_run` say what would come of it.

    Raises FileWrong where the file cannot be read, or its first line lacks one of `needs`.
    """
    report = Report(dry_run)
    for number, cells in rows(path, needs):
        report.rows += 1
        try:
            row = read(cells(), now)
        except RowWrong as wrong:
            report.bad.append(BadRow(number, wrong.code, wrong.column, str(wrong)))
            continue
        with transaction.atomic():
            said = _say(store, row, source, {"file": path.name, "line": number} | dict(row.more), now)
            transaction.set_rollback(dry_run)
        if isinstance(said, actions.Already):
            report.already += 1
        elif row.is_given:
            report.given += 1
        else:
            report.withdrawn += 1
    return report


def _say(
    store: Store, row: Row, source: Source, proof: dict[str, Any], now: datetime
) -> actions.Said | actions.Already:
    person = actions.person_at(
        store=store, email=row.email, phone=row.phone, country=row.country, language=row.language, now=now
    )
    told: Any = {"person": person, "medium": row.medium, "purpose": row.purpose, "source": source, "at": row.at}
    if not row.is_given:
        return actions.withdraw(page=row.page, proof=proof, **told)
    return actions.give_consent(basis=row.basis, text_version=row.text_version, page=row.page, proof=proof, **told)

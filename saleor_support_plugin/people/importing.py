"""Files of consents, taken over row by row. A bad row is named and leaves the others alone; a file taken twice adds
nothing."""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from django.db import transaction

from ..stores.models import Store
from . import actions, csv_rows
from .csv_rows import Row, RowWrong
from .models import Source

# Excel writes a semicolon where the comma stands in numbers.
DELIMITERS = (",", ";", "\t")
Reader = Callable[[Mapping[str, str], datetime], Row]


class FileWrong(Exception):
    """Nothing of the file was taken over."""

    code = "FILE_WRONG"


@dataclass(frozen=True, slots=True)
class BadRow:
    line: int
    code: str
    column: str
    message: str


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
    for number, cells in _rows(path, needs):
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


def _rows(path: Path, needs: tuple[str, ...]) -> Iterator[tuple[int, Callable[[], dict[str, str]]]]:
    """Give the number of each line that is not empty, and what returns its cells by their columns or raises RowWrong.

    A row is one line, so a quotation mark that is never closed harms its own row only.
    """
    try:
        # Bytes that are not UTF-8 become marks that a row is refused for: the others are still taken over.
        with path.open(encoding="utf-8-sig", errors="surrogateescape") as file:
            head = file.readline()
            delimiter = max(DELIMITERS, key=head.count)
            names = [name.strip().lower() for name in next(csv.reader([head], delimiter=delimiter), [])]
            missing = [name for name in needs if name not in names]
            if missing:
                raise FileWrong(f"The first line must name the columns {', '.join(needs)}; {', '.join(missing)} lacks.")
            for number, line in enumerate(file, 2):
                if line.strip():
                    yield number, partial(_cells, names, delimiter, line)
    except OSError as error:
        raise FileWrong(f"The file cannot be read: {error.strerror}.") from error


def _cells(names: list[str], delimiter: str, line: str) -> dict[str, str]:
    try:
        cells = next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise RowWrong("CELLS_WRONG", "", f"This line cannot be read: {error}.") from error
    if len(cells) > len(names):
        raise RowWrong("CELLS_WRONG", "", "This row has more cells than there are columns.")
    return dict(zip(names, cells, strict=False))

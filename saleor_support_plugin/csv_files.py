"""CSV files that merchants give: read row by row, each bad row named and alone."""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

# Excel writes a semicolon where the comma stands in numbers.
DELIMITERS = (",", ";", "\t")
MOST_LETTERS = 500
Cells = Mapping[str, str]


class FileWrong(Exception):
    """Nothing of the file was taken over."""

    code = "FILE_WRONG"


class RowWrong(Exception):
    """A row that cannot be taken over; `code` and `column` say why."""

    def __init__(self, code: str, column: str, message: str) -> None:
        super().__init__(message)
        self.code, self.column = code, column


@dataclass(frozen=True, slots=True)
class BadRow:
    line: int
    code: str
    column: str
    message: str


def rows(path: Path, needs: tuple[str, ...]) -> Iterator[tuple[int, Callable[[], dict[str, str]]]]:
    """Give the number of each line that is not empty, and what returns its cells by their columns or raises RowWrong.

    A row is one line, so a quotation mark that is never closed harms its own row only. Raises FileWrong where the file
    cannot be read, or its first line lacks one of `needs`.
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


def told_in(cells: Cells) -> dict[str, str]:
    """Return the cells that hold something. Raises RowWrong for what is no line of text."""
    told = {name: cell.strip() for name, cell in cells.items() if cell.strip()}
    for name, cell in told.items():
        _check_text(name, cell)
    return told


def _check_text(name: str, cell: str) -> None:
    if any("\udc80" <= letter <= "\udcff" for letter in cell):
        raise RowWrong("NOT_UTF8", name, "These bytes are not UTF-8.")
    if len(cell) > MOST_LETTERS or not cell.isprintable():
        raise RowWrong("TEXT_WRONG", name, f"This is one line of at most {MOST_LETTERS} characters.")


def one_of[Choice: str](told: Cells, name: str, choices: tuple[Choice, ...], usual: str) -> Choice:
    """Return which of the choices a cell names, in letters of any case; `usual` where it is empty. Raises RowWrong."""
    said = told.get(name, usual).lower()
    for choice in choices:
        if choice.lower() == said:
            return choice
    raise RowWrong(f"{name.upper()}_WRONG", name, f"This is one of {', '.join(choices)}.")


def moment(text: str, now: datetime) -> datetime:
    """Return the instant of the column `at`. Raises RowWrong."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise RowWrong("TIME_WRONG", "at", "This is a time such as 2026-11-21T14:30:00+03:00.") from error
    if at.tzinfo is None:
        raise RowWrong("TIME_WRONG", "at", "A time needs its zone, such as 2026-11-21T14:30:00+03:00.")
    if at > now:
        raise RowWrong("TIME_AHEAD", "at", "Nobody can have said this yet.")
    return at

"""CSV files that merchants give, read row by row, each bad row named and alone; and what is safe in those they get."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import orjson

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


@dataclass(frozen=True, slots=True)
class WholeRow:
    """A row as it stands, with the number of its first line; `problem` says why its cells cannot be read."""

    line: int
    cells: tuple[str, ...]
    problem: str = ""


def whole_rows(path: Path) -> Iterator[WholeRow]:
    """Give the rows that are not empty, the one with the names of the columns first; a cell may hold several lines.

    So a quotation mark that is never closed takes the rows behind it along, up to what one cell may hold: 131,072
    letters. Raises FileWrong where the file cannot be read.
    """
    try:
        # Not UTF-8: as in `rows`.
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            head = file.readline()
            file.seek(0)
            reader = csv.reader(file, delimiter=max(DELIMITERS, key=head.count), strict=True)
            yield from _whole(reader)
    except OSError as error:
        raise FileWrong(f"The file cannot be read: {error.strerror}.") from error


def _whole(reader: Any) -> Iterator[WholeRow]:
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield WholeRow(line, (), str(error))
        else:
            if any(cell.strip() for cell in cells):
                yield WholeRow(line, tuple(cells))


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


# A spreadsheet runs what begins like this; a quotation mark before it is shown by none and makes it a text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


# What we give: records, as spreadsheets and as programs take them

Record = Mapping[str, Any]


def as_csv(columns: Sequence[str], records: Iterable[Record]) -> Iterator[str]:
    """Give a file line by line; with its mark a spreadsheet knows that it is UTF-8, and it runs nothing in it."""
    yield "\ufeff" + _line(columns)
    for record in records:
        yield _line([_cell(record[column]) for column in columns])


def as_json_lines(records: Iterable[Record]) -> Iterator[bytes]:
    """Give each record as one line of JSON."""
    for record in records:
        yield orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)


def _cell(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, list):
        return ", ".join(_cell(one) for one in value)
    if isinstance(value, Mapping):
        return " ".join(_cell(one) for one in value.values())
    return "" if value is None else str(value)


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([guarded(cell) for cell in cells])
    return out.getvalue()

"""Values of an input, each as it is kept. Raises NotDone with the field that is wrong."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ..rules import NotDone, Problem
from .deed import Input

MOST_TEXT, MOST_LINES = 200, 100


def text(given: Input, name: str, *, is_required: bool = True, most: int = MOST_TEXT) -> str:
    value = given.get(name)
    if value is None or value == "":
        if is_required:
            raise NotDone(Problem.REQUIRED, name)
        return ""
    if not isinstance(value, str) or len(value) > most or "\0" in value:
        raise NotDone(Problem.INVALID, name)
    return value.strip()


def money(given: Input, name: str, *, is_required: bool = True) -> str | None:
    """Return an amount above zero as text, exact."""
    value = given.get(name)
    if value is None or value == "":
        if is_required:
            raise NotDone(Problem.REQUIRED, name)
        return None
    try:
        read = Decimal(str(value))
    except InvalidOperation:
        raise NotDone(Problem.INVALID, name) from None
    # Nothing has more than three decimals, and a column of ours fifteen digits before them.
    if not read.is_finite() or not 0 < read < 10**12 or read != round(read, 3):
        raise NotDone(Problem.INVALID, name)
    return f"{read:f}"


def number(given: Input, name: str, *, least: int, most: int, usual: int) -> int:
    value = given.get(name)
    if value is None:
        return usual
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise NotDone(Problem.INVALID, name)
    return value


def day(given: Input, name: str) -> str | None:
    value = given.get(name)
    if value is None or value == "":
        return None
    try:
        return (value if isinstance(value, date) else date.fromisoformat(str(value))).isoformat()
    except ValueError:
        raise NotDone(Problem.INVALID, name) from None


def pieces(given: Input, name: str = "lines", *, is_required: bool = True) -> list[dict[str, Any]]:
    """Return [{line, quantity}], each line once."""
    rows = given.get(name) or []
    if is_required and not rows:
        raise NotDone(Problem.REQUIRED, name)
    if not isinstance(rows, list) or len(rows) > MOST_LINES or not all(isinstance(row, Mapping) for row in rows):
        raise NotDone(Problem.INVALID, name)
    read = [
        {"line": text(row, "line"), "quantity": number(row, "quantity", least=1, most=9_999, usual=1)} for row in rows
    ]
    if len({row["line"] for row in read}) < len(read):
        raise NotDone(Problem.INVALID, name)
    return read

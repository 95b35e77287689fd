"""What a command prints: a table for a person, one JSON object for a program."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import orjson
from rich.console import Console
from rich.progress import Progress
from rich.table import Table


def show(facts: Mapping[str, Any], *, as_json: bool) -> None:
    if as_json:
        print(orjson.dumps(facts, default=str).decode())
        return
    console = Console()
    plain = {name: value for name, value in facts.items() if not isinstance(value, list)}
    table = Table(show_header=False, box=None)
    for name, value in plain.items():
        table.add_row(name.replace("_", " "), _text(value))
    console.print(table)
    for name, rows in facts.items():
        if isinstance(rows, list) and rows:
            _show_rows(console, name, rows)


@contextmanager
def progress(what: str, *, of: int, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Show a bar of so many on the standard error; what it gives is told how many more are done."""
    with Progress(console=Console(stderr=True), disable=quiet) as bar:
        task = bar.add_task(what, total=of)
        yield lambda more: bar.advance(task, more)


def _show_rows(console: Console, name: str, rows: list[Any]) -> None:
    if not isinstance(rows[0], Mapping):
        console.print(f"{name.replace('_', ' ')}: {', '.join(map(str, rows))}", markup=False)
        return
    table = Table(title=name.replace("_", " "), title_justify="left")
    for column in rows[0]:
        table.add_column(column.replace("_", " "))
    for row in rows:
        table.add_row(*(_text(value) for value in row.values()))
    console.print(table)


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {one}" for name, one in value.items())
    return str(value)

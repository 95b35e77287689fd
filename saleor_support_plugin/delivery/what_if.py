"""Answers to a file of facts: what would be promised if these held."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .fact_fields import LineWrong
from .fact_lines import answer


def answers(lines: Iterable[bytes]) -> Iterator[Mapping[str, Any]]:
    """Give an answer to every line that holds something, or what is wrong with it; both name the line."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield {"line": number, **_said(line)}


def _said(line: bytes) -> Mapping[str, Any]:
    try:
        return answer(line)
    except LineWrong as error:
        return {"error": {"code": error.code, "field": error.field, "message": str(error)}}

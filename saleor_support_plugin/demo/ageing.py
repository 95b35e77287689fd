"""Making the shop's records older: every instant in them is moved back, as if that much time had passed since."""

from __future__ import annotations

import dataclasses
import re
from datetime import datetime, timedelta
from typing import Any

# As the Paper storefront writes instants into metadata.
WRITTEN = "%Y-%m-%dT%H:%M:%S.000Z"
_WRITTEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z")


def move_back(record: Any, by: timedelta) -> None:
    """Change a record and everything in it, in place: others hold the same ones."""
    _moved(record, by, set())


def _moved(value: Any, by: timedelta, seen: set[int]) -> Any:
    """`seen` are the records that were moved: one occurrence may be told to several webhooks."""
    if isinstance(value, datetime):
        return value - by
    if isinstance(value, str):
        return (datetime.strptime(value, WRITTEN) - by).strftime(WRITTEN) if _WRITTEN.fullmatch(value) else value
    if id(value) in seen:
        return value
    seen.add(id(value))
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            setattr(value, field.name, _moved(getattr(value, field.name), by, seen))
    elif isinstance(value, dict):
        value.update({name: _moved(one, by, seen) for name, one in value.items()})
    elif isinstance(value, list):
        value[:] = [_moved(one, by, seen) for one in value]
    return value

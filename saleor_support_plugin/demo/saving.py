"""The shop's state as one JSON file: dataclasses to plain values and back, by their annotations."""

from __future__ import annotations

import dataclasses
import os
import types
import typing
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, cast

import orjson


class UnreadableState(Exception):
    """The state file is not what this version of the demo writes; deleting it starts a fresh shop."""


def write_state(path: Path, state: object) -> None:
    """Replace the file in one step, readable by its owner only: it holds the shop's private key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "wb") as file:
        file.write(orjson.dumps(state, default=_plain))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def read_state[T](path: Path, wanted: type[T]) -> T:
    try:
        return cast(T, _typed(wanted, orjson.loads(path.read_bytes())))
    except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise UnreadableState(f"{path} cannot be read ({error}); delete it to start a fresh demo shop") from error


def _plain(value: object) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} cannot be saved")


def _typed(wanted: Any, value: Any) -> Any:
    """Give a JSON value back the type that `wanted` annotates."""
    if value is None or wanted is Any:
        return value
    if dataclasses.is_dataclass(wanted):
        return _record(cast(type, wanted), value)
    if wanted is datetime:
        return datetime.fromisoformat(value)
    if wanted is Decimal:
        return Decimal(value)
    return _container(wanted, value)


def _container(wanted: Any, value: Any) -> Any:
    origin, inner = typing.get_origin(wanted), typing.get_args(wanted)
    if origin is list:
        return [_typed(inner[0], item) for item in value]
    if origin is dict:
        return {key: _typed(inner[1], item) for key, item in value.items()}
    if origin in (types.UnionType, typing.Union):
        return _typed(next(choice for choice in inner if choice is not type(None)), value)
    return value


def _record(wanted: type, value: dict[str, Any]) -> Any:
    annotations = _annotations(wanted)
    return wanted(**{name: _typed(annotations[name], item) for name, item in value.items()})


@cache
def _annotations(wanted: type) -> dict[str, Any]:
    return typing.get_type_hints(wanted)

"""Conditions as most plugins have them: a tree of JSON, walked anew for every cart (jsonlogic.com's operators)."""

from collections.abc import Mapping
from typing import Any


def apply(rule: Any, data: Mapping[str, Any]) -> Any:
    if not isinstance(rule, dict):
        return rule
    [(operator, given)] = rule.items()
    values = given if isinstance(given, list) else [given]
    if operator == "and":
        return _until(values, data, stop_at=False)
    if operator == "or":
        return _until(values, data, stop_at=True)
    if operator == "var":
        return _found(str(values[0]), data)
    if operator == "some":
        return any(apply(values[1], each) for each in apply(values[0], data) or ())
    found = [apply(each, data) for each in values]
    return _OPERATORS[operator](*found)


def _until(values: list[Any], data: Mapping[str, Any], *, stop_at: bool) -> Any:
    found: Any = not stop_at
    for each in values:
        found = apply(each, data)
        if bool(found) is stop_at:
            return found
    return found


def _found(path: str, data: Any) -> Any:
    for part in path.split("."):
        try:
            data = data[part]
        except (KeyError, TypeError):
            return None
    return data


_OPERATORS: Mapping[str, Any] = {
    "!": lambda value: not value,
    "==": lambda one, other: one == other,
    ">=": lambda one, other: one >= other,
    "<": lambda one, other: one < other,
    "in": lambda one, other: one in other,
    "*": lambda one, other: one * other,
}

"""npm's version ranges as manifests use them: `>=3.21 <4`, `^3.22`, `~3.23.1`, `3.21 - 3.23`, `3.x`, `a || b`."""

from __future__ import annotations

import re

Version = tuple[int, int, int]
_PART = re.compile(r"(>=|<=|>|<|=|\^|~)?\s*v?(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?$")


class NotARange(ValueError):
    """The text is not a version range."""


def satisfies(version: str, wanted: str) -> bool:
    """Whether a version such as "3.23.28" lies in the range. Raises NotARange."""
    major, minor, patch = (int(part) for part in version.split("."))
    return any(_in_all((major, minor, patch), choice) for choice in wanted.split("||"))


def _in_all(version: Version, choice: str) -> bool:
    choice = re.sub(r"(\S+)\s+-\s+(\S+)", r">=\1 <=\2", choice.strip())
    choice = re.sub(r"([<>=^~])\s+", r"\1", choice)
    bounds = [_bounds(part) for part in choice.split()] or [((0, 0, 0), None)]
    return all(least <= version and (below is None or version < below) for least, below in bounds)


def _bounds(part: str) -> tuple[Version, Version | None]:
    """The least version of a part, and the first one above it."""
    match = _PART.match(part)
    if not match:
        raise NotARange(part)
    operator, *texts = match.groups()
    numbers = [int(text) for text in texts if text is not None and text.isdigit()]
    least = _filled(numbers)
    after = _next(numbers)
    if operator == ">=":
        return least, None
    if operator == ">":
        return after or (10**6, 0, 0), None
    if operator == "<":
        return (0, 0, 0), least
    if operator == "<=":
        return (0, 0, 0), after
    if operator == "^":
        return least, _next(numbers[:1] if numbers and numbers[0] else numbers[:2])
    if operator == "~":
        return least, _next(numbers[:2])
    return least, after


def _next(numbers: list[int]) -> Version | None:
    """The first version that no longer begins with these numbers; None when there are none."""
    if not numbers:
        return None
    return _filled([*numbers[:-1], numbers[-1] + 1])


def _filled(numbers: list[int]) -> Version:
    major, minor, patch = [*numbers, 0, 0, 0][:3]
    return major, minor, patch

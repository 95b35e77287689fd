"""A promise in the words of JSON, the same at every door: docs/delivery-promise.md names each field."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from ..money import Money
from .rules import Option, Promise, Step, Window

type Body = dict[str, Any]


def promise_body(promise: Promise) -> Body:
    """Return what is said of a promise, but for where to and what of: that is the door's."""
    cheapest, fastest = promise.cheapest, promise.fastest
    return {
        "until": moment(promise.until),
        "reason": promise.reason,
        "cheapest": cheapest and cheapest.method.id,
        "fastest": fastest and fastest.method.id,
        "freeFrom": money(promise.free_from),
        "options": [option_body(option) for option in promise.options],
    }


def option_body(option: Option) -> Body:
    return {
        "id": option.method.id,
        "name": option.method.name,
        "price": money(option.method.price),
        "tax": option.method.tax,
        "needs": money(option.needs),
        "window": _window(option.window),
        "cutoff": moment(option.cutoff),
        "dispatch": _window(option.dispatch),
        "reason": option.reason,
        "steps": [_step(step) for step in option.steps],
    }


def money(amount: Money | None) -> Mapping[str, str] | None:
    return None if amount is None else {"amount": amount.text, "currency": amount.currency}


def moment(at: datetime | None) -> str | None:
    """Return an instant as every browser reads it: 2026-11-20T12:00:00Z."""
    return None if at is None else at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _window(window: Window | None) -> Mapping[str, str] | None:
    return None if window is None else {"from": window.first.isoformat(), "to": window.last.isoformat()}


def _step(step: Step) -> Body:
    return {
        "code": step.code,
        "on": None if step.on is None else step.on.isoformat(),
        "at": None if step.at is None else step.at.isoformat(timespec="minutes"),
        "days": None if step.days is None else {"from": step.days.least, "to": step.days.most},
        "name": step.name,
    }

"""What is promised for an order when it is placed, as it is kept. Values in, values out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ..delivery.facts import Question
from ..delivery.rules import Option, Window, promise
from ..delivery.saying import option_body
from .keeping import MOST_LATE_DAYS

# Of the rule and of what is kept of its answer: a row says by which version it was made.
VERSION = 1
NO_METHOD = "NO_METHOD"
# Nobody brings it: the order waits at a warehouse.
PICKED_UP = "PICKED_UP"
# We do not know the order's channel or what is in it.
NO_FACTS = "NO_FACTS"


@dataclass(frozen=True, slots=True)
class Frozen:
    """The window and how it came about; without one, `reason` says why."""

    window: Window | None = None
    reason: str = ""
    dispatch_last: date | None = None
    steps: Sequence[dict[str, Any]] = ()
    ladder: Sequence[date] = ()


def frozen(question: Question | None, method_id: str) -> Frozen:
    """Return the promise of one method, as the rule gives it for the whole order, the latest line deciding."""
    if question is None:
        return Frozen(reason=NO_FACTS)
    methods = [method for method in question.methods if method.id == method_id]
    answer = promise(replace(question, methods=methods))
    option = answer.options[0] if answer.options else None
    if option is None or option.window is None:
        reason = option.reason if option else answer.reason
        return Frozen(reason=str(reason or NO_METHOD))
    return Frozen(
        window=option.window,
        dispatch_last=option.dispatch.last if option.dispatch else None,
        steps=option_body(option)["steps"],
        ladder=ladder(question, option),
    )


def ladder(question: Question, option: Option) -> list[date]:
    """Return the last days that the rule gives with no widening, with one carrier day more, with two, … ."""
    lasts = []
    for extra in range(MOST_LATE_DAYS + 1):
        method = replace(option.method, late_days=extra)
        window = promise(replace(question, methods=[method])).options[0].window
        lasts += [window.last] if window else []
    return lasts

"""How much open time had passed by when, in a form from which a database can read it for many instants at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from .business import Hours, open_spans


@dataclass(frozen=True, slots=True)
class Course:
    """Instants in seconds since 1970, in order; by each of them, how many seconds were open since the first.

    `rate` is 1 where it is open from there on, else 0.
    """

    edges: tuple[float, ...]
    before: tuple[float, ...]
    rate: tuple[float, ...]


def course(hours: Hours, since: datetime, until: datetime) -> Course:
    """Return how open time passes from an instant on; where it never opens by `until`, all time counts."""
    edges, before, rate, passed = [since.timestamp()], [0.0], [0.0], timedelta()
    for begin, end in open_spans(hours, since, until):
        edges += [begin.timestamp(), end.timestamp()]
        before += [passed.total_seconds(), (passed := passed + (end - begin)).total_seconds()]
        rate += [1.0, 0.0]
    if len(edges) == 1:
        rate = [1.0]
    return Course(tuple(edges), tuple(before), tuple(rate))

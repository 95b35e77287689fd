"""Whether bad reviews of one thing come too thick: a week beside the weeks before it, by Poisson's law.

Of `n` reviews of a week, `n × share` are bad when nothing has changed, where `share` is what was usual before. Were
they to come by chance, so many or more would come with the probability of Poisson's upper tail.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from math import exp, fsum, lgamma, log


class Subject(StrEnum):
    PRODUCT = "PRODUCT"
    CARRIER = "CARRIER"
    WAREHOUSE = "WAREHOUSE"


NEGATIVE = 2
WEEK = timedelta(days=7)
BASELINE = timedelta(days=90)
# Of fewer, a share says nothing.
LEAST_REVIEWS = 20
ALARM, CALM = 0.001, 0.05
# What a new product counts for by itself: before it has so many reviews, the whole shop's share speaks for it, too.
BORROWED = 20
# Where a shop has no past either. About every tenth review of a web shop has two stars or less.
USUAL_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Counted:
    reviews: int
    negative: int


@dataclass(frozen=True, slots=True)
class Judged:
    """How many bad ones were to be expected, and how likely so many or more are by chance."""

    expected: float
    chance: float

    @property
    def is_alarm(self) -> bool:
        return self.chance < ALARM

    @property
    def is_calm(self) -> bool:
        """Whether an alarm is over: later than it began, so that it does not come and go."""
        return self.chance >= CALM


def judge(week: Counted, before: Counted, shop_before: Counted) -> Judged:
    """Judge a week's reviews of one thing by those of the weeks before, its own and the whole shop's.

    Of fewer than LEAST_REVIEWS nothing is ever alarming.
    """
    borrowed = (shop_before.negative + BORROWED * USUAL_SHARE) / (shop_before.reviews + BORROWED)
    share = (before.negative + BORROWED * borrowed) / (before.reviews + BORROWED)
    expected = week.reviews * share
    if week.reviews < LEAST_REVIEWS:
        return Judged(expected, 1.0)
    return Judged(expected, at_least(week.negative, expected))


def at_least(count: int, expected: float) -> float:
    """Return Poisson's probability of `count` or more where so many are expected."""
    if expected <= 0:
        return 0.0 if count else 1.0
    # By logarithms: of thousands of reviews exp(-expected) is nothing to a computer.
    below = fsum(exp(seen * log(expected) - expected - lgamma(seen + 1)) for seen in range(count))
    return max(0.0, 1.0 - below)

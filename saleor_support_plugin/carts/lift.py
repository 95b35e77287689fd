"""What writing brings: people who may be written to beside those who by chance never are.

The interval holds however often somebody looks, and whenever they stop looking: it is an asymptotic confidence sequence
(Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas: Time-uniform central limit theory and asymptotic confidence
sequences, Annals of Statistics 52, 2024, theorem 2.2), for the difference of the two means.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import inf, log, sqrt

# How often the interval may miss the truth at any time of looking at all.
ALPHA = 0.05
# It is narrowest about here; elsewhere it is a little wider than it must be, never wrong.
NARROWEST_AT = 2_000
# Below these an average says nothing: sums of few orders are too skewed for the theorem to hold.
FEWEST_PEOPLE = 20
FEWEST_BUYERS = 20
CENT = Decimal("0.01")


class Verdict(StrEnum):
    """What the two groups show."""

    NOT_ENOUGH_DATA = "NOT_ENOUGH_DATA"
    NO_DIFFERENCE_SHOWN = "NO_DIFFERENCE_SHOWN"
    GAIN = "GAIN"
    LOSS = "LOSS"


@dataclass(frozen=True, slots=True)
class Arm:
    """One group: how many people, how many of them bought, for how much, and the sum of each one's square."""

    people: int = 0
    buyers: int = 0
    revenue: Decimal = Decimal(0)
    squares: Decimal = Decimal(0)

    @property
    def mean(self) -> float:
        return float(self.revenue) / self.people

    @property
    def variance(self) -> float:
        """Of one person's revenue: the sample's."""
        spread = float(self.squares) - float(self.revenue) ** 2 / self.people
        return max(0.0, spread) / (self.people - 1)

    @property
    def is_judged(self) -> bool:
        return self.people >= FEWEST_PEOPLE and self.buyers >= FEWEST_BUYERS


@dataclass(frozen=True, slots=True)
class Lift:
    """`low` and `high` bound what one person brings more for being written to; None where there is too little to say.

    `brought_low` and `brought_high` are the same for all who may be written to, never below nothing: what they would
    have bought anyway, and what those bought who are never written to, is no part of it.
    """

    verdict: Verdict
    low: Decimal | None = None
    high: Decimal | None = None
    brought_low: Decimal | None = None
    brought_high: Decimal | None = None


def lift(written: Arm, held_out: Arm) -> Lift:
    """Compare those who may be written to with those who never are."""
    if not (written.is_judged and held_out.is_judged):
        return Lift(Verdict.NOT_ENOUGH_DATA)
    low, high = interval(written, held_out)
    return Lift(
        verdict=_verdict(low, high),
        low=_amount(low),
        high=_amount(high),
        brought_low=_amount(max(0.0, low) * written.people),
        brought_high=_amount(max(0.0, high) * written.people),
    )


def interval(written: Arm, held_out: Arm) -> tuple[float, float]:
    """Return the bounds of the difference of revenue a person; without bounds where a group has fewer than two."""
    if min(written.people, held_out.people) < 2:
        return -inf, inf
    difference = written.mean - held_out.mean
    # Before it has seen a large order, a small group's own spread is too narrow; the wider one stands for both.
    variance = max(written.variance, held_out.variance)
    error = sqrt(variance / written.people + variance / held_out.people)
    half = error * _boundary(written.people + held_out.people)
    return difference - half, difference + half


def _boundary(people: int) -> float:
    """Return how many standard errors to go to either side after so many people: 1.96 would be right for one look."""
    width = people * (-2 * log(ALPHA) + log(-2 * log(ALPHA) + 1)) / NARROWEST_AT
    return sqrt(2 * (width + 1) / width * log(sqrt(width + 1) / ALPHA))


def _verdict(low: float, high: float) -> Verdict:
    if low > 0:
        return Verdict.GAIN
    return Verdict.LOSS if high < 0 else Verdict.NO_DIFFERENCE_SHOWN


def _amount(value: float) -> Decimal:
    return Decimal(value).quantize(CENT)

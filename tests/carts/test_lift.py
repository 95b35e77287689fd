"""What writing brings is said as an interval that holds whenever somebody looks, or not at all."""

from collections.abc import Callable
from decimal import Decimal
from math import exp, sqrt
from random import Random

import pytest

from saleor_support_plugin.carts.lift import FEWEST_BUYERS, Arm, Verdict, interval, lift

type Bounds = Callable[[Arm, Arm], tuple[float, float]]


def arm(people: int, buyers: int, each: int = 100) -> Arm:
    """A group in which so many spend the same."""
    return Arm(people, buyers, Decimal(buyers * each), Decimal(buyers * each**2))


@pytest.mark.parametrize(
    ("written", "held_out"),
    [
        (Arm(), Arm()),
        (arm(5000, 500), Arm()),
        (arm(5000, 500), arm(250, FEWEST_BUYERS - 1)),
        (arm(300, FEWEST_BUYERS - 1), arm(300, 30)),
    ],
)
def test_a_small_shop_is_told_that_there_is_too_little(written: Arm, held_out: Arm) -> None:
    found = lift(written, held_out)
    assert found.verdict == Verdict.NOT_ENOUGH_DATA
    assert {found.low, found.high, found.brought_low, found.brought_high} == {None}


def test_what_they_would_have_bought_anyway_is_no_part_of_it() -> None:
    found = lift(arm(10_000, 1000), arm(1000, 100))
    assert found.verdict == Verdict.NO_DIFFERENCE_SHOWN
    assert found.low is not None
    assert found.high is not None
    assert found.low < 0 < found.high
    assert found.brought_low == 0
    assert found.brought_high == pytest.approx(found.high * 10_000, abs=100)


def test_a_gain_is_said_from_its_low_end_on() -> None:
    found = lift(arm(20_000, 3000), arm(5000, 250))
    assert found.verdict == Verdict.GAIN
    assert found.low is not None
    assert found.brought_low is not None
    # Ten a person more: the low end is below it.
    assert 0 < found.low < 10
    assert 0 < found.brought_low < 10 * 20_000


def test_a_loss_is_said_as_one_and_brings_nothing() -> None:
    found = lift(arm(20_000, 1000), arm(5000, 750))
    assert found.verdict == Verdict.LOSS
    assert found.brought_low == found.brought_high == 0


def is_missed(seed: int, bounds: Bounds, *, more: float, held: float, spread: float) -> bool:
    """Say whether the truth is outside of the bounds at any of a hundred times of looking.

    Of those held out one in ten buys, of the others so many more; what is spent is log-normal, as baskets are.
    """
    random = Random(seed)
    truth = more * exp(4 + spread**2 / 2)
    people, buyers, sums, squares = [0, 0], [0, 0], [0.0, 0.0], [0.0, 0.0]
    for number in range(1, 4001):
        group = int(random.random() < held)
        people[group] += 1
        if random.random() < (0.1 if group else 0.1 + more):
            spent = random.lognormvariate(4, spread)
            buyers[group] += 1
            sums[group] += spent
            squares[group] += spent**2
        if number % 40 == 0 and min(buyers) >= FEWEST_BUYERS:
            arms = [Arm(people[i], buyers[i], Decimal(sums[i]), Decimal(squares[i])) for i in (0, 1)]
            low, high = bounds(*arms)
            if not low <= truth <= high:
                return True
    return False


def at_one_look(written: Arm, held_out: Arm) -> tuple[float, float]:
    """The interval of the schoolbooks, which is right for one look that was chosen before."""
    error = sqrt(written.variance / written.people + held_out.variance / held_out.people)
    difference = written.mean - held_out.mean
    return difference - 1.96 * error, difference + 1.96 * error


@pytest.mark.parametrize(("more", "held", "spread"), [(0.0, 0.2, 0.8), (0.03, 0.5, 0.8), (0.03, 0.2, 1.2)])
def test_the_interval_holds_at_every_time_of_looking(more: float, held: float, spread: float) -> None:
    missed = sum(is_missed(seed, interval, more=more, held=held, spread=spread) for seed in range(100))
    assert missed <= 5


def test_the_interval_of_the_schoolbooks_would_not() -> None:
    missed = sum(is_missed(seed, at_one_look, more=0.0, held=0.2, spread=0.8) for seed in range(100))
    assert missed > 10

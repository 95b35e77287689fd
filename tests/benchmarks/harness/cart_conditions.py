"""Twenty rules of four conditions each, compiled as a plan's steps are, beside an interpreter of the same in JSON."""

import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from saleor_support_plugin.carts import conditions as ours
from saleor_support_plugin.carts.facts import Cause, Left, Line, Profile
from saleor_support_plugin.money import Money

from .json_logic import apply

RULES = 20


def cost(rounds: int = 2000) -> dict[str, float]:
    """Return the µs of CPU for all rules about one cart: compiled, and interpreted. Both must say the same."""
    rules = [ours.compiled(_rule(number)).holds for number in range(RULES)]
    trees = [_tree(number) for number in range(RULES)]
    left, cause = _left(), Cause.SHIPPING_SHOCK
    data = _as_json(left, cause)
    said, told = [holds(left, cause) for holds in rules], [bool(apply(tree, data)) for tree in trees]
    if said != told or len(set(said)) != 2:
        raise AssertionError(f"the two disagree, or all is alike: {said} {told}")

    def compiled() -> None:
        for holds in rules:
            holds(left, cause)

    def interpreted() -> None:
        for tree in trees:
            apply(tree, data)

    return {"rules_us": _us(compiled, rounds), "interpreter_us": _us(interpreted, rounds)}


def _us(run: Callable[[], None], rounds: int) -> float:
    """Return the best of five: what else the machine did is not the rules' cost."""
    found = []
    for _ in range(5):
        began = time.process_time()
        for _ in range(rounds):
            run()
        found.append((time.process_time() - began) / rounds * 1e6)
    return min(found)


def _rule(number: int) -> ours.Condition:
    """Every second one holds, so that neither side stops early each time."""
    return ours.AllOf(
        (
            ours.ValueAtLeast(Money(Decimal(100 + number), "TRY")),
            ours.HasCategory((f"C{number}", "C2")),
            ours.AnyOf((ours.CauseIs((Cause.SHIPPING_SHOCK,)), ours.ProfileIs((Profile.RETURNING,)))),
            ours.QuantityAtLeast(1 + 9 * (number % 2)),
        )
    )


def _tree(number: int) -> dict[str, Any]:
    return {
        "and": [
            {"and": [{">=": [{"var": "total"}, 100 + number]}, {"==": [{"var": "currency"}, "TRY"]}]},
            {"some": [{"var": "lines"}, {"in": [{"var": "category_id"}, [f"C{number}", "C2"]]}]},
            {"or": [{"in": [{"var": "cause"}, ["SHIPPING_SHOCK"]]}, {"in": [{"var": "profile"}, ["RETURNING"]]}]},
            {">=": [{"var": "quantity"}, 1 + 9 * (number % 2)]},
        ]
    }


def _left() -> Left:
    lines = tuple(_line(number) for number in range(3))
    return Left(lines=lines, total=Money(Decimal(360), "TRY"), shipping=Money(Decimal(60), "TRY"))


def _line(number: int) -> Line:
    price = Money(Decimal(100), "TRY")
    return Line(f"L{number}", f"V{number}", f"P{number}", f"C{number}", "Blanket", "", "Blue", 2, price, price, "")


def _as_json(left: Left, cause: Cause) -> dict[str, Any]:
    return {
        "total": float(left.total.amount),
        "currency": left.total.currency,
        "cause": cause.value,
        "profile": left.profile.value,
        # A plugin's interpreter is handed sums ready made; ours counts the pieces itself.
        "quantity": sum(line.quantity for line in left.lines),
        "lines": [{"category_id": line.category_id, "product_id": line.product_id} for line in left.lines],
    }

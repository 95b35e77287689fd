"""Which of many products to ask about first: those of which others know least."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

FEW = 5
OLD = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Known:
    """What others have said of a product: how many reviews are published, and when the newest was written."""

    count: int
    newest_at: datetime | None


NOTHING = Known(0, None)


def steered[Line](lines: Sequence[tuple[Line, str]], known: Mapping[str, Known], *, now: datetime) -> list[Line]:
    """Return an order's lines, each given with its product: those with few reviews first, then those with old ones.

    Among equals the order's own order stays.
    """

    def need(pair: tuple[Line, str]) -> int:
        product = known.get(pair[1], NOTHING)
        if product.count < FEW:
            return 0
        return 1 if product.newest_at is None or now - product.newest_at > OLD else 2

    return [line for line, _ in sorted(lines, key=need)]

"""Money: an exact amount and its currency."""

from dataclasses import dataclass
from decimal import Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """`amount` in units of `currency` (ISO 4217), never a float."""

    amount: Decimal
    currency: str

    @property
    def text(self) -> str:
        """The amount with two decimals, or as many as it needs."""
        rounded = self.amount.quantize(CENT)
        return f"{rounded if rounded == self.amount else self.amount.normalize():f}"

"""Money: an exact amount and its currency."""

from dataclasses import dataclass
from decimal import Decimal

CENT = Decimal("0.01")
# ISO 4217 minor units, where they are not two.
DIGITS = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "ISK": 0, "KWD": 3, "BHD": 3, "OMR": 3, "JOD": 3, "TND": 3}
SIGNS = {"TRY": "₺", "EUR": "€", "USD": "$", "GBP": "£"}
TURKISH = str.maketrans(",.", ".,")


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

    def said(self, language: str) -> str:
        """Return the amount as people read it, as CLDR has it: ₺1,234.50 in English, ₺1.234,50 in Turkish."""
        amount = f"{self.amount:,.{DIGITS.get(self.currency, 2)}f}"
        if language == "tr":
            amount = amount.translate(TURKISH)
        sign = SIGNS.get(self.currency)
        return f"{sign}{amount}" if sign else f"{self.currency}\u00a0{amount}"

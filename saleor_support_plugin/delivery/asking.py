"""What may be asked about delivery: an address, or the arguments of a field, as values, or what is wrong with them."""

import re
from decimal import Decimal
from urllib.parse import parse_qs

from ..hours.zones import zones_by_country
from .postal_codes import is_of, tidy
from .promised import Asked
from .questions import Destination

MOST_PIECES = 1_000
NUMBER = re.compile(r"\d{1,6}")
AMOUNT = re.compile(r"\d{1,12}(\.\d{1,4})?")


class CannotAsk(Exception):
    """Something of it is wrong, and no date is said."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def in_address(*, variant_id: str, country: str, postal_code: str, query: str) -> Asked:
    """Return what an address asks, `query` being its part behind the question mark. Raises CannotAsk."""
    wanted = parse_qs(query, keep_blank_values=True)
    return asked_of(
        variant_id=variant_id,
        country=country,
        postal_code=postal_code,
        quantity=wanted.get("quantity", ["1"])[-1],
        subtotal=wanted.get("subtotal", [""])[-1],
    )


def asked_of(*, variant_id: str, country: str, postal_code: str = "", quantity: str = "1", subtotal: str = "") -> Asked:
    """Return the question that these words ask; an empty postal code or subtotal is one that nobody said.

    Raises CannotAsk.
    """
    code, written = country.upper(), tidy(postal_code)
    if code not in zones_by_country():
        raise CannotAsk("COUNTRY_WRONG", "This is not a country's code, such as TR.")
    if written and not is_of(code, written):
        raise CannotAsk("POSTAL_CODE_WRONG", "This is not a postal code of that country.")
    if not NUMBER.fullmatch(quantity) or not 1 <= int(quantity) <= MOST_PIECES:
        raise CannotAsk("QUANTITY_WRONG", f"A quantity is a whole number from 1 to {MOST_PIECES}.")
    if subtotal and not AMOUNT.fullmatch(subtotal):
        raise CannotAsk("SUBTOTAL_WRONG", "A subtotal is an amount such as 129.90.")
    return Asked(variant_id, Destination(code, written), int(quantity), Decimal(subtotal) if subtotal else None)

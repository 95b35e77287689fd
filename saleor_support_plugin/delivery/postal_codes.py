"""Whether a postal code can be one of a country, and whether a method's rules take it, as Saleor compares them."""

import re
from collections.abc import Sequence
from functools import cache

# The shapes of the countries that have one shape; of any other, whatever looks like a code is taken.
SHAPES = {
    r"\d{3}": "IS",
    r"\d{3} ?\d{2}": "CZ GR SE SK",
    r"\d{4}": "AT AU BE BG CH CY DK GE HU LI LU NO NZ PH SI TN ZA",
    r"\d{5}": "AE BA DE EE EG ES FI FR HR IT KR KW MA ME MX MY PK RS SA TH TR UA",
    r"\d{5}(-?\d{4})?": "US PR",
    r"\d{6}": "BY CN KG KZ RO RU SG TJ VN",
    r"\d{3} ?\d{3}": "IN",
    r"\d{5}(\d{2})?": "IL",
    r"\d{3}-?\d{4}": "JP",
    r"\d{4}-?\d{3}": "PT",
    r"\d{5}-?\d{3}": "BR",
    r"\d{2}-?\d{3}": "PL",
    r"[1-9]\d{3} ?[A-Z]{2}": "NL",
    r"(LV-?)?\d{4}": "LV",
    r"(LT-?)?\d{5}": "LT",
    r"(AZ ?)?\d{4}": "AZ",
    r"[A-Z]{3} ?\d{4}": "MT",
    r"[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d": "CA",
    r"[A-Z]\d[\dW] ?[A-Z\d]{4}": "IE",
    r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}": "GB GG IM JE",
}
ANY = re.compile(r"[A-Z\d](?:[A-Z\d -]{0,10}[A-Z\d])?")
BRITISH = re.compile(r"([A-Z]{1,2})(\d+)([A-Z]?) ?(\d[A-Z]{2})")
IRISH = re.compile(r"([\dA-Z]{3}) ?([\dA-Z]{4})")

type Key = str | tuple[str | int, ...]


@cache
def _shapes() -> dict[str, re.Pattern[str]]:
    return {country: re.compile(shape) for shape, countries in SHAPES.items() for country in countries.split()}


def tidy(code: str) -> str:
    """Return a code as it is written: in capitals, with single spaces."""
    return " ".join(code.upper().split())


def is_of(country: str, code: str) -> bool:
    """Say whether a tidy code can be one of this country's."""
    return _shapes().get(country, ANY).fullmatch(code) is not None


def takes(rules: Sequence[Sequence[str]], country: str, code: str) -> bool:
    """Say whether a method with these rules ([first, last, kind], …) goes to a code; "" is one that nobody said.

    Where nobody said it, a method with any rule is left out: it might not be the shopper's. One with rules of both
    kinds goes nowhere, as Saleor has it.
    """
    if not rules:
        return True
    if not code:
        return False
    kinds = {kind for _, _, kind in rules}
    if len(kinds) > 1:
        return False
    covered = any(_covers(country, code, first, last) for first, last, _ in rules)
    return covered == (kinds == {"INCLUDE"})


def _covers(country: str, code: str, first: str, last: str) -> bool:
    """Compare as Saleor does: by letters, but outward and inward part by part on the British Isles."""
    here, begin, end = (_key(country, one) for one in (code, first, last))
    if not here or not begin:
        return False
    try:
        return begin <= here and (not end or here <= end)  # type: ignore[operator]  # both are texts, or both tuples
    except TypeError:
        return False


def _key(country: str, code: str) -> Key | None:
    if country in ("GB", "IM", "GG", "JE"):
        found = BRITISH.fullmatch(code)
        return (found[1], int(found[2]), found[3], found[4]) if found else None
    if country == "IE":
        parts = IRISH.match(code)
        return parts.groups() if parts else None
    return code

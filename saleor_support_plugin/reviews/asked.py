"""What may be asked of a product's reviews: an address as values, or what is wrong with it."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qs

from ..ids import row_number
from .rules import STARS
from .shown import MOST_PRODUCTS

PRODUCT = re.compile(r"[\w=+-]{1,128}")
MOST_WORD = 60


class Sort(StrEnum):
    NEWEST = "newest"
    HELPFUL = "helpful"
    HIGHEST = "highest"
    LOWEST = "lowest"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which reviews, in which order, after which: `about` is a word that buyers use."""

    product_id: str
    sort: Sort = Sort.NEWEST
    stars: int | None = None
    photos: bool = False
    about: str = ""
    after: int | None = None
    structured: bool = False

    @property
    def is_first_page(self) -> bool:
        return self == Asked(self.product_id, structured=self.structured)


class CannotAsk(Exception):
    """Something of it is wrong."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def in_address(product_id: str, query: str) -> Asked:
    """Return what an address asks, `query` being its part behind the question mark. Raises CannotAsk."""
    said = {name: values[-1] for name, values in _parsed(query).items()}
    sort, stars, after = said.get("sort", Sort.NEWEST), said.get("stars", ""), said.get("after", "")
    about = said.get("about", "")
    if sort not in set(Sort):
        raise CannotAsk("SORT_WRONG", f"`sort` is one of {', '.join(Sort)}.")
    if stars and stars not in map(str, STARS):
        raise CannotAsk("STARS_WRONG", "`stars` is from 1 to 5.")
    if len(about) > MOST_WORD or "\0" in about:
        raise CannotAsk("ABOUT_WRONG", "`about` is one of the words in `praise`.")
    number = row_number("Review", after) if after else None
    if after and number is None:
        raise CannotAsk("AFTER_WRONG", "`after` is the id of a review.")
    return Asked(
        product_id,
        Sort(sort),
        int(stars) if stars else None,
        said.get("photos") == "1",
        about,
        number,
        said.get("jsonld") == "1",
    )


def products_in(query: str) -> list[str]:
    """Return the products that a list asks about, each once. Raises CannotAsk."""
    products = list(dict.fromkeys(filter(None, ",".join(_parsed(query).get("products", [])).split(","))))
    if not products or len(products) > MOST_PRODUCTS or not all(map(PRODUCT.fullmatch, products)):
        raise CannotAsk("PRODUCTS_WRONG", f"`products` are one to {MOST_PRODUCTS} ids with commas between them.")
    return products


def _parsed(query: str) -> dict[str, list[str]]:
    try:
        return parse_qs(query, max_num_fields=20)
    except ValueError:
        raise CannotAsk("TOO_MUCH", "That is more than can be asked.") from None

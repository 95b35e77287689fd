"""What the reviews of a product come to, in the forms in which Saleor keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

# A product's metadata; docs/reviews-import.md and docs/storefront.md name them.
AVERAGE_KEY, COUNT_KEY = "support.rating", "support.review_count"
# Attributes, which the store makes when staff ask for it: slug → the name that staff see in Dashboard.
AVERAGE_SLUG, COUNT_SLUG = "support-rating", "support-review-count"
ATTRIBUTES = {AVERAGE_SLUG: "Rating", COUNT_SLUG: "Reviews"}
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Figures:
    """The mean of all stars with two digits, None without reviews, and how many there are."""

    average: Decimal | None
    count: int

    @property
    def metadata(self) -> dict[str, str]:
        """Metadata holds texts only; without reviews the average is an empty one."""
        return {AVERAGE_KEY: self.written or "", COUNT_KEY: str(self.count)}

    def values(self, attributes: Mapping[str, str]) -> dict[str, str | None]:
        """Return what to write by the ids of those of our attributes (slug → id) that the product has.

        None empties one: a product without reviews has no rating of zero.
        """
        numbers = {AVERAGE_SLUG: self.written, COUNT_SLUG: str(self.count) if self.count else None}
        return {attributes[slug]: number for slug, number in numbers.items() if slug in attributes}

    @property
    def written(self) -> str | None:
        """The average as a text. Always with two digits: Saleor sorts and compares numeric attributes as texts."""
        return None if self.average is None else f"{self.average:.2f}"


def figures_of(*, count: int, total: int) -> Figures:
    """Return the figures of so many reviews whose stars add up to `total`."""
    if not count:
        return Figures(None, 0)
    return Figures((Decimal(total) / count).quantize(HUNDREDTH, ROUND_HALF_UP), count)


def is_written(
    figures: Figures,
    *,
    metadata: Mapping[str, str],
    values: Mapping[str, str],
    rating: Decimal | None,
    with_rating: bool,
    attributes: Mapping[str, str],
) -> bool:
    """Say whether a product holds these figures already: `values` are its attributes by slug."""
    wanted = figures.values(attributes)
    return (
        figures.metadata == metadata
        and all(values.get(slug) == wanted[id] for slug, id in attributes.items() if id in wanted)
        and (not with_rating or rating == figures.average)
    )

"""How much of what a shopper looks for a product's page has. Values in, an answer out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

type Part = Literal["PICTURES", "PICTURE_TEXTS", "DESCRIPTION", "ATTRIBUTES", "MANUAL", "SAFETY_CONTACT", "REVIEWS"]

# From three pictures on a thing is seen from more than its best side.
ENOUGH_PICTURES = 3
# By its slug an attribute is taken for the manual, or for whom to write to about safety (Regulation (EU) 2023/988).
MANUALS = frozenset({"manual", "user-manual", "instructions", "kullanim-kilavuzu", "kilavuz"})
SAFETY_CONTACTS = frozenset({"safety-contact", "responsible-person", "manufacturer-contact", "guvenlik-iletisimi"})


@dataclass(frozen=True, slots=True)
class Attribute:
    slug: str
    name: str
    is_filled: bool


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """`picture_texts` are what stands for its pictures, "" where nothing does; `reviews` counts the published ones."""

    picture_texts: Sequence[str]
    has_description: bool
    attributes: Sequence[Attribute]
    reviews: int
    has_manual_link: bool = False
    has_safety_contact: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """`done` of `wanted` are there; `lacking` names what is not, where it has a name."""

    part: Part
    done: int
    wanted: int
    lacking: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        return self.done >= self.wanted


def checks(facts: ProductFacts) -> list[Check]:
    """Return every part that counts, in the order in which a shopper meets them."""
    pictures = len(facts.picture_texts)
    empty = [one.name for one in facts.attributes if not one.is_filled]
    found = [Check("PICTURES", min(pictures, ENOUGH_PICTURES), ENOUGH_PICTURES)]
    if pictures:
        found.append(Check("PICTURE_TEXTS", sum(1 for text in facts.picture_texts if text.strip()), pictures))
    found.append(_one("DESCRIPTION", facts.has_description))
    if facts.attributes:
        found.append(Check("ATTRIBUTES", len(facts.attributes) - len(empty), len(facts.attributes), tuple(empty)))
    return [
        *found,
        _one("MANUAL", facts.has_manual_link or _is_filled(facts, MANUALS)),
        _one("SAFETY_CONTACT", facts.has_safety_contact or _is_filled(facts, SAFETY_CONTACTS)),
        Check("REVIEWS", min(facts.reviews, 1), 1),
    ]


def percent(found: Sequence[Check]) -> int:
    """Return how complete it is: every part counts the same. Only when nothing lacks it is 100."""
    return int(100 * sum(check.done / check.wanted for check in found) / len(found))


def _one(part: Part, is_there: bool) -> Check:
    return Check(part, int(is_there), 1)


def _is_filled(facts: ProductFacts, slugs: frozenset[str]) -> bool:
    return any(one.is_filled for one in facts.attributes if one.slug in slugs)

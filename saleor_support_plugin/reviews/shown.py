"""What everybody reads of reviews, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from ..stores.aspects import Aspect
from .rules import STARS

# A page is told so many reviews at once, and so much of each: some ten kilobytes, where people write as they do.
MOST_SHOWN, MOST_SHOWN_TEXT = 10, 1500
MOST_PHOTOS = 12
# A list of products shows so many at once.
MOST_PRODUCTS = 24


@dataclass(frozen=True, slots=True)
class Photo:
    token: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Reply:
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """A published review. `is_verified`: its author was asked because the product had arrived."""

    id: int
    stars: int
    title: str
    text: str
    author: str
    language: str
    created_at: datetime
    edited_at: datetime | None
    variant: str
    is_verified: bool
    is_incentivised: bool
    answers: Mapping[str, str]
    helpful: int
    reply: Reply | None
    photos: Sequence[Photo]


@dataclass(frozen=True, slots=True)
class InStrip:
    """A photo beside its review, for who looks at the photos alone."""

    review: int
    author: str
    stars: int
    photo: Photo


@dataclass(frozen=True, slots=True)
class Praise:
    """A word that buyers use; `reviews` is how many of them do."""

    word: str
    language: str
    reviews: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a review that the shop shows above the others."""

    review: int
    text: str
    author: str
    language: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What all published reviews of a product come to; `rejected` counts by reason those that are not shown."""

    product_id: str
    stars: Mapping[int, int] = field(default_factory=lambda: dict.fromkeys(STARS, 0))
    verified: int = 0
    incentivised: int = 0
    photos: int = 0
    rejected: Mapping[str, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return sum(self.stars.values())

    @property
    def average(self) -> Decimal | None:
        """The mean of all stars to one decimal; None where there are none."""
        if not self.count:
            return None
        given = sum(stars * many for stars, many in self.stars.items())
        return (Decimal(given) / self.count).quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Listed:
    """Some reviews in the order asked for, of `matching`; `is_last` where none follow."""

    matching: int
    reviews: Sequence[Shown]
    is_last: bool


@dataclass(frozen=True, slots=True)
class FirstPage:
    """All that a product's page shows before anybody asks for more.

    `name` is empty where the product is not known; `aspects` say what the names in a review's answers mean.
    """

    name: str
    summary: Summary
    listed: Listed
    photos: Sequence[InStrip]
    praise: Sequence[Praise]
    quote: Quote | None
    questions: int
    aspects: Sequence[Aspect]


def shortened(text: str) -> str:
    """Return as much of a review as a product page is told."""
    return text if len(text) <= MOST_SHOWN_TEXT else text[: MOST_SHOWN_TEXT - 1].rstrip() + "…"


def asked_anew_at(now: datetime) -> datetime:
    """Return until when what was said of a product may stand: no instant ends it by itself, so the day does."""
    return datetime.combine(now.astimezone(UTC).date() + timedelta(days=1), time(), UTC)

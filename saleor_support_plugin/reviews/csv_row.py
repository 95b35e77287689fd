"""A review as a file tells it, whosever file it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

MOST_REPLY = 5000
MOST_ID = 128


class Form(StrEnum):
    """Whose columns a file has."""

    OURS = "ours"
    JUDGE_ME = "judge.me"
    YOTPO = "yotpo"
    SHOPIFY = "shopify"


class Told(StrEnum):
    """What the file says became of a review. Where it is hidden for reasons we do not know, staff decide."""

    SHOWN = "SHOWN"
    NOT_SHOWN = "NOT_SHOWN"
    REJECTED = "REJECTED"
    LEFT_OUT = "LEFT_OUT"


@dataclass(frozen=True, slots=True)
class Row:
    """A review as a file tells it. `products` are what it calls the product, the surest first."""

    external_id: str
    products: tuple[str, ...]
    stars: int
    title: str
    text: str
    author: str
    created_at: datetime
    told: Told = Told.SHOWN
    reject_reason: str = ""
    language: str = ""
    sku: str = ""
    is_incentivised: bool = False
    reply: str = ""
    replied_at: datetime | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()


def made_up(form: Form, products: Sequence[str], at: datetime, author: str, title: str, text: str, stars: int) -> str:
    """Return what a row is called that brings no name of its own: the same for the same row."""
    said = "\0".join([*products, at.isoformat(), author, title, text, str(stars)])
    return f"{form.value}:{sha256(said.encode()).hexdigest()[:40]}"

"""Whom to ask for a review, what a review may be, and what everybody reads of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

STARS = (1, 2, 3, 4, 5)
MOST_NAME, MOST_TITLE, MOST_TEXT = 80, 120, 5000
# A product page is told so many reviews, and so much of each: some ten kilobytes, where people write as they do.
MOST_SHOWN, MOST_SHOWN_TEXT = 20, 1500
# How long the link in the mail works.
LINK_LASTS = timedelta(days=60)
# Asked about so long after its time, a person no longer remembers the parcel: after an outage, say.
TOO_LATE = timedelta(days=14)
# Deliveries are noticed within minutes; older ones were marked before there were reviews.
NOTICE_WITHIN = timedelta(days=7)


class Silence(StrEnum):
    """Why nobody is asked."""

    SWITCHED_OFF = "switched_off"
    NO_ADDRESS = "no_address"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
    NOTHING_ARRIVED = "nothing_arrived"
    TOO_LATE = "too_late"


@dataclass(frozen=True, slots=True)
class OrderState:
    """An order as it is now; `arrived` counts its lines in parcels that were delivered and not sent back."""

    email: str
    is_cancelled: bool
    is_refunded: bool
    arrived: int
    delivered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Ask:
    """Write now."""


@dataclass(frozen=True, slots=True)
class Wait:
    until: datetime


@dataclass(frozen=True, slots=True)
class GiveUp:
    reason: Silence


def decide_request(order: OrderState, *, is_on: bool, wait: timedelta, now: datetime) -> Ask | Wait | GiveUp:
    """Say whether to ask for a review now: once `wait` has passed since the first parcel arrived."""
    against = {
        Silence.CANCELLED: order.is_cancelled,
        Silence.REFUNDED: order.is_refunded,
        Silence.NO_ADDRESS: not order.email,
        Silence.NOTHING_ARRIVED: not order.arrived or order.delivered_at is None,
        Silence.SWITCHED_OFF: not is_on,
    }
    silence = next((silence for silence, holds in against.items() if holds), None)
    if silence is not None or order.delivered_at is None:
        return GiveUp(silence or Silence.NOTHING_ARRIVED)
    due_at = order.delivered_at + wait
    if now < due_at:
        return Wait(due_at)
    return GiveUp(Silence.TOO_LATE) if now - due_at > TOO_LATE else Ask()


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a person said about one line of their order."""

    line: str
    stars: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    author: str
    opinions: tuple[Opinion, ...]


class Fault(StrEnum):
    NO_STARS = "no_stars"
    STARS_MISSING = "stars_missing"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Faulty:
    """What is wrong, by the form's field; `form` for the whole of it."""

    faults: Mapping[str, Fault]


CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def read_answer(form: Mapping[str, str], lines: Mapping[str, str]) -> Answer | Faulty:
    """Read a posted form. `lines` are the order's lines: the form's number of each → Saleor's id.

    A line without stars and words is simply not reviewed; words without stars, or nothing at all, is a fault.
    """
    faults: dict[str, Fault] = {}
    opinions = []
    for number, line in lines.items():
        title, text = (_clean(form.get(f"{name}-{number}", "")) for name in ("title", "text"))
        given = form.get(f"stars-{number}", "")
        if len(title) > MOST_TITLE or len(text) > MOST_TEXT:
            faults[f"text-{number}"] = Fault.TOO_LONG
        if given in map(str, STARS):
            opinions.append(Opinion(line, int(given), title, text))
        elif title or text or given:
            faults[f"stars-{number}"] = Fault.STARS_MISSING
    author = _clean(form.get("author", ""))
    if len(author) > MOST_NAME:
        faults["author"] = Fault.TOO_LONG
    if not opinions and not faults:
        faults["form"] = Fault.NO_STARS
    return Faulty(faults) if faults else Answer(author, tuple(opinions))


def _clean(text: str) -> str:
    return CONTROL.sub("", text.replace("\r\n", "\n")).strip()


def public_name(full_name: str) -> str:
    """Return a name as a stranger may read it: the first name and the initial of the last."""
    names = full_name.split()
    if not names:
        return ""
    return f"{names[0]} {names[-1][0]}." if len(names) > 1 else names[0]


@dataclass(frozen=True, slots=True)
class Shown:
    """A published review as everybody reads it."""

    id: int
    stars: int
    title: str
    text: str
    author: str
    language: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ProductReviews:
    """What buyers say of a product: how many gave each number of stars, and the newest reviews."""

    stars: Mapping[int, int]
    newest: tuple[Shown, ...]

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


def shortened(text: str) -> str:
    """Return as much of a review as a product page is told."""
    return text if len(text) <= MOST_SHOWN_TEXT else text[: MOST_SHOWN_TEXT - 1].rstrip() + "…"


def asked_anew_at(now: datetime) -> datetime:
    """Return until when what was said of a product may stand: no instant ends it by itself, so the day does."""
    return datetime.combine(now.astimezone(UTC).date() + timedelta(days=1), time(), UTC)

"""What stands in the form of a review, as it was typed and as it can be kept."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from ..stores.aspects import Aspect
from . import aspects as asked
from .rules import MOST_NAME, MOST_TEXT, MOST_TITLE, STARS

MOST_PHOTOS = 5
# No order that a person looks through has more; each of them is a part of the page.
MOST_LINES = 60
# What is over the limits is shown again to be shortened, up to this.
MOST_TYPED = 4 * MOST_TEXT
# Control characters but tab and line feed, halves of characters, and what makes text run backwards.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
TOKEN = re.compile(r"[A-Za-z0-9_-]{1,32}")

type Posted = Mapping[str, Sequence[str]]


class Fault(StrEnum):
    NO_STARS = "no_stars"
    STARS_MISSING = "stars_missing"
    TOO_LONG = "too_long"
    TOO_OFTEN = "too_often"


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields of one line; `stars` 0 are none yet, `photos` are tokens of files.

    `may_use` is the tick under the photos: whether the shop may show them elsewhere.
    """

    stars: int = 0
    title: str = ""
    text: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    photos: tuple[str, ...] = ()
    may_use: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.stars or self.title or self.text or self.answers or self.photos)


def typed(posted: Posted, number: int, aspects: Sequence[Aspect]) -> Typed:
    """Return what was typed into the fields of the line that the form calls `number`."""
    stars = _one(posted, f"stars-{number}")
    given = {one.name: _one(posted, f"aspect-{number}-{one.name}") for one in aspects}
    photos = [token for token in posted.get(f"photo-{number}", ()) if TOKEN.fullmatch(token)]
    return Typed(
        stars=int(stars) if stars in map(str, STARS) else 0,
        title=" ".join(clean(_one(posted, f"title-{number}")).split()),
        text=clean(_one(posted, f"text-{number}")),
        answers=asked.chosen(given, aspects),
        photos=tuple(dict.fromkeys(photos))[:MOST_PHOTOS],
        may_use=bool(_one(posted, f"use-{number}")),
    )


def with_stars(line: Typed, stars: int) -> Typed:
    return replace(line, stars=stars)


def author(posted: Posted) -> str:
    return " ".join(clean(_one(posted, "author")).split())


def numbers(posted: Posted) -> list[int]:
    """Return the numbers that the form gave its lines."""
    found = (re.fullmatch(r"line-(\d{1,3})", name, re.ASCII) for name in posted)
    return sorted(int(one[1]) for one in found if one)[:MOST_LINES]


def fault_of(line: Typed) -> Fault | None:
    """Return why a line cannot be kept as a review; None for one that can, or that says nothing at all."""
    if len(line.title) > MOST_TITLE or len(line.text) > MOST_TEXT:
        return Fault.TOO_LONG
    return Fault.STARS_MISSING if not line.stars and not line.is_empty else None


def faults(lines: Mapping[int, Typed], author: str) -> dict[str, Fault]:
    """Return what is wrong, by the line's number; `author` for the name, `form` for the whole of it."""
    found = {str(number): fault for number, line in lines.items() if (fault := fault_of(line))}
    if len(author) > MOST_NAME:
        found["author"] = Fault.TOO_LONG
    if not found and not any(line.stars for line in lines.values()):
        found["form"] = Fault.NO_STARS
    return found


def as_draft(line: Typed) -> dict[str, Any]:
    """Return what is kept of a line that is not sent; photos are rows of their own, and a tick is made anew."""
    return {
        "stars": line.stars,
        "title": line.title[:MOST_TITLE],
        "text": line.text[:MOST_TEXT],
        "answers": dict(line.answers),
    }


def from_draft(kept: Mapping[str, Any], photos: Sequence[str] = ()) -> Typed:
    return Typed(
        stars=kept.get("stars", 0),
        title=kept.get("title", ""),
        text=kept.get("text", ""),
        answers=kept.get("answers", {}),
        photos=tuple(photos),
    )


def clean(text: str) -> str:
    return CONTROL.sub("", text[:MOST_TYPED].replace("\r\n", "\n").replace("\r", "\n")).strip()


def _one(posted: Posted, name: str) -> str:
    values = posted.get(name, ())
    return values[-1] if values else ""


def public_name(full_name: str) -> str:
    """Return a name as a stranger may read it: the first name and the initial of the last."""
    names = full_name.split()
    if not names:
        return ""
    return f"{names[0]} {names[-1][0]}." if len(names) > 1 else names[0]

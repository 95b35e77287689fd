"""The cells of a file with reviews: each is read, or refused with the column and what would do."""

import html
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation

from ..csv_files import RowWrong
from .form import clean
from .rules import MOST_TEXT, MOST_TITLE, STARS

MOST_PICTURES = 5
# Nobody wrote about what they bought in a shop on the web before; such a time is a slip.
OLDEST_YEAR = 1994


def named(told: Mapping[str, str], *columns: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(told[one] for one in columns if one in told))
    if not names:
        raise RowWrong("PRODUCT_MISSING", columns[0], f"A row needs one of {', '.join(columns)}.")
    return names


def stars_in(told: Mapping[str, str], name: str) -> int:
    with suppress(InvalidOperation):
        stars = Decimal(told.get(name, ""))
        if stars in STARS:
            return int(stars)
    raise RowWrong("STARS_WRONG", name, "Stars are a whole number from 1 to 5.")


# 2025-03-02 10:12:00 UTC, 2023-06-01 10:00:00 -0400
_ZONE = re.compile(r"\s+(UTC|Z|[+-]\d\d:?\d\d)$")


def moment(told: Mapping[str, str], name: str, now: datetime) -> datetime:
    """Return an instant; one without a zone is UTC. 03/05/2026 is refused: which is the month, no row tells."""
    text = _ZONE.sub(lambda zone: zone[1].replace("UTC", "Z"), told.get(name, ""))
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = datetime.min
    if at.year < OLDEST_YEAR:
        raise RowWrong("TIME_WRONG", name, "This is a time such as 2026-11-21 or 2026-11-21T14:30:00+03:00.")
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
    if at > now:
        raise RowWrong("TIME_AHEAD", name, "Nobody can have written this yet.")
    return at


def words(told: Mapping[str, str], title: str, text: str) -> tuple[str, str]:
    return " ".join(limited(told, title, MOST_TITLE).split()), limited(told, text, MOST_TEXT)


def limited(told: Mapping[str, str], name: str, most: int) -> str:
    text = told.get(name, "")
    if len(text) > most:
        raise RowWrong("TOO_LONG", name, f"This is longer than {most} characters.")
    return text


def yes(told: Mapping[str, str], name: str) -> bool:
    said = told.get(name, "no").lower()
    if said not in ("yes", "no"):
        raise RowWrong(f"{name.upper()}_WRONG", name, "This is yes or no.")
    return said == "yes"


def answers_in(told: Mapping[str, str]) -> dict[str, str]:
    try:
        answers = json.loads(told.get("answers", "{}"))
    except (ValueError, RecursionError):
        answers = None
    if not isinstance(answers, dict) or not all(isinstance(one, str) for one in answers.values()):
        raise RowWrong("ANSWERS_WRONG", "answers", 'This is JSON such as {"fit": "small"}.')
    return answers


def pictures(told: Mapping[str, str], name: str) -> tuple[str, ...]:
    addresses = re.split(r"[\s,;]+", told.get(name, ""))
    return tuple(dict.fromkeys(one for one in addresses if one.startswith("https://")))[:MOST_PICTURES]


def plain(told: Mapping[str, str], *names: str) -> dict[str, str]:
    """Return the cells with those that other tools keep as HTML as plain text."""
    return {name: clean(_untagged(cell)) if name in names else cell for name, cell in told.items()}


def _untagged(text: str) -> str:
    lines = re.sub(r"<br\s*/?>|</p>|</div>|</li>", "\n", text, flags=re.IGNORECASE)
    return html.unescape(re.sub(r"</?[a-zA-Z][^<>]*>", "", lines))

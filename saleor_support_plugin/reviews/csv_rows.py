"""One row of a file with reviews: in our own columns, or in those of another tool."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from ..csv_files import RowWrong, unguarded
from . import other_tools
from .csv_cells import answers_in, limited, moment, named, pictures, stars_in, words, yes
from .csv_row import MOST_ID, MOST_REPLY, Form, Row, Told, made_up
from .form import clean
from .rules import MOST_NAME

OUR_COLUMNS = (
    *("id", "product", "product_slug", "sku", "stars", "title", "text", "author", "language", "created_at"),
    *("state", "reject_reason", "incentivised", "verified", "reply", "replied_at", "answers", "pictures"),
)
REJECT_REASONS = ("SPAM", "OFFENSIVE", "PERSONAL_DATA", "NOT_ABOUT_THE_PRODUCT")
# The columns by which a file is known; the first whose all are there is meant.
KNOWN_BY = {
    Form.OURS: ("stars", "created_at"),
    Form.JUDGE_ME: ("rating", "body", "review_date", "reviewer_name"),
    Form.YOTPO: ("review_score", "review_content"),
    Form.SHOPIFY: ("rating", "body", "author", "created_at"),
}


def form_of(columns: Sequence[str]) -> Form | None:
    """Return whose columns these are; None for nobody's."""
    return next((form for form, needs in KNOWN_BY.items() if set(needs) <= set(columns)), None)


def column(name: str) -> str:
    """Return a column's name as the readers call it: `Review Score` is `review_score`."""
    return re.sub(r"[\s_]+", "_", name.strip().lower())


def read(form: Form, cells: Mapping[str, str], now: datetime) -> Row:
    """Read a row. Raises RowWrong."""
    told = {name: clean(cell) for name, cell in cells.items() if cell.strip()}
    for name, cell in cells.items():
        if any("\udc80" <= letter <= "\udcff" for letter in cell):
            raise RowWrong("NOT_UTF8", name, "These bytes are not UTF-8.")
    return READERS[form](told, now)


def _ours(told: Mapping[str, str], now: datetime) -> Row:
    told = {name: unguarded(cell) for name, cell in told.items()}
    stars, at = stars_in(told, "stars"), moment(told, "created_at", now)
    products = named(told, "product", "product_slug", "sku")
    state = told.get("state", "PUBLISHED").upper()
    reason = told.get("reject_reason", "").upper()
    if state not in _OUR_STATES:
        raise RowWrong("STATE_WRONG", "state", f"This is one of {', '.join(_OUR_STATES)}.")
    if (state == "REJECTED") != (reason in REJECT_REASONS):
        raise RowWrong("REASON_WRONG", "reject_reason", f"With REJECTED only: one of {', '.join(REJECT_REASONS)}.")
    language = told.get("language", "").lower()
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise RowWrong("LANGUAGE_WRONG", "language", "A language is two letters, such as tr.")
    title, text = words(told, "title", "text")
    return Row(
        external_id=limited(told, "id", MOST_ID)
        or made_up(Form.OURS, products, at, told.get("author", ""), title, text, stars),
        products=products,
        stars=stars,
        title=title,
        text=text,
        author=limited(told, "author", MOST_NAME),
        created_at=at,
        told=_OUR_STATES[state],
        reject_reason=reason,
        language=language,
        sku=told.get("sku", ""),
        is_incentivised=yes(told, "incentivised"),
        reply=limited(told, "reply", MOST_REPLY),
        replied_at=moment(told, "replied_at", now) if "replied_at" in told else None,
        answers=answers_in(told),
        pictures=pictures(told, "pictures"),
    )


_OUR_STATES = {
    "PUBLISHED": Told.SHOWN,
    "PENDING": Told.NOT_SHOWN,
    "REJECTED": Told.REJECTED,
    # Its author took it back.
    "WITHDRAWN": Told.LEFT_OUT,
}


READERS: dict[Form, Callable[[Mapping[str, str], datetime], Row]] = {
    Form.OURS: _ours,
    Form.JUDGE_ME: other_tools.judge_me,
    Form.YOTPO: other_tools.yotpo,
    Form.SHOPIFY: other_tools.shopify,
}

"""One row of another tool's file with reviews.

Judge.me's and Shopify's columns are those of their exports, Yotpo's those of its export and of its import template.
"""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlsplit

from .csv_cells import limited, moment, named, pictures, plain, stars_in, words
from .csv_row import MOST_REPLY, Form, Row, Told, made_up
from .form import public_name
from .rules import MOST_NAME


def judge_me(told: Mapping[str, str], now: datetime) -> Row:
    curated = {"spam": Told.LEFT_OUT, "not-yet": Told.NOT_SHOWN}
    return _foreign(
        Form.JUDGE_ME,
        plain(told, "title", "body", "reply"),
        now,
        {"stars": "rating", "title": "title", "text": "body", "at": "review_date", "author": "reviewer_name"},
        products=named(told, "product_handle", "product_id"),
        told=curated.get(told.get("curated", "").lower(), Told.SHOWN),
        reply=("reply", "reply_date"),
        pictures=pictures(told, "picture_urls"),
    )


def yotpo(told: Mapping[str, str], now: datetime) -> Row:
    page = urlsplit(told.get("product_url", "")).path.rstrip("/").rpartition("/")[2]
    return _foreign(
        Form.YOTPO,
        plain(told, "review_title", "review_content", "comment_content"),
        now,
        {
            "stars": "review_score",
            "title": "review_title",
            "text": "review_content",
            "at": "date",
            "author": "display_name",
        },
        products=named({**told, "page": page} if page else told, "product_id", "sku", "page"),
        told=Told.SHOWN,
        reply=("comment_content", "comment_created_at"),
        pictures=pictures(told, "published_image_url"),
    )


def shopify(told: Mapping[str, str], now: datetime) -> Row:
    states = {"published": Told.SHOWN, "": Told.SHOWN, "spam": Told.LEFT_OUT, "flagged": Told.NOT_SHOWN}
    return _foreign(
        Form.SHOPIFY,
        plain(told, "title", "body", "reply"),
        now,
        {"stars": "rating", "title": "title", "text": "body", "at": "created_at", "author": "author"},
        products=named(told, "product_handle"),
        told=states.get(told.get("state", "").lower(), Told.NOT_SHOWN),
        reply=("reply", "replied_at"),
        pictures=(),
    )


def _foreign(
    form: Form,
    cells: Mapping[str, str],
    now: datetime,
    names: Mapping[str, str],
    *,
    products: tuple[str, ...],
    told: Told,
    reply: tuple[str, str],
    pictures: tuple[str, ...],
) -> Row:
    """Read what all other tools tell alike, by what each calls it.

    Names are whole ones there, and strangers read ours.
    """
    stars, at = stars_in(cells, names["stars"]), moment(cells, names["at"], now)
    title, text = words(cells, names["title"], names["text"])
    author = cells.get(names["author"], "")
    answer, answered_at = reply
    return Row(
        external_id=made_up(form, products, at, author, title, text, stars),
        products=products,
        stars=stars,
        title=title,
        text=text,
        author="" if "@" in author else public_name(author)[:MOST_NAME],
        created_at=at,
        told=told,
        reply=limited(cells, answer, MOST_REPLY),
        replied_at=moment(cells, answered_at, now) if answer in cells and answered_at in cells else None,
        pictures=pictures,
    )

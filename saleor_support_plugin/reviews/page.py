"""What a shop's pages are told of reviews, as JSON has it: docs/storefront.md."""

from collections.abc import Sequence
from datetime import datetime

from ..files.rules import SIZES, Picture, fitted, shown_at
from ..ids import own_id
from ..stores.aspects import Aspect, as_json
from .asked import Asked
from .shown import FirstPage, InStrip, Listed, Photo, Reply, Shown, Summary
from .structured import json_ld

type Body = dict[str, object]


def page_body(page: FirstPage, asked: Asked, *, files: str, until: datetime) -> Body:
    """Return the first page; `files` is the origin from which photos are shown."""
    summary = page.summary
    body: Body = {
        **summary_body(summary),
        "verified": summary.verified,
        "incentivised": summary.incentivised,
        "rejected": dict(summary.rejected),
        **_list(page.listed, files),
        "with_photos": summary.photos,
        "photos": [_in_strip(one, files) for one in page.photos],
        "praise": [{"word": one.word, "language": one.language, "reviews": one.reviews} for one in page.praise],
        "quote": page.quote
        and {
            "review": own_id("Review", page.quote.review),
            "text": page.quote.text,
            "author": page.quote.author,
            "language": page.quote.language,
        },
        "questions": page.questions,
        "aspects": [_aspect(one) for one in page.aspects],
        "until": until,
    }
    return body | {"jsonld": json_ld(page)} if asked.structured else body


def list_body(listed: Listed, asked: Asked, *, files: str) -> Body:
    return {"product": asked.product_id, "matching": listed.matching, **_list(listed, files)}


def summaries_body(summaries: Sequence[Summary]) -> Body:
    return {"products": [summary_body(one) for one in summaries]}


def summary_body(summary: Summary) -> Body:
    return {
        "product": summary.product_id,
        "count": summary.count,
        "average": None if summary.average is None else str(summary.average),
        "stars": {str(stars): summary.stars[stars] for stars in sorted(summary.stars, reverse=True)},
    }


def _list(listed: Listed, files: str) -> Body:
    last = None if listed.is_last or not listed.reviews else own_id("Review", listed.reviews[-1].id)
    return {"reviews": [_review(one, files) for one in listed.reviews], "after": last}


def _review(review: Shown, files: str) -> Body:
    return {
        "id": own_id("Review", review.id),
        "stars": review.stars,
        "title": review.title,
        "text": review.text,
        "author": review.author,
        "language": review.language,
        "created_at": review.created_at,
        "edited_at": review.edited_at,
        "variant": review.variant,
        "verified": review.is_verified,
        "incentivised": review.is_incentivised,
        "answers": dict(review.answers),
        "helpful": review.helpful,
        "reply": _reply(review.reply),
        "photos": [_photo(one, files) for one in review.photos],
    }


def _aspect(aspect: Aspect) -> Body:
    said = as_json(aspect)
    return {name: said[name] for name in ("name", "question", "answers")}


def _reply(reply: Reply | None) -> Body | None:
    return None if reply is None else {"text": reply.text, "at": reply.at}


def _in_strip(one: InStrip, files: str) -> Body:
    about = {"review": own_id("Review", one.review), "author": one.author, "stars": one.stars}
    return about | _photo(one.photo, files)


def _photo(photo: Photo, files: str) -> Body:
    """Return a small and a large picture, with the edges of the large one."""
    small, large, _ = SIZES
    edges = fitted(Picture(photo.width, photo.height), large)
    return {
        "small": shown_at(files, photo.token, small),
        "large": shown_at(files, photo.token, large),
        "width": edges.width,
        "height": edges.height,
    }

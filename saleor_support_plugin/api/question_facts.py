"""What a product page is told of questions and answers: the public shape, docs/questions.md."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs

import orjson
from psycopg_pool import AsyncConnectionPool

from ..delivery.kept import Answer
from ..ids import own_id, row_number
from ..questions import hot
from ..questions.rules import ProductQuestions, ShownAnswer, ShownQuestion
from ..reviews.shown import asked_anew_at

# A change of what is public is heard at once; that a person was erased is not told, and shows when this has passed.
STANDS = timedelta(seconds=30)


class CannotRead(Exception):
    """The address asks for no page that there is."""

    code = "INVALID"


async def of_product(
    pool: AsyncConnectionPool[Any], place: Mapping[str, str], *, product_id: str, query: str, now: datetime
) -> Answer | None:
    """Return the answer, or None where store or channel is not known. Raises CannotRead."""
    found = await hot.published(pool, **place, product_id=product_id, after=after_in(query))
    if found is None:
        return None
    store_id, said = found
    return Answer(questions_body(said, product_id, asked_anew_at(now)), now + STANDS, store_id, product_id)


def after_in(query: str) -> int | None:
    """Return behind which question the page is to begin; None for the first one. Raises CannotRead."""
    given = parse_qs(query).get("after", [""])[0]
    if not given:
        return None
    number = row_number("Question", given)
    if number is None:
        raise CannotRead("`after` is the id of the last question that was shown.")
    return number


def questions_body(said: ProductQuestions, product_id: str, until: datetime) -> bytes:
    return orjson.dumps(
        {
            "product": product_id,
            "count": said.count,
            "questions": [_question(question) for question in said.page],
            "after": own_id("Question", said.page[-1].id) if said.has_more else None,
            "until": until,
        }
    )


def _question(question: ShownQuestion) -> dict[str, object]:
    return {
        "id": own_id("Question", question.id),
        "text": question.text,
        "author": question.author,
        "language": question.language,
        "created_at": question.created_at,
        "answers": [_answer(answer) for answer in question.answers],
    }


def _answer(answer: ShownAnswer) -> dict[str, object]:
    return {
        "text": answer.text,
        "author": answer.author,
        "by": "buyer" if answer.is_buyer else "shop",
        "created_at": answer.created_at,
    }

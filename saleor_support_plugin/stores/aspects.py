"""What a merchant asks about products beside stars: how something fits, say. Read from JSON, every fault named."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from . import objects
from .objects import ObjectWrong
from .values import Fault, Wrong, list_of, one_line

MOST_ASPECTS, MOST_CATEGORIES, MOST_WORDS = 12, 50, 80
LEAST_ANSWERS, MOST_ANSWERS = 2, 5
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")
LANGUAGES = ("en", "tr")


@dataclass(frozen=True, slots=True)
class AspectAnswer:
    name: str
    en: str = ""
    tr: str = ""


@dataclass(frozen=True, slots=True)
class Aspect:
    """One question with the answers to choose from; `categories` are Saleor's ids, none of them means every product."""

    name: str
    question: Mapping[str, str]
    answers: tuple[AspectAnswer, ...]
    categories: tuple[str, ...] = ()


def as_json(aspect: Aspect) -> dict[str, Any]:
    answers = [{name: value for name, value in asdict(one).items() if value} for one in aspect.answers]
    return {
        "name": aspect.name,
        "question": dict(aspect.question),
        "answers": answers,
        "categories": list(aspect.categories),
    }


def aspects(value: Any) -> tuple[Aspect, ...]:
    found: tuple[Aspect, ...] = _ASPECTS(value)
    _must_differ(found, "There is another question of this name.")
    return found


def _must_differ(rows: tuple[Any, ...], message: str) -> None:
    names = [one.name for one in rows]
    twice = [Fault(f"{index}.name", "INVALID", message) for index, name in enumerate(names) if name in names[:index]]
    if twice:
        raise ObjectWrong(twice)


def _name(value: Any) -> str:
    if not isinstance(value, str) or not NAME.fullmatch(value):
        raise Wrong("A name is up to 32 of a-z, 0-9, hyphen and underscore.")
    return value


def _words(value: Any) -> str:
    text = one_line(value)
    if len(text) > MOST_WORDS:
        raise Wrong(f"This is at most {MOST_WORDS} characters.")
    return text


def _question(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not set(value) <= set(LANGUAGES):
        raise Wrong("A question is an object of `en` and `tr`.")
    said = {language: _words(words) for language, words in value.items() if words}
    if not said:
        raise Wrong("A question is needed in one language at least.")
    return said


def _answers(value: Any) -> tuple[AspectAnswer, ...]:
    found: tuple[AspectAnswer, ...] = _ANSWERS(value)
    if len(found) < LEAST_ANSWERS:
        raise Wrong(f"A question has {LEAST_ANSWERS} to {MOST_ANSWERS} answers.")
    _must_differ(found, "There is another answer of this name.")
    return found


def _answer(**values: str) -> AspectAnswer:
    if not (values.get("en") or values.get("tr")):
        raise ObjectWrong([Fault("en", "REQUIRED", "An answer is needed in one language at least.")])
    return AspectAnswer(**values)


_ANSWERS = objects.rows(
    {"name": _name, "en": _words, "tr": _words}, objects.required(_answer, "name"), most=MOST_ANSWERS
)
_ASPECTS = objects.rows(
    {
        "name": _name,
        "question": _question,
        "answers": _answers,
        "categories": list_of(one_line, MOST_CATEGORIES),
    },
    objects.required(Aspect, "name", "question", "answers"),
    most=MOST_ASPECTS,
)

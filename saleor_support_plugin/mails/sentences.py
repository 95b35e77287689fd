"""The small language of a mail's texts, ours and the merchant's alike.

    {{ name }}  {{ name | upper }}                       a value, or nothing where there is none
    {% if name %}…{% else %}…{% endif %}                 by whether there is one
    {% plural name %}{% one %}…{% other %}…{% endplural %}   by a number, as CLDR has it for the language

That is all of it, so that a text cannot run code, reach an object, loop or grow: it is read once, and what comes out is
at most MOST_SAID characters. Values are plain text and numbers, shown as one line of at most MOST_VALUE characters.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from .text import capital, clean, lower, one_line, upper

type Values = Mapping[str, str | int]
type Plural = Callable[[int], str]

MOST_TEXT = 4_000
MOST_VALUE = 500
MOST_SAID = 12_000
MOST_NESTED = 5
CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
CASES = {"upper": upper, "lower": lower, "capital": capital}
_NAME = r"[a-z][a-z0-9_]{0,40}"
_VALUE = re.compile(rf"\s*({_NAME})\s*(?:\|\s*({_NAME})\s*)?")
_TAG = re.compile(rf"\s*(if|plural)\s+({_NAME})\s*|\s*({_NAME})\s*")
_MARK = re.compile(r"(\{\{[^{}]*\}\}|\{%[^{}]*%\})")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_STRONG = re.compile(r"\*\*(?=\S)([^*\n]{1,300}?)\*\*")


class TextBroken(Exception):
    """A text that the language does not allow; the message says which part of it."""

    code = "TEXT_BROKEN"


@dataclass(frozen=True, slots=True)
class Literal:
    text: str


@dataclass(frozen=True, slots=True)
class Value:
    name: str
    case: str


@dataclass(frozen=True, slots=True)
class Choice:
    """`cases` are `yes` and `no` of an `if`, else CLDR's plural categories."""

    name: str
    is_plural: bool
    cases: Mapping[str, tuple["Part", ...]]


type Part = Literal | Value | Choice


@lru_cache(maxsize=500)
def parse(text: str) -> tuple[Part, ...]:
    """Raises TextBroken, also for a text that is too long."""
    if len(text) > MOST_TEXT:
        raise TextBroken(f"A text has at most {MOST_TEXT} characters.")
    marks = iter(_MARK.split(clean(text)))
    return _until(marks, frozenset(), 0)[0]


def _until(marks: Iterator[str], ends: frozenset[str], depth: int) -> tuple[tuple[Part, ...], str]:
    """Return the parts up to one of these tags, and which it was; the empty one is the text's end."""
    parts: list[Part] = []
    for mark in marks:
        if mark.startswith("{{") and mark.endswith("}}"):
            parts.append(_value(mark))
        elif mark.startswith("{%") and mark.endswith("%}"):
            found = _TAG.fullmatch(mark[2:-2])
            if found and found[3] in ends:
                return tuple(parts), found[3]
            if not found or found[3]:
                raise TextBroken(f"`{mark}` is not understood here.")
            if depth == MOST_NESTED:
                raise TextBroken(f"Conditions stand in each other at most {MOST_NESTED} deep.")
            parts.append(_choice(found[1], found[2], marks, depth + 1))
        elif "{{" in mark or "{%" in mark or "}}" in mark or "%}" in mark:
            raise TextBroken("A bracket is opened and not closed, or closed and not opened.")
        elif mark:
            parts.append(Literal(mark))
    if ends:
        raise TextBroken(f"`{{% {max(ends, key=len)} %}}` is missing.")
    return tuple(parts), ""


def _value(mark: str) -> Value:
    found = _VALUE.fullmatch(mark[2:-2])
    if not found or (found[2] and found[2] not in CASES):
        raise TextBroken(f"`{mark}` is not understood: write a name, as in `{{{{ shop }}}}`.")
    return Value(found[1], found[2] or "")


def _choice(kind: str, name: str, marks: Iterator[str], depth: int) -> Choice:
    if kind == "if":
        yes, end = _until(marks, frozenset({"else", "endif"}), depth)
        no = _until(marks, frozenset({"endif"}), depth)[0] if end == "else" else ()
        return Choice(name, False, {"yes": yes, "no": no})
    cases: dict[str, tuple[Part, ...]] = {}
    blank, end = _until(marks, CATEGORIES | {"endplural"}, depth)
    if any(not isinstance(part, Literal) or part.text.strip() for part in blank):
        raise TextBroken("After `{% plural … %}` comes `{% one %}` or another category.")
    while end != "endplural":
        category = end
        cases[category], end = _until(marks, CATEGORIES | {"endplural"}, depth)
    if "other" not in cases:
        raise TextBroken("`{% other %}` is missing: it is what every other number says.")
    return Choice(name, True, cases)


def names(parts: tuple[Part, ...]) -> set[str]:
    """Return the names of the values that a text asks for."""
    found = {part.name for part in parts if not isinstance(part, Literal)}
    for part in parts:
        if isinstance(part, Choice):
            found |= {name for case in part.cases.values() for name in names(case)}
    return found


def say(text: str, values: Values, *, language: str, plural: Plural, as_html: bool = False) -> str:
    """Return the text with its values in it; as HTML, everything is escaped and `**this**` is strong.

    `plural` names a number's category in the language. Raises TextBroken.
    """
    said = "".join(_said(parse(text), values, language, plural, as_html)).strip()
    if len(said) > MOST_SAID:
        raise TextBroken(f"With its values, a text has at most {MOST_SAID} characters.")
    return _STRONG.sub(r"<strong>\1</strong>", said) if as_html else _STRONG.sub(r"\1", said)


def _said(parts: tuple[Part, ...], values: Values, language: str, plural: Plural, as_html: bool) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Literal):
            yield escape(part.text) if as_html else part.text
        elif isinstance(part, Value):
            yield _shown(part, values, language, as_html)
        else:
            yield from _said(_chosen(part, values, plural), values, language, plural, as_html)


def _shown(part: Value, values: Values, language: str, as_html: bool) -> str:
    text = one_line(str(values.get(part.name, "")), MOST_VALUE)
    if part.case:
        text = CASES[part.case](text, language)
    if not as_html:
        return text
    # Stars of a value are no markup; a right-to-left name must not turn the sentence around it.
    text_html = escape(text).replace("*", "&#42;")
    return f"<bdi>{text_html}</bdi>" if _RIGHT_TO_LEFT.search(text) else text_html


def _chosen(part: Choice, values: Values, plural: Plural) -> tuple[Part, ...]:
    value = values.get(part.name, "")
    if not part.is_plural:
        return part.cases["yes" if value else "no"]
    category = plural(value) if isinstance(value, int) else "other"
    return part.cases.get(category, part.cases["other"])

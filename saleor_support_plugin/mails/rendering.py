"""A mail in words: its subject, a text part, and an HTML part made of MJML."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from . import catalogue
from .colours import accent
from .sentences import Plural, Values, say
from .text import clean, clipped, one_line

SUBJECT, PREHEADER = 200, 140
# A mail with more lines is no longer read, and Gmail cuts off what is over 102 kB.
SHOWN_LINES = 8
MOST_QUOTE = 20_000


@dataclass(frozen=True, slots=True)
class Words:
    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Brand:
    """How a mail looks like the shop's. `logo` is an address, `address` the lines that stand at the very end."""

    shop: str
    logo: str = ""
    accent: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was bought or left. `quantity` 0 says nothing about how many."""

    name: str
    variant: str = ""
    quantity: int = 0
    price: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """What is put into the words of a kind; whatever is missing is left out, and the rest still reads well.

    `values` are those of catalogue.VALUES, `quote` is what a person wrote, shown as they wrote it, `unsubscribe` and
    `preferences` are links that only mails have which are not transactional.
    """

    kind: str
    language: str
    brand: Brand
    values: Values = field(default_factory=dict)
    link: str = ""
    lines: tuple[Line, ...] = ()
    total: str = ""
    quote: str = ""
    unsubscribe: str = ""
    preferences: str = ""


def render(letter: Letter, texts: Mapping[str, str]) -> Words:
    """Return the mail with these texts, each in the language of mails.sentences. Raises TextBroken."""
    said = _Saying(letter, texts)
    subject = one_line(said.plain("subject"), SUBJECT) or one_line(letter.brand.shop, SUBJECT)
    return Words(subject, _text(letter, said), _html(letter, said, subject))


class _Saying:
    """The texts of one letter, said with its values."""

    def __init__(self, letter: Letter, texts: Mapping[str, str]) -> None:
        self.texts, self.language = texts, letter.language
        self.shared = catalogue.shared(letter.language)
        first = letter.lines[0].name if letter.lines else ""
        self.values: Values = {
            "shop": letter.brand.shop,
            "item": first,
            "others": max(len(letter.lines) - 1, 0),
            "message": clipped(letter.quote, PREHEADER),
            "total": letter.total,
            **letter.values,
        }

    def plain(self, block: str) -> str:
        return say(self.texts.get(block, ""), self.values, language=self.language, plural=plural(self.language))

    def html(self, block: str) -> SafeString:
        text = self.texts.get(block, "")
        said = say(text, self.values, language=self.language, plural=plural(self.language), as_html=True)
        return mark_safe(said)  # noqa: S308  sentences.say escaped everything but its own markup

    def counted(self, word: str, count: int) -> str:
        return say(self.shared[word], {"count": count}, language=self.language, plural=plural(self.language))


@cache
def plural(language: str) -> Plural:
    """Return what names a number's plural category in a language, as CLDR has it."""
    from babel import Locale  # five megabytes that only a process which writes mails needs

    return Locale(language).plural_form


def day(at: datetime, language: str, zone: ZoneInfo) -> str:
    """Return the day as people read it: 20 Kasım 2026, 20 November 2026."""
    return calendar_day(at.astimezone(zone).date(), language)


def calendar_day(day: date, language: str) -> str:
    """Return a day of some calendar in the same form."""
    from babel.dates import format_date

    return format_date(day, "long", locale="tr" if language == "tr" else "en_GB")


def _text(letter: Letter, said: _Saying) -> str:
    """Return what a person reads who wants, or has, no HTML: the same words in the same order."""
    heading, body, note, button = (said.plain(block) for block in ("heading", "body", "note", "button"))
    more = len(letter.lines) - SHOWN_LINES
    lines = [_line_text(line) for line in letter.lines[:SHOWN_LINES]]
    lines += [f"- {said.counted('more', more)}"] if more > 0 else []
    total = f"{said.shared['total']}: {letter.total}" if letter.total else ""
    button = "\n".join(part for part in (f"{button}:" if button else "", letter.link) if part) if letter.link else ""
    ways = [(said.plain("stop"), letter.unsubscribe), (said.shared["choices"], letter.preferences)]
    end = [said.plain("why"), *(f"{word}: {link}" for word, link in ways if link), clean(letter.brand.address).strip()]
    parts = [heading, body, clean(letter.quote).strip()[:MOST_QUOTE], "\n".join(lines), total, button, note]
    return "\n\n".join(part for part in [*parts, "-- \n" + "\n".join(part for part in end if part)] if part) + "\n"


def _line_text(line: Line) -> str:
    count = f"{line.quantity} × " if line.quantity else ""
    variant = f" ({one_line(line.variant)})" if line.variant else ""
    price = f", {line.price}" if line.price else ""
    return f"- {count}{one_line(line.name)}{variant}{price}"


def _html(letter: Letter, said: _Saying, subject: str) -> str:
    from mjml import mjml2html

    more = len(letter.lines) - SHOWN_LINES
    told: dict[str, Any] = {
        "language": letter.language,
        "brand": Brand(one_line(letter.brand.shop), _link(letter.brand.logo), "", clean(letter.brand.address).strip()),
        "accent": accent(letter.brand.accent),
        "subject": subject,
        "preheader": clipped(said.plain("preheader"), PREHEADER),
        **{block: said.html(block) for block in ("heading", "note", "why", "stop")},
        # A button that a merchant left without words still leads somewhere, and says where.
        "button": said.html("button") or _link(letter.link),
        "body": _paragraphs(said.html("body")),
        "quote": clean(letter.quote).strip()[:MOST_QUOTE],
        "lines": [_shown(line, said) for line in letter.lines[:SHOWN_LINES]],
        "more": said.counted("more", more) if more > 0 else "",
        "total": letter.total,
        "total_word": said.shared["total"],
        "choices": said.shared["choices"],
        **{name: _link(getattr(letter, name)) for name in ("link", "unsubscribe", "preferences")},
    }
    # Without its usual fonts: it would have every reader's mailbox fetch them from a third party.
    return str(mjml2html(render_to_string("mail.mjml", told, using="mails"), fonts={}))


def _paragraphs(html: str) -> SafeString:
    """Return the text with its line breaks; a blank line begins a paragraph."""
    parts = [part.strip().replace("\n", "<br />") for part in html.split("\n\n") if part.strip()]
    first, later = "margin:0", "margin:12px 0 0"
    said = (f'<p style="{later if number else first}">{part}</p>' for number, part in enumerate(parts))
    return mark_safe("".join(said))  # noqa: S308  nothing but what sentences.say escaped


def _shown(line: Line, said: _Saying) -> dict[str, str]:
    name, variant = one_line(line.name), one_line(line.variant)
    if not line.quantity:
        detail = variant
    else:
        detail = f"{line.quantity} × {variant}" if variant else said.counted("pieces", line.quantity)
    return {"name": name, "detail": detail, "price": one_line(line.price, 40), "picture": _link(line.picture)}


def _link(address: str) -> str:
    """Return an address that a mail may hold, else nothing."""
    cleaned = one_line(address, 2_000)
    try:
        return cleaned if urlsplit(cleaned).scheme in ("https", "http") else ""
    except ValueError:  # a bracket that is no IPv6 address
        return ""

"""A mail in words: its subject, a text part, and an HTML part made of MJML."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from . import catalogue
from .colours import accent
from .letter import Brand as Brand
from .letter import Letter as Letter
from .letter import Line as Line
from .letter import Picture, Way
from .letter import Words as Words
from .sentences import Plural, Values, say
from .text import clean, clipped, one_line

SUBJECT, PREHEADER = 200, 140
MOST_QUOTE = 20_000
# Letters and what stands between them in names; no sign of an address, and not long enough to say anything.
NAME = re.compile(r"[^\W\d_]+(?:(?:\.? |['’-])[^\W\d_]+){0,4}\.?")
MOST_NAME = 40
PAGES = frozenset({"https", "http"})
CALLS = PAGES | {"tel", "mailto"}


def render(letter: Letter, texts: Mapping[str, str]) -> Words:
    """Return the mail with these texts, each in the language of mails.sentences. Raises TextBroken."""
    said = _Saying(letter, texts)
    subject = one_line(said.plain("subject"), SUBJECT) or one_line(letter.brand.shop, SUBJECT)
    return Words(subject, _text(letter, said), _html(letter, said, subject))


class _Saying:
    """The texts of one letter, said with its values."""

    def __init__(self, letter: Letter, texts: Mapping[str, str]) -> None:
        self.texts, self.language, self._name = texts, letter.language, letter.name
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

    @property
    def hello(self) -> str:
        """Greet whoever has a name; what may be more than one is left out, for a stranger can have typed it."""
        name = one_line(self._name)
        is_name = len(name) <= MOST_NAME and NAME.fullmatch(name)
        return phrase(self.shared["hello"], {"name": name}, self.language) if is_name else ""

    def counted(self, word: str, count: int) -> str:
        return phrase(self.shared[word], {"count": count}, self.language)


def phrase(text: str, values: Values, language: str) -> str:
    """Return a sentence of ours with its values, as plain text."""
    return say(text, values, language=language, plural=plural(language))


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

    return format_date(day, "long", locale=_locale(language))


def near_day(day: date, language: str) -> str:
    """Return a day of these weeks, for which the year need not be said: 24 Kasım Salı, Tuesday 24 November."""
    from babel.dates import format_date

    return format_date(day, "d MMMM EEEE" if language == "tr" else "EEEE d MMMM", locale=_locale(language))


def _locale(language: str) -> str:
    return "tr" if language == "tr" else "en_GB"


def _text(letter: Letter, said: _Saying) -> str:
    """Return what a person reads who wants, or has, no HTML: the same words in the same order."""
    heading, body, note, button = (said.plain(block) for block in ("heading", "body", "note", "button"))
    button = "\n".join(part for part in (f"{button}:" if button else "", letter.link) if part) if letter.link else ""
    coupon = f"{one_line(letter.coupon.words)}\n{one_line(letter.coupon.code)}" if letter.coupon else ""
    ways = [Way(said.plain("stop"), letter.unsubscribe), Way(said.shared["choices"], letter.preferences)]
    end = [said.plain("why"), *_ways_text(ways), clean(letter.brand.address).strip()]
    parts = [
        heading,
        said.hello,
        body,
        clean(letter.quote).strip()[:MOST_QUOTE],
        "\n".join(_ways_text(Way(one.alt, one.large) for one in _pictures(letter, said))),
        *_goods_text(letter, said),
        letter.promise,
        coupon,
        button,
        note,
        _listed(said.plain("answers"), _ways_text(letter.answers)),
        _listed(said.shared["help"], [*_ways_text(letter.help), letter.hours] if letter.help else []),
        "-- \n" + "\n".join(part for part in end if part),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _pictures(letter: Letter, said: _Saying) -> list[Picture]:
    """Return what is shown of them; each has words, for who sees none."""
    return [
        Picture(one_line(one.alt) or f"{said.shared['photo']} {number}", _link(one.small), _link(one.large))
        for number, one in enumerate(letter.pictures, start=1)
    ]


def _goods_text(letter: Letter, said: _Saying) -> list[str]:
    """Return the lines with what they cost, and what they come to."""
    more = len(letter.lines) - letter.shown
    lines = [_line_text(line) for line in letter.lines[: letter.shown]]
    if more > 0:
        lines.append(", ".join(part for part in (f"- {said.counted('more', more)}", letter.rest) if part))
    total = [f"{said.shared['total']}: {letter.total}"] if letter.total else []
    return ["\n".join(lines), "\n".join([*(f"{one.words}: {one.amount}" for one in letter.sums), *total])]


def _ways_text(ways: Iterable[Way]) -> list[str]:
    """Return each way with its address, unless its words say it already: a number, a mailbox."""
    return [_way_text(one_line(way.words), way.link) for way in ways if way.link]


def _way_text(words: str, link: str) -> str:
    return f"{words}: {link}" if _link(link) else words


def _listed(title: str, rows: list[str]) -> str:
    return "\n".join([title, *(row for row in rows if row)]) if rows else ""


def _line_text(line: Line) -> str:
    count = f"{line.quantity} × " if line.quantity else ""
    variant = f" ({one_line(line.variant)})" if line.variant else ""
    price = f", {line.price}" if line.price else ""
    was = f" ({line.was})" if line.was else ""
    note = f": {one_line(line.note)}" if line.note else ""
    return f"- {count}{one_line(line.name)}{variant}{price}{was}{note}"


def _html(letter: Letter, said: _Saying, subject: str) -> str:
    from mjml import mjml2html

    more = len(letter.lines) - letter.shown
    told: dict[str, Any] = {
        "language": letter.language,
        "brand": Brand(one_line(letter.brand.shop), _link(letter.brand.logo), "", clean(letter.brand.address).strip()),
        "accent": accent(letter.brand.accent),
        "subject": subject,
        "preheader": clipped(said.plain("preheader"), PREHEADER),
        **{block: said.html(block) for block in ("heading", "note", "why", "stop")},
        # A button that a merchant left without words still leads somewhere, and says where.
        "button": said.html("button") or _link(letter.link),
        "hello": said.hello,
        "body": _paragraphs(said.html("body")),
        "quote": clean(letter.quote).strip()[:MOST_QUOTE],
        "pictures": _pictures(letter, said),
        "lines": [_shown(line, said) for line in letter.lines[: letter.shown]],
        "more": said.counted("more", more) if more > 0 else "",
        **{name: getattr(letter, name) for name in ("rest", "sums", "total", "promise", "coupon", "hours")},
        **{f"{name}_word": said.shared[name] for name in ("total", "choices", "help")},
        "answers_word": said.plain("answers"),
        "answers": [Way(one_line(way.words), _link(way.link)) for way in letter.answers],
        "help": [Way(one_line(way.words), _link(way.link, CALLS)) for way in letter.help],
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


def _shown(line: Line, said: _Saying) -> dict[str, Any]:
    name, variant = one_line(line.name), one_line(line.variant)
    if not line.quantity:
        detail = variant
    else:
        detail = f"{line.quantity} × {variant}" if variant else said.counted("pieces", line.quantity)
    prices = {"price": one_line(line.price, 40), "was": one_line(line.was, 60)}
    stars = [Way(one_line(way.words), _link(way.link)) for way in line.stars]
    shown = {"name": name, "detail": detail, **prices, "note": one_line(line.note), "picture": _link(line.picture)}
    return shown | {"stars": stars}


def _link(address: str, schemes: frozenset[str] = PAGES) -> str:
    """Return an address that a mail may hold, else nothing."""
    cleaned = one_line(address, 2_000)
    try:
        return cleaned if urlsplit(cleaned).scheme in schemes else ""
    except ValueError:  # a bracket that is no IPv6 address
        return ""

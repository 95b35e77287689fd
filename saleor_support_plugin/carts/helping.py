"""How a mail or a page says whom to ask: the shop's ways, and the hours at which somebody is there."""

from collections.abc import Iterator
from datetime import time
from itertools import groupby

from ..conversations.reaching import url_of
from ..mails.catalogue import phrases
from ..mails.letter import Way
from ..mails.rendering import phrase
from ..stores.configuration import Configuration
from ..stores.values import Shift

# What a mail can lead to: not what opens on the shop's own pages only.
LINKS = frozenset({"whatsapp", "phone", "email", "instagram", "messenger", "telegram", "video"})
ALWAYS = (Shift(time(), time()),)


def ways(settings: Configuration, *, form: str, language: str) -> tuple[Way, ...]:
    """Return the ways that the merchant offers, in their order; `form` is where ours is reached from a mail."""
    words = phrases("ways", language)
    offered = [one for one in settings.contact_channels if one.kind == "form" or one.kind in LINKS]
    return tuple(Way(_named(words[one.kind], one.kind, one.address), url_of(one) or form) for one in offered)


def _named(word: str, kind: str, address: str) -> str:
    """Return the way's name, with what is dialled or written by hand on another device."""
    return f"{word}: {address}" if kind in ("phone", "email") else word


def hours(settings: Configuration, language: str) -> str:
    """Return when somebody is there, as in "We are here Mon–Fri 09:00–18:00."; nothing where nobody ever is."""
    words, week = phrases("cart_parts", language), settings.week
    if all(tuple(shifts) == ALWAYS for shifts in week):
        return words["day_and_night"]
    said = ", ".join(_days(week, language))
    return phrase(words["hours"], {"hours": said}, language) if said else ""


def _days(week: tuple[tuple[Shift, ...], ...], language: str) -> Iterator[str]:
    from babel.dates import get_day_names  # as in mails.rendering: for processes that write only

    names = get_day_names("abbreviated", context="stand-alone", locale=language)
    for shifts, days in groupby(range(7), key=lambda day: week[day]):
        together = list(days)
        if shifts:
            first, last = names[together[0]], names[together[-1]]
            clocks = ", ".join(f"{one.opens:%H:%M}–{_end(one.closes)}" for one in shifts)
            yield f"{first if first == last else f'{first}–{last}'} {clocks}"


def _end(closes: time) -> str:
    return f"{closes:%H:%M}" if closes != time() else "24:00"

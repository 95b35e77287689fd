"""A page of the shop on which something does not work, as a shopper's browser tells it once they said so."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations.here import own_url
from ..conversations.models import Conversation, Happening
from ..conversations.rules import TextWrong, line
from . import finding, rules
from .models import Ticket

# Under which staff find them in their list.
TAG = "site problem"
MOST_URL = 700
MOST_BROWSER = 250
WINDOW = re.compile(r"[1-9]\d{0,4}x[1-9]\d{0,4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class SiteProblem:
    """The page's address, what the browser calls itself, and its window's size in CSS pixels; each may be unknown."""

    url: str
    browser: str
    window: str

    def __str__(self) -> str:
        return " · ".join(filter(None, (self.url, self.window, self.browser)))


def read(given: object, *, origins: Collection[str]) -> SiteProblem | None:
    """Return what a page told of itself; None where it said nothing. Nobody is refused for what cannot be read."""
    if not isinstance(given, dict):
        return None
    window = given.get("window")
    return SiteProblem(
        url=(own_url(given.get("url"), origins) or "")[:MOST_URL],
        browser=_browser(given.get("browser")),
        window=window if isinstance(window, str) and WINDOW.fullmatch(window) else "",
    )


def _browser(given: object) -> str:
    try:
        return line(given, most=2 * MOST_BROWSER)[:MOST_BROWSER]
    except TextWrong:
        return ""


@transaction.atomic
def keep(*, conversation: Conversation, problem: SiteProblem, now: datetime) -> None:
    """Tell staff of it, once, and file the conversation's ticket under TAG as long as there is room for a tag."""
    rows = Ticket.across_stores.filter(conversation=conversation)
    for ticket in rows.select_for_update(of=("self",), no_key=True):
        if TAG not in ticket.tags and len(ticket.tags) < rules.MOST_TAGS:
            ticket.tags = sorted([*ticket.tags, TAG])
            ticket.save(update_fields=["tags"])
            finding.remember(ticket_ids=[ticket.pk])
    key = f"site problem {sha256(str(problem).encode()).hexdigest()[:32]}"
    about = str(problem)
    conversations.note(conversation=conversation, event=Happening.SITE_PROBLEM, about=about, key=key, now=now)

"""Answers that staff give often: reads, and the only writes."""

import json
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from ..conversations.rules import TextWrong, line, text
from ..stores.callers import Staff
from ..stores.models import Store
from . import filling, rules
from .models import Macro, State, Ticket
from .refusing import TicketRefused

MOST = 200
# What compensation does; which of its values are right is said when somebody is about to do it.
ACTS = (
    "REFUND",
    "CANCEL",
    "SUMMARY_AGAIN",
    "GIFT_CARD",
    "VOUCHER",
    "TRACKING",
    "ADDRESS",
    "REPLACEMENT",
    "RETURN",
    "GIFT_CARD_RESEND",
    "INVOICE",
)
MOST_VALUES = 2_000


@dataclass(frozen=True, slots=True)
class Given:
    """A macro as staff write it: what it says in each language, and what becomes of the ticket."""

    name: str
    text_en: str = ""
    text_tr: str = ""
    tags: tuple[str, ...] = ()
    state: State | None = None
    assign_to_me: bool = False
    proposes: dict[str, Any] | None = None


def macros(staff: Staff) -> QuerySet[Macro]:
    return staff.store.macros.order_by("name", "pk")


@transaction.atomic
def write(*, staff: Staff, macro_id: int | None, given: Given) -> Macro:
    """Keep a macro, a new one where none is named. Raises TicketRefused."""
    Store.across_stores.select_for_update(no_key=True).get(pk=staff.store.pk)
    name = _read("name", given.name, rules.MOST_MACRO_NAME)
    texts = {"en": _text("en", given.text_en), "tr": _text("tr", given.text_tr)}
    if not any(texts.values()):
        raise TicketRefused("text", "REQUIRED", "A macro says something in one language at least.")
    mine = staff.store.macros.all()
    if mine.filter(name=name).exclude(pk=macro_id or 0).exists():
        raise TicketRefused("name", "TAKEN", "Another macro has this name.")
    macro = Macro(store=staff.store) if macro_id is None else mine.filter(pk=macro_id).first()
    if macro is None:
        raise TicketRefused("id", "NOT_FOUND", "There is no such macro.")
    if macro_id is None and mine.count() >= MOST:
        raise TicketRefused("id", "TOO_MANY", f"At most {MOST} macros fit a store.")
    macro.name, macro.text_en, macro.text_tr = name, texts["en"], texts["tr"]
    macro.tags, macro.state, macro.assign_to_me = _tags(given.tags), given.state or "", given.assign_to_me
    macro.proposes = _act(given.proposes)
    macro.save()
    return macro


def delete(*, staff: Staff, macro_id: int | None) -> None:
    """Raises TicketRefused."""
    if macro_id is None or not staff.store.macros.filter(pk=macro_id).delete()[0]:
        raise TicketRefused("id", "NOT_FOUND", "There is no such macro.")


def fill(*, macro: Macro, ticket: Ticket, shop: str, agent: str, tracking_url: str) -> filling.Filled:
    """Return what a macro says in a ticket, in its shopper's language where there is one."""
    own, other = (
        (macro.text_tr, macro.text_en) if ticket.conversation.language == "tr" else (macro.text_en, macro.text_tr)
    )
    facts = {
        "customer.name": ticket.conversation.name,
        "order.number": ticket.order.number if ticket.order else "",
        "tracking.url": tracking_url,
        "shop.name": shop,
        "agent.name": agent,
    }
    return filling.filled(own or other, facts)


def _text(language: str, given: str) -> str:
    said = _read(f"text.{language}", given) if given.strip() else ""
    if wrong := filling.unknown(said):
        sentence = f"There is no {{{{{wrong[0]}}}}}. These are known: {', '.join(filling.PLACES)}."
        raise TicketRefused(f"text.{language}", "INVALID", sentence)
    return said


def _act(given: dict[str, Any] | None) -> dict[str, Any] | None:
    if given is None:
        return None
    if given["kind"] not in ACTS:
        raise TicketRefused("proposes.kind", "INVALID", f"An act is one of {', '.join(ACTS)}.")
    if not isinstance(given["values"], dict) or len(json.dumps(given["values"])) > MOST_VALUES:
        raise TicketRefused("proposes.values", "INVALID", "The values of an act are a small object.")
    return given


def _tags(given: tuple[str, ...]) -> list[str]:
    try:
        return rules.tagged((), given, ())
    except TextWrong as wrong:
        raise TicketRefused("tags", wrong.code, str(wrong)) from wrong


def _read(field: str, given: str, most: int = 0) -> str:
    try:
        return line(given, most=most) if most else text(given)
    except TextWrong as wrong:
        raise TicketRefused(field, wrong.code, str(wrong)) from wrong

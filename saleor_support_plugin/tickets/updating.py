"""The only write of what a ticket is about: its reason, how urgent it is, whose, its order and its lines."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations.models import Happening
from ..people.addresses import is_email
from ..shop import queries as shop
from ..stores.callers import Staff
from ..stores.configuration import Configuration
from ..stores.queries import configuration
from . import clocking, colleagues, finding, matters, rules
from .actions import as_seen, locked, must_not_be_live, read_text
from .clocks import FIRST_REPLY, RESOLVE
from .models import Priority, Ticket
from .opening import set_lines
from .refusing import TicketRefused

MOST_DEPARTMENT = 80
MOST_LINES = 100


@transaction.atomic
def update(*, staff: Staff, ticket_id: int | None, given: Mapping[str, Any], now: datetime) -> Ticket:
    """Change what is given, all of it or nothing, each change told in the thread. Raises TicketRefused.

    A reason brings its department, its priority and its times along, but for what is given beside it.
    """
    ticket = locked(staff, ticket_id)
    settings = configuration(staff.store, ticket.conversation.channel_slug)
    before = _told(ticket)
    for name, change in CHANGES.items():
        if name in given:
            change(staff, ticket, given[name], settings)
    if "reason" in given and ticket.reason != before["reason"]:
        _follow_reason(ticket, given, settings, now)
    ticket.save()
    if "lines" in given or ticket.order_id != before["order_id"]:
        _set_lines(ticket, given.get("lines") or ())
    _tell(staff, ticket, before, now)
    finding.remember(ticket_ids=[ticket.pk])
    return as_seen(staff, ticket)


def _told(ticket: Ticket) -> dict[str, Any]:
    columns = ("subject", "reason", "priority", "department", "order_id", "product_id", "assigned_email")
    return {name: getattr(ticket, name) for name in columns} | {"lines": _lines(ticket)}


def _lines(ticket: Ticket) -> str:
    lines = ticket.lines.values_list("order_line_id", "quantity").order_by("pk")
    return ", ".join(f"{quantity} × {line}" for line, quantity in lines)


def _tell(staff: Staff, ticket: Ticket, before: Mapping[str, Any], now: datetime) -> None:
    for name, now_is in _told(ticket).items():
        if now_is == before[name]:
            continue
        event, about = Happening.CHANGED, f"{name}: {now_is}"
        if name == "assigned_email":
            event, about = Happening.ASSIGNED, now_is
            colleagues.tell(tickets=[ticket], by=staff.email)
        elif name == "order_id":
            about = f"order: {ticket.order.number if ticket.order else ''}"
        conversations.note(conversation=ticket.conversation, event=event, by=staff.email, about=about.strip(), now=now)


def _follow_reason(ticket: Ticket, given: Mapping[str, Any], settings: Configuration, now: datetime) -> None:
    reason = matters.reason_of(settings, ticket.reason)
    if reason and "department" not in given and reason.department:
        ticket.department = reason.department
    if reason and "priority" not in given:
        ticket.priority = matters.raised(reason.priority, ticket.boosts)
    targets = matters.targets(settings, reason)
    wanted = {RESOLVE: targets.resolve}
    if ticket.first_replied_at is None:
        wanted[FIRST_REPLY] = targets.first_reply
    clocking.give(ticket, wanted, now)
    clocking.settle(ticket, now)


def _reason(staff: Staff, ticket: Ticket, given: Any, settings: Configuration) -> None:
    if given and matters.reason_of(settings, given) is None:
        raise TicketRefused("reason", "INVALID", "There is no such reason in this channel's settings.")
    ticket.reason = given or ""


def _priority(staff: Staff, ticket: Ticket, given: Any, settings: Configuration) -> None:
    if given is None:
        raise TicketRefused("priority", "REQUIRED", "A ticket has a priority.")
    ticket.priority = Priority(given)


def _department(staff: Staff, ticket: Ticket, given: Any, settings: Configuration) -> None:
    ticket.department = read_text("department", given, MOST_DEPARTMENT) if given and given.strip() else ""


def _subject(staff: Staff, ticket: Ticket, given: Any, settings: Configuration) -> None:
    ticket.subject = read_text("subject", given or "", rules.MOST_SUBJECT)


def _assigned(staff: Staff, ticket: Ticket, given: Any, settings: Configuration) -> None:
    email = (given or "").strip()
    if email and (not is_email(email) or len(email) > 254):
        raise TicketRefused("assignedEmail", "INVALID", "This is not an e-mail address.")
    if email and email != ticket.assigned_email:
        email = colleagues.known(store=staff.store, email=email, field="assignedEmail")
    if email != ticket.assigned_email:
        must_not_be_live(ticket, "assignedEmail")
    ticket.assigned_email = email


def _order(staff: Staff, ticket: Ticket, given: Any, settings: Configuration) -> None:
    order = shop.order(staff, given) if given else None
    if given and order is None:
        raise TicketRefused("orderId", "NOT_FOUND", "There is no such order.")
    ticket.order = order


def _product(staff: Staff, ticket: Ticket, given: Any, settings: Configuration) -> None:
    if given and not staff.store.variants.filter(product_id=given.replace("\0", "")).exists():
        raise TicketRefused("productId", "NOT_FOUND", "There is no such product.")
    ticket.product_id = given or ""


def _set_lines(ticket: Ticket, given: Any) -> None:
    wanted = [(one["order_line_id"].replace("\0", ""), one["quantity"]) for one in given]
    if len(wanted) > MOST_LINES:
        raise TicketRefused("lines", "TOO_MANY", f"At most {MOST_LINES} lines fit a ticket.")
    bought = dict(ticket.order.lines.values_list("saleor_id", "quantity")) if ticket.order else {}
    for line, quantity in wanted:
        if line not in bought:
            raise TicketRefused("lines", "NOT_FOUND", "The ticket's order has no such line.")
        if not 1 <= quantity <= bought[line]:
            raise TicketRefused("lines", "INVALID", "This is from one to as many as were bought.")
    set_lines(ticket, wanted)


Change = Callable[[Staff, Ticket, Any, Configuration], None]
CHANGES: Mapping[str, Change] = {
    "subject": _subject,
    "reason": _reason,
    "priority": _priority,
    "department": _department,
    "order_id": _order,
    "product_id": _product,
    "assigned_email": _assigned,
}

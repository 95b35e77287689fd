"""The only write that makes a ticket: its number, and what its reason, its order and the rules of routing say of it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Max

from ..conversations import actions as conversations
from ..conversations.models import Conversation, Happening
from ..shop.models import Order
from ..stores.configuration import Configuration
from ..stores.models import Store
from ..stores.queries import configuration
from . import announcing, clocking, colleagues, matters, presence, routing, routing_rules
from .clocks import FIRST_REPLY, RESOLVE, Clock, given
from .models import Boost, State, Ticket, TicketLine
from .order_facts import facts_of
from .rules import MOST_TAGS


def add(
    store: Store,
    conversation: Conversation,
    subject: str,
    order: Order | None,
    state: State,
    now: datetime,
    *,
    medium: str,
    lines: Iterable[tuple[str, int]] = (),
    reply_by: datetime | None = None,
    **values: Any,
) -> Ticket:
    """Make the row under the store's next number. Must run in a transaction: numbers are given one after the other.

    `medium` is how its first message comes. `lines` are Saleor's ids of the order's lines and how many pieces of each;
    others than the order's are left out.
    What `values` say of department and assignee stands, whatever the reason's or a rule's would be.
    """
    Store.across_stores.select_for_update(no_key=True).get(pk=store.pk)
    last = store.tickets.aggregate(last=Max("number"))["last"] or 0
    ticket = Ticket.across_stores.create(
        store=store,
        number=last + 1,
        conversation=conversation,
        order=order,
        state=state,
        subject=subject,
        medium=medium,
        created_at=now,
        updated_at=now,
        **values,
    )
    set_lines(ticket, lines)
    _settle(ticket, configuration(store, conversation.channel_slug), reply_by, now)
    announcing.opened(ticket=ticket, now=now)
    return ticket


def set_lines(ticket: Ticket, lines: Iterable[tuple[str, int]]) -> None:
    """Keep which lines of its order a ticket is about, at most as many pieces as were bought."""
    wanted = dict(lines)
    ticket.lines.all().delete()
    if not wanted or ticket.order is None:
        return
    sold = ticket.order.lines.filter(saleor_id__in=list(wanted))
    products = dict(
        ticket.store.variants.filter(saleor_id__in=[one.variant_id for one in sold]).values_list(
            "saleor_id", "product_id"
        )
    )
    TicketLine.across_stores.bulk_create(
        TicketLine(
            ticket=ticket,
            order_line_id=one.saleor_id,
            product_id=products.get(one.variant_id, ""),
            quantity=min(max(wanted[one.saleor_id], 1), one.quantity),
        )
        for one in sold
    )


def _settle(ticket: Ticket, settings: Configuration, reply_by: datetime | None, now: datetime) -> None:
    rules = routing_rules.in_force(ticket.store)
    facts = facts_of(ticket.store, [ticket], now)[ticket.pk] if rules or ticket.order else routing.Facts()
    if matters.reason_of(settings, ticket.reason) is None:
        ticket.reason, facts = "", replace(facts, reason="")
    routed = routing.route(rules, facts)
    effects = routed.effects
    reason = matters.reason_of(settings, effects.reason or ticket.reason)
    ticket.reason = reason.name if reason else ""
    ticket.boosts = [
        name.value
        for name, is_so in ((Boost.FIRST_ORDER, facts.is_first_order), (Boost.LATE_PARCEL, facts.is_late))
        if is_so
    ]
    usual = effects.priority or (reason.priority if reason else ticket.priority)
    ticket.priority = matters.raised(usual, ticket.boosts)
    ticket.department = ticket.department or effects.department or (reason.department if reason else "")
    ticket.tags = sorted({*ticket.tags, *effects.tags})[:MOST_TAGS]
    for name in routed.rules:
        conversations.note(conversation=ticket.conversation, event=Happening.ROUTED, about=name, now=now)
    _assign(ticket, effects, settings, now)
    _start_clocks(ticket, matters.targets(settings, reason), reply_by, now)
    ticket.save()


def _assign(ticket: Ticket, effects: routing.Effects, settings: Configuration, now: datetime) -> None:
    """Give it to whom a rule names; whose a live chat is, the queue knows."""
    if ticket.assigned_email or ticket.kind == "CHAT":
        return
    email = effects.assignee or (least_busy(ticket.store, settings, ticket.department, now) if effects.fair else "")
    if email:
        ticket.assigned_email = email
        colleagues.remember(store=ticket.store, email=email)
        conversations.note(conversation=ticket.conversation, event=Happening.ASSIGNED, about=email, now=now)


def least_busy(store: Store, settings: Configuration, department: str, now: datetime) -> str:
    """Return who of a department is there and has the fewest tickets that are not closed; empty where nobody is."""
    members = next((one.emails for one in settings.departments if one.name == department), ())
    there = [one for one in sorted(presence.emails_there(store, now)) if one.lower() in members]
    open_ones = store.tickets.filter(assigned_email__in=there, merged_into=None).exclude(state=State.CLOSED)
    busy = dict(open_ones.values_list("assigned_email").annotate(many=Count("pk")))
    return min(there, key=lambda email: (busy.get(email, 0), email), default="")


def _start_clocks(ticket: Ticket, targets: matters.Targets, reply_by: datetime | None, now: datetime) -> None:
    first_reply = None if ticket.first_replied_at else targets.first_reply
    wanted: dict[str, timedelta | None] = {FIRST_REPLY: first_reply, RESOLVE: targets.resolve}
    found: dict[str, Clock] = {kind: given(target) for kind, target in wanted.items() if target is not None}
    clocking.keep(ticket, found, None, now)
    if reply_by is not None:
        clocking.promise(ticket, reply_by, now)
    clocking.settle(ticket, now)

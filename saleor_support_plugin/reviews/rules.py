"""Whom to ask for a review, and what a review may be."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

STARS = (1, 2, 3, 4, 5)
MOST_NAME, MOST_TITLE, MOST_TEXT = 80, 120, 5000
# How long the link in the mail works.
LINK_LASTS = timedelta(days=60)
# Asked about so long after its time, a person no longer remembers the parcel: after an outage, say.
TOO_LATE = timedelta(days=14)
REMIND_AFTER = timedelta(days=7)
# The first mail may wait for an hour at which its reader is awake.
LOOK_AGAIN = timedelta(days=1)
# For how long an author may change or take back what they wrote.
EDIT_WITHIN = timedelta(days=30)
# Deliveries are noticed within minutes; older ones were marked before there were reviews.
NOTICE_WITHIN = timedelta(days=7)


class Silence(StrEnum):
    """Why nobody is asked, or reminded."""

    SWITCHED_OFF = "switched_off"
    NO_ADDRESS = "no_address"
    ERASED = "erased"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
    OPEN_TICKET = "open_ticket"
    NOTHING_ARRIVED = "nothing_arrived"
    TOO_LATE = "too_late"
    # Of the reminder alone.
    REMINDER_OFF = "reminder_off"
    ANSWERED = "answered"
    PROBLEM = "problem"
    NOT_SENT = "not_sent"


class Fork(StrEnum):
    """What somebody said first of what arrived."""

    FINE = "FINE"
    PROBLEM = "PROBLEM"


@dataclass(frozen=True, slots=True)
class OrderState:
    """An order as it is now; `arrived` counts its lines in parcels that were delivered and not sent back.

    `delivered_at` is by somebody's word. Where there is none, `estimated_at` is when the parcels should have arrived.
    """

    email: str
    is_erased: bool
    is_cancelled: bool
    is_refunded: bool
    has_open_ticket: bool
    arrived: int
    delivered_at: datetime | None
    estimated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What the merchant wants: how long to wait after somebody's word, and after an estimate; None asks nobody then."""

    is_on: bool
    wait: timedelta
    fallback: timedelta | None
    reminds: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of the request so far: whether its mail still waits or when it left, and what they said."""

    is_waiting: bool
    sent_at: datetime | None
    has_answered: bool
    has_problem: bool


@dataclass(frozen=True, slots=True)
class Ask:
    """Write now."""


@dataclass(frozen=True, slots=True)
class Wait:
    until: datetime


@dataclass(frozen=True, slots=True)
class GiveUp:
    reason: Silence


def decide_request(order: OrderState, *, policy: Policy, now: datetime) -> Ask | Wait | GiveUp:
    """Say whether to ask for a review now: once it has been there for as long as the merchant waits."""
    against = _against(order, policy)
    if against is not None:
        return GiveUp(against)
    due_at = _due_at(order, policy)
    return GiveUp(Silence.NOTHING_ARRIVED) if due_at is None else _at(due_at, now)


def decide_reminder(order: OrderState, asked: Asked, *, policy: Policy, now: datetime) -> Ask | Wait | GiveUp:
    """Say whether to ask once more: only whom the first mail reached, and who said nothing."""
    against = Silence.REMINDER_OFF if not policy.reminds else silence(order, asked, policy=policy)
    if against is not None:
        return GiveUp(against)
    if asked.is_waiting:
        return Wait(now + LOOK_AGAIN)
    return GiveUp(Silence.NOT_SENT) if asked.sent_at is None else _at(asked.sent_at + REMIND_AFTER, now)


def silence(order: OrderState, asked: Asked, *, policy: Policy) -> Silence | None:
    """Return what speaks against writing, whatever the hour; None where nothing does."""
    if asked.has_answered:
        return Silence.ANSWERED
    return Silence.PROBLEM if asked.has_problem else _against(order, policy)


def _against(order: OrderState, policy: Policy) -> Silence | None:
    against = {
        Silence.CANCELLED: order.is_cancelled,
        Silence.REFUNDED: order.is_refunded,
        Silence.NO_ADDRESS: not order.email,
        Silence.ERASED: order.is_erased,
        Silence.OPEN_TICKET: order.has_open_ticket,
        Silence.NOTHING_ARRIVED: not order.arrived,
        Silence.SWITCHED_OFF: not policy.is_on,
    }
    return next((reason for reason, holds in against.items() if holds), None)


def may_be_asked(order: OrderState) -> bool:
    """Say whether nothing about the order itself speaks against asking for a review where its buyer looks at it."""
    against = (order.is_cancelled, order.is_refunded, order.is_erased, order.has_open_ticket)
    return order.arrived > 0 and not any(against)


def _due_at(order: OrderState, policy: Policy) -> datetime | None:
    if order.delivered_at is not None:
        return order.delivered_at + policy.wait
    if order.estimated_at is None or policy.fallback is None:
        return None
    return order.estimated_at + policy.fallback


def _at(due_at: datetime, now: datetime) -> Ask | Wait | GiveUp:
    if now < due_at:
        return Wait(due_at)
    return GiveUp(Silence.TOO_LATE) if now - due_at > TOO_LATE else Ask()

"""What a matter's reason and its order say of it: how urgent it is, whose, and how much time it is given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ..stores.configuration import Configuration
from ..stores.reasons import PRIORITIES, TicketReason

# Who writes about a half hour in which they were to be called waits since its end.
CALL_LASTS = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Targets:
    """How long somebody may take to answer first, and until it is done; None sets no such clock."""

    first_reply: timedelta | None
    resolve: timedelta | None


def reason_of(settings: Configuration, name: str) -> TicketReason | None:
    return next((one for one in settings.ticket_reasons if one.name == name), None)


def targets(settings: Configuration, reason: TicketReason | None) -> Targets:
    first_reply = (reason and reason.first_reply_minutes) or settings.first_reply_minutes
    resolve = (reason and reason.resolve_minutes) or settings.resolve_minutes
    return Targets(
        timedelta(minutes=first_reply) if first_reply else None, timedelta(minutes=resolve) if resolve else None
    )


def raised(priority: str, boosts: Sequence[str]) -> str:
    """Return the priority of one step more where anything raises it; several reasons for it are one step too."""
    place = PRIORITIES.index(priority)
    return PRIORITIES[min(place + bool(boosts), len(PRIORITIES) - 1)]


def is_same_customer(emails: Iterable[str], phones: Iterable[str], shoppers: Iterable[str]) -> bool:
    """Say whether two tickets are one person's: by what both have, their mailbox before anything else."""
    for both in (list(emails), list(phones), list(shoppers)):
        if all(both):
            return len(set(both)) == 1
    return False

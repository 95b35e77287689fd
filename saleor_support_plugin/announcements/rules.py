"""When an announcement is tried again, and when an address is given up. The times are those of Standard Webhooks."""

from datetime import datetime, timedelta

# What can be announced, and when.
KINDS = {
    "parcel.delivered": "A parcel arrived, as far as somebody said so or it is estimated (`data.source`).",
    "checkout.abandoned": "A cart was left for as long as the merchant waits, be its shopper written to or not.",
    "checkout.recovered": "Somebody who had left a cart ordered; whether they were written to is in `data.written`.",
    "checkout.stuck": "A checkout is paid and yet no order.",
    "ticket.opened": "Somebody has a matter, by whatever way they came.",
    "ticket.answered": "Staff answered; `data.first` says whether for the first time.",
    "ticket.closed": "A matter is done.",
    "ticket.reopened": "One that was closed is not any more.",
    "ticket.breached": "The time is over to answer first, or to be done (`data.clock`).",
    "ticket.surveyed": "Somebody said how their matter was solved.",
    "reviews.crisis": "Bad reviews of a product, a carrier or a warehouse come far more often than is usual there.",
}
# Before each try after the first; after the last it is given up.
PAUSES = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
)
# An address at which nothing was taken for so long is switched off.
PATIENCE = timedelta(days=5)
# Two secrets sign for so long after a new one was made.
ROTATION = timedelta(hours=24)
# Longer than any receiver is waited for: what is still being sent after it was left behind by a crash.
LEASE = timedelta(minutes=2)
# What was announced is shown, and can be announced again, for so long.
KEPT = timedelta(days=30)
GONE = 410


def next_try(attempts: int, now: datetime) -> datetime | None:
    """Return when to try again after so many tries in vain; None where it is given up."""
    return now + PAUSES[attempts - 1] if attempts <= len(PAUSES) else None


def is_taken(status: int) -> bool:
    return 200 <= status < 300


def is_given_up(failing_since: datetime, now: datetime) -> bool:
    """Say whether an address at which nothing was taken since then is to be switched off."""
    return now - failing_since >= PATIENCE

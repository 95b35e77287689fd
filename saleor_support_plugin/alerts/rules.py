"""When staff are told that somebody waits, and who of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..hours.business import Hours, open_time
from ..stores.configuration import Configuration

# A wait from before that is too old for an alarm: after an outage, or from before it was switched on.
WITHIN = timedelta(days=4)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose a ticket is: of a department, of a member of staff, or empty."""

    department: str
    assigned_email: str


def minutes_waited(hours: Hours, since: datetime, now: datetime) -> int:
    """Return for how many minutes somebody has waited in which they could have been answered."""
    return int(open_time(hours, since, now) / MINUTE)


def told(settings: Configuration, whose: Whose) -> Sequence[str]:
    """Return the addresses that are told: the member of staff's own, else the department's, else the shop's."""
    assigned = whose.assigned_email.lower()
    if assigned in settings.staff_emails:
        return (assigned,)
    names = {one.name.casefold(): one.emails for one in settings.departments}
    return names.get(whose.department.casefold()) or settings.alert_emails

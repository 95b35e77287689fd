"""Whom of the staff a ticket can be given to, and how they hear of it."""

from collections.abc import Sequence

from ..conversations import saying
from ..conversations.frames import outside_id
from ..ids import own_id
from ..stores.models import Store
from .models import Colleague, Ticket
from .refusing import TicketRefused

NO_SUCH = "Nobody of the staff is known under this address. They are once they have opened the inbox."


def remember(*, store: Store, email: str) -> None:
    Colleague.across_stores.bulk_create([Colleague(store=store, email=email)], ignore_conflicts=True)


def known(*, store: Store, email: str, field: str) -> str:
    """Return a colleague's address as they have it in Saleor. Raises TicketRefused."""
    found = store.colleagues.filter(email__iexact=email.replace("\0", "").strip()).first()
    if found is None:
        raise TicketRefused(field, "NOT_FOUND", NO_SUCH)
    return found.email


def room_of(store_id: int, email: str) -> str:
    """Return the room of every page of a member of staff, by the address under which tickets are theirs."""
    return f"colleague:{store_id}:{email.lower()}"


def tell(*, tickets: Sequence[Ticket], by: str) -> None:
    """Tell whose tickets these are from now on that somebody else gave them to them."""
    if not tickets or not tickets[0].assigned_email or tickets[0].assigned_email.lower() == by.lower():
        return
    first = tickets[0]
    frame = {
        "is": "assigned",
        "conversation": outside_id(first.conversation_id),
        "ticket": own_id("Ticket", first.pk),
        "number": first.number,
        "count": len(tickets),
        "by": by,
    }
    saying.tell([(room_of(first.store_id, first.assigned_email), frame)])

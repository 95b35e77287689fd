"""What whoever asked for an act hears of it, on whatever page of ours they look at."""

from ..conversations import saying
from ..ids import own_id
from ..tickets.colleagues import room_of
from .models import OrderAct


def tell_asker(act: OrderAct, became: str, *, by: str = "") -> None:
    """Tell them that their act was approved or rejected, failed, or was paid after a while; nobody keeps it."""
    frame = {
        "is": "act",
        "number": act.number,
        "kind": act.kind,
        "became": became,
        "by": by,
        "order": act.order.saleor_id,
        "orderNumber": act.order.number,
        "ticket": own_id("Ticket", act.ticket_id) if act.ticket_id else None,
    }
    saying.tell([(room_of(act.store_id, act.by_email), frame)])

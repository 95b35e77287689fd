"""Who says, at the moment of sending, whether a message is still right: one line for each kind of outbox.kinds."""

from ..carts import reminding
from ..outbox.kinds import StillRight, always_right, register, unregistered
from ..parcels import apologising
from ..reviews import asking

KINDS: dict[str, StillRight] = {
    reminding.KIND: reminding.still_right,
    asking.KIND: asking.still_right,
    apologising.KIND: apologising.still_right,
    "sender_test": always_right,
    "ticket_received": always_right,
    "ticket_reply": always_right,
}

for kind, still_right in KINDS.items():
    register(kind, still_right)

__all__ = ["KINDS", "unregistered"]

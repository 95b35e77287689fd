"""What may go wrong with the shop, on demand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

# "500" answers an HTML error page, "html" the same with status 200, "slow" waits before it answers as usual.
Outage = Literal["500", "slow", "html"]


# What the app that holds the payments says to a refund: yes, no, later; or there is none.
Refunds = Literal["paid", "refused", "pending", "nobody"]


@dataclass
class Faults:
    """`outage` is of the API. `copies` sends each delivery so many times. `lost` loses deliveries of these events.

    A refused connection is not here: `DemoServer.close_port` does that.
    """

    outage: Outage | None = None
    slow_seconds: float = 5.0
    copies: int = 1
    lost: set[str] = field(default_factory=set)
    refunds: Refunds = "paid"

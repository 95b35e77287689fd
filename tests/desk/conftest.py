from dataclasses import dataclass, field

import pytest

from saleor_support_plugin.desk import reading
from saleor_support_plugin.saleor.errors import SaleorUnreachable
from saleor_support_plugin.saleor.order_notes import OrderHappening

from ..shops import NOON


@dataclass
class History:
    """Saleor's word about orders' histories; `asked` are the orders that it was asked about."""

    events: dict[str, list[OrderHappening]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    is_down: bool = False

    def order_history(self, order_id: str) -> list[OrderHappening]:
        self.asked.append(order_id)
        if self.is_down:
            raise SaleorUnreachable("no connection")
        return self.events.get(order_id, [])

    def happened(self, order_id: str, kind: str, message: str = "") -> None:
        events = self.events.setdefault(order_id, [])
        events.append(OrderHappening(f"event-{order_id}-{len(events)}", kind, NOON, message, "Support"))


@pytest.fixture
def history(monkeypatch: pytest.MonkeyPatch) -> History:
    found = History()
    monkeypatch.setattr(reading, "client_of", lambda store: found)
    return found

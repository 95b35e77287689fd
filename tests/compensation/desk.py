"""An order that lies in the demo store, and a member of staff who puts it right."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from saleor_support_plugin.compensation import actions, sending
from saleor_support_plugin.compensation.models import AuthorityLimit, OrderAct
from saleor_support_plugin.compensation.rules import Kind
from saleor_support_plugin.demo.order_records import Order, TransactionItem
from saleor_support_plugin.demo.store import Store
from saleor_support_plugin.saleor.client import SaleorClient
from saleor_support_plugin.shop import actions as shop
from saleor_support_plugin.shop.models import Order as KnownOrder
from saleor_support_plugin.stores.callers import Staff

from ..desks import ask_as
from ..saleor.demo_egress import DemoEgress
from ..shops import NOON, Shop, global_id

EVERYTHING = ("MANAGE_ORDERS", "HANDLE_PAYMENTS", "MANAGE_GIFT_CARD", "MANAGE_DISCOUNTS")
GROUP = "Customer Support"
ACT = """id number kind state money { amount currency } reason note byEmail groups passed code draft canDecide canRetry
  problem { code text } decidedByEmail decisionNote ticket { number } order { number }
  steps { state byEmail note }"""
CREATE = (
    "mutation Create($input: OrderActInput!, $language: String) { orderActCreate(input: $input, language: $language)"
    f" {{ act {{ {ACT} }} errors {{ code text field }} }} }}"
)
PREVIEW = """query Preview($input: OrderActInput!, $language: String) {
  orderActPreview(input: $input, language: $language) {
    problems { code text field } effects { code text } missingPermissions appMissingPermissions
    money { amount currency } room { amount } needsApproval passed
    transactions { id name refundable { amount } } hasOldPayment
  }
}"""
APPROVE = (
    "mutation Approve($id: ID!, $note: String) { orderActApprove(id: $id, note: $note)"
    f" {{ act {{ {ACT} }} errors {{ code text field }} }} }}"
)
REJECT = APPROVE.replace("Approve", "Reject")
RETRY = f"mutation Retry($id: ID!) {{ orderActRetry(id: $id) {{ act {{ {ACT} }} errors {{ code text field }} }} }}"
ACTS = f"query($order: ID, $ticket: ID, $first: Int) {{ orderActs(order: $order, ticket: $ticket, first: $first) {{ totalCount edges {{ node {{ {ACT} }} }} }} }}"  # noqa: E501
WAITING = f"{{ actsWaiting {{ totalCount edges {{ node {{ {ACT} }} }} }} }}"


@dataclass
class Desk:
    """`now` is the worker's clock: it moves when a test says so."""

    shop: Shop
    demo: Store
    client: SaleorClient
    egress: DemoEgress
    number: str = "6"
    keys: int = 0
    now: datetime = field(default=NOON)

    @property
    def in_saleor(self) -> Order:
        return next(one for one in self.demo.state.orders.values() if one.number == self.number)

    @property
    def order(self) -> KnownOrder:
        return self.shop.store.orders.get(saleor_id=self.in_saleor.id)

    def know(self) -> KnownOrder:
        """Have the app hear of the order as it is now."""
        found = self.client.order(self.in_saleor.id)
        assert found
        self.now += timedelta(seconds=1)
        shop.remember_order(store=self.shop.store, order=found, issued_at=self.now)
        return self.order

    def key(self) -> str:
        self.keys += 1
        return f"{self.keys}".rjust(16, "k")

    def wish(self, kind: str, **input: Any) -> dict[str, Any]:
        return {"kind": kind, "order": self.in_saleor.id, "key": self.key()} | input

    def token(self, *permissions: str, **claims: Any) -> str:
        return self.shop.staff_token(*(permissions or EVERYTHING), **claims)

    def ask(self, query: str, *, token: str = "", **variables: Any) -> dict[str, Any]:
        answer = ask_as(token or self.token(), query, **variables)
        assert "errors" not in answer, answer
        [payload] = answer["data"].values()
        assert isinstance(payload, dict)
        return payload

    def create(self, kind: str, *, token: str = "", **input: Any) -> dict[str, Any]:
        payload = self.ask(CREATE, token=token, input=self.wish(kind, **input))
        assert payload["errors"] == [], payload
        act: dict[str, Any] = payload["act"]
        return act

    def trouble(self, kind: str, *, token: str = "", **input: Any) -> str:
        payload = self.ask(CREATE, token=token, input=self.wish(kind, **input))
        assert payload["act"] is None
        [error] = payload["errors"]
        assert error["text"]
        return str(error["code"])

    def work(self, *, after: timedelta = timedelta(seconds=1)) -> int:
        """Let the worker look at what is due so much later."""
        self.now = max(self.now, timezone.now()) + after
        return sending.act_due(now=self.now)

    def act(self) -> OrderAct:
        return OrderAct.across_stores.order_by("-pk")[0]

    def done(self, kind: str, **input: Any) -> OrderAct:
        """Have it asked for and done."""
        self.create(kind, **input)
        self.work()
        act = self.act()
        assert act.state == "DONE", (act.state, act.problem, act.problem_words)
        return act

    def pay_in(self, *amounts: str) -> list[TransactionItem]:
        """Make it so that the order was paid in several payments."""
        order = self.in_saleor
        order.transactions = [
            TransactionItem(pk=self.demo.state.next_uuid(), name=f"Card {number}", charged=Decimal(amount))
            for number, amount in enumerate(amounts, start=1)
        ]
        order.charged = sum((one.charged for one in order.transactions), Decimal(0))
        return order.transactions


def limit(desk: Desk, group: str = GROUP, **bounds: Any) -> None:
    AuthorityLimit.across_stores.create(store=desk.shop.store, group=group, currency="TRY", **bounds)


def somebody(desk: Desk, number: int = 1, *permissions: str, groups: tuple[str, ...] = (GROUP,)) -> Staff:
    user = global_id("User", number)
    held = frozenset(permissions or EVERYTHING)
    return Staff(desk.shop.store, user, f"staff{number}@aurora.example", held, groups, None)


def refund_wish(desk: Desk, amount: str, key: str) -> actions.Wish:
    return actions.Wish(kind=Kind.REFUND, order_id=desk.in_saleor.id, input={"amount": amount}, key=key)

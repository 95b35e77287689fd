"""What the made-up shop says when the app asks it: the methods of saleor.client that recovery needs, and no others."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from django.utils import timezone

from saleor_support_plugin.saleor.checkouts import CheckoutNow, PaymentEvent
from saleor_support_plugin.saleor.client import OwnDelivery
from saleor_support_plugin.saleor.generated.fragments import CheckoutFacts, OrderFacts

from .bodies import name_of
from .shop import MadeUpShop


class Answers:
    """`before` is called with a question's name before it is answered: it may be the last this worker does."""

    def __init__(self, shop: MadeUpShop, before: Callable[[str, str], None]) -> None:
        self._shop = shop
        self._before = before

    def checkout_now(self, checkout_id: str) -> CheckoutNow | None:
        name = name_of(checkout_id)
        self._before("checkout_now", name)
        state = self._shop.tell_now(name, timezone.now())
        if state is None:
            return None
        events = (PaymentEvent(state.payment, "declined", state.at),) if state.payment else ()
        facts = CheckoutFacts.model_validate(self._shop.body(name))
        return CheckoutNow(facts=facts, problems=(), payments=(events,), offered=frozenset())

    def order_of_checkout(self, checkout_id: str) -> str | None:
        one = self._shop.order_of.get(name_of(checkout_id))
        if one is None:
            return None
        self._shop.tell((one.id, 0), timezone.now())
        return one.id

    def own_deliveries(self, *, since: datetime) -> Iterator[OwnDelivery]:
        self._before("own_deliveries", "")
        for word in reversed(self._shop.undelivered):
            if word.at < since:
                return
            self._shop.tell(word.tells, timezone.now())
            yield OwnDelivery("-", word.event, "FAILED", word.at, word.body.decode())

    def changed_orders(self, since: datetime) -> Iterator[OrderFacts]:
        self._before("changed_orders", "")
        for one in self._shop.orders.values():
            if one.at >= since:
                self._shop.tell((one.id, 0), timezone.now())
                yield OrderFacts.model_validate(one.body)

    def changed_checkouts(self, since: date) -> Iterator[CheckoutFacts]:
        self._before("changed_checkouts", "")
        for name in self._shop.live(since):
            self._shop.tell_now(name, timezone.now())
            yield CheckoutFacts.model_validate(self._shop.body(name))

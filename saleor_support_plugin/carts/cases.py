"""Which case each cart of a person is in, and what follows from it: a case is their shopping up to an order.

Where a cart belongs is found from carts and orders alone, so that it does not matter in which order we are told.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from ..outbox import actions as outbox
from ..outbox.deciding import Silence as OutboxSilence
from ..outbox.models import Message, State
from ..people.actions import hold
from ..people.models import Person
from . import announcing, queries, rules
from .facts import Silence
from .models import Cart, CartCase, CartVoucher, CaseState
from .planning import plan_for
from .queries import PlacedOrder

# Its shopper may still buy; in a stopped one they are only not written to.
CURRENT = (CaseState.WATCHED, CaseState.ABANDONED, CaseState.STOPPED)
# What follows from a case's carts and orders.
SETTLED = (
    "order_id", "state", "checkout_id", "channel_slug", "language_code", "value", "currency", "opened_at", "changed_at",
    "ended_at", "next_check_at", "steps_done", "silence", "order_total", "ordered_at",
)  # fmt: skip


def alone_with(*people: Person | None) -> dict[Person | None, Person]:
    """Hold these people's cases and them until this transaction ends; return who each of them is by now.

    Cases first, as who merges two people does (people.actions), so that neither waits for the other for ever.
    """
    named = sorted({one for one in people if one is not None}, key=lambda one: one.pk)
    rows = CartCase.across_stores.select_for_update(no_key=True).filter(person__in=named)
    list(rows.order_by("pk").values_list("pk"))
    return {person: hold(person) for person in named}


def arrange(*, person: Person, cart: Cart | None = None, is_news: bool = False, now: datetime) -> None:
    """Put every cart of a person into the case it belongs to; `cart` is one that may be in none of theirs yet.

    `is_news` says that its shopper has just changed it. Call while alone with them.
    """
    cases = _folded(list(person.cart_cases.select_related("store").order_by("-pk")[: queries.MOST_CARTS]))
    rows = Cart.across_stores.filter(case__in=cases).order_by("-updated_at", "-pk")
    carts = list(rows.exclude(pk=cart.pk if cart else 0)[: queries.MOST_CARTS])
    if cart is not None:
        carts.append(cart)
    if carts or cases:
        began = min((one.created or one.issued_at for one in carts), default=now)
        arranging = _Arranging(person, cases, queries.orders_of(person, since=began))
        arranging.place(carts, cart if is_news else None)
        arranging.settle(carts, now)


def _folded(cases: list[CartCase]) -> list[CartCase]:
    """Fold each case into a newer one that is the same by now: two people turned out to be one."""
    newest: dict[str, CartCase] = {}
    for case in cases:
        keep = newest.setdefault(case.order_id, case) if case.order_id or case.state in CURRENT else case
        if keep is not case:
            _fold(case, into=keep)
    return [one for one in cases if one.pk]


def _fold(case: CartCase, *, into: CartCase) -> None:
    taken = into.steps.values_list("number", flat=True)
    case.steps.exclude(number__in=list(taken)).update(case=into)
    for rows in (case.carts, case.reasons, case.ways_back):
        rows.update(case=into)
    if not CartVoucher.across_stores.filter(case=into).exists():
        CartVoucher.across_stores.filter(case=case).update(case=into)
    into.steps_done = max(into.steps_done, case.steps_done)
    into.is_held_out = into.is_held_out or case.is_held_out
    into.counted_at = min(filter(None, (into.counted_at, case.counted_at)), default=None)
    into.abandoned_at = min(filter(None, (into.abandoned_at, case.abandoned_at)), default=None)
    into.came_back_at = max(filter(None, (into.came_back_at, case.came_back_at)), default=None)
    if case.state == CaseState.STOPPED and not into.order_id:
        into.state, into.next_check_at = CaseState.STOPPED, None
    into.save()
    # What it gave away stays counted in the day's budget, which its row holds.
    if CartVoucher.across_stores.filter(case=case).exists():
        case.state, case.next_check_at = CaseState.ENDED, None
        case.save(update_fields=["state", "next_check_at"])
    else:
        case.delete()


class _Arranging:
    """One person's carts, cases and orders, the oldest order first."""

    def __init__(self, person: Person, cases: Sequence[CartCase], orders: Sequence[PlacedOrder]) -> None:
        self.person, self.cases = person, {one.pk: one for one in cases}
        self.orders = {one.id: one for one in orders}
        self.new: set[int] = set()
        self.before = {one.pk: _settled(one) for one in cases}

    def place(self, carts: Sequence[Cart], changed: Cart | None) -> None:
        by_order: dict[str, list[Cart]] = {}
        for cart in carts:
            by_order.setdefault(self._order_of(cart), []).append(cart)
        told = [id for id in self.orders if id in by_order]
        for order_id in [*told, *sorted(set(by_order).difference(told, [""])), ""]:
            for cart in by_order.get(order_id, []):
                self._put(cart, self._home(cart, order_id, is_news=cart is changed))

    def _order_of(self, cart: Cart) -> str:
        """Return the order that ended the shopping a cart was part of: its own, else their first one after it."""
        own = cart.order_id or next((one.id for one in self.orders.values() if one.checkout_id == cart.saleor_id), "")
        changed_at = cart.updated_at or cart.issued_at
        return own or next((one.id for one in self.orders.values() if one.created >= changed_at), "")

    def _home(self, cart: Cart, order_id: str, *, is_news: bool) -> CartCase:
        inside = self.cases.get(cart.case_id or 0)
        if order_id:
            return self._with(order_id) or self._become(inside, order_id, cart)
        if inside and not inside.order_id and not is_news:
            return inside
        return self._current() or self._taken_up(cart, is_news) or self._opened("", cart)

    def _with(self, order_id: str) -> CartCase | None:
        return next((one for one in self.cases.values() if one.order_id == order_id), None)

    def _become(self, case: CartCase | None, order_id: str, cart: Cart) -> CartCase:
        """Close the case that a cart was in with its order, and with it all that was done about it."""
        if case is None or case.order_id:
            return self._opened(order_id, cart)
        case.order_id = order_id
        return case

    def _current(self) -> CartCase | None:
        return next((one for one in self.cases.values() if not one.order_id and one.state in CURRENT), None)

    def _taken_up(self, cart: Cart, is_news: bool) -> CartCase | None:
        """Return the case that ended last, where its shopper came back soon enough."""
        ended = next((one for one in self.cases.values() if not one.order_id), None)
        if ended is None or not is_news or cart.updated_at is None:
            return None
        return ended if cart.updated_at - ended.changed_at <= rules.TAKEN_UP_WITHIN else None

    def _opened(self, order_id: str, cart: Cart) -> CartCase:
        at = cart.created or cart.issued_at
        case = CartCase.across_stores.create(
            store=cart.store, person=self.person, order_id=order_id, opened_at=at, changed_at=at
        )
        self.cases[case.pk] = case
        self.new.add(case.pk)
        self.before[case.pk] = _settled(case)
        return case

    def _put(self, cart: Cart, case: CartCase) -> None:
        if cart.case_id != case.pk:
            cart.case = case
            Cart.across_stores.filter(pk=cart.pk).update(case=case)

    def settle(self, carts: Sequence[Cart], now: datetime) -> None:
        """Have every case say what its carts and its order say."""
        for case in self.cases.values():
            inside = [one for one in carts if one.case_id == case.pk]
            before = self.before[case.pk]
            if inside:
                self._summarise(case, inside)
                self._close(case, inside, now) if case.order_id else self._go_on(case, before, now)
            elif _leave(case, now):
                continue
            told = [name for name in SETTLED if getattr(case, name) != before[name]]
            if told:
                case.save(update_fields=told)
            if case.state == CaseState.RECOVERED != before["state"]:
                announcing.recovered(case=case, now=now)

    def _summarise(self, case: CartCase, carts: Sequence[Cart]) -> None:
        carts = sorted(carts, key=lambda one: (one.updated_at or one.issued_at, one.pk), reverse=True)
        bought = next((one for one in carts if case.order_id and one.order_id == case.order_id), None)
        cart = bought or queries.speaking_cart(carts) or carts[0]
        case.checkout_id, case.channel_slug, case.language_code = cart.saleor_id, cart.channel_slug, cart.language_code
        case.value, case.currency = cart.total_gross, cart.currency
        began = min(one.created or one.issued_at for one in carts)
        case.opened_at = max([began, *self._ordered_before(case)])
        case.changed_at = carts[0].updated_at or carts[0].issued_at

    def _ordered_before(self, case: CartCase) -> list[datetime]:
        own = self.orders.get(case.order_id)
        return [one.created for one in self.orders.values() if own is None or one.created < own.created]

    def _close(self, case: CartCase, carts: Sequence[Cart], now: datetime) -> None:
        order = self.orders.get(case.order_id)
        case.ordered_at = case.ended_at = order.created if order else case.ordered_at or now
        case.order_total = order.total.amount if order else case.order_total
        was_abandoned = case.abandoned_at is not None and case.ordered_at > case.abandoned_at
        case.state = CaseState.RECOVERED if was_abandoned else CaseState.ORDERED
        case.next_check_at, case.silence = None, Silence.ORDERED.value

    def _go_on(self, case: CartCase, before: Mapping[str, Any], now: datetime) -> None:
        """Wait anew where the shopper changed something; what was done about the case stays done."""
        if case.pk not in self.new and case.changed_at <= before["changed_at"] and case.state in CURRENT:
            return
        give_back(case, now)
        case.ended_at = None
        if case.state != CaseState.STOPPED:
            plan = plan_for(case.store, case.channel_slug).plan
            case.state, case.silence = CaseState.WATCHED, ""
            case.next_check_at = case.changed_at + rules.first_quiet(plan)


def give_back(case: CartCase, now: datetime) -> None:
    """Take back a step whose message has not left yet: its shopper came back before it did, so it was never taken.

    Call while alone with the person: a message leaves only while its person is held.
    """
    step = case.steps.filter(number=case.steps_done - 1, message_id__isnull=False).first()
    waiting = Message.across_stores.select_for_update().filter(state=State.WAITING)
    message = waiting.filter(pk=step.message_id or 0).first() if step else None
    if step is None or message is None:
        return
    silence = OutboxSilence.NOT_RIGHT_ANY_MORE
    outbox.finish(message=message, state=State.WITHHELD, silence=silence, reason=Silence.STILL_SHOPPING, now=now)
    step.delete()
    case.steps_done -= 1


def _settled(case: CartCase) -> dict[str, Any]:
    return {name: getattr(case, name) for name in SETTLED}


def _leave(case: CartCase, now: datetime) -> bool:
    """See to a case without carts: its shopper is somebody else by now. Say whether it is gone."""
    if case.counted_at is None and not case.steps_done and not case.abandoned_at and not _gave_something(case):
        case.delete()
        return True
    if not case.order_id:
        case.state, case.next_check_at, case.ended_at = CaseState.ENDED, None, case.ended_at or now
        case.silence = Silence.GONE.value
    return False


def _gave_something(case: CartCase) -> bool:
    return CartVoucher.across_stores.filter(case=case).exists() or case.reasons.exists()

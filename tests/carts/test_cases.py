"""Which case a cart is in: the same, in whatever order and however often Saleor tells."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from saleor_support_plugin.carts import actions, links
from saleor_support_plugin.carts.models import Cart, CartCase, WayBack
from saleor_support_plugin.outbox.models import Message, State
from saleor_support_plugin.people.actions import merge, person_at
from saleor_support_plugin.people.models import Person
from saleor_support_plugin.shop.models import Order

from ..shop import facts
from ..shops import NOON, Shop, global_id
from .leaving import DAY, HOUR, SHOPPER, buy, case_of, checkout, configure, leave, line, order, plan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("asked_saleor")]
OTHER = "fatma@shopper.dev"


@pytest.fixture
def shop(aurora: Shop) -> Shop:
    configure(aurora)
    plan(aurora, 1, 24)
    return aurora


def test_all_of_a_persons_carts_are_one_case_and_the_newest_speaks(shop: Shop) -> None:
    phone, desk = leave(shop, "phone"), leave(shop, "desk", at=NOON + HOUR, email=SHOPPER.upper())
    case = case_of(phone)
    assert case == case_of(desk)
    assert (case.checkout_id, case.opened_at, case.changed_at) == (desk.saleor_id, NOON, NOON + HOUR)
    assert (case.value, case.currency, case.next_check_at) == (desk.total_gross, "TRY", NOON + 2 * HOUR)
    assert case.person.keys.get().value == SHOPPER


def test_where_the_newest_was_emptied_the_one_before_speaks(shop: Shop) -> None:
    desk, phone = leave(shop, "desk"), leave(shop, "phone", at=NOON + HOUR, lines=[], quantity=0)
    assert case_of(phone).checkout_id == desk.saleor_id


def test_an_order_closes_the_case_and_what_follows_is_another(shop: Shop) -> None:
    first = leave(shop, "a")
    order_id = buy(shop, first, at=NOON + HOUR)
    second = leave(shop, "b", at=NOON + 2 * HOUR)
    closed = case_of(first)
    assert (closed.state, closed.order_id, closed.ordered_at) == ("ORDERED", order_id, NOON + HOUR)
    assert closed.next_check_at is None
    assert case_of(second) != closed
    assert (case_of(second).state, case_of(second).opened_at) == ("WATCHED", NOON + 2 * HOUR)


def test_who_buys_on_another_device_has_bought(shop: Shop) -> None:
    desk, phone = leave(shop, "desk"), leave(shop, "phone", at=NOON + HOUR)
    buy(shop, phone, at=NOON + 2 * HOUR)
    assert case_of(desk) == case_of(phone)
    assert case_of(desk).state == "ORDERED"
    # Whoever goes on in the other one afterwards has begun anew.
    leave(shop, "desk", at=NOON + 3 * HOUR, created=NOON.isoformat(), quantity=5)
    assert case_of(desk) != case_of(phone)
    assert (case_of(desk).state, case_of(desk).opened_at) == ("WATCHED", NOON + 2 * HOUR)


def test_whoever_had_left_and_buys_came_back(shop: Shop) -> None:
    cart = leave(shop)
    actions.decide_due(now=NOON + HOUR)
    assert (case_of(cart).state, case_of(cart).abandoned_at) == ("ABANDONED", NOON + HOUR)
    buy(shop, cart, at=NOON + 2 * HOUR)
    case = case_of(cart)
    assert (case.state, case.order_total, case.ordered_at) == ("RECOVERED", Decimal("129.9"), NOON + 2 * HOUR)


def test_an_order_that_we_hear_of_late_was_no_recovery(shop: Shop) -> None:
    cart = leave(shop)
    actions.decide_due(now=NOON + HOUR)
    buy(shop, cart, at=NOON + HOUR / 2)
    assert case_of(cart).state == "ORDERED"


def test_another_mailbox_is_another_persons_cart(shop: Shop) -> None:
    cart = leave(shop)
    before = case_of(cart)
    leave(shop, at=NOON + HOUR, email=OTHER)
    assert case_of(cart).person.keys.get().value == OTHER
    assert not CartCase.across_stores.filter(pk=before.pk).exists()


def test_a_case_that_was_written_about_stays_when_its_cart_becomes_somebody_elses(shop: Shop) -> None:
    cart = leave(shop)
    actions.decide_due(now=NOON + HOUR)
    before = case_of(cart)
    leave(shop, at=NOON + 2 * HOUR, email=OTHER)
    before.refresh_from_db()
    assert (before.state, before.silence, before.steps_done) == ("ENDED", "gone", 1)


def test_whoever_takes_the_mailbox_out_again_has_no_case(shop: Shop) -> None:
    cart = leave(shop)
    leave(shop, at=NOON + HOUR, email=None)
    cart.refresh_from_db()
    assert cart.case is None
    assert not CartCase.across_stores.exists()


def test_two_people_who_are_one_have_one_case_with_what_was_done(shop: Shop) -> None:
    mine = leave(shop, "a")
    actions.decide_due(now=NOON + HOUR)
    Message.across_stores.update(state=State.SENT, sent_at=NOON + HOUR)
    theirs = leave(shop, "b", at=NOON + HOUR, email=OTHER)
    keep, other = (person_at(store=shop.store, email=email, now=NOON) for email in (OTHER, SHOPPER))
    merge(keep=keep, other=other, by="staff@aurora.example", why="", now=NOON + HOUR)
    leave(shop, "b", at=NOON + 2 * HOUR, email=OTHER, quantity=5)
    case = case_of(mine)
    assert case == case_of(theirs)
    assert (case.steps_done, case.abandoned_at, case.state) == (1, NOON + HOUR, "WATCHED")
    assert case.steps.get().message_id == Message.across_stores.get().pk
    actions.decide_due(now=NOON + 5 * HOUR)
    assert Message.across_stores.count() == 1


def test_staff_who_stopped_one_of_two_stopped_both(shop: Shop) -> None:
    mine, theirs = leave(shop, "a"), leave(shop, "b", email=OTHER)
    CartCase.across_stores.filter(pk=case_of(mine).pk).update(state="STOPPED", next_check_at=None)
    keep, other = (person_at(store=shop.store, email=email, now=NOON) for email in (OTHER, SHOPPER))
    merge(keep=keep, other=other, by="", why="", now=NOON)
    leave(shop, "b", at=NOON + HOUR, email=OTHER, quantity=5)
    assert case_of(theirs).state == "STOPPED"
    assert case_of(theirs).next_check_at is None


def test_a_checkout_that_was_made_for_somebody_is_theirs_before_it_has_a_mailbox(shop: Shop) -> None:
    cart = leave(shop)
    mark = [{"key": links.MARK, "value": links.mark(case_of(cart))}]
    new = leave(shop, "new", at=NOON + HOUR, email=None, metadata=mark)
    assert case_of(new) == case_of(cart)
    assert case_of(cart).checkout_id == new.saleor_id
    forged = leave(shop, "forged", email=None, metadata=[{"key": links.MARK, "value": f"{case_of(cart).pk}:x"}])
    assert forged.case is None


def test_whoever_buys_what_was_made_for_them_has_bought_under_any_mailbox(shop: Shop) -> None:
    cart = leave(shop)
    new = global_id("Checkout", "new")
    values: dict[str, Any] = {"store": shop.store, "case": case_of(cart), "from_checkout_id": cart.saleor_id}
    WayBack.across_stores.create(**values, checkout_id=new, at=NOON + HOUR)
    order_id = order(shop, at=NOON + 2 * HOUR, userEmail="friend@shopper.dev", checkoutId=new)
    actions.remember_order(
        store=shop.store, order_id=order_id, checkout_id=new, email="friend@shopper.dev", issued_at=NOON + 2 * HOUR
    )
    assert (case_of(cart).state, case_of(cart).order_id) == ("ORDERED", order_id)


def test_whoever_comes_back_soon_goes_on_and_later_begins_anew(shop: Shop) -> None:
    plan(shop, 1)
    cart = leave(shop)
    for at in (NOON + HOUR, NOON + 8 * DAY):
        actions.decide_due(now=at)
        Message.across_stores.update(state=State.SENT, sent_at=NOON + HOUR)
    first = case_of(cart)
    assert (first.state, first.silence) == ("ENDED", "no_step_left")
    leave(shop, at=NOON + 14 * DAY, quantity=3)
    assert case_of(cart) == first
    assert (case_of(cart).state, case_of(cart).steps_done) == ("WATCHED", 1)
    for at in (NOON + 14 * DAY + HOUR, NOON + 22 * DAY):
        actions.decide_due(now=at)
    assert Message.across_stores.count() == 1
    leave(shop, at=NOON + 29 * DAY, quantity=4)
    assert case_of(cart) != first
    assert case_of(cart).steps_done == 0


def test_the_same_told_again_takes_no_ended_case_up(shop: Shop) -> None:
    plan(shop, 1)
    cart = leave(shop)
    for at in (NOON + HOUR, NOON + 8 * DAY):
        actions.decide_due(now=at)
    leave(shop)
    assert case_of(cart).state == "ENDED"


def test_of_two_stores_there_are_two_cases(shop: Shop, borealis: Shop) -> None:
    configure(borealis)
    here, there = leave(shop), leave(borealis)
    assert case_of(here) != case_of(there)
    buy(shop, here, at=NOON + HOUR)
    assert (case_of(here).state, case_of(there).state) == ("ORDERED", "WATCHED")


def test_what_a_piece_cost_first_is_kept_also_where_it_is_told_late(shop: Shop) -> None:
    leave(shop, at=NOON + HOUR, lines=[line(1, unitPrice=facts.gross("120")), line(2)])
    leave(shop, at=NOON, lines=[line(1, unitPrice=facts.gross("100"))])
    first = Cart.across_stores.get().first_prices
    assert first[global_id("ProductVariant", 1)][0] == "100"
    assert first[global_id("ProductVariant", 2)][0] == "617.25"


def test_the_way_of_delivery_that_was_chosen_stays_known_when_saleor_takes_it_out(shop: Shop) -> None:
    method = {"__typename": "ShippingMethod", "id": global_id("ShippingMethod", 1), "name": "Cargo"}
    leave(shop, deliveryMethod=method)
    cart = leave(shop, at=NOON + HOUR)
    assert (cart.delivery["method_id"], cart.delivery["chosen_id"]) == ("", method["id"])


# Events in the order in which they happened: two people with two carts each, who order twice; each told three times.

Tell = Callable[[Shop], None]


def _cart(name: str, minute: int, **changed: Any) -> Tell:
    def tell(shop: Shop) -> None:
        at = NOON + timedelta(minutes=minute)
        said = checkout(name, at=at, **{"created": NOON.isoformat()} | changed)
        actions.remember_checkout(store=shop.store, checkout=said, issued_at=at + timedelta(seconds=1))

    return tell


def _order(name: str, of: str, minute: int, email: str = SHOPPER) -> Tell:
    def tell(shop: Shop) -> None:
        at, checkout_id = NOON + timedelta(minutes=minute), global_id("Checkout", of) if of else ""
        order_id = order(shop, name, at=at, userEmail=email, checkoutId=checkout_id or None)
        actions.remember_order(store=shop.store, order_id=order_id, checkout_id=checkout_id, email=email, issued_at=at)

    return tell


METHOD = {"__typename": "ShippingMethod", "id": global_id("ShippingMethod", 1), "name": "Cargo"}
PAST: Sequence[Tell] = (
    _cart("phone", 1, lines=[line(1)], email=None),
    _cart("phone", 2, lines=[line(1)]),
    _cart("desk", 3, lines=[line(1, unitPrice=facts.gross("90")), line(2)], deliveryMethod=METHOD),
    _cart("phone", 4, lines=[], quantity=0),
    _cart("desk", 5, lines=[line(2)]),
    _order("o1", "desk", 6),
    _cart("phone", 7, lines=[line(3)], chargeStatus="FULL"),
    _cart("other", 8, email=OTHER, lines=[line(3)]),
    _order("o2", "", 9, OTHER),
    _cart("new", 10, lines=[line(4)], created=(NOON + timedelta(minutes=10)).isoformat()),
    _cart("other", 11, email=SHOPPER.upper(), lines=[line(3), line(4)]),
)


def _known(shop: Shop) -> dict[str, Any]:
    """Return what we know of the store's carts and cases, without the numbers of rows."""
    carts = {
        cart.saleor_id: cart for cart in Cart.across_stores.filter(store=shop.store).select_related("case__person")
    }
    return {
        id: {
            "cart": [
                cart.email,
                cart.lines,
                cart.delivery,
                cart.first_prices,
                cart.order_id,
                cart.paid_at,
                cart.issued_at,
            ],
            "case": _said_of(cart.case) if cart.case else None,
        }
        for id, cart in carts.items()
    } | {"cases": CartCase.across_stores.filter(store=shop.store).count()}


def _said_of(case: CartCase) -> list[Any]:
    keys = [key.value for key in case.person.keys.all()]
    together = sorted(cart.saleor_id for cart in case.carts.all())
    times: list[datetime | None] = [case.opened_at, case.changed_at, case.ordered_at, case.next_check_at]
    return [keys, together, case.state, case.checkout_id, case.order_id, case.value, case.order_total, *times]


def _forget(shop: Shop) -> None:
    for model in (Cart, CartCase, Order, Person):
        model.across_stores.filter(store=shop.store).delete()


# A failure is told as it is found: each of its smaller forms would take a second to try.
@hypothesis_settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(told=st.permutations(list(range(len(PAST))) * 3))
def test_each_event_three_times_in_any_order_is_as_if_told_once_in_order(shop: Shop, told: list[int]) -> None:
    _forget(shop)
    for tell in PAST:
        tell(shop)
    in_order = _known(shop)
    _forget(shop)
    for number in told:
        PAST[number](shop)
    assert _known(shop) == in_order

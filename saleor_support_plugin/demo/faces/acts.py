"""What the buttons of the demo's bar do. Each returns what to say about it, and whether it went well."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from string import Template

from ..asking_app import AppRefused, AppSilent
from ..order_acts import fulfilled_quantity
from ..order_records import Fulfillment, Order
from ..shop import Refused
from ..store import Store
from . import delivering
from .ageing import AppNotAged, let_pass
from .bar_words import WORDS
from .carts import leave_a_cart
from .outbox import count
from .surroundings import Surroundings

HOUR, DAY = 3600, 86_400


@dataclass(frozen=True)
class Done:
    """The sentence for the visitor. `well` is false when nothing happened."""

    text: str
    well: bool = True


@dataclass(frozen=True)
class Wish:
    """What a button asks for: in which language, and of which order (None: the newest that fits)."""

    store: Store
    around: Surroundings
    language: str
    order: Order | None = None

    def say(self, name: str, *, well: bool = True, **values: object) -> Done:
        return Done(Template(WORDS[self.language][name]).substitute(values), well)


def an_hour_later(wish: Wish) -> Done:
    return _later(wish, HOUR, "did_hour")


def a_day_later(wish: Wish) -> Done:
    return _later(wish, DAY, "did_day")


def _later(wish: Wish, seconds: int, said: str) -> Done:
    if not wish.around.age_app:
        return wish.say("no_ageing", well=False)
    mails_before = count(wish.around.outbox)
    try:
        let_pass(wish.store, wish.around.age_app, seconds)
    except AppNotAged as error:
        return wish.say("not_aged", well=False, reason=error)
    return wish.say(said, mails=_new_mails(wish, count(wish.around.outbox) - mails_before))


def _new_mails(wish: Wish, number: int) -> str:
    name = "no_new_mail" if number < 1 else "one_new_mail" if number == 1 else "new_mails"
    return wish.say(name, number=number).text


def switch_outage(wish: Wish) -> Done:
    faults = wish.store.faults
    faults.outage = None if faults.outage else "500"
    return wish.say("did_outage" if faults.outage else "did_back")


def abandon_cart(wish: Wish) -> Done:
    cart = leave_a_cart(wish.store, wish.language, quiet_for=timedelta(minutes=61))
    products = [wish.store.state.product_of(wish.store.state.variant(line.variant_pk)) for line in cart.lines]
    things = ", ".join(product.names["TR"] if wish.language == "tr" else product.name for product in products)
    return wish.say("did_abandon", email=cart.email, things=things)


def send_order(wish: Wish) -> Done:
    order = wish.order or _newest(wish.store, _waits)
    if order is None or not _waits(order):
        return wish.say("nothing_to_send", well=False)
    tracking = _send(wish.store, order)
    return wish.say("did_send", number=order.number, tracking=tracking)


def deliver_parcel(wish: Wish) -> Done:
    """Tell the app, as staff do in its card, that a parcel arrived; what was not sent yet is sent first."""
    app = wish.store.apps.installed()
    if app is None:
        return wish.say("no_app", well=False)
    with wish.store.lock:
        found = _parcel(wish)
        token = wish.store.app_page_token(wish.store.person("admin"), app)
    if found is None:
        return wish.say("no_parcel", well=False)
    order, parcel = found
    try:
        delivering.tell_app(wish.store.installing.wire, app.app_url, token, parcel.id)
    except AppRefused as refused:
        return wish.say("refused", well=False, reason=refused)
    except AppSilent as silent:
        return wish.say("unreachable", well=False, reason=silent)
    with wish.store.act():
        parcel.delivered_at = wish.store.now()
    return wish.say("did_deliver", number=order.number)


ACTS: Mapping[str, Callable[[Wish], Done]] = {
    "hour": an_hour_later,
    "day": a_day_later,
    "deliver": deliver_parcel,
    "send": send_order,
    "abandon": abandon_cart,
    "outage": switch_outage,
}


def _parcel(wish: Wish) -> tuple[Order, Fulfillment] | None:
    order = wish.order or _newest(wish.store, lambda order: bool(on_its_way(order)))
    order = order or _newest(wish.store, _waits)
    if order and not on_its_way(order) and _waits(order):
        _send(wish.store, order)
    return (order, on_its_way(order)[-1]) if order and on_its_way(order) else None


def on_its_way(order: Order) -> list[Fulfillment]:
    """The parcels that left and did not arrive yet, as far as the demo knows."""
    return [parcel for parcel in order.fulfillments if parcel.status == "FULFILLED" and parcel.delivered_at is None]


def _waits(order: Order) -> bool:
    return order.status in ("UNFULFILLED", "PARTIALLY_FULFILLED") and any(
        fulfilled_quantity(order, line) < line.quantity for line in order.lines
    )


def _newest(store: Store, fits: Callable[[Order], bool]) -> Order | None:
    newest_first = sorted(store.state.orders.values(), key=lambda order: int(order.number), reverse=True)
    return next((order for order in newest_first if fits(order)), None)


def _send(store: Store, order: Order) -> str:
    """Send all that waits, and return the parcel's tracking number."""
    tracking = f"DEMO{int(order.number):06d}"
    try:
        store.orders.fulfill(order, tracking_number=tracking)
    except Refused:  # nothing is put aside for it in any warehouse, as after a parcel was taken back by hand
        return ""
    return tracking

"""What a shop's page tells of a cart: a coupon that failed, a wall before the checkout, nobody at the payment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations.rules import Limit, network_of
from ..stores.models import Store
from ..tickets.actions import TooOften
from .facts import SignalKind
from .listing import HELP_WITHIN
from .models import Cart, CartSignal

# Four kinds for each of a few checkouts, and many shoppers behind the one address of an office.
SIGNALS = Limit(120, timedelta(hours=1))
MOST_ID = 128
# As long as Saleor itself keeps a checkout of somebody it knows.
KEEP = timedelta(days=90)


class SignalWrong(Exception):
    """It is none of what a page can tell; `field` says where."""

    code = "INVALID"

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Signal:
    """`raised`: the launcher asked the shopper about it."""

    checkout_id: str
    kind: SignalKind
    raised: bool


def read(given: Mapping[str, Any]) -> Signal:
    """Return what a page said. Raises SignalWrong."""
    checkout, kind = given.get("checkout"), given.get("kind")
    if not isinstance(checkout, str) or not 0 < len(checkout) <= MOST_ID:
        raise SignalWrong("checkout", "`checkout` is Saleor's id of the checkout.")
    if not isinstance(kind, str) or kind not in set(SignalKind):
        raise SignalWrong("kind", f"`kind` is one of {', '.join(SignalKind)}.")
    return Signal(checkout.replace("\0", ""), SignalKind(kind), given.get("raised") is True)


def note(*, store: Store, signal: Signal, address: str, now: datetime) -> bool:
    """Keep what a page told of a cart that is still open; False where we know none such. Raises TooOften.

    `address` is where on the network it came from. Who tells it is not told which it was: a checkout's id opens the
    checkout, so nobody may try out here which there are.
    """
    who = f"signals from {network_of(address)}"
    if not conversations.knock(store=store, who=who, limit=SIGNALS, now=now):
        raise TooOften("That was a lot of signals. Try again in an hour.")
    if not Cart.across_stores.filter(store=store, saleor_id=signal.checkout_id, order_id="", gone_at=None).exists():
        return False
    _keep(store, signal, now)
    return True


@transaction.atomic
def _keep(store: Store, signal: Signal, now: datetime) -> None:
    raised_at = now if signal.raised else None
    row, is_new = CartSignal.across_stores.select_for_update().get_or_create(
        store=store,
        checkout_id=signal.checkout_id,
        kind=signal.kind,
        defaults={"at": now, "raised_at": raised_at},
    )
    if is_new:
        return
    if now - row.at > HELP_WITHIN:
        row.seen_at = None  # whoever saw to it then has not seen to this
    row.at, row.raised_at = now, row.raised_at or raised_at
    row.save(update_fields=["at", "raised_at", "seen_at"])


def see(*, store: Store, checkout_id: str, now: datetime) -> bool:
    """Note that staff have seen to a checkout's signals; False where there was none to see to."""
    unseen = CartSignal.across_stores.filter(store=store, checkout_id=checkout_id, seen_at=None)
    return unseen.update(seen_at=now) > 0


def forget_old(*, now: datetime) -> int:
    """Delete what pages told so long ago that no cart of then is left; return how much."""
    return CartSignal.across_stores.filter(at__lt=now - KEEP).delete()[0]

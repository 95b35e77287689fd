"""Asking Saleor what a checkout is like at this moment, before anything is said to whoever left it."""

import logging
from datetime import datetime

from ..saleor.errors import SaleorError
from ..shop.reading import learn_order
from ..stores.clients import client_of
from ..stores.models import Store
from . import evidence, queries, remembering
from .models import Cart

log = logging.getLogger(__name__)


def look(cart: Cart, now: datetime) -> bool:
    """Take over a cart as Saleor has it now, or that it became an order, or is gone. False where Saleor did not say.

    Not within a transaction: it may take seconds.
    """
    try:
        _look(cart, now)
    except SaleorError as error:
        log.warning("Saleor could not be asked about a checkout", extra={"facts": {"code": error.code}})
        return False
    return True


def _look(cart: Cart, now: datetime) -> None:
    found = client_of(cart.store).checkout_now(cart.saleor_id)
    if found is None:
        look_for_order(cart, now)
        return
    # By what was chosen before: Saleor forgets a method in the answer in which it says that it does not hold any more.
    problems, payments = evidence.problems(found, queries.delivery(cart)), evidence.payments(found)
    remembering.remember_checkout(store=cart.store, checkout=found.facts, issued_at=now, was_read=True)
    remembering.remember_evidence(cart=cart, problems=problems, payments=payments, now=now)


def look_for_order(cart: Cart, now: datetime) -> bool:
    """Take over the order that a cart became, or that it is gone; say whether there is one. Raises a SaleorError."""
    order_id = client_of(cart.store).order_of_checkout(cart.saleor_id)
    if order_id is None:
        remembering.remember_gone(cart=cart, now=now)
        return False
    _learn(cart.store, order_id)
    remembering.remember_order(store=cart.store, order_id=order_id, checkout_id=cart.saleor_id, issued_at=now)
    return True


def _learn(store: Store, order_id: str) -> None:
    learn_order(store, order_id)

"""Several browsers take one way back at the same moment."""

import pytest

from saleor_support_plugin.carts import resuming
from saleor_support_plugin.carts.models import WayBack

from ..outbox.test_sending import together
from ..service import Service
from ..shops import NOON, Shop
from .left_behind import Maker, left_behind, settle


def test_eight_browsers_at_once_make_no_more_than_the_two_that_are_left(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    maker = Maker()
    monkeypatch.setattr(resuming, "client_of", lambda store: maker)
    settle(open_aurora)
    found = left_behind(open_aurora)
    used = WayBack(store=found.store, case=found.case, from_checkout_id=found.cart.saleor_id, at=NOON)
    for _ in range(resuming.MOST_REBUILT - 2):
        used.pk = None
        used.save()
    together(8, lambda: resuming.resume(found=found, now=NOON))
    assert len(maker.asked) == 2

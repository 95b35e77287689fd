"""What the worker does by its schedule runs as it is, one task after the other."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone

from saleor_support_plugin.api import tasks
from saleor_support_plugin.carts import judging
from saleor_support_plugin.reviews.models import ReviewRequest
from saleor_support_plugin.stores.models import Chore

from ..carts.leaving import SALEOR, configure, leave, plan
from ..reviews.parcels import arrive, order
from ..shops import NOON, Shop
from .messages import mails_in


@pytest.mark.django_db
@time_machine.travel(NOON, tick=False)  # at night the reminder would wait
def test_a_left_cart_and_a_parcel_become_mails(aurora: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "client_of", lambda store: SALEOR)
    configure(aurora)
    plan(aurora, 1)
    now = timezone.now()
    Chore.across_stores.update(done_at=now)
    leave(aurora, at=now - timedelta(hours=2))
    arrive(order(aurora, userEmail="else@shopper.dev"), at=now - timedelta(hours=25))
    assert tasks.remind_quiet_carts() == 1
    assert tasks.ask_for_reviews() == 1
    assert ReviewRequest.across_stores.get().asked_at is not None
    assert tasks.deliver_messages() == 2
    assert sorted(str(mail["To"]) for mail in mails_in(folder)) == ["ayse@shopper.dev", "else@shopper.dev"]
    assert tasks.nightly()["words_forgotten"] == 0


def test_every_sweep_is_in_the_schedule() -> None:
    scheduled = {entry["task"] for entry in tasks.SCHEDULE.values()}
    carts = (tasks.remind_quiet_carts, tasks.alarm_stuck_carts)
    sweeps = (*carts, tasks.deliver_messages, tasks.ask_for_reviews, tasks.nightly)
    assert scheduled.issuperset(sweep.name for sweep in sweeps)

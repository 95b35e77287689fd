"""What the worker does: events as they come, chores when due. The tables are the truth, the broker only wakes."""

import logging
from datetime import timedelta
from typing import Any

from celery import shared_task
from celery.schedules import crontab
from django.db import transaction
from django.utils import timezone

from ..announcements import actions as announcements
from ..announcements import sending as announcing
from ..carts import actions as carts
from ..conversations import actions as conversations
from ..events import actions as events
from ..logs import said_by, store_id
from ..mails import telling
from ..outbox import actions as outbox
from ..outbox import sending
from ..reviews import actions as reviews
from ..stores import actions as stores
from ..stores.models import Chore, Store
from .chores import CHORES
from .mending import needs_mending
from .saleor_events import TABLE

log = logging.getLogger(__name__)


def drain() -> bool:
    """Do one event; say whether there was one."""
    return events.finish_next(table=TABLE, now=timezone.now())


@shared_task
def start_due_chores(**_: object) -> int:
    now = timezone.now()
    with transaction.atomic():
        chores = stores.take_due_chores(now=now)
        for chore in chores:
            transaction.on_commit(lambda pk=chore.pk: run_chore.delay(chore_id=pk))  # type: ignore[misc]  # a default binds it
    return len(chores)


@shared_task
def run_chore(*, chore_id: int, **_: object) -> None:
    chore = Chore.across_stores.select_related("store").filter(pk=chore_id).first()
    if chore is None:
        return
    if chore.name not in CHORES:  # of a version that knew another chore
        chore.delete()
        return
    carry_out(chore)


def carry_out(chore: Chore) -> None:
    """Do one chore and write down when it is due next; whatever went wrong is kept with it and tried again."""
    token = store_id.set(chore.store_id)
    leased_until = chore.due_at
    now = timezone.now()
    try:
        cursor = _cursor(chore, now)
    except Exception as error:  # one store's trouble must not stop the others; it is seen in `saleor-support doctor`
        log.exception("a chore failed", extra={"facts": {"chore": chore.name}})
        stores.fail_chore(chore=chore, error=said_by(error), now=now)
    else:
        next_at = now + CHORES[chore.name].every
        stores.finish_chore(chore=chore, leased_until=leased_until, next_at=next_at, cursor=cursor, now=now)
    finally:
        store_id.reset(token)


def _cursor(chore: Chore, now: Any) -> dict[str, Any]:
    if not chore.store.is_active and chore.name != stores.PROBE:
        return dict(chore.cursor)  # its token is dead while the app is deactivated; the probe finds out when it is not
    return CHORES[chore.name].run(chore.store, chore.cursor, now)


@shared_task
def after_start(**_: object) -> None:
    """Once a worker is up: fetch what an outage kept from us, mend webhooks of an older version, clear as at night."""
    now = timezone.now()
    for store in Store.across_stores.filter(removed_at=None):
        names = [name for name in CHORES if name != "webhooks" and not store.chores.filter(name=name).exists()]
        catch_up = ["deliveries", "orders", "checkouts", "probe"] + (["webhooks"] if needs_mending(store) else [])
        stores.make_due(store=store, names=[*names, *catch_up], at=now)
    nightly.delay()


@shared_task
def nightly(**_: object) -> dict[str, int]:
    now = timezone.now()
    return {
        "erased": stores.erase_removed(now=now),
        "cleared": events.clear_finished(now=now),
        "words_forgotten": outbox.forget_words(now=now),
        "doors_forgotten": conversations.forget_old(now=now),
        "announcements_forgotten": announcements.forget(now=now),
    }


@shared_task
def remind_quiet_carts(**_: object) -> int:
    return carts.remind_due(now=timezone.now())


@shared_task
def ask_for_reviews(**_: object) -> int:
    now = timezone.now()
    reviews.notice_deliveries(now=now)
    return reviews.ask_due(now=now)


@shared_task
def deliver_messages(**_: object) -> int:
    return sending.deliver_due(now=timezone.now())


@shared_task
def tell_endpoints(**_: object) -> int:
    return announcing.tell_due(now=timezone.now())


@shared_task
def tell_merchants(**_: object) -> int:
    return telling.tell_merchants(now=timezone.now())


SCHEDULE: dict[str, dict[str, Any]] = {
    "start due chores": {"task": start_due_chores.name, "schedule": timedelta(seconds=1)},
    "deliver messages": {"task": deliver_messages.name, "schedule": timedelta(seconds=5)},
    "remind quiet carts": {"task": remind_quiet_carts.name, "schedule": timedelta(seconds=5)},
    "ask for reviews": {"task": ask_for_reviews.name, "schedule": timedelta(seconds=30)},
    "tell endpoints": {"task": tell_endpoints.name, "schedule": timedelta(seconds=5)},
    "tell merchants": {"task": tell_merchants.name, "schedule": timedelta(minutes=5)},
    "nightly": {"task": nightly.name, "schedule": crontab(hour="3", minute="17")},
}

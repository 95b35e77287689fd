"""What the worker does: events as they come, chores when due. The tables are the truth, the broker only wakes."""

import logging
from datetime import timedelta
from typing import Any

from celery import shared_task
from celery.schedules import crontab
from django.db import transaction
from django.utils import timezone

from ..alerts import actions as alerts
from ..announcements import actions as announcements
from ..announcements import sending as announcing
from ..carts import actions as carts
from ..carts import signalling
from ..chat import actions as chat
from ..chat import alerts as chat_alerts
from ..compensation import sending as acting
from ..conversations import actions as conversations
from ..events import actions as events
from ..files import actions as files
from ..files import redrawing
from ..guests import actions as guests
from ..logs import said_by, store_id
from ..mailbox import actions as mailbox
from ..mails import telling
from ..outbox import actions as outbox
from ..outbox import sending
from ..reviews import praising
from ..reviews import requesting as reviews
from ..stores import actions as stores
from ..stores import seen, sessions
from ..stores.models import Chore, Store
from ..tickets import actions as tickets
from ..tickets import clocking, finding
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
        # Before the stores, whose rows these are.
        "mails_forgotten": mailbox.forget(now=now),
        "files_forgotten": files.forget(now=now),
        "erased": stores.erase_removed(now=now),
        "cleared": events.clear_finished(now=now),
        "words_forgotten": outbox.forget_words(now=now),
        "blocks_forgotten": chat.forget_old(now=now),
        "doors_forgotten": conversations.forget_old(now=now),
        "sessions_forgotten": sessions.forget_old(now=now),
        "staff_forgotten": seen.forget_old(now=now),
        "order_codes_forgotten": guests.forget_old(now=now),
        "tickets_indexed": finding.remember_missing(),
        "carts_expired": carts.end_expired(now=now),
        "signals_forgotten": signalling.forget_old(now=now),
        "announcements_forgotten": announcements.forget(now=now),
    }


@shared_task
def remind_quiet_carts(**_: object) -> int:
    return carts.decide_due(now=timezone.now())


@shared_task
def alarm_stuck_carts(**_: object) -> int:
    return carts.alarm_stuck(now=timezone.now())


@shared_task
def seat_chats(**_: object) -> None:
    """Give chats to who is free, and take them from who is gone; let tickets come back that slept."""
    tickets.wake_due(now=timezone.now())
    for store in chat.stores_with_chats():
        try:
            chat.sweep(store=store, now=timezone.now())
        except Exception:  # one store's trouble must not keep another's shoppers waiting
            log.exception("chats were not seated", extra={"facts": {"store": store.pk}})


@shared_task
def mark_clocks(**_: object) -> int:
    """Tell staff which tickets wait too long."""
    return clocking.mark_due(now=timezone.now())


@shared_task
def alert_staff(**_: object) -> int:
    """Notify browsers of staff of what happened in their chats."""
    return chat_alerts.alert_due(now=timezone.now())


@shared_task
def ask_for_reviews(**_: object) -> int:
    now = timezone.now()
    reviews.notice_deliveries(now=now)
    return reviews.ask_due(now=now)


@shared_task
def count_praise(**_: object) -> int:
    return praising.count_due(now=timezone.now())


@shared_task
def deliver_messages(**_: object) -> int:
    return sending.deliver_due(now=timezone.now())


@shared_task
def mail_order_codes(**_: object) -> int:
    return guests.mail_due(now=timezone.now())


@shared_task
def read_mails(**_: object) -> int:
    return mailbox.read_due(now=timezone.now())


@shared_task
def redraw_files(**_: object) -> int:
    return redrawing.redraw_due(now=timezone.now())


@shared_task
def alert_rooms(**_: object) -> int:
    return alerts.say_due(now=timezone.now())


@shared_task
def tell_endpoints(**_: object) -> int:
    return announcing.tell_due(now=timezone.now())


@shared_task
def act_on_orders(**_: object) -> int:
    return acting.act_due(now=timezone.now())


@shared_task
def tell_merchants(**_: object) -> int:
    return telling.tell_merchants(now=timezone.now())


SCHEDULE: dict[str, dict[str, Any]] = {
    "start due chores": {"task": start_due_chores.name, "schedule": timedelta(seconds=1)},
    "deliver messages": {"task": deliver_messages.name, "schedule": timedelta(seconds=5)},
    "remind quiet carts": {"task": remind_quiet_carts.name, "schedule": timedelta(seconds=5)},
    "seat chats": {"task": seat_chats.name, "schedule": timedelta(seconds=5)},
    "mark clocks": {"task": mark_clocks.name, "schedule": timedelta(seconds=10)},
    "alert staff": {"task": alert_staff.name, "schedule": timedelta(seconds=5)},
    "alarm stuck carts": {"task": alarm_stuck_carts.name, "schedule": timedelta(minutes=1)},
    "ask for reviews": {"task": ask_for_reviews.name, "schedule": timedelta(seconds=30)},
    "count praise": {"task": count_praise.name, "schedule": timedelta(seconds=30)},
    "mail order codes": {"task": mail_order_codes.name, "schedule": timedelta(seconds=2)},
    "read mails": {"task": read_mails.name, "schedule": timedelta(seconds=5)},
    "redraw files": {"task": redraw_files.name, "schedule": timedelta(seconds=2)},
    "alert rooms": {"task": alert_rooms.name, "schedule": timedelta(seconds=10)},
    # Somebody looks at the button that they pressed.
    "act on orders": {"task": act_on_orders.name, "schedule": timedelta(seconds=2)},
    "tell endpoints": {"task": tell_endpoints.name, "schedule": timedelta(seconds=5)},
    "tell merchants": {"task": tell_merchants.name, "schedule": timedelta(minutes=5)},
    "nightly": {"task": nightly.name, "schedule": crontab(hour="3", minute="17")},
}

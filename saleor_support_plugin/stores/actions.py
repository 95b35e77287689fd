"""The only writes to stores and to what they have coming."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction

from . import rules
from .announcing import announce, send_away
from .models import Chore, Setup, Store

log = logging.getLogger(__name__)

# Longer than any chore takes; a worker that dies with one leaves it due again after this.
LEASE = timedelta(minutes=15)
# The one chore of a store that is presumed removed.
PROBE = "probe"


@transaction.atomic
def install(
    *, api_url: str, app_id: str, token: str, jwks: str, version: str, missing: Sequence[str], now: datetime
) -> Store:
    """Take a store in, or back: a reinstall brings a new app id and token for the same tenant."""
    values = {
        "app_id": app_id,
        "token": token,
        "jwks": jwks,
        "jwks_asked_at": now,
        "saleor_version": version,
        "missing_permissions": list(missing),
        "is_active": True,
        "installed_at": now,
        "removed_at": None,
        "webhooks_fingerprint": "",
    }
    store, _ = Store.across_stores.update_or_create(api_url=api_url, defaults=values)
    return store


def make_due(*, store: Store, names: Sequence[str], at: datetime) -> None:
    """Have these chores done at that time, or earlier where they already are due earlier."""
    for name in names:
        chore, is_new = store.chores.get_or_create(name=name, defaults={"due_at": at})
        if not is_new:
            store.chores.filter(pk=chore.pk, due_at__gt=at).update(due_at=at)


@transaction.atomic
def take_due_chores(*, now: datetime, most: int = 50) -> list[Chore]:
    """Claim what is due, for this worker alone; it is due again after the lease unless it is finished."""
    due = Chore.across_stores.select_for_update(skip_locked=True, of=("self",)).filter(due_at__lte=now)
    worth_it = models.Q(store__removed_at=None) | models.Q(name=PROBE) & ~models.Q(store__token="")
    chores = list(due.filter(worth_it).order_by("due_at")[:most])
    Chore.across_stores.filter(pk__in=[chore.pk for chore in chores]).update(due_at=now + LEASE)
    return chores


def finish_chore(
    *, chore: Chore, leased_until: datetime, next_at: datetime, cursor: dict[str, Any], now: datetime
) -> None:
    """Write down that a chore is done. Where it was made due again meanwhile, that earlier time stays."""
    mine = Chore.across_stores.filter(pk=chore.pk)
    mine.update(cursor=cursor, failures=0, error="", done_at=now)
    mine.filter(due_at=leased_until).update(due_at=next_at)


def fail_chore(*, chore: Chore, error: str, now: datetime) -> None:
    retry = rules.chore_retry(chore.failures, now)
    Chore.across_stores.filter(pk=chore.pk).update(failures=chore.failures + 1, error=error[:500], due_at=retry.at)


@transaction.atomic
def set_active(*, store: Store, is_active: bool, now: datetime) -> None:
    """Deactivated, nothing can be asked and nothing is told; active again, everything is read anew."""
    Store.across_stores.filter(pk=store.pk).update(is_active=is_active)
    announce(store)
    if is_active:
        store.chores.update(due_at=now)
    else:
        send_away(store)


def remove(*, store: Store, now: datetime) -> None:
    """The app was deleted in Saleor: its token is dead for good. What we know is kept 30 days, should it come back."""
    Store.across_stores.filter(pk=store.pk).update(token="")
    presume_removed(store=store, now=now)


@transaction.atomic
def presume_removed(*, store: Store, now: datetime) -> None:
    """The token is dead and nobody said why: kept as if removed, but its token is asked again until then."""
    Store.across_stores.filter(pk=store.pk, removed_at=None).update(removed_at=now, is_active=False)
    announce(store)
    send_away(store)


@transaction.atomic
def bring_back(*, store: Store, now: datetime) -> None:
    """A store presumed removed answers again: it was deactivated meanwhile."""
    Store.across_stores.filter(pk=store.pk).update(removed_at=None)
    set_active(store=store, is_active=True, now=now)


def remember_webhooks(*, store: Store, fingerprint: str, missing_permissions: Sequence[str]) -> None:
    Store.across_stores.filter(pk=store.pk).update(
        webhooks_fingerprint=fingerprint, missing_permissions=list(missing_permissions)
    )


def park_setup(*, store: Store, at: datetime | None) -> None:
    """Put the setup checklist aside, or with None take it up again."""
    Setup.across_stores.update_or_create(store=store, defaults={"parked_at": at})


def erase_removed(*, now: datetime) -> int:
    """Erase the stores that were removed 30 days ago, with everything of theirs; return how many."""
    removed = Store.across_stores.filter(removed_at__lte=now - rules.KEEP_REMOVED)
    return sum(map(_erase, removed))


def _erase(store: Store) -> bool:
    try:
        store.delete()
    except models.ProtectedError:  # files of theirs could not be removed yet, and only their rows say where these are
        log.exception("a store could not be erased")
        return False
    return True


def reseal_tokens(*, dry_run: bool) -> int:
    """Write every kept token anew, so that only the first of TOKEN_KEYS is needed to read it; return how many."""
    stores = Store.across_stores.exclude(token="", push_key="").order_by("pk")
    if dry_run:
        return stores.count()
    with transaction.atomic():
        for store in stores.select_for_update():
            store.save(update_fields=["token", "push_key"])  # read with any key, written with the first
        return stores.count()


def note_other_senders(*, store: Store, identifiers: Sequence[str]) -> None:
    """Keep which other apps mail this store's customers; what they mail already is off where nobody switched it on."""
    store.other_senders = sorted(set(identifiers))
    store.save(update_fields=["other_senders"])

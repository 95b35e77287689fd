"""The only writes to who is told and what they are told."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from urllib.parse import urlsplit

from django.db import IntegrityError, transaction

from ..egress import AddressRefused
from ..stores.callers import Staff
from ..stores.models import Store
from . import queries, rules, signing
from .models import Announcement, Endpoint, State

MOST_ENDPOINTS = 10


class EndpointRefused(Exception):
    """What was asked for cannot be; `code` and `field` say why."""

    def __init__(self, code: str, field: str, message: str) -> None:
        super().__init__(message)
        self.code, self.field = code, field


def announce(*, store: Store, kind: str, occasion: str, data: Mapping[str, object], now: datetime) -> int:
    """Tell every endpoint that wants to hear it; return how many. About the same occasion, nothing happens again."""
    wanting = [
        one for one in store.endpoints.filter(disabled_at=None).order_by("pk") if not one.kinds or kind in one.kinds
    ]
    message_id = "msg_" + sha256(f"{store.pk}\0{kind}\0{occasion}".encode()).hexdigest()[:32]
    said = {"type": kind, "timestamp": now.isoformat(), "data": data}
    body = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    rows = [
        Announcement(store=store, endpoint=one, kind=kind, message_id=message_id, body=body, created_at=now, due_at=now)
        for one in wanting
    ]
    Announcement.across_stores.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def take_next(*, now: datetime) -> Announcement | None:
    """Claim the announcement that has waited longest, for this worker alone; it is due again after the lease."""
    with transaction.atomic():
        due = Announcement.across_stores.select_for_update(skip_locked=True, of=("self",)).filter(
            due_at__lte=now, endpoint__disabled_at=None, store__removed_at=None
        )
        found = due.select_related("endpoint").order_by("due_at", "pk").first()
        if found is not None:
            found.attempts, found.due_at = found.attempts + 1, now + rules.LEASE
            found.save(update_fields=["attempts", "due_at"])
    return found


def taken(*, announcement: Announcement, status: int, now: datetime) -> None:
    _write(announcement, state=State.TAKEN, status=status, error="", due_at=None, finished_at=now)
    Endpoint.across_stores.filter(pk=announcement.endpoint_id).update(failing_since=None)


@transaction.atomic
def refused(*, announcement: Announcement, status: int | None, error: str, now: datetime) -> None:
    """Keep that it was not taken, and when to try again; an address that takes nothing for days is switched off."""
    again = rules.next_try(announcement.attempts, now)
    values = {"status": status, "error": error[:300], "due_at": again}
    if again is None:
        values |= {"state": State.FAILED, "finished_at": now}
    _write(announcement, **values)
    mine = Endpoint.across_stores.filter(pk=announcement.endpoint_id)
    mine.filter(failing_since=None).update(failing_since=now)
    if status == rules.GONE:
        _switch_off(announcement.endpoint_id, "It answered that it is gone (410).", now)
    elif rules.is_given_up(mine.values_list("failing_since", flat=True).get() or now, now):
        _switch_off(announcement.endpoint_id, f"It took nothing for {rules.PATIENCE.days} days: {error}", now)


def _write(announcement: Announcement, **values: object) -> None:
    Announcement.across_stores.filter(pk=announcement.pk).update(**values)


def _switch_off(endpoint_id: int, why: str, now: datetime) -> None:
    """Send nothing there any more; what waits has failed, and can be announced again once it is switched on."""
    Endpoint.across_stores.filter(pk=endpoint_id, disabled_at=None).update(disabled_at=now, disabled_why=why[:300])
    waiting = Announcement.across_stores.filter(endpoint=endpoint_id, state=State.WAITING)
    waiting.update(state=State.FAILED, due_at=None, finished_at=now)


def forget(*, now: datetime) -> int:
    """Delete what was settled long ago; return how much."""
    return Announcement.across_stores.filter(finished_at__lt=now - rules.KEPT).delete()[0]


# What staff do


@dataclass(frozen=True, slots=True)
class Opened:
    """`secret` is shown this once."""

    endpoint: Endpoint
    secret: str


def open_endpoint(*, store: Store, url: str, kinds: Sequence[str], now: datetime) -> Opened:
    """Tell an address from now on. Raises EndpointRefused."""
    _check(url, kinds)
    if store.endpoints.count() >= MOST_ENDPOINTS:
        raise EndpointRefused("TOO_MANY", "url", f"A store has at most {MOST_ENDPOINTS} addresses.")
    secret = signing.new_secret()
    try:
        with transaction.atomic():
            endpoint = Endpoint.across_stores.create(
                store=store, url=url, kinds=list(kinds), secret=secret, created_at=now
            )
    except IntegrityError as error:
        raise EndpointRefused("ALREADY_THERE", "url", "This address is told already.") from error
    return Opened(endpoint, secret)


def _check(url: str, kinds: Sequence[str]) -> None:
    from ..egress.checked import read_url  # requests and urllib3: five megabytes that a page without it does without

    unknown = [kind for kind in kinds if kind not in rules.KINDS]
    if unknown:
        raise EndpointRefused(
            "KIND_UNKNOWN", "kinds", f"There is no `{unknown[0]}`; there is {', '.join(rules.KINDS)}."
        )
    try:
        read_url(url, allow_private=_allows_private())
    except AddressRefused as refused:
        raise EndpointRefused("URL_WRONG", "url", str(refused)) from refused
    if len(url) > 1000 or urlsplit(url).fragment:
        raise EndpointRefused("URL_WRONG", "url", "An address has at most 1000 characters, and no `#`.")


def _allows_private() -> bool:
    from django.conf import settings

    return bool(settings.ALLOW_PRIVATE_STORES)


def close_endpoint(*, endpoint: Endpoint) -> None:
    endpoint.delete()


def switch(*, endpoint: Endpoint, is_on: bool, now: datetime) -> None:
    """Switch an address off or on; what failed meanwhile is announced again only when somebody asks for it."""
    if is_on:
        Endpoint.across_stores.filter(pk=endpoint.pk).update(disabled_at=None, disabled_why="", failing_since=None)
    else:
        _switch_off(endpoint.pk, "", now)


def rotate(*, endpoint: Endpoint, now: datetime) -> Opened:
    """Give an address a new secret; for a day the one before signs as well."""
    endpoint.old_secret, endpoint.old_secret_until = endpoint.secret, now + rules.ROTATION
    endpoint.secret = signing.new_secret()
    endpoint.save(update_fields=["secret", "old_secret", "old_secret_until"])
    return Opened(endpoint, endpoint.secret)


def replay(*, staff: Staff, announcement_id: int | None, now: datetime) -> Announcement | None:
    """Announce something once more under its own id, whatever became of it; None where there is no such thing."""
    found = queries.announcements(staff).filter(pk=announcement_id).first() if announcement_id is not None else None
    if found is None:
        return None
    _write(found, state=State.WAITING, due_at=now, attempts=0, finished_at=None)
    found.refresh_from_db()
    return found

"""Following parcels at a service that knows many carriers: telling it of each, and asking where a call was missed."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache

from django.conf import settings

from ..egress import Egress
from ..shop.models import Fulfillment
from ..stores.models import Store
from . import actions, queries
from .carriers import aftership, following
from .carriers.aftership import AfterShip, ServiceRefused
from .models import FollowedParcel, TrackingAccount
from .rules import Source

log = logging.getLogger(__name__)

MOST = 100
# The service calls when something happens; asking only finds what a call did not bring.
ASK_EVERY = timedelta(hours=6)


@cache
def _egress(allow_private: bool) -> Egress:
    # Here, for requests and urllib3 are five megabytes that are of use only where a merchant has an account.
    from ..egress.checked import CheckedEgress

    return CheckedEgress(allow_private=allow_private, connect_timeout=5, read_timeout=20, max_bytes=2_000_000)


def service_of(account: TrackingAccount) -> AfterShip:
    return AfterShip(_egress(settings.ALLOW_PRIVATE_STORES), account.api_key)


def follow_and_ask(store: Store, now: datetime) -> dict[str, int]:
    """Tell the service of parcels that it does not know, and ask for those it has said nothing of for hours.

    Raises ServiceRefused where it answers nothing now, and everything is tried again.
    """
    account = TrackingAccount.across_stores.filter(store=store).first()
    if account is None:
        return {"followed": 0, "asked": 0}
    service = service_of(account)
    return {
        "followed": _each(queries.to_follow(store, now)[:MOST], lambda one: _follow(service, one, now)),
        "asked": _each(queries.to_ask_for(store, now)[:MOST], lambda one: _ask(service, one, now)),
    }


def _each[Row](rows: list[Row], do: Callable[[Row], None]) -> int:
    for row in rows:
        do(row)
    return len(rows)


def _follow(service: AfterShip, parcel: Fulfillment, now: datetime) -> None:
    carrier = following(parcel.tracking_number, parcel.order.delivery_method_name).carrier
    try:
        service_id = service.follow(parcel.tracking_number, slug=carrier.slug if carrier else "")
    except ServiceRefused as refused:
        if refused.retry:
            raise
        log.warning("a parcel cannot be followed", extra={"facts": {"fulfillment": parcel.pk}})
        service_id = ""
    actions.note_followed(parcel=parcel, service_id=service_id, ask_at=now + ASK_EVERY if service_id else None)


def _ask(service: AfterShip, followed: FollowedParcel, now: datetime) -> None:
    try:
        answered = service.ask(followed.service_id)
    except ServiceRefused as refused:
        if refused.retry:
            raise
        actions.note_asked(followed=followed, ask_at=None)
        return
    take(followed.fulfillment.order.store, answered, now)
    actions.note_asked(followed=followed, ask_at=None if answered.is_over else now + ASK_EVERY)


def take(store: Store, told: aftership.Followed, now: datetime) -> int:
    """Take over what the service says of a parcel; return how much of it was news."""
    parcels = queries.parcels_by_number(store, told.number)[:1]
    heard = [
        actions.hear(
            store=store,
            fulfillment=parcel,
            state=point.state,
            source=Source.CARRIER,
            at=point.at,
            now=now,
            detail=point.said,
        )
        for parcel in parcels
        for point in told.checkpoints
    ]
    return sum(isinstance(one, actions.News) for one in heard)

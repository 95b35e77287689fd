"""The plan of a channel: which holds, which held before, and the only writes to them. The newest version holds."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db import transaction

from ..shop.models import Channel
from ..shop.queries import channels
from ..stores.callers import Staff
from ..stores.models import Store
from ..stores.objects import ObjectWrong
from ..stores.queries import settings_of_channels
from ..stores.values import Fault
from .models import CartPlan
from .plan import Plan
from .plan_json import as_data, plan_of

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Held:
    """The plan that holds, and its row; None where the merchant gave none."""

    row: CartPlan | None
    plan: Plan


@dataclass(frozen=True, slots=True)
class Given:
    """What staff see of one channel, or with None of every channel: `own` is its newest version, `held` what holds.

    `most_a_week` is how many commercial e-mails one person gets there in seven days: whatever a plan says.
    """

    channel: Channel | None
    own: CartPlan | None
    held: Held
    most_a_week: int

    @property
    def slug(self) -> str:
        return self.channel.slug if self.channel else ""


class PlanRefused(Exception):
    """It is not saved; `faults` say why."""

    code = "CART_PLAN_REFUSED"

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = list(faults)


def plan_for(store: Store, channel: str) -> Held:
    """Return what holds in a channel: its own plan, else that of every channel, else the usual one."""
    newest = (
        store.cart_plans.filter(channel_slug__in={"", channel})
        .order_by("-channel_slug", "-version")
        .distinct("channel_slug")
        .values_list("pk", "made_at")
    )
    return next((held for held in itertools.starmap(_said_by, newest) if held), Held(None, Plan()))


@lru_cache(maxsize=1000)
def _said_by(pk: int, made_at: datetime) -> Held | None:
    """What a row says never changes: which is the newest is asked every time, what it says is read once.

    A number alone is not a row for ever: where a database was restored, another may have it.
    """
    return _held(CartPlan.across_stores.get(pk=pk))


def _held(row: CartPlan) -> Held | None:
    """Return what a row says; None for one that says nothing of its own."""
    return Held(row, plan_of(row.data)) if row.data else None


def given(staff: Staff) -> list[Given]:
    """Return the plans that a member of staff may see: that of every channel first, then those of their channels."""
    newest = {row.channel_slug: row for row in _newest(staff.store)}
    said = {slug: _held(row) for slug, row in newest.items()}
    common = said.get("") or Held(None, Plan())
    settings = settings_of_channels(staff.store)
    return [
        Given(None, newest.get(""), common, settings("").most_emails_a_week),
        *(
            Given(one, newest.get(one.slug), said.get(one.slug) or common, settings(one.slug).most_emails_a_week)
            for one in channels(staff)
        ),
    ]


def own_channels(store: Store) -> list[str]:
    """Return the channels that have a plan of their own."""
    return [row.channel_slug for row in _newest(store) if row.channel_slug and row.data]


def _newest(store: Store) -> Sequence[CartPlan]:
    return list(store.cart_plans.order_by("channel_slug", "-version").distinct("channel_slug"))


def versions(staff: Staff, channel: str) -> list[CartPlan]:
    """Return the versions of a channel's plan, the newest first; none of a channel that they may not see."""
    if channel and staff.channels is not None and channel not in staff.channels:
        return []
    return list(staff.store.cart_plans.filter(channel_slug=channel).order_by("-version")[:MOST_SHOWN])


@transaction.atomic
def change(
    *, staff: Staff, channel: str, data: Mapping[str, Any] | None, expected_version: int, now: datetime
) -> CartPlan:
    """Add a version. None takes a channel's own plan away. Raises PlanRefused.

    `expected_version` is the one that was changed, 0 where there was none: nobody overwrites what they never saw.
    """
    Store.across_stores.select_for_update(no_key=True).get(pk=staff.store.pk)
    newest = staff.store.cart_plans.filter(channel_slug=channel).order_by("-version").first()
    version = newest.version if newest else 0
    faults = faults_of(staff, channel)
    if not faults and version != expected_version:
        faults = [Fault("version", "CHANGED", "Somebody changed the plan meanwhile: load it again.")]
    if faults:
        raise PlanRefused(faults)
    kept = _kept(data)
    if newest and newest.data == kept:
        return newest
    return staff.store.cart_plans.create(
        channel_slug=channel, version=version + 1, data=kept, made_by=staff.email, made_at=now
    )


def _kept(data: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what the database keeps: all of it, so that a version says the same when what is usual changes."""
    try:
        return {} if data is None else as_data(plan_of(data))
    except ObjectWrong as wrong:
        raise PlanRefused(wrong.faults) from wrong


def faults_of(staff: Staff, channel: str) -> list[Fault]:
    """Say why a member of staff may not set the plan of a channel, where they may not."""
    if channel and not staff.store.channels.filter(slug=channel).exists():
        return [Fault("channel", "NOT_FOUND", "There is no such channel.")]
    if staff.channels is not None and channel not in staff.channels:
        return [Fault("channel", "CHANNEL_NOT_PERMITTED", "This plan also holds in channels that you may not see.")]
    return []

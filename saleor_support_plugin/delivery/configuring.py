"""The only writes to what merchants set about delivery, for a member of staff: all, or none with every fault named.

Who may see some channels only changes what holds in those: warehouses and carriers work for every channel.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from ..stores.announcing import announce
from ..stores.callers import Staff
from ..stores.objects import ObjectWrong
from ..stores.values import Fault
from .merchant_json import as_data, channel_rules, store_rules, warehouse_rules
from .models import DeliveryRules


@dataclass(frozen=True, slots=True)
class Change:
    """The rules of a warehouse, of a channel, or with neither of the whole store, as they are to be."""

    data: Any
    warehouse_id: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class ChangeFault:
    """What is wrong with one of the changes."""

    change: Change
    fault: Fault


class RulesRefused(Exception):
    code = "DELIVERY_RULES_REFUSED"

    def __init__(self, faults: Sequence[ChangeFault]) -> None:
        super().__init__("; ".join(one.fault.message for one in faults))
        self.faults = faults


@transaction.atomic
def save(*, staff: Staff, changes: Sequence[Change], now: datetime) -> None:
    """Save the rules. Raises RulesRefused."""
    faults = [ChangeFault(change, fault) for change in changes for fault in _faults(staff, change)]
    if faults:
        raise RulesRefused(faults)
    for change in changes:
        DeliveryRules.across_stores.update_or_create(
            store=staff.store,
            warehouse_id=change.warehouse_id,
            channel_slug=change.channel,
            defaults={"data": _kept(change), "updated_at": now},
        )
    announce(staff.store)


def _kept(change: Change) -> dict[str, Any]:
    return as_data(_reader(change)(change.data))


def _reader(change: Change) -> Callable[[Mapping[str, Any]], Any]:
    if change.warehouse_id:
        return warehouse_rules
    return channel_rules if change.channel else store_rules


def _faults(staff: Staff, change: Change) -> list[Fault]:
    if change.warehouse_id and change.channel:
        return [Fault("warehouse", "INVALID", "Rules are of a warehouse or of a channel.")]
    if change.warehouse_id and not staff.store.warehouses.filter(saleor_id=change.warehouse_id).exists():
        return [Fault("warehouse", "NOT_FOUND", "There is no such warehouse.")]
    if change.channel and not staff.store.channels.filter(slug=change.channel).exists():
        return [Fault("channel", "NOT_FOUND", "There is no such channel.")]
    if staff.channels is not None and change.channel not in staff.channels:
        message = "These rules also hold in channels that you may not see."
        return [Fault("channel", "CHANNEL_NOT_PERMITTED", message)]
    if not isinstance(change.data, dict):
        return [Fault("data", "INVALID", "Rules are an object, each by its name.")]
    try:
        _kept(change)
    except ObjectWrong as wrong:
        return wrong.faults
    return []

"""The only writes to named configurations, for a member of staff, with everything that is wrong named at once.

Who may see some channels only changes only what holds in those: neither the default one, nor one of other channels.
"""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from .callers import Staff
from .configuration import ConfigurationWrong, as_data, from_data, usual
from .models import NamedConfiguration, Store
from .queries import sees
from .values import Fault

MOST_CONFIGURATIONS = 50
# Instead of a row's number: there is no row yet. No id can say it.
NEW = -1


class ConfigurationRefused(Exception):
    """It cannot be saved or deleted; `faults` say why."""

    code = "CONFIGURATION_REFUSED"

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


@transaction.atomic
def save(
    *, staff: Staff, number: int | None, name: str, channels: Sequence[str], is_default: bool, data: Any
) -> NamedConfiguration:
    """Save a configuration, or with number NEW make one. Raises ConfigurationRefused."""
    others = _locked(staff)
    row = NamedConfiguration(store=staff.store) if number == NEW else _take(staff, others, number)
    _check_change(staff, row)
    had = set(row.channels)
    row.name, row.channels = " ".join(name.replace("\0", "").split()), list(dict.fromkeys(channels))
    kept, faults = _read(data, staff.store)
    faults += _faults(staff, row, others, is_default) + _channel_faults(staff, row, others, had)
    if faults:
        raise ConfigurationRefused(*faults)
    if is_default:
        staff.store.configurations.exclude(pk=row.pk).update(is_default=False)
    row.is_default, row.data = is_default, kept
    row.save()
    return row


@transaction.atomic
def delete(*, staff: Staff, number: int | None) -> NamedConfiguration:
    row = _take(staff, _locked(staff), number)
    _check_change(staff, row)
    staff.store.configurations.filter(pk=row.pk).delete()
    return row


def _locked(staff: Staff) -> list[NamedConfiguration]:
    """Return the store's configurations, to be changed by nobody else until this is done: they speak of each other."""
    Store.across_stores.select_for_update(no_key=True).get(pk=staff.store.pk)
    return list(staff.store.configurations.all())


def _take(staff: Staff, rows: list[NamedConfiguration], number: int | None) -> NamedConfiguration:
    found = next((row for row in rows if row.pk == number), None)
    if found is None or not (found.is_default or sees(staff, found.channels)):
        raise ConfigurationRefused(Fault("id", "NOT_FOUND", "There is no such configuration."))
    rows.remove(found)
    return found


def _check_change(staff: Staff, row: NamedConfiguration) -> None:
    if staff.channels is not None and (row.is_default or not staff.channels.issuperset(row.channels)):
        message = "This configuration also holds in channels that you may not see."
        raise ConfigurationRefused(Fault("id", "CHANNEL_NOT_PERMITTED", message))


def _read(data: Any, store: Store) -> tuple[dict[str, Any], list[Fault]]:
    if not isinstance(data, dict):
        return {}, [Fault("data", "INVALID", "Settings are an object, each by its name.")]
    try:
        default = usual(store.other_senders)
        return as_data(from_data(data, default), default), []
    except ConfigurationWrong as wrong:
        return {}, wrong.faults


def _faults(staff: Staff, row: NamedConfiguration, others: list[NamedConfiguration], is_default: bool) -> list[Fault]:
    faults = []
    if not 1 <= len(row.name) <= 100:
        faults.append(Fault("name", "REQUIRED", "A configuration has a name of at most 100 characters."))
    elif any(other.name == row.name for other in others):
        faults.append(Fault("name", "UNIQUE", "Another configuration has this name."))
    if len(others) >= MOST_CONFIGURATIONS:
        faults.append(Fault("name", "INVALID", f"A store has at most {MOST_CONFIGURATIONS} configurations."))
    if is_default and staff.channels is not None:
        message = "The default holds in every channel, and you may see some only."
        faults.append(Fault("isDefault", "CHANNEL_NOT_PERMITTED", message))
    return faults


def _channel_faults(
    staff: Staff, row: NamedConfiguration, others: list[NamedConfiguration], had: set[str]
) -> list[Fault]:
    known = set(staff.store.channels.values_list("slug", flat=True))
    if staff.channels is not None:
        known &= staff.channels
    known |= had  # a channel that was deleted in Saleor meanwhile is no reason to refuse everything else
    taken = {slug: other.name for other in others for slug in other.channels}
    faults = [
        Fault("channels", "INVALID", f"There is no channel `{slug}`.") for slug in row.channels if slug not in known
    ]
    return faults + [
        Fault("channels", "CHANNEL_TAKEN", f"The channel `{slug}` has the configuration `{taken[slug]}`.")
        for slug in row.channels
        if slug in known and slug in taken
    ]

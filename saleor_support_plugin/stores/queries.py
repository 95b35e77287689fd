"""Reads about stores."""

from collections.abc import Callable
from dataclasses import dataclass

from .callers import Staff
from .configuration import Configuration, chosen, from_data, usual
from .models import NamedConfiguration, Setup, Store


def configuration(store: Store, channel: str) -> Configuration:
    """Return what holds in a channel: its own configuration, else the store's default, else everything as it comes."""
    return settings_of_channels(store)(channel)


def settings_of_channels(store: Store) -> Callable[[str], Configuration]:
    """Return what says what holds in a channel, having asked once for all of them."""
    rows, default = list(store.configurations.all()), usual(store.other_senders)

    def of(channel: str) -> Configuration:
        row = chosen(rows, channel)
        return from_data(row.data, default) if row else default

    return of


def installed(key: str) -> Store | None:
    """Return the store with this public key, where the app is installed and not deactivated."""
    return Store.across_stores.filter(key=key, removed_at=None, is_active=True).first()


def configurations(staff: Staff) -> list[NamedConfiguration]:
    """Return what a member of staff may see of the store's configurations: the default one, and their channels'."""
    rows = staff.store.configurations.order_by("-is_default", "name")
    return [row for row in rows if row.is_default or sees(staff, row.channels)]


def sees(staff: Staff, channels: list[str]) -> bool:
    return staff.channels is None or not channels or not staff.channels.isdisjoint(channels)


def setup(store: Store) -> Setup:
    """Return how far the checklist is; for a store that has not begun, a row that is not kept."""
    return Setup.across_stores.filter(store=store).first() or Setup(store=store)


@dataclass(frozen=True, slots=True)
class SettingsDone:
    origins: bool
    hours: bool


def settings_done(store: Store) -> SettingsDone:
    """Say which settings the checklist asks for are there, in any of the store's configurations."""
    named = {name for data in store.configurations.values_list("data", flat=True) for name in data}
    return SettingsDone(origins="storefront_origins" in named, hours=bool(named & {"week", "time_zone"}))

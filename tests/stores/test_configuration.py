"""What a merchant sets, and what is said when it cannot be."""

from datetime import time
from typing import Any

import pytest

from saleor_support_plugin.stores import queries
from saleor_support_plugin.stores.configuration import (
    Configuration,
    ConfigurationWrong,
    as_data,
    from_data,
)
from saleor_support_plugin.stores.contact_ways import ContactChannel
from saleor_support_plugin.stores.models import NamedConfiguration
from saleor_support_plugin.stores.values import Shift

from ..shops import Shop

FULL: dict[str, Any] = {
    "storefront_url": "https://shop.example/tr",
    "storefront_origins": ["https://shop.example"],
    "sender_name": "Aurora",
    "sender_email": "help@shop.example",
    "time_zone": "Europe/Istanbul",
    "week": [[["09:00", "12:00"], ["13:00", "18:00"]], [], [], [], [], [], []],
    "closed_on": ["2026-10-29"],
    "contact_channels": [{"kind": "whatsapp", "address": "+90 212 555 00 00"}, {"kind": "form", "address": ""}],
    "review_wait_hours": 48,
    "cart_reminders": False,
    "links": {"cart": "https://shop.example/cart"},
}


def test_what_was_saved_is_read_again() -> None:
    configuration = from_data(FULL)
    assert configuration.week[0] == (Shift(time(9), time(12)), Shift(time(13), time(18)))
    assert configuration.contact_channels[0] == ContactChannel("whatsapp", "+90 212 555 00 00")
    assert from_data(as_data(configuration)) == configuration


def test_a_way_may_have_hours_and_languages_of_its_own() -> None:
    hours = {"time_zone": "Europe/Berlin", "week": [[["08:00", "12:00"], ["22:00", "00:00"]], *[[]] * 6]}
    own = {"kind": "telegram", "address": "@aurora", "languages": ["tr", "de"], "hours": hours}
    (way,) = from_data({"contact_channels": [own]}).contact_channels
    assert (way.address, way.languages) == ("aurora", ("tr", "de"))
    assert way.hours is not None
    assert way.hours.week[0] == (Shift(time(8), time(12)), Shift(time(22), time(0)))
    kept = as_data(from_data({"contact_channels": [own]}))
    assert from_data(kept).contact_channels == (way,)


def test_what_is_not_set_has_its_default_and_is_not_kept() -> None:
    assert from_data({}) == Configuration()
    assert as_data(Configuration()) == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("storefront_url", "javascript:alert(1)"),
        ("storefront_origins", ["https://shop.example/path"]),
        ("storefront_origins", ["*"]),
        ("sender_email", "no address"),
        ("sender_name", "two\nlines"),
        ("sender_name", "nothing\0there"),
        ("accent", "red"),
        ("week", [[["20:00", "00:00"], ["22:00", "23:00"]], [], [], [], [], [], []]),
        ("time_zone", "Mars/Base"),
        ("week", [[]]),
        ("week", [[["18:00", "09:00"]], [], [], [], [], [], []]),
        ("week", [[["09:00", "12:00"], ["11:00", "18:00"]], [], [], [], [], [], []]),
        ("week", "always"),
        ("contact_channels", [{"kind": "pigeon"}]),
        ("contact_channels", [{"kind": "phone", "address": "112"}]),
        ("contact_channels", [{}]),
        ("contact_channels", [{"kind": "instagram", "address": "https://instagram.com/aurora"}]),
        ("contact_channels", [{"kind": "crisp", "address": "no token"}]),
        ("contact_channels", [{"kind": "chatwoot", "address": "abcdefgh12", "host": "http://chat.example"}]),
        ("contact_channels", [{"kind": "chat", "languages": ["turkish"]}]),
        ("contact_channels", [{"kind": "chat", "hours": {"time_zone": "Mars/Base", "week": [[]] * 7}}]),
        ("contact_channels", [{"kind": "chat", "hours": {"time_zone": "UTC"}}]),
        ("callbacks_at_once", 0),
        ("review_wait_hours", 0),
        ("review_wait_hours", True),
        ("cart_reminders", "yes"),
        ("links", {"home": "https://shop.example"}),
        ("closed_on", ["yesterday"]),
        ("nonsense", 1),
    ],
)
def test_what_cannot_be_is_named_with_its_field(name: str, value: Any) -> None:
    with pytest.raises(ConfigurationWrong) as caught:
        from_data({name: value})
    assert [fault.field for fault in caught.value.faults] == [name]


def test_a_shift_may_end_with_the_day() -> None:
    week = [[["18:00", "00:00"]], [["00:00", "02:00"]], [], [], [], [], []]
    assert from_data({"week": week}).week[0] == (Shift(time(18), time(0)),)
    assert as_data(from_data({"week": week})) == {"week": week}


def test_every_fault_is_named_at_once() -> None:
    with pytest.raises(ConfigurationWrong) as caught:
        from_data({"time_zone": "x", "sender_email": "x", "review_wait_hours": -1})
    assert {fault.field for fault in caught.value.faults} == {"time_zone", "sender_email", "review_wait_hours"}


@pytest.mark.django_db
def test_a_channel_has_its_own_configuration_or_the_stores_default(aurora: Shop, borealis: Shop) -> None:
    def save(shop: Shop, name: str, **values: Any) -> None:
        data = {"sender_name": name}
        NamedConfiguration.across_stores.create(store=shop.store, name=name, data=data, **values)

    save(aurora, "Everywhere", is_default=True)
    save(aurora, "Turkey", channels=["tr"])
    save(borealis, "Elsewhere", channels=["tr"])
    assert queries.configuration(aurora.store, "tr").sender_name == "Turkey"
    assert queries.configuration(aurora.store, "eu").sender_name == "Everywhere"
    assert queries.configuration(borealis.store, "eu") == Configuration()

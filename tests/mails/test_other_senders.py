"""Other apps that mail a store's customers: what they mail already is off, until a merchant says otherwise."""

from typing import Any

import pytest

from saleor_support_plugin.api import other_senders
from saleor_support_plugin.saleor.errors import PermissionMissing
from saleor_support_plugin.stores.configuration import OVERLAPPED, Configuration, as_data, from_data, usual
from saleor_support_plugin.stores.models import NamedConfiguration, Store
from saleor_support_plugin.stores.queries import configuration

from ..desks import ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop

ASK = "{ otherSenders { identifier name off } configurationDefaults }"
KLAVIYO, SMTP = "saleor.app.klaviyo", "saleor.app.smtp"


class FakeApps:
    """Answers `apps` with the token it was asked with."""

    def __init__(self, *apps: tuple[str, str], fails: bool = False) -> None:
        self.apps, self.fails, self.tokens = apps, fails, list[str | None]()

    def client_of(self, store: Store, *, token: str | None = None) -> "FakeApps":
        self.tokens.append(token)
        return self

    def active_apps(self) -> Any:
        if self.fails:
            raise PermissionMissing("no", permissions=())
        return iter(self.apps)


def see(shop: Shop, monkeypatch: pytest.MonkeyPatch, apps: FakeApps) -> Any:
    monkeypatch.setattr(other_senders, "client_of", apps.client_of)
    return ask_as(shop.staff_token("MANAGE_SETTINGS"), ASK)["data"]["otherSenders"]


@pytest.mark.django_db
def test_what_another_app_mails_already_is_off_and_can_be_switched_on(
    aurora: Shop, borealis: Shop, saleor: FakeSaleor, monkeypatch: pytest.MonkeyPatch
) -> None:
    apps = FakeApps((KLAVIYO, "Klaviyo"), (SMTP, "SMTP"), ("someone.else", "Else"))
    found = see(aurora, monkeypatch, apps)
    assert found == [
        {"identifier": KLAVIYO, "name": "Klaviyo", "off": ["cart_reminders", "review_prompts"]},
        {"identifier": SMTP, "name": "SMTP", "off": []},
    ]
    assert apps.tokens[0] is not None
    aurora.store.refresh_from_db()
    assert not configuration(aurora.store, "x").cart_reminders
    assert configuration(borealis.store, "x").cart_reminders
    data = as_data(from_data({"cart_reminders": True}, usual([KLAVIYO])), usual([KLAVIYO]))
    NamedConfiguration.across_stores.create(store=aurora.store, name="x", is_default=True, data=data)
    assert configuration(aurora.store, "x").cart_reminders
    assert not configuration(aurora.store, "x").review_prompts


@pytest.mark.django_db
def test_an_app_that_is_gone_switches_nothing_off_any_more(
    aurora: Shop, saleor: FakeSaleor, monkeypatch: pytest.MonkeyPatch
) -> None:
    see(aurora, monkeypatch, FakeApps((KLAVIYO, "Klaviyo")))
    assert see(aurora, monkeypatch, FakeApps()) == []
    aurora.store.refresh_from_db()
    assert configuration(aurora.store, "x").cart_reminders


@pytest.mark.django_db
def test_while_saleor_does_not_say_the_last_word_holds(
    aurora: Shop, saleor: FakeSaleor, monkeypatch: pytest.MonkeyPatch
) -> None:
    see(aurora, monkeypatch, FakeApps((KLAVIYO, "Klaviyo")))
    found = see(aurora, monkeypatch, FakeApps(fails=True))
    assert [one["identifier"] for one in found] == [KLAVIYO]
    aurora.store.refresh_from_db()
    assert not configuration(aurora.store, "x").cart_reminders


def test_what_is_switched_off_are_settings_that_there_are() -> None:
    for names in OVERLAPPED.values():
        assert all(getattr(Configuration(), name) is True for name in names)

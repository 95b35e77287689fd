"""A merchant installs the app, and takes it away again."""

from collections.abc import Callable

import pytest
import requests
from django.conf import LazySettings
from django.utils import timezone

from saleor_support_plugin.api.manifest import PERMISSIONS
from saleor_support_plugin.api.saleor_events import SUBJECTS
from saleor_support_plugin.delivery.models import DayOff
from saleor_support_plugin.demo.app_records import App, AppInstallation
from saleor_support_plugin.stores.models import Store

from .installed import Installed

Open = Callable[..., Installed]


@pytest.mark.parametrize("version", ["3.21", "3.22", "3.23"])
def test_every_saleor_from_3_21_installs_the_app(open_saleor: Open, version: str) -> None:
    opened = open_saleor(version=version)
    app = opened.saleor.install(opened.manifest_url)
    assert isinstance(app, App), app
    opened.deliver_and_work()
    assert opened.store.app_id == app.id
    assert opened.store.saleor_version.startswith(version)
    assert opened.store.missing_permissions == []
    place = "ORDER_DETAILS_MORE_ACTIONS" if version == "3.21" else "ORDER_DETAILS_WIDGETS"
    assert opened.saleor.extension(place) is not None


def test_what_the_store_already_has_is_known_after_the_install(installed: Installed) -> None:
    store = installed.store
    assert store.orders.count() == len(installed.saleor.state.orders)
    assert store.variants.filter(stocks__isnull=False).exists()
    assert set(store.channels.values_list("slug", flat=True)) == {"tr", "eu"}
    assert store.shipping_methods.filter(zone__countries__contains="TR", prices__channel_slug="tr").exists()
    assert store.warehouses.filter(country="TR").exists()
    assert store.tax_rates.filter(country="TR", rate=20).exists()
    assert DayOff.across_stores.filter(country="TR", half_until__isnull=False).exists()


def test_a_store_that_is_not_allowed_reads_why(open_saleor: Open, settings: LazySettings) -> None:
    settings.ALLOWED_STORES = ("shop.example",)
    opened = open_saleor()
    refused = opened.saleor.install(opened.manifest_url)
    assert isinstance(refused, AppInstallation)
    assert "ALLOWED_STORES" in (refused.message or "")
    assert not Store.across_stores.exists()


def test_without_a_list_the_first_store_installs_and_the_second_is_refused(
    open_saleor: Open, settings: LazySettings
) -> None:
    settings.ALLOWED_STORES = ()
    first, second = open_saleor(), open_saleor()
    assert isinstance(first.saleor.install(first.manifest_url), App)
    assert isinstance(second.saleor.install(second.manifest_url), AppInstallation)
    assert Store.across_stores.get().api_url == first.server.api_url


def test_a_private_address_is_not_called_unless_allowed(open_saleor: Open, settings: LazySettings) -> None:
    settings.ALLOW_PRIVATE_STORES = False
    opened = open_saleor()
    refused = opened.saleor.install(opened.manifest_url)
    assert isinstance(refused, AppInstallation)
    assert "ALLOW_PRIVATE_STORES" in (refused.message or "")


@pytest.mark.parametrize(
    ("api_url", "body", "code"),
    [
        ("", {"auth_token": "x" * 30}, "API_URL_WRONG"),
        ("https://user@shop.example/graphql/", {"auth_token": "x" * 30}, "API_URL_WRONG"),
        ("own", {}, "BODY_WRONG"),
        ("own", {"auth_token": ["x"]}, "BODY_WRONG"),
        ("own", {"auth_token": "x\r\nInjected: 1"}, "BODY_WRONG"),
        ("own", {"auth_token": "x" * 30}, "TOKEN_NOT_OURS"),
    ],
)
def test_a_forged_registration_is_refused_with_a_code(
    installed: Installed, api_url: str, body: dict[str, object], code: str
) -> None:
    before = Store.across_stores.values().get()
    headers = {"Saleor-Api-Url": installed.server.api_url if api_url == "own" else api_url}
    answer = requests.post(f"{installed.service.url}/api/register", json=body, headers=headers, timeout=20)
    assert answer.status_code >= 400
    assert answer.json()["error"]["code"] == code
    assert Store.across_stores.values().get() == before


def test_another_apps_token_is_not_ours(installed: Installed) -> None:
    _, token = installed.saleor.apps.add("Other", permissions=["MANAGE_ORDERS"], identifier="other.app")
    answer = register(installed, token)
    assert answer.json()["error"]["code"] == "TOKEN_NOT_OURS"


def register(installed: Installed, token: str) -> requests.Response:
    return requests.post(
        f"{installed.service.url}/api/register",
        json={"auth_token": token},
        headers={"Saleor-Api-Url": installed.server.api_url},
        timeout=20,
    )


def test_a_store_whose_token_still_answers_keeps_it(installed: Installed) -> None:
    kept = installed.store.token
    answer = register(installed, installed.saleor.apps.give_token(installed.app))
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "ALREADY_INSTALLED")
    assert installed.store.token == kept


def test_a_store_that_does_not_answer_is_not_taken_in(open_saleor: Open) -> None:
    opened = open_saleor()
    opened.saleor.faults.outage = "500"
    answer = register(opened, "x" * 30)
    assert (answer.status_code, answer.json()["error"]["code"]) == (502, "STORE_SILENT")
    assert not Store.across_stores.exists()


def test_deactivated_and_activated_again(installed: Installed) -> None:
    installed.saleor.apps.deactivate(installed.app)
    installed.deliver_and_work()
    assert not installed.store.is_active
    installed.saleor.apps.activate(installed.app)
    installed.deliver_and_work()
    assert installed.store.is_active


def test_deleted_and_installed_again_is_the_same_tenant(installed: Installed) -> None:
    before = installed.store
    installed.saleor.apps.delete(installed.app)
    installed.deliver_and_work()
    removed = installed.store
    assert removed.removed_at is not None
    assert removed.token == ""
    installed.clock.step(1)
    assert isinstance(installed.saleor.install(installed.manifest_url), App)
    installed.deliver_and_work()
    again = installed.store
    assert (again.pk, again.key) == (before.pk, before.key)
    assert again.app_id != before.app_id
    assert again.removed_at is None


@pytest.mark.parametrize("version", ["3.21", "3.22"])
def test_a_saleor_that_does_not_tell_of_the_deletion_is_found_out_by_the_probe(open_saleor: Open, version: str) -> None:
    opened = open_saleor(version=version)
    opened.saleor.install(opened.manifest_url)
    opened.deliver_and_work()
    opened.saleor.apps.delete(opened.app)
    opened.deliver()
    opened.do_chore("probe")
    assert opened.store.removed_at is not None


@pytest.mark.parametrize("version", ["3.21", "3.22"])
def test_a_deactivation_that_nobody_told_of_ends_when_the_token_answers_again(open_saleor: Open, version: str) -> None:
    opened = open_saleor(version=version)
    opened.saleor.install(opened.manifest_url)
    opened.deliver_and_work()
    opened.saleor.apps.deactivate(opened.app)
    opened.do_chore("probe")
    assert opened.store.removed_at is not None
    opened.saleor.apps.activate(opened.app)
    opened.do_chore("probe")
    again = opened.store
    assert again.removed_at is None
    assert again.is_active
    opened.work()


def test_a_probe_that_cannot_reach_the_store_removes_nothing(installed: Installed) -> None:
    from saleor_support_plugin.api import tasks
    from saleor_support_plugin.stores import actions
    from saleor_support_plugin.stores.models import Chore

    for outage in ("500", "html"):
        installed.saleor.faults.outage = outage
        actions.make_due(store=installed.store, names=["probe"], at=timezone.now())
        tasks.carry_out(Chore.across_stores.get(name="probe"))
        chore = Chore.across_stores.get(name="probe")
        assert chore.failures
        assert "SaleorUnreachable" in chore.error
        assert installed.store.removed_at is None


def test_the_app_mends_its_webhooks_after_an_upgrade(installed: Installed) -> None:
    app = installed.app
    installed.saleor.apps.change_webhook(app, app.webhooks[0], query="subscription { event { issuedAt } }")
    installed.saleor.apps.drop_webhook(app, app.webhooks[1])
    installed.saleor.apps.add_webhook(
        app,
        name="Old",
        target_url=f"{installed.service.url}/old",
        query=app.webhooks[0].query,
        events=["ORDER_CREATED"],
    )
    installed.do_chore("webhooks")
    assert {webhook.name for webhook in app.webhooks} == {subject.name for subject in SUBJECTS}
    assert {webhook.name: webhook.query for webhook in app.webhooks} == {one.name: one.query for one in SUBJECTS}
    assert installed.store.webhooks_fingerprint


def test_a_permission_that_was_not_granted_is_remembered(open_saleor: Open) -> None:
    opened = open_saleor()
    opened.saleor.install(opened.manifest_url, permissions=["MANAGE_ORDERS"])
    assert opened.store.missing_permissions == sorted(set(PERMISSIONS) - {"MANAGE_ORDERS"})

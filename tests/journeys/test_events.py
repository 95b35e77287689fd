"""What happens in the store is known to us, also after an outage."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import requests

from saleor_support_plugin.events.models import Event
from saleor_support_plugin.shop.models import Order, Stock
from saleor_support_plugin.stores.models import Store

from .installed import Installed

Open = Callable[..., Installed]


def buy(installed: Installed) -> str:
    """Have a customer buy something; return the order's id."""
    saleor = installed.saleor
    customer = saleor.person("ayse")
    _, variant = next(saleor.state.variants())
    return saleor.checkouts.buy(customer, variant, "tr").id


def fulfil(installed: Installed, order_id: str) -> None:
    order = next(order for order in installed.saleor.state.orders.values() if order.id == order_id)
    fulfillment = installed.saleor.orders.fulfill(order)[0]
    installed.saleor.orders.set_tracking(fulfillment, "TR-41")


def known(installed: Installed, order_id: str) -> Order | None:
    return installed.store.orders.filter(saleor_id=order_id).first()


def test_an_order_is_known_as_soon_as_it_is_placed_and_follows_its_parcel(installed: Installed) -> None:
    order_id = buy(installed)
    assert installed.deliver() == {202}
    installed.work()
    order = known(installed, order_id)
    assert order is not None
    assert order.customer_email == installed.saleor.person("ayse").email
    installed.clock.step(300)
    fulfil(installed, order_id)
    installed.deliver_and_work()
    order.refresh_from_db()
    assert order.status == "FULFILLED"
    assert order.fulfillments.get().tracking_number == "TR-41"
    assert installed.store.carts.get(saleor_id=order.checkout_id).order_id == order_id


def test_every_delivery_three_times_has_one_effect(installed: Installed) -> None:
    installed.saleor.faults.copies = 3
    buy(installed)
    before = Event.across_stores.count()
    installed.deliver_and_work()
    rows = Event.across_stores.filter(duplicates=2)
    assert rows.count() == Event.across_stores.count() - before


@pytest.mark.parametrize(
    "outage",
    [timedelta(minutes=10), timedelta(hours=2), timedelta(days=13)],
    ids=["ten minutes", "two hours", "13 days"],
)
def test_an_outage_loses_nothing(installed: Installed, outage: timedelta) -> None:
    """The app is down: Saleor tries six times in 310 s, gives up, and keeps what failed for fourteen days."""
    app = installed.app
    for webhook in app.webhooks:  # nobody answers there
        webhook.target_url = "http://127.0.0.1:9/api/webhooks"
    order_id = buy(installed)
    for seconds in (0, 10, 20, 40, 80, 160):
        installed.clock.step(seconds)
        assert installed.deliver() <= {None}
    assert installed.saleor.deliveries.failed()
    installed.clock.step(outage.total_seconds())
    for webhook in app.webhooks:
        webhook.target_url = f"{installed.service.url}/api/webhooks"
    assert known(installed, order_id) is None
    installed.do_chore("deliveries")
    assert known(installed, order_id) is not None
    kept = Event.across_stores.count()
    installed.do_chore("deliveries")  # the same ones, still shown by Saleor
    assert Event.across_stores.count() == kept


def test_the_sweep_finds_an_order_that_no_delivery_told_of(installed: Installed) -> None:
    installed.saleor.faults.lost = {
        "ORDER_CREATED",
        "ORDER_CONFIRMED",
        "ORDER_UPDATED",
        "ORDER_PAID",
        "ORDER_FULLY_PAID",
    }
    order_id = buy(installed)
    installed.deliver_and_work()
    assert known(installed, order_id) is None
    installed.do_chore("orders")
    assert known(installed, order_id) is not None


def test_a_shipping_method_that_changes_is_shown_at_once(installed: Installed) -> None:
    saleor = installed.saleor
    row = installed.store.shipping_methods.filter(zone__countries__contains="TR").first()
    assert row is not None
    method = next(method for _, method in saleor.state.methods() if method.name == row.name)
    saleor.catalogue.change_shipping_method(method, name="Renamed")
    installed.deliver_and_work()
    installed.work()  # the event made the chore due
    assert installed.store.shipping_methods.filter(name="Renamed").exists()


def test_zones_and_warehouses_that_change_are_known_at_once(installed: Installed) -> None:
    saleor = installed.saleor
    zone = next(iter(saleor.state.zones.values()))
    saleor.catalogue.change_zone(zone, countries=["TR", "CY"])
    saleor.catalogue.change_warehouse(saleor.state.warehouse("istanbul"), click_and_collect_option="ALL")
    installed.deliver_and_work()
    installed.work()
    assert installed.store.shipping_zones.filter(countries__contains="CY").exists()
    assert installed.store.warehouses.filter(click_and_collect="ALL").exists()


def test_an_order_takes_stock_that_saleor_tells_nobody_of(installed: Installed) -> None:
    def allocated() -> int:
        return sum(Stock.across_stores.values_list("quantity_allocated", flat=True))

    before = allocated()
    buy(installed)
    installed.deliver_and_work()
    installed.work()  # the order made the chore due
    assert allocated() > before
    assert not installed.store.variants.filter(stale_at__isnull=False).exists()


def test_a_member_of_staff_asks_for_an_order_that_nobody_told_us_of(installed: Installed) -> None:
    Store.across_stores.get().orders.all().delete()
    order = next(iter(installed.saleor.state.orders.values()))
    answer = requests.post(
        f"{installed.service.url}/graphql/staff/",
        json={"query": "query($id: ID!) { order(id: $id) { number } }", "variables": {"id": order.id}},
        headers={"authorization": f"Bearer {installed.staff_token()}"},
        timeout=20,
    )
    assert answer.json()["data"]["order"] == {"number": str(order.number)}


def test_a_store_that_does_not_answer_is_said_to_be_out_of_reach(installed: Installed) -> None:
    token = installed.staff_token()
    installed.saleor.faults.outage = "500"
    answer = requests.post(
        f"{installed.service.url}/graphql/staff/",
        json={"query": "{ me { email } }"},
        headers={"authorization": f"Bearer {token}"},
        timeout=20,
    )
    assert answer.status_code == 503
    assert answer.json()["errors"][0]["extensions"]["code"] == "SALEOR_UNREACHABLE"


def test_keys_that_saleor_changed_are_learnt(installed: Installed) -> None:
    Store.across_stores.update(jwks_asked_at="2026-01-01T00:00:00Z")
    installed.saleor.rotate_key()
    order_id = buy(installed)
    assert installed.deliver() == {202}
    installed.work()
    assert known(installed, order_id) is not None


def test_two_stores_in_one_service_keep_apart(open_saleor: Open) -> None:
    first, second = open_saleor(), open_saleor()
    for opened in (first, second):
        opened.saleor.install(opened.manifest_url)
        opened.deliver_and_work()
    order_id = buy(first)
    first.deliver_and_work()
    second.deliver_and_work()
    assert known(first, order_id) is not None
    assert known(second, order_id) is None

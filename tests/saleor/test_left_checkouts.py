"""A checkout as it is now, and the new one that somebody comes back to, as each Saleor that we serve has them."""

from decimal import Decimal

import pytest

from saleor_support_plugin.demo.catalogue_records import ProductVariant
from saleor_support_plugin.demo.order_records import Checkout
from saleor_support_plugin.demo.records import Address
from saleor_support_plugin.demo.shipping import methods_to
from saleor_support_plugin.demo.store import Store
from saleor_support_plugin.money import Money
from saleor_support_plugin.saleor.checkouts import CheckoutProblem, Refused, RefusedLine
from saleor_support_plugin.saleor.errors import SaleorRefused
from tests.shops import global_id

from .demo_egress import install

VERSIONS = ("3.21", "3.22", "3.23")


def variant(store: Store, slug: str) -> ProductVariant:
    return store.catalogue.product(slug).variants[0]


def left(store: Store, slug: str = "notebook", *, quantity: int = 2) -> Checkout:
    """Have a customer leave a checkout with an address and a delivery."""
    customer = store.person("ayse")
    checkout = store.checkouts.create("tr", [(variant(store, slug), quantity)], user=customer)
    store.checkouts.set_addresses(checkout, shipping=customer.addresses[0])
    store.checkouts.choose_delivery(checkout, methods_to(store.state, "tr", "TR")[0])
    return checkout


@pytest.mark.parametrize("version", VERSIONS)
def test_a_customers_checkout_is_read_with_no_permission_to_read_customers(version: str) -> None:
    store, saleor, _ = install(version)
    found = saleor.checkout_now(left(store).id)
    assert found
    assert found.facts.email == "ayse@example.com"
    assert found.facts.delivery_method
    assert found.facts.delivery_method.id in found.offered
    assert found.facts.shipping_price.gross.amount + 2 * found.facts.lines[0].unit_price.gross.amount == (
        found.facts.total_price.gross.amount
    )
    assert (found.problems, found.payments) == ((), ())


@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_short_and_what_is_not_sold_any_more_is_said(version: str) -> None:
    store, saleor, _ = install(version)
    checkout = left(store, quantity=5)
    notebook = variant(store, "notebook")
    store.catalogue.set_stock(notebook, {"istanbul": 3, "berlin": 0})
    now = saleor.checkout_now(checkout.id)
    assert now
    assert now.problems == (CheckoutProblem("InsufficientStock", notebook.id, 3),)
    store.catalogue.set_published(store.catalogue.product("notebook"), False)
    now = saleor.checkout_now(checkout.id)
    assert now
    assert now.problems == (CheckoutProblem("VariantNotAvailable", notebook.id),)


@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_sold_out_where_it_is_delivered_is_sold_out(version: str) -> None:
    store, saleor, egress = install(version)
    checkout, notebook = left(store), variant(store, "notebook")
    # Berlin's warehouse has some, which Turkish shoppers are not sold.
    store.catalogue.set_stock(notebook, {"istanbul": 0, "berlin": 25})
    now = saleor.checkout_now(checkout.id)
    assert now
    assert now.problems == (CheckoutProblem("InsufficientStock", notebook.id, 0),)
    assert egress.asked[-1] == "StockByCountry"


def test_a_country_that_saleor_counts_for_and_does_not_show_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    store, saleor, _ = install("3.23")
    checkout, notebook = left(store), variant(store, "notebook")
    # As Saleor does once it has refused an address there.
    monkeypatch.setattr("saleor_support_plugin.demo.checkout_problems.country_of", lambda *_: "AQ")
    now = saleor.checkout_now(checkout.id)
    assert now
    assert now.problems == (CheckoutProblem("InsufficientStock", notebook.id, 0, is_of_the_country=True),)


@pytest.mark.parametrize(
    ("version", "said"), [("3.21", ()), ("3.22", ()), ("3.23", (CheckoutProblem("DeliveryMethodInvalid"),))]
)
def test_of_a_delivery_that_is_gone_only_3_23_says_so(version: str, said: tuple[CheckoutProblem, ...]) -> None:
    store, saleor, _ = install(version)
    checkout = left(store)
    for zone in store.state.zones.values():
        if "TR" in zone.countries:
            store.catalogue.change_zone(zone, countries=["BG"])
    now = saleor.checkout_now(checkout.id)
    assert now
    # No warehouse serves that address any more, so to Saleor there is nothing in stock for it.
    sold_out = CheckoutProblem("InsufficientStock", variant(store, "notebook").id, 0, is_of_the_country=True)
    assert (now.problems, now.facts.delivery_method, now.offered) == ((sold_out, *said), None, frozenset())


def test_what_became_of_a_payment_is_read_with_the_providers_words() -> None:
    store, saleor, _ = install("3.23")
    checkout = left(store)
    for kind, words in (("CHARGE_REQUEST", ""), ("CHARGE_FAILURE", "The card was declined")):
        store.payments.report(checkout, kind, message=words)
    now = saleor.checkout_now(checkout.id)
    assert now
    [events] = now.payments
    assert [(one.type, one.message) for one in events] == [
        ("CHARGE_REQUEST", ""),
        ("CHARGE_FAILURE", "The card was declined"),
    ]
    assert now.facts.charge_status == "NONE"
    store.payments.report(checkout, "CHARGE_SUCCESS")
    paid = saleor.checkout_now(checkout.id)
    assert paid
    assert paid.facts.charge_status == "FULL"


@pytest.mark.parametrize("version", VERSIONS)
def test_a_checkout_that_became_an_order_is_gone_and_names_it(version: str) -> None:
    store, saleor, _ = install(version)
    checkout, other = left(store), left(store)
    assert saleor.order_of_checkout(checkout.id) is None
    order = store.checkouts.complete(checkout)
    assert saleor.checkout_now(checkout.id) is None
    assert saleor.order_of_checkout(checkout.id) == order.id
    assert saleor.order_of_checkout(other.id) is None


@pytest.mark.parametrize("version", VERSIONS)
def test_the_lines_are_put_in_a_new_checkout_that_says_nothing_about_anybody(version: str) -> None:
    store, saleor, egress = install(version)
    notebook, lamp = variant(store, "notebook"), variant(store, "desk-lamp")
    made = saleor.create_checkout(
        channel="tr",
        lines=[(notebook.id, 2), (lamp.id, 1), (notebook.id, 1)],
        language_code="TR",
        metadata={"support.case": "signed"},
    )
    assert [(one.variant_id, one.quantity, one.unit) for one in made.lines] == [
        (notebook.id, 3, Money(Decimal("129.9"), "TRY")),
        (lamp.id, 1, Money(Decimal(1299), "TRY")),
    ]
    assert (made.total, made.refused) == (Money(Decimal("1688.7"), "TRY"), ())
    kept = store.state.find(made.id)
    assert (kept.email, kept.user_pk, kept.shipping_address, kept.metadata) == (
        None,
        None,
        None,
        {"support.case": "signed"},
    )
    assert egress.asked == ["CreateCheckout"]


def test_what_saleor_refuses_is_reduced_or_left_out_and_told() -> None:
    store, saleor, _ = install("3.23")
    notebook, lamp, soap = (variant(store, slug) for slug in ("notebook", "desk-lamp", "olive-soap"))
    store.catalogue.set_stock(notebook, {"istanbul": 1, "berlin": 0})
    store.catalogue.set_stock(soap, {"istanbul": 0, "berlin": 0})
    store.catalogue.set_published(store.catalogue.product("desk-lamp"), False)
    deleted = global_id("ProductVariant", 999)
    made = saleor.create_checkout(
        channel="tr",
        lines=[(notebook.id, 2), (lamp.id, 1), (soap.id, 1), (deleted, 4)],
        language_code="",
        metadata={},
    )
    assert [(one.variant_id, one.quantity) for one in made.lines] == [(notebook.id, 1)]
    assert set(made.refused) == {
        RefusedLine(notebook.id, 2, 1, Refused.SHORT),
        RefusedLine(lamp.id, 1, 0, Refused.NOT_SOLD),
        RefusedLine(soap.id, 1, 0, Refused.SHORT),
        RefusedLine(deleted, 4, 0, Refused.NOT_SOLD),
    }
    assert len(store.state.checkouts) == 1


def test_where_nothing_is_left_no_checkout_is_made() -> None:
    store, saleor, _ = install("3.23")
    store.catalogue.set_published(store.catalogue.product("notebook"), False)
    gone = variant(store, "notebook").id
    made = saleor.create_checkout(channel="tr", lines=[(gone, 1)], language_code="EN", metadata={})
    assert (made.id, made.lines, made.total) == ("", (), None)
    assert made.refused == (RefusedLine(gone, 1, 0, Refused.NOT_SOLD),)
    assert not store.state.checkouts


def test_a_refusal_that_no_fewer_pieces_would_mend_is_raised() -> None:
    store, saleor, _ = install("3.23")
    notebook = variant(store, "notebook").id
    with pytest.raises(SaleorRefused) as refused:
        saleor.create_checkout(channel="nowhere", lines=[(notebook, 1)], language_code="EN", metadata={})
    assert refused.value.code == "NOT_FOUND"


def test_an_address_that_no_method_reaches_is_offered_nothing() -> None:
    store, saleor, _ = install("3.23")
    checkout = store.checkouts.create("tr", [(variant(store, "notebook"), 1)], email="ada@example.com")
    abroad = Address(pk="a", first_name="A", last_name="L", street_address1="", city="", postal_code="", country="US")
    store.checkouts.set_addresses(checkout, shipping=abroad)
    now = saleor.checkout_now(checkout.id)
    assert now
    assert now.offered == frozenset()

"""A store's customers as a file: all of them, their own figures alone, and only for who may see customers."""

import csv
import io
import json
from typing import Any

import requests
from django.utils import timezone

from saleor_support_plugin.people.actions import give_consent, person_at, withdraw
from saleor_support_plugin.people.models import Source
from saleor_support_plugin.surveys.models import Survey
from saleor_support_plugin.tickets.models import Ticket

from ..desks import add_ticket
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop


def fetch(service: Service, token: str, form: str = "json") -> requests.Response:
    headers = {"authorization": f"Bearer {token}"}
    return requests.get(f"{service.url}/staff/customers.{form}", headers=headers, timeout=20)


def token_of(shop: Shop) -> str:
    return shop.staff_token("MANAGE_ORDERS", "MANAGE_USERS")


def customers(answer: requests.Response) -> dict[str, dict[str, Any]]:
    assert answer.status_code == 200, answer.text
    return {one["email"]: one for one in map(json.loads, answer.text.splitlines())}


def test_who_ordered_and_who_wrote_are_customers_once(
    committed: Service, open_aurora: Shop, open_borealis: Shop, saleor: FakeSaleor
) -> None:
    add_ticket(open_borealis)
    ticket = add_ticket(open_aurora, email="SHOPPER@aurora.example")
    add_ticket(open_aurora, "203.0.113.8", order=None, email="new@aurora.example", name="")
    now = timezone.now()
    person = person_at(store=open_aurora.store, email="shopper@aurora.example", now=now)
    said: dict[str, Any] = {"person": person, "medium": "email", "source": Source.FORM, "at": now}
    give_consent(purpose="commercial", **said)
    withdraw(purpose="service", **said)
    asked = {"person": person, "scale": 5, "score": 4, "asked_at": now, "answered_at": now}
    Survey.across_stores.create(store=open_aurora.store, ticket=ticket, **asked)
    found = customers(fetch(committed, token_of(open_aurora)))
    order = open_aurora.store.orders.get()
    assert set(found) == {order.customer_email, "new@aurora.example"}
    assert found[order.customer_email] == {
        "email": order.customer_email,
        "name": order.customer_name or "Ada",
        "language": "en",
        "orders": 1,
        "spent": [{"amount": order.total.text, "currency": order.currency}],
        "tickets": 1,
        "last_contact_at": Ticket.across_stores.get(pk=ticket.pk).updated_at.isoformat(),
        "last_score": "4/5",
        "agreed_to": ["email commercial"],
        "objected_to": ["email service"],
    }
    newcomer = found["new@aurora.example"]
    assert (newcomer["name"], newcomer["orders"], newcomer["spent"], newcomer["tickets"]) == (None, 0, [], 1)


def test_what_brought_no_money_is_not_spent(committed: Service, open_aurora: Shop, saleor: FakeSaleor) -> None:
    open_aurora.store.orders.update(status="CANCELED")
    (one,) = customers(fetch(committed, token_of(open_aurora))).values()
    assert (one["orders"], one["spent"]) == (1, [])


def test_a_spreadsheet_runs_nothing_in_it(committed: Service, open_aurora: Shop, saleor: FakeSaleor) -> None:
    open_aurora.store.orders.update(customer_name='=HYPERLINK("http://evil.example")')
    answer = fetch(committed, token_of(open_aurora), "csv")
    assert answer.headers["cache-control"] == "no-store"
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    order = open_aurora.store.orders.get()
    assert row["name"] == '\'=HYPERLINK("http://evil.example")'
    assert (row["spent"], row["orders"]) == (f"{order.total.text} {order.currency}", "1")


def test_only_who_may_see_customers_gets_them_and_only_of_their_channels(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor
) -> None:
    assert fetch(committed, "nobody's").status_code == 401
    assert fetch(committed, open_aurora.staff_token("MANAGE_ORDERS")).status_code == 403
    assert fetch(committed, open_aurora.staff_token("MANAGE_USERS")).status_code == 403
    saleor.channels = ["elsewhere"]
    assert customers(fetch(committed, token_of(open_aurora))) == {}

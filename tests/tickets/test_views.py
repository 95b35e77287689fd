"""Lists under a name: one's own and the team's, each with how many tickets it has, asked for in one statement."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from saleor_support_plugin.tickets.models import Ticket, View

from ..desks import add_configuration, add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop, add_order, global_id

pytestmark = pytest.mark.django_db

VIEWS = "{ views { id name isTeam filter position count } }"
WRITE = """mutation($input: ViewInput!) { viewUpdate(input: $input) {
  view { id name isTeam count } errors { field code } } }"""
DELETE = "mutation($id: ID!) { viewDelete(id: $id) { errors { field code } } }"
LIST = """query($filter: TicketFilter, $sort: TicketSort, $first: Int) {
  tickets(filter: $filter, sort: $sort, first: $first) { totalCount edges { node {
    id number subject state priority boosts reason { slug name { tr } } department dueAt clock { kind state dueAt }
    customerName customerEmail orderNumber assignedEmail tags lastMessage { text channel }
    lines { productName quantity }
  } } } }"""


def token(shop: Shop, number: int = 1) -> str:
    return shop.staff_token("MANAGE_ORDERS", user_id=global_id("User", number), email=f"s{number}@{shop.name}.example")


def write(shop: Shop, number: int = 1, **given: Any) -> dict[str, Any]:
    values = {"name": "Mine", "filter": "{}"} | given
    answer: dict[str, Any] = ask_as(token(shop, number), WRITE, input=values)["data"]["viewUpdate"]
    return answer


def names(shop: Shop, number: int = 1) -> list[tuple[str, int | None]]:
    return [(one["name"], one["count"]) for one in ask_as(token(shop, number), VIEWS)["data"]["views"]]


def numbers(shop: Shop, sort: str = "UPDATED", **filter: Any) -> list[int]:
    found = ask_as(token(shop), LIST, filter=filter, sort=sort)
    return [edge["node"]["number"] for edge in found["data"]["tickets"]["edges"]]


def test_ones_own_view_is_nobody_elses_and_the_teams_is_everybodys(aurora: Shop, saleor: FakeSaleor) -> None:
    add_ticket(aurora)
    mine = write(aurora, filter='{"state": "WAITING"}')["view"]["id"]
    team = write(aurora, name="All that waits", filter='{"state": "OPEN", "isClosed": false}', isTeam=True)
    assert team["view"] == {"id": team["view"]["id"], "name": "All that waits", "isTeam": True, "count": 1}
    assert names(aurora) == [("Mine", 0), ("All that waits", 1)]
    assert names(aurora, 2) == [("All that waits", 1)]
    for field, answer in (("viewUpdate", write(aurora, 2, id=mine)),):
        assert answer == {"view": None, "errors": [{"field": "id", "code": "NOT_FOUND"}]}, field
    assert ask_as(token(aurora, 2), DELETE, id=mine)["data"]["viewDelete"]["errors"][0]["code"] == "NOT_FOUND"
    assert ask_as(token(aurora, 2), DELETE, id=team["view"]["id"])["data"]["viewDelete"]["errors"] == []
    assert names(aurora) == [("Mine", 0)]


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"name": " "}, "name", "REQUIRED"),
        ({"name": "x" * 81}, "name", "TOO_LONG"),
        ({"filter": '{"nothing": 1}'}, "filter", "INVALID"),
        ({"filter": '{"state": "ASLEEP"}'}, "filter", "INVALID"),
        ({"filter": '{"tag": 7}'}, "filter", "INVALID"),
        ({"filter": "[]"}, "filter", "INVALID"),
        ({"filter": "null"}, "filter", "INVALID"),
        ({"filter": json.dumps({"tag": "x" * 5_000})}, "filter", "INVALID"),
        ({"position": -1}, "position", "INVALID"),
        ({"name": "Taken"}, "name", "TAKEN"),
        ({"id": "Vmlldzo5OTk5OTk="}, "id", "NOT_FOUND"),
        ({"id": "no id"}, "id", "NOT_FOUND"),
    ],
)
def test_what_is_no_view_is_refused(
    aurora: Shop, saleor: FakeSaleor, given: dict[str, Any], field: str, code: str
) -> None:
    write(aurora, name="Taken")
    assert write(aurora, **given) == {"view": None, "errors": [{"field": field, "code": code}]}
    assert View.across_stores.count() == 1


def test_counts_of_all_views_are_asked_for_at_once(aurora: Shop, saleor: FakeSaleor) -> None:
    add_ticket(aurora)
    asked = []
    for more in (1, 30):
        for number in range(more):
            write(aurora, name=f"View {more} {number}", filter='{"tag": "x", "product": "y", "clock": "AMBER"}')
        staff = token(aurora)
        ask_as(staff, VIEWS)
        with CaptureQueriesContext(connection) as counted:
            ask_as(staff, VIEWS)
        asked.append(len(counted))
    assert asked == [3, 3]  # who is asking, the views, and the counts


def test_a_view_of_an_older_version_is_shown_without_a_count(aurora: Shop, saleor: FakeSaleor) -> None:
    View.across_stores.create(store=aurora.store, name="Old", filter={"mood": "bad"})
    assert names(aurora) == [("Old", None)]


def test_tickets_are_found_by_what_they_are_about(aurora: Shop, saleor: FakeSaleor) -> None:
    add_configuration(aurora)
    ordered = add_ticket(aurora)
    add_ticket(aurora, "203.0.113.8", order=None, email="other@aurora.example", locale="tr")
    Ticket.across_stores.filter(pk=ordered.pk).update(reason="damaged", department="Returns", product_id="UHJvZHVjdDox")
    ordered.lines.create(order_line_id="x", product_id="UHJvZHVjdDoy", quantity=1)
    for wanted, found in [
        ({"reason": "damaged"}, [1]),
        ({"reason": ""}, [2]),
        ({"priority": "HIGH"}, [1]),  # the first order
        ({"department": "Returns"}, [1]),
        ({"order": aurora.order_id}, [1]),
        ({"customer": "OTHER@aurora.example"}, [2]),
        ({"product": "UHJvZHVjdDox"}, [1]),
        ({"product": "UHJvZHVjdDoy"}, [1]),
        ({"product": "UHJvZHVjdDoz"}, []),
        ({"language": "tr"}, [2]),
        ({"assignedEmail": "nobody@aurora.example"}, []),
        ({"clock": "NONE"}, []),
    ]:
        assert numbers(aurora, **wanted) == found, wanted


def test_clocks_are_filtered_and_sorted_by_what_they_are_now(aurora: Shop, saleor: FakeSaleor) -> None:
    now, hour = timezone.now(), timedelta(hours=1)
    tickets = [add_ticket(aurora, f"203.0.113.{one}", order=None, email=f"s{one}@x.example") for one in range(5)]
    for ticket, due, amber in zip(tickets, (-1, 1, 3, None, None), (-2, -1, 2, None, None), strict=True):
        Ticket.across_stores.filter(pk=ticket.pk).update(
            due_at=None if due is None else now + due * hour,
            amber_at=None if amber is None else now + amber * hour,
            resolve_left=hour if ticket is tickets[3] else None,
            first_reply_left=None,
        )
    states = ("BREACHED", "AMBER", "RUNNING", "STOPPED", "NONE")
    assert [numbers(aurora, clock=state) for state in states] == [[1], [2], [3], [4], [5]]
    assert numbers(aurora, sort="DUE") == [1, 2, 3, 4, 5]
    assert numbers(aurora, sort="CREATED") == [1, 2, 3, 4, 5]
    counted = ask_as(token(aurora), "{ ticketCounts { breached amber all } }")["data"]["ticketCounts"]
    assert counted == {"breached": 1, "amber": 1, "all": 5}


def test_a_list_asks_the_same_for_1_20_and_100(aurora: Shop, saleor: FakeSaleor) -> None:
    staff = token(aurora)
    asked = []
    for upto in (1, 20, 100):
        for number in range(Ticket.across_stores.count(), upto):
            order = add_order(aurora, global_id("Order", f"n{number}"), number=f"n{number}")
            ticket = add_ticket(
                aurora,
                f"203.0.{number}.7",
                email=f"s{number}@aurora.example",
                order={"number": order.number, "email": order.customer_email},
            )
            Ticket.across_stores.filter(pk=ticket.pk).update(reason="damaged")
            ticket.lines.create(order_line_id=f"{order.saleor_id}-line", quantity=1)
        ask_as(staff, LIST)
        with CaptureQueriesContext(connection) as counted:
            page = ask_as(staff, LIST, first=100)["data"]["tickets"]
        assert page["totalCount"] == upto
        assert page["edges"][-1]["node"]["reason"] == {"slug": "damaged", "name": {"tr": "Hasarlı veya kırık"}}
        assert page["edges"][-1]["node"]["lines"] == [{"productName": "Lamp of aurora", "quantity": 1}]
        asked.append(len(counted))
    # Who is asking, count, tickets, settings of the channels, lines, what was bought by them.
    assert asked == [6, 6, 6]

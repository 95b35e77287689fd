"""A list as a file: the same tickets, for the same eyes, and nothing in it that a spreadsheet runs."""

import csv
import io
import json
from typing import Any

import pytest
import requests

from ..desks import add_ticket, add_view
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop, global_id


def fetch(service: Service, token: str, file: str = "tickets.csv", **asked: Any) -> requests.Response:
    headers = {"authorization": f"Bearer {token}"}
    return requests.get(f"{service.url}/staff/{file}", params=asked, headers=headers, timeout=20)


def rows(answer: requests.Response) -> list[dict[str, str]]:
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def staff_of(shop: Shop) -> str:
    return shop.staff_token("MANAGE_ORDERS")


def test_a_list_is_a_file_with_its_tickets_alone(
    committed: Service, open_aurora: Shop, open_borealis: Shop, saleor: FakeSaleor
) -> None:
    add_ticket(open_borealis)
    add_ticket(open_aurora, subject='=HYPERLINK("http://evil.example")', name='+Ada, "the" first\u2028')
    add_ticket(open_aurora, "203.0.113.8", order=None, email="-other@aurora.example", subject="Kırık lamba\tnerede")
    answer = fetch(committed, staff_of(open_aurora), sort="CREATED")
    first, second = rows(answer)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert (first["number"], first["state"], first["order_number"]) == ("1", "OPEN", "1")
    assert first["subject"] == '\'=HYPERLINK("http://evil.example")'
    assert first["customer_name"].startswith("'+Ada")
    other = open_aurora.store.tickets.get(number=2)
    assert other.due_at is not None
    assert (second["customer_email"], second["due_at"]) == ("'-other@aurora.example", other.due_at.isoformat())
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in (first, second) for cell in row.values())


def test_a_view_and_a_filter_are_the_lists_of_the_inbox(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor
) -> None:
    add_ticket(open_aurora)
    view = add_view(open_aurora, filter={"state": "WAITING"})
    token = staff_of(open_aurora)
    assert rows(fetch(committed, token, view=global_id("View", view.pk))) == []
    assert [row["number"] for row in rows(fetch(committed, token, filter=json.dumps({"priority": "HIGH"})))] == ["1"]
    assert rows(fetch(committed, token, search="nothing of the kind")) == []


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ({"filter": "{"}, 422, "FILTER_WRONG"),
        ({"filter": '{"mood": 1}'}, 422, "FILTER_WRONG"),
        ({"filter": "[1]"}, 422, "FILTER_WRONG"),
        ({"filter": "null"}, 422, "FILTER_WRONG"),
        ({"sort": "RANDOM"}, 422, "SORT_WRONG"),
        ({"view": "no id"}, 404, "NOT_FOUND"),
        ({"view": "Vmlldzo5OTk5OTk="}, 404, "NOT_FOUND"),
    ],
)
def test_what_is_no_list_is_refused(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor, asked: dict[str, str], status: int, code: str
) -> None:
    answer = fetch(committed, staff_of(open_aurora), **asked)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def test_only_staff_who_may_see_orders_get_it(
    committed: Service, open_aurora: Shop, open_borealis: Shop, saleor: FakeSaleor
) -> None:
    foreign = add_view(open_borealis)
    assert fetch(committed, "nobody's").status_code == 401
    assert fetch(committed, open_aurora.staff_token("MANAGE_PRODUCTS")).status_code == 403
    assert fetch(committed, staff_of(open_aurora), view=global_id("View", foreign.pk)).status_code == 404


def test_for_programs_each_ticket_is_a_line_of_json(
    committed: Service, open_aurora: Shop, open_borealis: Shop, saleor: FakeSaleor
) -> None:
    add_ticket(open_borealis)
    add_ticket(open_aurora, subject="=2+2")
    answer = fetch(committed, staff_of(open_aurora), "tickets.json")
    assert answer.headers["content-type"] == "application/x-ndjson"
    assert "tickets-" in answer.headers["content-disposition"]
    (line,) = answer.text.splitlines()
    said = json.loads(line)
    assert (said["number"], said["subject"], said["tags"], said["medium"]) == (1, "=2+2", [], "FORM")
    assert (said["closed_at"], said["reopened"]) == (None, 0)
    assert fetch(committed, open_aurora.staff_token("MANAGE_PRODUCTS"), "tickets.json").status_code == 403


SPAN = {"from": "2026-11-01T00:00:00Z", "to": "2026-12-01T00:00:00Z"}


def test_the_report_is_a_file_with_a_row_for_each_group(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor
) -> None:
    add_ticket(open_aurora)
    found = rows(fetch(committed, staff_of(open_aurora), "report.csv", **SPAN))
    assert [(row["by"], row["name"], row["opened"], row["unanswered"]) for row in found] == [
        ("", "", "1", "1"),
        ("CHANNEL", "default-channel", "1", "1"),
        ("REASON", "", "1", "1"),
        ("DEPARTMENT", "", "1", "1"),
        ("MEDIUM", "FORM", "1", "1"),
    ]
    assert found[0]["first_reply_p50_minutes"] == ""
    for wrong in (
        {},
        {"from": "x", "to": "y"},
        {"from": "2026-11-01", "to": "2026-12-01"},
        SPAN | {"to": SPAN["from"]},
    ):
        answer = fetch(committed, staff_of(open_aurora), "report.csv", **wrong)
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "SPAN_WRONG")

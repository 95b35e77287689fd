"""Other programs hear what becomes of tickets, and nobody's name or words with it."""

import json
from datetime import timedelta
from typing import Any

import pytest

from saleor_support_plugin.announcements.models import Announcement, Endpoint
from saleor_support_plugin.stores import callers
from saleor_support_plugin.tickets import actions, announcing, clocking, replying
from saleor_support_plugin.tickets.models import Ticket

from ..desks import add_configuration, add_ticket
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def told(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> Shop:
    for shop in (aurora, borealis):
        url = f"https://crm.{shop.name}.example/"
        Endpoint.across_stores.create(store=shop.store, url=url, secret="whsec_YQ==", created_at=NOON)
    return aurora


def heard(shop: Shop) -> list[tuple[str, dict[str, Any]]]:
    rows = Announcement.across_stores.filter(store=shop.store).order_by("pk")
    return [(row.kind, json.loads(row.body)["data"]) for row in rows]


def kinds(shop: Shop) -> list[str]:
    return [kind for kind, _ in heard(shop)]


@pytest.mark.django_db
def test_a_matter_from_its_beginning_to_its_end(told: Shop, borealis: Shop) -> None:
    staff = callers.staff(told.staff_token("MANAGE_ORDERS"))
    ticket = add_ticket(told)
    for key, hours in (("one", 1), ("one", 1), ("two", 2)):
        replying.reply(staff=staff, ticket_id=ticket.pk, text="Sorry!", key=key, now=NOON + hours * HOUR)
    for _ in range(2):
        actions.close(staff=staff, ticket_id=ticket.pk, now=NOON + 3 * HOUR)
    actions.answer(conversation=ticket.conversation, given="It broke again", key="k", now=NOON + DAY)
    assert kinds(told) == [
        "ticket.opened",
        "ticket.answered",
        "ticket.answered",
        "ticket.closed",
        "ticket.reopened",
    ]
    said = [data for _, data in heard(told)]
    assert said[0] == {
        "ticketId": str(ticket.pk),
        "number": 1,
        "state": "OPEN",
        "reason": "",
        "priority": "HIGH",
        "department": "",
        "medium": "FORM",
        "channel": "default-channel",
        "orderId": told.order_id,
        "openedAt": NOON.isoformat(),
    }
    assert [(data["first"], data["state"]) for data in said[1:3]] == [(True, "WAITING"), (False, "WAITING")]
    assert kinds(borealis) == []
    whole = json.dumps(said)
    for secret in ("Ada", "shopper@", "lamp", "Sorry", "staff@"):
        assert secret not in whole


@pytest.mark.django_db
def test_a_clock_that_is_over_is_told_once(told: Shop) -> None:
    add_configuration(told, first_reply_minutes=60, resolve_minutes=0)
    add_ticket(told)
    for _ in range(2):
        clocking.mark_due(now=NOON + DAY)
    assert [data["clock"] for kind, data in heard(told) if kind == "ticket.breached"] == ["FIRST_REPLY"]


@pytest.mark.django_db
def test_a_score_is_told_and_another_one_again(told: Shop) -> None:
    ticket = add_ticket(told)
    for score in (1, 1, 5):
        announcing.surveyed(ticket=ticket, score=score, scale=5, now=NOON)
    assert [data["score"] for kind, data in heard(told) if kind == "ticket.surveyed"] == [1, 5]


@pytest.mark.django_db
def test_closed_by_mistake_is_not_opened_again_in_the_report(told: Shop) -> None:
    staff = callers.staff(told.staff_token("MANAGE_ORDERS"))
    ticket = add_ticket(told)
    actions.close(staff=staff, ticket_id=ticket.pk, now=NOON)
    actions.reopen(staff=staff, ticket_id=ticket.pk, now=NOON + timedelta(seconds=5))
    assert Ticket.across_stores.get(pk=ticket.pk).reopened == 0
    actions.close(staff=staff, ticket_id=ticket.pk, now=NOON + HOUR)
    actions.reopen(staff=staff, ticket_id=ticket.pk, now=NOON + DAY)
    assert Ticket.across_stores.get(pk=ticket.pk).reopened == 1
    assert kinds(told) == ["ticket.opened", *["ticket.closed", "ticket.reopened"] * 2]

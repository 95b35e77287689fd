"""How a shop answers, as the report says it: true of every case, and of a few of them nothing that misleads."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.stores.callers import Staff
from saleor_support_plugin.tickets import reporting
from saleor_support_plugin.tickets.models import Ticket
from saleor_support_plugin.tickets.reporting import By, Figures, Span

from ..desks import add_configuration, ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop, global_id

FRIDAY = datetime(2026, 11, 20, 9, tzinfo=UTC)  # 12:00 in Istanbul, where it is open from 9 to 18
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WEEK = Span(FRIDAY - 6 * DAY, FRIDAY + DAY)
numbers = count(1)


def staff_of(shop: Shop, channels: frozenset[str] | None = None) -> Staff:
    return Staff(shop.store, global_id("User", 1), f"staff@{shop.name}.example", frozenset(), (), channels)


def opened(shop: Shop, at: datetime = FRIDAY, **values: Any) -> Ticket:
    """Keep a ticket as it stands; `answered` and `closed` are when that was, `is_live` and `channel` its chat's."""
    channel, is_live = values.pop("channel", "default-channel"), values.pop("is_live", False)
    answered, closed = values.pop("answered", None), values.pop("closed", None)
    made = conversations.begin(store=shop.store, channel=channel, language="en", email="", name="Ada", now=at)
    if is_live:
        conversations.resume(conversation=made)
    stands = {"first_replied_at": answered, "closed_at": closed, "state": "CLOSED" if closed else "OPEN"}
    values = {"subject": "?", "medium": "FORM"} | stands | values
    return Ticket.across_stores.create(
        store=shop.store,
        conversation=made,
        number=next(numbers),
        created_at=at,
        updated_at=closed or answered or at,
        **values,
    )


def asked(shop: Shop, by: By = By.CHANNEL, span: Span = WEEK, **seen: Any) -> tuple[Figures, dict[str | None, Figures]]:
    found = reporting.report(staff_of(shop, **seen), span, by=by, now=FRIDAY + DAY)
    return found.total, {one.name: one for one in found.groups}


@pytest.mark.django_db
def test_nothing_that_happened_is_nothing(aurora: Shop) -> None:
    total, groups = asked(aurora)
    assert (total.opened, total.asked, total.oldest_at, total.first_reply.p50, groups) == (0, 0, None, None, {})


@pytest.mark.django_db
def test_answers_are_counted_in_hours_in_which_somebody_is_there(aurora: Shop) -> None:
    add_configuration(aurora)
    opened(aurora, FRIDAY - DAY, answered=FRIDAY - DAY + HOUR)
    # From Thursday, 23:00 in Istanbul, to Friday, 9:30: half an hour of them.
    night = datetime(2026, 11, 19, 20, tzinfo=UTC)
    opened(aurora, night, answered=datetime(2026, 11, 20, 6, 30, tzinfo=UTC), closed=FRIDAY)
    opened(aurora, FRIDAY)
    opened(aurora, FRIDAY - 2 * DAY)
    total, _ = asked(aurora)
    assert (total.opened, total.asked, total.answered, total.unanswered) == (4, 4, 2, 2)
    assert total.oldest_at == FRIDAY - 2 * DAY
    assert (total.first_reply.many, total.first_reply.p50) == (2, 45)
    assert total.first_reply.p90 == pytest.approx(57)
    assert (total.resolution.many, total.resolution.p50) == (1, 180)


@pytest.mark.django_db
def test_what_staff_began_and_chats_that_go_on_wait_for_no_answer(aurora: Shop) -> None:
    opened(aurora, answered=FRIDAY)
    opened(aurora, is_live=True)
    opened(aurora, closed=FRIDAY)
    total, _ = asked(aurora)
    assert (total.opened, total.asked, total.answered, total.unanswered) == (3, 1, 0, 0)
    assert total.first_reply.many == 0


@pytest.mark.django_db
def test_clocks_that_were_kept_and_breached(aurora: Shop) -> None:
    given_time: dict[str, Any] = {"first_reply_target": HOUR, "resolve_target": DAY}
    opened(aurora, answered=FRIDAY + HOUR, closed=FRIDAY + 2 * HOUR, **given_time)
    late = ["FIRST_REPLY AMBER", "FIRST_REPLY BREACHED"]
    opened(aurora, answered=FRIDAY + 2 * HOUR, marks=late, reopened=2, **given_time)
    opened(aurora, marks=["RESOLVE AMBER"], **given_time)
    total, _ = asked(aurora)
    assert (total.kept, total.breached, total.reopened) == (2, 1, 1)


@pytest.mark.django_db
def test_by_one_thing_the_largest_group_comes_first(aurora: Shop) -> None:
    for medium, reason, department in (("MAIL", "return", "Returns"), ("MAIL", "", ""), ("FORM", "return", "")):
        opened(aurora, medium=medium, reason=reason, department=department)
    assert {name: one.opened for name, one in asked(aurora, By.MEDIUM)[1].items()} == {"MAIL": 2, "FORM": 1}
    assert list(asked(aurora, By.REASON)[1]) == ["return", ""]
    assert list(asked(aurora, By.DEPARTMENT)[1]) == ["", "Returns"]
    assert list(asked(aurora, By.CHANNEL)[1]) == ["default-channel"]


@pytest.mark.django_db
def test_only_the_own_store_the_seen_channels_and_the_span(aurora: Shop, borealis: Shop) -> None:
    opened(aurora)
    opened(borealis)
    opened(aurora, channel="other")
    opened(aurora, FRIDAY - 7 * DAY)
    opened(aurora, merged_into=opened(aurora, channel="other"))
    assert asked(aurora)[0].opened == 3
    assert asked(aurora, channels=frozenset({"default-channel"}))[0].opened == 1
    only = Span(WEEK.since, WEEK.until, "other")
    assert asked(aurora, span=only)[0].opened == 2
    assert asked(aurora, span=only, channels=frozenset({"default-channel"}))[0].opened == 0


@pytest.mark.django_db
def test_many_tickets_are_as_many_questions_as_one(aurora: Shop) -> None:
    add_configuration(aurora)
    many = []
    for tickets in (1, 20):
        for place in range(tickets):
            opened(aurora, answered=FRIDAY + HOUR, reason=f"r{place}", channel=f"c{place}")
        with CaptureQueriesContext(connection) as queries:
            asked(aurora, By.REASON)
        many.append(len(queries))
    assert many == [4, 4]


REPORT = """query($from: DateTime!, $to: DateTime!) { ticketReport(from: $from, to: $to, by: MEDIUM) {
    total { name opened firstReply { many p50 } } groups { name opened } } }"""


@pytest.mark.django_db
def test_staff_who_may_see_orders_ask_for_it(aurora: Shop, saleor: FakeSaleor) -> None:
    opened(aurora, answered=FRIDAY + HOUR)
    span = {"from": WEEK.since.isoformat(), "to": WEEK.until.isoformat()}
    answer = ask_as(aurora.staff_token("MANAGE_ORDERS"), REPORT, **span)
    assert answer["data"]["ticketReport"] == {
        "total": {"name": None, "opened": 1, "firstReply": {"many": 1, "p50": 60}},
        "groups": [{"name": "FORM", "opened": 1}],
    }
    (error,) = ask_as(aurora.staff_token("MANAGE_PRODUCTS"), REPORT, **span)["errors"]
    assert "MANAGE_ORDERS" in error["message"]
    for wrong in ({"from": span["to"], "to": span["from"]}, {"from": "2020-01-01T00:00:00Z", "to": span["to"]}):
        (error,) = ask_as(aurora.staff_token("MANAGE_ORDERS"), REPORT, **wrong)["errors"]
        assert error["extensions"]["code"] == "INVALID"

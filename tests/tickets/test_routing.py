"""Rules settle what a new ticket is by what is known of its order, and say why."""

import json
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.chat.models import Presence, Seat
from saleor_support_plugin.money import Money
from saleor_support_plugin.parcels.models import FrozenPromise
from saleor_support_plugin.shop.models import OrderLine
from saleor_support_plugin.tickets import routing
from saleor_support_plugin.tickets.models import RoutingRule, Ticket
from saleor_support_plugin.tickets.order_facts import facts_of
from saleor_support_plugin.tickets.routing import Conditions, Effects, Facts, Rule

from ..desks import add_configuration, add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop, global_id

WRITE = """mutation($input: RoutingRuleInput!) { routingRuleUpdate(input: $input) {
  rule { id name isOn position conditions effects } errors { field code message } } }"""
DELETE = "mutation($id: ID!) { routingRuleDelete(id: $id) { errors { field code } } }"
TRY = """query($conditions: JSONString!, $ticket: ID) { routingRuleTry(conditions: $conditions, ticket: $ticket) {
  matched trials { matches ticket { number } conditions { name isTrue told } } errors { field code } } }"""

FACTS = Facts(
    is_late=True,
    value=Money(Decimal("250.00"), "TRY"),
    products=frozenset({"p1", "p2"}),
    categories=frozenset({"c1"}),
    channel="tr",
    language="tr",
    reason="damaged",
    kind="MESSAGE",
    subject="KIRIK lamba geldi",
)


def token(shop: Shop) -> str:
    return shop.staff_token("MANAGE_ORDERS", "MANAGE_SETTINGS")


def write(shop: Shop, **given: Any) -> dict[str, Any]:
    values = {"name": "A rule", "conditions": {}, "effects": {"tags": ["x"]}} | given
    asked = values | {name: json.dumps(values[name]) for name in ("conditions", "effects")}
    answer: dict[str, Any] = ask_as(token(shop), WRITE, input=asked)["data"]["routingRuleUpdate"]
    return answer


def tried(shop: Shop, conditions: Any, ticket: Ticket | None = None) -> dict[str, Any]:
    own = None if ticket is None else global_id("Ticket", ticket.pk)
    answer = ask_as(token(shop), TRY, conditions=json.dumps(conditions), ticket=own)
    found: dict[str, Any] = answer["data"]["routingRuleTry"]
    return found


@pytest.mark.parametrize(
    ("conditions", "holds"),
    [
        (Conditions(), True),
        (Conditions(late=True), True),
        (Conditions(late=False), False),
        (Conditions(first_order=False), True),
        (Conditions(first_order=True), False),
        (Conditions(value_at_least=Money(Decimal("250"), "TRY")), True),
        (Conditions(value_at_least=Money(Decimal("250.01"), "TRY")), False),
        (Conditions(value_at_least=Money(Decimal("1"), "EUR")), False),
        (Conditions(products=("p2", "p9")), True),
        (Conditions(products=("p9",)), False),
        (Conditions(categories=("c1",)), True),
        (Conditions(channels=("en", "tr")), True),
        (Conditions(channels=("en",)), False),
        (Conditions(languages=("tr",)), True),
        (Conditions(reasons=("damaged",)), True),
        (Conditions(reasons=("return",)), False),
        (Conditions(kinds=("CHAT",)), False),
        (Conditions(kinds=("CHAT", "MESSAGE")), True),
        (Conditions(words=("kırık",)), True),
        (Conditions(words=("lamba kirik",)), True),
        (Conditions(words=("lamb",)), False),
        (Conditions(late=True, kinds=("CHAT",)), False),
    ],
)
def test_what_holds(conditions: Conditions, holds: bool) -> None:
    assert routing.holds(conditions, FACTS) is holds
    assert all(one.is_true for one in routing.explain(conditions, FACTS)) is holds


def test_nothing_is_known_of_a_ticket_without_an_order() -> None:
    nothing = Facts()
    for asked in (
        Conditions(value_at_least=Money(Decimal(0), "TRY")),
        Conditions(products=("p1",)),
        Conditions(reasons=("",)),
        Conditions(late=True),
    ):
        assert routing.holds(asked, nothing) is False


def test_what_an_earlier_rule_settled_stands_and_holds_for_later_ones() -> None:
    first = Rule("first", Conditions(late=True), Effects(reason="where-is-it", priority="HIGH", tags=("late",)))
    second = Rule(
        "second",
        Conditions(reasons=("where-is-it",)),
        Effects(reason="other", priority="LOW", department="Delivery", tags=("b", "late")),
    )
    third = Rule("third", Conditions(reasons=("damaged",)), Effects(assignee="a@x.example"))
    routed = routing.route([first, second, third], FACTS)
    assert routed.rules == ("first", "second")
    assert routed.effects == Effects("where-is-it", "HIGH", ("late", "b"), "Delivery")


def test_who_was_named_is_not_drawn() -> None:
    named, drawn = Rule("a", Conditions(), Effects(assignee="a@x.example")), Rule("b", Conditions(), Effects(fair=True))
    assert routing.route([named, drawn], FACTS).effects == Effects(assignee="a@x.example")
    assert routing.route([drawn, named], FACTS).effects == Effects(fair=True)


@given(st.lists(st.sampled_from([Conditions(late=True), Conditions(late=False), Conditions()]), max_size=6))
def test_the_first_that_holds_settles_it(asked: list[Conditions]) -> None:
    rules = [Rule(str(place), one, Effects(department=str(place))) for place, one in enumerate(asked)]
    held = [str(place) for place, one in enumerate(asked) if one.late is not False]
    routed = routing.route(rules, FACTS)
    assert routed.effects.department == (held[0] if held else None)
    assert list(routed.rules) == held


@pytest.mark.django_db
def test_a_new_ticket_is_routed_and_its_thread_says_by_which_rule(aurora: Shop, saleor: FakeSaleor) -> None:
    add_configuration(aurora)
    effects = {"reason": "damaged", "tags": ["fragile"], "department": "Returns", "assignee": "ada@aurora.example"}
    write(aurora, name="Broken", conditions={"words": ["broken"]}, effects=effects)
    write(aurora, name="Off", effects={"priority": "LOW"}, isOn=False)
    write(aurora, name="Expensive", conditions={"value_at_least": {"amount": "100.00", "currency": "TRY"}})
    ticket = add_ticket(aurora)
    assert (ticket.reason, ticket.department, ticket.tags) == ("damaged", "Returns", ["fragile", "x"])
    # HIGH by its reason, and one step more: it is her first order.
    assert (ticket.priority, ticket.assigned_email) == ("URGENT", "ada@aurora.example")
    assert ticket.first_reply_target == timedelta(minutes=240)
    told = ticket.conversation.messages.filter(author="system").values_list("event", "text")
    assert list(told) == [("routed", "Broken"), ("routed", "Expensive"), ("assigned", "ada@aurora.example")]


@pytest.mark.django_db
def test_fair_is_who_is_there_and_has_the_least_to_do(aurora: Shop, saleor: FakeSaleor) -> None:
    emails = ["ada@aurora.example", "Bob@aurora.example", "away@aurora.example"]
    departments = [{"name": "Returns", "emails": [one.lower() for one in emails]}]
    add_configuration(aurora, departments=departments)
    now = timezone.now()
    for number, email in enumerate([*emails, "stranger@aurora.example"]):
        state = Presence.OFFLINE if email.startswith("away") else Presence.ONLINE
        Seat.across_stores.create(
            store=aurora.store, user_id=str(number), email=email, state=state, state_at=now, seen_at=now
        )
    write(aurora, effects={"department": "Returns", "fair": True})
    owners = [
        add_ticket(aurora, f"203.0.113.{one}", now=now, order=None, email=f"s{one}@x.example").assigned_email
        for one in range(4)
    ]
    assert owners == [emails[1], emails[0], emails[1], emails[0]]
    aurora.store.seats.update(state=Presence.OFFLINE)
    left = add_ticket(aurora, "203.0.113.9", now=now, order=None, email="last@x.example")
    assert (left.department, left.assigned_email) == ("Returns", "")


@pytest.mark.django_db
def test_a_dry_run_explains_each_condition_and_changes_nothing(aurora: Shop, saleor: FakeSaleor) -> None:
    first = add_ticket(aurora)
    add_ticket(aurora, "203.0.113.8", order=None, subject="Hello", email="other@x.example")
    found = tried(aurora, {"first_order": True, "words": ["lamp"]})
    assert (found["matched"], [one["ticket"]["number"] for one in found["trials"]]) == (1, [2, 1])
    assert found["trials"][0]["conditions"] == [
        {"name": "first_order", "isTrue": False, "told": "false"},
        {"name": "words", "isTrue": False, "told": "Hello"},
    ]
    assert tried(aurora, {"value_at_least": {"amount": "100.00", "currency": "TRY"}}, first)["trials"][0] == {
        "matches": True,
        "ticket": {"number": 1},
        "conditions": [{"name": "value_at_least", "isTrue": True, "told": "129.90 TRY"}],
    }
    assert tried(aurora, {"late": "yes"})["errors"] == [{"field": "conditions.late", "code": "INVALID"}]
    first.refresh_from_db()
    assert first.tags == []


@pytest.mark.django_db
def test_a_dry_run_asks_the_same_for_one_and_for_a_hundred(aurora: Shop, saleor: FakeSaleor) -> None:
    asked, staff = [], token(aurora)
    for upto in (1, 30):
        for number in range(Ticket.across_stores.count(), upto):
            add_ticket(aurora, f"203.0.{number}.7", email=f"s{number}@x.example", order=None)
        ask_as(staff, TRY, conditions='{"late": true}')
        with CaptureQueriesContext(connection) as counted:
            ask_as(staff, TRY, conditions='{"late": true}')
        asked.append(len(counted))
    assert asked[0] == asked[1]


@pytest.mark.django_db
def test_facts_are_of_the_lines_it_is_about_else_of_the_whole_order(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket = add_ticket(aurora)
    order = aurora.store.orders.get(saleor_id=aurora.order_id)
    variant = aurora.store.variants.get(saleor_id=aurora.variant_id)
    aurora.store.variants.filter(pk=variant.pk).update(category_id="c1")
    OrderLine.across_stores.filter(order=order).update(variant_id=variant.saleor_id)
    promise = {"first": NOON.date(), "last": NOON.date(), "version": 1, "made_at": NOON, "steps": [], "ladder": []}
    FrozenPromise.across_stores.create(store=aurora.store, order=order, **promise)
    late = NOON + timedelta(days=3)
    facts = facts_of(aurora.store, [ticket], late)[ticket.pk]
    assert (facts.products, facts.categories) == (frozenset({variant.product_id}), frozenset({"c1"}))
    assert (facts.is_late, facts.is_first_order) == (True, True)
    assert facts_of(aurora.store, [ticket], NOON)[ticket.pk].is_late is False
    ticket.lines.create(order_line_id="another line", quantity=1)
    assert facts_of(aurora.store, [ticket], NOON)[ticket.pk].products == frozenset()
    ticket.product_id = variant.product_id
    assert facts_of(aurora.store, [ticket], NOON)[ticket.pk].categories == frozenset({"c1"})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"name": ""}, "name", "REQUIRED"),
        ({"name": "Taken"}, "name", "TAKEN"),
        ({"conditions": []}, "conditions", "INVALID"),
        ({"conditions": {"mood": "bad"}}, "conditions.mood", "INVALID"),
        ({"conditions": {"late": 1}}, "conditions.late", "INVALID"),
        (
            {"conditions": {"value_at_least": {"amount": "-1", "currency": "TRY"}}},
            "conditions.value_at_least.amount",
            "INVALID",
        ),
        ({"conditions": {"value_at_least": {"amount": "1"}}}, "conditions.value_at_least.currency", "REQUIRED"),
        ({"conditions": {"words": []}}, "conditions.words", "INVALID"),
        ({"conditions": {"words": ["!!"]}}, "conditions.words", "INVALID"),
        ({"conditions": {"kinds": ["FAX"]}}, "conditions.kinds", "INVALID"),
        ({"conditions": {"products": ["p"] * 101}}, "conditions.products", "INVALID"),
        ({"effects": {}}, "effects", "REQUIRED"),
        ({"effects": {"priority": "HUGE"}}, "effects.priority", "INVALID"),
        ({"effects": {"tags": ["x" * 41]}}, "effects.tags", "INVALID"),
        ({"effects": {"assignee": "nobody"}}, "effects.assignee", "INVALID"),
        ({"effects": {"assignee": "a@x.example", "fair": True}}, "effects.fair", "INVALID"),
        ({"position": 100}, "position", "INVALID"),
        ({"id": "Um91dGluZ1J1bGU6OTk5OTk5"}, "id", "NOT_FOUND"),
    ],
)
def test_what_is_no_rule_is_refused(
    aurora: Shop, saleor: FakeSaleor, given: dict[str, Any], field: str, code: str
) -> None:
    write(aurora, name="Taken")
    refused = write(aurora, **given)
    assert [(one["field"], one["code"]) for one in refused["errors"]] == [(field, code)]
    assert RoutingRule.across_stores.count() == 1


@pytest.mark.django_db
def test_rules_are_changed_and_deleted_by_who_manages_settings(aurora: Shop, saleor: FakeSaleor) -> None:
    made = write(aurora)["rule"]
    changed = write(aurora, id=made["id"], name="Another", conditions={"late": True}, isOn=False, position=3)["rule"]
    assert (changed["name"], changed["isOn"], changed["position"]) == ("Another", False, 3)
    assert json.loads(changed["conditions"]) == {"late": True}
    answerer = aurora.staff_token("MANAGE_ORDERS")
    refused = ask_as(answerer, DELETE, id=made["id"])
    assert "MANAGE_SETTINGS" in refused["errors"][0]["message"]
    assert ask_as(token(aurora), DELETE, id=made["id"])["data"]["routingRuleDelete"]["errors"] == []
    assert not RoutingRule.across_stores.exists()

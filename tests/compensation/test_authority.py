"""Inside their limits staff give by themselves; above them a lead decides, who is never the one who asked."""

from decimal import Decimal
from typing import Any

import pytest

from saleor_support_plugin.compensation.models import AuthorityLimit, OrderAct
from saleor_support_plugin.conversations.models import ConversationMessage, Happening
from saleor_support_plugin.ids import own_id
from saleor_support_plugin.stores.models import SeenStaff

from ..desks import add_ticket
from ..known_staff import FakeSaleor
from ..shops import Shop, global_id
from .conftest import Open
from .desk import APPROVE, EVERYTHING, GROUP, PREVIEW, REJECT, RETRY, WAITING, Desk, limit

pytestmark = pytest.mark.django_db

AUTHORITY = "{ authority { limits { group reason currency percentOfOrder perOrder perDay perCustomer } isUnbound } }"
UPDATE = """mutation($limits: [AuthorityLimitInput!]!) { authorityUpdate(limits: $limits) {
  limits { group reason currency percentOfOrder perOrder } errors { code field } } }"""


@pytest.fixture
def strict(aurora: Shop, open_desk: Open) -> Desk:
    """A desk without any limit yet."""
    return open_desk(aurora)


def lead(desk: Desk, number: int = 2, *permissions: str) -> str:
    """Return the token of somebody who sets the limits."""
    held = permissions or (*EVERYTHING, "MANAGE_SETTINGS")
    return desk.token(*held, user_id=global_id("User", number), email=f"lead{number}@aurora.example")


def gave(desk: Desk, amount: str, **more: Any) -> str:
    """Have a refund asked for; return how it stands."""
    return str(desk.create("REFUND", refund={"amount": amount}, **more)["state"])


def test_nobody_gives_anything_alone_before_somebody_said_how_much(strict: Desk) -> None:
    assert gave(strict, "0.01") == "NEEDS_APPROVAL"
    strict.work()
    assert strict.in_saleor.granted_refunds == []
    assert strict.act().passed == ["NO_LIMIT"]


def test_what_costs_nothing_needs_no_limit(strict: Desk) -> None:
    assert strict.create("INVOICE", invoice={})["state"] == "ASKED"


def test_inside_is_one_click_and_above_waits(strict: Desk) -> None:
    limit(strict, per_order=50)
    assert gave(strict, "30") == "ASKED"
    assert gave(strict, "20") == "ASKED"
    assert gave(strict, "0.01") == "NEEDS_APPROVAL"
    assert strict.act().passed == ["PER_ORDER"]
    assert strict.act().group == "Customer Support"


def test_a_share_of_the_order_counts_what_was_given_in_any_way(strict: Desk) -> None:
    limit(strict, percent_of_order=10)
    tenth = (strict.order.total_gross / 10).quantize(Decimal("0.01"))
    assert strict.create("VOUCHER", voucher={"amount": str(tenth - 1)})["state"] == "ASKED"
    assert gave(strict, "1") == "ASKED"
    assert gave(strict, "0.01") == "NEEDS_APPROVAL"


def test_a_day_is_one_persons_and_a_customer_everybodys(strict: Desk) -> None:
    limit(strict, per_day=50, per_customer=80)
    assert gave(strict, "50") == "ASKED"
    assert gave(strict, "1") == "NEEDS_APPROVAL"
    colleague = lead(strict, 3, *EVERYTHING)
    assert gave(strict, "30", token=colleague) == "ASKED"
    assert gave(strict, "1", token=colleague) == "NEEDS_APPROVAL"
    strict.number = "4"  # of the same customer
    assert strict.know().customer_email == strict.in_saleor.user_email
    assert gave(strict, "1", token=lead(strict, 4, *EVERYTHING)) == "NEEDS_APPROVAL"
    assert strict.act().passed == ["PER_CUSTOMER"]


def test_a_lead_approves_and_then_it_is_done_once(strict: Desk) -> None:
    waiting = strict.create("REFUND", refund={"amount": "20"}, note="It broke")
    assert strict.ask(WAITING)["totalCount"] == 0  # not to who asked
    [edge] = strict.ask(WAITING, token=lead(strict))["edges"]
    assert (edge["node"]["id"], edge["node"]["canDecide"], edge["node"]["note"]) == (waiting["id"], True, "It broke")
    said = strict.ask(APPROVE, token=lead(strict), id=waiting["id"], note="Fair")
    assert (said["errors"], said["act"]["state"], said["act"]["decidedByEmail"]) == (
        [],
        "ASKED",
        "lead2@aurora.example",
    )
    strict.work()
    assert strict.act().state == "DONE"
    again = strict.ask(APPROVE, token=lead(strict), id=waiting["id"])
    assert [one["code"] for one in again["errors"]] == ["WRONG_STATE"]
    assert len(strict.in_saleor.granted_refunds) == 1


def test_a_lead_rejects_with_a_word(strict: Desk) -> None:
    waiting = strict.create("REFUND", refund={"amount": "20"})
    said = strict.ask(REJECT, token=lead(strict), id=waiting["id"], note="Sent back first, please")
    assert (said["act"]["state"], said["act"]["decisionNote"]) == ("REJECTED", "Sent back first, please")
    assert strict.work() == 0
    assert strict.in_saleor.granted_refunds == []


@pytest.mark.parametrize("query", [APPROVE, REJECT], ids=["approve", "reject"])
def test_nobody_decides_about_their_own_request_not_even_who_sets_the_limits(strict: Desk, query: str) -> None:
    waiting = strict.create("REFUND", refund={"amount": "20"})
    own = strict.token(*EVERYTHING, "MANAGE_SETTINGS")
    said = strict.ask(query, token=own, id=waiting["id"])
    assert [one["code"] for one in said["errors"]] == ["OWN_REQUEST"]


@pytest.mark.parametrize("query", [APPROVE, REJECT], ids=["approve", "reject"])
def test_a_colleague_without_room_for_it_is_no_lead(strict: Desk, query: str) -> None:
    limit(strict, per_order=10)
    waiting = strict.create("REFUND", refund={"amount": "20"})
    colleague = lead(strict, 3, *EVERYTHING)
    said = strict.ask(query, token=colleague, id=waiting["id"])
    assert [one["code"] for one in said["errors"]] == ["NO_ROOM"]
    [edge] = strict.ask(WAITING, token=colleague)["edges"]
    assert edge["node"]["canDecide"] is False


def test_a_lead_with_a_wider_limit_decides_within_it(strict: Desk, saleor: FakeSaleor) -> None:
    limit(strict, per_order=10)
    limit(strict, "Leads", per_order=50)
    waiting = strict.create("REFUND", refund={"amount": "20"})
    saleor.groups = ["Leads"]
    said = strict.ask(APPROVE, token=lead(strict, 3, *EVERYTHING), id=waiting["id"])
    assert said["errors"] == []


def test_however_things_are_stacked_nobody_gives_more_than_was_charged(strict: Desk) -> None:
    limit(strict)  # without bounds
    charged = strict.in_saleor.charged
    assert strict.create("GIFT_CARD", giftCard={"amount": str(charged / 2)})["state"] == "ASKED"
    assert strict.create("VOUCHER", voucher={"amount": str(charged / 4)})["state"] == "ASKED"
    assert strict.trouble("REFUND", refund={"amount": str(charged / 4 + 1)}) == "MORE_THAN_CHARGED"
    assert gave(strict, str(charged / 4)) == "ASKED"
    strict.work()
    assert strict.trouble("VOUCHER", voucher={"amount": "0.01"}) == "MORE_THAN_CHARGED"
    unbound = lead(strict)
    assert strict.trouble("GIFT_CARD", token=unbound, giftCard={"amount": "0.01"}) == "MORE_THAN_CHARGED"
    seen = strict.ask(PREVIEW, input=strict.wish("VOUCHER", voucher={"amount": "1"}))
    assert ([one["code"] for one in seen["problems"]], seen["room"]) == (["MORE_THAN_CHARGED"], {"amount": "0.00"})


def test_what_was_paid_back_in_dashboard_counts(strict: Desk) -> None:
    limit(strict)
    charged = strict.in_saleor.charged
    strict.demo.orders.refund(strict.in_saleor, charged - 10)
    assert strict.trouble("GIFT_CARD", giftCard={"amount": "11"}) == "MORE_THAN_CHARGED"
    assert strict.create("GIFT_CARD", giftCard={"amount": "10"})["state"] == "ASKED"


def test_what_failed_or_was_rejected_is_not_given(strict: Desk) -> None:
    limit(strict, per_order=20)
    strict.demo.faults.refunds = "nobody"
    assert gave(strict, "20") == "ASKED"
    strict.work()
    assert strict.act().state == "FAILED"
    failed = strict.act()
    assert gave(strict, "20", reason="late") == "ASKED"
    # To try the first again would be to give twice as much.
    again = strict.ask(RETRY, id=own_id("OrderAct", failed.pk))
    assert again["act"]["state"] == "NEEDS_APPROVAL"


def test_whoever_sets_the_limits_sets_them(strict: Desk) -> None:
    given = [
        {"group": " Customer Support ", "currency": "try", "percentOfOrder": 10, "perOrder": "250.50"},
        {"group": "Leads", "reason": "damaged", "currency": "EUR"},
    ]
    said = strict.ask(UPDATE, token=lead(strict), limits=given)
    assert said["errors"] == []
    shown = strict.ask(AUTHORITY)
    assert [(one["group"], one["reason"], one["currency"], one["percentOfOrder"]) for one in shown["limits"]] == [
        ("Customer Support", "", "TRY", 10),
        ("Leads", "damaged", "EUR", None),
    ]
    assert shown["isUnbound"] is False
    assert strict.ask(AUTHORITY, token=lead(strict))["isUnbound"] is True


@pytest.mark.parametrize(
    "wrong",
    [
        {"group": ""},
        {"group": "x" * 151},
        {"currency": "LIRA"},
        {"currency": "T1Y"},
        {"percentOfOrder": 101},
        {"percentOfOrder": -1},
        {"perOrder": "-1"},
        {"perDay": "0.0001"},
        {"perCustomer": "1e30"},
        {"perCustomer": "NaN"},
    ],
)
def test_a_wrong_limit_changes_nothing(strict: Desk, wrong: dict[str, Any]) -> None:
    limit(strict, per_order=10)
    given = {"group": "Leads", "currency": "TRY"} | wrong
    said = strict.ask(UPDATE, token=lead(strict), limits=[{"group": "A", "currency": "TRY"}, given])
    assert [one["code"] for one in said["errors"]] == ["INVALID"]
    assert AuthorityLimit.across_stores.get().per_order == 10


def test_the_thread_tells_who_waits_for_whom(strict: Desk) -> None:
    ticket = add_ticket(strict.shop, order=None)
    ticket.conversation.channel_slug = "tr"
    ticket.conversation.save(update_fields=["channel_slug"])
    waiting = strict.create("REFUND", refund={"amount": "20"}, ticket=own_id("Ticket", ticket.pk))
    strict.ask(REJECT, token=lead(strict), id=waiting["id"])
    said = ConversationMessage.across_stores.filter(event=Happening.ORDER_ACT).values_list("author_name", "text")
    assert list(said) == [
        ("staff@aurora.example", "1 REFUND NEEDS_APPROVAL 20.00 TRY"),
        ("lead2@aurora.example", "1 REFUND REJECTED 20.00 TRY"),
    ]
    assert OrderAct.across_stores.get().ticket == ticket


def test_groups_that_staff_were_seen_in_are_offered(desk: Desk, borealis: Shop) -> None:
    note = {"permissions": [], "seen_at": desk.now}
    SeenStaff.across_stores.create(store=desk.shop.store, user_id="VXNlcjo5", groups=["Leads", GROUP], **note)
    SeenStaff.across_stores.create(store=borealis.store, user_id="VXNlcjo5", groups=["Theirs"], **note)
    assert desk.ask("{ authority { knownGroups } }")["knownGroups"] == [GROUP, "Leads"]

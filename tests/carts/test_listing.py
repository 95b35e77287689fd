"""Staff see who left a cart, why, what was done about it and who needs somebody now."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from saleor_support_plugin.carts.models import (
    Cart,
    CartCase,
    CartPlan,
    CartSignal,
    CartStep,
    CartVoucher,
    LeavingReason,
)
from saleor_support_plugin.outbox.models import Message, State

from ..desks import add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop, global_id
from .cases import a_case, cart_of
from .left_behind import line

pytestmark = pytest.mark.django_db

MONEY = "{ amount currency }"
CART = f"""{{ id channel email caseId quantity total {MONEY} shipping {MONEY} country methodName voucherCode goneAt
    paidAt lines {{ name variantName quantity unit {MONEY} unitBefore {MONEY} total {MONEY} thumbnailUrl }}
    problems {{ problem source variantId available }} payments {{ state at message }} }}"""
CASE = f"""{{ id state channel language email personId value {MONEY} cause causeSource causeFacts {{ name value }}
    silence nextAt nextStep {{ number of voucherPercent }} isHeldOut orderId orderTotal {MONEY} orderedAt
    cart {CART} carts {CART}
    steps {{ number at silence cause why by message {{ id state reason subject person {{ id }} }} }}
    reasons {{ reason text link at ticketId }}
    voucher {{ state code percent amount {MONEY} expiresAt error }} }}"""
LIST = f"""query($state: CartCaseState, $search: String, $first: Int, $after: String) {{
    cartStates(search: $search) {{ state cases }}
    cartCases(state: $state, search: $search, first: $first, after: $after) {{
        totalCount pageInfo {{ hasNextPage endCursor }} edges {{ node {CASE} }} }} }}"""
ONE = f"query($id: ID!) {{ cartCase(id: $id) {CASE} }}"
ALARMS = f"{{ stuckCheckouts {CART} needingHelp {{ cart {CART} signals {{ kind at raisedAt }} }} }}"
SEEN = "mutation($id: ID!) { cartSignalSeen(id: $id) { errors { field code } } }"


def staff_of(shop: Shop) -> str:
    return shop.staff_token("MANAGE_CHECKOUTS")


def own_id(case: CartCase) -> str:
    return global_id("CartCase", case.pk)


def read(shop: Shop, case: CartCase) -> dict[str, Any]:
    found: dict[str, Any] = ask_as(staff_of(shop), ONE, id=own_id(case))["data"]["cartCase"]
    return found


def emails(shop: Shop, **asked: Any) -> list[str]:
    edges = ask_as(staff_of(shop), LIST, **asked)["data"]["cartCases"]["edges"]
    return [edge["node"]["email"] for edge in edges]


def a_message(case: CartCase, **changed: Any) -> Message:
    values = {"kind": "cart_reminder", "purpose": "commercial", "state": State.SENT, "subject": "Your lamp waits"}
    times = {"created_at": NOON, "due_at": NOON, "expires_at": NOON + timedelta(days=1)}
    given: dict[str, Any] = {"store": case.store, "person": case.person, "dedupe_key": f"cart_reminder:{case.pk}:0"}
    return Message.across_stores.create(**given, **times, **values | changed)


def everything_about(case: CartCase) -> None:
    """Give a case one of all that it can have."""
    message = a_message(case)
    of_case: dict[str, Any] = {"store": case.store, "case": case}
    CartStep.across_stores.create(**of_case, number=0, at=NOON, message_id=message.pk, cause="PAYMENT_FAILED")
    CartStep.across_stores.create(
        **of_case, number=1, at=NOON, silence="conditions", why=["VALUE_AT_LEAST:500 TRY:200 TRY"]
    )
    LeavingReason.across_stores.create(
        **of_case, reason="FOUND_ELSEWHERE", text="Too dear", link="https://b.dev", at=NOON
    )
    CartVoucher.across_stores.create(
        **of_case,
        person=case.person,
        channel_slug=case.channel_slug,
        state="MADE",
        code=f"BACK{case.pk}",
        percent=10,
        amount=20,
        currency="TRY",
        day=NOON.date(),
        wanted_at=NOON,
        expires_at=NOON + timedelta(days=7),
    )


def test_a_case_is_seen_with_its_cause_its_carts_and_what_was_sent(aurora: Shop, saleor: FakeSaleor) -> None:
    bought = line(1, unit="120", amount="240")
    case = a_case(
        aurora,
        "ada",
        cart={"lines": [bought], "quantity": 2, "first_prices": {bought["variant_id"]: ["100", NOON.isoformat()]}},
        cause="PAYMENT_FAILED",
        cause_source="TRANSACTIONS",
        cause_detail={"message": "Card declined"},
        language_code="TR_TR",
        steps_done=2,
        next_check_at=NOON + timedelta(days=3),
    )
    everything_about(case)
    seen = read(aurora, case)
    assert (seen["state"], seen["email"], seen["channel"]) == ("ABANDONED", "ada@shopper.dev", "default-channel")
    assert (seen["language"], seen["value"]) == ("tr", {"amount": "200.00", "currency": "TRY"})
    assert (seen["cause"], seen["causeSource"]) == ("PAYMENT_FAILED", "TRANSACTIONS")
    assert seen["causeFacts"] == [{"name": "message", "value": "Card declined"}]
    assert seen["nextStep"] == {"number": 3, "of": 3, "voucherPercent": None}
    assert seen["nextAt"] is not None
    (shown,) = seen["cart"]["lines"]
    assert (shown["name"], shown["quantity"]) == ("Lamp 1", 2)
    assert (shown["unit"]["amount"], shown["unitBefore"]["amount"]) == ("120.00", "100.00")
    sent, skipped = seen["steps"]
    assert (sent["number"], sent["silence"], sent["message"]["state"]) == (1, None, "SENT")
    assert sent["message"]["person"] == {"id": seen["personId"]}
    assert (skipped["silence"], skipped["message"]) == ("CONDITIONS", None)
    assert skipped["why"] == ["VALUE_AT_LEAST:500 TRY:200 TRY"]
    (said,) = seen["reasons"]
    assert (said["reason"], said["text"], said["link"]) == ("FOUND_ELSEWHERE", "Too dear", "https://b.dev")
    assert (seen["voucher"]["state"], seen["voucher"]["percent"]) == ("MADE", 10.0)


def test_saleors_id_of_a_checkout_is_told_to_nobody(aurora: Shop, saleor: FakeSaleor) -> None:
    case = a_case(aurora, "ada")
    everything_about(case)
    assert case.checkout_id not in str(read(aurora, case))


def test_what_was_found_against_a_cart_and_its_payments_are_seen(aurora: Shop, saleor: FakeSaleor) -> None:
    short = {"problem": "INSUFFICIENT_STOCK", "source": "PROBLEMS", "variant_id": "v", "available": 1}
    gone = {"problem": "DELIVERY_GONE", "source": "COMPARISON", "variant_id": "", "available": None}
    failed = {"state": "FAILED", "at": NOON.isoformat(), "message": "Insufficient funds"}
    case = a_case(aurora, "ada", cart={"problems": [short, gone], "payments": [failed]})
    cart = read(aurora, case)["cart"]
    assert cart["problems"] == [
        {"problem": "INSUFFICIENT_STOCK", "source": "PROBLEMS", "variantId": "v", "available": 1},
        {"problem": "DELIVERY_GONE", "source": "COMPARISON", "variantId": None, "available": None},
    ]
    assert [(one["state"], one["message"]) for one in cart["payments"]] == [("FAILED", "Insufficient funds")]


def test_a_link_that_is_none_is_not_shown(aurora: Shop, saleor: FakeSaleor) -> None:
    case = a_case(aurora, "ada")
    LeavingReason.across_stores.create(
        store=aurora.store, case=case, reason="FOUND_ELSEWHERE", link="javascript:alert(1)", at=NOON
    )
    assert read(aurora, case)["reasons"][0]["link"] is None


def test_a_reason_leads_to_its_ticket(aurora: Shop, saleor: FakeSaleor) -> None:
    case, ticket = a_case(aurora, "ada"), add_ticket(aurora)
    LeavingReason.across_stores.create(store=aurora.store, case=case, reason="NEED_HELP", at=NOON, ticket=ticket)
    assert read(aurora, case)["reasons"][0]["ticketId"] == global_id("Ticket", ticket.pk)


def test_the_next_step_says_which_voucher_it_carries(aurora: Shop, saleor: FakeSaleor) -> None:
    budget = [{"amount": "1000", "currency": "TRY"}]
    policy = {"percent": 10, "budget_per_day": budget, "minimum_margin_percent": 20}
    policy |= {"once_in_days": 90, "valid_days": 7, "min_spend": None}
    always = {"is": "ALL", "of": []}
    steps = [{"after_minutes": 60 * n, "when": always, "voucher": n == 2} for n in (1, 2)]
    data = {"steps": steps, "holdout_percent": 5, "voucher": policy, "way_back": "REBUILD"}
    CartPlan.across_stores.create(store=aurora.store, version=1, data=data, made_at=NOON)
    case = a_case(aurora, "ada", steps_done=1)
    assert read(aurora, case)["nextStep"] == {"number": 2, "of": 2, "voucherPercent": 10}


@pytest.mark.parametrize("stands", [{"state": "STOPPED"}, {"state": "ENDED"}, {"is_held_out": True}, {"steps_done": 3}])
def test_where_nothing_is_to_come_there_is_no_next_step(
    aurora: Shop, saleor: FakeSaleor, stands: dict[str, Any]
) -> None:
    assert read(aurora, a_case(aurora, "ada", **stands))["nextStep"] is None


def test_what_changed_last_comes_first_and_one_state_or_address_can_be_asked_for(
    aurora: Shop, saleor: FakeSaleor
) -> None:
    for hours, (name, state) in enumerate((("ada", "ABANDONED"), ("can", "RECOVERED"), ("adem", "ABANDONED"))):
        a_case(aurora, name, state=state, changed_at=NOON + timedelta(hours=hours))
    assert emails(aurora) == ["adem@shopper.dev", "can@shopper.dev", "ada@shopper.dev"]
    assert emails(aurora, state="ABANDONED") == ["adem@shopper.dev", "ada@shopper.dev"]
    assert emails(aurora, search="ADA@") == ["ada@shopper.dev"]
    page = ask_as(staff_of(aurora), LIST, first=2, search="ad")["data"]
    assert (page["cartCases"]["totalCount"], page["cartCases"]["pageInfo"]["hasNextPage"]) == (2, False)
    assert {row["state"]: row["cases"] for row in page["cartStates"]} == {
        "ABANDONED": 2,
        "RECOVERED": 0,
        "WATCHED": 0,
        "ORDERED": 0,
        "ENDED": 0,
        "STOPPED": 0,
    }


@pytest.mark.parametrize("many", [20, 100])
def test_a_list_asks_as_much_for_many_as_for_one(aurora: Shop, saleor: FakeSaleor, many: int) -> None:
    token = staff_of(aurora)
    everything_about(a_case(aurora, "first"))
    ask_as(token, LIST)
    asked = []
    for wanted in (1, many):
        for number in range(1, wanted):
            everything_about(a_case(aurora, f"n{number}"))
        with CaptureQueriesContext(connection) as counted:
            assert len(ask_as(token, LIST)["data"]["cartCases"]["edges"]) == wanted
        asked.append(len(counted))
    # Who is asking, counts, total, cases, carts, steps, messages, reasons, vouchers, the plan.
    assert asked == [10, 10]


def test_a_store_sees_only_its_own_and_staff_only_their_channels(
    aurora: Shop, borealis: Shop, saleor: FakeSaleor
) -> None:
    case = a_case(aurora, "ada", cart={"paid_at": timezone.now() - timedelta(hours=1), "quantity": 1})
    CartSignal.across_stores.create(
        store=aurora.store, checkout_id=case.checkout_id, kind="PAYMENT_IDLE", at=timezone.now()
    )
    nothing: dict[str, Any] = {"stuckCheckouts": [], "needingHelp": []}
    assert emails(borealis) == []
    assert ask_as(staff_of(borealis), ONE, id=own_id(case))["data"]["cartCase"] is None
    assert ask_as(staff_of(borealis), ALARMS)["data"] == nothing
    saleor.channels = ["elsewhere"]
    token = aurora.staff_token("MANAGE_CHECKOUTS", email="narrow@aurora.example")
    assert ask_as(token, LIST)["data"]["cartCases"]["edges"] == []
    assert {row["cases"] for row in ask_as(token, LIST)["data"]["cartStates"]} == {0}
    assert ask_as(token, ONE, id=own_id(case))["data"]["cartCase"] is None
    assert ask_as(token, ALARMS)["data"] == nothing
    seen = ask_as(token, SEEN, id=global_id("Cart", cart_of(case).pk))["data"]["cartSignalSeen"]
    assert seen["errors"] == [{"field": "id", "code": "NOT_FOUND"}]


@pytest.mark.parametrize("question", [LIST, ONE, ALARMS, SEEN], ids=["list", "one", "alarms", "seen"])
def test_without_manage_checkouts_nothing_is_seen_or_done(aurora: Shop, saleor: FakeSaleor, question: str) -> None:
    case = a_case(aurora, "ada")
    token = aurora.staff_token("MANAGE_ORDERS", "MANAGE_SETTINGS")
    refused = ask_as(token, question, **{"id": own_id(case)} if "$id" in question else {})
    assert refused["errors"][0]["message"] == "This needs the permission MANAGE_CHECKOUTS."
    assert not any((refused["data"] or {}).values())


@pytest.mark.parametrize(
    ("minutes", "changed", "is_shown"),
    [
        (9, {}, False),
        (11, {}, True),
        (11, {"order_id": "T3JkZXI6MQ=="}, False),
        (11, {"gone_at": NOON}, False),
    ],
)
def test_what_is_paid_and_no_order_for_ten_minutes_is_shown(
    aurora: Shop, saleor: FakeSaleor, minutes: int, changed: dict[str, Any], is_shown: bool
) -> None:
    case = a_case(aurora, "ada", cart={"paid_at": timezone.now() - timedelta(minutes=minutes)} | changed)
    shown = ask_as(staff_of(aurora), ALARMS)["data"]["stuckCheckouts"]
    assert [one["caseId"] for one in shown] == ([own_id(case)] if is_shown else [])


def signal(cart: Cart, kind: str = "VOUCHER_REFUSED", minutes: float = 1) -> None:
    at = timezone.now() - timedelta(minutes=minutes)
    CartSignal.across_stores.create(store=cart.store, checkout_id=cart.saleor_id, kind=kind, at=at)


def needing(shop: Shop) -> list[tuple[str, list[str]]]:
    found = ask_as(staff_of(shop), ALARMS)["data"]["needingHelp"]
    return [(one["cart"]["email"], [signal["kind"] for signal in one["signals"]]) for one in found]


def test_who_is_stuck_at_this_moment_is_shown_until_somebody_sees_to_them(aurora: Shop, saleor: FakeSaleor) -> None:
    ada, can = (cart_of(a_case(aurora, name, cart={"quantity": 1})) for name in ("ada", "can"))
    signal(ada, minutes=3)
    signal(ada, "PAYMENT_IDLE", minutes=1)
    signal(can, minutes=2)
    assert needing(aurora) == [
        ("ada@shopper.dev", ["PAYMENT_IDLE", "VOUCHER_REFUSED"]),
        ("can@shopper.dev", ["VOUCHER_REFUSED"]),
    ]
    seen = ask_as(staff_of(aurora), SEEN, id=global_id("Cart", ada.pk))["data"]["cartSignalSeen"]
    assert seen["errors"] == []
    assert [email for email, _ in needing(aurora)] == ["can@shopper.dev"]


@pytest.mark.parametrize(
    ("minutes", "changed"),
    [(16, {}), (1, {"order_id": "T3JkZXI6MQ=="}), (1, {"gone_at": NOON}), (1, {"quantity": 0})],
)
def test_who_has_left_or_bought_needs_no_help_now(
    aurora: Shop, saleor: FakeSaleor, minutes: float, changed: dict[str, Any]
) -> None:
    cart = cart_of(a_case(aurora, "ada", cart={"quantity": 1} | changed))
    signal(cart, minutes=minutes)
    assert needing(aurora) == []


def test_a_guest_without_an_address_can_need_help(aurora: Shop, saleor: FakeSaleor) -> None:
    cart = Cart.across_stores.create(
        store=aurora.store,
        saleor_id="guest",
        channel_slug="default-channel",
        quantity=1,
        currency="TRY",
        issued_at=NOON,
    )
    signal(cart)
    (shown,) = ask_as(staff_of(aurora), ALARMS)["data"]["needingHelp"]
    assert (shown["cart"]["email"], shown["cart"]["caseId"]) == (None, None)


def test_a_silence_of_a_later_version_hides_no_case(aurora: Shop, saleor: FakeSaleor) -> None:
    assert read(aurora, a_case(aurora, "ada", silence="of_tomorrow"))["silence"] is None
    assert read(aurora, a_case(aurora, "can", silence="quiet_hours"))["silence"] == "QUIET_HOURS"


def test_a_case_that_ended_in_an_order_says_for_how_much(aurora: Shop, saleor: FakeSaleor) -> None:
    case = a_case(
        aurora, "ada", state="RECOVERED", order_id=aurora.order_id, order_total=Decimal("129.90"), ordered_at=NOON
    )
    seen = read(aurora, case)
    assert (seen["orderId"], seen["orderTotal"]["amount"], seen["nextAt"]) == (aurora.order_id, "129.90", None)

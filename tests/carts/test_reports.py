"""What became of carts is counted, and what writing brought is held against those who are never written to."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from saleor_support_plugin.carts.models import CartCase, CartPlan, CartStep, CartVoucher, LeavingReason
from saleor_support_plugin.outbox.models import Message, State
from saleor_support_plugin.shop.models import Order

from ..desks import ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop, add_order, global_id
from .cases import a_case

pytestmark = pytest.mark.django_db

MONEY = "{ amount currency }"
REPORT = f"""query($days: Int, $channel: String) {{ cartReport(days: $days, channel: $channel) {{ days
    states {{ state cases }} causes {{ cause cases bought }}
    reasons {{ reason answers products {{ id name answers }} }} answers {{ reason text link at caseId }}
    steps {{ number due written sent }} silences {{ silence cases }}
    vouchers {{ currency made used cost {MONEY} }}
    lifts {{ channel since verdict written {{ people buyers }} heldOut {{ people buyers }}
        writtenRevenue {MONEY} heldOutRevenue {MONEY} leastAPerson {MONEY} mostAPerson {MONEY}
        leastBrought {MONEY} mostBrought {MONEY} }} }} }}"""


def ago(**span: float) -> datetime:
    return timezone.now() - timedelta(**span)


def read(shop: Shop, **asked: Any) -> dict[str, Any]:
    found: dict[str, Any] = ask_as(shop.staff_token("MANAGE_CHECKOUTS"), REPORT, **asked)["data"]["cartReport"]
    return found


def recent(shop: Shop, name: str, **changed: Any) -> CartCase:
    return a_case(shop, name, changed_at=ago(days=1), **changed)


def test_cases_are_counted_by_state_cause_and_silence(aurora: Shop, saleor: FakeSaleor) -> None:
    recent(aurora, "ada", cause="PAYMENT_FAILED", silence="no_consent")
    recent(aurora, "can", cause="PAYMENT_FAILED", state="RECOVERED", order_id="T3JkZXI6MQ==")
    recent(aurora, "ece", cause="STOCK_GONE", silence="no_consent")
    recent(aurora, "old", silence="of_tomorrow")
    a_case(aurora, "before", cause="STOCK_GONE", changed_at=ago(days=31))
    found = read(aurora, days=30)
    counted = {row["state"]: row["cases"] for row in found["states"]}
    assert (counted["ABANDONED"], counted["RECOVERED"], counted["ENDED"]) == (3, 1, 0)
    assert found["causes"] == [
        {"cause": "PAYMENT_FAILED", "cases": 2, "bought": 1},
        {"cause": "STOCK_GONE", "cases": 1, "bought": 0},
    ]
    assert found["silences"] == [{"silence": "NO_CONSENT", "cases": 2}]
    assert read(aurora, days=90)["causes"][1]["cases"] == 2


def test_steps_are_counted_as_due_written_and_gone_out(aurora: Shop, saleor: FakeSaleor) -> None:
    for number, (silence, state) in enumerate((("", State.SENT), ("", State.WITHHELD), ("conditions", None))):
        case = recent(aurora, f"n{number}", silence=silence)
        times = {"created_at": case.opened_at, "due_at": case.opened_at, "expires_at": case.opened_at}
        message_id = None
        if state is not None:
            message = Message.across_stores.create(store=case.store, dedupe_key=str(number), state=state, **times)
            message_id = message.pk
        CartStep.across_stores.create(
            store=case.store, case=case, number=0, at=case.opened_at, silence=silence, message_id=message_id
        )
    found = read(aurora)
    assert found["steps"] == [{"number": 1, "due": 3, "written": 2, "sent": 1}]
    # Whoever was written to is no silence, whatever became of the message.
    assert found["silences"] == [{"silence": "CONDITIONS", "cases": 1}]


def test_reasons_are_counted_with_the_products_that_were_left(aurora: Shop, saleor: FakeSaleor) -> None:
    lamp, gone = global_id("Product", 1), global_id("Product", 404)
    said: list[tuple[str, list[str], str]] = [
        ("PRICE", [lamp], "Too dear"),
        ("PRICE", [lamp, gone], ""),
        ("OTHER", [], ""),
    ]
    for number, (reason, product_ids, text) in enumerate(said):
        case = recent(aurora, f"n{number}")
        LeavingReason.across_stores.create(
            store=case.store, case=case, reason=reason, product_ids=product_ids, text=text, at=case.opened_at
        )
    found = read(aurora)
    assert [(row["reason"], row["answers"]) for row in found["reasons"]] == [("PRICE", 2), ("OTHER", 1)]
    assert found["reasons"][0]["products"] == [
        {"id": lamp, "name": "Lamp of aurora", "answers": 2},
        {"id": gone, "name": "", "answers": 1},
    ]
    assert [(row["reason"], row["text"]) for row in found["answers"]] == [("PRICE", "Too dear")]


def test_only_vouchers_that_were_used_cost_something(aurora: Shop, saleor: FakeSaleor) -> None:
    for number, state in enumerate(("USED", "USED", "MADE", "REFUSED")):
        case = recent(aurora, f"n{number}")
        CartVoucher.across_stores.create(
            store=case.store,
            case=case,
            person=case.person,
            channel_slug=case.channel_slug,
            state=state,
            code=str(number),
            percent=10,
            amount=Decimal("12.50"),
            currency="TRY",
            day=case.opened_at.date(),
            wanted_at=case.opened_at,
            expires_at=case.opened_at,
        )
    cost = {"amount": "25.00", "currency": "TRY"}
    assert read(aurora)["vouchers"] == [{"currency": "TRY", "made": 3, "used": 2, "cost": cost}]


def counted(shop: Shop, name: str, *, days: float = 10, **changed: Any) -> CartCase:
    """Have somebody be counted so many days ago, as if a first message might have gone then."""
    return recent(shop, name, counted_at=ago(days=days), **changed)


def buy(case: CartCase, *, after: timedelta, total: int = 100, **changed: Any) -> Order:
    """Have the case's person order so long after they were counted, by a checkout that nobody knows."""
    assert case.counted_at
    shop = Shop("aurora", case.store)
    saleor_id = global_id("Order", f"{case.pk}-{after}-{total}")
    order = add_order(shop, saleor_id, number=saleor_id)
    email = case.person.keys.get(kind="EMAIL").value.upper()
    values = {"created": case.counted_at + after, "customer_email": email, "total_gross": total} | changed
    Order.across_stores.filter(pk=order.pk).update(**values)
    return order


def arms(shop: Shop, **asked: Any) -> tuple[tuple[int, int, str], tuple[int, int, str]]:
    """Return people, buyers and what they spent: of those who may be written to, and of those who never are."""
    (lift,) = read(shop, **asked)["lifts"]
    written = (lift["written"]["people"], lift["written"]["buyers"], lift["writtenRevenue"]["amount"])
    return written, (lift["heldOut"]["people"], lift["heldOut"]["buyers"], lift["heldOutRevenue"]["amount"])


def test_both_groups_are_asked_the_same_whatever_became_of_the_case(aurora: Shop, saleor: FakeSaleor) -> None:
    buy(counted(aurora, "ada", state="ENDED"), after=timedelta(days=5), total=100)
    buy(counted(aurora, "can", is_held_out=True), after=timedelta(days=5), total=70)
    counted(aurora, "ece", is_held_out=True)
    assert arms(aurora) == ((1, 1, "100.00"), (2, 1, "70.00"))
    (lift,) = read(aurora)["lifts"]
    assert (lift["verdict"], lift["leastAPerson"], lift["mostBrought"]) == ("NOT_ENOUGH_DATA", None, None)


@pytest.mark.parametrize(
    ("after", "changed"),
    [
        (timedelta(hours=-1), {}),
        (timedelta(days=7, minutes=1), {}),
        (timedelta(days=1), {"status": "CANCELED"}),
        (timedelta(days=1), {"currency": "EUR"}),
        (timedelta(days=1), {"customer_email": "another@shopper.dev"}),
    ],
)
def test_an_order_that_writing_had_no_part_in_does_not_count(
    aurora: Shop, saleor: FakeSaleor, after: timedelta, changed: dict[str, Any]
) -> None:
    buy(counted(aurora, "ada"), after=after, **changed)
    assert arms(aurora)[0] == (1, 0, "0.00")


def test_an_order_with_another_address_counts_where_it_closed_the_case(aurora: Shop, saleor: FakeSaleor) -> None:
    case = counted(aurora, "ada")
    order = buy(case, after=timedelta(days=1), customer_email="another@shopper.dev")
    CartCase.across_stores.filter(pk=case.pk).update(order_id=order.saleor_id)
    buy(case, after=timedelta(days=2), total=30, total_refunded=10)
    assert arms(aurora)[0] == (1, 1, "120.00")


def test_nobody_is_judged_before_their_seven_days_are_over(aurora: Shop, saleor: FakeSaleor) -> None:
    counted(aurora, "ada", days=6.9)
    assert read(aurora)["lifts"] == []


def test_a_person_counts_once_by_their_first_case(aurora: Shop, saleor: FakeSaleor) -> None:
    first = counted(aurora, "ada", days=60, state="RECOVERED")
    buy(first, after=timedelta(days=1))
    again = counted(aurora, "again", days=20)
    CartCase.across_stores.filter(pk=again.pk).update(person=first.person)
    buy(first, after=timedelta(days=41))
    assert arms(aurora) == ((1, 1, "100.00"), (0, 0, "0.00"))


def test_a_new_share_of_people_held_out_begins_the_count_anew(aurora: Shop, saleor: FakeSaleor) -> None:
    counted(aurora, "before", days=30)
    counted(aurora, "after", days=10)
    assert arms(aurora)[0][0] == 2
    for version, (days, percent) in enumerate(((40, 5), (20, 20), (15, 20)), start=1):
        data = {"holdout_percent": percent}
        CartPlan.across_stores.create(store=aurora.store, version=version, data=data, made_at=ago(days=days))
    assert arms(aurora)[0][0] == 1
    # The channel's own plan is what it goes by, where it has one.
    own = {"channel_slug": "default-channel", "data": {"holdout_percent": 20}}
    CartPlan.across_stores.create(store=aurora.store, version=1, made_at=ago(days=8), **own)
    assert arms(aurora)[0][0] == 1
    CartPlan.across_stores.create(
        store=aurora.store,
        channel_slug="default-channel",
        version=2,
        made_at=ago(days=7.5),
        data={"holdout_percent": 0},
    )
    assert read(aurora)["lifts"] == []


def test_the_span_that_is_looked_at_does_not_choose_its_own_answer(aurora: Shop, saleor: FakeSaleor) -> None:
    buy(counted(aurora, "ada", days=60), after=timedelta(days=1))
    assert arms(aurora, days=1) == arms(aurora, days=366) == ((1, 1, "100.00"), (0, 0, "0.00"))


def test_a_channel_has_its_own_numbers_and_currency(aurora: Shop, saleor: FakeSaleor) -> None:
    counted(aurora, "ada", cause="STOCK_GONE")
    counted(aurora, "can", channel_slug="eu", currency="EUR", cause="STOCK_GONE")
    assert [(one["channel"], one["writtenRevenue"]["currency"]) for one in read(aurora)["lifts"]] == [
        ("default-channel", "TRY"),
        ("eu", "EUR"),
    ]
    only = read(aurora, channel="eu")
    assert ([one["channel"] for one in only["lifts"]], only["causes"][0]["cases"]) == (["eu"], 1)
    saleor.channels = ["eu"]
    token = aurora.staff_token("MANAGE_CHECKOUTS", email="narrow@aurora.example")
    narrow = ask_as(token, REPORT)["data"]["cartReport"]
    assert ([one["channel"] for one in narrow["lifts"]], narrow["causes"][0]["cases"]) == (["eu"], 1)


def test_what_it_brought_is_an_interval_from_nothing_up(aurora: Shop, saleor: FakeSaleor) -> None:
    for number in range(60):
        case = counted(aurora, f"n{number}", is_held_out=number % 2 == 0)
        if number % 3 == 0 or number % 2:
            buy(case, after=timedelta(days=1))
    for number in range(60, 100):
        counted(aurora, f"n{number}", is_held_out=True)
    for number in range(100, 130):
        buy(counted(aurora, f"n{number}", is_held_out=True), after=timedelta(days=1))
    (lift,) = read(aurora)["lifts"]
    assert (lift["written"]["people"], lift["heldOut"]["people"]) == (30, 100)
    assert lift["verdict"] == "GAIN"
    least, most = Decimal(lift["leastBrought"]["amount"]), Decimal(lift["mostBrought"]["amount"])
    assert 0 < least < 60 * 30 < most


def test_a_report_asks_as_much_for_many_cases_as_for_one(aurora: Shop, saleor: FakeSaleor) -> None:
    token = aurora.staff_token("MANAGE_CHECKOUTS")
    counted(aurora, "first")
    ask_as(token, REPORT)
    asked = []
    for wanted in (0, 20):
        for number in range(wanted):
            buy(counted(aurora, f"n{number}"), after=timedelta(days=1))
        with CaptureQueriesContext(connection) as queries:
            assert arms_of(ask_as(token, REPORT)) == 1 + wanted
        asked.append(len(queries))
    assert asked[0] == asked[1]


def arms_of(answer: dict[str, Any]) -> int:
    people: int = answer["data"]["cartReport"]["lifts"][0]["written"]["people"]
    return people


@pytest.mark.parametrize("days", [0, 367])
def test_a_span_is_at_most_a_year(aurora: Shop, saleor: FakeSaleor, days: int) -> None:
    (error,) = ask_as(aurora.staff_token("MANAGE_CHECKOUTS"), REPORT, days=days)["errors"]
    assert error["extensions"]["code"] == "INVALID"


def test_a_report_needs_the_permission_of_checkouts(aurora: Shop, saleor: FakeSaleor) -> None:
    (error,) = ask_as(aurora.staff_token("MANAGE_ORDERS"), REPORT)["errors"]
    assert "MANAGE_CHECKOUTS" in error["message"]


def test_another_stores_orders_are_nobodys_here(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    case = counted(aurora, "ada")
    order = add_order(borealis, global_id("Order", "theirs"), number="9")
    Order.across_stores.filter(pk=order.pk).update(
        created=ago(days=9), customer_email="ada@shopper.dev", total_gross=500, currency="TRY"
    )
    assert case.store_id != order.store_id
    assert arms(aurora)[0] == (1, 0, "0.00")
    assert read(borealis)["lifts"] == []

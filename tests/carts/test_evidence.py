"""What Saleor answers about a checkout, and what we make of it."""

import base64
from datetime import timedelta
from typing import Any

import pytest

from saleor_support_plugin.carts import evidence
from saleor_support_plugin.carts.facts import Delivery, PaymentFact, PaymentState, Problem, ProblemFact, Source
from saleor_support_plugin.saleor.checkouts import CheckoutNow, CheckoutProblem, PaymentEvent
from saleor_support_plugin.saleor.generated.fragments import CheckoutFacts

from ..shop import facts
from ..shops import NOON, global_id

STANDARD, EXPRESS = global_id("ShippingMethod", 1), global_id("ShippingMethod", 2)
OF_AN_APP = base64.b64encode(b"app:parcels:night").decode()
ADDRESS = {"country": {"code": "TR"}, "postalCode": "34710"}
INVALID = CheckoutProblem("DeliveryMethodInvalid")
ELSEWHERE = CheckoutProblem("InsufficientStock", "a", 0, is_of_the_country=True)


def now(
    *problems: CheckoutProblem,
    offered: tuple[str, ...] = (STANDARD,),
    method: str = "",
    payments: tuple[tuple[PaymentEvent, ...], ...] = (),
    **changed: Any,
) -> CheckoutNow:
    chosen = {"__typename": "ShippingMethod", "id": method, "name": "Standard"} if method else None
    said = facts.checkout(**{"shippingAddress": ADDRESS, "deliveryMethod": chosen} | changed)
    return CheckoutNow(CheckoutFacts.model_validate(said), problems, payments, frozenset(offered))


def chosen(method: str) -> Delivery:
    return Delivery(chosen_id=method)


NOWHERE: dict[str, Any] = {"offered": ()}
CASES: list[tuple[CheckoutNow, str, tuple[tuple[Problem, Source], ...]]] = [
    (now(), "", ()),
    (now(method=STANDARD), STANDARD, ()),
    (now(INVALID), STANDARD, ((Problem.DELIVERY_GONE, Source.PROBLEMS),)),
    # The checkout's methods were asked for a day ago: that is all.
    (now(CheckoutProblem("DeliveryMethodStale"), method=STANDARD), STANDARD, ()),
    (now(), EXPRESS, ((Problem.DELIVERY_GONE, Source.COMPARISON),)),
    (now(method=EXPRESS), "", ((Problem.DELIVERY_GONE, Source.COMPARISON),)),
    (now(method=STANDARD), EXPRESS, ()),
    (now(INVALID), EXPRESS, ((Problem.DELIVERY_GONE, Source.PROBLEMS),)),
    (now(**NOWHERE), "", ((Problem.NOT_SERVED, Source.COMPARISON),)),
    (now(**NOWHERE, shippingAddress=None), STANDARD, ()),
    (now(**NOWHERE, isShippingRequired=False), STANDARD, ()),
    # An app that does not answer offers nothing: nobody knows.
    (now(), OF_AN_APP, ()),
    (now(**NOWHERE), OF_AN_APP, ()),
    (now(INVALID, **NOWHERE), OF_AN_APP, ((Problem.DELIVERY_GONE, Source.PROBLEMS),)),
    # There is stock, though not for the country that the shopper gave.
    (now(ELSEWHERE), "", ((Problem.NOT_SERVED, Source.COMPARISON),)),
    (now(ELSEWHERE, INVALID), "", ((Problem.DELIVERY_GONE, Source.PROBLEMS), (Problem.NOT_SERVED, Source.COMPARISON))),
    (now(ELSEWHERE, shippingAddress=None), "", ((Problem.NOT_SERVED, Source.COMPARISON),)),
    (now(ELSEWHERE, isShippingRequired=False), "", ((Problem.INSUFFICIENT_STOCK, Source.PROBLEMS),)),
    # A word that a newer Saleor says.
    (now(CheckoutProblem("MoonTooFar"), method=STANDARD), STANDARD, ()),
]


@pytest.mark.parametrize(("found", "before", "expected"), CASES)
def test_what_speaks_against_a_delivery(
    found: CheckoutNow, before: str, expected: tuple[tuple[Problem, Source], ...]
) -> None:
    problems = evidence.problems(found, chosen(before))
    assert tuple((one.problem, one.source) for one in problems) == expected


def test_lines_are_named_with_what_is_left_of_them() -> None:
    found = now(CheckoutProblem("InsufficientStock", "a", 2), CheckoutProblem("VariantNotAvailable", "b"))
    assert evidence.problems(found, Delivery()) == (
        ProblemFact(Problem.INSUFFICIENT_STOCK, Source.PROBLEMS, "a", 2),
        ProblemFact(Problem.VARIANT_NOT_AVAILABLE, Source.PROBLEMS, "b"),
    )


def test_where_nobody_delivers_to_nothing_is_called_sold_out() -> None:
    found = now(CheckoutProblem("InsufficientStock", "a", 0), CheckoutProblem("VariantNotAvailable", "b"), **NOWHERE)
    assert [one.problem for one in evidence.problems(found, Delivery())] == [
        Problem.VARIANT_NOT_AVAILABLE,
        Problem.NOT_SERVED,
    ]


def events(*kinds: str) -> tuple[PaymentEvent, ...]:
    """Events of one payment, a minute apart; the newest first, as Saleor lists them."""
    return tuple(
        PaymentEvent(kind, kind.lower(), NOON + timedelta(minutes=minute))
        for minute, kind in reversed(list(enumerate(kinds)))
    )


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ((), None),
        (("CHARGE_FAILURE",), PaymentState.FAILED),
        (("CHARGE_REQUEST", "AUTHORIZATION_FAILURE"), PaymentState.FAILED),
        (("CHARGE_FAILURE", "CHARGE_REQUEST"), PaymentState.PENDING),
        (("CHARGE_FAILURE", "CHARGE_ACTION_REQUIRED"), PaymentState.PENDING),
        (("CHARGE_FAILURE", "CHARGE_SUCCESS"), PaymentState.CHARGED),
        (("AUTHORIZATION_SUCCESS", "INFO"), PaymentState.CHARGED),
        (("AUTHORIZATION_FAILURE", "INFO", "ON_THE_MOON"), PaymentState.FAILED),
        (("AUTHORIZATION_SUCCESS", "CANCEL_SUCCESS"), None),
        (("CHARGE_SUCCESS", "REFUND_REQUEST"), PaymentState.CHARGED),
        (("CHARGE_SUCCESS", "REFUND_SUCCESS"), None),
    ],
)
def test_a_payment_is_what_its_newest_event_says(kinds: tuple[str, ...], state: PaymentState | None) -> None:
    found = evidence.payments(now(payments=(events(*kinds),)))
    assert [one.state for one in found] == ([state] if state else [])


def test_each_payment_speaks_for_itself_with_the_providers_words() -> None:
    first, second = events("CHARGE_FAILURE"), events("CHARGE_REQUEST", "AUTHORIZATION_FAILURE")
    assert evidence.payments(now(payments=(first, second))) == (
        PaymentFact(PaymentState.FAILED, NOON, "charge_failure"),
        PaymentFact(PaymentState.FAILED, NOON + timedelta(minutes=1), "authorization_failure"),
    )

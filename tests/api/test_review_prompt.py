"""A shop's order page asks whether its shopper may review the order: theirs alone, while something is left to say."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from saleor_support_plugin.reviews import links
from saleor_support_plugin.reviews.models import ReviewRequest

from ..desks import ORIGIN, add_configuration
from ..reviews.forms import ASKED_AT, asked
from ..reviews.parcels import BUYER
from ..shops import Shop, global_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(ASKED_AT, tick=False) as moved:
        yield moved


def prompt(shop: Shop, token: str, order: str, origin: str = ORIGIN) -> Any:
    return Client().get(
        f"/s/{shop.store.key}/default-channel/review-prompt",
        {"order": order},
        headers={"origin": origin, "authorization": f"Bearer {token}"},
    )


@pytest.fixture
def request_(aurora: Shop) -> ReviewRequest:
    add_configuration(aurora)
    return asked(aurora)


def link_for(shop: Shop, request: ReviewRequest, **of: Any) -> str | None:
    answer = prompt(shop, shop.customer_token(**of), request.order.saleor_id)
    assert answer.status_code == 200
    found: str | None = answer.json()["link"]
    return found


def test_whose_order_it_is_gets_the_link(aurora: Shop, request_: ReviewRequest) -> None:
    assert link_for(aurora, request_, email=BUYER) == links.review_link(request_)
    aurora.store.orders.filter(pk=request_.order_id).update(customer_id=global_id("User", 7), customer_email="x@y.dev")
    assert link_for(aurora, request_, user_id=global_id("User", 7), email="other@shopper.dev")


def test_nobody_else_does(aurora: Shop, borealis: Shop, request_: ReviewRequest) -> None:
    assert link_for(aurora, request_, email="another@shopper.dev") is None
    assert prompt(aurora, aurora.customer_token(email=BUYER), "T3JkZXI6bm9uZQ==").json() == {"link": None}
    assert prompt(aurora, borealis.customer_token(email=BUYER), request_.order.saleor_id).status_code == 401
    assert prompt(aurora, "forged", request_.order.saleor_id).status_code == 401
    assert prompt(aurora, "", request_.order.saleor_id).status_code == 401
    elsewhere = prompt(aurora, aurora.customer_token(email=BUYER), request_.order.saleor_id, "https://evil.example")
    assert elsewhere.status_code == 403


@pytest.mark.parametrize(
    "changed", [{"fork": "PROBLEM"}, {"answered_at": ASKED_AT}, {"expires_at": ASKED_AT}, {"expires_at": None}]
)
def test_nothing_is_asked_where_nothing_is_left_to_say(
    aurora: Shop, request_: ReviewRequest, changed: dict[str, Any]
) -> None:
    ReviewRequest.across_stores.update(**changed)
    assert link_for(aurora, request_, email=BUYER) is None


def test_what_went_back_is_not_asked_about(aurora: Shop, request_: ReviewRequest) -> None:
    aurora.store.orders.filter(pk=request_.order_id).update(total_refunded=5)
    assert link_for(aurora, request_, email=BUYER) is None


def test_the_link_ends_with_the_mails(aurora: Shop, request_: ReviewRequest, clock: time_machine.Traveller) -> None:
    clock.shift(timedelta(days=61))
    assert link_for(aurora, request_, email=BUYER) is None

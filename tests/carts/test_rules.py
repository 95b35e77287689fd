"""When a cart is worth a mail: a table of cases, and what holds for every cart there can be."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.carts import rules
from saleor_support_plugin.carts.rules import CartFacts, GiveUp, Policy, Remind, Silence, Wait, decide_reminder

from ..shops import NOON

HOUR = timedelta(hours=1)
CART = CartFacts(
    email="ayse@shopper.dev",
    consents=True,
    is_empty=False,
    is_paid=False,
    has_ordered=False,
    is_reminded=False,
    has_newer_cart=False,
    last_change=NOON,
    known_at=NOON + timedelta(days=100),
)
POLICY = Policy(is_on=True, quiet=HOUR, link="https://shop.dev/cart?checkout=x")


@pytest.mark.parametrize(
    ("after", "changed", "expected"),
    [
        (HOUR, {}, Remind()),
        (timedelta(minutes=59), {}, Wait(NOON + HOUR, Silence.STILL_SHOPPING)),
        (timedelta(hours=49), {}, Remind()),
        (timedelta(hours=49, seconds=1), {}, GiveUp(Silence.TOO_LATE)),
        (
            timedelta(0),
            {"last_change": NOON + timedelta(days=1)},
            Wait(NOON + timedelta(hours=25), Silence.STILL_SHOPPING),
        ),
        (HOUR, {"known_at": None}, Wait(NOON + HOUR + timedelta(minutes=1), Silence.OUT_OF_DATE)),
        (HOUR, {"known_at": NOON}, Wait(NOON + HOUR + timedelta(minutes=1), Silence.OUT_OF_DATE)),
        (HOUR, {"known_at": NOON + timedelta(minutes=45)}, Remind()),
        (HOUR, {"email": ""}, GiveUp(Silence.NO_ADDRESS)),
        (HOUR, {"consents": False}, GiveUp(Silence.NO_CONSENT)),
        (HOUR, {"is_empty": True}, GiveUp(Silence.EMPTY)),
        (HOUR, {"is_paid": True}, GiveUp(Silence.PAID)),
        (HOUR, {"has_ordered": True}, GiveUp(Silence.ORDERED)),
        (HOUR, {"is_reminded": True}, GiveUp(Silence.REMINDED)),
        (HOUR, {"has_newer_cart": True}, GiveUp(Silence.ANOTHER_CART)),
        (HOUR, {"has_ordered": True, "consents": False}, GiveUp(Silence.ORDERED)),
    ],
)
def test_cases(after: timedelta, changed: dict[str, object], expected: object) -> None:
    assert decide_reminder(replace(CART, **changed), policy=POLICY, now=NOON + after) == expected  # type: ignore[arg-type]  # a table of fields


def test_the_merchant_decides() -> None:
    now = NOON + HOUR
    assert decide_reminder(CART, policy=replace(POLICY, is_on=False), now=now) == GiveUp(Silence.SWITCHED_OFF)
    assert decide_reminder(CART, policy=replace(POLICY, link=""), now=now) == GiveUp(Silence.NO_LINK)
    assert decide_reminder(CART, policy=replace(POLICY, quiet=2 * HOUR), now=now) == Wait(
        NOON + 2 * HOUR, Silence.STILL_SHOPPING
    )


times = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(lambda time: time.replace(tzinfo=NOON.tzinfo))
carts = st.builds(
    CartFacts,
    email=st.sampled_from(["", "ayse@shopper.dev"]),
    consents=st.booleans(),
    is_empty=st.booleans(),
    is_paid=st.booleans(),
    has_ordered=st.booleans(),
    is_reminded=st.booleans(),
    has_newer_cart=st.booleans(),
    last_change=times,
    known_at=st.none() | times,
)
policies = st.builds(
    Policy,
    is_on=st.booleans(),
    quiet=st.integers(15, 7 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes)),
    link=st.sampled_from(["", "https://shop.dev/cart"]),
)


@given(cart=carts, policy=policies, now=times)
def test_nobody_is_reminded_without_basis_after_buying_or_twice(cart: CartFacts, policy: Policy, now: datetime) -> None:
    decision = decide_reminder(cart, policy=policy, now=now)
    if isinstance(decision, Remind):
        assert cart.consents
        assert cart.email
        assert policy.is_on
        assert policy.link
        against = (cart.has_ordered, cart.is_paid, cart.is_reminded, cart.is_empty, cart.has_newer_cart)
        assert not any(against)
        assert cart.known_at is not None
        assert now - cart.known_at <= rules.FRESH
        assert policy.quiet <= now - cart.last_change <= policy.quiet + rules.TOO_LATE
    if isinstance(decision, Wait):
        assert decision.until > now
        then = decide_reminder(cart, policy=policy, now=decision.until)
        assert not isinstance(then, Wait) or then.reason is Silence.OUT_OF_DATE


@given(cart=carts, policy=policies, now=times, later=st.integers(0, 10**7))
def test_what_is_given_up_stays_given_up_while_nothing_changes(
    cart: CartFacts, policy: Policy, now: datetime, later: int
) -> None:
    decision = decide_reminder(cart, policy=policy, now=now)
    if isinstance(decision, GiveUp):
        assert decide_reminder(cart, policy=policy, now=now + timedelta(seconds=later)) == decision


@pytest.mark.parametrize(
    ("cart", "shop", "expected"),
    [
        ("", "", ""),
        ("", "https://shop.dev", "https://shop.dev?checkout=Q2hlY2tvdXQ6MQ%3D%3D"),
        ("https://shop.dev/tr/cart", "https://shop.dev", "https://shop.dev/tr/cart?checkout=Q2hlY2tvdXQ6MQ%3D%3D"),
        ("https://shop.dev/cart?c=tr", "", "https://shop.dev/cart?c=tr&checkout=Q2hlY2tvdXQ6MQ%3D%3D"),
    ],
)
def test_the_link_leads_back(cart: str, shop: str, expected: str) -> None:
    assert rules.link_back(cart, shop, "Q2hlY2tvdXQ6MQ==") == expected

"""Vouchers for carts that were left: whom one is made for, out of which budget, and never twice."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, cast

import pytest
from django.db import connection

from saleor_support_plugin.carts import vouchers
from saleor_support_plugin.carts.models import CartCase, CartVoucher, VoucherState
from saleor_support_plugin.carts.plan import VoucherPolicy
from saleor_support_plugin.carts.vouchers import Refusal
from saleor_support_plugin.money import Money
from saleor_support_plugin.people.actions import merge
from saleor_support_plugin.saleor.client import SaleorClient
from saleor_support_plugin.saleor.errors import PermissionMissing, SaleorError, SaleorRefused, SaleorUnreachable
from saleor_support_plugin.saleor.vouchers import FoundVoucher, VariantCost

from ..shops import NOON, Shop, global_id
from .cases import a_case, cart_of
from .left_behind import line, settle

LAMP = global_id("ProductVariant", 1)
POLICY = VoucherPolicy(
    percent=10, budget_per_day=(Money(Decimal(100), "TRY"),), minimum_margin_percent=30, once_in_days=90, valid_days=7
)
DAY = timedelta(days=1)


@dataclass
class MadeUpDiscounts:
    """A store's vouchers: `fails` is raised by the operation of that name, after it was done where `is_done`."""

    costs: dict[str, str] = field(default_factory=lambda: {LAMP: "40"})
    fails: dict[str, SaleorError] = field(default_factory=dict)
    is_done: bool = False
    made: dict[str, tuple[datetime, datetime]] = field(default_factory=dict)
    listed: dict[str, tuple[str, Decimal, Decimal | None]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def variant_margins(self, ids: Sequence[str], channel: str) -> dict[str, VariantCost]:
        self._ask("variant_margins")
        return {one: VariantCost(Decimal(100), Decimal(self.costs[one])) for one in ids if one in self.costs}

    def create_voucher(self, *, code: str, name: str, starts_at: datetime, ends_at: datetime) -> str:
        if self.is_done:
            self.made[code] = starts_at, ends_at
        self._ask("create_voucher")
        assert self.is_done or code not in self.made
        self.made[code] = starts_at, ends_at
        return f"voucher {code}"

    def list_voucher(self, voucher_id: str, *, channel_id: str, percent: Decimal, min_spend: Decimal | None) -> None:
        self._ask("list_voucher")
        self.listed[voucher_id] = channel_id, percent, min_spend

    def voucher_with(self, code: str) -> FoundVoucher | None:
        self._ask("voucher_with")
        return FoundVoucher(f"voucher {code}", ()) if code in self.made else None

    def _ask(self, name: str) -> None:
        self.asked.append(name)
        if name in self.fails:
            raise self.fails[name]

    @property
    def client(self) -> SaleorClient:
        return cast(SaleorClient, self)


@pytest.fixture
def saleor() -> MadeUpDiscounts:
    return MadeUpDiscounts()


@pytest.fixture
def shop(aurora: Shop) -> Shop:
    settle(aurora)
    return aurora


def late(shop: Shop, name: str = "c", **changed: Any) -> CartCase:
    """Have somebody leave a cart of ₺200 and not answer to the first message."""
    return a_case(shop, name, **{"steps_done": 1} | changed)


def offer(
    case: CartCase, saleor: MadeUpDiscounts, policy: VoucherPolicy = POLICY, now: datetime = NOON
) -> CartVoucher | Refusal:
    return vouchers.offer(case=case, cart=cart_of(case), policy=policy, client=saleor.client, now=now)


def offered(case: CartCase, saleor: MadeUpDiscounts, **changed: Any) -> CartVoucher:
    made = offer(case, saleor, **changed)
    assert isinstance(made, CartVoucher), made
    return made


@pytest.mark.django_db
def test_somebody_who_did_not_answer_is_given_a_code_of_their_own(shop: Shop, saleor: MadeUpDiscounts) -> None:
    case = late(shop)
    made = offered(case, saleor, policy=replace(POLICY, min_spend=Money(Decimal(150), "TRY")))
    made.refresh_from_db()
    assert (made.state, made.person, made.case, made.day) == ("MADE", case.person, case, date(2026, 11, 20))
    assert [made.percent, made.amount, made.min_spend] == [10, 20, 150]
    assert made.expires_at == NOON + 7 * DAY
    starts_at, ends_at = saleor.made[made.code]
    assert starts_at < NOON
    assert ends_at == made.expires_at
    assert saleor.listed == {made.saleor_id: (global_id("Channel", 1), Decimal(10), Decimal(150))}
    assert len(made.code) == vouchers.CODE_LETTERS
    assert set(made.code) <= set(vouchers.LETTERS)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("case", "policy", "refusal"),
    [
        ({"is_held_out": True}, {}, Refusal.HELD_OUT),
        ({"steps_done": 0}, {}, Refusal.FIRST_STEP),
        ({"cart": {"voucher_code": "TEN"}}, {}, Refusal.HAS_ONE),
        ({}, {"min_spend": Money(Decimal(201), "TRY")}, Refusal.BELOW_MIN_SPEND),
        ({}, {"min_spend": Money(Decimal(1), "EUR")}, Refusal.BELOW_MIN_SPEND),
        ({}, {"budget_per_day": (Money(Decimal(100), "EUR"),)}, Refusal.NO_BUDGET),
        ({}, {"budget_per_day": (Money(Decimal("19.99"), "TRY"),)}, Refusal.NO_BUDGET),
        # Of 90 lira that are paid for a lamp 40 are its cost: 55.56 % are left.
        ({}, {"minimum_margin_percent": 56}, Refusal.MARGIN_TOO_SMALL),
        # The other one's cost is nowhere written down.
        ({"cart": {"lines": [line(), line(2)]}}, {}, Refusal.MARGIN_NOT_KNOWN),
    ],
)
def test_what_speaks_against_a_voucher(
    shop: Shop, saleor: MadeUpDiscounts, case: dict[str, Any], policy: dict[str, Any], refusal: Refusal
) -> None:
    assert offer(late(shop, **case), saleor, replace(POLICY, **policy)) is refusal
    assert not CartVoucher.across_stores.exists()
    assert not saleor.made


@pytest.mark.django_db
def test_in_a_channel_that_we_never_read_there_is_none(shop: Shop, saleor: MadeUpDiscounts) -> None:
    case = late(shop)
    shop.store.channels.all().delete()
    assert offer(case, saleor) is Refusal.CHANNEL_NOT_KNOWN


@pytest.mark.django_db
def test_margin_budget_and_least_worth_hold_to_the_last_cent(shop: Shop, saleor: MadeUpDiscounts) -> None:
    exact = replace(
        POLICY,
        minimum_margin_percent=55,
        budget_per_day=(Money(Decimal(20), "TRY"),),
        min_spend=Money(Decimal(200), "TRY"),
    )
    assert offered(late(shop), saleor, policy=exact).state == "MADE"


@pytest.mark.django_db
def test_one_line_that_earns_too_little_speaks_for_all(shop: Shop, saleor: MadeUpDiscounts) -> None:
    saleor.costs[global_id("ProductVariant", 2)] = "80"
    case = late(shop, cart={"lines": [line(), line(2)]})
    assert offer(case, saleor) is Refusal.MARGIN_TOO_SMALL


@pytest.mark.django_db
def test_where_the_costs_cannot_be_read_there_is_none(shop: Shop, saleor: MadeUpDiscounts) -> None:
    saleor.fails["variant_margins"] = SaleorUnreachable("no answer")
    assert offer(late(shop), saleor) is Refusal.MARGIN_NOT_KNOWN


@pytest.mark.django_db
def test_a_person_has_one_in_a_long_while_whatever_carts_they_leave(shop: Shop, saleor: MadeUpDiscounts) -> None:
    first, second = late(shop, "first"), late(shop, "second")
    CartCase.across_stores.update(person=first.person)
    second.refresh_from_db()
    assert offered(first, saleor).state == "MADE"
    assert offer(second, saleor, now=NOON + 89 * DAY) is Refusal.HAD_ONE
    assert offered(second, saleor, now=NOON + 90 * DAY).state == "MADE"


@pytest.mark.django_db
def test_two_people_who_turn_out_to_be_one_have_one_voucher(shop: Shop, saleor: MadeUpDiscounts) -> None:
    first, second = late(shop, "first"), late(shop, "second")
    assert offered(first, saleor).state == "MADE"
    merge(keep=first.person, other=second.person, by="", why="told", now=NOON)
    # As a worker has it that read the case before they were made one.
    assert offer(second, saleor) is Refusal.HAD_ONE


@pytest.mark.django_db
def test_a_case_keeps_its_voucher_while_it_holds(shop: Shop, saleor: MadeUpDiscounts) -> None:
    case = late(shop)
    made = offered(case, saleor)
    cart = cart_of(case)
    cart.voucher_code = made.code
    cart.save()
    assert offered(case, saleor, now=NOON + 6 * DAY).code == made.code
    assert offer(case, saleor, now=NOON + 7 * DAY) is Refusal.HAD_ONE
    assert len(saleor.made) == 1


@pytest.mark.django_db
def test_a_days_budget_is_the_channels_own_and_begins_at_its_midnight(shop: Shop, saleor: MadeUpDiscounts) -> None:
    policy = replace(POLICY, budget_per_day=(Money(Decimal(30), "TRY"),))
    assert offered(late(shop, "one"), saleor, policy=policy).day == date(2026, 11, 20)
    assert offer(late(shop, "two"), saleor, policy) is Refusal.NO_BUDGET
    other = late(shop, "three")
    cart = cart_of(other)
    cart.channel_slug = "second-channel"
    shop.store.channels.create(saleor_id="second", slug="second-channel", name="2", currency="TRY")
    cart.save()
    assert offered(other, saleor, policy=policy).state == "MADE"
    before, after = datetime.fromisoformat("2026-11-20T20:59Z"), datetime.fromisoformat("2026-11-20T21:00Z")
    assert offer(late(shop, "four"), saleor, policy, before) is Refusal.NO_BUDGET
    assert offered(late(shop, "five"), saleor, policy=policy, now=after).day == date(2026, 11, 21)


@pytest.mark.django_db
def test_another_stores_vouchers_take_nothing_from_a_budget(
    shop: Shop, borealis: Shop, saleor: MadeUpDiscounts
) -> None:
    policy = replace(POLICY, budget_per_day=(Money(Decimal(30), "TRY"),))
    assert offered(late(borealis), saleor, policy=policy).state == "MADE"
    assert offered(late(shop), saleor, policy=policy).state == "MADE"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "refused", [PermissionMissing("You need MANAGE_DISCOUNTS"), SaleorRefused("No", code="INVALID")]
)
@pytest.mark.parametrize("step", ["create_voucher", "list_voucher"])
def test_what_saleor_refuses_is_kept_with_its_words_and_frees_the_budget(
    shop: Shop, saleor: MadeUpDiscounts, step: str, refused: SaleorError
) -> None:
    policy = replace(POLICY, budget_per_day=(Money(Decimal(20), "TRY"),))
    saleor.fails[step] = refused
    case = late(shop, "one")
    assert offer(case, saleor, policy) is Refusal.NOT_MADE
    kept = CartVoucher.across_stores.get()
    assert (kept.state, kept.error) == ("REFUSED", str(refused))
    assert offer(case, saleor, policy) is Refusal.NOT_MADE
    assert saleor.asked.count("create_voucher") == 1
    saleor.fails.clear()
    assert offered(late(shop, "two"), saleor, policy=policy).state == "MADE"


@pytest.mark.django_db
def test_a_voucher_whose_answer_was_lost_is_found_by_its_code_and_not_made_again(
    shop: Shop, saleor: MadeUpDiscounts
) -> None:
    saleor.fails, saleor.is_done = {"create_voucher": SaleorUnreachable("cut off")}, True
    case = late(shop)
    assert offer(case, saleor) is Refusal.IN_DOUBT
    saleor.fails.clear()
    made = offered(case, saleor, now=NOON + DAY)
    assert (made.state, made.saleor_id, made.error) == ("MADE", f"voucher {made.code}", "")
    assert saleor.asked.count("create_voucher") == 1
    assert list(saleor.listed) == [made.saleor_id]


@pytest.mark.django_db
def test_a_voucher_that_saleor_never_made_stays_in_doubt_for_a_while_and_is_then_given_up(
    shop: Shop, saleor: MadeUpDiscounts
) -> None:
    policy = replace(POLICY, budget_per_day=(Money(Decimal(20), "TRY"),))
    saleor.fails = {"create_voucher": SaleorUnreachable("no connection")}
    case, other = late(shop, "one"), late(shop, "two")
    assert offer(case, saleor, policy) is Refusal.IN_DOUBT
    assert offer(case, saleor, policy, NOON + timedelta(minutes=4)) is Refusal.IN_DOUBT
    assert offer(other, saleor, policy) is Refusal.NO_BUDGET
    assert offer(case, saleor, policy, NOON + timedelta(minutes=6)) is Refusal.NOT_MADE
    assert not saleor.made
    assert saleor.asked.count("create_voucher") == 1
    saleor.fails.clear()
    assert offered(other, saleor, policy=policy).state == "MADE"


@pytest.mark.django_db
def test_a_voucher_of_a_worker_that_died_before_it_asked_is_made_by_the_next(
    shop: Shop, saleor: MadeUpDiscounts
) -> None:
    case = late(shop)
    costs = {LAMP: VariantCost(Decimal(100), Decimal(40))}
    wanted = vouchers.want(case=case, cart=cart_of(case), policy=POLICY, costs=costs, now=NOON)
    assert isinstance(wanted, CartVoucher)
    assert wanted.state == "WANTED"
    assert offered(case, saleor).code == wanted.code


@pytest.mark.django_db
def test_an_order_says_that_a_voucher_was_used(shop: Shop, borealis: Shop, saleor: MadeUpDiscounts) -> None:
    case = late(shop)
    made = offered(case, saleor)
    assert not vouchers.used(store=borealis.store, code=made.code, order_id="o")
    assert not vouchers.used(store=shop.store, code="", order_id="o")
    for _ in range(2):
        assert vouchers.used(store=shop.store, code=made.code, order_id="o")
    made.refresh_from_db()
    assert (made.state, made.order_id) == ("USED", "o")
    assert offer(case, saleor) is Refusal.HAD_ONE


@pytest.mark.django_db
def test_an_answer_that_comes_after_the_order_does_not_take_the_use_back(shop: Shop, saleor: MadeUpDiscounts) -> None:
    case = late(shop)
    wanted = vouchers.want(case=case, cart=cart_of(case), policy=POLICY, costs=_COSTS, now=NOON)
    assert isinstance(wanted, CartVoucher)

    def list_voucher(*_: Any, **__: Any) -> None:
        vouchers.used(store=shop.store, code=wanted.code, order_id="o")

    saleor.list_voucher = list_voucher  # type: ignore[method-assign]
    vouchers.make(wanted, client=saleor.client)
    assert wanted.state == "USED"


_COSTS = {LAMP: VariantCost(Decimal(100), Decimal(40))}


def at_once(work: Callable[[int], object], times: int) -> list[object]:
    """Do it in so many threads at the same moment, each with a connection of its own."""
    ready = threading.Barrier(times)

    def one(number: int) -> object:
        ready.wait()
        try:
            return work(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


def test_twenty_workers_keep_within_the_budget(open_aurora: Shop) -> None:
    settle(open_aurora)
    saleor = MadeUpDiscounts()
    cases = [late(open_aurora, f"shopper-{number}") for number in range(20)]
    answers = at_once(lambda number: offer(cases[number], saleor), 20)
    # Each takes ₺20 of ₺100.
    assert sum(isinstance(one, CartVoucher) for one in answers) == 5
    assert answers.count(Refusal.NO_BUDGET) == 15
    kept = list(CartVoucher.across_stores.all())
    assert sum(one.amount for one in kept) == 100
    assert {one.state for one in kept} == {VoucherState.MADE}
    assert len(saleor.made) == len({one.code for one in kept}) == 5


def test_twenty_workers_make_one_voucher_for_one_case(open_aurora: Shop) -> None:
    settle(open_aurora)
    saleor = MadeUpDiscounts()
    case = late(open_aurora)
    answers = at_once(lambda _: offer(case, saleor), 20)
    assert any(isinstance(one, CartVoucher) for one in answers)
    assert set(answers) - {one for one in answers if isinstance(one, CartVoucher)} <= {Refusal.IN_DOUBT}
    assert len(saleor.made) == 1
    assert CartVoucher.across_stores.get().state == "MADE"


@pytest.mark.parametrize(
    ("price", "cost", "percent", "left"), [(100, 40, 10, 55.56), (100, 90, 10, 0), (100, 0, 50, 100), (10, 20, 0, -100)]
)
def test_the_margin_is_what_is_left_of_what_is_paid(price: int, cost: int, percent: int, left: float) -> None:
    assert round(vouchers.margin_after(Decimal(price), Decimal(cost), percent), 2) == Decimal(str(left))


def test_what_costs_nothing_has_no_margin() -> None:
    assert vouchers.margin_after(Decimal(0), Decimal(0), 10) < 0

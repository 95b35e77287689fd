"""A few people's days with a shop: who is written to, by a clock that is turned by hand and with all that goes wrong.

`bin/bench recovery-simulation` lives through thousands of them.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

import pytest

from ..shops import NOON
from .recovery import shoppers as stories
from .recovery.living import live
from .recovery.oracle import Mail, doubles, is_in_time, truth, wrong_with
from .recovery.shop import MadeUpShop
from .recovery.shoppers import DAY, HOUR, MINUTE, Shopper, Story
from .recovery.verdict import judge

SECOND = timedelta(seconds=1)


@pytest.mark.django_db
def test_whoever_bought_is_left_alone_and_whoever_left_hears() -> None:
    verdict = judge(live(25, seed=20, days=1))
    assert verdict.shown == []
    assert verdict.is_good
    assert verdict.in_time == verdict.awaited > 4
    assert verdict.mails > verdict.people_written_to > 4


def tell(story: Story, *, told_after: timedelta = SECOND) -> tuple[MadeUpShop, Shopper]:
    """Have a story happen, each word of it told so much later."""
    one, shop = Shopper(0, story.__name__, "shopper.0@shop.dev", Random(1)), MadeUpShop()
    story(one, NOON)
    for act in sorted(one.acts, key=lambda act: act.at):
        if act.verb != "unsubscribe":
            for word in getattr(shop, act.verb)(act.name, at=act.at, **act.values):
                shop.tell(word.tells, word.at + told_after)
    return shop, one


def wrong(shop: MadeUpShop, one: Shopper, at: datetime, *, as_known: bool = True, to: str = "") -> list[str]:
    return wrong_with(truth(shop, one, at, as_known=as_known), to or one.mailbox, at)


def left_at(shop: MadeUpShop) -> datetime:
    return max(state.at for past in shop.past.values() for state in past if not state.is_gone)


def test_whoever_left_may_be_written_to_after_an_hour_and_not_elsewhere() -> None:
    shop, one = tell(stories.leaves)
    at = left_at(shop)
    assert wrong(shop, one, at + HOUR) == []
    assert wrong(shop, one, at + HOUR - SECOND) == ["still shopping"]
    assert wrong(shop, one, at + HOUR, to=one.mailbox.upper()) == []
    assert wrong(shop, one, at + HOUR, to="somebody@else.dev") == ["no consent", "another mailbox"]


@pytest.mark.parametrize(
    ("story", "reason"),
    [
        (stories.buys_at_once, ["gone"]),
        (stories.buys_by_another_device, ["gone / ordered"]),
        (stories.leaves_as_guest_and_buys_by_account, ["gone / ordered"]),
        (stories.writes_the_mailbox_otherwise, ["gone / ordered"]),
        (stories.bought_the_same_before, ["bought elsewhere"]),
        (stories.buys_the_same_by_telephone, ["ordered"]),
        (stories.never_agrees, ["no consent"]),
        (stories.agrees_and_thinks_again, ["no consent"]),
        (stories.unsubscribes_at_once, ["no consent"]),
        (stories.empties_it, ["empty"]),
        (stories.pays_and_gets_no_order, ["paid"]),
        (stories.begins_to_pay, ["paid"]),
        (stories.says_no_address, ["no consent", "another mailbox"]),
        (stories.leaves, []),
        (stories.leaves_on_two_devices, []),
        (stories.bought_something_else_before, []),
        (stories.buys_and_leaves_another, []),
    ],
)
def test_the_oracle_knows_what_speaks_against_a_message(story: Story, reason: list[str]) -> None:
    shop, one = tell(story)
    placed = max((order.at for order in shop.orders.values()), default=NOON)
    assert wrong(shop, one, max(left_at(shop), placed) + 70 * MINUTE) == reason


def test_a_nameless_cart_on_another_device_is_nobodys_until_it_has_a_name() -> None:
    """Who fills it cannot be known to be who left the first: what is sent then crosses it, and no rule can hold it."""
    shop, one = tell(stories.leaves_on_two_devices)
    nameless, *_, named = shop.past[one.checkouts[1]]
    assert (nameless.email, named.email) == ("", one.mailbox)
    at = nameless.at + 2 * SECOND
    assert wrong(shop, one, at) == []
    assert wrong(shop, one, at, as_known=False) == ["still shopping"]
    assert wrong(shop, one, named.at + 2 * SECOND) == ["still shopping"]


def test_an_order_that_nobody_has_told_of_is_no_fault_but_it_is_counted() -> None:
    shop, one = tell(stories.buys_seconds_before_the_mail, told_after=5 * MINUTE)
    [order] = shop.orders.values()
    at = order.at + MINUTE
    assert wrong(shop, one, at, as_known=False) == ["gone"]
    assert wrong(shop, one, at + 5 * MINUTE) == ["gone"]
    # Whoever asks is told.
    shop.tell_now(one.checkouts[0], at)
    assert wrong(shop, one, at) == ["gone"]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ([("a", HOUR)], 0),
        ([("a", HOUR), ("b", DAY)], 0),
        ([("a", HOUR), ("a", DAY)], 1),
        ([("a", HOUR), ("b", 2 * HOUR)], 1),
        ([("a", HOUR), ("b", DAY), ("c", 3 * DAY), ("d", 5 * DAY)], 1),
    ],
)
def test_a_second_copy_is_seen(after: list[tuple[str, timedelta]], expected: int) -> None:
    assert doubles([Mail(NOON + wait, "shopper.0@shop.dev", key) for key, wait in after]) == expected


def test_the_first_message_is_in_time_within_a_day() -> None:
    _, one = tell(stories.leaves)
    assert one.since is not None
    on_time, late = (Mail(one.since + wait, one.mailbox, "a") for wait in (DAY, DAY + SECOND))
    assert (is_in_time(one, [on_time]), is_in_time(one, [late]), is_in_time(one, [])) == (True, False, False)


def test_the_same_seed_is_the_same_people() -> None:
    def lived(seed: int) -> list[list[stories.Act]]:
        return [one.acts for one in stories.shoppers(40, seed=seed, begins=NOON, days=1)]

    assert lived(1) == lived(1) != lived(2)
    everybody: set[Callable[..., object]] = set(stories.STORIES)
    assert {one.story for one in stories.shoppers(2000, seed=1, begins=NOON, days=1)} == {
        story.__name__ for story in everybody
    }

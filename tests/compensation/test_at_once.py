"""Fifty clicks at the same moment never give more than the limit, nor the same thing twice."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import connection
from django.utils import timezone

from saleor_support_plugin.compensation import actions, sending
from saleor_support_plugin.compensation.models import OrderAct
from saleor_support_plugin.compensation.rules import NotDone, Problem

from ..shops import Shop
from .conftest import Open
from .desk import Desk, limit, refund_wish, somebody

CLICKS = 50


def at_once(work: Callable[[int], object], times: int = CLICKS) -> list[object]:
    """Do it in so many threads at the same moment, each with a connection of its own."""
    ready = threading.Barrier(times)

    def one(number: int) -> object:
        ready.wait()
        try:
            return work(number)
        except NotDone as not_done:
            return not_done.problem
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


def asked(desk: Desk, number: int, amount: str, key: str) -> str:
    act = actions.ask(staff=somebody(desk, number), wish=refund_wish(desk, amount, key), now=timezone.now())
    return act.state


def test_fifty_clicks_stay_within_a_days_limit(open_aurora: Shop, open_desk: Open) -> None:
    desk = open_desk(open_aurora)
    limit(desk, per_day=70)
    states = at_once(lambda number: asked(desk, 1, "10", f"{number}".rjust(16, "k")))
    assert (states.count("ASKED"), states.count("NEEDS_APPROVAL")) == (7, 43)
    sending.act_due(now=timezone.now())
    granted = [one.amount for one in desk.in_saleor.granted_refunds]
    assert sum(granted) == 70
    numbers = OrderAct.across_stores.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, CLICKS + 1))


def test_fifty_colleagues_stay_within_what_one_customer_gets(open_aurora: Shop, open_desk: Open) -> None:
    desk = open_desk(open_aurora)
    limit(desk, per_customer=30)
    states = at_once(lambda number: asked(desk, number + 1, "10", f"{number}".rjust(16, "k")))
    assert (states.count("ASKED"), states.count("NEEDS_APPROVAL")) == (3, 47)


def test_fifty_clicks_give_no_more_than_was_charged(open_aurora: Shop, open_desk: Open) -> None:
    desk = open_desk(open_aurora)
    limit(desk)
    desk.pay_in("100")
    answers = at_once(lambda number: asked(desk, number + 1, "9", f"{number}".rjust(16, "k")))
    assert (answers.count("ASKED"), answers.count(Problem.MORE_THAN_CHARGED)) == (11, 39)
    while OrderAct.across_stores.filter(state="ASKED").exists():
        sending.act_due(now=timezone.now())
    assert set(OrderAct.across_stores.values_list("state", flat=True)) == {"DONE"}
    assert desk.in_saleor.charged == 1


def test_fifty_clicks_on_one_button_are_one_act(open_aurora: Shop, open_desk: Open) -> None:
    desk = open_desk(open_aurora)
    limit(desk)
    states = at_once(lambda number: asked(desk, 1, "9", "k" * 16))
    assert states == ["ASKED"] * CLICKS
    at_once(lambda number: sending.act_due(now=timezone.now()), 10)
    assert OrderAct.across_stores.get().state == "DONE"
    assert desk.egress.asked.count("GrantRefund") == desk.egress.asked.count("RequestGrantedRefund") == 1

"""Who bought without an account sees their order by a code; nobody learns from these doors whether there is one."""

import random
import string
from datetime import timedelta
from typing import Any

import pytest
import requests
import time_machine
from django.conf import LazySettings
from django.core import signing
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from saleor_support_plugin.guests import actions, rules
from saleor_support_plugin.guests.models import OrderCode
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.shop.links import MAILED, entered_link, order_link, order_of
from saleor_support_plugin.shop.models import Order

from ..desks import add_configuration
from ..service import Service
from ..shops import Shop, add_order
from .entering import Guest, mailed_code


@pytest.fixture
def guest(committed: Service, open_aurora: Shop) -> Guest:
    add_configuration(open_aurora)
    return Guest(committed, open_aurora)


def test_a_code_that_was_mailed_opens_the_order_once(guest: Guest, open_aurora: Shop) -> None:
    assert guest.ask(number=" #1 ", email="SHOPPER@aurora.example").json() == {"ok": True, "seconds": 900}
    code = mailed_code()
    message = Message.across_stores.get()
    assert (message.kind, message.purpose, message.address) == ("order_code", "transactional", "shopper@aurora.example")
    assert code in message.html
    opened = guest.enter(f"{code[:3]} {code[3:]}")
    assert opened.status_code == 200
    order = order_of(opened.json()["url"].rpartition("/")[2])
    assert order == open_aurora.store.orders.get()
    assert guest.enter(code).status_code == 403


def test_five_wrong_tries_kill_the_right_code(guest: Guest) -> None:
    guest.ask()
    code = mailed_code()
    wrong = f"{(int(code) + 1) % 10**6:06}"
    assert [guest.enter(wrong).status_code for _ in range(5)] == [403] * 5
    assert guest.enter(code).status_code == 403
    guest.ask()
    assert guest.enter(mailed_code()).status_code == 200


def test_a_code_is_dead_after_a_quarter_of_an_hour_and_after_the_next_one(aurora: Shop) -> None:
    asked, now, at = rules.Asked("1", "shopper@aurora.example"), timezone.now(), "203.0.113.7"
    with time_machine.travel(now, tick=False):
        actions.ask(store=aurora.store, asked=asked, address=at, now=now)
        first = mailed_code()
    for later, opens in ((timedelta(minutes=15), False), (timedelta(minutes=15, seconds=-1), True)):
        found = actions.enter(store=aurora.store, asked=asked, code=first, address=at, now=now + later)
        assert (found is not None) is opens
    now += timedelta(seconds=1)
    actions.ask(store=aurora.store, asked=asked, address=at, now=now)
    second = mailed_code()
    if first != second:
        assert actions.enter(store=aurora.store, asked=asked, code=first, address=at, now=now) is None
    assert actions.enter(store=aurora.store, asked=asked, code=second, address=at, now=now) is not None


def test_a_code_of_one_shop_or_pair_opens_no_other(committed: Service, open_aurora: Shop, open_borealis: Shop) -> None:
    add_configuration(open_aurora)
    add_configuration(open_borealis)
    add_order(open_aurora, "T3JkZXI6Mg==", number="2")
    mine, theirs = Guest(committed, open_aurora), Guest(committed, open_borealis)
    mine.ask()
    code = mailed_code()
    mine.ask(number="2")
    theirs.ask()
    actions.mail_due(now=timezone.now())
    assert mine.enter(code, number="2").status_code == 403
    assert theirs.enter(code).status_code == 403
    assert mine.enter(code).status_code == 200


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"number": ""}, ["number"]),
        ({"number": "#"}, ["number"]),
        ({"number": {}}, ["number"]),
        ({"email": "nobody"}, ["email"]),
        ({"email": None}, ["email"]),
        ({"number": "x" * 65, "email": []}, ["number", "email"]),
    ],
)
def test_what_cannot_be_an_order_is_named_with_its_field(
    guest: Guest, changed: dict[str, Any], fields: list[str]
) -> None:
    for answer in (guest.ask(**changed), guest.enter("123456", **changed)):
        assert answer.status_code == 422
        assert [one["field"] for one in answer.json()["errors"]] == fields
    assert not OrderCode.across_stores.exists()


def told(answer: requests.Response) -> tuple[Any, ...]:
    """Return all that a caller sees of an answer but when it was given, and its own number."""
    passing = {"date", "x-request-id"}
    headers = {name.lower(): value for name, value in answer.headers.items() if name.lower() not in passing}
    return answer.status_code, tuple(sorted(headers.items())), answer.content


def test_of_five_hundred_pairs_nobody_can_tell_the_right_ones(
    committed: Service, open_aurora: Shop, settings: LazySettings
) -> None:
    add_configuration(open_aurora)
    settings.PROXIES = 1  # so that each asks from a place of its own
    chance = random.Random(7)
    for number in range(2, 52):
        order = add_order(open_aurora, f"T3JkZXI6{number}", number=str(number))
        Order.across_stores.filter(pk=order.pk).update(customer_email=f"buyer{number}@aurora.example")
    odd = string.ascii_letters + string.digits + "'\"<>%_\\;ışğİ#-"
    pairs: list[tuple[str, str]] = []
    for number in range(2, 52):
        email = f"buyer{number}@aurora.example"
        pairs += [(str(number), email), (f"#{number}", email.upper()), (str(number + 500), email)]
        pairs += [(str(number), f"buyer{number + 1}@aurora.example"), (str(number), f"x{email}")]
        pairs += [("".join(chance.choices(odd, k=8)) + "1", email) for _ in range(5)]
    chance.shuffle(pairs)
    assert len(pairs) == 500
    asked, entered, guest = set(), set(), Guest(committed, open_aurora)
    for place, (named, email) in enumerate(pairs):
        guest.headers["x-forwarded-for"] = f"198.51.{place // 250}.{place % 250}"
        asked.add(told(guest.ask(number=named, email=email)))
        entered.add(told(guest.enter("000000", number=named, email=email)))
    assert len(asked) == 1
    assert len(entered) == 1
    assert {status for status, *_ in entered} == {403}
    assert actions.mail_due(now=timezone.now()) == 100
    assert Message.across_stores.filter(kind="order_code").count() <= 50


def test_for_a_right_pair_the_door_does_what_it_does_for_a_wrong_one(aurora: Shop) -> None:
    """The same statements, so the same time: the mail is written later, by the worker."""
    statements = []
    for number in ("1", "999"):
        with CaptureQueriesContext(connection) as counted:
            asked = rules.Asked(number, "shopper@aurora.example")
            actions.ask(store=aurora.store, asked=asked, address=f"203.0.113.{len(number)}", now=timezone.now())
        statements.append([one["sql"].partition(" ")[0] for one in counted])
    assert statements[0] == statements[1]
    assert not Message.across_stores.exists()


def test_who_asks_too_often_is_stopped_whether_or_not_there_is_an_order(guest: Guest) -> None:
    for number in ("1", "999"):
        assert [guest.ask(number=number).status_code for _ in range(6)] == [200] * 5 + [429]
    assert [guest.ask(number=f"9{n}").status_code for n in range(9)] == [200] * 8 + [429]


def test_pages_of_others_may_not_ask(guest: Guest) -> None:
    guest.headers = {"origin": "https://elsewhere.example"}
    assert guest.ask().status_code == 403
    assert guest.enter("123456").json()["error"]["code"] == "ORIGIN_NOT_ALLOWED"


def test_what_was_asked_for_is_forgotten_the_next_day(aurora: Shop) -> None:
    now = timezone.now()
    for number in ("1", "999"):
        asked = rules.Asked(number, "shopper@aurora.example")
        actions.ask(store=aurora.store, asked=asked, address="203.0.113.7", now=now)
    row = OrderCode.across_stores.get(order=None)
    assert b"999" not in bytes(row.pair)
    assert actions.forget_old(now=now + timedelta(hours=23)) == 0
    assert actions.forget_old(now=now + timedelta(hours=25)) == 2


def test_of_three_hundred_forged_ways_none_opens_an_order(aurora: Shop, borealis: Shop) -> None:
    """Signatures of others, of nothing, cut, turned, put together anew and bent in a single place."""
    order, chance = aurora.store.orders.get(), random.Random(11)
    mailed, entered = (link(order).rpartition("/")[2] for link in (order_link, entered_link))
    theirs = order_link(borealis.store.orders.get()).rpartition("/")[2]
    letters = string.ascii_letters + string.digits + "-_:."
    bodies = [str(order.pk), [order.pk], {"pk": order.pk}, None, True, float(order.pk), "", "' or 1=1 --"]
    forged = [signing.dumps(body, salt=MAILED) for body in bodies]
    forged += [signing.dumps(order.pk, salt=salt) for salt in ("", "arrived", "survey", "unsubscribe", "preferences")]
    forged += [signing.dumps(order.pk, key="another", salt=MAILED), signing.dumps(10**12, salt=MAILED)]
    forged += [f"{mailed.partition(':')[0]}:{theirs.partition(':')[2]}", f"{mailed}:{entered}", mailed + entered]
    forged += [mailed[:length] for length in range(len(mailed))]
    while len(forged) < 300:
        token, place, letter = chance.choice([mailed, entered]), chance.randrange(len(mailed)), chance.choice(letters)
        bent = token[:place] + letter + token[place + 1 :]
        forged += [bent] if bent not in (mailed, entered) else []
    assert {order_of(one) for one in forged} == {None}
    assert order_of(mailed) == order


def test_a_way_to_an_order_ends_and_cannot_be_made_up(aurora: Shop) -> None:
    order, now = aurora.store.orders.get(), timezone.now()
    mailed, entered = (link(order).rpartition("/")[2] for link in (order_link, entered_link))
    assert order_of(mailed) == order_of(entered) == order
    forged = [
        mailed[:-1] + ("A" if mailed[-1] != "A" else "B"),
        f"{order.pk}",
        mailed.partition(":")[0],
        entered.replace(":", ".", 1),
        "",
        "a:b:c",
    ]
    forged += [f"{order.pk + 1}:{entered.partition(':')[2]}", entered.swapcase()]
    assert [order_of(one) for one in forged] == [None] * len(forged)
    with time_machine.travel(now + timedelta(hours=1, minutes=1), tick=False):
        assert (order_of(entered), order_of(mailed)) == (None, order)
    aurora.store.is_active = False
    aurora.store.save(update_fields=["is_active"])
    assert order_of(mailed) is None

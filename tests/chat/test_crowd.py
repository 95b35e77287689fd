"""200 shoppers and 20 agents at once: nobody has more chats than they take, and no number rises."""

import random
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import pairwise
from typing import Any

import orjson
import psycopg
import pytest
from django.db import connection
from django.utils import timezone

from saleor_support_plugin.chat import actions
from saleor_support_plugin.chat.actions import ChatRefused
from saleor_support_plugin.chat.models import QueueEntry, QueueState, Seat
from saleor_support_plugin.database import conninfo

from ..shops import Shop
from .people import come, sit_down, staff_of

SHOPPERS, AGENTS, THREADS = 200, 20, 8


@pytest.fixture
def hearing(committed: object) -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(conninfo(), autocommit=True) as hears:
        hears.execute("listen support_said")
        yield hears


def waits_told(hearing: psycopg.Connection[Any]) -> dict[str, list[list[int]]]:
    """Return the numbers that each shopper was told, in the order of the commits, each wait for itself."""
    found: dict[str, list[list[int]]] = defaultdict(lambda: [[]])
    for one in hearing.notifies(timeout=1):
        for room, text in orjson.loads(one.payload).get("passing", []):
            frame = orjson.loads(text)
            if frame["is"] != "queue" or not room.endswith(":shopper"):
                continue
            if frame["state"] != "waiting":
                found[room].append([])
            elif frame["number"] is not None:
                found[room][-1].append(frame["number"])
    return found


def over_their_limit() -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            """select s.email, s.busy, s.max_concurrent, count(q.id) from support_seat s
               left join support_queueentry q on q.seat_id = s.id and q.state = 'SEATED'
               group by s.id having count(q.id) > s.max_concurrent or count(q.id) <> s.busy"""
        )
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def close_the_shop(shop: Shop) -> None:
    """Seat everybody who still waits, and end every chat."""
    while (chats := QueueEntry.across_stores.exclude(state=QueueState.ENDED).order_by("pk")).exists():
        now = timezone.now()
        actions.sweep(store=shop.store, now=now)
        for chat in chats.filter(state=QueueState.SEATED)[:20]:
            actions.end(staff=staff_of(shop), conversation_id=chat.conversation_id, now=now)


def test_nobody_is_over_the_limit_and_no_number_rises(open_aurora: Shop, hearing: psycopg.Connection[Any]) -> None:
    shop, dice = open_aurora, random.Random(8)
    names = [f"agent{number}" for number in range(AGENTS)]
    for number, name in enumerate(names):
        languages = [["tr"], ["en"], []][number % 3]
        sit_down(shop, name, now=timezone.now() + timedelta(hours=1), most=1 + number % 3, languages=languages)
    is_over, found = threading.Event(), []

    def watch() -> None:
        while not is_over.wait(0.02):
            found.extend(over_their_limit())
        connection.close()

    def shopper(number: int) -> None:
        come(shop, number, now=timezone.now(), language=["tr", "en"][number % 2])

    def act(_: int) -> None:
        chats = list(QueueEntry.across_stores.filter(state=QueueState.SEATED).select_related("seat"))
        if not chats:
            return
        chat, staff = dice.choice(chats), staff_of(shop, dice.choice(names))
        about: dict[str, Any] = {"staff": staff, "conversation_id": chat.conversation_id, "now": timezone.now()}
        other = shop.store.seats.get(user_id=dice.choice(names)).pk
        acts: list[Callable[[], object]] = [
            lambda: actions.end(**about),
            lambda: actions.end(**about),
            lambda: actions.leave(**about),
            lambda: actions.transfer(seat_id=other, **about),
            lambda: actions.accept(**about),
            lambda: actions.sweep(store=shop.store, now=timezone.now()),
        ]
        try:
            dice.choice(acts)()
        except ChatRefused as refused:
            assert refused.code in {"FULL", "TAKEN", "ENDED"}  # noqa: PT017  every other word would be a lie here

    def in_a_thread(do: Callable[[int], None], number: int) -> None:
        try:
            do(number)
        finally:
            connection.close()

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        with ThreadPoolExecutor(THREADS) as threads:
            work = [(shopper, number) for number in range(SHOPPERS)] + [(act, number) for number in range(SHOPPERS)]
            dice.shuffle(work)
            done = [threads.submit(in_a_thread, do, number) for do, number in work]
        for one in done:
            one.result()
        close_the_shop(shop)
    finally:
        is_over.set()
        watching.join()
    assert found == []
    assert QueueEntry.across_stores.filter(state=QueueState.ENDED, seated_at__isnull=False).count() == SHOPPERS
    assert set(Seat.across_stores.values_list("busy", flat=True)) == {0}
    numbers = [wait for waits in waits_told(hearing).values() for wait in waits if wait]
    assert sum(len(wait) > 1 for wait in numbers) > 50, "hardly anybody waited"
    assert all(before > after for wait in numbers for before, after in pairwise(wait))

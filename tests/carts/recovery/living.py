"""Days of a shop on a clock that is turned by hand: its people, its post, its mishaps, and the app."""

import heapq
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count

import time_machine
from django.db import connection

from saleor_support_plugin.api.chores import CHORES
from saleor_support_plugin.api.tasks import carry_out
from saleor_support_plugin.events import actions as events
from saleor_support_plugin.people.actions import withdraw_at
from saleor_support_plugin.people.addresses import address_hash
from saleor_support_plugin.people.models import Source
from saleor_support_plugin.stores.models import Chore, NamedConfiguration, Store

from ...shops import open_shop
from . import bodies
from .chances import Chances
from .mishaps import Mishaps
from .oracle import Mail
from .post import Down, Outage, Outages, Post
from .shop import MadeUpShop, Word
from .shoppers import DAY, HOUR, MINUTE, Act, Shopper, shoppers
from .worker import Worker

# A Monday, the same for the same seed; far enough ahead that what the database dates by its own clock is past.
BEGINS = datetime(2035, 3, 5, tzinfo=UTC)
# How often the worker looks.
ROUND = timedelta(seconds=5)
# What is read from the store, as often as the app's own table says.
READ = ("deliveries", "orders", "checkouts")
# The third message is due after three days, and given up two days later.
AFTERWARDS = timedelta(days=6)
REPEATED = 100
# When something of ours is to be looked at next: it says when to wake up, and no more.
DUE = """select least((select min(next_check_at) from support_cartcase),
    (select min(due_at) from support_message where state = 0),
    (select min(taken_at) + interval '10 minutes' from support_message where state = 1),
    (select min(next_attempt_at) from support_event where state = 0))"""

type Happening = Callable[[datetime], None]


@dataclass(frozen=True, slots=True)
class Lived:
    people: list[Shopper]
    shop: MadeUpShop
    store: Store
    mails: list[Mail]
    counts: Counter[str]


def live(people: int, *, seed: int, days: float = 3, workers: int = 1) -> Lived:
    """Let so many people begin their stories within these days, and return when nothing is left to be sent."""
    with time_machine.travel(BEGINS, tick=False) as clock:
        return _Days(people, seed, BEGINS, days, workers, clock).live()


class _Days:
    def __init__(
        self, people: int, seed: int, begins: datetime, days: float, workers: int, clock: time_machine.Traveller
    ) -> None:
        self.clock = clock
        self.chances = Chances(seed)
        self.ends = begins + days * DAY + AFTERWARDS
        self.outages = _outages(begins)
        self.mishaps = Mishaps(self.chances, self.outages)
        self.post = Post(self.chances, self.outages)
        self.people = shoppers(people, seed=seed, begins=begins + MINUTE, days=days)
        self.shop, self.store = MadeUpShop(), _open_store(begins)
        self.worker = Worker(self.shop, self.mishaps, count=workers)
        self.read_at = dict.fromkeys(READ, begins)
        # What is to come: when, in which order, what.
        self.coming: list[tuple[datetime, int, Happening]] = []
        self.order = count()
        for one in self.people:
            for act in one.acts:
                self._plan(act.at, self._doing(act))

    def live(self) -> Lived:
        with self.worker.at_work():
            now = self._next(datetime.min.replace(tzinfo=UTC))
            while now is not None and now < self.ends:
                self._until(now)
                if not self.outages.hold(now, Down.ALL):
                    self.worker.round(now)
                now = self._next(now)
        return Lived(self.people, self.shop, self.store, self.worker.mails, self.mishaps.counts)

    # Time

    def _plan(self, at: datetime, what: Happening) -> None:
        heapq.heappush(self.coming, (at, next(self.order), what))

    def _next(self, last: datetime) -> datetime | None:
        """Return the next round at which there is something to do."""
        with connection.cursor() as cursor:
            cursor.execute(DUE)
            due: list[datetime] = [at for (at,) in cursor.fetchall() if at]
        due += [at for at, *_ in self.coming[:1]]
        if not due:
            return None
        at = max(min(due), last + ROUND)
        late = at.timestamp() % ROUND.seconds
        return at + timedelta(seconds=ROUND.seconds - late) if late else at

    def _until(self, now: datetime) -> None:
        """Let happen what is to come until now, and read the store in between whenever it is time to."""
        while self.coming and self.coming[0][0] <= now:
            at, _, what = heapq.heappop(self.coming)
            self._read(at)
            self.clock.move_to(at)
            what(at)
        self._read(now)
        self.clock.move_to(now)

    def _read(self, until: datetime) -> None:
        """Read the store where it is time to; of several times at which nothing had happened, the last."""
        for name in READ:
            at = until - (until - self.read_at[name]) % CHORES[name].every
            if at > self.read_at[name] and not self.outages.hold(at, Down.ALL):
                self.read_at[name] = at
                self.clock.move_to(at)
                carry_out(Chore.across_stores.select_related("store").get(store=self.store, name=name))

    # People and post

    def _doing(self, act: Act) -> Happening:
        return lambda at: self._unsubscribe(act, at) if act.verb == "unsubscribe" else self._do(act, at)

    def _unsubscribe(self, act: Act, at: datetime) -> None:
        where = {"medium": "email", "value_hash": address_hash(act.name), "purpose": "commercial"}
        withdraw_at(store=self.store, source=Source.ONE_CLICK, at=at, **where)  # type: ignore[arg-type]  # words

    def _do(self, act: Act, at: datetime) -> None:
        for word in getattr(self.shop, act.verb)(act.name, at=at, **act.values):
            self._say(word)
        if act.verb == "change" and self.chances.happens(REPEATED, "repeats", act.name, at):
            later = at + timedelta(seconds=400 * self.chances.share("repeats later", act.name, at))
            self._plan(later, self._doing(Act(later, "repeat", act.name)))

    def _say(self, word: Word) -> None:
        self.mishaps.count("events")
        arrivals = self.post.arrivals(word)
        if arrivals is None:
            self.mishaps.count("failed")
            self.shop.undelivered.append(word)
            return
        self.mishaps.count(("lost", "once", "twice")[len(arrivals)])
        for at in arrivals:
            self._plan(at, lambda at: self._deliver(word, at))

    def _deliver(self, word: Word, at: datetime) -> None:
        events.keep(store=self.store, event=word.event, body=word.body)
        self.shop.tell(word.tells, at)


def _outages(begins: datetime) -> Outages:
    """Saleor is away as a night ends, when most of what waits is to leave."""
    lasting = (
        (11 * HOUR, 10 * MINUTE, Down.DOOR),
        (29 * HOUR + 40 * MINUTE, 50 * MINUTE, Down.SALEOR),
        (33 * HOUR, 2 * HOUR, Down.ALL),
    )
    return Outages([Outage(begins + after, begins + after + lasts, what) for after, lasts, what in lasting])


def _open_store(now: datetime) -> Store:
    store = open_shop("recovery").store
    Store.across_stores.filter(pk=store.pk).update(app_id=bodies.APP_ID)
    values = {"storefront_url": "https://recovery.dev", "sender_name": "Recovery"}
    NamedConfiguration.across_stores.create(store=store, name="all", is_default=True, data=values)
    for name in READ:
        Chore.across_stores.create(store=store, name=name, due_at=now, done_at=now, cursor={"until": now.isoformat()})
    store.refresh_from_db()
    return store

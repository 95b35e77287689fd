"""Shoppers and what truly happens to them: one story each, written down before anything of ours looks at it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any, Literal

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
VARIANTS = 200
# By the usual plan the first message is due when a cart was quiet for so long.
QUIET = HOUR
# Whoever shall certainly hear stays away for so long; a night lies in between, and an outage.
STAYS_AWAY = timedelta(hours=36)

type Verb = Literal["change", "repeat", "clear_away", "buy", "write_down", "unsubscribe"]
type Expects = Literal["a mail", "nothing", "either"]


@dataclass(frozen=True, slots=True)
class Act:
    at: datetime
    verb: Verb
    # A checkout's, an order's, or the mailbox that unsubscribes.
    name: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass
class Shopper:
    """`expects` is what the story leaves no doubt about; where it is a mail, it is due from `since` on."""

    number: int
    story: str
    mailbox: str
    random: Random
    acts: list[Act] = field(default_factory=list)
    checkouts: list[str] = field(default_factory=list)
    orders: list[str] = field(default_factory=list)
    expects: Expects = "either"
    since: datetime | None = None

    @property
    def customer(self) -> str:
        return f"customer-{self.number}"

    def does(self, at: datetime, verb: Verb, name: str, **values: Any) -> None:
        self.acts.append(Act(at, verb, name, values))

    def wait(self, least: timedelta, most: timedelta) -> timedelta:
        return timedelta(seconds=round(self.random.uniform(least.total_seconds(), most.total_seconds()), 3))

    def variants(self) -> tuple[int, ...]:
        return tuple(self.random.sample(range(VARIANTS), self.random.randint(1, 3)))

    def fills(self, at: datetime, **changed: Any) -> tuple[str, datetime]:
        """Fill a cart in some minutes, as people do; return its name, and when it changed last."""
        name = f"{self.number}-{len(self.checkouts)}"
        self.checkouts.append(name)
        values: dict[str, Any] = {"variants": self.variants(), "email": self.mailbox, "ticked": True} | changed
        told = {key: value for key, value in values.items() if key not in ("variants", "ticked")}
        self.does(at, "change", name, variants=values["variants"][:1])
        at += self.wait(10 * timedelta(seconds=1), 4 * MINUTE)
        self.does(at, "change", name, variants=values["variants"])
        at += self.wait(10 * timedelta(seconds=1), 4 * MINUTE)
        self.does(at, "change", name, **told)
        if values["ticked"]:
            at += self.wait(timedelta(seconds=1), MINUTE)
            self.does(at, "change", name, ticked=True)
        return name, at

    def changes(self, at: datetime, name: str, **values: Any) -> datetime:
        self.does(at, "change", name, **values)
        return at

    def buys(self, at: datetime, name: str) -> None:
        self.does(at, "buy", name)
        self.orders.append(name)

    def is_written_down(self, at: datetime, variants: tuple[int, ...]) -> None:
        name = f"{self.number}-by-staff"
        self.does(at, "write_down", name, email=self.mailbox, customer="", variants=variants)
        self.orders.append(name)

    def hears(self, since: datetime) -> None:
        self.expects, self.since = "a mail", since

    def hears_nothing(self) -> None:
        self.expects = "nothing"


def leaves(one: Shopper, at: datetime) -> None:
    one.hears(one.fills(at)[1])


def leaves_logged_in(one: Shopper, at: datetime) -> None:
    one.hears(one.fills(at, customer=one.customer)[1])


def leaves_and_fails_to_pay(one: Shopper, at: datetime) -> None:
    name, at = one.fills(at)
    one.hears(one.changes(at + one.wait(MINUTE, 5 * MINUTE), name, payment="CHARGE_FAILURE"))


def buys_at_once(one: Shopper, at: datetime) -> None:
    name, at = one.fills(at)
    one.buys(at + one.wait(MINUTE, 40 * MINUTE), name)
    one.hears_nothing()


def buys_seconds_before_the_mail(one: Shopper, at: datetime) -> None:
    name, at = one.fills(at)
    one.buys(at + QUIET + one.wait(timedelta(seconds=-40), timedelta(seconds=10)), name)


def buys_as_the_night_ends(one: Shopper, at: datetime) -> None:
    """What was decided at night goes out when the night ends: at 9 in Istanbul, at 6 UTC."""
    name, at = one.fills(at)
    morning = (at + QUIET).replace(hour=6, minute=0, second=0, microsecond=0)
    morning += DAY if morning < at + QUIET else timedelta()
    one.buys(morning + one.wait(timedelta(seconds=-90), timedelta(seconds=5)), name)


def buys_between_two_mails(one: Shopper, at: datetime) -> None:
    name, at = one.fills(at)
    one.buys(at + one.wait(2 * HOUR, 30 * HOUR), name)


def buys_by_another_device(one: Shopper, at: datetime) -> None:
    _, at = one.fills(at)
    other, at = one.fills(at + one.wait(MINUTE, 30 * HOUR))
    one.buys(at + one.wait(MINUTE, 80 * MINUTE), other)


def buys_by_another_device_seconds_before_the_mail(one: Shopper, at: datetime) -> None:
    _, at = one.fills(at)
    other, later = one.fills(at + one.wait(MINUTE, 20 * MINUTE))
    one.buys(later + QUIET + one.wait(timedelta(seconds=-40), timedelta(seconds=10)), other)


def leaves_on_two_devices(one: Shopper, at: datetime) -> None:
    _, at = one.fills(at)
    one.hears(one.fills(at + one.wait(MINUTE, 10 * HOUR))[1])


def logs_in_later_and_buys(one: Shopper, at: datetime) -> None:
    """A guest's checkout becomes a customer's; what is bought in the end is a checkout of the account."""
    name, at = one.fills(at)
    at = one.changes(at + one.wait(MINUTE, 40 * MINUTE), name, customer=one.customer)
    other, at = one.fills(at + one.wait(HOUR, 20 * HOUR), customer=one.customer)
    one.buys(at + one.wait(MINUTE, 50 * MINUTE), other)


def logs_in_later_and_leaves(one: Shopper, at: datetime) -> None:
    name, at = one.fills(at)
    one.hears(one.changes(at + one.wait(MINUTE, 40 * MINUTE), name, customer=one.customer))


def leaves_as_guest_and_buys_by_account(one: Shopper, at: datetime) -> None:
    _, at = one.fills(at)
    other, at = one.fills(at + one.wait(MINUTE, 20 * HOUR), customer=one.customer)
    one.buys(at + one.wait(MINUTE, 50 * MINUTE), other)


def writes_the_mailbox_otherwise(one: Shopper, at: datetime) -> None:
    _, at = one.fills(at, email=one.mailbox.upper())
    other, at = one.fills(at + one.wait(MINUTE, 10 * HOUR))
    one.buys(at + one.wait(MINUTE, 50 * MINUTE), other)


def bought_the_same_before(one: Shopper, at: datetime) -> None:
    variants = one.variants()
    one.is_written_down(at, variants[:1])
    one.fills(at + one.wait(2 * HOUR, 2 * DAY), variants=variants)
    one.hears_nothing()


def bought_something_else_before(one: Shopper, at: datetime) -> None:
    variants = one.variants()
    one.is_written_down(at, tuple((number + 1) % VARIANTS for number in variants if (number + 1) not in variants)[:1])
    one.hears(one.fills(at + one.wait(2 * HOUR, 2 * DAY), variants=variants)[1])


def buys_the_same_by_telephone(one: Shopper, at: datetime) -> None:
    variants = one.variants()
    _, at = one.fills(at, variants=variants)
    one.is_written_down(at + one.wait(5 * MINUTE, 30 * HOUR), variants)


def never_agrees(one: Shopper, at: datetime) -> None:
    one.fills(at, ticked=False)
    one.hears_nothing()


def agrees_and_thinks_again(one: Shopper, at: datetime) -> None:
    name, at = one.fills(at)
    one.changes(at + one.wait(MINUTE, 40 * MINUTE), name, ticked=False)
    one.hears_nothing()


def unsubscribes_at_once(one: Shopper, at: datetime) -> None:
    _, at = one.fills(at)
    one.does(at + one.wait(MINUTE, 50 * MINUTE), "unsubscribe", one.mailbox)
    one.hears_nothing()


def unsubscribes_later(one: Shopper, at: datetime) -> None:
    _, at = one.fills(at)
    one.does(at + one.wait(HOUR, 30 * HOUR), "unsubscribe", one.mailbox)


def empties_it(one: Shopper, at: datetime) -> None:
    name, at = one.fills(at)
    at = one.changes(at + one.wait(MINUTE, 50 * MINUTE), name, variants=())
    one.does(at + 6 * HOUR, "clear_away", name)
    one.hears_nothing()


def is_cleared_away(one: Shopper, at: datetime) -> None:
    name, at = one.fills(at)
    one.does(at + one.wait(MINUTE, 50 * MINUTE), "clear_away", name)
    one.hears_nothing()


def pays_and_gets_no_order(one: Shopper, at: datetime) -> None:
    name, at = one.fills(at)
    one.changes(at + one.wait(MINUTE, 50 * MINUTE), name, charge="FULL", authorize="FULL")
    one.hears_nothing()


def begins_to_pay(one: Shopper, at: datetime) -> None:
    name, at = one.fills(at)
    one.changes(at + one.wait(MINUTE, 50 * MINUTE), name, charge="PARTIAL", authorize="PARTIAL")
    one.hears_nothing()


def comes_back_again_and_again(one: Shopper, at: datetime) -> None:
    name, at = one.fills(at)
    for _ in range(one.random.randint(1, 4)):
        at = one.changes(at + one.wait(5 * MINUTE, 3 * HOUR), name, variants=one.variants())
    one.hears(at)


def comes_back_seconds_before_the_mail(one: Shopper, at: datetime) -> None:
    name, at = one.fills(at)
    one.changes(at + QUIET + one.wait(timedelta(seconds=-40), timedelta(seconds=10)), name, variants=one.variants())


def says_no_address(one: Shopper, at: datetime) -> None:
    one.fills(at, email="")
    one.hears_nothing()


def buys_and_leaves_another(one: Shopper, at: datetime) -> None:
    variants = one.variants()
    name, at = one.fills(at, variants=variants)
    at += one.wait(MINUTE, 30 * MINUTE)
    one.buys(at, name)
    others = tuple(number for number in range(VARIANTS) if number not in variants)
    one.hears(one.fills(at + one.wait(2 * HOUR, 30 * HOUR), variants=tuple(one.random.sample(others, 2)))[1])


type Story = Callable[[Shopper, datetime], None]
# How often each is lived, of a hundred.
STORIES: dict[Story, int] = {
    leaves: 16,
    leaves_logged_in: 5,
    leaves_and_fails_to_pay: 4,
    leaves_on_two_devices: 5,
    logs_in_later_and_leaves: 3,
    comes_back_again_and_again: 4,
    bought_something_else_before: 3,
    buys_and_leaves_another: 4,
    buys_at_once: 6,
    buys_seconds_before_the_mail: 6,
    buys_as_the_night_ends: 4,
    buys_between_two_mails: 4,
    buys_by_another_device: 4,
    buys_by_another_device_seconds_before_the_mail: 3,
    logs_in_later_and_buys: 3,
    leaves_as_guest_and_buys_by_account: 3,
    writes_the_mailbox_otherwise: 3,
    bought_the_same_before: 3,
    buys_the_same_by_telephone: 3,
    never_agrees: 3,
    agrees_and_thinks_again: 2,
    unsubscribes_at_once: 2,
    unsubscribes_later: 2,
    empties_it: 1,
    is_cleared_away: 1,
    pays_and_gets_no_order: 1,
    begins_to_pay: 1,
    comes_back_seconds_before_the_mail: 1,
    says_no_address: 1,
}


def shoppers(count: int, *, seed: int, begins: datetime, days: float) -> list[Shopper]:
    """Let so many people begin their stories within these days; with the same seed, the same people."""
    random = Random(seed)
    names = random.choices(list(STORIES), weights=list(STORIES.values()), k=count)
    found = []
    for number, story in enumerate(names):
        one = Shopper(number, story.__name__, f"shopper.{number}@shop.dev", Random(f"{seed} {number}"))
        story(one, begins + one.wait(timedelta(), days * DAY))
        found.append(one)
    return found

"""A shop as it truly is: checkouts and orders with their whole past, what it tells of them, and who was told what."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from ...shops import global_id
from . import bodies

NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class State:
    """A checkout from `at` on. `is_gone`: Saleor has it no more, be it bought, cleared away or deleted."""

    at: datetime
    email: str = ""
    customer: str = ""
    variants: tuple[int, ...] = ()
    ticked: bool = False
    charge: str = "NONE"
    authorize: str = "NONE"
    # The newest event of its payment, which no webhook tells of.
    payment: str = ""
    is_gone: bool = False

    @property
    def is_paid(self) -> bool:
        return (self.charge, self.authorize) != ("NONE", "NONE")


@dataclass(frozen=True, slots=True)
class Ordered:
    """`checkout` is the name of what it was before; empty where staff wrote it down."""

    id: str
    at: datetime
    email: str
    customer: str
    variants: tuple[int, ...]
    checkout: str = ""

    @property
    def body(self) -> dict[str, Any]:
        return bodies.order(
            self.id,
            checkout_name=self.checkout,
            at=self.at,
            email=self.email,
            customer=self.customer,
            variants=self.variants,
        )


@dataclass(frozen=True, slots=True)
class Word:
    """One event as Saleor wrote it; `tells` names what it tells of: a checkout or order, and which of its states."""

    at: datetime
    event: str
    body: bytes
    tells: tuple[str, int]


@dataclass
class MadeUpShop:
    """`told` is when the app was first given a state, by an event or by an answer: from then on it can know."""

    past: dict[str, list[State]] = field(default_factory=dict)
    orders: dict[str, Ordered] = field(default_factory=dict)
    order_of: dict[str, Ordered] = field(default_factory=dict)
    told: dict[tuple[str, int], datetime] = field(default_factory=dict)
    # What could not be delivered, as Saleor shows it to the app; the oldest first.
    undelivered: list[Word] = field(default_factory=list)

    # What people do; each returns what Saleor says of it

    def change(self, name: str, *, at: datetime, **values: Any) -> list[Word]:
        """Have a checkout be so from now on; the first time it is made."""
        before = self.past.setdefault(name, [])
        if before and before[-1].is_gone:
            return []
        before.append(replace(before[-1] if before else State(at), at=at, **values))
        words = [self._word("checkout_created" if len(before) == 1 else "checkout_updated", name, at)]
        if "ticked" in values and len(before) > 1:
            words.append(self._word("checkout_metadata_updated", name, at))
        if values.get("charge") == "FULL":
            words.append(self._word("checkout_fully_paid", name, at))
        return words

    def repeat(self, name: str, *, at: datetime) -> list[Word]:
        """Saleor often says a thing more than once: the same, in a body of its own."""
        return [] if self.past[name][-1].is_gone else [self._word("checkout_updated", name, at)]

    def clear_away(self, name: str, *, at: datetime) -> list[Word]:
        """Nobody is told."""
        if not self.past[name][-1].is_gone:
            self.past[name].append(replace(self.past[name][-1], at=at, is_gone=True))
        return []

    def buy(self, name: str, *, at: datetime) -> list[Word]:
        """Have a checkout become an order."""
        left = self.past[name][-1]
        if left.is_gone:
            return []
        self.clear_away(name, at=at)
        self.order_of[name] = one = Ordered(
            global_id("Order", name), at, left.email, left.customer, left.variants, name
        )
        return self._placed(one)

    def write_down(
        self, name: str, *, at: datetime, email: str, customer: str, variants: tuple[int, ...]
    ) -> list[Word]:
        """Have staff place an order for somebody: it never was a checkout."""
        return self._placed(Ordered(global_id("Order", name), at, email, customer, variants))

    def _placed(self, one: Ordered) -> list[Word]:
        self.orders[one.id] = one
        events = ("order_fully_paid", "order_created", "order_updated")
        return [Word(one.at, event, bodies.event(event, one.at, order=one.body), (one.id, 0)) for event in events]

    def _word(self, event: str, name: str, at: datetime) -> Word:
        return Word(at, event, bodies.event(event, at, checkout=self.body(name)), (name, len(self.past[name]) - 1))

    def body(self, name: str) -> dict[str, Any]:
        first, now = self.past[name][0], self.past[name][-1]
        return bodies.checkout(
            name,
            created=first.at,
            at=now.at,
            email=now.email,
            customer=now.customer,
            variants=now.variants,
            ticked=now.ticked,
            charge=now.charge,
            authorize=now.authorize,
        )

    # What the app was given

    def tell(self, tells: tuple[str, int], at: datetime) -> None:
        self.told[tells] = min(at, self.told.get(tells, NEVER))

    def tell_now(self, name: str, at: datetime) -> State | None:
        """Answer a question about a checkout as it is now: None where Saleor has none of that name."""
        self.tell((name, len(self.past[name]) - 1), at)
        return None if self.past[name][-1].is_gone else self.past[name][-1]

    def until(self, name: str, at: datetime) -> list[State]:
        """Return the states that a checkout had gone through by then, the oldest first."""
        return [one for one in self.past.get(name, []) if one.at <= at]

    def known(self, name: str, at: datetime) -> list[State]:
        """Return the states of a checkout that the app had been given by then, the oldest first."""
        told = self.told
        return [one for number, one in enumerate(self.past.get(name, [])) if told.get((name, number), NEVER) <= at]

    def is_known(self, one: Ordered, at: datetime) -> bool:
        return self.told.get((one.id, 0), NEVER) <= at

    def live(self, changed_since: date) -> list[str]:
        """Return the checkouts that Saleor lists: of those it has, the ones changed on that day or later."""
        return [
            name for name, past in self.past.items() if not past[-1].is_gone and past[-1].at.date() >= changed_since
        ]

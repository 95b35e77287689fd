"""Reads about carts and cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import connection

from ..events.rules import UNDELIVERED
from ..money import Money
from ..outbox.kinds import series_of
from ..outbox.models import GONE, Message
from ..people.addresses import is_email
from ..people.models import Person
from ..people.queries import mailbox_consents
from ..stores.configuration import Configuration
from . import links, rules
from .facts import Delivery, Left, Line, PaymentFact, PaymentState, Problem, ProblemFact, Profile, SignalKind, Source
from .models import Cart, CartCase, CaseState
from .plan import Plan
from .rules import CaseFacts

KIND = "cart_reminder"
ABOUT = "case:"
# Nobody has more carts that matter; a machine that fills thousands under one address is not to be read as a whole.
MOST_CARTS = 100

# The orders of a person, by whatever names them: a mailbox that is theirs or was in one of their carts, the account of
# whoever ordered with it, one of those carts itself, or the one that was made for them when they came back.
THEIRS = """with their_cart as (
        select c.saleor_id, c.email from support_cart c join support_cartcase k on k.id = c.case_id
        where k.person_id = %(person)s),
    mailbox as (select upper(value) as "is" from support_personkey where person_id = %(person)s and kind = 'EMAIL'
        union select upper(email) from their_cart where email <> ''),
    customer as (select value as "is" from support_personkey where person_id = %(person)s and kind = 'CUSTOMER'
        union select customer_id from support_order where store_id = %(store)s and customer_id <> ''
            and upper(customer_email) = any(array(select "is" from mailbox))),
    checkout as (select saleor_id as "is" from their_cart
        union select w.checkout_id from support_wayback w join support_cartcase k on k.id = w.case_id
        where k.person_id = %(person)s and w.checkout_id <> ''),
    theirs as (select id, saleor_id, created, status, checkout_id, total_gross, currency from support_order
            where store_id = %(store)s
            and upper(customer_email) = any(array(select "is" from mailbox))
        union select id, saleor_id, created, status, checkout_id, total_gross, currency from support_order
            where store_id = %(store)s and customer_id <> ''
            and customer_id = any(array(select "is" from customer))
        union select id, saleor_id, created, status, checkout_id, total_gross, currency from support_order
            where store_id = %(store)s and checkout_id <> ''
            and checkout_id = any(array(select "is" from checkout)))
"""

# What is so beside a case, in one question: the person's first order since it was opened, whether they ordered one of
# the variants lately, were written to about another case, and when the last message of this one was written. And until
# when we know what happened in the store: when its undelivered events were last read; and whether one of a checkout or
# an order waits to be read for long, or for a moment and names this person: they are still there. (Whoever waited for
# any word at all would wait for ever in a store where somebody always changes a cart.)
BESIDE = """select
    (select saleor_id from theirs where status <> 'DRAFT' and (created > %(opened)s or checkout_id = any(%(checkouts)s))
        order by created limit 1),
    exists (select from theirs o join support_orderline l on l.order_id = o.id
        where o.status <> 'DRAFT' and o.created > %(has_it_since)s and l.variant_id = any(%(variants)s)),
    exists (select from support_message m where m.person_id = %(person)s and m.kind = any(%(series)s)
        and m.about <> %(about)s and m.state = any(%(gone)s)
        and coalesce(m.sent_at, m.finished_at, m.taken_at) > %(series_since)s),
    (select max(at) from support_cartstep where case_id = %(case)s and message_id is not null),
    (select done_at from support_chore where store_id = %(store)s and name = %(chore)s),
    exists (select from support_event e where e.store_id = %(store)s and e.state = 0
        and (e.event like 'checkout%%' or e.event like 'order%%') and (e.received_at < %(read_since)s
            or exists (select from (select "is" from mailbox union select upper("is") from customer
                    union select upper("is") from checkout) they
                where position(they."is" in upper(encode(e.body, 'escape'))) > 0)))"""


def case_facts(
    case: CartCase, carts: Sequence[Cart], *, plan: Plan, settings: Configuration, now: datetime
) -> CaseFacts:
    """Return what decides about a case, without asking Saleor; `carts` as `carts_of` gives them."""
    cart, email = speaking_cart(carts), mailbox_in(carts)
    asked: dict[str, Any] = {
        "store": case.store_id,
        "person": case.person_id,
        "case": case.pk,
        "opened": case.opened_at,
        "checkouts": [one.saleor_id for one in carts],
        "variants": [line["variant_id"] for line in cart.lines] if cart else [],
        "has_it_since": case.opened_at - rules.HAS_IT,
        "series": series_of(KIND),
        "about": about(case),
        "gone": list(GONE),
        "series_since": now - rules.ONE_SERIES_IN,
        "chore": UNDELIVERED,
        "read_since": now - rules.READ_AT_LAST,
    }
    [(order_id, has_it, is_in_another_series, sent_at, known_at, is_behind)] = _of_theirs(BESIDE, asked)
    living = [one for one in carts if one.gone_at is None]
    bought = next((one.order_id for one in carts if one.order_id), "")
    return CaseFacts(
        email=email if is_email(email) else "",
        consents=mailbox_consents(store=case.store, email=email).is_given("email", "commercial"),
        changed_at=max(case.changed_at, case.came_back_at or case.changed_at),
        known_at=None if is_behind else known_at,
        is_behind=is_behind,
        order_id=case.order_id or bought or order_id or "",
        has_it=has_it,
        is_stopped=case.state == CaseState.STOPPED,
        is_gone=not living,
        is_empty=not any(one.lines for one in living),
        is_paid=any(one.paid_at for one in carts),
        is_paying=any(is_part_paid(one) for one in living),
        is_in_another_series=is_in_another_series,
        is_held_out=case.is_held_out or rules.is_held_out(case.person_id, plan.holdout_percent),
        is_on=settings.cart_reminders,
        has_link=bool(cart and links.cart_page(settings, "checkout", cart.saleor_id)),
        steps_done=case.steps_done,
        sent_at=sent_at,
    )


def is_paid(charge_status: str, authorize_status: str) -> bool:
    return charge_status in ("FULL", "OVERCHARGED") or authorize_status == "FULL"


def is_part_paid(cart: Cart) -> bool:
    return "PARTIAL" in (cart.charge_status, cart.authorize_status)


def carts_of(case: CartCase) -> list[Cart]:
    """Return the carts of a case, the one that changed last first."""
    return list(case.carts.order_by("-updated_at", "-pk")[:MOST_CARTS])


def speaking_cart(carts: Sequence[Cart]) -> Cart | None:
    """Return the cart that speaks for a case: the newest with something in it, else the newest that there is."""
    living = [one for one in carts if one.gone_at is None and not one.order_id]
    return next((one for one in living if one.lines), None) or next(iter(living or carts), None)


def address_of(case: CartCase) -> str:
    """Return the mailbox in the cart that speaks for a case, else the one that was given last, or nothing."""
    return mailbox_in(carts_of(case))


def mailbox_in(carts: Sequence[Cart]) -> str:
    speaking = speaking_cart(carts)
    return next((one.email for one in (speaking, *carts) if one and one.email), "")


def about(case: CartCase) -> str:
    """Return how the outbox names a case."""
    return f"{ABOUT}{case.pk}"


def case_of(message: Message) -> CartCase | None:
    """Return the case that a message is about."""
    number = message.about.removeprefix(ABOUT)
    rows = CartCase.across_stores.select_related("store", "person")
    return rows.filter(store=message.store_id, pk=number).first() if number.isdecimal() else None


ORDERED = """select saleor_id, created, checkout_id, total_gross, currency from theirs
    where status <> 'DRAFT' and created >= %(since)s order by created, saleor_id"""


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    id: str
    created: datetime
    checkout_id: str
    total: Money


def orders_of(person: Person, *, since: datetime) -> list[PlacedOrder]:
    """Return what a person ordered since then, the oldest first."""
    asked = {"store": person.store_id, "person": person.pk, "since": since}
    return [
        PlacedOrder(id, created, checkout_id, Money(amount, currency))
        for id, created, checkout_id, amount, currency in _of_theirs(ORDERED, asked)
    ]


def _of_theirs(question: str, asked: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Ask something that rests on a person's orders."""
    with connection.cursor() as cursor:
        cursor.execute(THEIRS + question, asked)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def lines(cart: Cart) -> tuple[Line, ...]:
    return tuple(_line(one) for one in cart.lines)


def _line(kept: Mapping[str, Any]) -> Line:
    return Line(
        id=kept["id"],
        variant_id=kept["variant_id"],
        product_id=kept["product_id"],
        category_id=kept["category_id"],
        name=kept["name"],
        turkish_name=kept["turkish_name"],
        variant=kept["variant"],
        quantity=kept["quantity"],
        unit=Money(Decimal(kept["unit"]), kept["currency"]),
        total=Money(Decimal(kept["amount"]), kept["currency"]),
        thumbnail_url=kept["thumbnail_url"],
    )


def delivery(cart: Cart) -> Delivery:
    return Delivery(**{name: value for name, value in cart.delivery.items() if name != "chosen_at"})


# What is known of a case beside its cart: signs that the shop's page gave, the shopper's own word, their orders before.
AROUND = """select
    array(select distinct g.kind from support_cartsignal g
        where g.store_id = %(store)s and g.checkout_id = %(checkout)s order by g.kind),
    (select reason from support_leavingreason where case_id = %(case)s order by at desc, id desc limit 1),
    (select count(*) from theirs where status not in ('DRAFT', 'CANCELED', 'EXPIRED')),
    exists (select from customer)"""


def left_of(case: CartCase, cart: Cart) -> Left:
    """Return a case as it is judged, by the cart that speaks for it and as Saleor last told of it."""
    asked = {"store": case.store_id, "person": case.person_id, "case": case.pk, "checkout": cart.saleor_id}
    [around] = _of_theirs(AROUND, asked)
    return left_with(cart, *around)


def left_with(cart: Cart, signals: Sequence[str], reason: str | None, orders: int, is_customer: bool) -> Left:
    """Return the same with what is known beside the cart: signs of the page, the shopper's word, orders before."""
    return Left(
        lines=lines(cart),
        total=Money(cart.total_gross, cart.currency),
        shipping=Money(cart.shipping_gross, cart.currency),
        delivery=delivery(cart),
        first_prices={variant: Decimal(amount) for variant, (amount, _) in cart.first_prices.items()},
        problems=tuple(_problem(one) for one in cart.problems),
        payments=tuple(_payment(one) for one in cart.payments),
        signals=tuple(SignalKind(one) for one in signals),
        voucher_code=cart.voucher_code,
        profile=Profile.RETURNING if orders else Profile.NEW if is_customer else Profile.GUEST,
        orders=orders,
        reason=reason or "",
    )


def _problem(kept: Mapping[str, Any]) -> ProblemFact:
    return ProblemFact(
        Problem(kept["problem"]), Source(kept["source"]), variant_id=kept["variant_id"], available=kept["available"]
    )


def _payment(kept: Mapping[str, Any]) -> PaymentFact:
    return PaymentFact(PaymentState(kept["state"]), datetime.fromisoformat(kept["at"]), kept["message"])

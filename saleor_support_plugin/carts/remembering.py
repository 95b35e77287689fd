"""Checkouts as Saleor tells of them: the newest `issued_at` wins, an order closes its cart for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q

from ..people.actions import person_at
from ..people.addresses import is_email, normal_address
from ..people.models import KeyKind, Person
from ..saleor.versions import version_of
from ..stores.models import Store
from . import agreeing, cases, links, queries, rules
from .facts import Delivery, PaymentFact, ProblemFact
from .models import Cart, CartCase

if TYPE_CHECKING:
    from ..saleor.generated.fragments import CheckoutFacts, CheckoutFactsLines

# Of a cart of which we only know the order that it became: whatever is told of it is newer.
UNTOLD = datetime(1970, 1, 1, tzinfo=UTC)
# The key by which a storefront passes a page's promise on (docs/storefront.md), and how long one is at most.
PAGE_PROMISE = "support.promise"
MOST_PAGE_PROMISE = 1500


@transaction.atomic
def remember_checkout(*, store: Store, checkout: CheckoutFacts, issued_at: datetime, was_read: bool = False) -> bool:
    """Take over a checkout as Saleor had it at `issued_at`; say whether that was news.

    `was_read` says that we asked: Saleor before 3.23 counts as a change that it reckoned prices anew, and our question
    is what makes it reckon, so there it changed only where something in it did.
    """
    known = store.carts.select_related("case__person").filter(saleor_id=checkout.id).first()
    person = None if known and known.issued_at > issued_at else _person(store, checkout, issued_at)
    before = known.case.person if known and known.case else None
    live = cases.alone_with(person, before)
    values = _values(checkout)
    row, is_new = store.carts.select_for_update().get_or_create(
        store=store, saleor_id=checkout.id, defaults=values | {"issued_at": issued_at}
    )
    prices, chosen = _first_prices(row, checkout, issued_at), _chosen(row, checkout, issued_at)
    if not is_new and row.issued_at > issued_at:
        _write(row, first_prices=prices, delivery=row.delivery | chosen)
        return False
    values["delivery"] |= chosen
    agreeing.take_note(store=store, before=None if is_new else row, checkout=checkout, issued_at=issued_at)
    was = _content(row)
    is_reckoned = was_read and version_of(store.saleor_version) < (3, 23)
    if is_reckoned and not is_new and was == _content(Cart(**values)):
        values["updated_at"] = row.updated_at
    is_news = is_new or row.updated_at != values["updated_at"] or was != _content(Cart(**values))
    _write(row, **values, issued_at=issued_at, paid_at=_paid_at(row, values), first_prices=prices)
    _arrange(row, live.get(person), live.get(before), is_news, issued_at)
    return True


def _person(store: Store, checkout: CheckoutFacts, now: datetime) -> Person | None:
    """Return whose a checkout is: the mailbox's, or whoever came back to it by a link of ours.

    A customer's checkout has the mailbox of their account; who the customer is we may not ask.
    """
    if checkout.email and is_email(checkout.email):
        return person_at(store=store, email=checkout.email, language=checkout.language_code, now=now)
    case = _case_of_link(store, checkout)
    return case.person if case else None


def _case_of_link(store: Store, checkout: CheckoutFacts) -> CartCase | None:
    mark = next((item.value for item in checkout.metadata if item.key == links.MARK), "")
    return links.marked(store, mark) if mark else None


def _values(checkout: CheckoutFacts) -> dict[str, Any]:
    gross = checkout.total_price.gross
    return {
        "channel_slug": checkout.channel.slug,
        "language_code": checkout.language_code,
        "email": checkout.email or "",
        "quantity": checkout.quantity,
        "currency": gross.currency,
        "total_gross": gross.amount,
        "shipping_gross": checkout.shipping_price.gross.amount,
        "charge_status": checkout.charge_status,
        "authorize_status": checkout.authorize_status,
        "created": checkout.created,
        "updated_at": checkout.updated_at,
        "lines": [_line(line) for line in checkout.lines[: rules.MOST_LINES]],
        "delivery": asdict(_delivery(checkout)),
        "page_promise": _page_promise(checkout),
        "voucher_code": checkout.voucher_code or "",
        "agreed": agreeing.agreed(checkout),
        # It is there, whatever we found before.
        "gone_at": None,
    }


def _page_promise(checkout: CheckoutFacts) -> str:
    """Return what a page had promised; anybody may write there, and half a signature is none."""
    said = next((item.value for item in checkout.metadata if item.key == PAGE_PROMISE), "")
    return said if len(said) <= MOST_PAGE_PROMISE else ""


def _line(line: CheckoutFactsLines) -> dict[str, Any]:
    variant, product, total = line.variant, line.variant.product, line.total_price.gross
    picture = product.thumbnail.url if product.thumbnail else ""
    return {
        "id": line.id,
        "variant_id": variant.id,
        "product_id": product.id,
        "category_id": product.category.id if product.category else "",
        "name": product.name,
        "turkish_name": (product.translation.name if product.translation else "") or "",
        "variant": "" if variant.name == variant.id else variant.name,
        "quantity": line.quantity,
        "unit": str(line.unit_price.gross.amount),
        "amount": str(total.amount),
        "currency": total.currency,
        "thumbnail_url": picture if picture.startswith(("https://", "http://")) else "",
    }


def _delivery(checkout: CheckoutFacts) -> Delivery:
    to, method = checkout.shipping_address, checkout.delivery_method
    return Delivery(
        country=to.country.code if to else "",
        postal_code=to.postal_code if to else "",
        method_id=method.id if method else "",
        method_name=method.name if method else "",
        needs_shipping=checkout.is_shipping_required,
    )


def _content(cart: Cart) -> tuple[Any, ...]:
    """Return what a shopper has put into a cart: prices are the shop's."""
    lines = [(line["variant_id"], line["quantity"]) for line in cart.lines]
    way = [cart.delivery.get(name) for name in ("country", "postal_code", "method_id")]
    paid = (cart.charge_status, cart.authorize_status)
    return cart.email, lines, way, cart.voucher_code, cart.agreed, paid


def _chosen(row: Cart, checkout: CheckoutFacts, issued_at: datetime) -> dict[str, str]:
    """Return the way of delivery that was chosen last, also where Saleor has taken it out since, and when we knew."""
    known = {"chosen_id": row.delivery.get("chosen_id", ""), "chosen_at": row.delivery.get("chosen_at", "")}
    method, at = checkout.delivery_method, known["chosen_at"]
    if method is None or (at and datetime.fromisoformat(at) > issued_at):
        return known
    return {"chosen_id": method.id, "chosen_at": issued_at.isoformat()}


def _first_prices(row: Cart, checkout: CheckoutFacts, issued_at: datetime) -> dict[str, list[str]]:
    """Return what a piece cost when it was first in the cart, and when that was, also where we are told of it late."""
    known: dict[str, list[str]] = dict(row.first_prices)
    for line in checkout.lines[: rules.MOST_LINES]:
        before = known.get(line.variant.id)
        if before is None or datetime.fromisoformat(before[1]) > issued_at:
            known[line.variant.id] = [str(line.unit_price.gross.amount), issued_at.isoformat()]
    return known


def _paid_at(row: Cart, values: Mapping[str, Any]) -> datetime | None:
    is_paid = queries.is_paid(values["charge_status"], values["authorize_status"])
    return values["updated_at"] if is_paid and not row.order_id else None


def _write(row: Cart, **values: Any) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    Cart.across_stores.filter(pk=row.pk).update(**values)


def _arrange(row: Cart, person: Person | None, before: Person | None, is_news: bool, now: datetime) -> None:
    """Put a cart into its person's case; whose it was before has one less."""
    if person is not None:
        cases.arrange(person=person, cart=row, is_news=is_news, now=now)
    elif row.case_id:
        _write(row, case=None)
    if before is not None and before != person:
        cases.arrange(person=before, now=now)


@transaction.atomic
def remember_order(
    *, store: Store, order_id: str, checkout_id: str, email: str = "", customer_id: str = "", issued_at: datetime
) -> None:
    """Say which order a cart became, also where the order is heard of first, and close its buyer's case."""
    live = cases.alone_with(*_buyers(store, checkout_id, email, customer_id))
    if checkout_id:
        row, _ = store.carts.select_for_update().get_or_create(
            store=store, saleor_id=checkout_id, defaults={"issued_at": UNTOLD, "order_id": order_id}
        )
        if row.order_id != order_id or row.paid_at:
            _write(row, order_id=order_id, paid_at=None)
    for person in set(live.values()):
        cases.arrange(person=person, now=issued_at)


def _buyers(store: Store, checkout_id: str, email: str, customer_id: str) -> list[Person]:
    """Return everybody whose case an order may close."""
    named = Q(kind=KeyKind.CUSTOMER, value=customer_id) | Q(kind=KeyKind.EMAIL, value=normal_address(email))
    keys = store.person_keys.filter(named).exclude(value="").values_list("person", flat=True)
    carts = store.carts.filter(saleor_id=checkout_id).values_list("case__person", flat=True)
    ways = store.ways_back.exclude(checkout_id="").filter(checkout_id=checkout_id)
    found = {*keys, *carts, *ways.values_list("case__person", flat=True)}
    return list(Person.across_stores.filter(pk__in=found - {None}))


@transaction.atomic
def remember_gone(*, cart: Cart, now: datetime) -> None:
    """Keep that Saleor has a checkout no more, and no order of it."""
    live = cases.alone_with(cart.case.person if cart.case else None)
    _write(cart, gone_at=now)
    for person in live.values():
        cases.arrange(person=person, now=now)


def remember_evidence(
    *, cart: Cart, problems: Sequence[ProblemFact], payments: Sequence[PaymentFact], now: datetime
) -> None:
    """Keep what speaks for one cause or another, as Saleor has just said."""
    paid = [asdict(one) | {"at": one.at.isoformat()} for one in payments]
    _write(cart, problems=[asdict(one) for one in problems], payments=paid, read_at=now)

"""The filters and sort orders of list fields. What is not listed here is not in the demo's schema either."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from .catalogue_records import Product
from .order_fields import charge_status, order_payment_status
from .order_records import Checkout, Order
from .records import User, global_id, kind_and_pk
from .resolving import Ask

Matcher = Callable[[Any, Any], bool]


def narrowed[R](rows: Iterable[R], wanted: Mapping[str, Any] | None, matchers: Mapping[str, Matcher]) -> list[R]:
    """The rows that meet every part of a filter; parts left null do not count."""
    asked = {name: value for name, value in (wanted or {}).items() if value is not None}
    return [row for row in rows if all(matchers[name](row, value) for name, value in asked.items())]


def ordered[R](
    rows: list[R], sort_by: Mapping[str, Any] | None, keys: Mapping[str, Callable[[R], Any]], default: str
) -> list[R]:
    """Sort by the field asked for, else by `default`, where "-" means falling."""
    field = (sort_by or {}).get("field") or default.lstrip("-")
    falling = sort_by["direction"] == "DESC" if sort_by else default.startswith("-")
    return sorted(rows, key=keys[field], reverse=falling)


def in_range(value: Any, wanted: Mapping[str, Any]) -> bool:
    """Both ends belong to the range; a range of dates counts days in UTC."""
    ends = [end for end in (wanted.get("gte"), wanted.get("lte")) if end is not None]
    if ends and not isinstance(ends[0], datetime) and isinstance(ends[0], date) and isinstance(value, datetime):
        value = value.astimezone(UTC).date()
    least, most = wanted.get("gte"), wanted.get("lte")
    return (least is None or value >= least) and (most is None or value <= most)


def meets(value: Any, wanted: Mapping[str, Any]) -> bool:
    """Saleor's `where` inputs: eq, oneOf, range; all parts given must hold."""
    return (
        (wanted.get("eq") is None or value == wanted["eq"])
        and (wanted.get("one_of") is None or value in wanted["one_of"])
        and (wanted.get("range") is None or in_range(value, wanted["range"]))
    )


def _words(*texts: str | None) -> Callable[[str], bool]:
    whole = " ".join(text or "" for text in texts).lower()
    return lambda search: all(word in whole for word in search.lower().split())


def id_matcher(row: Any, ids: list[str]) -> bool:
    return row.id in ids


def changed_matcher(row: Any, wanted: Mapping[str, Any]) -> bool:
    return in_range(row.updated_at, wanted)


def channel_id(row: Order | Checkout, ask: Ask) -> str:
    channel = ask.store.state.channel(row.channel_slug)
    return channel.id if channel else ""


def _customer_words(row: Order | Checkout, ask: Ask, email: str | None) -> Callable[[str], bool]:
    user = ask.store.state.users.get(row.user_pk or "")
    return _words(email, user.first_name if user else "", user.last_name if user else "")


def order_filter(ask: Ask) -> dict[str, Matcher]:
    return {
        "ids": id_matcher,
        "numbers": lambda order, numbers: order.number in numbers,
        "status": lambda order, wanted: any(_has_status(order, status, ask) for status in wanted),
        "charge_status": lambda order, wanted: charge_status(order, ask) in wanted,
        "payment_status": lambda order, wanted: order_payment_status(order, ask) in wanted,
        "channels": lambda order, ids: channel_id(order, ask) in ids,
        "customer": lambda order, text: _customer_words(order, ask, order.user_email)(text),
        "search": lambda order, text: order_words(order)(text),
        "created": lambda order, wanted: in_range(order.created, wanted),
        "updated_at": changed_matcher,
        "checkout_ids": lambda order, ids: global_id("Checkout", order.checkout_pk or "") in ids,
    }


def order_where(ask: Ask) -> dict[str, Matcher]:
    matchers: dict[str, Matcher] = {
        "ids": id_matcher,
        "number": lambda order, wanted: meets(int(order.number), wanted),
        "channel_id": lambda order, wanted: meets(channel_id(order, ask), wanted),
        "created_at": lambda order, wanted: in_range(order.created, wanted),
        "updated_at": changed_matcher,
        "user": lambda order, wanted: meets(global_id("User", order.user_pk or ""), wanted),
        "user_email": lambda order, wanted: meets(order.user_email, wanted),
        "status": lambda order, wanted: meets(order.status, wanted),
        "charge_status": lambda order, wanted: meets(charge_status(order, ask), wanted),
        "checkout_id": lambda order, wanted: meets(global_id("Checkout", order.checkout_pk or ""), wanted),
    }
    matchers["and"] = lambda order, parts: all(narrowed([order], part, matchers) for part in parts)
    matchers["or"] = lambda order, parts: any(narrowed([order], part, matchers) for part in parts)
    return matchers


def order_words(order: Order) -> Callable[[str], bool]:
    address = order.shipping_address
    names = (address.first_name, address.last_name) if address else ()
    return _words(order.number, order.user_email, *names, *(line.product_name for line in order.lines))


def _has_status(order: Order, status: str, ask: Ask) -> bool:
    if status == "READY_TO_FULFILL":
        return order.status in ("UNFULFILLED", "PARTIALLY_FULFILLED") and charge_status(order, ask) == "FULL"
    return order.status == status  # READY_TO_CAPTURE never: the demo charges at once


def checkout_filter(ask: Ask) -> dict[str, Matcher]:
    return {
        "created": lambda checkout, wanted: in_range(checkout.created, wanted),
        "updated_at": changed_matcher,
        "channels": lambda checkout, ids: channel_id(checkout, ask) in ids,
        "charge_status": lambda checkout, wanted: ("FULL" if checkout.charged else "NONE") in wanted,
        # As in Saleor: `customer` finds accounts only, `search` finds the checkout's own e-mail too.
        "customer": lambda checkout, text: checkout.user_pk is not None and _account_words(checkout, ask)(text),
        "search": lambda checkout, text: _customer_words(checkout, ask, checkout.email)(text),
    }


def _account_words(checkout: Checkout, ask: Ask) -> Callable[[str], bool]:
    user = ask.store.state.users[checkout.user_pk or ""]
    return _words(user.email, user.first_name, user.last_name)


def person_words(user: User) -> Callable[[str], bool]:
    return _words(user.email, user.first_name, user.last_name)


CUSTOMERS: dict[str, Matcher] = {
    "ids": id_matcher,
    "search": lambda user, text: person_words(user)(text),
    "date_joined": lambda user, wanted: in_range(user.date_joined, wanted),
    "updated_at": changed_matcher,
}
VARIANTS: dict[str, Matcher] = {
    "search": lambda variant, text: _words(variant.name, variant.sku)(text),
    "sku": lambda variant, skus: variant.sku in skus,
    "updated_at": changed_matcher,
}
WAREHOUSES: dict[str, Matcher] = {
    "ids": id_matcher,
    "slugs": lambda warehouse, slugs: warehouse.slug in slugs,
}
CATEGORIES: dict[str, Matcher] = {
    "ids": id_matcher,
    "search": lambda category, text: _words(category.name)(text),
}
VOUCHERS: dict[str, Matcher] = {
    "ids": id_matcher,
    # Saleor compares the whole name and the whole code, whatever their case.
    "search": lambda voucher, text: text.lower() in (voucher.name.lower(), voucher.code.lower()),
}
GIFT_CARDS: dict[str, Matcher] = {
    "metadata": lambda card, pairs: all(card.metadata.get(one["key"]) == one.get("value") for one in pairs),
    "created_by_email": lambda card, text: text.lower() in card.created_by_email.lower(),
}
ATTRIBUTES: dict[str, Matcher] = {
    "slugs": lambda attribute, slugs: attribute.slug in slugs,
}
APPS: dict[str, Matcher] = {
    "search": lambda app, text: _words(app.name)(text),
    "is_active": lambda app, wanted: app.is_active == wanted,
}


def product_filter(ask: Ask) -> dict[str, Matcher]:
    slugs = {category.id: category.slug for category in ask.store.state.categories.values()}
    return {
        "ids": id_matcher,
        "slugs": lambda product, wanted: product.slug in wanted,
        "search": lambda product, text: _words(product.name, product.description)(text),
        "is_published": lambda product, wanted: product.is_published == wanted,
        "is_available": lambda product, wanted: wanted,  # the demo sells all of its products
        "categories": lambda product, ids: product.category_slug in [slugs.get(gid) for gid in ids],
        "updated_at": changed_matcher,
    }


def product_sorting(sort_by: Mapping[str, Any] | None) -> dict[str, Callable[[Product], Any]]:
    """Without a value a product is behind all others, so falling it is before them; numbers sort as their texts."""
    _, attribute = kind_and_pk((sort_by or {}).get("attribute_id") or "")
    keys: dict[str, Callable[[Product], Any]] = {
        "NAME": lambda product: product.name,
        "LAST_MODIFIED_AT": lambda product: product.updated_at,
        "CREATED_AT": lambda product: (product.created, int(product.pk)),
        "RATING": lambda product: (product.rating is None, product.rating or 0, product.name),
    }
    if attribute:
        keys["CREATED_AT"] = lambda product: (attribute not in product.numbers, product.numbers.get(attribute, ""))
    return keys

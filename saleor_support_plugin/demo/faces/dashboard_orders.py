"""The Dashboard's home, its list of orders, and an order with what apps put beside it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ..money import order_total
from ..order_acts import fulfilled_quantity
from ..order_records import Order, OrderLine
from .dashboard_frames import frame_data
from .dashboard_view import View, page, refusal, table
from .markup import Html, as_script, fill, html, joined
from .writing import moment

_HOME_ROWS = 8


def home_page(view: View) -> str:
    newest = _mine(view)[:_HOME_ROWS]
    body = fill(
        "dashboard/home.html",
        view.words,
        hello=f"{view.words['hello_word']}, {view.user.first_name}",
        orders=order_table(view, newest),
        all_orders=view.at("/orders"),
        frame_data=as_script(frame_data(view, ["HOMEPAGE_WIDGETS"], {}, "/")),
    )
    return page(view, view.words["home_word"], body)


def orders_page(view: View) -> str:
    body = html("<h1>$title</h1>$table", title=view.words["orders_word"], table=order_table(view, _mine(view)))
    return page(view, view.words["orders_word"], body)


def order_page(view: View, order: Order) -> str:
    delivery = order.delivery
    path = f"/orders/{order.id}"
    mounts = ["ORDER_DETAILS_WIDGETS", "ORDER_DETAILS_MORE_ACTIONS"]
    customer = view.store.state.users.get(order.user_pk or "")
    body = fill(
        "dashboard/order.html",
        view.words,
        number=order.number,
        status=view.words[order.status],
        created=moment(order.created, view.locale, order.channel_slug),
        channel=order.channel_slug,
        email=html('<a href="$at">$email</a>', at=view.at(f"/customers/{customer.id}"), email=order.user_email)
        if customer
        else order.user_email,
        method=delivery.name if delivery else "",
        shipping=view.money(order, delivery.price if delivery else Decimal(0)),
        total=view.money(order, order_total(order)),
        back=view.at("/orders"),
        lines=joined(_line(view, order, line) for line in order.lines),
        parcels=_parcels(view, order),
        frame_data=as_script(frame_data(view, mounts, {"orderId": order.id}, path)),
    )
    return page(view, f"{view.words['order_word']} #{order.number}", body, order=order)


def order_table(view: View, orders: Iterable[Order]) -> Html:
    names = ("number_word", "date_word", "customer_word", "status_word")
    head = [*((view.words[name], "") for name in names), (view.words["total_word"], "money")]
    may = view.may("MANAGE_ORDERS")
    rows = joined(_row(view, order) for order in orders) if may else refusal(view, len(head))
    return table(head, rows, kind="orders")


def _mine(view: View) -> list[Order]:
    """The orders of the channels this person may work in, the newest first."""
    slugs = view.channel_slugs()
    orders = [order for order in view.store.state.orders.values() if order.channel_slug in slugs]
    return sorted(orders, key=lambda order: int(order.number), reverse=True)


def _row(view: View, order: Order) -> Html:
    return html(
        '<tr><td><a href="$at">#$number</a></td><td>$created</td><td>$email</td>'
        '<td><span class="status $kind">$status</span></td><td class="money">$total</td></tr>',
        at=view.at(f"/orders/{order.id}"),
        number=order.number,
        created=moment(order.created, view.locale, order.channel_slug),
        email=order.user_email,
        kind=order.status.lower(),
        status=view.words[order.status],
        total=view.money(order, order_total(order)),
    )


def _line(view: View, order: Order, line: OrderLine) -> Html:
    variant = view.store.state.variant(line.variant_pk)
    product = view.store.state.product_of(variant)
    return html(
        '<tr><td><a href="$at">$product</a>$variant</td><td>$sent / $quantity</td><td class="money">$total</td></tr>',
        at=view.at(f"/products/{product.id}"),
        product=line.product_name,
        variant=f" · {variant.name}" if variant.name else "",
        sent=fulfilled_quantity(order, line),
        quantity=line.quantity,
        total=view.money(order, line.unit_price * line.quantity),
    )


def _parcels(view: View, order: Order) -> Html:
    rows = [
        html(
            "<li>#$number-$at · $when$tracking</li>",
            number=order.number,
            at=parcel.fulfillment_order,
            when=moment(parcel.created, view.locale, order.channel_slug),
            tracking=f" · {parcel.tracking_number}" if parcel.tracking_number else "",
        )
        for parcel in order.fulfillments
        if parcel.status == "FULFILLED"
    ]
    if not rows:
        return Html("")
    return html('<h2>$word</h2><ul class="parcels">$rows</ul>', word=view.words["parcels_word"], rows=joined(rows))

"""A shopper's order, and the account with all of theirs."""

from __future__ import annotations

from string import Template

from ..money import order_subtotal, order_total
from ..order_records import Fulfillment, Order, OrderLine
from ..records import User
from ..visits import Reply, cookie, see_other
from .acts import on_its_way
from .markup import Html, fill, html, joined
from .visit import SHOPPER_COOKIE, Visit, page, when
from .writing import moment


def order_page(visit: Visit, order: Order) -> str:
    """Whoever knows an order's id may read it: in Saleor that id is the secret."""
    words = visit.words
    thanked = "thanks" in visit.asked.query
    where = order.shipping_address
    name = f"{words['order_word']} #{order.number}"
    body = fill(
        "shop/order.html",
        words,
        title=words["thanks"] if thanked else name,
        under=Template(words["thanks_more"]).substitute(number=order.number) if thanked else when(visit, order),
        stages=_stages(visit, order),
        tracking=joined(_tracking(visit, parcel) for parcel in order.fulfillments if parcel.tracking_number),
        lines=joined(_line(visit, line) for line in order.lines),
        subtotal=visit.money(order_subtotal(order)),
        method=_method_name(visit, order),
        delivery=visit.money(order.delivery.price) if order.delivery and order.delivery.price else words["free_word"],
        total=visit.money(order_total(order)),
        email=order.user_email,
        address=joined(html("$line<br>", line=line) for line in _address_lines(visit, order)) if where else "",
        acts=_acts(visit, order),
    )
    return page(visit, name, body, order=order)


def account_page(visit: Visit) -> str:
    if visit.user is None:
        buttons = joined(_be(visit, user) for user in visit.store.state.users.values() if not user.is_staff)
        body = fill("shop/sign_in.html", visit.words, enter=visit.at("/account/enter"), buttons=buttons)
        return page(visit, visit.words["account_word"], body)
    mine = [order for order in visit.store.state.orders.values() if order.user_pk == visit.user.pk]
    newest_first = sorted(mine, key=lambda order: int(order.number), reverse=True)
    body = fill(
        "shop/account.html",
        visit.words,
        hello=Template(visit.words["hello_word"]).substitute(name=visit.user.first_name),
        email=visit.user.email,
        orders=joined(_row(visit, order) for order in newest_first) or _none(visit),
        leave=visit.at("/account/leave"),
    )
    return page(visit, visit.words["account_word"], body)


def enter(visit: Visit) -> Reply:
    """Sign in as one of the demo's customers; staff have the Dashboard."""
    user = visit.store.state.find(visit.asked.form.get("user", ""), "User")
    if not isinstance(user, User) or user.is_staff:
        return see_other(visit.at("/account"))
    return see_other(visit.at("/account"), cookie(SHOPPER_COOKIE, visit.store.sessions.refresh_token(user)))


def leave(visit: Visit) -> Reply:
    return see_other(visit.at("/account"), cookie(SHOPPER_COOKIE, ""))


def _stages(visit: Visit, order: Order) -> Html:
    """Placed, sent, delivered: with the time of each that is reached."""
    if order.status == "CANCELED":
        return html('<li class="done">$word</li>', word=visit.words["cancelled_word"])
    standing = [parcel for parcel in order.fulfillments if parcel.status == "FULFILLED"]
    arrived = [parcel.delivered_at for parcel in standing if parcel.delivered_at]
    times = [
        ("placed_word", order.created),
        ("sent_word", standing[0].created if standing else None),
        ("delivered_word", max(arrived) if arrived and len(arrived) == len(standing) else None),
    ]
    return joined(
        html(
            "<li$done><strong>$word</strong><span>$when</span></li>",
            done=Html(' class="done"') if at else "",
            word=visit.words[word],
            when=moment(at, visit.language, order.channel_slug) if at else visit.words["not_yet"],
        )
        for word, at in times
    )


def _tracking(visit: Visit, parcel: Fulfillment) -> Html:
    return html("<p>$word: <code>$number</code></p>", word=visit.words["tracking_word"], number=parcel.tracking_number)


def _line(visit: Visit, line: OrderLine) -> Html:
    variant = visit.store.state.variant(line.variant_pk)
    product = visit.store.state.product_of(variant)
    kind = visit.name_of(variant)
    return html(
        '<li><img src="/thumbnail/$id/128/" alt="" width="56" height="56"><span>$name$kind</span>'
        "<span>× $quantity</span><strong>$total</strong></li>",
        id=product.id,
        name=visit.name_of(product),
        kind=f" · {kind}" if kind else "",
        quantity=line.quantity,
        total=visit.money(line.unit_price * line.quantity),
    )


def _method_name(visit: Visit, order: Order) -> str:
    """As the method is called today in the visitor's language; by the order's own copy when it is gone."""
    if order.delivery is None:
        return ""
    found = next((m for _, m in visit.store.state.methods() if m.pk == order.delivery.method_pk), None)
    return found.names.get("TR", found.name) if found and visit.language == "tr" else order.delivery.name


def _address_lines(visit: Visit, order: Order) -> list[str]:
    where = order.shipping_address
    if where is None:
        return []
    country = visit.words.get(where.country, where.country)
    city = f"{where.postal_code} {where.city}".strip()
    return [f"{where.first_name} {where.last_name}".strip(), where.street_address1, city, country]


def _acts(visit: Visit, order: Order) -> Html:
    """What the shop itself would do next with this order."""
    waiting = order.status in ("UNFULFILLED", "PARTIALLY_FULFILLED")
    names = (["send"] if waiting else []) + (["deliver"] if on_its_way(order) else [])
    buttons = joined(
        html('<button formaction="/demo/$act">$label</button>', act=name, label=_ACT_LABELS[visit.language][name])
        for name in names
    )
    if not names:
        return Html("")
    return fill(
        "shop/order_acts.html",
        visit.words,
        back=visit.asked.path,
        language=visit.language,
        order_id=order.id,
        buttons=buttons,
    )


_ACT_LABELS = {
    "en": {"send": "Send the parcel", "deliver": "Deliver the parcel"},
    "tr": {"send": "Kargoya ver", "deliver": "Kargoyu teslim et"},
}


def _be(visit: Visit, user: User) -> Html:
    label = Template(visit.words["be_word"]).substitute(name=f"{user.first_name} {user.last_name}")
    return html(
        '<button class="person" name="user" value="$id"><strong>$label</strong><span>$email</span></button>',
        id=user.id,
        label=label,
        email=user.email,
    )


def _row(visit: Visit, order: Order) -> Html:
    channel = visit.store.state.channel_of(order.channel_slug)
    return html(
        '<li><a href="/$language/$channel/order/$id">#$number</a><span>$when</span>'
        '<span class="status">$status</span></li>',
        language=visit.language,
        channel=channel.slug,
        id=order.id,
        number=order.number,
        when=when(visit, order),
        status=visit.words[order.status],
    )


def _none(visit: Visit) -> Html:
    return html("<li>$text</li>", text=visit.words["no_orders"])

"""The Dashboard's customers and products: lists, and a page for each with what apps put beside it."""

from __future__ import annotations

from ..catalogue_records import Product
from ..records import User
from .dashboard_frames import frame_data
from .dashboard_orders import order_table
from .dashboard_view import View, page, refusal, table
from .markup import Html, as_script, fill, html, joined
from .writing import amount


def customers_page(view: View) -> str:
    words = view.words
    head = [(words["name_word"], ""), (words["email_word"], ""), (words["orders_word"], "money")]
    customers = [user for user in view.store.state.users.values() if not user.is_staff]
    rows = joined(_customer_row(view, user) for user in customers)
    body = html(
        "<h1>$title</h1>$table",
        title=words["customers_word"],
        table=table(head, rows if view.may("MANAGE_USERS") else refusal(view, len(head))),
    )
    return page(view, words["customers_word"], body)


def customer_page(view: View, user: User) -> str:
    name = f"{user.first_name} {user.last_name}"
    orders = [order for order in view.store.state.orders.values() if order.user_pk == user.pk]
    inside = joined(
        [
            html("<p>$email</p>", email=user.email),
            html("<h2>$word</h2>", word=view.words["orders_word"]),
            order_table(view, sorted(orders, key=lambda order: int(order.number), reverse=True)),
        ]
    )
    return _detail(view, "CUSTOMER", name, inside, {"customerId": user.id}, "customers")


def products_page(view: View) -> str:
    words = view.words
    currencies = [channel.currency_code for channel in view.store.state.channels.values()]
    head = [(words["product_word"], ""), *((code, "money") for code in currencies)]
    rows = joined(_product_row(view, product) for product in view.store.state.products.values())
    body = html("<h1>$title</h1>$table", title=words["products_word"], table=table(head, rows))
    return page(view, words["products_word"], body)


def product_page(view: View, product: Product) -> str:
    head = [(view.words["variant_word"], ""), ("SKU", ""), (view.words["stock_word"], "money")]
    rows = joined(
        html(
            '<tr><td>$name</td><td>$sku</td><td class="money">$pieces</td></tr>',
            name=variant.name or "—",
            sku=variant.sku or "—",
            pieces=sum(stock.quantity - stock.quantity_allocated for stock in variant.stocks),
        )
        for variant in product.variants
    )
    inside = joined([html("<p>$text</p>", text=product.description), table(head, rows)])
    parameters = {"productId": product.id, "productSlug": product.slug}
    return _detail(view, "PRODUCT", product.name, inside, parameters, "products")


def _detail(view: View, kind: str, name: str, inside: Html, parameters: dict[str, str], slug: str) -> str:
    path = f"/{slug}/{next(iter(parameters.values()))}"
    body = fill(
        "dashboard/detail.html",
        view.words,
        name=name,
        list_word=view.words[f"{slug}_word"],
        back=view.at(f"/{slug}"),
        inside=inside,
        frame_data=as_script(
            frame_data(view, [f"{kind}_DETAILS_WIDGETS", f"{kind}_DETAILS_MORE_ACTIONS"], parameters, path)
        ),
    )
    return page(view, name, body)


def _customer_row(view: View, user: User) -> Html:
    count = sum(order.user_pk == user.pk for order in view.store.state.orders.values())
    return html(
        '<tr><td><a href="$at">$name</a></td><td>$email</td><td class="money">$count</td></tr>',
        at=view.at(f"/customers/{user.id}"),
        name=f"{user.first_name} {user.last_name}",
        email=user.email,
        count=count,
    )


def _product_row(view: View, product: Product) -> Html:
    cheapest = joined(
        html(
            '<td class="money">$price</td>',
            price=amount(min(v.prices[channel.slug] for v in product.variants), channel.currency_code, view.locale),
        )
        for channel in view.store.state.channels.values()
    )
    return html(
        '<tr><td class="thing"><img src="/thumbnail/$id/64/" alt="" width="32" height="32">'
        '<a href="$at">$name</a></td>$cheapest</tr>',
        id=product.id,
        at=view.at(f"/products/{product.id}"),
        name=product.name,
        cheapest=cheapest,
    )

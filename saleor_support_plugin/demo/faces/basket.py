"""The cart's page, and what its forms do."""

from __future__ import annotations

from decimal import Decimal

from ..catalogue_records import ProductVariant
from ..order_records import Checkout, CheckoutLine
from ..shop import Refused
from ..visits import Reply, cookie, see_other
from ..visits import html as reply_html
from .carts import cookie_name, keep_promise, put_in
from .markup import Html, fill, html, joined
from .visit import Visit, page


def cart_page(visit: Visit, fault: str = "") -> str:
    words = visit.words
    cart = visit.cart
    if cart is None or not cart.lines:
        body = fill(
            "shop/empty.html", words, title=words["bag_word"], text=fault or words["empty_bag"], home=visit.at("/")
        )
        return page(visit, words["bag_word"], body)
    body = fill(
        "shop/cart.html",
        words,
        fault=html('<p class="fault" role="alert">$text</p>', text=fault) if fault else "",
        rows=joined(_row(visit, line) for line in cart.lines),
        subtotal=visit.money(subtotal(visit, cart)),
        checkout=visit.at("/checkout"),
        home=visit.at("/"),
    )
    return page(visit, words["bag_word"], body)


def open_cart(visit: Visit, cart_id: str) -> Reply:
    """A link back into a cart, as reminders carry it: whoever knows its id may have it, as in Saleor."""
    found = visit.store.state.find(cart_id, "Checkout")
    if not isinstance(found, Checkout):
        return reply_html(cart_page(visit, visit.words["gone"]), 404)
    channel = visit.store.state.channel_of(found.channel_slug)
    return see_other(f"/{visit.language}/{channel.slug}/cart", _keep(visit, found))


def back_page(visit: Visit, token: str) -> str:
    """Where a reminder leads whose shop looks itself which cart this browser holds; its script asks the app."""
    around = visit.around
    body = fill(
        "shop/back.html",
        visit.words,
        door=f"{around.app_url.rstrip('/')}/s/{around.store_key}/{visit.channel.slug}/resume",
        token=token,
        held=visit.cart.id if visit.cart else "",
        cart=visit.at("/cart"),
    )
    return page(visit, visit.words["bag_word"], body)


def add(visit: Visit) -> Reply:
    form = visit.asked.form
    variant = visit.store.state.find(form.get("variant", ""), "ProductVariant")
    quantity = form.get("quantity", "1")
    if not isinstance(variant, ProductVariant) or not quantity.isdecimal() or not int(quantity):
        return see_other(visit.at("/cart"))
    try:
        cart = put_in(
            visit.store, visit.channel, visit.cart, variant, int(quantity), user=visit.user, language=visit.language
        )
    except Refused:
        return reply_html(cart_page(visit, visit.words["too_many"]), 422)
    keep_promise(visit.store, cart, form.get("promise", ""))
    return see_other(visit.at("/cart"), _keep(visit, cart))


def change(visit: Visit) -> Reply:
    """Set how many pieces of a line; the button "Remove" sends none."""
    form = visit.asked.form
    line = next((line for line in visit.cart.lines if line.id == form.get("line")), None) if visit.cart else None
    if visit.cart and line and form.get("quantity", "").isdecimal():
        try:
            visit.store.checkouts.set_quantity(visit.cart, line, int(form["quantity"]))
        except Refused:
            return reply_html(cart_page(visit, visit.words["too_many"]), 422)
    return see_other(visit.at("/cart"))


def subtotal(visit: Visit, cart: Checkout) -> Decimal:
    variants = [(visit.store.state.variant(line.variant_pk), line.quantity) for line in cart.lines]
    return sum((visit.price_of(variant) * quantity for variant, quantity in variants), Decimal(0))


def goods_named(visit: Visit, line: CheckoutLine) -> tuple[str, str, str]:
    """The product's name, the variant's (perhaps empty), and the address of the picture."""
    variant = visit.store.state.variant(line.variant_pk)
    product = visit.store.state.product_of(variant)
    return visit.name_of(product), visit.name_of(variant), f"/thumbnail/{product.id}/128/"


def _keep(visit: Visit, cart: Checkout) -> str:
    channel = visit.store.state.channel_of(cart.channel_slug)
    return cookie(cookie_name(channel), cart.id, http_only=False)


def _row(visit: Visit, line: CheckoutLine) -> Html:
    variant = visit.store.state.variant(line.variant_pk)
    product = visit.store.state.product_of(variant)
    name, kind, picture = goods_named(visit, line)
    return fill(
        "shop/cart_line.html",
        visit.words,
        picture=picture,
        address=visit.at(f"/products/{product.slug}", variant=variant.id),
        name=name,
        kind=html('<span class="kind">$kind</span>', kind=kind) if kind else "",
        change=visit.at("/cart/line"),
        line=line.id,
        quantity=line.quantity,
        total=visit.money(visit.price_of(variant) * line.quantity),
    )

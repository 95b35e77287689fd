"""The shop's home and its product pages."""

from __future__ import annotations

from decimal import Decimal

from ..catalogue_records import Product, ProductVariant
from .basket import subtotal
from .dashboard_frames import places_in_menu
from .markup import Html, fill, html, joined
from .visit import Visit, page


def home(visit: Visit) -> str:
    tiles = joined(_tile(visit, product) for product in visit.store.state.products.values())
    body = fill("shop/home.html", visit.words, steps=_steps(visit), tiles=tiles)
    return page(visit, visit.words["tagline"], body)


def product_page(visit: Visit, product: Product) -> str:
    chosen = _chosen(visit, product)
    name = visit.name_of(product)
    body = fill(
        "shop/product.html",
        visit.words,
        home=visit.at("/"),
        name=name,
        picture=f"/thumbnail/{product.id}/1024/",
        price=visit.money(visit.price_of(chosen)),
        description=product.descriptions.get("TR", "") if visit.language == "tr" else product.description,
        add=visit.at("/cart/add"),
        bag=_bag(visit),
        variants=_variants(visit, product, chosen),
        stock=visit.words["in_stock" if _left(visit, chosen) else "out_of_stock"],
        variant=chosen.id,
        country=visit.country,
        countries=" ".join(visit.channel.countries),
        subtotal=_bag(visit) + visit.price_of(chosen),
        product=product.id,
    )
    return page(visit, name, body, product=product.id)


def _steps(visit: Visit) -> Html:
    """The way to a first message that is answered; it begins when the app is there and its widget on the page."""
    inboxes = places_in_menu(visit.store, visit.store.person("admin"), "NAVIGATION_ORDERS")
    if not inboxes or not visit.around.store_key:
        return fill("shop/steps_wait.html", visit.words)
    _, path = inboxes[0]
    return fill(
        "shop/steps.html",
        visit.words,
        inbox=f"/dashboard{path}?locale={visit.language}",
        outbox=f"/outbox/?language={visit.language}",
    )


def _tile(visit: Visit, product: Product) -> Html:
    cheapest = min(visit.price_of(variant) for variant in product.variants)
    return html(
        '<li><a class="tile" href="$address"><img src="/thumbnail/$id/512/" alt="" width="512" height="512">'
        '<span class="name">$name</span><span class="price">$price</span></a></li>',
        address=visit.at(f"/products/{product.slug}"),
        id=product.id,
        name=visit.name_of(product),
        price=visit.money(cheapest),
    )


def _chosen(visit: Visit, product: Product) -> ProductVariant:
    """The variant in the address, as Paper has it; the first one otherwise."""
    wanted = visit.asked.query.get("variant")
    return next((variant for variant in product.variants if variant.id == wanted), product.variants[0])


def _variants(visit: Visit, product: Product, chosen: ProductVariant) -> Html:
    if len(product.variants) == 1:
        return html(
            '<input type="hidden" name="variant" value="$id" data-price="$price">',
            id=chosen.id,
            price=visit.price_of(chosen),
        )
    choices = joined(
        html(
            '<label class="chip"><input type="radio" name="variant" value="$id" data-price="$price"$checked>'
            "<span>$name</span></label>",
            id=variant.id,
            price=visit.price_of(variant),
            checked=Html(" checked") if variant is chosen else "",
            name=visit.name_of(variant),
        )
        for variant in product.variants
    )
    return html(
        '<fieldset class="chips"><legend>$legend</legend>$choices</fieldset>',
        legend=visit.words["choose_word"],
        choices=choices,
    )


def _bag(visit: Visit) -> Decimal:
    return subtotal(visit, visit.cart) if visit.cart else Decimal(0)


def _left(visit: Visit, variant: ProductVariant) -> int:
    slugs = [slug for zone in visit.store.state.zones.values() if visit.channel.slug in zone.channel_slugs
             for slug in zone.warehouse_slugs]  # fmt: skip
    return sum(s.quantity - s.quantity_allocated for s in variant.stocks if s.warehouse_slug in slugs)

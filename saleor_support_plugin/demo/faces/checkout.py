"""The checkout: one page, and what is kept while it is filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from string import Template

from ..catalogue_records import ShippingMethodType
from ..order_records import Checkout
from ..records import Address, kind_and_pk
from ..shipping import methods_to
from ..visits import Reply, cookie, see_other
from ..visits import html as reply_html
from .basket import goods_named, subtotal
from .carts import OPT_IN, cookie_name, keep_consent
from .markup import Html, fill, html, joined, options
from .visit import Visit, page

_MAIL = re.compile(r"[^@\s<>\"]{1,64}@[^@\s<>\"]{1,190}\.[^@\s<>\".]{2,}")
FIELDS = {
    "email": "email_word",
    "first_name": "first_name_word",
    "last_name": "last_name_word",
    "street": "street_word",
    "postal_code": "postal_code_word",
    "city": "city_word",
    "country": "country_word",
    "method": "methods_word",
}
_COMPLETES = {
    "email": "email",
    "first_name": "given-name",
    "last_name": "family-name",
    "street": "street-address",
    "postal_code": "postal-code",
    "city": "address-level2",
}


def checkout_page(
    visit: Visit, given: Mapping[str, str] | None = None, faults: Mapping[str, str] | None = None
) -> Reply:
    """`given` is what was typed so far, `faults` the field's name → what is wrong with it."""
    cart = visit.cart
    if cart is None or not cart.lines:
        return see_other(visit.at("/cart"))
    values = dict(given) if given is not None else _known(visit, cart)
    body = fill(
        "shop/checkout.html",
        visit.words,
        summary=_summary(visit, faults or {}),
        act=visit.at("/checkout"),
        save=visit.at("/checkout/save"),
        methods_address=visit.at("/checkout/methods"),
        sample=visit.at("/checkout", sample="1"),
        email=_input(visit, "email", values, faults, kind="email"),
        consent=Html(" checked") if values.get("consent") else "",
        names=joined(_input(visit, name, values, faults) for name in ("first_name", "last_name")),
        street=_input(visit, "street", values, faults),
        places=joined(_input(visit, name, values, faults) for name in ("postal_code", "city")),
        countries=options([(code, visit.words[code]) for code in visit.channel.countries], values.get("country", "")),
        methods=methods(visit, values, (faults or {}).get("method", "")),
        lines=joined(_line(visit, *goods_named(visit, line), line.quantity) for line in cart.lines),
        subtotal=visit.money(subtotal(visit, cart)),
    )
    return reply_html(page(visit, visit.words["checkout_word"], body), 422 if faults else 200)


def methods(visit: Visit, values: Mapping[str, str], fault: str = "") -> Html:
    """The ways to this address: the store's own methods, with their prices."""
    fitting = _fitting(visit, values)
    if not fitting:
        return html('<p class="fault" id="method">$text</p>', text=visit.words["no_methods"])
    chosen = values.get("method") or fitting[0].id
    said = html('<p class="fault">$text</p>', text=fault) if fault else Html("")
    return joined([said, *(_method(visit, method, method.id == chosen) for method in fitting)])


def save(visit: Visit) -> Reply:
    """Keep the e-mail address and the consent while the shopper still types, as Paper does."""
    form = visit.asked.form
    if visit.cart and _MAIL.fullmatch(form.get("email", "").strip()):
        _keep_contact(visit, visit.cart, form)
    return Reply(204, kind="text/plain")


def place_order(visit: Visit) -> Reply:
    form = {name: value.strip() for name, value in visit.asked.form.items()}
    if "show_methods" in form:
        return checkout_page(visit, form)
    cart, method = visit.cart, _wanted_method(visit, form)
    if cart is None or not cart.lines:
        return see_other(visit.at("/cart"))
    faults = _faults(visit, form, method)
    if faults or method is None:
        return checkout_page(visit, form, faults)
    with visit.store.act():
        _keep_contact(visit, cart, form)
        cart.user_pk = visit.user.pk if visit.user else None
        where = _address(visit, form)
        visit.store.checkouts.set_addresses(cart, shipping=where, billing=where)
        visit.store.checkouts.choose_delivery(cart, method)
        order = visit.store.checkouts.complete(cart)
    return see_other(
        visit.at(f"/order/{order.id}", thanks="1"), cookie(cookie_name(visit.channel), "", http_only=False)
    )


def _keep_contact(visit: Visit, cart: Checkout, form: Mapping[str, str]) -> None:
    email = form["email"].strip()
    if cart.email != email:
        visit.store.checkouts.set_email(cart, email)
    keep_consent(visit.store, cart, bool(form.get("consent")))


def _known(visit: Visit, cart: Checkout) -> dict[str, str]:
    """What a first look at the page can fill in: from the account, or a sample address when asked for."""
    name = {"tr": "ayse", "eu": "lena"}.get(visit.channel.slug, "jan")
    sample = visit.store.person(name) if visit.asked.query.get("sample") else None
    person = visit.user or sample
    home = person.addresses[0] if person and person.addresses else None
    if home is None or home.country not in visit.channel.countries:
        home = sample.addresses[0] if sample else None
    found = {"email": cart.email or (person.email if person else ""), "country": visit.country}
    if cart.metadata.get(OPT_IN) == "true":
        found["consent"] = "on"
    if home:
        found |= {"first_name": home.first_name, "last_name": home.last_name, "street": home.street_address1,
                  "postal_code": home.postal_code, "city": home.city, "country": home.country}  # fmt: skip
    return found


def _faults(visit: Visit, form: Mapping[str, str], method: ShippingMethodType | None) -> dict[str, str]:
    needed = ("first_name", "last_name", "street", "postal_code", "city")
    faults = {name: visit.words["needed"] for name in needed if not form.get(name)}
    if not _MAIL.fullmatch(form.get("email", "")):
        faults["email"] = visit.words["bad_email"]
    if form.get("country") not in visit.channel.countries:
        faults["country"] = visit.words["needed"]
    if method is None:
        faults["method"] = visit.words["choose_method"]
    return {name: faults[name] for name in FIELDS if name in faults}


def _wanted_method(visit: Visit, form: Mapping[str, str]) -> ShippingMethodType | None:
    kind, pk = kind_and_pk(form.get("method", ""))
    return next((method for method in _fitting(visit, form) if kind == "ShippingMethodType" and method.pk == pk), None)


def _fitting(visit: Visit, values: Mapping[str, str]) -> list[ShippingMethodType]:
    """The methods to this address that a cart of this worth may use, as Saleor marks them active."""
    worth = subtotal(visit, visit.cart) if visit.cart else Decimal(0)
    slug = visit.channel.slug
    found = methods_to(
        visit.store.state, slug, values.get("country", visit.country), postal_code=values.get("postal_code", "")
    )
    return [method for method in found if method.minimum_order_prices.get(slug, Decimal(0)) <= worth]


def _address(visit: Visit, form: Mapping[str, str]) -> Address:
    return Address(
        pk=visit.store.state.next_pk("Address"),
        first_name=form["first_name"][:100],
        last_name=form["last_name"][:100],
        street_address1=form["street"][:200],
        postal_code=form["postal_code"][:20],
        city=form["city"][:100],
        country=form["country"],
    )


def _input(
    visit: Visit, name: str, values: Mapping[str, str], faults: Mapping[str, str] | None, *, kind: str = "text"
) -> Html:
    fault = (faults or {}).get(name, "")
    return html(
        '<div class="field"><label for="$name">$label</label><input id="$name" name="$name" type="$kind" '
        'value="$value" autocomplete="$completes" required$wrong>$said</div>',
        name=name,
        label=visit.words[FIELDS[name]],
        kind=kind,
        value=values.get(name, ""),
        completes=_COMPLETES[name],
        wrong=html(' aria-invalid="true" aria-describedby="$name-fault"', name=name) if fault else "",
        said=html('<p class="fault" id="$name-fault">$text</p>', name=name, text=fault) if fault else "",
    )


def _summary(visit: Visit, faults: Mapping[str, str]) -> Html:
    if not faults:
        return Html("")
    links = joined(
        html('<li><a href="#$name">$label</a></li>', name=name, label=visit.words[FIELDS[name]]) for name in faults
    )
    return html(
        '<div class="faults" role="alert"><p>$text</p><ul>$links</ul></div>',
        text=visit.words["faults_word"],
        links=links,
    )


def _method(visit: Visit, method: ShippingMethodType, checked: bool) -> Html:
    price = method.prices[visit.channel.slug]
    return html(
        '<label class="method"><input type="radio" name="method" value="$id"$checked required '
        'data-total="$total"><span>$name</span>'
        '<span class="days">$days</span><span class="price">$price</span></label>',
        id=method.id,
        total=visit.money(price + (subtotal(visit, visit.cart) if visit.cart else 0)),
        checked=Html(" checked") if checked else "",
        name=method.names.get("TR", method.name) if visit.language == "tr" else method.name,
        days=_days(visit, method),
        price=visit.money(price) if price else visit.words["free_word"],
    )


def _days(visit: Visit, method: ShippingMethodType) -> str:
    least, most = method.minimum_delivery_days, method.maximum_delivery_days
    if least is None or most is None:
        return ""
    if most == 0:
        return visit.words["same_day"]
    return Template(visit.words["days_between"]).substitute(least=least, most=most)


def _line(visit: Visit, name: str, kind: str, picture: str, quantity: int) -> Html:
    return html(
        '<li><img src="$picture" alt="" width="48" height="48"><span>$name$kind</span><span>× $quantity</span></li>',
        picture=picture,
        name=name,
        kind=f" · {kind}" if kind else "",
        quantity=quantity,
    )

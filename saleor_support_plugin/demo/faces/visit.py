"""A visit to the demo's shop: in which language and channel, by whom, with which cart; and the frame of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from urllib.parse import quote, urlencode

import jwt

from ..catalogue_records import Channel, Product, ProductVariant
from ..order_records import Checkout, Order
from ..records import User
from ..store import Store
from ..visits import Asked
from .bar import bar
from .carts import cart_of
from .markup import Html, fill, html, joined
from .shop_words import WORDS
from .surroundings import Surroundings
from .writing import amount, moment

# Holds a customer's refresh token, as a storefront of Saleor does.
SHOPPER_COOKIE = "shopper"
LANGUAGES = {"tr": "Türkçe", "en": "English"}


@dataclass(frozen=True)
class Visit:
    store: Store
    around: Surroundings
    asked: Asked
    language: str
    channel: Channel

    @property
    def words(self) -> dict[str, str]:
        return WORDS[self.language]

    @cached_property
    def user(self) -> User | None:
        """The customer who is signed in."""
        try:
            return self.store.sessions.read(self.asked.cookies.get(SHOPPER_COOKIE, ""))[1]
        except jwt.PyJWTError:
            return None

    @cached_property
    def cart(self) -> Checkout | None:
        return cart_of(self.store, self.channel, self.asked.cookies)

    def at(self, path: str, **query: str) -> str:
        """The address of a page of this shop, in this language and channel."""
        asked = f"?{urlencode(query)}" if query else ""
        return f"/{self.language}/{self.channel.slug}{quote(path)}{asked}"

    def money(self, value: Decimal) -> str:
        return amount(value, self.channel.currency_code, self.language)

    def name_of(self, row: Product | ProductVariant) -> str:
        return row.names.get("TR", row.name) if self.language == "tr" else row.name

    def price_of(self, variant: ProductVariant) -> Decimal:
        return variant.prices[self.channel.slug]

    @property
    def country(self) -> str:
        """Where this visitor's parcel would go."""
        home = self.user.addresses[0].country if self.user and self.user.addresses else ""
        return home if home in self.channel.countries else self.channel.default_country


def page(visit: Visit, title: str, body: Html, *, order: Order | None = None, product: str = "") -> str:
    """A whole page of the shop; `product` is the id of the one that it is about."""
    path = visit.asked.path
    return fill(
        "shop/page.html",
        visit.words,
        lang=visit.language,
        title=title,
        widget=_widget(visit),
        bar=bar(
            visit.store,
            visit.around,
            language=visit.language,
            place="shop",
            back=path if visit.asked.method == "GET" else visit.at("/"),
            order=order,
            note=visit.asked.query.get("note", ""),
        ),
        home=visit.at("/"),
        languages=_switch(visit, [(slug, visit.channel.slug, name, slug) for slug, name in LANGUAGES.items()]),
        channels=_switch(visit, [(visit.language, row.slug, _sign(row), "") for row in _channels(visit)]),
        account=visit.at("/account"),
        who=visit.user.first_name if visit.user else visit.words["account_word"],
        bag=visit.at("/cart"),
        pieces=_pieces(visit),
        body=body,
        chat=_chat(visit, title, str(order.number) if order else product),
    )


# What a page is for, by the part of its address after language and channel.
STAGES = {"products": "product", "cart": "cart", "checkout": "checkout", "order": "order"}


def _chat(visit: Visit, title: str, about_id: str) -> Html:
    """The launcher, which knows what the page is about: a message says it, unless the shopper takes it away."""
    kind = visit.asked.path.strip("/").split("/")[2:3]
    stage = STAGES.get(kind[0], "browse") if kind else "browse"
    about = {} if stage == "browse" else {"about": title, "about-id": about_id}
    facts = {"stage": stage} | about | {"checkout": visit.cart.id if visit.cart else ""}
    attributes = [html(' $name="$value"', name=name, value=value) for name, value in facts.items() if value]
    return html("<support-chat$attributes></support-chat>", attributes=joined(attributes))


def _widget(visit: Visit) -> Html:
    """The line that a merchant pastes, once the app knows this store."""
    if not (visit.around.app_origin and visit.around.store_key):
        return Html("")
    return html(
        '<script async src="$app/widget.js" data-store="$key" data-channel="$channel" data-locale="$locale"></script>',
        app=visit.around.app_url.rstrip("/"),
        key=visit.around.store_key,
        channel=visit.channel.slug,
        locale=visit.language,
    )


def _switch(visit: Visit, choices: list[tuple[str, str, str, str]]) -> Html:
    """Links to this same page in another language or currency."""
    here = (visit.language, visit.channel.slug)
    rest = visit.asked.path.removeprefix(f"/{here[0]}/{here[1]}") if visit.asked.method == "GET" else "/"
    return joined(
        html(
            '<a href="$address"$lang$current>$label</a>',
            address=f"/{language}/{channel}{quote(rest)}",
            lang=html(' lang="$code" hreflang="$code"', code=code) if code else "",
            current=Html(' aria-current="true"') if (language, channel) == here else "",
            label=label,
        )
        for language, channel, label, code in choices
    )


def _channels(visit: Visit) -> list[Channel]:
    return list(visit.store.state.channels.values())


def _sign(channel: Channel) -> str:
    return {"TRY": "₺ TRY", "EUR": "€ EUR"}.get(channel.currency_code, channel.currency_code)


def _pieces(visit: Visit) -> Html:
    count = sum(line.quantity for line in visit.cart.lines) if visit.cart else 0
    return html(' <span class="pieces">$count</span>', count=count) if count else Html("")


def when(visit: Visit, order: Order) -> str:
    return moment(order.created, visit.language, order.channel_slug)

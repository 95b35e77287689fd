"""Which page or act an address of the demo's faces means."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from ..catalogue_records import Channel, Product
from ..order_records import Checkout, Order
from ..store import Store
from ..visits import Asked, Reply, html, see_other
from . import acts, basket, checkout, dashboard_doors, goods, help_pages, orders, outbox_pages
from .bar_words import WORDS as BAR_WORDS
from .markup import fill, text_of
from .safety import content_policy, frames_policy
from .surroundings import Surroundings
from .visit import LANGUAGES, Visit, page

# A channel's own language and the other way round, for who says only one of them.
_CHANNEL_OF = {"tr": "tr", "en": "eu"}
_KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_ASSETS = {
    name.rpartition("/")[2]: name
    for name in (
        "shared/demo.css", "shop/shop.css", "shop/shop.js", "shop/icon.svg", "outbox/outbox.css", "outbox/outbox.js",
        "shared/bar.js", "dashboard/dashboard.css", "dashboard/dashboard.js", "dashboard/bridge.js",
        "dashboard/frames.js", "dashboard/search.js", "dashboard/toasts.js",
    )
}  # fmt: skip


class Faces:
    """Answers for everything that is not Saleor's own: the shop, the Dashboard's frame, the outbox and their acts."""

    def __init__(self, store: Store, around: Surroundings) -> None:
        self.store = store
        self.around = around

    def reply_to(self, asked: Asked) -> Reply:
        if asked.method not in ("GET", "HEAD", "POST"):
            return Reply(405, b"", "text/plain", {"allow": "GET, HEAD, POST"})
        if asked.method == "POST" and not asked.is_from_our_own_page:
            language = self._language(asked)
            return Reply(403, BAR_WORDS[language]["foreign"].encode(), "text/plain; charset=utf-8")
        return self._guarded(asked, self._reply_to(asked))

    def _reply_to(self, asked: Asked) -> Reply:
        first, _, rest = asked.path.strip("/").partition("/")
        if first in ("assets", "dashboard") and rest in _ASSETS:
            return asset(rest)
        if first == "demo" and asked.method == "POST":
            return self._act(asked, rest)  # may ask the app, which may ask the store: it must not be held
        with self.store.lock:
            if first == "dashboard":
                return dashboard_doors.reply_to(self.store, self.around, asked, rest)
            if first == "outbox":
                return outbox_pages.reply_to(self.store, self.around, asked, unquote(rest), self._language(asked))
            return self._shop(asked, first, rest)

    def _guarded(self, asked: Asked, reply: Reply) -> Reply:
        """Every page says what it may load, and from where."""
        frames = asked.path.startswith("/dashboard")
        policy = frames_policy(self.store) if frames else content_policy(self.around.app_origin)
        # Origin-when-cross-origin is what the Dashboard sends: an app's frame learns by it who opened it.
        common = {
            "content-security-policy": policy,
            "referrer-policy": "origin-when-cross-origin",
            "x-content-type-options": "nosniff",
            "cache-control": "no-store",
        }
        return Reply(reply.status, reply.body, reply.kind, common | reply.headers, reply.cookies)

    def _act(self, asked: Asked, name: str) -> Reply:
        act, form = acts.ACTS.get(name), asked.form
        language = form.get("language", "") if form.get("language") in LANGUAGES else "en"
        if act is None:
            return Reply(404, b"Not found", "text/plain")
        with self.store.lock:
            order = self.store.state.find(form.get("order", ""), "Order")
        done = act(acts.Wish(self.store, self.around, language, order if isinstance(order, Order) else None))
        return see_other(_back_to(form.get("back", ""), self.around.note(done.text, well=done.well)))

    def _shop(self, asked: Asked, first: str, rest: str) -> Reply:
        if first == "order":
            return self._short_order(asked, unquote(rest.strip("/")))
        if first not in LANGUAGES:
            language = self._language(asked)
            if first in ("products", "pages") and rest:
                return see_other(f"/{language}/{_CHANNEL_OF[language]}/{first}/{rest}{_asked_again(asked)}")
            if first in ("", "cart"):
                cart = self.store.state.find(asked.query.get("checkout", ""), "Checkout")
                language = _language_of(cart) if isinstance(cart, Checkout) else language
                return see_other(f"/{language}/{_CHANNEL_OF[language]}/{first}{_asked_again(asked)}")
            return self._missing(asked, language, None)
        slug, _, path = rest.partition("/")
        channel = self.store.state.channel(slug)
        if not slug:
            return see_other(f"/{first}/{_CHANNEL_OF[first]}/{_asked_again(asked)}")
        if channel is None:
            return self._missing(asked, first, None)
        return self._page(Visit(self.store, self.around, asked, first, channel), path.strip("/"))

    def _page(self, visit: Visit, path: str) -> Reply:
        sent = visit.asked.method == "POST"
        if path == "" and {"checkout", "support_cart"} & visit.asked.query.keys():
            path = "cart"
        simple = (_POSTED if sent else _SHOWN).get(path)
        if simple:
            return simple(visit)
        kind, _, name = path.partition("/")
        if not sent and kind == "products":
            product = next((p for p in self.store.state.products.values() if p.slug == name), None)
            return html(goods.product_page(visit, product)) if isinstance(product, Product) else _no_page(visit)
        if not sent and kind == "order":
            return self._order(visit, unquote(name))
        if not sent and kind == "pages" and name in help_pages.BY_SLUG:
            return html(help_pages.help_page(visit, help_pages.BY_SLUG[name]))
        return _no_page(visit)

    def _order(self, visit: Visit, name: str) -> Reply:
        order = self.store.state.find(name, "Order")
        if not isinstance(order, Order):
            return _no_page(visit)
        if order.channel_slug != visit.channel.slug:
            return see_other(f"/{visit.language}/{order.channel_slug}/order/{order.id}{_asked_again(visit.asked)}")
        return html(orders.order_page(visit, order))

    def _short_order(self, asked: Asked, name: str) -> Reply:
        """`/order/ID`, as a mail would link to it: in the language that the order was placed in."""
        order = self.store.state.find(name, "Order")
        if not isinstance(order, Order):
            return self._missing(asked, self._language(asked), None)
        return see_other(f"/{_language_of(order)}/{order.channel_slug}/order/{order.id}{_asked_again(asked)}")

    def _missing(self, asked: Asked, language: str, channel: Channel | None) -> Reply:
        channel = channel or self.store.state.channel_of(_CHANNEL_OF[language])
        return _no_page(Visit(self.store, self.around, asked, language, channel))

    def _language(self, asked: Asked) -> str:
        """The one asked for, or what the browser prefers of the two."""
        if asked.query.get("language") in LANGUAGES:
            return asked.query["language"]
        wanted = [part.strip()[:2].lower() for part in asked.headers.get("accept-language", "").split(",")]
        return next((language for language in wanted if language in LANGUAGES), "en")


def _language_of(row: Order | Checkout) -> str:
    """The language that its shopper spoke."""
    return "tr" if row.language_code.upper().startswith("TR") else "en"


def asset(name: str) -> Reply:
    """A style sheet, script or picture of the pages."""
    return Reply(200, text_of(_ASSETS[name]).encode(), _KINDS[name.rpartition(".")[2]])


def _no_page(visit: Visit) -> Reply:
    body = fill("shop/missing.html", visit.words, home=visit.at("/"))
    return html(page(visit, visit.words["missing_word"], body), 404)


def _cart(visit: Visit) -> Reply:
    wanted, token = visit.asked.query.get("checkout"), visit.asked.query.get("support_cart")
    if token:
        return html(basket.back_page(visit, token))
    return basket.open_cart(visit, wanted) if wanted else html(basket.cart_page(visit))


def _checkout(visit: Visit) -> Reply:
    wanted = visit.asked.query.get("checkout")
    return basket.open_cart(visit, wanted) if wanted else checkout.checkout_page(visit)


_SHOWN: dict[str, Callable[[Visit], Reply]] = {
    "": lambda visit: html(goods.home(visit)),
    "cart": _cart,
    "checkout": _checkout,
    "checkout/methods": lambda visit: html(checkout.methods(visit, visit.asked.query)),
    "account": lambda visit: html(orders.account_page(visit)),
}
_POSTED: dict[str, Callable[[Visit], Reply]] = {
    "cart/add": basket.add,
    "cart/line": basket.change,
    "checkout": checkout.place_order,
    "checkout/save": checkout.save,
    "account/enter": orders.enter,
    "account/leave": orders.leave,
}


def _asked_again(asked: Asked) -> str:
    return f"?{urlencode(asked.query)}" if asked.query else ""


def _back_to(address: str, note: str) -> str:
    """The page a button was on, with what is to be said there; only a page of ours."""
    parts = urlsplit(address)
    path = parts.path if parts.path.startswith("/") and not address.startswith(("//", "/\\")) else "/"
    query = [(name, value) for name, value in parse_qsl(parts.query) if name not in ("note", "thanks")]
    return f"{path}?{urlencode([*query, ('note', note)])}"

"""`/s/STORE/CHANNEL/articles` and `…/products`: what shoppers find by themselves, before anybody has to answer."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..conversations.rules import Limit, network_of
from ..saleor.public import Named, OfferedProduct
from ..self_help import actions, rules
from ..self_help import articles as help_pages
from ..self_help import products as goods
from ..self_help.rules import Article, Choice
from ..self_help.visiting import Busy
from ..stores.models import Store
from ..tickets.actions import TooOften, limit_use
from ..tickets.rules import language
from .callers_address import address_of
from .storefront_doors import Refused, json_answer, json_object, nothing_here, storefront_door, too_often

MOST_BYTES = 30_000
# Of one network, an office's too: while one writes a message they ask some five times.
SUGGESTIONS = Limit(300, timedelta(hours=1))
HELPED = Limit(20, timedelta(hours=1))
SEARCHES = Limit(300, timedelta(hours=1))
# What is found is asked for again at each step back; prices may be so old.
KEPT_SECONDS = 60


@storefront_door("POST")
def articles(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    """Posted, so that what somebody has only begun to write is in no log of addresses; it is not kept either."""
    given = json_object(request, MOST_BYTES)
    _must_not_be_often(request, store, "articles", SUGGESTIONS)
    said, spoken = _text(given, "text"), language(_text(given, "locale"))
    try:
        found = help_pages.suggested(store, channel, said=said, language=spoken)
    except Busy:
        found = []  # nobody waits for a suggestion
    return json_answer({"articles": [_article(one) for one in found]})


@storefront_door("POST")
def helped(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    given = json_object(request, MOST_BYTES)
    _must_not_be_often(request, store, "helped", HELPED)
    try:
        article = help_pages.article(store, channel, page_id=_text(given, "article"), language="")
    except Busy as busy:
        raise _later(busy) from busy
    if article is None:
        raise nothing_here()
    actions.helped(store=store, channel=channel, article=article, now=timezone.now())
    return json_answer({"ok": True})


@storefront_door("GET")
def products(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    asked = request.GET
    try:
        wish = rules.wish(asked.get("q", ""), asked.get("category", ""), asked.getlist("a"))
    except rules.AskedWrong as wrong:
        raise Refused(400, wrong.code, str(wrong)) from wrong
    _must_not_be_often(request, store, "products", SEARCHES)
    try:
        found = goods.find(store, channel, wish)
    except Busy as busy:
        raise _later(busy) from busy
    spoken = language(asked.get("lang", ""))
    answer = json_answer(
        {
            "count": found.count,
            "is_all": found.is_all,
            "products": [_product(one, url, spoken) for one, url in found.products],
            "categories": [_choice(one, spoken) for one in found.categories],
            "attributes": [
                _named(one, spoken) | {"values": [_choice(each, spoken) for each in values]}
                for one, values in found.attributes
            ],
        }
    )
    answer["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return answer


def _must_not_be_often(request: HttpRequest, store: Store, what: str, limit: Limit) -> None:
    try:
        limit_use(store, f"{what} from {network_of(address_of(request))}", limit, timezone.now())
    except TooOften as often:
        raise too_often(often) from often


def _later(busy: Busy) -> Refused:
    return Refused(503, busy.code, "The shop cannot be asked right now. Try again in a moment.", **{"Retry-After": "1"})


def _text(given: dict[str, Any], name: str) -> str:
    value = given.get(name, "")
    if not isinstance(value, str):
        raise Refused(400, "INVALID", f"`{name}` is a text.")
    return value


def _article(article: Article) -> dict[str, str]:
    return {"id": article.id, "title": article.title, "excerpt": article.excerpt, "url": article.url}


def _product(product: OfferedProduct, url: str, spoken: str) -> dict[str, Any]:
    return {
        "id": product.id,
        "name": product.name_in(spoken),
        "image": product.thumbnail_url,
        "url": url,
        "price": {"amount": product.price.text, "currency": product.price.currency},
        "has_dearer": product.has_dearer,
    }


def _choice(choice: Choice, spoken: str) -> dict[str, Any]:
    return _named(choice.named, spoken) | {"count": choice.count}


def _named(named: Named, spoken: str) -> dict[str, Any]:
    return {"key": named.key, "name": named.name_in(spoken)}

"""The shop's own help pages: what Saleor publishes as pages, in the language of whoever is to read them."""

from itertools import islice

from ..saleor.public import PublishedPage
from ..stores.clients import client_at
from ..stores.configuration import Configuration
from ..stores.models import Store
from ..stores.queries import configuration
from ..stores.shop_pages import shop_page
from .rules import Article, fitting
from .visiting import Kept

MOST_PAGES = 200
KEPT_SECONDS = 300
# What stands further down in a page is not looked through.
MOST_LETTERS = 10_000


def suggested(store: Store, channel: str, *, said: str, language: str) -> list[Article]:
    """Return the articles that fit what somebody said; none where the settings name no address of such pages.

    Raises Busy.
    """
    settings = configuration(store, channel)
    if not settings.links.get("page") or not said.strip():
        return []
    return fitting(_articles(store, settings, language), said, language=language)


def article(store: Store, channel: str, *, page_id: str, language: str) -> Article | None:
    """Return an article by its page's id in Saleor. Raises Busy."""
    found = _articles(store, configuration(store, channel), language)
    return next((one for one in found if one.id == page_id), None)


def _articles(store: Store, settings: Configuration, language: str) -> list[Article]:
    return _shelves.get(store.pk, "", lambda: _Shelf(store)).articles(settings, language)


class _Shelf:
    """A store's pages, and the articles that they are in each language: their words are found once."""

    def __init__(self, store: Store) -> None:
        self._pages = list(islice(client_at(store.api_url).published_pages(), MOST_PAGES))
        self._articles: dict[tuple[str, str], list[Article]] = {}

    def articles(self, settings: Configuration, language: str) -> list[Article]:
        key = (language, settings.links.get("page", ""))
        if key not in self._articles:
            made = [_in_language(one, settings, language) for one in self._pages]
            # A page without words helps nobody: Saleor's reasons of a refund are such pages, and are published.
            self._articles[key] = [one for one in made if one.text]
        return self._articles[key]


def _in_language(page: PublishedPage, settings: Configuration, language: str) -> Article:
    title, text = page.translated.get(language, (page.title, page.text))
    return Article(page.id, title, text[:MOST_LETTERS], shop_page(settings, "page", page.slug))


_shelves: Kept[str, _Shelf] = Kept(most=200, seconds=KEPT_SECONDS)
forget = _shelves.forget

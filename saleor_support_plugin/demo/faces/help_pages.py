"""The shop's help pages."""

from __future__ import annotations

from ..catalogue_records import Page
from ..data_pages import PAGES
from .markup import fill
from .visit import Visit, page

BY_SLUG = {one.slug: one for one in PAGES}


def help_page(visit: Visit, shown: Page) -> str:
    is_turkish = visit.language == "tr"
    title = shown.titles["TR"] if is_turkish else shown.title
    text = shown.texts["TR"] if is_turkish else shown.text
    body = fill("shop/help.html", visit.words, home=visit.at("/"), title=title, text=text)
    return page(visit, title, body)

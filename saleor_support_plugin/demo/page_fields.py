"""The shop's help pages, as the API shows them to anybody."""

from __future__ import annotations

from typing import Any

from .catalogue_records import Page
from .data_pages import PAGES
from .product_fields import as_rich_text
from .records import global_id
from .resolving import Ask, page, resolves
from .shop_fields import language


@resolves("Query.pages")
def pages(root: None, ask: Ask, **paging: Any) -> dict[str, Any]:
    return page([one for one in PAGES if one.is_published], name="pages", **paging)


@resolves("Page.content")
def page_content(row: Page, ask: Ask) -> str:
    return as_rich_text(row.text)


@resolves("Page.translation")
def page_translation(row: Page, ask: Ask, language_code: str) -> dict[str, Any] | None:
    if language_code not in row.titles:
        return None
    return {
        "id": global_id("PageTranslation", row.pk),
        "language": language(language_code),
        "title": row.titles[language_code],
        "content": as_rich_text(row.texts[language_code]),
    }

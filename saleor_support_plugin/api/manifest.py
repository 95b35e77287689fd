"""The manifest: what the app tells a Saleor that installs it, in the words that this Saleor's version knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from .saleor_events import SUBJECTS

# Why each is asked for: docs/permissions.md, which a test compares with this list.
PERMISSIONS = (
    "HANDLE_PAYMENTS",
    "MANAGE_CHECKOUTS",
    "MANAGE_DISCOUNTS",
    "MANAGE_GIFT_CARD",
    "MANAGE_ORDERS",
    "MANAGE_PRODUCTS",
    "MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES",
    "MANAGE_SHIPPING",
)
NEWEST = (3, 23)


def webhook_address() -> str:
    return f"{settings.PUBLIC_URL}/api/webhooks"


def manifest_address() -> str:
    return f"{settings.PUBLIC_URL}/api/manifest"


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    response = JsonResponse(manifest_for(schema_version(request.headers.get("Saleor-Schema-Version", ""))))
    response["Access-Control-Allow-Origin"] = "*"
    return response


def schema_version(text: str) -> tuple[int, int]:
    """Return the version that the caller speaks; the newest known where it does not say."""
    major, _, minor = text.partition(".")
    minor = minor.partition(".")[0]
    return (int(major), int(minor)) if major.isdigit() and minor.isdigit() else NEWEST


def manifest_for(version: tuple[int, int]) -> dict[str, Any]:
    """Return the manifest for this version. The cards ask for no permissions: their token only says who it is."""
    url = settings.PUBLIC_URL
    return {
        "id": settings.MANIFEST_APP_ID,
        "name": settings.APP_NAME,
        "version": settings.VERSION,
        "about": "Support beside every order, and true delivery facts for product pages.",
        "author": "Saleor Support",
        "requiredSaleorVersion": ">=3.21 <4",
        "permissions": list(PERMISSIONS),
        "appUrl": url,
        "tokenTargetUrl": f"{url}/api/register",
        "homepageUrl": f"{url}/about",
        "supportUrl": f"{url}/about#help",
        "dataPrivacyUrl": f"{url}/privacy",
        "brand": {"logo": {"default": f"{url}/static/logo.png"}},
        "extensions": extensions(version),
        "webhooks": [
            {
                "name": subject.name,
                "targetUrl": webhook_address(),
                "query": subject.query,
                "asyncEvents": subject.names,
                "isActive": True,
            }
            for subject in SUBJECTS
        ],
    }


def extensions(version: tuple[int, int]) -> list[dict[str, Any]]:
    """What appears in Dashboard. One card on a page at most: Dashboard mixes up the messages of two."""
    newest = [home_card(), popup(), find_ticket(), new_ticket()] if version >= (3, 23) else []
    return [order_card(version), product_card(version), customer_card(version), inbox(), *newest]


def inbox() -> dict[str, Any]:
    """The list of tickets, in the menu of orders; hidden there from who may not see orders."""
    return {
        "label": "Support inbox",
        "mount": "NAVIGATION_ORDERS",
        "target": "APP_PAGE",
        "url": "/inbox",
        "permissions": ["MANAGE_ORDERS"],
    }


def home_card() -> dict[str, Any]:
    """The setup's steps, on Dashboard's first page since Saleor 3.23."""
    return {
        "label": "Support setup",
        "mount": "HOMEPAGE_WIDGETS",
        "target": "WIDGET",
        "url": f"{settings.PUBLIC_URL}/dashboard/home",
        "permissions": [],
        "options": {"homeWidgetTarget": {"method": "GET"}},
    }


def order_card(version: tuple[int, int]) -> dict[str, Any]:
    """The card on an order; Saleor 3.21 has no widgets, there it is a popup in the order's menu."""
    card = {"label": "Support", "url": f"{settings.PUBLIC_URL}/dashboard/order", "permissions": []}
    if version < (3, 22):
        return card | {"mount": "ORDER_DETAILS_MORE_ACTIONS", "target": "POPUP"}
    return card | {
        "mount": "ORDER_DETAILS_WIDGETS",
        "target": "WIDGET",
        "options": {"widgetTarget": {"method": "GET"}},
    }


def popup() -> dict[str, Any]:
    """A conversation or a new ticket over an order's page: opened by the card there, or from the order's menu."""
    return {
        "label": "Support ticket",
        "mount": "ORDER_DETAILS_MORE_ACTIONS",
        "target": "POPUP",
        "url": f"{settings.PUBLIC_URL}/dashboard/popup",
        "permissions": [],
        # The cards open it by this name; Dashboard knows it since 3.23.19.
        "identifier": "support-popup",
    }


def find_ticket() -> dict[str, Any]:
    """In Dashboard's search palette, since 3.23.21."""
    return {
        "label": "Find a ticket",
        "mount": "SEARCH_ACTION",
        "target": "APP_PAGE",
        "url": "/inbox",
        "permissions": ["MANAGE_ORDERS"],
        "identifier": "support-find-ticket",
        "options": {"aliases": ["ticket", "support", "talep", "destek"]},
    }


def new_ticket() -> dict[str, Any]:
    return {
        "label": "New ticket for this order",
        "mount": "SEARCH_ACTION",
        "target": "POPUP",
        "url": f"{settings.PUBLIC_URL}/dashboard/popup",
        "permissions": [],
        "identifier": "support-new-ticket",
        "options": {"views": ["ORDER_DETAILS"], "aliases": ["ticket", "support", "talep", "destek"]},
    }


def customer_card(version: tuple[int, int]) -> dict[str, Any]:
    """What a customer bought and wrote, on their page; a popup in its menu where there are no widgets."""
    card = {"label": "Support: customer", "url": f"{settings.PUBLIC_URL}/dashboard/customer", "permissions": []}
    if version < (3, 22):
        return card | {"mount": "CUSTOMER_DETAILS_MORE_ACTIONS", "target": "POPUP"}
    return card | {
        "mount": "CUSTOMER_DETAILS_WIDGETS",
        "target": "WIDGET",
        "options": {"widgetTarget": {"method": "GET"}},
    }


def product_card(version: tuple[int, int]) -> dict[str, Any]:
    """How complete a product's page is, on the product; a popup in its menu where there are no widgets."""
    card = {"label": "Support: product facts", "url": f"{settings.PUBLIC_URL}/dashboard/product", "permissions": []}
    if version < (3, 22):
        return card | {"mount": "PRODUCT_DETAILS_MORE_ACTIONS", "target": "POPUP"}
    return card | {
        "mount": "PRODUCT_DETAILS_WIDGETS",
        "target": "WIDGET",
        "options": {"widgetTarget": {"method": "GET"}},
    }

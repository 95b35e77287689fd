"""What a shop's page loads of the storefront widget, and the page where a developer tries it.

The chunks beside it, with a hash in their names, are static files.
"""

from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.views.decorators.http import require_safe
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import StaticFile

from ..shop.models import Channel, Variant

SCRIPT_HEADERS = {
    "Content-Type": "text/javascript; charset=utf-8",
    # Shops follow an upgrade within minutes; the chunks it names are kept for a year.
    "Cache-Control": "public, max-age=300",
    "Access-Control-Allow-Origin": "*",
    # A page that isolates itself (Cross-Origin-Embedder-Policy) loads nothing without it.
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PLAYGROUND_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-cache",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
}


@require_safe
def widget_js(request: HttpRequest) -> HttpResponseBase:
    return _built(request, "widget.js", SCRIPT_HEADERS)


@require_safe
def playground(request: HttpRequest) -> HttpResponseBase:
    if settings.DEMO_URL and not request.GET and (demo := _demo_store()):
        return HttpResponseRedirect(f"?{urlencode(demo)}")
    return _built(request, "playground.html", PLAYGROUND_HEADERS)


def _demo_store() -> dict[str, str] | None:
    """Return what is to be tried where a demo store runs beside us; no other store is ever named."""
    mine = {"store__api_url__startswith": f"{settings.DEMO_URL}/", "store__removed_at": None}
    channel = Channel.across_stores.filter(**mine, is_active=True).select_related("store").order_by("pk").first()
    variant = Variant.across_stores.filter(**mine, is_shipping_required=True, is_deleted=False).order_by("pk").first()
    if channel is None or variant is None:
        return None
    place = {"store": channel.store.key, "channel": channel.slug, "country": channel.default_country}
    return place | {"variant": variant.saleor_id, "product": variant.product_id}


def _built(request: HttpRequest, name: str, headers: dict[str, str]) -> HttpResponseBase:
    try:
        found = _file(name, tuple(headers.items()))
    except FileNotFoundError:
        return HttpResponse(
            "/* The storefront widget is not built: run `npm run build`. */",
            status=503,
            content_type=headers["Content-Type"],
        )
    response: HttpResponseBase = WhiteNoiseMiddleware.serve(found, request)
    return response


@cache
def _file(name: str, headers: tuple[tuple[str, str], ...]) -> Any:
    """Return the file as WhiteNoise answers one: by ETag, and compressed where that was built beside it."""
    path = settings.BUILT_DIR / "storefront_widget" / name
    beside = {"br": f"{path}.br", "gzip": f"{path}.gz"}
    return StaticFile(str(path), list(headers), encodings=beside)

"""The few pages of our own origin: the frames of Dashboard, and what a merchant reads before installing."""

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language_from_request, override
from django.views.decorators.http import require_safe

from ..logs import request_id

# Anybody may frame a Dashboard page: it holds no cookie and shows nothing without the token that Dashboard hands it.
FRAME_POLICY = (
    "default-src 'self'; style-src 'self'; img-src 'self' https: http: data:; object-src 'none'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors *"
)
# By address, for within a sandbox nothing is from 'self'.
MAIL_POLICY = (
    "default-src 'none'; script-src {}/static/mail-frame.js; style-src 'unsafe-inline'; img-src https: http: data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors *; sandbox allow-scripts"
)
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
)


@require_safe
def order_card(request: HttpRequest) -> HttpResponseBase:
    return _frame("order.html")


@require_safe
def home_card(request: HttpRequest) -> HttpResponseBase:
    return _frame("home.html")


@require_safe
def product_card(request: HttpRequest) -> HttpResponseBase:
    return _frame("product.html")


@require_safe
def customer_card(request: HttpRequest) -> HttpResponseBase:
    return _frame("customer.html")


@require_safe
def popup(request: HttpRequest) -> HttpResponseBase:
    return _frame("popup.html")


@require_safe
def app(request: HttpRequest) -> HttpResponseBase:
    return _frame("app.html")


@require_safe
def mail_frame(request: HttpRequest) -> HttpResponse:
    """The empty page in which a mail is shown before it goes out: its styles stand in it, so it has its own policy."""
    response = HttpResponse('<!doctype html><title>Mail</title><script src="/static/mail-frame.js"></script><body>')
    response["Content-Security-Policy"] = MAIL_POLICY.format(settings.PUBLIC_URL)
    return response


def _frame(name: str) -> HttpResponseBase:
    built = settings.BUILT_DIR / "dashboard_extension" / name
    if not built.is_file():
        return HttpResponse(
            "The Dashboard extension is not built: run `npm run build`.", status=503, content_type="text/plain"
        )
    response = FileResponse(built.open("rb"), content_type="text/html; charset=utf-8")
    response["Content-Security-Policy"] = FRAME_POLICY
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    # The app's address is this one. Dashboard says which store and app it opens; a reader says nothing.
    if {"saleorApiUrl", "id"} <= request.GET.keys():
        return _frame("app.html")
    return _page(request, "home.html")


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return _page(request, "about.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return _page(request, "privacy.html")


def _page(request: HttpRequest, name: str) -> HttpResponse:
    language = get_language_from_request(request)[:2]
    context = {"app": settings.APP_NAME, "url": settings.PUBLIC_URL, "demo": settings.DEMO_URL, "language": language}
    with override(language):
        response = render(request, f"{language if language == 'tr' else 'en'}/{name}", context)
    response["Content-Security-Policy"] = PAGE_POLICY
    response["Vary"] = "Accept-Language"
    return response


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return JsonResponse({"error": {"code": "NOT_FOUND", "message": "There is nothing at this address."}}, status=404)


def failed(request: HttpRequest) -> HttpResponse:
    message = f"Something went wrong here; it is logged as {request_id.get()}."
    return JsonResponse({"error": {"code": "INTERNAL", "message": message}}, status=500)

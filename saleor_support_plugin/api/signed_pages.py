"""Pages that a person opens by a signed link from a mail: no login, no cookie, no script."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_from_request, override

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' https: http:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)


def signed_page(
    request: HttpRequest, name: str, *, language: str, context: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    """Render a page of pages/LANGUAGE; whoever reads it keeps no copy and hands its address to nobody."""
    with override(language):
        page = render(request, f"{language}/{name}", {"language": language} | dict(context), status=status)
    page["Content-Security-Policy"] = POLICY
    page["Referrer-Policy"] = "no-referrer"
    page["Cache-Control"] = "no-store"
    page["X-Robots-Tag"] = "noindex"
    return page


def dead_link(request: HttpRequest) -> HttpResponse:
    """Answer for every link that opens nothing: unknown, too old and another's look the same."""
    return signed_page(request, "dead_link.html", language=browser_language(request), context={}, status=404)


def browser_language(request: HttpRequest) -> str:
    """Return the language to speak to a person of whom only the browser is known."""
    return "tr" if get_language_from_request(request)[:2] == "tr" else "en"

"""Where Saleor registers the app in a store."""

import orjson
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from ..stores.actions import make_due
from ..stores.installing import InstallationRefused, install
from .chores import CHORES
from .manifest import PERMISSIONS


@csrf_exempt
@require_POST
def register(request: HttpRequest) -> HttpResponse:
    """Take the token that Saleor made for the app. Saleor shows `error.message` to the merchant as it is."""
    try:
        store = install(
            address=request.headers.get("Saleor-Api-Url", ""),
            token=_token(request.body),
            permissions=PERMISSIONS,
            now=timezone.now(),
        )
    except InstallationRefused as refused:
        return JsonResponse({"error": {"code": refused.code, "message": str(refused)[:255]}}, status=refused.status)
    make_due(store=store, names=list(CHORES), at=timezone.now())
    return JsonResponse({"success": True})


def _token(body: bytes) -> str:
    try:
        token = orjson.loads(body)["auth_token"]
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise InstallationRefused("BODY_WRONG", "The registration holds no auth_token.") from error
    if not isinstance(token, str) or not token.isalnum() or len(token) > 255:
        raise InstallationRefused("BODY_WRONG", "The registration's auth_token is not a token.")
    return token

"""Every request has an id: the caller's, or a new one; in the logs, and in the answer."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from ..logs import accepted_request_id, request_id


def middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def with_request_id(request: HttpRequest) -> HttpResponse:
        known = accepted_request_id(request.headers.get("X-Request-Id", ""))
        token = request_id.set(known)
        try:
            response = get_response(request)
            response["X-Request-Id"] = known
            return response
        finally:
            request_id.reset(token)

    return with_request_id

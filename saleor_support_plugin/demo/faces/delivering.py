"""Telling the app that a parcel arrived: the one question the demo asks it, with a member of staff's own token."""

from __future__ import annotations

import json
import time
from typing import Any

from ..wire import NoAnswer, Request, Wire

MUTATION = """mutation ($id: ID!) {
  fulfillmentMarkDelivered(id: $id) { errors { field message code } }
}"""
# A parcel that just left is known to the app when its webhook has arrived and was worked on.
PATIENCE_SECONDS = 10.0
_AGAIN_SECONDS = 0.5
_NOT_YET = "NOT_FOUND"


class AppRefused(Exception):
    """The app answered no; in its own words."""

    def __init__(self, message: str, code: str = "") -> None:
        super().__init__(message)
        self.code = code


class AppSilent(Exception):
    """No answer, or one that nobody can read."""


def tell_app(wire: Wire, app_url: str, token: str, parcel_id: str, *, patience: float = PATIENCE_SECONDS) -> None:
    """Say that the parcel was delivered. Raises AppRefused, AppSilent."""
    give_up = time.monotonic() + patience
    while True:
        try:
            return _tell(wire, app_url, token, parcel_id)
        except AppRefused as refused:
            if refused.code != _NOT_YET or time.monotonic() >= give_up:
                raise
        time.sleep(_AGAIN_SECONDS)


def _tell(wire: Wire, app_url: str, token: str, parcel_id: str) -> None:
    body = json.dumps({"query": MUTATION, "variables": {"id": parcel_id}}).encode()
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    try:
        answer = wire(Request("POST", f"{app_url}/graphql/staff/", headers, body))
        said: dict[str, Any] = json.loads(answer.text)
        errors: list[dict[str, Any]] = said.get("errors") or said["data"]["fulfillmentMarkDelivered"]["errors"]
    except NoAnswer as error:
        raise AppSilent(str(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise AppSilent("it said something unreadable") from error
    if errors:
        code = errors[0].get("code") or (errors[0].get("extensions") or {}).get("code") or ""
        raise AppRefused(str(errors[0].get("message") or code), str(code))

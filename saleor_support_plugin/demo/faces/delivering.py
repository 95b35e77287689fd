"""Telling the app that a parcel arrived, as staff do in its card on the order."""

from __future__ import annotations

import time

from ..asking_app import AppRefused, ask_app
from ..wire import Wire

MUTATION = """mutation ($id: ID!) {
  fulfillmentMarkDelivered(id: $id) { errors { field message code } }
}"""
# A parcel that just left is known to the app when its webhook has arrived and was worked on.
PATIENCE_SECONDS = 10.0
_AGAIN_SECONDS = 0.5
_NOT_YET = "NOT_FOUND"


def tell_app(wire: Wire, app_url: str, token: str, parcel_id: str, *, patience: float = PATIENCE_SECONDS) -> None:
    """Say that the parcel was delivered. Raises AppRefused, AppSilent."""
    give_up = time.monotonic() + patience
    while True:
        try:
            ask_app(wire, app_url, token, MUTATION, {"id": parcel_id})
            return
        except AppRefused as refused:
            if refused.code != _NOT_YET or time.monotonic() >= give_up:
                raise
        time.sleep(_AGAIN_SECONDS)

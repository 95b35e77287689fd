"""AfterShip, by its public documentation of the Tracking API 2025-01: what it signs, what it says, how it is asked."""

import base64
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from ...egress import Egress, EgressError
from ..rules import State

NAME = "aftership"
API = "https://api.aftership.com/tracking/2025-01/trackings"
SIGNATURE_HEADER = "aftership-hmac-sha256"
STATES: Mapping[str, State] = {
    "InTransit": State.IN_TRANSIT,
    "AttemptFail": State.IN_TRANSIT,
    "AvailableForPickup": State.OUT_FOR_DELIVERY,
    "OutForDelivery": State.OUT_FOR_DELIVERY,
    "Delivered": State.DELIVERED,
}
# Sub-statuses of Exception that mean the parcel goes, or went, back.
RETURNED = ("Exception_010", "Exception_011")
# It is known there already: the answer names it.
ALREADY_THERE = 4003


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One state of a parcel, at an instant, in the carrier's words."""

    state: State
    at: datetime
    said: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A parcel as the service knows it; checkpoints in their order. `is_over`: nothing more will come."""

    id: str
    number: str
    checkpoints: tuple[Checkpoint, ...]
    is_over: bool


class ServiceRefused(Exception):
    """The service said no. `retry` says whether the same may succeed later."""

    def __init__(self, message: str, *, retry: bool) -> None:
        super().__init__(message)
        self.retry = retry


def is_signed(body: bytes, signature: str, *, secret: str) -> bool:
    told = base64.b64encode(hmac.new(secret.encode(), body, sha256).digest())
    return hmac.compare_digest(told, signature.encode())


def told_in(body: object) -> Followed | None:
    """Return the parcel of a call, None for a call about something else. Raises ValueError for what it never sends."""
    if not isinstance(body, dict) or not isinstance(body.get("msg"), dict):
        raise ValueError("no message in it")
    return followed(body["msg"]) if body.get("event") == "tracking_update" else None


def followed(tracking: Mapping[str, Any]) -> Followed:
    """Return what a tracking says. Raises ValueError where it is none."""
    number, own_id = tracking.get("tracking_number"), tracking.get("id")
    if not isinstance(number, str) or not isinstance(own_id, str):
        raise ValueError("a tracking without its number")
    points = [one for one in (_checkpoint(point) for point in _dicts(tracking.get("checkpoints"))) if one is not None]
    whole = _checkpoint({**tracking, "checkpoint_time": tracking.get("shipment_delivery_date")})
    if whole is not None and whole.state not in {point.state for point in points}:
        points.append(whole)
    is_over = tracking.get("tag") in ("Delivered", "Expired") or tracking.get("active") is False
    return Followed(own_id, number, tuple(sorted(points, key=lambda one: one.at)), is_over)


def _dicts(value: object) -> Iterable[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _checkpoint(point: Mapping[str, Any]) -> Checkpoint | None:
    state = State.RETURNED if point.get("subtag") in RETURNED else STATES.get(str(point.get("tag")))
    at = _instant(point.get("checkpoint_time"))
    if state is None or at is None:
        return None
    said = ", ".join(str(point[name]) for name in ("message", "city") if point.get(name))
    return Checkpoint(state, at, said)


def _instant(text: object) -> datetime | None:
    """Return the instant; a carrier that names no zone means its own, and UTC is at most a day from it."""
    try:
        at = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


class AfterShip:
    """The service with a store's key."""

    def __init__(self, egress: Egress, api_key: str) -> None:
        self._egress = egress
        self._headers = {"as-api-key": api_key, "content-type": "application/json"}

    def follow(self, number: str, *, slug: str = "") -> str:
        """Have a parcel followed; return the service's id of it. Without a slug it finds the carrier out by itself.

        Raises ServiceRefused.
        """
        asked = {"tracking_number": number} | ({"slug": slug} if slug else {})
        try:
            reply = self._egress.post(API, json=asked, headers=self._headers)
        except EgressError as error:
            raise ServiceRefused(str(error), retry=error.retry) from error
        said = _said(reply.body)
        if reply.status in (200, 201) or said.get("meta", {}).get("code") == ALREADY_THERE:
            return str(said.get("data", {}).get("id", ""))
        raise self._refused(reply.status, said)

    def ask(self, service_id: str) -> Followed:
        """Return what is known of a parcel. Raises ServiceRefused."""
        try:
            reply = self._egress.get(f"{API}/{quote(service_id, safe='')}", headers=self._headers)
        except EgressError as error:
            raise ServiceRefused(str(error), retry=error.retry) from error
        said = _said(reply.body)
        if reply.status != 200:
            raise self._refused(reply.status, said)
        try:
            return followed(said.get("data", {}))
        except ValueError as error:
            raise ServiceRefused(str(error), retry=True) from error

    def _refused(self, status: int, said: Mapping[str, Any]) -> ServiceRefused:
        message = str(said.get("meta", {}).get("message", ""))[:200]
        # A wrong key is mended by somebody, and so is a plan that is used up; a bad number never is.
        is_for_now = status in (401, 402, 403, 408, 429) or status >= 500
        return ServiceRefused(f"AfterShip answered {status} {message}".strip(), retry=is_for_now)


def _said(body: bytes) -> dict[str, Any]:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(said, dict):
        return {}
    return {name: part for name, part in said.items() if isinstance(part, dict)}

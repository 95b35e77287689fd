"""What Meta tells us by its webhook: read from its public documentation of `messages` and `user_preferences`."""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from .whatsapp import refused

# "The person stopped marketing messages", said of one that we sent.
STOPPED = 131050
# What somebody writes, and nothing else, who wants no more offers; the first is also the button of Meta's templates.
STOP_WORDS = frozenset({"stop promotions", "stop", "unsubscribe", "dur", "ret", "red"})


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A message that Meta had taken did not arrive."""

    provider_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody wrote; `number` is E.164."""

    number: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Stopped:
    """Somebody wants no more offers."""

    number: str
    at: datetime


News = Undelivered | Heard | Stopped


def is_metas(body: bytes, signature: str, *, app_secret: str) -> bool:
    """Say whether a body comes from Meta: `signature` is its header X-Hub-Signature-256."""
    expected = hmac.new(app_secret.encode(), body, sha256).hexdigest()
    return hmac.compare_digest(f"sha256={expected}".encode(), signature.encode())


def news_in(said: Any) -> Iterator[News]:
    """Give the news of one call. Raises ValueError for what Meta cannot have said."""
    try:
        for entry in said["entry"]:
            for change in entry["changes"]:
                yield from _of_change(change["field"], change["value"])
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError("This is not what Meta sends.") from error


def _of_change(field: str, value: dict[str, Any]) -> Iterator[News]:
    if field == "messages":
        for status in value.get("statuses", []):
            yield from _of_status(status)
        for message in value.get("messages", []):
            yield from _of_message(message)
    elif field == "user_preferences":
        for one in value["user_preferences"]:
            if one["category"] == "marketing_messages" and one["value"] == "stop":
                yield Stopped(f"+{one['wa_id']}", _at(one))


def _of_status(status: dict[str, Any]) -> Iterator[News]:
    if status["status"] != "failed":
        return
    errors = status.get("errors") or [{"code": 0}]
    yield Undelivered(status["id"], refused(errors[0]).reason)
    if errors[0]["code"] == STOPPED:
        yield Stopped(f"+{status['recipient_id']}", _at(status))


def _of_message(message: dict[str, Any]) -> Iterator[News]:
    number, at = f"+{message['from']}", _at(message)
    yield Heard(number, at)
    words = message.get("text", {}).get("body") or message.get("button", {}).get("text") or ""
    if words.strip(" .!").casefold() in STOP_WORDS:
        yield Stopped(number, at)


def _at(told: dict[str, Any]) -> datetime:
    return datetime.fromtimestamp(int(told["timestamp"]), UTC)

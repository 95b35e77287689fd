"""What Meta tells us by its webhook: read from its public documentation of `messages` and `user_preferences`."""

import hmac
import re
from collections.abc import Iterator, Mapping
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


# A message of one of these is nobody's words: a reaction to one of ours, or Meta's own word, that a number changed say.
WORDLESS = frozenset({"reaction", "system", "request_welcome", "unknown"})
NUMBER = re.compile(r"\+[1-9]\d{5,14}")


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody wrote. `id` is Meta's of the message, `kind` its type where it is more than text (`image`)."""

    id: str
    name: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody wrote to the shop's number that Meta calls `to`; `number` is E.164.

    Without `words` there is nothing to answer.
    """

    number: str
    at: datetime
    to: str
    words: Words | None = None


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
        names = {one["wa_id"]: one.get("profile", {}).get("name") for one in value.get("contacts", [])}
        for message in value.get("messages", []):
            yield from _of_message(message, names, str(value["metadata"]["phone_number_id"]))
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


def _of_message(message: dict[str, Any], names: Mapping[str, Any], to: str) -> Iterator[News]:
    number, at, kind = f"+{message.get('from')}", _at(message), str(message.get("type"))
    if kind == "system" or not NUMBER.fullmatch(number):  # who writes under a name alone cannot be answered
        return
    text = _text(message, kind)
    is_stop = text.strip(" .!").casefold() in STOP_WORDS
    if is_stop:
        yield Stopped(number, at)
    if is_stop or kind in WORDLESS or not message["id"]:
        yield Heard(number, at, to)
    else:
        is_plain = kind in ("text", "button", "interactive")
        name = names.get(message["from"])
        said = name if isinstance(name, str) else ""
        yield Heard(number, at, to, Words(str(message["id"]), said, "" if is_plain and text else kind, text))


def _text(message: dict[str, Any], kind: str) -> str:
    """Return what somebody typed or tapped: words, the label of a button, what stands under a picture."""
    told = message.get(kind) or {}
    if kind == "interactive":
        told = told.get(told.get("type")) or {}
    if not isinstance(told, dict):
        return ""
    named = {"text": "body", "button": "text", "interactive": "title"}.get(kind, "caption")
    text = told.get(named)
    return text if isinstance(text, str) else ""


def _at(told: dict[str, Any]) -> datetime:
    return datetime.fromtimestamp(int(told["timestamp"]), UTC)

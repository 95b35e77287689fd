"""What comes over a socket: JSON objects, small ones, each with something to do; docs/chat-protocol.md."""

from typing import Any

import orjson

from ..realtime.payload import NOT_RECOGNISED
from .hot_doors import Message, Receive

# uvicorn is told so too (serving.py): a longer frame ends the connection with 1009 before it is whole.
MOST_FRAME_BYTES = 16_384
MOST_KEY = 64
MALFORMED = 4400
FORBIDDEN = 4403
HELLO_LATE = 4408
FLOOD = 4429
TRY_AGAIN = 4503


class Closed(Exception):
    """The connection ends here, with this code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Refused(Exception):
    """This frame is not done, and the connection stays; `facts` say which frame it was."""

    def __init__(self, code: str, message: str, **facts: object) -> None:
        super().__init__(message)
        self.code = code
        self.facts = facts


class Left(Exception):
    """The other side is gone."""


async def next_frame(receive: Receive) -> dict[str, Any]:
    """Raises Left, or Closed for what is no frame."""
    message = await receive()
    if message["type"] != "websocket.receive":
        raise Left
    return _read(message)


def _read(message: Message) -> dict[str, Any]:
    given = message.get("text")
    try:
        frame = orjson.loads(given) if given is not None and len(given.encode()) <= MOST_FRAME_BYTES else None
    except orjson.JSONDecodeError:
        frame = None
    if not isinstance(frame, dict):
        raise Closed(MALFORMED, "a frame is a JSON object of at most 16 kB")
    return frame


def key_in(frame: dict[str, Any]) -> str:
    key = frame.get("key")
    if not isinstance(key, str) or not 0 < len(key) <= MOST_KEY or "\0" in key:
        raise Refused("INVALID", "`key` is your own name for the message, of at most 64 characters.")
    return key


def token_in(frame: dict[str, Any]) -> str:
    token = frame.get("token")
    if not isinstance(token, str) or not token:
        raise Closed(NOT_RECOGNISED, "the token does not say who is asking")
    return token


def number_in(frame: dict[str, Any]) -> int:
    """Return which message a frame is about."""
    seq = frame.get("seq")
    if type(seq) is not int or not 0 < seq < 2**31:
        raise Refused("INVALID", "`seq` is the number of a message.")
    return seq


def seen_in(given: object, most: int) -> int:
    """Return the number up to which somebody has everything, no further than there is."""
    return min(given, most) if type(given) is int and given > 0 else 0

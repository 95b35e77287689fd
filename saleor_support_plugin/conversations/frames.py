"""What is said, as it goes over a socket: to staff as it is kept, to a shopper without what is for staff alone."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

import orjson

from ..ids import own_id
from . import cards
from .statement import Line, Told

FOR_SHOPPERS = ":shopper"
PREFIX = "conversation:"


def room_of(conversation_id: int) -> str:
    """Return the room of a conversation as its staff see it."""
    return f"{PREFIX}{conversation_id}"


def shoppers_room(conversation_id: int) -> str:
    return f"{PREFIX}{conversation_id}{FOR_SHOPPERS}"


def staff_rooms(store_id: int, channels: Iterable[str] | None) -> list[str]:
    """Return the rooms where a member of staff waits: the one of every channel, or those of their own channels."""
    return [f"staff:{store_id}"] if channels is None else [f"staff:{store_id}:{slug}" for slug in channels]


def is_for_shoppers(room: str) -> bool:
    return room.endswith(FOR_SHOPPERS)


def conversation_of(room: str) -> int:
    return int(room.removeprefix(PREFIX).removesuffix(FOR_SHOPPERS))


@lru_cache(maxsize=20_000)
def outside_id(conversation_id: int) -> str:
    return own_id("Conversation", conversation_id)


def said(line: Line, seq: int, *, to_shopper: bool) -> str | None:
    """Return the frame of a message; None where it is not for a shopper's eyes.

    Staff speak for the shop there. A key goes back to the side that made it, to know its own message by.
    """
    frame: dict[str, object] = {
        "is": "said",
        "conversation": outside_id(line.conversation_id),
        "seq": seq,
        "author": line.author,
        "name": line.author_name,
        "text": line.text,
        "card": line.card,
        "at": line.at,
    }
    if not to_shopper:
        # Of staff's own keys, and so of notes', the first word is whose they are.
        key = line.key if line.author == "shopper" else line.key.partition(" ")[2]
        return text(frame | {"event": line.event or None, "key": key, "channel": line.channel or None})
    if line.author == "system":
        return None
    frame["card"] = cards.for_shopper(line.card)
    if line.author == "shopper":
        return text(frame | {"key": line.key})
    return text(frame | {"name": ""})


def moved(told: Told) -> str:
    """Return the frame that tells a store's staff that a conversation has a new message and whose, not which."""
    author = told.line.author if told.line else None
    return text({"is": "state", "conversation": outside_id(told.conversation_id), "seq": told.seq, "author": author})


def here(conversation_id: int, here: Mapping[str, object] | None) -> dict[str, object]:
    """Return the frame that tells staff on which page their shopper is."""
    return {"is": "here", "conversation": outside_id(conversation_id), "here": here}


def opened(conversation_id: int, seq: int, at: str) -> dict[str, object]:
    """Return the frame that tells staff that the shopper opened what they showed."""
    return {"is": "opened", "conversation": outside_id(conversation_id), "seq": seq, "at": at}


def text(frame: Mapping[str, object]) -> str:
    return orjson.dumps(frame).decode()

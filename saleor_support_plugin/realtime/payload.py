"""What one process tells the others in a notification, and where."""

from collections.abc import Iterable

import orjson

CHANNEL = "support_said"
STORE = "store:"
# The store is gone, or the app in it is off.
STORE_GONE = 4410
# The token does not say who is asking, or not any more.
NOT_RECOGNISED = 4401


def passing(frames: Iterable[tuple[str, str]]) -> str:
    """Return what tells rooms something that nobody keeps."""
    return orjson.dumps({"by": "", "passing": list(frames)}).decode()


def closing(room: str, code: int) -> str:
    """Return what closes every socket in a room."""
    return orjson.dumps({"by": "", "close": [(room, code)]}).decode()


def everybody_of(store_id: int) -> str:
    """Return the room of every socket of a store."""
    return f"{STORE}{store_id}"

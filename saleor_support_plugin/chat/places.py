"""Where a chat stands, as its shopper is told."""

from collections.abc import Mapping

from ..conversations.frames import outside_id

type Frame = Mapping[str, object]


def place(conversation_id: int, *, state: str, number: int | None, minutes: int | None, agent: Frame | None) -> Frame:
    return {
        "is": "queue",
        "conversation": outside_id(conversation_id),
        "state": state.lower(),
        "number": number,
        "minutes": minutes,
        "agent": agent,
    }


def face(*, name: str | None, photo: str | None, expertise: str | None) -> Frame | None:
    """Return whom a shopper sees; None while the shop speaks for them."""
    return {"name": name, "photo": photo or None, "expertise": expertise or None} if name else None

"""What pages are told of the queue: nobody keeps it, and a page that was away asks anew."""

from collections.abc import Sequence

from ..conversations import saying
from ..conversations.frames import outside_id, room_of, shoppers_room, staff_rooms
from . import places
from .models import QueueEntry, Seat
from .places import Frame

# PostgreSQL refuses a notification of 8,000 bytes.
MOST_AT_ONCE = 15


def place(entry: QueueEntry, *, minutes: int | None = None) -> Frame:
    """Return what a shopper's page is told: whether they wait and for how long, or who chats with them."""
    return places.place(
        entry.conversation_id,
        state=entry.state,
        number=entry.number,
        minutes=minutes,
        agent=face(entry.seat) if entry.seat else None,
    )


def face(seat: Seat) -> Frame | None:
    return places.face(name=seat.name, photo=seat.photo_url, expertise=seat.expertise)


def tell(entries: Sequence[tuple[QueueEntry, int | None]]) -> None:
    """Tell shoppers where they stand, each with the minutes they wait where that is known."""
    _tell([(shoppers_room(entry.conversation_id), place(entry, minutes=minutes)) for entry, minutes in entries])


def tell_staff(entry: QueueEntry) -> None:
    """Tell everybody who may see a chat that it moved, and whose it is now."""
    frame = {
        "is": "queue",
        "conversation": outside_id(entry.conversation_id),
        "state": entry.state.lower(),
        "user": entry.seat.user_id if entry.seat else None,
    }
    rooms = [room_of(entry.conversation_id), *staff_rooms(entry.store_id, None)]
    rooms += staff_rooms(entry.store_id, [entry.channel_slug])
    _tell([(room, frame) for room in rooms])


def _tell(frames: Sequence[tuple[str, Frame]]) -> None:
    for begin in range(0, len(frames), MOST_AT_ONCE):
        saying.tell(frames[begin : begin + MOST_AT_ONCE])

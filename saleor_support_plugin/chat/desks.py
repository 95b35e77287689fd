"""The room of a member of staff: every page of theirs is in it, in whichever process."""

DESK = "desk:"


def desk_room(store_id: int, user_id: str) -> str:
    return f"{DESK}{store_id}:{user_id}"


def alert_room(store_id: int, user_id: str) -> str:
    """Return the room of somebody's pages that only alert: they cannot answer there, and so are not there by them."""
    return f"alerts:{store_id}:{user_id}"


def desk_of(room: str) -> tuple[int, str]:
    """Return the store and Saleor's id of who has this room."""
    store_id, _, user_id = room.removeprefix(DESK).partition(":")
    return int(store_id), user_id

"""Saying something from synchronous code: a batch of one, heard by every web process once it is committed."""

from collections.abc import Mapping, Sequence

import orjson
from django.db import connection

from ..realtime import payload
from .models import Conversation, ConversationMessage
from .statement import ChatOver, Kept, Line, kept, statement


def keep(line: Line) -> Kept:
    """Keep a line and have it told when the transaction commits. Must run in one. Raises ChatOver."""
    # Locked by a statement of its own: whoever waited sees in the next one what was said meanwhile, the same key too.
    Conversation.across_stores.select_for_update(no_key=True).only("pk").get(pk=line.conversation_id)
    with connection.cursor() as cursor:
        cursor.execute(*statement([line], by="", is_waiting=True))
        was = kept(cursor.fetchall())[0]
    if not was.seq:
        raise ChatOver("The chat has ended.")
    return was


def message(was: Kept) -> ConversationMessage:
    return ConversationMessage.across_stores.get(pk=was.message_id)


def tell(frames: Sequence[tuple[str, Mapping[str, object]]]) -> None:
    """Tell rooms what nobody keeps, when the transaction commits."""
    _notify(payload.passing((room, orjson.dumps(frame).decode()) for room, frame in frames))


def close(room: str, code: int) -> None:
    """Have every socket in a room closed, when the transaction commits."""
    _notify(payload.closing(room, code))


def _notify(said: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_notify(%s, %s)", (payload.CHANNEL, said))

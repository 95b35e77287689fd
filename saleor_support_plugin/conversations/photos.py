"""Pictures in a conversation: sent to `/f` with a permit of ours first, then said by their ids (docs/files.md)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.conf import settings
from django.db import transaction

from ..files import permits
from ..files.models import State, StoredFile
from ..files.queries import uploaded
from ..files.rules import shown_at
from ..stores.models import Store
from . import actions, cards
from .actions import Already, Said
from .models import Author, Conversation, ConversationPhoto, Medium
from .rules import MOST_PHOTOS, TextWrong

# Of one side of a conversation.
MOST_EVER = 60
# In a mail, and behind the link there.
SMALL, LARGE = 320, 1600
NOT_DESCRIBED: Mapping[str, str] = MappingProxyType({})


def permit(*, store_id: int, conversation_id: int, side: str) -> str:
    """Return a word of ours with which one side of a conversation sends pictures, for a day."""
    return permits.permit(store=Store(pk=store_id), owner=owner(conversation_id, side), most=MOST_EVER)


@transaction.atomic
def send(
    *,
    conversation: Conversation,
    author: Author,
    author_name: str,
    text: str,
    tokens: Sequence[str],
    key: str,
    now: datetime,
    only_live: bool = False,
    has_words: bool = False,
    channel: Medium | None = None,
    alts: Mapping[str, str] = NOT_DESCRIBED,
) -> Said | Already:
    """Say something with pictures; `text` may be empty, or have words that are marked for staff.

    `alts` says by id what is in a picture. Raises TextWrong, or ChatOver as actions.say does.
    """
    files = uploaded(store=conversation.store, owner=owner(conversation.pk, author.value), tokens=tokens)
    if len(files) < len(set(tokens)) or len(files) > MOST_PHOTOS:
        raise TextWrong("INVALID", "These pictures were not sent here. Send them again.")
    if author == Author.STAFF and any(one.state == State.REFUSED for one in files):
        # It may be mailed, and a mail cannot be mended afterwards.
        raise TextWrong("INVALID", "One of these pictures cannot be shown. Take it out.")
    said = actions.say(
        conversation=conversation,
        author=author,
        author_name=author_name,
        text=text,
        key=key,
        card=card(files, alts) | ({cards.WORDS: True} if has_words else {}),
        only_live=only_live,
        channel=channel,
        now=now,
    )
    if isinstance(said, Said):
        ConversationPhoto.across_stores.bulk_create(ConversationPhoto(message=said.message, file=one) for one in files)
    return said


def card(files: Sequence[StoredFile], alts: Mapping[str, str] = NOT_DESCRIBED) -> dict[str, Any]:
    """Return the card of pictures; what became of one is answered at its address."""
    return {"kind": "photos", "photos": [_shown(one.token, alts.get(one.token, "")) for one in files]}


def _shown(token: str, alt: str) -> dict[str, str]:
    told = {"id": token, "url": f"{settings.FILES_ORIGIN}/f/{token}"}
    return told | {"alt": alt} if alt else told


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a message: what is in it, where nobody said so nothing, and its addresses."""

    alt: str
    small: str
    large: str


def pictures(card: Mapping[str, Any] | None) -> list[Picture]:
    """Return the pictures that a message carries."""
    if card is None or card.get("kind") != "photos":
        return []
    origin = settings.FILES_ORIGIN
    return [
        Picture(one.get("alt", ""), shown_at(origin, one["id"], SMALL), shown_at(origin, one["id"], LARGE))
        for one in card["photos"]
    ]


def owner(conversation_id: int, side: str) -> str:
    """Return whose the pictures are that one side of a conversation sends."""
    return f"conversation:{conversation_id}:{side}"

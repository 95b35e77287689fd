"""What was said in a conversation, mailed to its shopper because they asked for it."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.utils.timezone import localtime

from ..conversations.models import Author, Conversation, ConversationMessage
from ..conversations.photos import pictures
from ..conversations.queries import newest_shown
from ..conversations.rules import Limit, network_of
from ..mails.catalogue import phrases
from ..mails.rendering import MOST_QUOTE
from ..mails.senders import shop_name
from ..mails.writing import write
from ..outbox import actions as outbox
from ..people.actions import person_at
from ..stores.queries import configuration
from .actions import limit_use
from .models import Ticket

KIND = "transcript"
A_DAY = Limit(3, timedelta(days=1))
# Of one network address, whatever the conversations: nobody mails strangers by it.
FROM_NETWORK = Limit(20, timedelta(days=1))


class NothingSaid(Exception):
    """Staff said nothing: then there is nothing that a shopper has not written themselves, and may have to anybody."""

    code = "NOTHING_SAID"


def send(*, conversation: Conversation, email: str, address: str, now: datetime) -> None:
    """Mail what both sides said. Raises NothingSaid, or TooOften."""
    store, settings = conversation.store, configuration(conversation.store, conversation.channel_slug)
    said = newest_shown(conversation)
    if not any(one.author == Author.STAFF for one in said):
        raise NothingSaid("Nobody has answered yet.")
    limit_use(store, f"transcripts of {conversation.pk}", A_DAY, now)
    limit_use(store, f"transcripts from {network_of(address)}", FROM_NETWORK, now)
    language, shop = conversation.language, shop_name(store, settings)
    ticket = Ticket.across_stores.get(conversation=conversation)
    words = write(
        KIND,
        store=store,
        channel=conversation.channel_slug,
        language=language,
        settings=settings,
        values={"number": str(ticket.number)},
        quote=told(said, language=language, shop=shop, zone=settings.zone),
    )
    outbox.send(
        store=store,
        person=person_at(store=store, email=email, language=language, now=now),
        kind=KIND,
        purpose="transactional",
        to=email,
        words=words,
        dedupe_key=f"{KIND}:{conversation.pk}:{uuid4().hex}",
        channel=conversation.channel_slug,
        about=str(ticket.pk),
        now=now,
    )


def told(said: Iterable[ConversationMessage], *, language: str, shop: str, zone: ZoneInfo) -> str:
    """Return what was said as text, the newest of it where not all fits a mail."""
    phrase = phrases(KIND + "_parts", language)
    lines: list[str] = []
    for one in said:
        who = shop if one.author == Author.STAFF else phrase["you"]
        at = localtime(one.at, zone).strftime("%d.%m.%Y %H:%M")
        lines.append(f"{who}, {at}\n{_words(one, phrase)}")
    return _newest(lines)


def _words(message: ConversationMessage, phrase: Mapping[str, str]) -> str:
    card = message.card or {}
    match card.get("kind"):
        case "photos":
            shown = (": ".join(filter(None, (one.alt, one.large))) for one in pictures(card))
            facts = [f"[{phrase['photos']}: {len(card['photos'])}]", *shown]
        case "choices":
            facts = [" · ".join(card["choices"])]
        case "cart":
            many = f" × {card['quantity']}" if card.get("quantity") else ""
            facts = [f"{phrase[card['act'].lower()]}: {card['name']}{many}"]
        case "checkout":
            facts = [phrase["checkout"], card["url"]]
        case _:
            facts = [str(card[name]) for name in ("name", "title", "url") if card.get(name)]
    return "\n".join(filter(None, [message.text, *facts]))


def _newest(lines: list[str]) -> str:
    kept: list[str] = []
    for line in reversed(lines):
        if sum(map(len, kept)) + 2 * len(kept) + len(line) > MOST_QUOTE - 2:
            return "\n\n".join(["…", *reversed(kept)])
        kept.append(line)
    return "\n\n".join(reversed(kept))

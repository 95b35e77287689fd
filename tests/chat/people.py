"""Members of staff at their seats and shoppers who come to chat, for tests."""

from datetime import UTC, datetime
from typing import Any

from saleor_support_plugin.chat import actions
from saleor_support_plugin.chat.models import Presence, QueueEntry, Seat
from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.stores.callers import Staff

from ..shops import Shop

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
CHANNEL = "default-channel"


def staff_of(shop: Shop, name: str = "ayse", channels: frozenset[str] | None = None) -> Staff:
    return Staff(shop.store, name, f"{name}@{shop.name}.example", frozenset({"MANAGE_ORDERS"}), (), channels)


def sit_down(shop: Shop, name: str = "ayse", *, now: datetime = NOW, most: int = 3, **values: Any) -> Seat:
    """Have somebody open their page and take chats."""
    allowed = values.pop("allowed", None)
    staff = staff_of(shop, name, allowed)
    seat = actions.seen(staff=staff, now=now)
    Seat.across_stores.filter(pk=seat.pk).update(max_concurrent=most, name=name.title(), **values)
    return actions.set_presence(staff=staff, state=Presence.ONLINE, now=now)


def come(shop: Shop, number: int = 1, *, now: datetime = NOW, **about: Any) -> QueueEntry:
    """Have a shopper come to chat; return where they stand."""
    category = about.pop("category", "")
    values = {"channel": CHANNEL, "language": "tr", "email": "", "name": f"Shopper {number}"} | about
    conversation = conversations.begin(store=shop.store, shopper_key=f"guest:{number}", now=now, **values)
    return actions.join(conversation=conversation, category=category, line="203.0.113.7", now=now)


def again(entry: QueueEntry) -> QueueEntry:
    """Return where a chat stands now."""
    return QueueEntry.across_stores.select_related("seat").get(pk=entry.pk)


def seated_with(entry: QueueEntry) -> str | None:
    seat = again(entry).seat
    return seat.user_id if seat else None

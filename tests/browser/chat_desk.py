"""Staff who chat with a shopper, as far as the shopper's page sees them: without the inbox."""

import subprocess
import sys
import time
from datetime import UTC, datetime
from typing import Any

from saleor_support_plugin.conversations.statement import Line, statement

from .demo import Demo

SIT = """insert into support_seat (store_id, user_id, email, name, photo_url, expertise, state, state_at, seen_at, busy,
    max_concurrent, channels, languages, categories)
select id, 'test-' || %s, 'staff@shop.example', %s, '', %s, 'ONLINE', now(), now() + interval '1 day', 0,
    20, '{}', '{}', '{}' from support_store limit 1
on conflict (store_id, user_id) do update set state = 'ONLINE', seen_at = excluded.seen_at, name = excluded.name,
    expertise = excluded.expertise"""
STAND_UP = "update support_seat set state = 'OFFLINE' where user_id like 'test-%'"
NEWEST = "select max(id) from support_conversation"
# In a process of its own: here Django knows another database.
END = """import django; django.setup()
from django.utils import timezone
from saleor_support_plugin.chat import actions
from saleor_support_plugin.chat.models import QueueEntry
from saleor_support_plugin.stores.callers import Staff
entry = QueueEntry.across_stores.select_related("store").order_by("conversation_id").last()
staff = Staff(entry.store, "test", "staff@shop.example", frozenset(), (), None)
actions.end(staff=staff, conversation_id=entry.conversation_id, now=timezone.now())"""


class ChatDesk:
    def __init__(self, demo: Demo) -> None:
        self._demo = demo

    def sit(self, name: str = "Ayşe", expertise: str = "") -> None:
        """Somebody is there from now on, and takes every chat."""
        with self._demo.running.database() as database:
            database.execute(SIT, [name, name, expertise])

    def stand_up(self) -> None:
        with self._demo.running.database() as database:
            database.execute(STAND_UP)

    def say(self, text: str = "", card: dict[str, Any] | None = None) -> None:
        """Say something in the newest conversation, told as everything is that staff say."""
        with self._demo.running.database() as database:
            row = database.execute(NEWEST).fetchone()
            assert row is not None
            key = f"desk {time.monotonic_ns()}"
            line = Line(int(str(row[0])), "staff", "staff@shop.example", text, datetime.now(UTC), key=key, card=card)
            database.execute(*statement([line], by="", is_waiting=True))

    def end(self) -> None:
        """End the newest chat."""
        settings = {"DJANGO_SETTINGS_MODULE": "saleor_support_plugin.settings"}
        environment = self._demo.running.environment_of("worker") | settings
        subprocess.run([sys.executable, "-c", END], env=environment, check=True, timeout=60)

"""A shop that has media set up, and somebody who wants to hear from it by them."""

import json
from typing import Any

from saleor_support_plugin.mails.models import SenderAccount
from saleor_support_plugin.outbox import sending
from saleor_support_plugin.outbox.models import Message, State
from saleor_support_plugin.people import actions as people
from saleor_support_plugin.people.models import Person, Source
from saleor_support_plugin.people.rules import Medium

from ...desks import add_configuration
from ...shops import NOON, Shop
from ..messages import put

NUMBER = "+905321234567"
CREDENTIALS: dict[str, dict[str, str]] = {
    "netgsm": {"usercode": "8501234567", "password": "secret-1", "header": "AURORA"},
    "whatsapp": {"phone_number_id": "1055", "access_token": "secret-1", "app_secret": "app-secret"},
    "webpush": {},
}
MEDIA: dict[str, Medium] = {"netgsm": "sms", "whatsapp": "whatsapp", "webpush": "push"}


def set_up(shop: Shop, provider: str) -> SenderAccount:
    row = shop.store.configurations.first() or add_configuration(shop)
    return SenderAccount.across_stores.create(
        store=shop.store, configuration=row, medium=MEDIA[provider], provider=provider,
        credentials=json.dumps(CREDENTIALS[provider]), events_secret="whisper", updated_at=NOON,
    )  # fmt: skip


def reached(shop: Shop, medium: Medium, number: str = NUMBER) -> Person:
    """Return whose number it is; in Turkey, and glad to hear from the shop by this medium."""
    person = people.person_at(store=shop.store, phone=number, now=NOON, country="TR")
    for purpose in ("service", "commercial"):
        people.give_consent(person=person, medium=medium, purpose=purpose, source=Source.FORM, at=NOON)
    return person


def sent(shop: Shop, medium: Medium, to: str = NUMBER, **told: Any) -> Message:
    """Send a message by a medium and return what became of it."""
    person = told.pop("person", None) or reached(shop, medium, to)
    message = put(shop, person=person, medium=medium, to=to, **told)
    sending.deliver_due(now=NOON)
    message.refresh_from_db()
    return message


def state(message: Message) -> State:
    return State(message.state)

"""Meta's Cloud API for WhatsApp, and its webhook, as their public documentation describes them."""

import hmac
import json
from hashlib import sha256
from typing import Any

from .fake_provider import FakeProvider

SECRET = "app-secret"


class FakeWhatsApp(FakeProvider):
    def __init__(self) -> None:
        super().__init__()
        self.take()

    def take(self) -> None:
        sent = {"messaging_product": "whatsapp", "contacts": [{"input": "905", "wa_id": "905"}]}
        self.answer(200, sent | {"messages": [{"id": "wamid.HBg1", "message_status": "accepted"}]})

    def refuse(self, code: int, status: int = 400) -> None:
        error = {"message": f"(#{code}) No", "type": "OAuthException", "code": code, "fbtrace_id": "Az8"}
        self.answer(status, {"error": error | {"error_data": {"messaging_product": "whatsapp", "details": "Because."}}})


def change(field: str, **value: Any) -> bytes:
    """Return the body of a call of the webhook."""
    metadata = {"display_phone_number": "902125550000", "phone_number_id": "1055"}
    whole = {"messaging_product": "whatsapp", "metadata": metadata} | value
    entry = {"id": "8856", "changes": [{"field": field, "value": whole}]}
    return json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode()


def wrote(number: str, at: int, text: str, **told: Any) -> bytes:
    return wrote_a("text", {"body": text}, number, at, **told)


def wrote_a(
    kind: str, content: Any, number: str, at: int, id: str = "wamid.in", name: str = "Ayşe", **value: Any
) -> bytes:
    """Return what Meta tells of a message of any kind."""
    message = {"from": number, "id": id, "timestamp": str(at), "type": kind, kind: content}
    contact = {"profile": {"name": name}, "wa_id": number}
    return change("messages", contacts=[contact], messages=[message], **value)


def failed(provider_id: str, number: str, at: int, code: int) -> bytes:
    error = {"code": code, "title": "Message undeliverable", "error_data": {"details": "Not on WhatsApp."}}
    status = {"id": provider_id, "status": "failed", "timestamp": str(at), "recipient_id": number, "errors": [error]}
    return change("messages", statuses=[status])


def stopped(number: str, at: int) -> bytes:
    said = {"wa_id": number, "category": "marketing_messages", "value": "stop", "timestamp": at, "detail": "…"}
    return change("user_preferences", user_preferences=[said])


def signed(body: bytes, secret: str = SECRET) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, sha256).hexdigest()

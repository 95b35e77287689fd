"""Events as webhook queries see them: the rows are looked up at the moment the payload is built."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .app_records import App, Occurrence
from .events import event_name, type_name
from .records import User
from .resolving import RESOLVERS, Ask, resolves
from .schema_document import event_types, snake, subscription_fields

# What every event has; all other fields of an event are rows or plain values of the occurrence.
_OF_ALL = {"issuedAt", "version", "issuingPrincipal", "recipient"}


@dataclass
class EventRoot:
    """One occurrence, told to one app."""

    occurrence: Occurrence
    recipient: App
    version: str

    @property
    def graphql_type(self) -> str:
        return type_name(self.occurrence.event)

    @property
    def issued_at(self) -> datetime:
        return self.occurrence.issued_at


def principal(root: EventRoot, ask: Ask) -> User | App | None:
    found: User | App | None = ask.store.state.find(root.occurrence.principal or "")
    return found


def _register_field(event_type: str, field: str) -> None:
    attribute = snake(field)

    @resolves(f"{event_type}.{field}")
    def value(root: EventRoot, ask: Ask) -> Any:
        facts = {"notify_customer": True} | root.occurrence.facts
        if attribute in facts:
            return facts[attribute]
        if field == "shop":
            return ask.store.state
        if field == "category":
            return RESOLVERS["Product.category"](ask.store.state.find(root.occurrence.about["product"]), ask)
        return ask.store.state.find(root.occurrence.about.get(attribute, ""))


for _type, _fields in event_types().items():
    resolves(f"{_type}.issuingPrincipal")(principal)
    for _field in _fields - _OF_ALL:
        _register_field(_type, _field)


@resolves("Subscription.event")
def event(root: EventRoot, ask: Ask) -> EventRoot:
    return root


def _register_subscription(field: str) -> None:
    @resolves(f"Subscription.{field}")
    def one_event(root: EventRoot, ask: Ask, channels: list[str] | None = None) -> EventRoot | None:
        return root if root.occurrence.event == event_name(field) else None


for _name in subscription_fields() - {"event"}:
    _register_subscription(_name)

"""Rows about installed apps: what they were given, their webhooks, and the deliveries to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .records import Described, Record


@dataclass(kw_only=True)
class AppToken(Record):
    """Saleor keeps a token's digest and its last four characters, never the token."""

    digest: str
    last_4: str
    name: str = "Default token"


@dataclass(kw_only=True)
class AppExtension(Record):
    label: str
    url: str
    mount: str
    target: str
    permissions: list[str] = field(default_factory=list)
    settings: dict[str, Any] = field(default_factory=dict)
    identifier: str | None = None


@dataclass(kw_only=True)
class Webhook(Record):
    """`channels` filters deliveries; only `webhookCreate` and `webhookUpdate` set it, an install never does."""

    name: str
    target_url: str
    query: str
    events: list[str]
    is_active: bool = True
    identifier: str | None = None
    custom_headers: dict[str, str] = field(default_factory=dict)
    channels: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class AppProblem(Record):
    key: str
    message: str
    created_at: datetime
    updated_at: datetime
    count: int = 1
    is_critical: bool = False


@dataclass(kw_only=True)
class App(Described):
    name: str
    created: datetime
    identifier: str = ""
    permissions: list[str] = field(default_factory=list)
    is_active: bool = True
    removed_at: datetime | None = None
    version: str = ""
    app_url: str = ""
    manifest_url: str = ""
    about_app: str = ""
    author: str = ""
    audience: str | None = None
    data_privacy_url: str = ""
    homepage_url: str = ""
    support_url: str = ""
    tokens: list[AppToken] = field(default_factory=list)
    webhooks: list[Webhook] = field(default_factory=list)
    extensions: list[AppExtension] = field(default_factory=list)
    problems: list[AppProblem] = field(default_factory=list)
    is_set_up: bool = False  # Saleor has no such field: whether the demo's merchant made the app's settings


@dataclass(kw_only=True)
class AppInstallation(Record):
    app_name: str
    manifest_url: str
    permissions: list[str]
    activate: bool
    created_at: datetime
    updated_at: datetime
    status: str = "PENDING"
    message: str = ""


@dataclass(kw_only=True)
class Occurrence:
    """Something that happened in the shop: what a webhook's query is run against.

    `about` maps the event's own fields ("order", "warehouse", …) to the global ids of what they show; `facts` holds
    plain values such as `notify_customer`. The rows are looked up when the payload is built, not when it happened.
    """

    event: str
    issued_at: datetime
    about: dict[str, str]
    facts: dict[str, Any] = field(default_factory=dict)
    principal: str | None = None


@dataclass(kw_only=True)
class EventDeliveryAttempt(Record):
    created_at: datetime
    duration: float
    response: str | None
    response_status_code: int | None
    status: str


@dataclass(kw_only=True)
class EventDelivery(Record):
    """One event for one webhook. `payload` is None while a deferred event still waits to be built."""

    app_pk: str
    webhook_pk: str
    event_type: str
    created_at: datetime
    next_at: datetime
    occurrence: Occurrence
    payload: str | None = None
    status: str = "PENDING"
    attempts: list[EventDeliveryAttempt] = field(default_factory=list)

"""Installed apps, their extensions, webhooks and deliveries, as the API shows them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urljoin, urlsplit

from .app_records import App, AppExtension, AppInstallation, AppToken, EventDelivery, EventDeliveryAttempt, Webhook
from .permissions import OWNER, PermissionDenied
from .resolving import Ask, page, resolves
from .shop_fields import permission, same_for_all

same_for_all(
    {
        "App.type": "THIRDPARTY",
        "App.brand": None,
        "App.breakerState": "CLOSED",
        "App.breakerLastStateChange": None,
        "AppInstallation.brand": None,
        "Webhook.syncEvents": [],
        "Webhook.secretKey": None,
        "EventDeliveryAttempt.taskId": None,
        "EventDeliveryAttempt.requestHeaders": None,
        "EventDeliveryAttempt.responseHeaders": None,
    }
)


def demand_owner(app: App, ask: Ask) -> None:
    """The app itself, or someone who manages apps."""
    if ask.caller.app is not app and not ask.caller.has("MANAGE_APPS"):
        raise PermissionDenied("MANAGE_APPS", OWNER)


@resolves("App.permissions")
def app_permissions(app: App, ask: Ask) -> list[dict[str, str]]:
    return [permission(code) for code in sorted(app.permissions)]


@resolves("App.tokens")
def app_tokens(app: App, ask: Ask) -> list[AppToken]:
    demand_owner(app, ask)
    return app.tokens


@resolves("AppToken.authToken")
def token_end(token: AppToken, ask: Ask) -> str:
    return token.last_4


@resolves("App.webhooks")
def app_webhooks(app: App, ask: Ask) -> list[Webhook]:
    demand_owner(app, ask)
    return app.webhooks


@resolves("App.problems")
def app_problems(app: App, ask: Ask, limit: int | None = None) -> list[Any]:
    return list(reversed(app.problems))[:limit]


@resolves("App.accessToken")
def app_access_token(app: App, ask: Ask) -> str | None:
    user = ask.caller.user if ask.caller.app is None else None
    return ask.store.app_page_token(user, app) if user and user.is_staff else None


@resolves("AppExtension.app")
def extension_app(extension: AppExtension, ask: Ask) -> App:
    app = owner(extension, ask)
    if ask.caller.app not in (None, app):
        raise PermissionDenied(OWNER)
    ask.caller.demand("AUTHENTICATED_STAFF_USER", "AUTHENTICATED_APP")
    return app


@resolves("AppExtension.accessToken")
def extension_token(extension: AppExtension, ask: Ask) -> str | None:
    user = ask.caller.user if ask.caller.app is None else None
    return (ask.store.dashboard_token(user, extension) or None) if user else None


@resolves("AppExtension.permissions")
def extension_permissions(extension: AppExtension, ask: Ask) -> list[dict[str, str]]:
    return [permission(code) for code in sorted(extension.permissions)]


@resolves("AppExtension.mountName", "AppExtension.mount")
def extension_mount(extension: AppExtension, ask: Ask) -> str:
    return extension.mount


@resolves("AppExtension.targetName", "AppExtension.target")
def extension_target(extension: AppExtension, ask: Ask) -> str:
    return extension.target


@resolves("AppExtension.url")
def extension_url(extension: AppExtension, ask: Ask) -> str:
    return stitched_url(extension.url, extension.target, owner(extension, ask).app_url)


def stitched_url(url: str, target: str, app_url: str) -> str:
    """Saleor itself joins a POPUP's path to the app's URL, dropping that URL's last part."""
    if not (url.startswith("/") and app_url and target == "POPUP"):
        return url
    parts = urlsplit(app_url)
    return parts._replace(path=urljoin(parts.path, url[1:])).geturl()


def owner(extension: AppExtension, ask: Ask) -> App:
    return next(app for app, owned in ask.store.state.extensions() if owned is extension)


@resolves("AppInstallation.message")
def installation_message(installation: AppInstallation, ask: Ask) -> str | None:
    return installation.message or None


@resolves("Webhook.app")
def webhook_app(webhook: Webhook, ask: Ask) -> App:
    return next(app for app, owned in ask.store.state.webhooks() if owned is webhook)


@resolves("Webhook.asyncEvents", "Webhook.events")
def webhook_events(webhook: Webhook, ask: Ask) -> list[dict[str, str]]:
    return [{"event_type": event, "name": event.replace("_", " ").capitalize()} for event in webhook.events]


@resolves("Webhook.subscriptionQuery")
def webhook_query(webhook: Webhook, ask: Ask) -> str:
    return webhook.query


@resolves("Webhook.customHeaders")
def webhook_headers(webhook: Webhook, ask: Ask) -> str:
    return json.dumps(webhook.custom_headers)


@resolves("Webhook.eventDeliveries")
def webhook_deliveries(
    webhook: Webhook,
    ask: Ask,
    sort_by: dict[str, str] | None = None,
    filter: dict[str, str] | None = None,
    **paging: Any,
) -> dict[str, Any]:
    """Waiting and failed ones only: a delivery that arrived is deleted."""
    rows: list[EventDelivery] = [d for d in ask.store.state.deliveries.values() if d.webhook_pk == webhook.pk]
    wanted = filter or {}
    rows = [d for d in rows if wanted.get("status", d.status) == d.status]
    rows = [d for d in rows if wanted.get("event_type", d.event_type) == d.event_type]
    return page(_by_creation(rows, sort_by), name="eventDeliveries", **paging)


@resolves("EventDelivery.attempts")
def delivery_attempts(
    delivery: EventDelivery, ask: Ask, sort_by: dict[str, str] | None = None, **paging: Any
) -> dict[str, Any]:
    rows: list[EventDeliveryAttempt] = list(delivery.attempts)
    return page(_by_creation(rows, sort_by), name="attempts", **paging)


def _by_creation[R: (EventDelivery, EventDeliveryAttempt)](rows: list[R], sort_by: dict[str, str] | None) -> list[R]:
    """CREATED_AT is the only field Saleor sorts them by; unsorted they come newest first."""
    newest_first = (sort_by or {"direction": "DESC"})["direction"] == "DESC"
    return sorted(rows, key=lambda row: (row.created_at, int(row.pk)), reverse=newest_first)

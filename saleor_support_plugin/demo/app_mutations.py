"""The mutations on apps: installing, switching, their webhooks and their problems."""

from __future__ import annotations

import json
from typing import Any

from .app_fields import stitched_url
from .app_records import App, AppInstallation, EventDelivery, Webhook
from .manifest import ManifestRefused, headers_problem, is_url, required_version
from .mutating import actor, mutation, wanted
from .permissions import OWNER, PermissionDenied
from .resolving import Ask
from .shop import Refused
from .shop_fields import permission
from .subscription_query import read_query


@mutation("appFetchManifest")
def fetch_manifest(ask: Ask, manifest_url: str) -> dict[str, Any]:
    try:
        manifest = ask.store.installing.fetch(manifest_url)
    except ManifestRefused as refused:
        errors = [
            {"field": name, "message": complaint.message, "code": complaint.code}
            for name, some in refused.complaints.items()
            for complaint in some
        ]
        return {"manifest": None, "errors": errors}
    return {"manifest": _shown(manifest, ask.store.state.version)}


def _shown(manifest: dict[str, Any], version: str) -> dict[str, Any]:
    app_url = manifest.get("appUrl") or ""
    return {
        **{name: manifest.get(name) for name in ("name", "version", "about", "audience", "author")},
        "identifier": manifest["id"],
        "permissions": [permission(code) for code in manifest.get("permissions") or []],
        "app_url": app_url,
        "token_target_url": manifest.get("tokenTargetUrl"),
        "data_privacy_url": manifest.get("dataPrivacyUrl"),
        "homepage_url": manifest.get("homepageUrl"),
        "support_url": manifest.get("supportUrl"),
        "extensions": [_extension_shown(row, app_url) for row in manifest.get("extensions") or []],
        "webhooks": [_webhook_shown(row) for row in manifest.get("webhooks") or []],
        "required_saleor_version": required_version(manifest, version),
    }


def _extension_shown(row: dict[str, Any], app_url: str) -> dict[str, Any]:
    mount, target = row["mount"].upper(), row.get("target", "POPUP").upper()
    return {
        "label": row["label"],
        "url": stitched_url(row["url"], target, app_url),
        "permissions": [permission(code) for code in row.get("permissions") or []],
        "mount": mount,
        "mount_name": mount,
        "target": target,
        "target_name": target,
        "settings": row.get("options") or {},
        "identifier": row.get("identifier"),
    }


def _webhook_shown(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": row["name"],
        "query": row["query"],
        "target_url": row["targetUrl"],
        "async_events": row.get("asyncEvents") or [],
        "sync_events": row.get("syncEvents") or [],
    }


@mutation("appInstall")
def install(ask: Ask, input: dict[str, Any]) -> dict[str, Any]:
    """Only notes the installation; the next `Store.work` carries it out, as Saleor's worker would."""
    if not is_url(input.get("manifest_url")):
        raise Refused("manifestUrl", "Enter a valid URL.", "INVALID_URL_FORMAT")
    granted = input.get("permissions") or []
    if not set(granted) <= ask.caller.permissions:
        raise Refused("permissions", "You can't add permission that you don't have.", "OUT_OF_SCOPE_PERMISSION")
    installation = ask.store.installing.request(
        input["manifest_url"],
        app_name=input["app_name"],
        permissions=granted,
        activate=input.get("activate_after_installation", True),
    )
    return {"app_installation": installation}


@mutation("appRetryInstall")
def retry_install(ask: Ask, id: str, activate_after_installation: bool = True) -> dict[str, Any]:
    installation = wanted(ask, id, AppInstallation)
    if installation.status != "FAILED":
        raise Refused("id", "Cannot retry installation with different status than failed.", "INVALID_STATUS")
    with ask.store.act():
        installation.status, installation.message = "PENDING", ""
        installation.activate = activate_after_installation
    return {"app_installation": installation}


@mutation("appDeleteFailedInstallation")
def delete_failed_installation(ask: Ask, id: str) -> dict[str, Any]:
    installation = wanted(ask, id, AppInstallation)
    if installation.status != "FAILED":
        raise Refused("id", "Cannot delete installation with different status than failed.", "INVALID_STATUS")
    with ask.store.act() as state:
        del state.installations[installation.pk]
    return {"app_installation": installation}


def _standing(ask: Ask, gid: str) -> App:
    app = wanted(ask, gid, App)
    if app.removed_at is not None:
        raise Refused("id", f"Couldn't resolve to a node: {gid}", "NOT_FOUND")
    return app


@mutation("appActivate")
def activate(ask: Ask, id: str) -> dict[str, Any]:
    app = _standing(ask, id)
    ask.store.apps.activate(app, by=actor(ask))
    return {"app": app}


@mutation("appDeactivate")
def deactivate(ask: Ask, id: str) -> dict[str, Any]:
    app = _standing(ask, id)
    ask.store.apps.deactivate(app, by=actor(ask))
    return {"app": app}


@mutation("appDelete")
def delete(ask: Ask, id: str) -> dict[str, Any]:
    app = _standing(ask, id)
    ask.store.apps.delete(app, by=actor(ask))
    return {"app": app}


@mutation("appProblemCreate")
def problem_create(ask: Ask, input: dict[str, Any]) -> dict[str, Any]:
    problem = ask.store.apps.report_problem(
        _asking_app(ask),
        key=input["key"],
        message=input["message"],
        critical_threshold=input.get("critical_threshold"),
        aggregation_period=input.get("aggregation_period", 60),
    )
    return {"app_problem": problem}


def _asking_app(ask: Ask) -> App:
    if ask.caller.app is None:
        raise PermissionDenied("AUTHENTICATED_APP")
    return ask.caller.app


@mutation("webhookCreate")
def webhook_create(ask: Ask, input: dict[str, Any]) -> dict[str, Any]:
    app = ask.caller.app or wanted(ask, input.get("app"), App, "app")
    if not input.get("query"):
        raise Refused("query", "This field is required.", "REQUIRED")
    values = {"name": input.get("name") or "", "is_active": input.get("is_active", True), **_values(ask, input)}
    return {"webhook": ask.store.apps.add_webhook(app, **values)}


@mutation("webhookUpdate")
def webhook_update(
    ask: Ask, input: dict[str, Any], id: str | None = None, identifier: str | None = None
) -> dict[str, Any]:
    app, webhook = _own_webhook(ask, id, identifier)
    values = {name: input[name] for name in ("name", "is_active") if input.get(name) is not None}
    ask.store.apps.change_webhook(app, webhook, **values, **_values(ask, input))
    return {"webhook": webhook}


@mutation("webhookDelete")
def webhook_delete(ask: Ask, id: str | None = None, identifier: str | None = None) -> dict[str, Any]:
    app, webhook = _own_webhook(ask, id, identifier)
    ask.store.apps.drop_webhook(app, webhook)
    return {"webhook": webhook}


def _own_webhook(ask: Ask, id: str | None, identifier: str | None) -> tuple[App, Webhook]:
    """The webhook and its app. An app finds its own only: another's looks missing."""
    for app, webhook in ask.store.state.webhooks():
        if webhook.id == id or (identifier and webhook.identifier == identifier):
            if ask.caller.app not in (None, app):
                continue
            if ask.caller.app is None and not ask.caller.has("MANAGE_APPS"):
                raise PermissionDenied("MANAGE_APPS", OWNER)
            return app, webhook
    raise Refused("id", f"Couldn't resolve to a node: {id or identifier}", "NOT_FOUND")


def _values(ask: Ask, input: dict[str, Any]) -> dict[str, Any]:
    """What a webhook's input sets, checked. The events come from the list, else from the query."""
    values: dict[str, Any] = {}
    if input.get("target_url") is not None:
        if not is_url(input["target_url"]):
            raise Refused("targetUrl", "Enter a valid URL.", "INVALID")
        values["target_url"] = input["target_url"]
    if "identifier" in input:
        values["identifier"] = (input["identifier"] or "").strip() or None
    if input.get("custom_headers") is not None:
        values["custom_headers"] = _headers(input["custom_headers"])
    if input.get("query"):
        query = read_query(input["query"], ask.store.state.version)
        if query.error:
            raise Refused("query", query.error, query.code)
        values |= {"query": input["query"], "events": query.events, "channels": query.channels}
    listed = [*(input.get("async_events") or []), *(input.get("sync_events") or [])]
    return values | {"events": listed} if listed else values


def _headers(text: str) -> dict[str, str]:
    headers = json.loads(text)
    problem = headers_problem(headers)
    if problem:
        raise Refused("customHeaders", problem, "INVALID_CUSTOM_HEADERS")
    return {name.lower(): value for name, value in headers.items()}


@mutation("eventDeliveryRetry")
def delivery_retry(ask: Ask, id: str) -> dict[str, Any]:
    delivery = wanted(ask, id, EventDelivery)
    ask.store.deliveries.retry(delivery)
    return {"delivery": delivery}

"""The app mends itself: Saleor has no manifest upgrade, but an app may change its own webhooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..stores.actions import remember_webhooks
from ..stores.clients import client_of
from ..stores.models import Store
from .manifest import PERMISSIONS, webhook_address
from .saleor_events import SUBJECTS, Subject, fingerprint

if TYPE_CHECKING:
    from ..saleor.client import OwnWebhook, SaleorClient

WEBHOOKS = "webhooks"


def mend(store: Store) -> dict[str, Any]:
    """Make the store's webhooks what this version wants; return what was done to which.

    Permissions cannot be mended: what is missing is remembered, to be shown and asked for.
    """
    client = client_of(store)
    found = {webhook.name: webhook for webhook in client.own_webhooks()}
    wanted = {subject.name: subject for subject in SUBJECTS}
    done: dict[str, Any] = {"created": [], "updated": [], "deleted": []}
    for name, subject in wanted.items():
        _mend_one(client, subject, found.get(name), done)
    for name in found.keys() - wanted.keys():
        client.delete_webhook(found[name].id)
        done["deleted"].append(name)
    remember_webhooks(
        store=store, fingerprint=fingerprint(webhook_address()), missing_permissions=_missing_permissions(client)
    )
    return done


def _mend_one(client: SaleorClient, subject: Subject, webhook: OwnWebhook | None, done: dict[str, Any]) -> None:
    if webhook is None:
        client.create_webhook(
            name=subject.name, target_url=webhook_address(), query=subject.query, events=subject.names
        )
        done["created"].append(subject.name)
    elif not _is_right(webhook, subject):
        client.update_webhook(webhook.id, target_url=webhook_address(), query=subject.query, events=subject.names)
        done["updated"].append(subject.name)


def _is_right(webhook: OwnWebhook, subject: Subject) -> bool:
    return (
        webhook.is_active
        and webhook.target_url == webhook_address()
        and webhook.query == subject.query
        and set(webhook.events) == set(subject.names)
    )


def _missing_permissions(client: SaleorClient) -> list[str]:
    app = client.app_identity()
    granted = {permission.code for permission in (app.permissions or [])} if app else set()
    return sorted(set(PERMISSIONS) - granted)


def needs_mending(store: Store) -> bool:
    return store.webhooks_fingerprint != fingerprint(webhook_address())

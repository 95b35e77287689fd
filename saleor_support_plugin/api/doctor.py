"""What is well and what is not, for whoever runs the service."""

from typing import Any

from django.conf import settings
from django.utils import timezone

from ..events import queries as events
from ..files import queries as files
from ..mailbox import queries as mailbox
from ..mails import queries as mails
from ..mails.domains import DnsSilent
from ..outbox import queries as outbox
from ..stores.models import NamedConfiguration, Store
from ..stores.tokens_at_rest import TokenUnreadable
from .health import readiness
from .mending import needs_mending


def examine() -> dict[str, Any]:
    """Return facts by name; `well` is true when nothing needs anybody."""
    facts: dict[str, Any] = {"public_url": settings.PUBLIC_URL, **readiness()}
    if facts["database"] != "ok" or facts["migrations"] != "ok":
        return facts | {"well": False}
    counted = events.counts()
    try:
        stores = [_store(store) for store in Store.across_stores.prefetch_related("chores", "channels").order_by("pk")]
    except TokenUnreadable as error:
        return facts | {"events": counted, "token_keys": str(error), "well": False}
    troubled = [store for store in stores if store["trouble"]]
    well = facts["broker"] == "ok" and not counted["parked"] and not troubled
    counts = {"way": settings.EMAIL["way"]} | outbox.counts()
    return facts | {"events": counted, "mails": counts, "files": files.counts(), "well": well, "stores": stores}


def _store(store: Store) -> dict[str, Any]:
    chores = list(store.chores.all())
    trouble = [f"{chore.name}: {chore.error}" for chore in chores if chore.failures]
    if store.is_installed and store.missing_permissions:
        trouble.append(f"permissions missing: {', '.join(store.missing_permissions)}")
    if store.is_installed and needs_mending(store):
        trouble.append("webhooks are not yet those of this version")
    late = [chore.name for chore in chores if (timezone.now() - chore.due_at).total_seconds() > 900]
    if late and store.is_installed:
        trouble.append(f"overdue: {', '.join(late)}: is a worker running?")
    trouble += [
        f"mailbox of {one.configuration.name}: {one.problem}" for one in mailbox.mailboxes(store) if one.problem
    ]
    state = "removed" if store.removed_at else "active" if store.is_active else "deactivated"
    return {
        "store": store.api_url,
        "key": store.key,
        "channels": sorted(channel.slug for channel in store.channels.all() if channel.is_active),
        "saleor": store.saleor_version,
        "state": state,
        "trouble": trouble,
        "senders": [_sender(row) for row in store.configurations.prefetch_related("sender_accounts")],
    }


def _sender(row: NamedConfiguration) -> dict[str, Any]:
    """Return what DNS says about a configuration's sender; whose domain it is adds what is missing."""
    try:
        checks = mails.checks(row)
    except DnsSilent as silent:
        return {"configuration": row.name, "dns": str(silent)}
    if checks is None:
        return {"configuration": row.name, "dns": "mails are from the service's own address"}
    return {"configuration": row.name} | {one.record: "ok" if one.is_well else one.advice for one in checks}

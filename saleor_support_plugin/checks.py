"""What must be right before the service runs."""

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

MIGRATIONS = "saleor_support_plugin.migrations"


@register(Tags.models)
def migrations_are_installed(app_configs: Sequence[Any] | None, **_: Any) -> list[CheckMessage]:
    """Run from a bare checkout, Django would believe that there are no migrations, and make tables without them."""
    if find_spec(MIGRATIONS) is not None:
        return []
    return [
        Error(
            "The migrations are not installed.",
            hint="Install the package (`uv sync`, or a wheel) instead of running it from the folder.",
            id="support.E001",
        )
    ]


@register(Tags.compatibility)
def no_manager_is_called_objects(app_configs: Sequence[Any] | None, **_: Any) -> list[CheckMessage]:
    """Rows are reached through their store; `across_stores` says aloud that a query is for all of them."""
    from django.apps import apps

    return [
        Error(f"{model.__name__} has a manager called `objects`.", id="support.E002")
        for model in apps.get_app_config("support").get_models()
        if hasattr(model, "objects")
    ]


@register(Tags.models)
def every_kind_of_message_is_looked_at_twice(app_configs: Sequence[Any] | None, **_: Any) -> list[CheckMessage]:
    """A message whose kind nobody can ask would wait for ever, or go out to somebody who has bought meanwhile."""
    from .api import message_kinds

    return [
        Error(f"Nobody says whether a `{kind}` is still right: see api/message_kinds.py.", id="support.E003")
        for kind in message_kinds.unregistered()
    ]


@register(Tags.security, deploy=True)
def the_service_is_reached_safely(app_configs: Sequence[Any] | None, **_: Any) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    if not settings.PUBLIC_URL.startswith("https:"):
        found.append(Warning("PUBLIC_URL is not https: Saleor Dashboard cannot frame it.", id="support.W001"))
    if settings.ALLOW_PRIVATE_STORES:
        found.append(Warning("ALLOW_PRIVATE_STORES lets a registration reach this network.", id="support.W002"))
    if settings.EMAIL["way"] != "smtp":
        found.append(Warning("EMAIL_URL is no mail server: mails become files and reach nobody.", id="support.W004"))
    if not (settings.BUILT_DIR / "dashboard_extension" / "order.html").is_file():
        found.append(Warning("The front ends are not built: run `npm run build`.", id="support.W003"))
    return found

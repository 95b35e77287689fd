"""Asking a store whether the app is still installed there: before 3.23 nobody tells the app what became of it."""

from datetime import datetime
from typing import Any

from django.conf import settings

from ..saleor.errors import TokenRefused
from . import actions
from .clients import client_of
from .models import Store
from .rules import Fate, fate


def probe(store: Store, now: datetime) -> dict[str, Any]:
    """Learn from the app's own token whether it is well, deactivated or removed, and remember it."""
    told_inactive = not store.is_active and store.is_installed
    found = fate(token_answers=_answers(store), told_inactive=told_inactive)
    if found is Fate.WELL and not store.is_installed:
        actions.bring_back(store=store, now=now)
    elif found is Fate.REMOVED:
        actions.presume_removed(store=store, now=now)
    elif found is Fate.WELL and told_inactive:
        actions.set_active(store=store, is_active=True, now=now)
    return {"fate": found.value}


def _answers(store: Store) -> bool:
    try:
        app = client_of(store).app_identity()
    except TokenRefused:
        return False
    return app is not None and app.identifier == settings.MANIFEST_APP_ID

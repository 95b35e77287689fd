"""What we do when Saleor tells us something about the app itself."""

from django.utils import timezone

from ..events.rules import Delivery
from ..stores import actions
from ..stores.models import Store


def app_status_changed(*, store: Store, delivery: Delivery) -> None:
    """Deactivated or activated: told in both directions, by every Saleor."""
    app = delivery.body.get("app")
    if app is not None:
        actions.set_active(store=store, is_active=bool(app["isActive"]), now=timezone.now())


def app_deleted(*, store: Store, delivery: Delivery) -> None:
    """Told by Saleor 3.23 and later; before, the probe finds out. An older word does not undo a reinstall."""
    if delivery.issued_at >= store.installed_at:
        actions.remove(store=store, now=timezone.now())

"""Notifications for members of staff about their own work; shoppers are written to by outbox.actions.send alone."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from ..stores.models import Store
from ..stores.rules import is_demo
from . import subscribing
from .ways import Notice, Outcome, Parcel, files, webpush

# A chat that waited for longer is somebody else's by then, or was missed.
LASTS = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Alert:
    """What a browser is to show. One of the same `key` takes the place of the one before."""

    title: str
    text: str
    link: str
    key: str


def alert(*, store: Store, endpoint: str, p256dh: str, auth: str, alert: Alert, now: datetime) -> Outcome:
    """Hand one over to the browser's push service; return what became of it. The demo store's becomes a file."""
    subscribing.shop_key(store)
    parcel = Parcel(
        to=endpoint,
        content=Notice(alert.title, alert.text, alert.link, p256dh=p256dh, auth=auth, shop_key=store.push_key),
        account=None,
        key=alert.key,
        name=f"staff_alert-{alert.key}",
        stays_here=is_demo(store.api_url, demo=settings.DEMO_URL),
        expires_at=now + LASTS,
        now=now,
    )
    return files.keep(parcel) if parcel.stays_here else webpush.hand_over(parcel)

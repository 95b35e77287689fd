"""The only writes to pages that alert staff, and the notifications where such a page is closed.

Saleor's token never gets there. A link opens the page once, and the page has a token of ours, good for twelve hours
after Saleor last vouched for its owner: at each hello and each renewal of their inbox.
"""

import logging
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from ..conversations import saying
from ..conversations.models import Author
from ..conversations.rules import link_digest
from ..mails.senders import shop_name
from ..outbox import alerting
from ..outbox.alerting import Alert
from ..outbox.subscribing import must_be_a_browser
from ..outbox.ways import Refused
from ..realtime.payload import NOT_RECOGNISED
from ..stores.callers import Staff
from ..stores.queries import configuration
from .alert_words import WORDS, Occasion
from .desks import alert_room
from .models import AlertPage, Presence, QueueEntry, QueueState, Seat

log = logging.getLogger(__name__)

PERMISSION = "MANAGE_ORDERS"
LINK_LASTS = timedelta(minutes=5)
LASTS = timedelta(hours=12)
# Of one person: their browsers, and links that were not followed.
MOST_PAGES = 10
# Whoever looks at the inbox has read it by then.
READ_WITHIN = timedelta(seconds=10)
# Connect again: other channels are theirs now.
CONNECT_AGAIN = 1012


def invite(*, staff: Staff, language: str, now: datetime) -> str:
    """Return an address that opens the page once. What opens it is behind the #, which no server and no log sees."""
    token = secrets.token_urlsafe(16)  # 128 bits
    mine = _pages_of(staff)
    kept = mine.order_by("-expires_at").values_list("pk", flat=True)[: MOST_PAGES - 1]
    mine.exclude(pk__in=list(kept)).delete()
    staff.store.alert_pages.create(
        user_id=staff.user_id,
        language=language,
        channels=_channels(staff),
        digest=link_digest(token),
        expires_at=now + LINK_LASTS,
    )
    return f"{settings.PUBLIC_URL}/staff/alerts?lang={language}#{token}"


@transaction.atomic
def open_page(*, link: str, before: AlertPage | None, now: datetime) -> tuple[AlertPage, str] | None:
    """Follow a link, once: return its page and the page's own token; None where it opens nothing, or not any more.

    `before` is the page that the browser had: it ends, and its notifications go on where they are the same person's.
    """
    page = _open_at(link, now).select_for_update(of=("self",)).filter(opened_at=None).first()
    if page is None:
        return None
    token = secrets.token_urlsafe(16)
    page.digest, page.opened_at, page.told_until, page.expires_at = link_digest(token), now, now, now + LASTS
    if before is not None:
        if (before.store_id, before.user_id) == (page.store_id, page.user_id):
            page.endpoint, page.p256dh, page.auth = before.endpoint, before.p256dh, before.auth
        _of(before).delete()
    page.save()
    return page, token


def page_of(*, token: str, now: datetime) -> AlertPage | None:
    """Return the page that has this token, as long as it is good."""
    return _open_at(token, now).exclude(opened_at=None).first()


def vouch(*, staff: Staff, now: datetime) -> None:
    """Saleor has just said who they are and what they may see."""
    mine, channels = _pages_of(staff), _channels(staff)
    opened = mine.exclude(opened_at=None)
    if not opened.update(expires_at=now + LASTS):
        return
    known = Q(channels=channels) if channels is not None else Q(channels=None)
    if opened.exclude(known).update(channels=channels):
        saying.close(alert_room(staff.store.pk, staff.user_id), CONNECT_AGAIN)


def dismiss(*, staff: Staff) -> None:
    """Saleor says that they may not answer any more: their pages and notifications end."""
    if _pages_of(staff).delete()[0]:
        saying.close(alert_room(staff.store.pk, staff.user_id), NOT_RECOGNISED)


def subscribe(*, page: AlertPage, endpoint: str, p256dh: str, auth: str) -> None:
    """Notify this page's browser, too, while the page is closed. Raises SubscriptionWrong."""
    must_be_a_browser(endpoint, p256dh, auth)
    with transaction.atomic():
        # Another page of the same browser, from an earlier link.
        page.store.alert_pages.filter(endpoint=endpoint).exclude(pk=page.pk).update(endpoint="")
        _of(page).update(endpoint=endpoint, p256dh=p256dh, auth=auth)


def unsubscribe(*, page: AlertPage) -> None:
    _of(page).update(endpoint="", p256dh="", auth="")


def _of(page: AlertPage) -> QuerySet[AlertPage]:
    return AlertPage.across_stores.filter(pk=page.pk)


def _pages_of(staff: Staff) -> QuerySet[AlertPage]:
    return staff.store.alert_pages.filter(user_id=staff.user_id)


def _channels(staff: Staff) -> list[str] | None:
    return None if staff.channels is None else sorted(staff.channels)


def _open_at(token: str, now: datetime) -> QuerySet[AlertPage]:
    here = AlertPage.across_stores.filter(store__removed_at=None, store__is_active=True).select_related("store")
    return here.filter(digest=link_digest(token), expires_at__gt=now)


# What time does


def alert_due(*, now: datetime) -> int:
    """Notify browsers whose page is closed, of those who say that they take chats; return how many were told."""
    gone = Q(expires_at__lte=now) | ~Q(store__removed_at=None) | Q(store__is_active=False)
    AlertPage.across_stores.filter(gone).delete()
    online = Seat.across_stores.filter(store=OuterRef("store"), user_id=OuterRef("user_id"), state=Presence.ONLINE)
    wanted = AlertPage.across_stores.exclude(endpoint="").filter(Exists(online)).filter(told_until__lt=now)
    return sum(_alert_one(pk, now) for pk in list(wanted.values_list("pk", flat=True)))


def _alert_one(page_id: int, now: datetime) -> bool:
    with transaction.atomic():
        rows = AlertPage.across_stores.select_for_update(of=("self",), skip_locked=True).select_related("store")
        page = rows.filter(pk=page_id).exclude(endpoint="").first()
        if page is None or page.told_until is None:
            return False
        since = max(page.told_until, page.open_until or page.told_until)
        # Before it is handed over: one that may be out is never sent again.
        _of(page).update(told_until=now)
    occasion = _occasion(page, since, now) if since < now else None
    return occasion is not None and _tell(page, occasion, now)


def _occasion(page: AlertPage, since: datetime, now: datetime) -> Occasion | None:
    """Return what happened since then, the most pressing of it."""
    store, user_id = page.store, page.user_id
    queue = store.queue.all() if page.channels is None else store.queue.filter(channel_slug__in=page.channels)
    mine = QueueEntry.across_stores.filter(store=store, state=QueueState.SEATED, seat__user_id=user_id)
    given = store.seats.filter(user_id=user_id, given_at__gt=since)
    unread = mine.filter(
        conversation__last_message__author=Author.SHOPPER,
        conversation__last_message__at__gt=since - READ_WITHIN,
        conversation__last_message__at__lte=now - READ_WITHIN,
        conversation__last_message__seq__gt=F("conversation__staff_read_seq"),
    )
    came = queue.filter(joined_at__gt=since)
    happened: dict[Occasion, Callable[[], bool]] = {
        Occasion.SEATED: lambda: given.exists() and mine.exists(),
        Occasion.WAITING: came.filter(state=QueueState.WAITING).exists,
        Occasion.MISSED: came.filter(state=QueueState.MISSED).exists,
        Occasion.MESSAGE: unread.exists,
    }
    return next((occasion for occasion, has in happened.items() if has()), None)


def _tell(page: AlertPage, occasion: Occasion, now: datetime) -> bool:
    """Say that something happened, never what was said."""
    shown = Alert(
        title=shop_name(page.store, configuration(page.store, "")),
        text=WORDS[page.language][occasion],
        link=f"{settings.PUBLIC_URL}/staff/alerts?lang={page.language}",
        key=occasion.value,
    )
    keys = {"endpoint": page.endpoint, "p256dh": page.p256dh, "auth": page.auth}
    outcome = alerting.alert(store=page.store, **keys, alert=shown, now=now)
    if isinstance(outcome, Refused) and outcome.is_gone:
        unsubscribe(page=page)
    return not isinstance(outcome, Refused)

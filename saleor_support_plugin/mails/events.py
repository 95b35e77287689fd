"""What a mail provider tells us about a mail that we handed to it: where it calls, and what that means."""

import hmac
from dataclasses import dataclass

from django.conf import settings

from ..people.models import Suppressing
from ..people.rules import Medium
from ..stores.models import Store
from .models import SenderAccount


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that befell a mail, in django-anymail's words: `bounced`, `complained`, `rejected`, `unsubscribed` …

    `reason` says why a mail bounced, `invalid` or `bounced` being for good.
    """

    event: str
    recipient: str
    reason: str = ""
    is_for_good: bool = True


def meaning(happened: Happened) -> Suppressing | None:
    """Return what speaks against the address from now on; nothing for a full mailbox, a delay or an opened mail."""
    if happened.event == "complained":
        return Suppressing.COMPLAINED
    if happened.event == "unsubscribed":
        return Suppressing.UNSUBSCRIBED
    if happened.event in ("bounced", "rejected") and happened.reason in ("invalid", "bounced") and happened.is_for_good:
        return Suppressing.BOUNCED
    return None


def address(store: Store, account: SenderAccount) -> str:
    door = "mail-events" if account.medium == "email" else f"{account.provider}-events"
    return f"{settings.PUBLIC_URL}/api/{door}/{store.key}/{account.events_secret}"


def account_at(store_key: str, secret: str, medium: Medium = "email") -> SenderAccount | None:
    """Return whose provider calls this address; the secret is compared in constant time."""
    store = Store.across_stores.filter(key=store_key, removed_at=None).first()
    accounts = store.sender_accounts.filter(medium=medium).select_related("store") if store else []
    found = [one for one in accounts if hmac.compare_digest(one.events_secret.encode(), secret.encode())]
    return found[0] if found else None

"""The only writes to browsers that show a shop's notifications, and to the key by which push services know the shop."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction

from ..people.actions import give_consent, hold
from ..people.models import Person, Source
from ..stores.models import Store
from .models import Browser
from .ways.webpush import is_push_service, new_shop_key, public_key, seal, unpadded

# The wording on the page; another one needs another name, for consent is given to words.
WORDING = "push-1"
MOST_BROWSERS = 10


class SubscriptionWrong(ValueError):
    """This is not what a browser says of itself."""

    code = "SUBSCRIPTION_WRONG"


def is_offered(store: Store) -> bool:
    """Say whether the shop notifies anybody, in any of its channels."""
    return store.sender_accounts.filter(medium="push").exists()


def shop_key(store: Store) -> str:
    """Return the public key that browsers are given; made the first time, for a subscription holds for one key only."""
    if not store.push_key:
        Store.across_stores.filter(pk=store.pk, push_key="").update(push_key=new_shop_key())
        store.refresh_from_db(fields=["push_key"])
    return public_key(store.push_key)


@transaction.atomic
def subscribe(*, person: Person, endpoint: str, p256dh: str, auth: str, page: str, now: datetime) -> Browser:
    """Keep a browser that its owner lets show notifications about their orders. Raises SubscriptionWrong.

    Offers need another yes, on the page of preferences. The oldest of more than ten browsers is forgotten.
    """
    must_be_a_browser(endpoint, p256dh, auth)
    person = hold(person)
    name = _name(endpoint)
    told = {"person": person, "endpoint": endpoint, "p256dh": p256dh, "auth": auth, "created_at": now}
    browser, _ = Browser.across_stores.update_or_create(store_id=person.store_id, name=name, defaults=told)
    newest = person.browsers.order_by("-created_at", "-pk").values_list("pk", flat=True)[:MOST_BROWSERS]
    person.browsers.exclude(pk__in=list(newest)).delete()
    give_consent(
        person=person,
        medium="push",
        purpose="service",
        source=Source.FORM,
        text_version=WORDING,
        page=page,
        proof={"browser": name},
        at=now,
    )
    return browser


def must_be_a_browser(endpoint: str, p256dh: str, auth: str) -> None:
    """Try what the browser said, as the first message would. Raises SubscriptionWrong."""
    if not is_push_service(endpoint) or len(endpoint) > 1_000:
        raise SubscriptionWrong("This is no push service that we know.")
    try:
        if len(unpadded(auth)) != 16:
            raise SubscriptionWrong("A browser's secret has sixteen bytes.")
        seal(b"", p256dh=unpadded(p256dh), auth=unpadded(auth))
    except ValueError as error:
        raise SubscriptionWrong("These are no browser's keys.") from error


def forget(*, store: Store, name: str) -> None:
    """Forget a browser that wants no notifications any more."""
    Browser.across_stores.filter(store=store, name=name).delete()


def leave(*, person: Person, endpoint: str) -> None:
    """Forget one of somebody's browsers, as they ask."""
    person.browsers.filter(name=_name(endpoint)).delete()


def _name(endpoint: str) -> str:
    return sha256(endpoint.encode("utf-8", "replace")).hexdigest()

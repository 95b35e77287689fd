"""Reads about what went to people, and what did not."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection
from django.db.models import Count, Q, QuerySet

from ..hours.zones import zone_of_country, zones_by_country
from ..mails.queries import settled_for
from ..people.addresses import address_hash, normal_address
from ..people.models import KeyKind, Person
from ..people.queries import consents, is_closed_to_copies
from ..stores.callers import Staff
from ..stores.configuration import Configuration
from ..stores.models import Store
from .deciding import Facts, Withhold, decide, limits_of
from .kinds import series_of
from .models import Browser, Message, State
from .rules import stays_here

# What decides about one message beside what its person said: when commercial messages left for them, by this medium
# and of this series, whether they bought, and where the channel's shoppers live.
BESIDE = """select
    array(select coalesce(m.sent_at, m.finished_at, m.taken_at) from support_message m
          where m.person_id = %(person)s and m.medium = %(medium)s and m.purpose = 'commercial'
          and m.state in (1, 2, 4) and m.id <> %(message)s),
    array(select coalesce(m.sent_at, m.finished_at, m.taken_at) from support_message m
          where m.person_id = %(person)s and m.kind = any(%(series)s) and m.about <> %(about)s
          and m.purpose = 'commercial' and m.state in (1, 2, 4)),
    exists (select from support_personkey k join support_order o
            on o.store_id = k.store_id and upper(o.customer_email) = upper(k.value)
            where k.person_id = %(person)s and k.kind = 'EMAIL' and o.status not in ('CANCELED', 'EXPIRED', 'DRAFT')),
    (select c.default_country from support_channel c where c.store_id = %(store)s and c.slug = %(channel)s limit 1)"""


def answered(store: Store, *, numbers: Sequence[int], message_ids: Sequence[str]) -> list[Message]:
    """Return the messages that somebody answers, in the order in which they are named: by our number, then by id."""
    ids = [f"<{one}>" for one in message_ids]
    named = store.messages.filter(Q(pk__in=numbers) | Q(message_id__in=ids)).only(
        "kind", "about", "address", "message_id"
    )
    places: list[object] = [*numbers, *ids]
    return sorted(named, key=lambda one: places.index(one.pk if one.pk in numbers else one.message_id))


def facts(message: Message, person: Person) -> Facts:
    """Return what decides about a message to a person now."""
    asked: dict[str, Any] = {
        "message": message.pk or 0,
        "person": person.pk,
        "medium": message.medium,
        "series": series_of(message.kind),
        "about": message.about,
        "store": message.store_id,
        "channel": message.channel_slug,
    }
    with connection.cursor() as cursor:
        cursor.execute(BESIDE, asked)
        sent, series, has_bought, channel_country = cursor.fetchone()
    country = person.country or channel_country or ""
    settled = settled_for(message.store, message.channel_slug, message.medium)  # type: ignore[arg-type]
    here = reaches_nobody(message)
    return Facts(
        purpose=message.purpose,  # type: ignore[arg-type]  # as outbox.actions.send wrote it
        medium=message.medium,  # type: ignore[arg-type]
        country=country,
        zone=zone_of(person, country, settled.settings),
        consents=consents(person),
        expires_at=message.expires_at,
        address_hash=address_hash(message.address),
        has_bought=has_bought,
        sent=tuple(sent),
        series=tuple(series),
        is_removed=not message.store.is_installed,
        is_active=message.store.is_active,
        is_paused=message.store.outbox_paused_at is not None,
        has_way=message.medium == "email" or here or settled.account is not None,
        reaches_nobody=here,
        limits=limits_of(settled.settings),
    )


def copied(message: Message, emails: Sequence[str], now: datetime) -> list[str]:
    """Return who of these may get a mail in copy: as if it were to them, and never where it would reach nobody."""
    return [email for email in emails if _may_copy(message, email, now)]


def _may_copy(message: Message, email: str, now: datetime) -> bool:
    keys = message.store.person_keys.filter(kind=KeyKind.EMAIL, value=normal_address(email))
    key = keys.select_related("person").first()
    named = ("store", "kind", "purpose", "medium", "channel_slug", "about", "expires_at")
    theirs = Message(address=email, **{name: getattr(message, name) for name in named})
    if key is None or is_closed_to_copies(store=message.store, email=email):
        return False
    if reaches_nobody(theirs) and not reaches_nobody(message):
        return False
    return not isinstance(decide(facts(theirs, key.person), now), Withhold)


def zone_of(person: Person, country: str, settled: Configuration) -> ZoneInfo:
    """Return whose clock a person's nights go by: theirs, else their country's, else the merchant's."""
    try:
        if person.time_zone:
            return ZoneInfo(person.time_zone)
    except (KeyError, ValueError, OSError):  # what a browser once said, and the tz database does not know
        pass
    return zone_of_country(country) if country.upper() in zones_by_country() else settled.zone


def reaches_nobody(message: Message) -> bool:
    return stays_here(message.address, api_url=message.store.api_url, demo=settings.DEMO_URL)


def browser(message: Message) -> Browser | None:
    """Return whom a notification is for; None where the browser wants none any more."""
    return message.store.browsers.filter(name=message.address).first()


def newest_browser(person: Person) -> Browser | None:
    """Return where a person is notified: where they last asked for it."""
    return person.browsers.order_by("-created_at", "-pk").first()


# The stores with something due, in no order, so that workers begin with different ones. The first condition is asked
# once, and alone answers the poll that finds nothing.
STORES_DUE = """select s.id from support_store s
    where exists (select from support_message where state = 0 and due_at <= %(now)s) and s.outbox_paused_at is null
    and exists (select from support_message m where m.store_id = s.id and m.state = 0
                and m.priority in (0, 1, 2, 3) and m.due_at <= %(now)s)
    order by random()"""


def stores_due(now: datetime) -> list[int]:
    """Return the stores for which something is to go out now, each once."""
    with connection.cursor() as cursor:
        cursor.execute(STORES_DUE, {"now": now})
        return [store for (store,) in cursor.fetchall()]


def counts() -> dict[str, int]:
    """Return how many messages there are in each state, of all stores."""
    found = dict(Message.across_stores.values_list("state").annotate(Count("id")))
    return {state.name.lower(): found.get(state.value, 0) for state in State}


def sender_works(store: Store) -> bool:
    """Say whether a test mail of the store has gone out."""
    return store.messages.filter(kind="sender_test", medium="email", state=State.SENT).exists()


def seen_by(staff: Staff) -> QuerySet[Message]:
    """Return the messages that a member of staff may see: those of their channels."""
    seen = Message.across_stores.filter(store=staff.store)
    return seen if staff.channels is None else seen.filter(channel_slug__in=staff.channels)


def contacts(
    staff: Staff,
    *,
    state: State | None = None,
    purpose: str = "",
    medium: str = "",
    silence: str = "",
    person: int | None = None,
    search: str = "",
) -> QuerySet[Message]:
    """Return messages, the newest first; `search` is a part of an address or a subject."""
    exactly: dict[str, object] = {"purpose": purpose or None, "medium": medium or None, "silence": silence or None}
    exactly |= {"state": state, "person_id": person}
    found = seen_by(staff).filter(**{name: value for name, value in exactly.items() if value is not None})
    wanted = search.replace("\0", "").strip()
    if wanted:
        found = found.filter(Q(address__icontains=wanted) | Q(subject__icontains=wanted))
    return found.select_related("person").order_by("-created_at", "-id")


def paused_at(store: Store) -> datetime | None:
    """Return since when nothing goes out, as it is at this moment: a caller's store may be some minutes old."""
    return Store.across_stores.values_list("outbox_paused_at", flat=True).get(pk=store.pk)


def person(staff: Staff, number: int | None) -> Person | None:
    """Return one of the store's people; staff of some channels see whom something went to in those."""
    if number is None:
        return None
    found = Person.across_stores.filter(store=staff.store, pk=number).first()
    if found is None or staff.channels is None or seen_by(staff).filter(person=found).exists():
        return found
    return None

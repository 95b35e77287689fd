"""The only writes to people, their consents and their addresses' suppressions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from django.db import connection, models, transaction

from ..stores.models import Store
from .addresses import address_hash, normal_email, normal_phone
from .models import (
    ChangeKind,
    Consent,
    ConsentState,
    KeyKind,
    Person,
    PersonChange,
    PersonKey,
    Source,
    Suppressing,
    Suppression,
)
from .queries import consents
from .rules import CHOSEN, MEDIA, Basis, Medium, Purpose

# What an address is good for; push has none.
REACHED_BY: dict[KeyKind, tuple[Medium, ...]] = {KeyKind.EMAIL: ("email",), KeyKind.PHONE: ("sms", "whatsapp")}
# Names our advisory lock among others of the service.
JOINING = 0x70656F70


class NotTheirs(ValueError):
    """Two people of different stores, or a key that is not this person's."""

    code = "NOT_THEIRS"


@dataclass(frozen=True, slots=True)
class Said:
    consent: Consent


@dataclass(frozen=True, slots=True)
class Already:
    """The ledger has this word already, from the same source and moment."""

    consent: Consent


@transaction.atomic
def person_at(
    *,
    store: Store,
    now: datetime,
    email: str = "",
    phone: str = "",
    customer_id: str = "",
    guest: str = "",
    verified: bool = False,
    region: str = "",
    language: str = "",
    country: str = "",
    time_zone: str = "",
) -> Person:
    """Return whom a customer, guest, mailbox or number stands for; whoever is new is made.

    `verified` says that somebody proved all that is named to be theirs: then it becomes one person's. Unproven, only
    the first of them counts, in this order: customer, guest, e-mail, phone. So a customer who merely typed an address
    stays apart from whose mailbox it is. Two customers are never joined: an address is whose customer proved it last.
    Raises AddressWrong.
    """
    named = _named(email, phone, customer_id, guest, region)
    person = _joined(store, named, now) if verified else _person_of(store, named[0], now)
    _learn(person, language=language[:16], country=country.upper()[:2], time_zone=time_zone)
    return person


def _named(email: str, phone: str, customer_id: str, guest: str, region: str) -> list[tuple[KeyKind, str]]:
    named = [
        (KeyKind.CUSTOMER, customer_id),
        (KeyKind.GUEST, guest),
        (KeyKind.EMAIL, normal_email(email) if email else ""),
        (KeyKind.PHONE, normal_phone(phone, region) if phone else ""),
    ]
    given = [(kind, value) for kind, value in named if value]
    if not given:
        raise ValueError("Nobody is named.")
    return given


def _learn(person: Person, **told: str) -> None:
    news = {name: value for name, value in told.items() if value and getattr(person, name) != value}
    if news:
        Person.across_stores.filter(pk=person.pk).update(**news)
        for name, value in news.items():
            setattr(person, name, value)


def _person_of(store: Store, named: tuple[KeyKind, str], now: datetime) -> Person:
    key = _key(store, named)
    if key is not None:
        return key.person
    person = store.people.create(created_at=now)
    key = _add_key(person, named)
    if key.person_id != person.pk:  # somebody else was quicker
        person.delete()
    return key.person


def _key(store: Store, named: tuple[KeyKind, str]) -> PersonKey | None:
    return store.person_keys.select_related("person").filter(kind=named[0], value=named[1]).first()


def _add_key(person: Person, named: tuple[KeyKind, str]) -> PersonKey:
    """Return the key, whoever has it; where nobody has, it is the person's."""
    kind, value = named
    hashed = address_hash(value) if kind in REACHED_BY else ""
    new = PersonKey(store_id=person.store_id, person=person, kind=kind, value=value, value_hash=hashed)
    PersonKey.across_stores.bulk_create([new], ignore_conflicts=True)
    known = PersonKey.across_stores.select_related("person")
    return known.get(store_id=person.store_id, kind=kind, value=value)


def _joined(store: Store, named: list[tuple[KeyKind, str]], now: datetime) -> Person:
    proven = [key for key in (_key(store, one) for one in named) if key and key.verified_at]
    if len(proven) == len(named) and len({key.person_id for key in proven}) == 1:
        return proven[0].person
    _alone_in(store)
    person = hold(_person_of(store, named[0], now))
    for one in named:
        key = _add_key(person, one)
        if key.person_id != person.pk:
            _take_over(person, key, now)
        PersonKey.across_stores.filter(pk=key.pk, verified_at=None).update(verified_at=now)
    return person


def _alone_in(store: Store) -> None:
    """Hold the store's joining until this transaction ends: two that join the same people would wait for each other."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [JOINING, store.pk])


def hold(person: Person) -> Person:
    """Return the person, or whom they were merged into, held until this transaction ends.

    Whoever counts what goes to a person does so while holding them.
    """
    held = Person.across_stores.select_for_update(no_key=True).get(pk=person.pk)
    return hold(held.merged_into) if held.merged_into else held


def _take_over(person: Person, key: PersonKey, now: datetime) -> None:
    """Join the holder of a key that was proven to be this person's; of another customer, take the key only."""
    if not (_is_customer(person) and _is_customer(key.person)):
        _merge(person, key.person, by="", why=f"{key.kind} was proven", now=now)
        return
    moved = {PersonKey._meta.db_table: [key.pk]}
    _move(moved, of=key.person, to=person)
    _log(ChangeKind.MOVED, person, key.person, by="", why=f"{key.kind} was proven", moved=moved, now=now)


def _is_customer(person: Person) -> bool:
    return person.keys.filter(kind=KeyKind.CUSTOMER).exists()


@transaction.atomic
def merge(*, keep: Person, other: Person, by: str, why: str, now: datetime) -> Person:
    """Make two people of a store one, with all that is known of either; `by` is who says so. Raises NotTheirs."""
    if keep.store_id != other.store_id:
        raise NotTheirs("People of two stores cannot be one.")
    _alone_in(keep.store)
    keep, other = hold(keep), _live(other)
    if keep.pk != other.pk:
        _merge(keep, other, by=by, why=why, now=now)
    return keep


def _live(person: Person) -> Person:
    """Return whom a person was merged into; it stays so for who is alone in the store."""
    found = Person.across_stores.get(pk=person.pk)
    return _live(found.merged_into) if found.merged_into else found


def _merge(keep: Person, other: Person, *, by: str, why: str, now: datetime) -> None:
    other = _hold_all(other)
    moved = {model._meta.db_table: _ids(model, name, other) for model, name in _tables()}
    _move(moved, of=other, to=keep)
    Person.across_stores.filter(pk=other.pk).update(merged_into=keep)
    _log(ChangeKind.MERGED, keep, other, by=by, why=why, moved=moved, now=now)
    told = {name: getattr(other, name) for name in ("language", "country", "time_zone") if not getattr(keep, name)}
    _learn(keep, **told)


def _hold_all(person: Person) -> Person:
    """Hold a person and their rows; the rows first, as who settles one of them does, so that neither waits for ever."""
    for model, name in _tables():
        list(model._base_manager.select_for_update(no_key=True).filter(**{name: person}).values_list("pk"))
    return hold(person)


def _tables() -> list[tuple[type[models.Model], str]]:
    """Return every table whose rows are a person's, with the column that says whose: of any room."""
    relations = [relation for relation in Person._meta.related_objects if relation.related_model is not Person]
    return [(relation.related_model, relation.field.name) for relation in relations]


def _ids(model: type[models.Model], name: str, person: Person) -> list[int]:
    return list(model._base_manager.filter(**{name: person}).order_by("pk").values_list("pk", flat=True))


def _move(moved: Mapping[str, Iterable[int]], *, of: Person, to: Person) -> None:
    for model, name in _tables():
        ids = moved.get(model._meta.db_table, [])
        model._base_manager.filter(**{name: of}, pk__in=ids).update(**{name: to})


def _log(
    kind: ChangeKind, person: Person, other: Person, *, by: str, why: str, moved: Mapping[str, Any], now: datetime
) -> None:
    told = {table: ids for table, ids in moved.items() if ids}
    PersonChange.across_stores.create(
        store_id=person.store_id, person=person, other=other, kind=kind, by=by, why=why[:500], moved=told, at=now
    )


@transaction.atomic
def split(*, person: Person, keys: Iterable[PersonKey], by: str, why: str, now: datetime) -> Person:
    """Make these keys another person's, and return that one; what once came along with them goes along again.

    Whatever is withdrawn at that moment stays withdrawn for both. Raises NotTheirs.
    """
    _alone_in(person.store)
    person = _hold_all(_live(person))
    going = {key.pk for key in keys}
    if not going or going.difference(_ids(PersonKey, "person", person)):
        raise NotTheirs("These are not keys of this person.")
    before = consents(person)
    copied = {name: getattr(person, name) for name in ("store_id", "language", "country", "time_zone")}
    other = Person.across_stores.create(created_at=now, **copied)
    keys_table = PersonKey._meta.db_table
    moved = {keys_table: sorted(going)}
    for change in person.changes.filter(kind=ChangeKind.MERGED).select_related("other"):
        came = change.moved.get(keys_table)
        if came and going.issuperset(came) and change.other:
            moved |= {table: [*moved.get(table, []), *ids] for table, ids in change.moved.items()}
            Person.across_stores.filter(pk=change.other.pk).update(merged_into=other)
    _move(moved, of=person, to=other)
    _log(ChangeKind.SPLIT, person, other, by=by, why=why, moved=moved, now=now)
    for (medium, purpose), word in before.words.items():
        if not word.is_given:
            told: Any = {"medium": medium, "purpose": purpose, "source": Source.STAFF, "at": now}
            withdraw(person=other, proof={"split_from": person.pk}, **told)
    return other


def give_consent(
    *,
    person: Person,
    medium: Medium,
    purpose: Purpose,
    source: Source,
    at: datetime,
    basis: Basis = "consent",
    text_version: str = "",
    page: str = "",
    proof: Mapping[str, Any] | None = None,
) -> Said | Already:
    """Keep that a person agreed at a moment, which may be long ago: an older word than the newest changes nothing."""
    told = {"basis": basis, "text_version": text_version[:100], "page": page[:500], "proof": dict(proof or {})}
    return _say(person, medium, purpose, ConsentState.GIVEN, source, at, told)


def withdraw(
    *,
    person: Person,
    medium: Medium,
    purpose: Purpose,
    source: Source,
    at: datetime,
    page: str = "",
    proof: Mapping[str, Any] | None = None,
) -> Said | Already:
    """Keep that a person wants none; also what waits already is looked at by this word before it goes."""
    told = {"page": page[:500], "proof": dict(proof or {})}
    return _say(person, medium, purpose, ConsentState.WITHDRAWN, source, at, told)


@transaction.atomic
def _say(
    person: Person,
    medium: Medium,
    purpose: Purpose,
    state: ConsentState,
    source: Source,
    at: datetime,
    told: dict[str, Any],
) -> Said | Already:
    person = hold(person)
    said = {"medium": medium, "purpose": purpose, "state": state, "source": source, "at": at}
    known = person.consents.filter(**said).first()
    if known is not None:
        return Already(known)
    return Said(person.consents.create(store_id=person.store_id, **said, **told))


@transaction.atomic
def withdraw_all(*, person: Person, source: Source, at: datetime, page: str = "") -> None:
    """Keep that a person wants nothing but what is about their own orders and questions."""
    for medium in MEDIA:
        for purpose in CHOSEN:
            withdraw(person=person, medium=medium, purpose=purpose, source=source, at=at, page=page)


@transaction.atomic
def withdraw_at(
    *, store: Store, medium: Medium, value_hash: str, purpose: Purpose, source: Source, at: datetime
) -> bool:
    """Keep that whose address this is wants none, whether we know them or not; say whether that was news."""
    key = store.person_keys.select_related("person").filter(value_hash=value_hash).first()
    was = consents(key.person).word(medium, purpose) if key else None
    _, is_new = _suppress(store, medium, value_hash, Suppressing.UNSUBSCRIBED, purpose, at)
    if key is None:
        return is_new
    withdraw(person=key.person, medium=medium, purpose=purpose, source=source, at=at)
    return was is None or was.is_given


@transaction.atomic
def suppress(
    *,
    store: Store,
    medium: Medium,
    address: str,
    reason: Suppressing,
    purpose: Purpose | Literal[""] = "",
    at: datetime,
) -> bool:
    """Keep that an address is not to be used, for a purpose or for any; say whether that was news."""
    return _suppress(store, medium, address_hash(address), reason, purpose, at)[1]


def _suppress(
    store: Store, medium: str, value_hash: str, reason: Suppressing, purpose: str, at: datetime
) -> tuple[Suppression, bool]:
    named = {"medium": medium, "value_hash": value_hash, "reason": reason, "purpose": purpose}
    row, is_new = store.suppressions.get_or_create(**named, defaults={"at": at})
    if row.at < at:
        store.suppressions.filter(pk=row.pk).update(at=at)
    return row, is_new


def hear(*, store: Store, phone: str, at: datetime) -> None:
    """Keep that whose number this is wrote to the shop on WhatsApp; of a number that we do not know, nothing."""
    keys = store.person_keys.filter(kind=KeyKind.PHONE, value=phone)
    keys.filter(models.Q(heard_at=None) | models.Q(heard_at__lt=at)).update(heard_at=at)


@transaction.atomic
def erase(*, person: Person, now: datetime) -> None:
    """Forget a person and everything that is theirs; of their addresses a hash stays, so that none is written to.

    What other rooms keep of them goes or stays as those say by `on_delete`.
    """
    person = hold(person)
    for key in person.keys.filter(kind__in=REACHED_BY):
        for medium in REACHED_BY[KeyKind(key.kind)]:
            _suppress(person.store, medium, key.value_hash, Suppressing.ERASED, "", now)
    Person.across_stores.filter(pk=person.pk).delete()

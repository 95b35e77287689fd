"""Reads about people and what they said."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.db import connection

from ..stores.models import Store
from .addresses import address_hash, normal_address
from .models import KeyKind, Person, PersonKey
from .rules import Closed, Consents, Medium, Purpose, Word, newest

# Everything that was said by or about people, in one question: the newest row for each medium and purpose, and what is
# known of their addresses.
SAID = """(select distinct on (person_id, medium, purpose) person_id, medium, purpose, state, basis, source, at, ''
    from support_consent where person_id = any(%(people)s) order by person_id, medium, purpose, at desc, id desc)
union all select k.person_id, s.medium, s.purpose, s.reason, '', s.reason, s.at, s.value_hash
    from support_personkey k join support_suppression s on s.store_id = k.store_id and s.value_hash = k.value_hash
    where k.person_id = any(%(people)s)"""
CLOSED = ("BOUNCED", "COMPLAINED")


def consents(person: Person) -> Consents:
    """Return what holds for a person, also from before they were known: an address that unsubscribed stays so."""
    return _said([person.pk]).get(person.pk, Consents())


def _said(people: Collection[int]) -> dict[int, Consents]:
    with connection.cursor() as cursor:
        cursor.execute(SAID, {"people": list(people)})
        found = cursor.fetchall()
    rows: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for person, *row in found:
        rows[person].append(tuple(row))
    return {person: _consents(theirs) for person, theirs in rows.items()}


def _consents(found: list[tuple[Any, ...]]) -> Consents:
    words = [
        (medium, purpose, Word(state == "GIVEN", at, source, basis))
        for medium, purpose, state, basis, source, at, _ in found
        if state not in CLOSED
    ]
    closed = tuple(
        Closed(medium, value_hash, state, at) for medium, _, state, _, _, at, value_hash in found if state in CLOSED
    )
    return Consents(newest(words), closed)


def heard_at(*, store: Store, phone: str) -> datetime | None:
    """Return when whose number this is last wrote to the shop on WhatsApp."""
    numbers = PersonKey.across_stores.filter(store=store, kind=KeyKind.PHONE, value=phone)
    return numbers.values_list("heard_at", flat=True).first()


def proven_email(*, store: Store, phone: str) -> str:
    """Return a mailbox that was proven to be of whose number this was proven to be; empty where there is none."""
    proven = PersonKey.across_stores.filter(store=store, verified_at__isnull=False)
    whose = proven.filter(kind=KeyKind.PHONE, value=phone).values("person")
    mailboxes = proven.filter(kind=KeyKind.EMAIL, person__in=whose).order_by("-verified_at", "pk")
    return mailboxes.values_list("value", flat=True).first() or ""


def consents_at(*, store: Store, emails: Collection[str]) -> dict[str, Consents]:
    """Return what holds for whose mailboxes these are, by the address as normal_address has it."""
    keys = PersonKey.across_stores.filter(store=store, kind=KeyKind.EMAIL, value__in=emails)
    owners = dict(keys.values_list("value", "person"))
    said = _said(set(owners.values()))
    return {email: said[person] for email, person in owners.items() if person in said}


def mailbox_consents(*, store: Store, email: str) -> Consents:
    """Return what holds for whose mailbox this is, by their own words alone."""
    person = Person.across_stores.filter(
        store=store, keys__kind=KeyKind.EMAIL, keys__value=normal_address(email)
    ).first()
    return consents(person) if person else Consents()


def is_closed_to_copies(*, store: Store, email: str) -> bool:
    """Say whether whoever asked us nothing gets no mail at this address: it bounced, called one spam, or was erased."""
    against = (*CLOSED, "ERASED")
    rows = store.suppressions.filter(medium="email", value_hash=address_hash(email), reason__in=against)
    return rows.exists()


@dataclass(frozen=True, slots=True)
class SaidAt:
    """The newest word of an address's person, with what proves it."""

    value: str
    is_given: bool
    source: str
    at: datetime
    proof: dict[str, Any]


# The newest word about one purpose for each address of a kind; of mailboxes, those whose person is in a country or
# nobody knows where.
SAID_AT = """select k.value, said.state = 'GIVEN', said.source, said.at, said.proof
    from support_personkey k join support_person p on p.id = k.person_id cross join lateral (
        (select state, source, at, proof from support_consent c
            where c.person_id = k.person_id and c.medium = %(medium)s and c.purpose = %(purpose)s
            order by at desc, id desc limit 1)
        union all
        (select reason, 'ONE_CLICK', at, '{}' from support_suppression s
            where s.store_id = k.store_id and s.value_hash = k.value_hash and s.medium = %(medium)s
            and s.reason in ('UNSUBSCRIBED', 'ERASED') and s.purpose in ('', %(purpose)s))
        order by at desc, state limit 1) said
    where k.store_id = %(store)s and k.kind = %(kind)s
    and (k.kind <> 'EMAIL' or p.country in ('', %(country)s)) order by k.id"""


def said_at(*, store: Store, kind: KeyKind, medium: Medium, purpose: Purpose, country: str) -> list[SaidAt]:
    """Return the newest word for every address of a kind, of those about whom anything was said."""
    asked: dict[str, Any] = {"store": store.pk, "kind": kind, "medium": medium, "purpose": purpose, "country": country}
    with connection.cursor() as cursor:
        cursor.execute(SAID_AT, asked)
        found = cursor.fetchall()
    return [
        SaidAt(value, is_given, source, at, proof if isinstance(proof, dict) else orjson.loads(proof))
        for value, is_given, source, at, proof in found
    ]

"""Reads about people and what they said."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.db import connection

from ..stores.models import Store
from .addresses import normal_address
from .models import KeyKind, Person
from .rules import Closed, Consents, Medium, Purpose, Word, newest

# Everything that was said by or about one person, in one question: the newest row for each medium and purpose, and what
# is known of their addresses.
SAID = """(select distinct on (medium, purpose) medium, purpose, state, basis, source, at, ''
    from support_consent where person_id = %(person)s order by medium, purpose, at desc, id desc)
union all select s.medium, s.purpose, s.reason, '', s.reason, s.at, s.value_hash
    from support_personkey k join support_suppression s on s.store_id = k.store_id and s.value_hash = k.value_hash
    where k.person_id = %(person)s"""
CLOSED = ("BOUNCED", "COMPLAINED")


def consents(person: Person) -> Consents:
    """Return what holds for a person, also from before they were known: an address that unsubscribed stays so."""
    with connection.cursor() as cursor:
        cursor.execute(SAID, {"person": person.pk})
        found = cursor.fetchall()
    words = [
        (medium, purpose, Word(state == "GIVEN", at, source, basis))
        for medium, purpose, state, basis, source, at, _ in found
        if state not in CLOSED
    ]
    closed = tuple(
        Closed(medium, value_hash, state, at) for medium, _, state, _, _, at, value_hash in found if state in CLOSED
    )
    return Consents(newest(words), closed)


def mailbox_consents(*, store: Store, email: str) -> Consents:
    """Return what holds for whose mailbox this is, by their own words alone."""
    person = Person.across_stores.filter(
        store=store, keys__kind=KeyKind.EMAIL, keys__value=normal_address(email)
    ).first()
    return consents(person) if person else Consents()


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

"""Who somebody is and what they said, as staff see it."""

from datetime import datetime
from typing import Any

import graphene

from ..connections import related
from ..ids import own_id
from .models import KeyKind, Person, PersonKey, Source
from .queries import consents
from .rules import CHOSEN, MEDIA, PURPOSES, Closed

MessageMedium = graphene.Enum(
    "MessageMedium", [(medium.upper(), medium) for medium in MEDIA], description="By what a message reaches a person."
)
MessagePurpose = graphene.Enum(
    "MessagePurpose",
    [(purpose.upper(), purpose) for purpose in PURPOSES],
    description="TRANSACTIONAL: about what the person did. SERVICE: about how it went. COMMERCIAL: to sell.",
)
PersonKeyKind = graphene.Enum.from_enum(
    KeyKind, name="PersonKeyKind", description=lambda value: value.label if value else "What names a person."
)
ConsentSource = graphene.Enum.from_enum(
    Source, name="ConsentSource", description=lambda value: value.label if value else "Where something was said."
)


class PersonKeyType(graphene.ObjectType):
    class Meta:
        name = "PersonKey"

    kind = graphene.Field(PersonKeyKind, required=True)
    value = graphene.String(required=True)
    is_verified = graphene.Boolean(required=True, description="Whether it was proven to be theirs.")

    @staticmethod
    def resolve_is_verified(key: PersonKey, _: object) -> bool:
        return key.verified_at is not None


class PersonConsent(graphene.ObjectType):
    """The newest word for one medium and purpose."""

    medium = graphene.Field(MessageMedium, required=True)
    purpose = graphene.Field(MessagePurpose, required=True)
    is_given = graphene.Boolean(description="Null: the person never said anything; the law of their country decides.")
    at = graphene.DateTime()
    source = graphene.Field(ConsentSource, description="Null also where an address unsubscribed before it was known.")


class ClosedAddressReason(graphene.Enum):
    BOUNCED = "BOUNCED"
    COMPLAINED = "COMPLAINED"


class ClosedAddress(graphene.ObjectType):
    """An address that a provider told us not to use."""

    medium = graphene.Field(MessageMedium, required=True)
    reason = graphene.Field(ClosedAddressReason, required=True)
    at = graphene.DateTime(required=True)


class PersonType(graphene.ObjectType):
    class Meta:
        name = "Person"

    id = graphene.ID(required=True)
    known_since = graphene.DateTime(required=True)
    language = graphene.String()
    country = graphene.String(description="ISO 3166-1; null where nobody said.")
    time_zone = graphene.String()
    keys = graphene.List(graphene.NonNull(PersonKeyType), required=True)
    consents = graphene.List(
        graphene.NonNull(PersonConsent), required=True, description="For every medium and purpose one may choose."
    )
    closed = graphene.List(graphene.NonNull(ClosedAddress), required=True)

    @staticmethod
    def resolve_id(person: Person, _: object) -> str:
        return own_id("Person", person.pk)

    @staticmethod
    def resolve_known_since(person: Person, _: object) -> datetime:
        return person.created_at

    @staticmethod
    def resolve_language(person: Person, _: object) -> str | None:
        return person.language or None

    @staticmethod
    def resolve_country(person: Person, _: object) -> str | None:
        return person.country or None

    @staticmethod
    def resolve_time_zone(person: Person, _: object) -> str | None:
        return person.time_zone or None

    @staticmethod
    def resolve_keys(person: Person, _: object) -> list[PersonKey]:
        return related(person, "keys", among=PersonKey.across_stores.exclude(kind=KeyKind.GUEST).order_by("pk"))

    @staticmethod
    def resolve_consents(person: Person, _: object) -> list[dict[str, Any]]:
        said = consents(person)
        found = []
        for medium in MEDIA:
            for purpose in CHOSEN:
                word = said.word(medium, purpose)
                told = {"is_given": word.is_given, "at": word.at, "source": _source(word.source)} if word else {}
                found.append({"medium": medium, "purpose": purpose} | told)
        return found

    @staticmethod
    def resolve_closed(person: Person, _: object) -> tuple[Closed, ...]:
        return consents(person).closed


def _source(named: str) -> str | None:
    return named if named in Source.values else None

"""What went to people, what did not and why, as staff see it; and the switch that holds everything back."""

from typing import Any

import graphene
from django.utils import timezone

from ..connections import Counted, followed, page_of
from ..ids import own_id, row_number
from ..people.models import Person
from ..people.schema import MessageMedium, MessagePurpose, PersonType
from ..stores.callers import Staff
from . import actions, queries
from .deciding import Silence
from .models import Message, State

ContactState = graphene.Enum(
    "ContactState",
    [(state.name, state.value) for state in State],
    description="IN_DOUBT: it may have gone out, so it is never sent again. WITHHELD: it was not to go out.",
)
ContactReason = graphene.Enum(
    "ContactReason",
    [(silence.name, silence.value) for silence in Silence],
    description="Why a message did not go out, or waits: docs/contact-rules.md.",
)


class Basis(graphene.Enum):
    """Why the law lets the shop write."""

    CONTRACT = "contract"
    LEGITIMATE_INTEREST = "legitimate_interest"
    SOFT_OPT_IN = "soft_opt_in"
    CONSENT = "consent"


class Contact(graphene.ObjectType):
    """One message to a person, also one that did not go out."""

    id = graphene.ID(required=True)
    kind = graphene.String(required=True, description="Such as `cart_reminder`: docs/mail.md.")
    purpose = graphene.Field(MessagePurpose, required=True)
    medium = graphene.Field(MessageMedium, required=True)
    state = graphene.Field(ContactState, required=True)
    reason = graphene.Field(ContactReason, description="Null where nothing speaks against it.")
    said = graphene.String(description="Beside the reason: the kind's own, or the provider's words.")
    basis = graphene.Field(Basis, description="Null for what was never to go out.")
    address = graphene.String(required=True, description="Empty once its words are forgotten.")
    subject = graphene.String(required=True)
    channel = graphene.String(required=True)
    person = graphene.Field(PersonType)
    created_at = graphene.DateTime(required=True)
    due_at = graphene.DateTime(description="When it is looked at again; null unless it waits.")
    expires_at = graphene.DateTime(required=True)
    finished_at = graphene.DateTime(description="When it went out, failed or was withheld.")

    @staticmethod
    def resolve_id(message: Message, _: object) -> str:
        return own_id("Contact", message.pk)

    @staticmethod
    def resolve_reason(message: Message, _: object) -> str | None:
        return message.silence or None

    @staticmethod
    def resolve_said(message: Message, _: object) -> str | None:
        return message.reason or None

    @staticmethod
    def resolve_basis(message: Message, _: object) -> str | None:
        return message.basis or None

    @staticmethod
    def resolve_channel(message: Message, _: object) -> str:
        return message.channel_slug

    @staticmethod
    def resolve_person(message: Message, _: object) -> Person | None:
        person: Person | None = followed(message, "person")
        return person

    @staticmethod
    def resolve_due_at(message: Message, _: object) -> Any:
        return message.due_at if message.state == State.WAITING else None


class ContactConnection(Counted):
    class Meta:
        node = Contact


class OutboxQueries:
    contacts = graphene.Field(
        ContactConnection,
        required=True,
        first=graphene.Int(),
        after=graphene.String(),
        state=graphene.Argument(ContactState),
        purpose=graphene.Argument(MessagePurpose),
        medium=graphene.Argument(MessageMedium),
        reason=graphene.Argument(ContactReason),
        person=graphene.ID(description="Only what is to this person."),
        search=graphene.String(description="A part of an address or a subject."),
        description="The newest first.",
    )
    person = graphene.Field(PersonType, id=graphene.ID(required=True))
    outbox_paused_at = graphene.DateTime(description="Since when nothing goes out; null where it does.")

    @staticmethod
    def resolve_contacts(
        _: object,
        info: Any,
        first: int | None = None,
        after: str | None = None,
        person: str | None = None,
        **only: Any,
    ) -> Any:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_ORDERS")
        found = queries.contacts(
            staff,
            state=State(only["state"].value) if only.get("state") else None,
            purpose=_word(only, "purpose"),
            medium=_word(only, "medium"),
            silence=_word(only, "reason"),
            person=None if person is None else row_number("Person", person) or 0,
            search=only.get("search") or "",
        )
        return page_of(ContactConnection, found, first=first, after=after)

    @staticmethod
    def resolve_person(_: object, info: Any, id: str) -> Person | None:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_ORDERS")
        return queries.person(staff, row_number("Person", id))

    @staticmethod
    def resolve_outbox_paused_at(_: object, info: Any) -> Any:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_ORDERS")
        return queries.paused_at(staff.store)


def _word(only: dict[str, Any], name: str) -> str:
    """Return the value of an enumeration's member, as graphene hands it over."""
    member = only.get(name)
    return str(member.value) if member else ""


class OutboxPause(graphene.Mutation):
    """Hold back everything that the shop sends, or let it go again. What waits is decided about anew when it goes."""

    class Arguments:
        paused = graphene.Boolean(required=True)

    paused_at = graphene.DateTime(description="As it is now.")

    @staticmethod
    def mutate(_: object, info: Any, paused: bool) -> dict[str, Any]:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_SETTINGS")
        actions.pause(store=staff.store, paused=paused, now=timezone.now())
        return {"paused_at": queries.paused_at(staff.store)}


class OutboxMutations:
    outbox_pause = OutboxPause.Field()

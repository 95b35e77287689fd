"""How mails come in, as merchants set it, and what became of each, as staff see it."""

from typing import Any

import graphene
from django.utils import timezone

from ..connections import Counted, page_of
from ..ids import own_id, row_number
from ..mails.actions import TextRefused
from ..stores.callers import Staff
from ..stores.queries import configurations
from . import configuring, queries
from .models import Mailbox, ReceivedMail, State

ReceivedMailState = graphene.Enum(
    "ReceivedMailState",
    [(state.name, state.value) for state in State],
    description="HELD: staff decide about it, for it may not be from whom it says. KEPT: a machine wrote it.",
)


class MailboxErrorCode(graphene.Enum):
    CHANNEL_NOT_PERMITTED = "CHANNEL_NOT_PERMITTED"
    INVALID = "INVALID"
    LIMITED = "LIMITED"
    LOGIN_REFUSED = "LOGIN_REFUSED"
    NOT_FOUND = "NOT_FOUND"
    NOT_IMAP = "NOT_IMAP"
    NOT_READABLE = "NOT_READABLE"
    NOT_SECURE = "NOT_SECURE"
    NO_SENDER = "NO_SENDER"
    REQUIRED = "REQUIRED"
    UNREACHABLE = "UNREACHABLE"


class MailboxError(graphene.ObjectType):
    field = graphene.String()
    message = graphene.String(required=True)
    code = graphene.Field(MailboxErrorCode, required=True)


class MailboxType(graphene.ObjectType):
    """How the mails of a configuration's channels come in."""

    class Meta:
        name = "Mailbox"

    configuration = graphene.ID(required=True)
    way = graphene.String(required=True, description="`imap`, or the provider that hands mails over.")
    host = graphene.String(required=True)
    username = graphene.String(required=True)
    has_password = graphene.Boolean(required=True, description="It is set; nobody is shown it.")
    authserv_id = graphene.String(required=True)
    address = graphene.String(description="What the provider calls; to be kept secret. Null for IMAP.")
    checked_at = graphene.DateTime(description="When it was last read.")
    problem = graphene.String(required=True, description="Why it could not be read lately; empty where it could.")

    @staticmethod
    def resolve_configuration(mailbox: Mailbox, _: object) -> str:
        return own_id("NamedConfiguration", mailbox.configuration_id)

    @staticmethod
    def resolve_has_password(mailbox: Mailbox, _: object) -> bool:
        return bool(mailbox.password)

    @staticmethod
    def resolve_address(mailbox: Mailbox, _: object) -> str | None:
        return configuring.address(mailbox)


class ReceivedMailType(graphene.ObjectType):
    """A mail that came, and what was decided about it."""

    class Meta:
        name = "ReceivedMail"

    id = graphene.ID(required=True)
    sender = graphene.String(required=True, description="Empty once it is forgotten.")
    subject = graphene.String(required=True)
    bytes = graphene.Int(required=True)
    state = graphene.Field(ReceivedMailState, required=True)
    reason = graphene.String(required=True, description="A code of docs/mail-in.md.")
    received_at = graphene.DateTime(required=True)
    ticket_id = graphene.ID(description="In which it stands, or would have stood.")
    ticket_number = graphene.Int()

    @staticmethod
    def resolve_id(mail: ReceivedMail, _: object) -> str:
        return own_id("ReceivedMail", mail.pk)

    @staticmethod
    def resolve_state(mail: ReceivedMail, _: object) -> str:
        return State(mail.state).value

    @staticmethod
    def resolve_ticket_id(mail: ReceivedMail, _: object) -> str | None:
        found = _ticket(mail)
        return own_id("Ticket", found.pk) if found else None

    @staticmethod
    def resolve_ticket_number(mail: ReceivedMail, _: object) -> int | None:
        found = _ticket(mail)
        return found.number if found else None


class ReceivedMailConnection(Counted):
    class Meta:
        node = ReceivedMailType


class MailboxQueries:
    mailboxes = graphene.List(graphene.NonNull(MailboxType), required=True, description="Of the configurations.")
    received_mails = graphene.Field(
        ReceivedMailConnection,
        required=True,
        state=graphene.Argument(ReceivedMailState),
        first=graphene.Int(),
        after=graphene.String(),
        description="Newest first.",
    )

    @staticmethod
    def resolve_mailboxes(_: object, info: Any) -> list[Mailbox]:
        staff = _staff(info, "MANAGE_SETTINGS")
        seen = {row.pk for row in configurations(staff)}
        return [one for one in queries.mailboxes(staff.store) if one.configuration_id in seen]

    @staticmethod
    def resolve_received_mails(
        _: object, info: Any, state: Any = None, first: int | None = None, after: str | None = None
    ) -> Any:
        found = queries.mails(_staff(info, "MANAGE_ORDERS"), state.value if state else "")
        return page_of(ReceivedMailConnection, found, first=first, after=after)


class MailboxInput(graphene.InputObjectType):
    configuration = graphene.ID(required=True)
    way = graphene.String(description="`imap` or a provider's name; none to take no mails in any more.")
    host = graphene.String(description="Of IMAP, which is spoken by TLS at port 993.")
    username = graphene.String()
    password = graphene.String(description="One that is left out stays as it was, where server and name do.")
    authserv_id = graphene.String(
        description="The server whose Authentication-Results count, as it names itself there; none trusts nobody's."
    )


class MailboxUpdate(graphene.Mutation):
    """Say how a configuration's mails come in."""

    class Arguments:
        input = MailboxInput(required=True)

    mailbox = graphene.Field(MailboxType)
    errors = graphene.List(graphene.NonNull(MailboxError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, input: Any) -> dict[str, Any]:
        staff = _staff(info, "MANAGE_SETTINGS")
        named = ("way", "host", "username", "password", "authserv_id")
        given = configuring.Given(**{name: (input.get(name) or "").strip() for name in named})
        number = row_number("NamedConfiguration", input.configuration)
        try:
            mailbox = configuring.save(staff=staff, number=number, given=given, now=timezone.now())
        except TextRefused as refused:
            return {"mailbox": None, "errors": list(refused.faults)}
        return {"mailbox": mailbox, "errors": []}


class MailboxTry(graphene.Mutation):
    """Log in to a mailbox and look into it, now."""

    class Arguments:
        configuration = graphene.ID(required=True)

    works = graphene.Boolean(required=True)
    errors = graphene.List(graphene.NonNull(MailboxError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, configuration: str) -> dict[str, Any]:
        staff = _staff(info, "MANAGE_SETTINGS")
        try:
            configuring.try_it(staff=staff, number=row_number("NamedConfiguration", configuration), now=timezone.now())
        except TextRefused as refused:
            return {"works": False, "errors": list(refused.faults)}
        return {"works": True, "errors": []}


class ReceivedMailLetIn(graphene.Mutation):
    """Open a ticket for a mail that is held."""

    class Arguments:
        id = graphene.ID(required=True)

    mail = graphene.Field(ReceivedMailType)
    errors = graphene.List(graphene.NonNull(MailboxError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff = _staff(info, "MANAGE_ORDERS")
        try:
            mail = configuring.let_in(staff=staff, mail_id=row_number("ReceivedMail", id), now=timezone.now())
        except TextRefused as refused:
            return {"mail": None, "errors": list(refused.faults)}
        return {"mail": mail, "errors": []}


class MailboxMutations:
    mailbox_update = MailboxUpdate.Field()
    mailbox_try = MailboxTry.Field()
    received_mail_let_in = ReceivedMailLetIn.Field()


def _ticket(mail: ReceivedMail) -> Any:
    return getattr(mail.conversation, "ticket", None) if mail.conversation else None


def _staff(info: Any, permission: str) -> Staff:
    staff: Staff = info.context.staff
    staff.must_have(permission)
    return staff

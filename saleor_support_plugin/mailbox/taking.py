"""What is done with a mail that was read: the rules say what, and here it is done once."""

import io
import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations import photos
from ..conversations.models import Author, Conversation, Happening, Medium
from ..conversations.rules import MOST_PHOTOS
from ..files import actions as files
from ..files.rules import FileRefused, Kind
from ..files.storage import OutOfReach
from ..ids import own_id
from ..stores.models import Store
from ..stores.queries import configuration
from ..tickets import actions as tickets
from ..tickets import copying, replying
from ..tickets.by_mail import Letter, open_by_mail
from ..tickets.refusing import TicketRefused
from . import queries, rules
from .authentication import Verdict, verdict
from .models import ReceivedMail, State
from .parsing import Attachment, Mail, digest
from .rules import Answer, By, Found, Hold, Join, Keep, Open, Tell

log = logging.getLogger(__name__)


def take(*, mail: ReceivedMail, raw: bytes, read: Mail, now: datetime) -> None:
    """Decide about a mail and do it; a copy of one that is here is nothing new."""
    conversation = _decide(mail, read, digest(raw, read), now)
    if conversation is not None:
        _show(conversation, _pictures(read), _key(mail), now)


def hold(*, mail: ReceivedMail, read: Mail, reason: str) -> None:
    """Let staff decide about a mail of which only the head is read."""
    mail.message_id, mail.sender, mail.subject = read.message_id, read.sender, read.subject
    mail.save(update_fields=["message_id", "sender", "subject"])
    settle(mail, State.HELD, reason)


def settle(mail: ReceivedMail, state: State, reason: str, conversation: Conversation | None = None) -> None:
    mail.state, mail.reason, mail.conversation, mail.due_at = state, reason, conversation, None
    mail.save(update_fields=["state", "reason", "conversation", "due_at"])


@transaction.atomic
def _decide(mail: ReceivedMail, read: Mail, own_digest: bytes, now: datetime) -> Conversation | None:
    # One at a time, so that of two copies the second finds the first one.
    store = Store.across_stores.select_for_update(no_key=True).get(pk=mail.store_id)
    if store.received_mails.filter(digest=own_digest).exclude(pk=mail.pk).exists():
        settle(mail, State.KEPT, "TWICE")
        return None
    mail.digest, mail.message_id, mail.sender, mail.subject = own_digest, read.message_id, read.sender, read.subject
    mail.save(update_fields=["digest", "message_id", "sender", "subject"])
    found, said = queries.found(store, read), _verdict(mail, read)
    often = bool(read.sender) and not conversations.knock(
        store=store, who=f"mail of {read.sender}", limit=rules.MANY, now=now
    )
    decision = rules.decide(read, found, verdict=said, is_ours=_is_ours(mail, read, found), is_too_often=often)
    return _do(mail, read, decision, said is Verdict.PASS, now)


def _do(
    mail: ReceivedMail, read: Mail, decision: rules.Decision, is_proven: bool, now: datetime
) -> Conversation | None:
    match decision:
        case Open(reason, another):
            return open_ticket(mail=mail, read=read, reason=reason, another=another, is_proven=is_proven, now=now)
        case Hold(reason):
            settle(mail, State.HELD, reason)
        case Keep(reason, found):
            _keep(mail, reason, found, now)
        case Answer(found):
            _answer(mail, read, found, now)
        case Tell(found):
            _tell(mail, read, found, now)
        case Join(found):
            return _join(mail, read, found, now)
    return None


def open_ticket(
    *, mail: ReceivedMail, read: Mail, reason: str, another: Found | None = None, is_proven: bool, now: datetime
) -> Conversation:
    """Open a ticket for a mail, about the order that it names where that is its sender's."""
    store, channel = mail.store, channel_of(mail)
    order = queries.order_of(store, read)
    once_a_day: dict[str, Any] = {"who": f"confirmation to {read.sender}", "limit": rules.CONFIRMATIONS}
    ticket = open_by_mail(
        store=store,
        channel=channel,
        letter=_letter(mail, read),
        order=order,
        is_proven=is_proven,
        is_confirmed=conversations.knock(store=store, now=now, **once_a_day),
        instead_of=queries.ticket(another) if another else None,
        now=now,
    )
    _note_files(ticket.conversation, mail, read, now)
    settle(mail, State.OPENED, reason, ticket.conversation)
    return ticket.conversation


def _join(mail: ReceivedMail, read: Mail, found: Found, now: datetime) -> Conversation | None:
    conversation = queries.ticket(found).conversation
    told: dict[str, Any] = {"given": _text(read), "key": _key(mail), "channel": Medium.MAIL}
    try:
        tickets.answer(conversation=conversation, in_any_words=True, now=now, **told)
    except tickets.TooOften:
        _keep(mail, "TOO_OFTEN", found, now)
        return None
    if found.by in (By.REPLY_ADDRESS, By.REFERENCES):  # they have what we mailed to that address
        conversations.confirm_email(conversation=conversation, now=now)
    conversations.refer_to(conversation=conversation, mail_id=read.message_id)
    _note_files(conversation, mail, read, now)
    settle(mail, State.JOINED, found.by.value, conversation)
    return conversation


def _tell(mail: ReceivedMail, read: Mail, found: Found, now: datetime) -> None:
    """Tell staff what somebody wrote who is in copy; their pictures lie in the mail as it came."""
    conversation = queries.ticket(found).conversation
    by = f"{read.name} <{read.sender}>" if read.name else read.sender
    try:
        copying.heard(conversation=conversation, by=by, said=_text(read), key=_key(mail), now=now)
    except tickets.TooOften:
        return _keep(mail, "TOO_OFTEN", found, now)
    _note_files(conversation, mail, read, now, shown=frozenset())
    return settle(mail, State.JOINED, "IN_COPY", conversation)


def _answer(mail: ReceivedMail, read: Mail, found: Found, now: datetime) -> None:
    told: dict[str, Any] = {"ticket_id": found.ticket, "email": read.sender, "text": _text(read), "key": _key(mail)}
    try:
        ticket = replying.answer_as_staff(store=mail.store, now=now, **told)
    except TicketRefused as refused:
        return settle(mail, State.HELD, refused.code, queries.ticket(found).conversation)
    return settle(mail, State.ANSWERED, found.by.value, ticket.conversation)


def _keep(mail: ReceivedMail, reason: str, found: Found | None, now: datetime) -> None:
    conversation = queries.ticket(found).conversation if found else None
    if conversation is not None:
        conversations.note(conversation=conversation, event=Happening.MAIL_KEPT, about=reason, now=now)
    settle(mail, State.KEPT, reason, conversation)


def _verdict(mail: ReceivedMail, read: Mail) -> Verdict:
    authserv_id = mail.mailbox.authserv_id if mail.mailbox else ""
    return verdict(read.results, authserv_id=authserv_id, sender=read.sender)


def _is_ours(mail: ReceivedMail, read: Mail, found: Sequence[Found]) -> bool:
    # Who answers from the shop's own mailbox what we told them there is no loop.
    if any(one.side is rules.Side.STAFF for one in found[:1]):
        return queries.is_ours(mail.store, read, ())
    settings = configuration(mail.store, channel_of(mail))
    return queries.is_ours(mail.store, read, (settings.mail_in_address, settings.sender_email))


def channel_of(mail: ReceivedMail) -> str:
    """Return the channel of a mail that names no order: its mailbox's first, else the store's."""
    named = mail.mailbox.configuration.channels if mail.mailbox else []
    slugs = mail.store.channels.filter(is_active=True).order_by("pk").values_list("slug", flat=True)
    return str(named[0]) if named else next(iter(slugs[:1]), "")


def _letter(mail: ReceivedMail, read: Mail) -> Letter:
    channel = mail.store.channels.filter(slug=channel_of(mail)).first()
    usual = "tr" if channel is not None and channel.default_country == "TR" else "en"
    said = _text(read)
    return Letter(
        email=read.sender,
        name=read.name,
        subject=read.subject,
        text=said,
        language=rules.language(f"{read.subject}\n{said}", usual),
        mail_id=read.message_id,
        key=_key(mail),
    )


def _text(read: Mail) -> str:
    return rules.said(read.text, read.subject)


def _key(mail: ReceivedMail) -> str:
    return f"mail {bytes(mail.digest).hex()[:48]}"


def _note_files(
    conversation: Conversation,
    mail: ReceivedMail,
    read: Mail,
    now: datetime,
    shown: frozenset[str] = frozenset(Kind.__members__),
) -> None:
    """Name what is not shown, with where staff get it: it lies in the mail as it came."""
    others = [(at, one) for at, one in enumerate(read.attachments) if one.kind not in shown]
    if others:
        about = ", ".join(one.name for _, one in others)
        files = [{"at": at, "name": one.name, "kind": one.kind, "bytes": one.size} for at, one in others]
        card = {"kind": "files", "mail": own_id("ReceivedMail", mail.pk), "files": files}
        conversations.note(conversation=conversation, event=Happening.ATTACHED, about=about, card=card, now=now)


def _pictures(read: Mail) -> list[Attachment]:
    return [one for one in read.attachments if one.kind in Kind.__members__][:MOST_PHOTOS]


def _show(conversation: Conversation, pictures: Sequence[Attachment], key: str, now: datetime) -> None:
    """Show pictures under the mail's words; one that cannot be taken is left out, and lies in the mail as it came."""
    owner = photos.owner(conversation.pk, Author.SHOPPER.value)
    tokens = []
    for one in pictures:
        try:
            content = io.BytesIO(one.content)
            told: dict[str, Any] = {
                "store": conversation.store,
                "owner": owner,
                "most": photos.MOST_EVER,
                "name": one.name,
            }
            tokens.append(files.receive(content=content, now=now, **told).token)
        except (FileRefused, OutOfReach) as error:
            log.info("a mail's picture was not taken", extra={"facts": {"code": str(error.code)}})
    if tokens:
        said: dict[str, Any] = {
            "author": Author.SHOPPER,
            "author_name": conversation.name,
            "text": "",
            "key": f"{key} +",
        }
        photos.send(conversation=conversation, tokens=tokens, channel=Medium.MAIL, now=now, **said)

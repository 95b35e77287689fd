"""Why somebody left, by their own word: kept once for a case, changed when they change their mind."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from urllib.parse import urlsplit

from django.db import transaction

from ..mails.catalogue import phrases
from ..mails.rendering import phrase
from ..mails.text import clean, language_of, one_line
from ..money import Money
from ..tickets import actions as tickets
from ..tickets.models import Ticket
from ..tickets.rules import Form
from . import links, queries
from .facts import Reason
from .models import CartCase, LeavingReason

MOST_TEXT, MOST_LINK = 2000, 1000
# A member of staff is to answer these, so a ticket is opened.
ASKING = frozenset({Reason.NEED_HELP, Reason.PAYMENT_TROUBLE})


class LinkWrong(Exception):
    code = "INVALID"


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said; `link` is where they found it elsewhere."""

    reason: Reason
    text: str = ""
    link: str = ""


def answer(reason: Reason, text: str, link: str) -> Answer:
    """Return what was typed, made fit to be kept. Raises LinkWrong."""
    address = one_line(link, MOST_LINK + 1) if reason == Reason.FOUND_ELSEWHERE else ""
    if address and not address.lower().startswith(("https://", "http://")):
        address = f"https://{address}"
    try:
        if address and (len(address) > MOST_LINK or "." not in (urlsplit(address).hostname or "")):
            raise LinkWrong("This is not the address of a page.")
    except ValueError as error:  # a bracket that is no IPv6 address
        raise LinkWrong("This is not the address of a page.") from error
    return Answer(reason, clean(text).strip()[:MOST_TEXT], address)


@transaction.atomic
def record(*, found: links.Found, given: Answer, address: str, now: datetime) -> LeavingReason:
    """Keep it; whoever asks for help gets a ticket, one for a case. `address` is where on the network it came from.

    Raises tickets.actions.TooOften, and then nothing is kept.
    """
    case = CartCase.across_stores.select_for_update(no_key=True).get(pk=found.case.pk)
    row = case.reasons.first() or LeavingReason(store=found.store, case=case)
    row.reason, row.text, row.link, row.at = given.reason, given.text, given.link, now
    row.product_ids = sorted({line.product_id for line in queries.lines(found.cart)})
    if given.reason in ASKING:
        row.ticket = _ticket(found, row.ticket, given, address, now)
    row.save()
    return row


def _ticket(found: links.Found, before: Ticket | None, given: Answer, address: str, now: datetime) -> Ticket | None:
    """Open a ticket with the cart in it, or add to the one that is there; none for whoever has no mailbox any more."""
    if before is not None:
        if given.text:
            key = sha256(given.text.encode()).hexdigest()
            tickets.answer(conversation=before.conversation, given=given.text, key=key, in_any_words=True, now=now)
        return before
    email = queries.address_of(found.case)
    if not email:
        return None
    language = language_of(found.cart.language_code)
    words = phrases("cart_ticket", language)
    total = Money(found.cart.total_gross, found.cart.currency).said(language)
    form = Form(
        email=email,
        name="",
        subject=phrase(words[f"{given.reason}_subject"], {"total": total}, language),
        text=f"{given.text or words[given.reason]}\n\n{_goods(found, language)}\n{total}",
        language=language,
        order=None,
    )
    opened = tickets.open_from_form(
        store=found.store,
        channel=found.cart.channel_slug,
        form=form,
        address=address,
        vouched_email=email,  # the link was mailed there
        in_any_words=True,
        now=now,
    )
    return found.store.tickets.get(number=opened.number)


def _goods(found: links.Found, language: str) -> str:
    lines = queries.lines(found.cart)
    said = (
        f"{line.quantity} × {one_line(line.name_in(language))}"
        f"{f' ({one_line(line.variant)})' if line.variant else ''}, {line.total.said(language)}"
        for line in lines
    )
    return "\n".join(said)

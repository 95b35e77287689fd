"""Help with an order, asked for on its own page: a ticket that knows the order, the lines and why."""

from dataclasses import dataclass
from datetime import datetime

from ..conversations.rules import text as checked
from ..mails.catalogue import phrases
from ..mails.rendering import phrase
from ..mails.text import language_of
from ..shop.models import OrderLine
from ..tickets import actions as tickets
from ..tickets.models import Ticket
from ..tickets.rules import LEAST_KEY, MOST_SUBJECT, Form, NamedOrder
from .queries import Sheet

MOST_KEY = 64


class ReasonMissing(Exception):
    """The shop asks why, and nothing of what it offers was chosen."""

    code = "REQUIRED"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody needs help with; no lines are the order as a whole."""

    lines: tuple[OrderLine, ...]
    reason: str
    text: str
    key: str


def ask_for_help(*, sheet: Sheet, wanted: Wanted, address: str, now: datetime) -> Ticket:
    """Open a ticket; the same form sent twice is one. `address` is where on the network it came from.

    Raises ReasonMissing, conversations.rules.TextWrong, and tickets.actions.TooOften.
    """
    order, reasons = sheet.order, {one.name: one for one in sheet.settings.ticket_reasons}
    reason = reasons.get(wanted.reason)
    if reasons and reason is None:
        raise ReasonMissing
    said = checked(wanted.text)
    language = language_of(order.language_code)
    product = wanted.lines[0].shown_name if wanted.lines else ""
    subject = phrase(
        phrases("order_page", language)["help_subject"],
        {"reason": reason.said(language) if reason else "", "product": product, "number": order.number},
        language,
    )
    key = wanted.key.replace("\0", "")[:MOST_KEY]
    form = Form(
        email=order.customer_email,
        name=order.customer_name[:100],
        subject=subject.removeprefix(": ")[:MOST_SUBJECT],
        text=said,
        language=language,
        order=NamedOrder(order.number, order.customer_email),
        key=key if len(key) >= LEAST_KEY else "",
        reason=wanted.reason if reason else "",
        lines=tuple((one.saleor_id, one.quantity) for one in wanted.lines),
    )
    opened = tickets.open_from_form(
        store=order.store,
        channel=order.channel_slug,
        form=form,
        address=address,
        vouched_email=order.customer_email,  # whoever is on this page reads its mail
        now=now,
    )
    return order.store.tickets.select_related("conversation").get(number=opened.number)

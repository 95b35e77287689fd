"""The words of a reminder: the cart as it is now, what we know of why it was left, and the way back."""

from datetime import datetime

from ..mails.catalogue import phrases
from ..mails.letter import Way, Words
from ..mails.links import preferences_link
from ..mails.text import language_of
from ..mails.writing import write
from ..outbox.links import unsubscribe_link
from ..stores.configuration import Configuration
from . import helping, links, queries
from .facts import Judged, Reason
from .models import Cart, CartCase, CartVoucher, VoucherState
from .saying import SHOWN, Saying, promised

KIND = "cart_reminder"


def words(
    *,
    case: CartCase,
    cart: Cart,
    step: int,
    judged: Judged,
    voucher: CartVoucher | None,
    settings: Configuration,
    to: str,
    now: datetime,
) -> Words:
    """Return the mail of a step, from 0, to one of the person's mailboxes, in the checkout's language."""
    language, left = language_of(cart.language_code), queries.left_of(case, cart)
    saying, delivery = Saying(left, language, settings, now), promised(cart, left, now)
    made = voucher if voucher and voucher.state == VoucherState.MADE else None
    worth = saying.worth(made) if made else {}
    because = saying.because(judged.cause, delivery)
    return write(
        KIND,
        store=cart.store,
        channel=cart.channel_slug,
        language=language,
        settings=settings,
        values={"because": because, "again": step, "priced_on": saying.day(now), **worth},
        lines=saying.lines(),
        shown=SHOWN,
        rest=saying.rest(),
        sums=saying.sums(),
        total=left.total.said(language),
        promise=saying.promise(delivery),
        coupon=saying.coupon(made, worth) if made else None,
        link=links.way_back(cart, case.person),
        answers=_answers(case, cart, language),
        help=helping.ways(settings, form=links.why(cart, case.person, Reason.NEED_HELP), language=language),
        hours=helping.hours(settings, language),
        unsubscribe=unsubscribe_link(store=cart.store, address=to, purpose="commercial"),
        preferences=preferences_link(store=cart.store, email=to),
    )


def _answers(case: CartCase, cart: Cart, language: str) -> tuple[Way, ...]:
    said = phrases("leaving_reasons", language)
    return tuple(Way(said[reason], links.why(cart, case.person, reason)) for reason in Reason)

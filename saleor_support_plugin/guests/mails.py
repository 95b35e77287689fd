"""The mail that brings the code with which an order is seen."""

from datetime import datetime

from ..mails.catalogue import phrases
from ..mails.letter import Coupon
from ..mails.rendering import phrase
from ..mails.text import language_of
from ..mails.writing import write
from ..outbox import actions as outbox
from ..people.actions import person_at
from ..people.addresses import is_email
from ..shop.models import Order
from ..stores.queries import configuration
from . import rules

KIND = "order_code"


def send(*, order: Order, code: str, occasion: str, now: datetime) -> None:
    """Bring a code to the address that the order was placed with; it is not worth sending once it is over."""
    if not is_email(order.customer_email):
        return
    language = language_of(order.language_code)
    minutes = rules.CODE_LASTS.seconds // 60
    words = write(
        KIND,
        store=order.store,
        channel=order.channel_slug,
        language=language,
        settings=configuration(order.store, order.channel_slug),
        values={"number": order.number, "minutes": minutes},
        # Shown by itself, whatever a merchant makes of the text.
        coupon=Coupon(code, phrase(phrases("order_page", language)["code_lasts"], {"minutes": minutes}, language)),
    )
    outbox.send(
        store=order.store,
        person=person_at(store=order.store, email=order.customer_email, language=language, now=now),
        kind=KIND,
        purpose="transactional",
        to=order.customer_email,
        words=words,
        dedupe_key=f"{KIND}:{occasion}",
        channel=order.channel_slug,
        about=order.saleor_id,
        now=now,
    )

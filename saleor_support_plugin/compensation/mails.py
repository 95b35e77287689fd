"""The order's summary, mailed once more by us, for Saleor cannot send its own again; and what staff are mailed."""

from collections.abc import Sequence
from datetime import datetime

from ..alerts.mails import staff_language
from ..mails.catalogue import phrases
from ..mails.letter import Line, Sum
from ..mails.rendering import Words
from ..mails.text import language_of
from ..mails.writing import write
from ..money import Money
from ..outbox import actions as outbox
from ..outbox.models import Message
from ..outbox.rules import No, Yes
from ..people.actions import person_at
from ..people.addresses import address_hash
from ..shop.links import order_link
from ..shop.models import Order
from ..stores.links import order_in_dashboard, page_in_dashboard
from ..stores.queries import configuration
from . import words as acts_words
from .models import OrderAct
from .rules import Kind, State

KIND = "order_summary"
TO_STAFF = "order_act"
# A mail that tells of more says how many they are, and the page has them all.
MOST_TOLD = 15


def summary(*, act: OrderAct, order: Order, now: datetime) -> None:
    """Have it go out, once for an act however often this is called."""
    language = language_of(order.language_code)
    outbox.send(
        store=order.store,
        person=person_at(
            store=order.store,
            email=order.customer_email,
            language=order.language_code,
            country=order.shipping_country,
            now=now,
        ),
        kind=KIND,
        purpose="transactional",
        to=order.customer_email,
        words=words(order, language),
        dedupe_key=f"{KIND}:{act.pk}",
        channel=order.channel_slug,
        about=order.saleor_id,
        now=now,
    )


def words(order: Order, language: str) -> Words:
    delivery = phrases("cart_parts", language)["delivery"]
    return write(
        KIND,
        store=order.store,
        channel=order.channel_slug,
        language=language,
        settings=configuration(order.store, order.channel_slug),
        name=order.customer_name,
        values={"number": order.number},
        link=order_link(order),
        lines=tuple(
            Line(line.shown_name, line.variant_name, line.quantity, line.total.said(language), line.thumbnail_url)
            for line in order.lines.all()
        ),
        sums=(Sum(delivery, order.shipping_price.said(language)),),
        total=order.total.said(language),
    )


def tell_lead(*, email: str, acts: Sequence[OrderAct], now: datetime) -> None:
    """Tell a lead of what waits for their word, in one mail."""
    first, last = acts[0], acts[-1]
    shown = acts[:MOST_TOLD]
    told = [f"{_in_words(one, _language(one))}, #{one.order.number}, {one.by_email}" for one in shown]
    _send(
        first,
        email,
        waits=len(acts),
        quote=first.note if len(acts) == 1 else "\n".join([*told, *(["…"] if len(acts) > MOST_TOLD else [])]),
        occasion=f"{last.pk}:{last.asked_at.timestamp():.0f}",
        about=",".join(str(one.pk) for one in shown),
        now=now,
    )


def tell_of_refusal(*, act: OrderAct, now: datetime) -> None:
    """Tell whoever asked for a refund that the payment provider, which had it, did not pay."""
    if act.by_email:
        occasion = f"{act.pk}:{now.timestamp():.0f}"
        _send(act, act.by_email, waits=0, quote="", occasion=occasion, about=str(act.pk), now=now)


def _language(act: OrderAct) -> str:
    return staff_language(act.store, act.order.channel_slug)


def _in_words(act: OrderAct, language: str) -> str:
    money = None if act.amount is None else Money(act.amount, act.currency)
    return acts_words.act(Kind(act.kind), money, language)


def _send(act: OrderAct, email: str, *, waits: int, quote: str, occasion: str, about: str, now: datetime) -> None:
    store, channel = act.store, act.order.channel_slug
    settings, language = configuration(store, channel), _language(act)
    approvals = page_in_dashboard(store, settings, "approvals")
    order = order_in_dashboard(store, settings, act.order.saleor_id)
    words = write(
        TO_STAFF,
        store=store,
        channel=channel,
        language=language,
        settings=settings,
        values={"waits": waits, "who": act.by_email, "act": _in_words(act, language), "order": act.order.number},
        quote=quote,
        link=approvals if waits else order,
    )
    outbox.send(
        store=store,
        person=person_at(store=store, email=email, language=language, now=now),
        kind=TO_STAFF,
        purpose="transactional",
        to=email,
        words=words,
        dedupe_key=f"{TO_STAFF}:{occasion}:{address_hash(email)[:40]}",
        channel=channel,
        about=about,
        now=now,
    )


def still_right(message: Message, now: datetime) -> Yes | No:
    """What was decided meanwhile nobody has to be told of; what the provider refused stays refused."""
    numbers = [int(one) for one in message.about.split(",")]
    states = (State.NEEDS_APPROVAL, State.FAILED)
    if OrderAct.across_stores.filter(store=message.store_id, pk__in=numbers, state__in=states).exists():
        return Yes()
    return No("it was decided meanwhile")

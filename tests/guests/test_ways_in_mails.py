"""Mails about an order carry the way to its page (whoever reads the mailbox may see it); to others they do not."""

import pytest
from django.utils import timezone

from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.parcels import apologising
from saleor_support_plugin.parcels.models import FrozenPromise
from saleor_support_plugin.reviews.models import ReviewRequest
from saleor_support_plugin.tickets import replying

from ..desks import add_configuration, add_ticket
from ..reviews.forms import asked
from ..shops import NOON, Shop

pytestmark = pytest.mark.django_db
DESK = "desk@aurora.example"


def test_what_is_written_about_a_ticket_of_the_order_leads_to_it(aurora: Shop) -> None:
    add_configuration(aurora, alert_emails=[DESK])
    ticket = add_ticket(aurora, now=NOON)
    replying.answer_as_staff(store=aurora.store, ticket_id=ticket.pk, email=DESK, text="Sent.", key="1", now=NOON)
    for kind in ("ticket_received", "ticket_reply"):
        message = Message.across_stores.get(kind=kind)
        assert "/o/" in message.text
        assert "/o/" in message.html


def test_who_only_named_the_order_of_somebody_else_gets_no_way_to_it(aurora: Shop) -> None:
    named = {"number": "1", "email": "shopper@aurora.example"}
    ticket = add_ticket(aurora, now=NOON, email="friend@aurora.example", order=named)
    assert ticket.order is not None
    message = Message.across_stores.get(kind="ticket_received")
    assert "/o/" not in message.text + message.html


def test_an_apology_leads_to_the_order(aurora: Shop) -> None:
    order, today = aurora.store.orders.get(), timezone.now().date()
    promise = FrozenPromise.across_stores.create(
        store=aurora.store, order=order, first=today, last=today, version=1, made_at=timezone.now()
    )
    assert "/o/" in apologising.words(promise, is_late=True).text


def test_a_request_for_a_review_leads_to_the_order(aurora: Shop) -> None:
    add_configuration(aurora)
    asked(aurora, now=timezone.now())
    request = ReviewRequest.across_stores.get()
    from saleor_support_plugin.reviews import asking, queries
    from saleor_support_plugin.stores.queries import configuration

    found, settings = queries.arrived(request.order), configuration(aurora.store, "default-channel")
    assert "/o/" in asking.words(request, found, settings, timezone.now()).text

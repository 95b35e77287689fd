"""What is told of a parcel is kept once, moves it forward only, and settles what became of the promise."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from saleor_support_plugin.announcements.models import Announcement, Endpoint
from saleor_support_plugin.parcels import queries
from saleor_support_plugin.parcels.actions import Already, News, NoParcel, hear, settle
from saleor_support_plugin.parcels.models import FrozenPromise, ParcelEvent
from saleor_support_plugin.parcels.rules import Source, State
from saleor_support_plugin.reviews.requesting import notice_deliveries
from saleor_support_plugin.shop.models import Fulfillment, Order

from ..shops import NOON, Shop
from .placed import days, frozen, parcel_of, place, sent, tell

pytestmark = pytest.mark.django_db


def arrived(order: Order) -> date | None:
    return FrozenPromise.across_stores.get(order=order).arrived_on


def test_a_parcel_goes_its_way_and_what_is_said_twice_changes_nothing(aurora: Shop) -> None:
    order = place(aurora, parcels=1)
    frozen(order)
    way = [State.IN_TRANSIT, State.OUT_FOR_DELIVERY, State.DELIVERED]
    for count, state in enumerate(way):
        assert isinstance(tell(order, state, NOON + days(count)), News)
        assert isinstance(tell(order, state, NOON + days(count + 9)), Already)
    assert isinstance(tell(order, State.IN_TRANSIT, NOON + days(4)), Already)
    assert isinstance(tell(order, State.RETURNED, NOON + days(4)), Already)
    events = ParcelEvent.across_stores.order_by("pk")
    assert [(one.state, one.source, one.at) for one in events] == [
        (state, "carrier", NOON + days(count)) for count, state in enumerate(way)
    ]
    parcel = parcel_of(order)
    assert (parcel.delivered_at, parcel.delivered_source) == (NOON + days(2), "carrier")


def test_nothing_of_another_stores_or_of_what_never_left(aurora: Shop, borealis: Shop) -> None:
    order = place(aurora, parcels=1)

    def say(shop: Shop) -> object:
        return hear(
            store=shop.store,
            fulfillment=parcel_of(order),
            state=State.DELIVERED,
            source=Source.STAFF,
            at=NOON,
            now=NOON,
        )

    assert isinstance(say(borealis), NoParcel)
    Fulfillment.across_stores.update(status="CANCELED")
    assert isinstance(say(aurora), NoParcel)
    assert not ParcelEvent.across_stores.exists()


def test_what_lies_ahead_is_now(aurora: Shop) -> None:
    """A carrier's clock that is wrong must not keep a review waiting for a week."""
    order = place(aurora, parcels=1)
    hear(
        store=aurora.store,
        fulfillment=parcel_of(order),
        state=State.DELIVERED,
        source=Source.CARRIER,
        at=NOON + days(7),
        now=NOON,
    )
    assert parcel_of(order).delivered_at == NOON


def test_an_order_arrived_when_its_last_parcel_did_by_the_destinations_clock(aurora: Shop) -> None:
    order = place(aurora, parcels=2)
    frozen(order)
    tell(order, State.DELIVERED, datetime(2026, 11, 23, 9, tzinfo=UTC), number=2)
    assert arrived(order) is None
    tell(order, State.DELIVERED, datetime(2026, 11, 23, 21, 30, tzinfo=UTC), number=1)  # half past midnight there
    assert arrived(order) == date(2026, 11, 24)


def test_an_order_of_which_a_part_is_still_here_has_not_arrived(aurora: Shop) -> None:
    order = place(aurora, parcels=1)
    frozen(order)
    order.lines.update(quantity=2)
    tell(order, State.DELIVERED, NOON + days(2))
    assert arrived(order) is None


def test_an_estimate_is_nobodys_word(aurora: Shop) -> None:
    order = place(aurora, parcels=1)
    frozen(order)
    assert isinstance(tell(order, State.DELIVERED, NOON + days(9), source=Source.ESTIMATE), News)
    assert parcel_of(order).delivered_source == "estimate"
    assert arrived(order) is None
    assert not queries.has_arrived(order)
    assert notice_deliveries(now=NOON + days(9)) == 1  # but good enough to ask how it was
    assert isinstance(tell(order, State.DELIVERED, NOON + days(10), source=Source.SHOPPER), News)
    assert (parcel_of(order).delivered_at, parcel_of(order).delivered_source) == (NOON + days(10), "shopper")
    assert arrived(order) == (NOON + days(10)).date()


def test_a_parcel_that_was_cancelled_later_makes_the_order_whole(aurora: Shop) -> None:
    order = place(aurora, parcels=2)
    frozen(order)
    tell(order, State.DELIVERED, NOON + days(1))
    Fulfillment.across_stores.filter(order=order, number=2).update(status="CANCELED")
    settle(order=order)
    assert arrived(order) == (NOON + days(1)).date()


def test_other_programs_hear_that_a_parcel_arrived(aurora: Shop, borealis: Shop) -> None:
    for shop in (aurora, borealis):
        Endpoint.across_stores.create(
            store=shop.store, url=f"https://erp.{shop.name}.dev/", secret="whsec_YQ==", created_at=NOON
        )
    order = place(aurora, parcels=1)
    frozen(order)
    tell(order, State.DELIVERED, NOON + days(1))
    tell(order, State.DELIVERED, NOON + days(1))
    told = Announcement.across_stores.get()
    assert told.store == aurora.store
    assert '"kept":true' in told.body
    assert '"source":"CARRIER"' in told.body
    assert "ayse" not in told.body


def test_a_shopper_says_by_the_link_that_it_arrived(aurora: Shop, client: Client) -> None:
    order = place(aurora, parcels=2, languageCodeEnum="EN")
    frozen(order)
    link = queries.arrived_link(order).partition("/a/")[2]
    asked = client.get(f"/a/{link}")
    assert "Has your order arrived?" in asked.content.decode()
    assert parcel_of(order).delivered_at is None, "a mail scanner opens every link"
    thanked = client.post(f"/a/{link}")
    assert "Thank you" in thanked.content.decode()
    assert {parcel_of(order, number).delivered_source for number in (1, 2)} == {"shopper"}
    assert ParcelEvent.across_stores.count() == 2
    assert "Thank you" in client.post(f"/a/{link}").content.decode()
    assert ParcelEvent.across_stores.count() == 2


def test_the_page_speaks_turkish_to_a_turkish_order(aurora: Shop, client: Client) -> None:
    order = place(aurora, parcels=1)
    page = client.get(f"/a/{queries.arrived_link(order).partition('/a/')[2]}")
    assert "Siparişiniz ulaştı mı?" in page.content.decode()
    assert page["Cache-Control"] == "no-store"


def test_a_link_opens_nothing_that_was_never_sent_cancelled_or_made_up(aurora: Shop, client: Client) -> None:
    order = place(aurora)
    link = queries.arrived_link(order).partition("/a/")[2]
    assert client.get(f"/a/{link}").status_code == 404
    place(aurora, parcels=1, said_at=NOON + timedelta(minutes=1), status="CANCELED")
    assert client.post(f"/a/{link}").status_code == 404
    assert client.get("/a/made-up").status_code == 404
    assert not ParcelEvent.across_stores.exists()


def test_a_new_number_of_the_same_parcel_keeps_what_was_told(aurora: Shop) -> None:
    order = place(aurora, parcels=1)
    tell(order, State.IN_TRANSIT, NOON)
    renumbered = sent(aurora, "o", 1, NOON, trackingNumber="new")
    place(aurora, parcels=1, said_at=NOON + timedelta(hours=1), fulfillments=[renumbered])
    assert parcel_of(order).tracking_number == "new"
    assert queries.state(parcel_of(order)) is State.IN_TRANSIT

"""A parcel is marked as delivered once, and what Saleor says later leaves the mark alone."""

import pytest

from saleor_support_plugin.delivery.actions import Already, Delivered, NoParcel, mark_delivered
from saleor_support_plugin.shop.models import Fulfillment, Order

from ..reviews.parcels import order
from ..shops import NOON, Shop

pytestmark = pytest.mark.django_db


def parcel_of(known: Order) -> Fulfillment:
    return known.fulfillments.get()


def test_the_first_word_stands(aurora: Shop) -> None:
    parcel = parcel_of(order(aurora))
    assert mark_delivered(store=aurora.store, fulfillment=parcel, at=NOON, source="staff") == Delivered()
    later = NOON.replace(hour=20)
    assert mark_delivered(store=aurora.store, fulfillment=parcel, at=later, source="carrier") == Already()
    parcel.refresh_from_db()
    assert (parcel.delivered_at, parcel.delivered_source) == (NOON, "staff")


def test_it_survives_whatever_saleor_says_of_the_parcel(aurora: Shop) -> None:
    known = order(aurora)
    mark_delivered(store=aurora.store, fulfillment=parcel_of(known), at=NOON, source="staff")
    order(aurora, at=NOON.replace(hour=20), status="PARTIALLY_FULFILLED")
    assert parcel_of(known).delivered_at == NOON


def test_a_cancelled_parcel_cannot_arrive(aurora: Shop) -> None:
    parcel = parcel_of(order(aurora))
    Fulfillment.across_stores.update(status="CANCELED")
    assert mark_delivered(store=aurora.store, fulfillment=parcel, at=NOON, source="staff") == NoParcel()


def test_another_stores_parcel_is_none(aurora: Shop, borealis: Shop) -> None:
    parcel = parcel_of(order(aurora))
    assert mark_delivered(store=borealis.store, fulfillment=parcel, at=NOON, source="staff") == NoParcel()
    parcel.refresh_from_db()
    assert parcel.delivered_at is None

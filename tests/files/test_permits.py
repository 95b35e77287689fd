"""Permits: signed by us, for one owner, good for a day."""

from datetime import timedelta

import pytest
import time_machine
from django.core import signing

from saleor_support_plugin.files import permits
from saleor_support_plugin.files.permits import Permit

from ..shops import NOON, Shop


@pytest.mark.django_db
def test_a_permit_says_whose_files_and_how_many(aurora: Shop) -> None:
    token = permits.permit(store=aurora.store, owner="review_request:7", most=5)
    assert permits.opened(token) == Permit(aurora.store.pk, "review_request:7", 5)


@pytest.mark.django_db
def test_a_permit_ends_after_a_day(aurora: Shop) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        token = permits.permit(store=aurora.store, owner="x", most=5)
        clock.shift(timedelta(hours=23, minutes=59))
        assert permits.opened(token) is not None
        clock.shift(timedelta(minutes=2))
        assert permits.opened(token) is None


@pytest.mark.parametrize(
    "token",
    [
        "",
        "x",
        "a:b:c",
        "İ:1:2",
        signing.dumps([1, "x", 5], salt="review"),
        signing.dumps([1, "x", 5], salt="files")[:-1],
    ],
)
def test_what_we_did_not_sign_permits_nothing(token: str) -> None:
    assert permits.opened(token) is None

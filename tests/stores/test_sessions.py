"""A session of ours holds only while Saleor vouches for its owner, and never longer than eight hours."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from saleor_support_plugin.stores import callers, sessions
from saleor_support_plugin.stores.models import StaffSession

from ..desks import ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop

pytestmark = pytest.mark.django_db
CREATE = "mutation { staffSessionCreate { session { token expiresAt } } }"
ME = "{ me { email permissions groups channels } }"


def session_of(shop: Shop, *permissions: str, **claims: Any) -> str:
    answer = ask_as(shop.staff_token(*permissions, **claims), CREATE)
    assert "errors" not in answer, answer
    return str(answer["data"]["staffSessionCreate"]["session"]["token"])


def aged(by: timedelta, *columns: str) -> None:
    for session in StaffSession.across_stores.all():
        for column in columns:
            setattr(session, column, getattr(session, column) - by)
        session.save()


def test_a_session_is_its_owner(aurora: Shop, saleor: FakeSaleor) -> None:
    saleor.channels = ["default-channel"]
    token = session_of(aurora, "MANAGE_ORDERS")
    answer = ask_as(token, ME)["data"]["me"]
    assert answer == {
        "email": "staff@aurora.example",
        "permissions": ["MANAGE_ORDERS"],
        "groups": ["Customer Support"],
        "channels": ["default-channel"],
    }
    assert callers.staff(token).store == aurora.store


def test_a_session_makes_no_session(aurora: Shop, saleor: FakeSaleor) -> None:
    answer = ask_as(session_of(aurora), CREATE)
    assert answer["data"]["staffSessionCreate"] is None
    assert StaffSession.across_stores.count() == 1


def test_it_ends_after_eight_hours_and_after_half_an_hour_without_proof(aurora: Shop, saleor: FakeSaleor) -> None:
    token = session_of(aurora)
    aged(timedelta(minutes=29), "proven_at")
    assert callers.staff(token).email == "staff@aurora.example"
    aged(timedelta(minutes=2), "proven_at")
    with pytest.raises(callers.NotRecognised):
        callers.staff(token)
    callers.staff(aurora.staff_token(email="staff@aurora.example", token="another"))  # a frame beside it asks
    assert callers.staff(token).email == "staff@aurora.example"
    aged(timedelta(hours=8), "expires_at")
    with pytest.raises(callers.NotRecognised):
        callers.staff(token)
    assert sessions.forget_old(now=timezone.now()) == 1


def test_what_saleor_takes_away_is_gone_from_the_session(aurora: Shop, saleor: FakeSaleor) -> None:
    token = session_of(aurora, "MANAGE_ORDERS", "MANAGE_SETTINGS")
    saleor.groups = []
    callers.staff(aurora.staff_token("MANAGE_ORDERS", token="another"))
    found = callers.staff(token)
    assert (found.permissions, found.groups) == (frozenset(["MANAGE_ORDERS"]), ())


def test_nobody_elses_token_proves_it(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    token = session_of(aurora)
    aged(timedelta(minutes=31), "proven_at")
    callers.staff(borealis.staff_token())
    callers.staff(aurora.staff_token(user_id="VXNlcjo5"))
    with pytest.raises(callers.NotRecognised):
        callers.staff(token)


def test_its_owner_ends_all_of_them(aurora: Shop, saleor: FakeSaleor) -> None:
    token, other = session_of(aurora), session_of(aurora)
    assert ask_as(token, "mutation { staffSessionsEnd { ended } }")["data"]["staffSessionsEnd"]["ended"] == 2
    for one in (token, other):
        with pytest.raises(callers.NotRecognised):
            callers.staff(one)


def test_it_ends_with_the_app(aurora: Shop, saleor: FakeSaleor) -> None:
    token = session_of(aurora)
    aurora.store.removed_at = timezone.now()
    aurora.store.save()
    with pytest.raises(callers.NotRecognised):
        callers.staff(token)


@pytest.mark.parametrize("forged", ["s1.", "s1.x", "s1." + "A" * 43, "s1.\0", "s1.ğ", "s1." + "A" * 10_000, "s2.x"])
def test_a_forged_one_is_nobodys(aurora: Shop, saleor: FakeSaleor, forged: str) -> None:
    session_of(aurora)
    with pytest.raises(callers.NotRecognised):
        callers.staff(forged)


def test_only_its_digest_is_kept(aurora: Shop, saleor: FakeSaleor) -> None:
    token = session_of(aurora)
    assert token.removeprefix("s1.") not in repr(StaffSession.across_stores.values_list().get())

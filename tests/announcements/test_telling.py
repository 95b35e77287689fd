"""What happens here is told to other programs: signed, until it is taken, and not for ever."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from saleor_support_plugin.announcements import actions, rules, signing
from saleor_support_plugin.announcements.models import Announcement, Endpoint, State
from saleor_support_plugin.announcements.sending import tell_due

from ..desks import ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop
from .receiver import Receiver

pytestmark = pytest.mark.django_db

KIND = "parcel.delivered"


@pytest.fixture
def receiver(settings: Any) -> Iterator[Receiver]:
    settings.ALLOW_PRIVATE_STORES = True
    server = Receiver()
    yield server
    server.stop()


def opened(shop: Shop, url: str, *kinds: str) -> actions.Opened:
    return actions.open_endpoint(store=shop.store, url=url, kinds=kinds, now=NOON)


def announce(shop: Shop, occasion: str = "1", now: datetime = NOON) -> int:
    return actions.announce(store=shop.store, kind=KIND, occasion=occasion, data={"orderId": "T3"}, now=now)


def test_the_signature_is_that_of_the_specifications_own_libraries() -> None:
    """The vector that the reference libraries of Standard Webhooks are tested with."""
    made = signing.signature(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        b'{"test": 2432232314}',
    )
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_every_secret_is_new_and_long_enough() -> None:
    one, other = signing.new_secret(), signing.new_secret()
    assert one.startswith("whsec_")
    assert one != other
    assert len(one) > 40


def test_it_is_told_signed_and_taken_once(aurora: Shop, receiver: Receiver) -> None:
    secret = opened(aurora, receiver.url).secret
    assert announce(aurora) == 1
    assert announce(aurora) == 1  # the same occasion
    assert tell_due(now=NOON) == 1
    assert tell_due(now=NOON + timedelta(days=1)) == 0
    (heard,) = receiver.heard
    assert heard.is_signed_by(secret)
    assert heard.at == int(NOON.timestamp())
    assert heard.said == {"type": KIND, "timestamp": NOON.isoformat(), "data": {"orderId": "T3"}}
    assert Announcement.across_stores.get().state == State.TAKEN


def test_only_who_wants_it_and_only_the_own_store(aurora: Shop, borealis: Shop, receiver: Receiver) -> None:
    opened(aurora, receiver.url, KIND)
    opened(borealis, receiver.url)
    announce(aurora)
    tell_due(now=NOON)
    assert len(receiver.heard) == 1


def test_it_is_tried_again_from_seconds_to_hours_under_the_same_id(aurora: Shop, receiver: Receiver) -> None:
    opened(aurora, receiver.url)
    announce(aurora)
    receiver.status = 500
    now, pauses = NOON, []
    while (row := Announcement.across_stores.get()).due_at:
        pauses.append(row.due_at - now)
        now = row.due_at
        assert tell_due(now=now) == 1
    assert pauses == [timedelta(0), *rules.PAUSES]
    assert (row.state, row.attempts, row.status, row.error) == (State.FAILED, 9, 500, "It answered 500.")
    assert len({heard.id for heard in receiver.heard}) == 1
    assert len({heard.at for heard in receiver.heard}) == 9


def test_an_address_that_takes_nothing_for_five_days_is_switched_off(aurora: Shop, receiver: Receiver) -> None:
    opened(aurora, receiver.url)
    receiver.status = 503
    for day in range(6):
        now = NOON + timedelta(days=day)
        announce(aurora, str(day), now)
        tell_due(now=now)
    endpoint = Endpoint.across_stores.get()
    assert endpoint.disabled_at == NOON + timedelta(days=5)
    assert "5 days" in endpoint.disabled_why
    assert not Announcement.across_stores.filter(state=State.WAITING).exists()
    assert announce(aurora, "later", NOON + timedelta(days=6)) == 0


def test_one_that_was_taken_in_between_is_not(aurora: Shop, receiver: Receiver) -> None:
    opened(aurora, receiver.url)
    for day in range(8):
        receiver.status = 204 if day == 4 else 503
        now = NOON + timedelta(days=day)
        announce(aurora, str(day), now)
        tell_due(now=now)
    assert Endpoint.across_stores.get().disabled_at is None


def test_gone_is_gone_at_once(aurora: Shop, receiver: Receiver) -> None:
    opened(aurora, receiver.url)
    announce(aurora)
    receiver.status = 410
    tell_due(now=NOON)
    assert Endpoint.across_stores.get().disabled_at == NOON


def test_while_a_secret_changes_both_sign(aurora: Shop, receiver: Receiver) -> None:
    old = opened(aurora, receiver.url)
    new = actions.rotate(endpoint=old.endpoint, now=NOON)
    for hours in (0, 25):
        announce(aurora, str(hours), NOON + timedelta(hours=hours))
        tell_due(now=NOON + timedelta(hours=hours))
    within, after = receiver.heard
    assert (within.is_signed_by(old.secret), within.is_signed_by(new.secret)) == (True, True)
    assert (after.is_signed_by(old.secret), after.is_signed_by(new.secret)) == (False, True)


def test_what_a_crash_left_behind_is_told_again(aurora: Shop, receiver: Receiver) -> None:
    opened(aurora, receiver.url)
    announce(aurora)
    assert actions.take_next(now=NOON) is not None
    assert tell_due(now=NOON) == 0, "another worker is at it"
    assert tell_due(now=NOON + rules.LEASE) == 1


def test_an_address_inside_is_refused_when_it_is_opened_and_when_it_is_called(
    aurora: Shop, receiver: Receiver, settings: Any
) -> None:
    opened(aurora, receiver.url)
    settings.ALLOW_PRIVATE_STORES = False
    for url in ("http://127.0.0.1:8000/", "https://user:x@erp.dev/", "ftp://erp.dev/", "https://erp.dev/#x"):
        with pytest.raises(actions.EndpointRefused) as refused:
            opened(aurora, url)
        assert refused.value.code == "URL_WRONG"
    announce(aurora)
    tell_due(now=NOON)
    assert receiver.heard == []
    assert Announcement.across_stores.get().status is None


def test_old_ones_are_forgotten_and_waiting_ones_are_not(aurora: Shop, receiver: Receiver) -> None:
    opened(aurora, receiver.url)
    announce(aurora)
    tell_due(now=NOON)
    announce(aurora, "2")
    assert actions.forget(now=NOON + rules.KEPT + timedelta(days=1)) == 1
    assert Announcement.across_stores.get().state == State.WAITING


CREATE = """mutation($url: String!, $kinds: [String!]) { endpointCreate(url: $url, kinds: $kinds) {
    endpoint { id url kinds } secret errors { code field } } }"""


def test_staff_open_read_switch_replay_and_close(aurora: Shop, receiver: Receiver, saleor: FakeSaleor) -> None:
    token = aurora.staff_token("MANAGE_SETTINGS")
    made = ask_as(token, CREATE, url=receiver.url, kinds=[KIND])["data"]["endpointCreate"]
    assert made["errors"] == []
    again = ask_as(token, CREATE, url=receiver.url)["data"]["endpointCreate"]
    assert again["errors"] == [{"code": "ALREADY_THERE", "field": "url"}]
    unknown = ask_as(token, CREATE, url="https://erp.dev/", kinds=["x"])["data"]["endpointCreate"]
    assert unknown["errors"] == [{"code": "KIND_UNKNOWN", "field": "kinds"}]
    announce(aurora)
    tell_due(now=NOON)
    log = ask_as(token, "{ announcements { edges { node { id state kind status attempts endpoint { url } } } } }")
    (row,) = [edge["node"] for edge in log["data"]["announcements"]["edges"]]
    assert (row["state"], row["status"], row["endpoint"]["url"]) == ("TAKEN", 204, receiver.url)
    replayed = ask_as(
        token, "mutation($id: ID!) { announcementReplay(id: $id) { announcement { state } } }", id=row["id"]
    )
    assert replayed["data"]["announcementReplay"]["announcement"] == {"state": "WAITING"}
    Announcement.across_stores.update(due_at=NOON)
    tell_due(now=NOON)
    assert len({heard.id for heard in receiver.heard}) == 1
    assert len(receiver.heard) == 2
    id = made["endpoint"]["id"]
    off = ask_as(
        token, "mutation($id: ID!) { endpointSwitch(id: $id, isOn: false) { endpoint { disabledAt } } }", id=id
    )
    assert off["data"]["endpointSwitch"]["endpoint"]["disabledAt"]
    assert announce(aurora, "off") == 0
    ask_as(token, "mutation($id: ID!) { endpointDelete(id: $id) { errors { code } } }", id=id)
    assert ask_as(token, "{ endpoints { id } endpointKinds }")["data"] == {
        "endpoints": [],
        "endpointKinds": list(rules.KINDS),
    }


def test_it_needs_the_permission_of_settings(aurora: Shop, saleor: FakeSaleor) -> None:
    for query in ("{ endpoints { id } }", "{ announcements { totalCount } }"):
        (error,) = ask_as(aurora.staff_token("MANAGE_ORDERS"), query)["errors"]
        assert "MANAGE_SETTINGS" in error["message"]


def test_a_secret_is_shown_once_and_kept_encrypted(aurora: Shop, receiver: Receiver) -> None:
    from django.db import connection

    secret = opened(aurora, receiver.url).secret
    with connection.cursor() as cursor:
        cursor.execute("select secret from support_endpoint")
        (kept,) = cursor.fetchone()
    assert secret not in str(kept)
    assert Endpoint.across_stores.get().secret == secret

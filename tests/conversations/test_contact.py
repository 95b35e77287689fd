"""How a shop can be reached now, as its product pages are told."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests

from saleor_support_plugin.conversations.models import ReplyTime
from saleor_support_plugin.conversations.reached import reached
from saleor_support_plugin.conversations.reaching import contact
from saleor_support_plugin.conversations.rules import network_of
from saleor_support_plugin.delivery.models import DayOff
from saleor_support_plugin.stores.configuration import Configuration, from_data
from saleor_support_plugin.stores.models import Setup, Store

from ..desks import ORIGIN, add_configuration
from ..service import Service
from ..shops import Shop

FRIDAY_NOON = datetime(2026, 11, 20, 9, tzinfo=UTC)  # 12:00 in Istanbul
FRIDAY_NIGHT = datetime(2026, 11, 20, 18, tzinfo=UTC)
MONDAY_NINE = datetime(2026, 11, 23, 6, tzinfo=UTC)
WAYS = [
    {"kind": "whatsapp", "address": "+90 212 555 00 00"},
    {"kind": "phone", "address": "+90 212 555 00 01"},
    {"kind": "email", "address": "help@shop.example"},
    {"kind": "form"},
]
ISTANBUL = from_data({"time_zone": "Europe/Istanbul", "contact_channels": WAYS})


def test_in_business_hours_every_way_is_open_until_they_end() -> None:
    now = contact(ISTANBUL, FRIDAY_NOON)
    assert now.is_open
    assert now.until == datetime(2026, 11, 20, 15, tzinfo=UTC)
    assert [(way.kind, way.is_open) for way in now.ways] == [
        ("whatsapp", True),
        ("phone", True),
        ("email", True),
        ("form", True),
    ]
    assert [way.url for way in now.ways] == [
        "https://wa.me/902125550000",
        "tel:+902125550001",
        "mailto:help@shop.example",
        None,
    ]


def test_at_night_a_call_says_when_somebody_answers_and_the_form_is_there() -> None:
    now = contact(ISTANBUL, FRIDAY_NIGHT)
    assert not now.is_open
    assert now.opens_at == MONDAY_NINE
    assert {way.kind: way.opens_at for way in now.ways} == {
        "whatsapp": MONDAY_NINE,
        "phone": MONDAY_NINE,
        "email": None,
        "form": None,
    }


def test_a_shop_that_never_opens_promises_no_time() -> None:
    never = contact(from_data({"week": [[]] * 7, "contact_channels": WAYS}), FRIDAY_NOON)
    assert (never.is_open, never.opens_at) == (False, None)
    assert never.until > FRIDAY_NOON


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3::1", "2001:0db8:0001:0002"),
        ("2001:db8:1:2:ffff::9", "2001:0db8:0001:0002"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("no address", "unknown"),
    ],
)
def test_one_callers_addresses_count_as_one(address: str, network: str) -> None:
    assert network_of(address) == network


def widget(service: Service, shop: Shop, channel: str = "default-channel", **headers: str) -> requests.Response:
    return requests.get(f"{service.url}/s/{shop.store.key}/{channel}/widget.json", headers=headers or None, timeout=20)


def test_a_page_is_told_the_name_the_hours_and_the_ways(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(committed.application.doors.facts, "_clock", lambda: FRIDAY_NIGHT)
    add_configuration(open_aurora, contact_channels=WAYS, accent="#0f6269")
    answer = widget(committed, open_aurora)
    closed = {"open": False, "opens_at": "2026-11-23T06:00:00+00:00", "languages": [], "reply_minutes": None}
    always = closed | {"open": True, "opens_at": None}
    assert answer.json() == {
        "name": "Aurora Lights",
        "locale": "tr",
        "accent": "#0f6269",
        "state": "closed",
        "open": False,
        "opens_at": "2026-11-23T06:00:00+00:00",
        "until": "2026-11-21T18:00:00+00:00",
        "waiting": None,
        "channels": [
            {"kind": "whatsapp", "url": "https://wa.me/902125550000"} | closed,
            {"kind": "phone", "url": "tel:+902125550001"} | closed,
            {"kind": "email", "url": "mailto:help@shop.example"} | always,
            {"kind": "form", "url": None} | always,
        ],
        "finds": [],
    }
    assert answer.headers["access-control-allow-origin"] == "*"
    again = widget(committed, open_aurora, **{"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_page_is_told_what_there_is_to_find(committed: Service, open_aurora: Shop) -> None:
    add_configuration(open_aurora, links={"page": "https://shop.example/help", "cart": "https://shop.example/cart"})
    assert widget(committed, open_aurora).json()["finds"] == ["articles"]


def test_a_copy_is_never_kept_past_the_end_of_business(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_configuration(open_aurora)
    almost = datetime(2026, 11, 20, 14, 59, 48, tzinfo=UTC)
    monkeypatch.setattr(committed.application.doors.facts, "_clock", lambda: almost)
    assert widget(committed, open_aurora).headers["cache-control"] == "public, max-age=0, s-maxage=12"


def test_a_store_that_set_nothing_still_has_its_form(committed: Service, open_aurora: Shop) -> None:
    facts = widget(committed, open_aurora).json()
    assert facts["name"] == "aurora"
    assert [(way["kind"], way["url"], way["open"]) for way in facts["channels"]] == [("form", None, True)]


def test_a_shop_that_named_no_sender_is_called_by_its_address(committed: Service, open_aurora: Shop) -> None:
    add_configuration(open_aurora, sender_name="", storefront_url="https://shop.aurora.example/tr")
    assert widget(committed, open_aurora).json()["name"] == "shop.aurora.example"


def test_unknown_stores_and_channels_look_the_same(committed: Service, open_aurora: Shop, open_borealis: Shop) -> None:
    open_borealis.store.channels.update(slug="only-in-borealis")
    nowhere = requests.get(f"{committed.url}/s/no-such-key/default-channel/widget.json", timeout=20)
    foreign = widget(committed, open_aurora, "only-in-borealis")
    assert (nowhere.status_code, nowhere.content) == (foreign.status_code, foreign.content)
    assert nowhere.status_code == 404
    assert widget(committed, open_aurora, "%00").status_code == 404
    Store.across_stores.filter(pk=open_aurora.store.pk).update(is_active=False)
    assert widget(committed, open_aurora).content == nowhere.content


def seen_at(shop: Shop) -> Any:
    return Setup.across_stores.filter(store=shop.store).values_list("snippet_seen_at", flat=True).first()


def when_marked(service: Service, shop: Shop) -> Any:
    """Return when the widget was last seen, once the door has nothing more to write."""
    marking = service.application.doors.facts._marking
    for _ in range(200):
        if not marking:
            break
        time.sleep(0.01)
    return seen_at(shop)


def test_the_merchants_own_page_ticks_the_checklist_once_an_hour(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_configuration(open_aurora)
    door = committed.application.doors.facts
    monkeypatch.setattr(door, "_clock", lambda: FRIDAY_NOON)
    for headers in ({}, {"origin": "https://elsewhere.example"}):
        widget(committed, open_aurora, **headers)
        assert when_marked(committed, open_aurora) is None
    widget(committed, open_aurora, origin=ORIGIN)
    assert when_marked(committed, open_aurora) == FRIDAY_NOON
    soon, later = FRIDAY_NOON.replace(minute=59), FRIDAY_NOON.replace(hour=10, minute=1)
    monkeypatch.setattr(door, "_clock", lambda: soon)
    widget(committed, open_aurora, origin=ORIGIN)
    assert when_marked(committed, open_aurora) == FRIDAY_NOON
    monkeypatch.setattr(door, "_clock", lambda: later)
    widget(committed, open_aurora, origin=ORIGIN)
    assert when_marked(committed, open_aurora) == later


def test_before_origins_are_named_any_page_counts(committed: Service, open_aurora: Shop) -> None:
    widget(committed, open_aurora, origin="http://localhost:3000")
    assert when_marked(committed, open_aurora) is not None


def test_a_page_names_the_stage_of_buying_that_it_is_at(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_configuration(open_aurora)
    door = committed.application.doors.facts
    monkeypatch.setattr(door, "_clock", lambda: FRIDAY_NOON)
    for stage in ("product", "cart", "elsewhere", "product"):
        address = f"{committed.url}/s/{open_aurora.store.key}/default-channel/widget.json?at={stage}"
        assert requests.get(address, headers={"origin": ORIGIN}, timeout=20).status_code == 200
        when_marked(committed, open_aurora)
    kept = Setup.across_stores.get(store=open_aurora.store)
    assert kept.stages_seen == {"product": FRIDAY_NOON.isoformat(), "cart": FRIDAY_NOON.isoformat()}
    assert kept.snippet_seen_at == FRIDAY_NOON


def test_pages_are_told_of_holidays_and_of_measured_reply_times(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the door that asks Django says the same."""
    monkeypatch.setattr(committed.application.doors.facts, "_clock", lambda: FRIDAY_NOON)
    add_configuration(open_aurora, contact_channels=WAYS, closed_on_holidays=True)
    DayOff.across_stores.create(country="TR", on=FRIDAY_NOON.date(), name="Bayram")
    DayOff.across_stores.create(country="DE", on=FRIDAY_NOON.date() + timedelta(days=3), name="Feiertag")
    for kind, minutes in (("form", 95), ("chat", None)):
        ReplyTime.across_stores.create(
            store=open_aurora.store,
            channel_slug="default-channel",
            kind=kind,
            minutes=minutes,
            many=30,
            measured_at=FRIDAY_NOON,
        )
    told = widget(committed, open_aurora).json()
    assert (told["state"], told["opens_at"]) == ("closed", MONDAY_NINE.isoformat())
    assert {way["kind"]: way["reply_minutes"] for way in told["channels"]}["form"] == 95
    _, asked = reached(open_aurora.store, "default-channel", now=FRIDAY_NOON)
    assert [(way.kind, way.is_open, way.reply_minutes) for way in asked.ways] == [
        (way["kind"], way["open"], way["reply_minutes"]) for way in told["channels"]
    ]
    assert (asked.opens_at, asked.until.isoformat()) == (MONDAY_NINE, told["until"])


def test_the_defaults_hold_where_nothing_is_set() -> None:
    assert contact(Configuration(), FRIDAY_NOON).is_open

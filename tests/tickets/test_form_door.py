"""The form's door: from where it may be sent, how often, how large, and what its answer gives away."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from unittest.mock import ANY

import pytest
import requests
from django.conf import LazySettings

from saleor_support_plugin.conversations.models import Conversation, Happening
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.stores.models import Store
from saleor_support_plugin.tickets.models import Ticket

from ..desks import ORIGIN, add_configuration, filled_in
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop


def address(service: Service, shop: Shop, channel: str = "default-channel") -> str:
    return f"{service.url}/s/{shop.store.key}/{channel}/tickets"


def send(url: str, body: Any, origin: str | None = ORIGIN, **headers: str) -> requests.Response:
    said = {"origin": origin} if origin is not None else {}
    if isinstance(body, bytes):
        return requests.post(url, data=body, headers=said | headers, timeout=20)
    return requests.post(url, json=body, headers=said | headers, timeout=20)


@pytest.fixture
def desk(committed: Service, open_aurora: Shop) -> str:
    add_configuration(open_aurora)
    return address(committed, open_aurora)


def test_a_form_becomes_a_ticket_on_its_order(desk: str, open_aurora: Shop) -> None:
    answer = send(desk, filled_in(open_aurora))
    assert (answer.status_code, answer.json()) == (200, {"ok": True, "number": 1, "conversation": ANY})
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    ticket = open_aurora.store.tickets.get()
    assert ticket.order is not None
    assert (ticket.order.saleor_id, ticket.state, ticket.subject) == (
        open_aurora.order_id,
        "OPEN",
        "The lamp is broken",
    )
    assert [message.text for message in ticket.conversation.messages.all()] == ["It came in two pieces."]


def test_a_wrong_pair_of_number_and_address_gets_the_same_answer(desk: str, open_aurora: Shop) -> None:
    """Also the mail that confirms it is the same: nobody learns by the form who ordered what."""
    orders = [{"number": "1"}, {"number": "1", "email": "somebody@else.example"}, {"number": "999"}]
    answers = [send(desk, filled_in(open_aurora, order=order)) for order in orders]
    told = [(one.status_code, one.json() | {"number": 0, "conversation": ""}, sorted(one.headers)) for one in answers]
    assert told[0] == told[1] == told[2]
    tickets = list(open_aurora.store.tickets.order_by("number"))
    assert [ticket.order is not None for ticket in tickets] == [True, False, False]
    notes = tickets[1].conversation.messages.filter(author="system")
    assert [(note.event, note.text) for note in notes] == [("order_not_found", "1")]
    mails = [mail.text.splitlines()[0].rstrip("123.") for mail in Message.across_stores.order_by("id")]
    assert len(set(mails)) == 1


def test_the_same_form_sent_once_more_is_one_ticket_and_one_mail(desk: str, open_aurora: Shop) -> None:
    form = filled_in(open_aurora, key="9f0c1d5a7b3e42c8")
    with ThreadPoolExecutor(3) as three:
        answers = [one.json() for one in three.map(lambda _: send(desk, form), range(3))]
    assert [one["number"] for one in answers] == [1, 1, 1]
    assert len({one["conversation"] for one in answers}) == 3  # the first may have been lost on the way
    assert open_aurora.store.tickets.get().conversation.messages.count() == Message.across_stores.count() == 1


def test_a_key_that_two_pages_share_opens_nobody_elses_conversation(desk: str, open_aurora: Shop) -> None:
    forms = [filled_in(open_aurora, key="k" * 16, **other) for other in ({}, {"email": "e@b.co"}, {"text": "Other"})]
    assert [send(desk, form).json()["number"] for form in forms] == [1, 2, 3]
    refused = send(desk, filled_in(open_aurora, key="1"))
    assert [(one["field"], one["code"]) for one in refused.json()["errors"]] == [("key", "INVALID")]


def test_a_confirmation_carries_nobodys_words_to_a_stranger(desk: str, open_aurora: Shop) -> None:
    send(desk, filled_in(open_aurora, subject="Buy pills", text="http://spam.example", name="Rich Uncle"))
    mail = Message.across_stores.get()
    for words in ("pills", "spam.example", "Uncle"):
        assert words not in mail.subject + mail.text + mail.html


def test_five_an_hour_from_one_address_on_the_network(desk: str, open_aurora: Shop) -> None:
    forms = [filled_in(open_aurora, email=f"shopper{number}@aurora.example") for number in range(6)]
    statuses = [send(desk, form, **{"x-forwarded-for": "203.0.113.7"}).status_code for form in forms]
    assert statuses == [200] * 5 + [429]
    assert send(desk, forms[5], **{"x-forwarded-for": "203.0.113.8"}).status_code == 200


def test_what_a_caller_writes_into_the_header_does_not_make_them_another(desk: str, open_aurora: Shop) -> None:
    """Our one proxy adds the address that it saw at the end."""
    forms = [filled_in(open_aurora, email=f"shopper{number}@aurora.example") for number in range(6)]
    told = [f"198.51.100.{number}, 203.0.113.7" for number in range(6)]
    statuses = [
        send(desk, form, **{"x-forwarded-for": said}).status_code for form, said in zip(forms, told, strict=True)
    ]
    assert statuses == [200] * 5 + [429]


def test_five_an_hour_of_one_email_however_it_is_written(desk: str, open_aurora: Shop) -> None:
    written = ["ada@aurora.example", "ADA@aurora.example"] * 3
    answers = [
        send(desk, filled_in(open_aurora, email=email), **{"x-forwarded-for": f"203.0.113.{number}"})
        for number, email in enumerate(written)
    ]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert answers[-1].json()["error"]["code"] == "LIMITED"
    assert answers[-1].headers["access-control-allow-origin"] == ORIGIN


def test_one_shops_limit_is_not_anothers(committed: Service, desk: str, open_aurora: Shop, open_borealis: Shop) -> None:
    add_configuration(open_borealis)
    for _ in range(6):
        send(desk, filled_in(open_aurora))
    assert send(address(committed, open_borealis), filled_in(open_aurora)).status_code == 200


def test_who_fills_in_the_hidden_field_is_thanked_and_forgotten(desk: str, open_aurora: Shop) -> None:
    answer = send(desk, filled_in(open_aurora, website="http://spam.example"))
    assert (answer.status_code, answer.json()) == (200, {"ok": True, "number": None, "conversation": None})
    assert not Ticket.across_stores.exists()
    assert not Message.across_stores.exists()


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"x" * 70_001, 413),
        (b"{", 400),
        (b"[]", 400),
        (b"null", 400),
        (b'{"email": "x"}', 422),
        (b"\xff\xfe", 400),
    ],
)
def test_what_is_no_form_is_refused(desk: str, body: bytes, status: int) -> None:
    answer = send(desk, body, **{"content-type": "application/json"})
    assert answer.status_code == status
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    assert not Ticket.across_stores.exists()


def test_a_plain_html_form_cannot_post_here(desk: str) -> None:
    answer = send(desk, b"email=a", **{"content-type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 415


def test_faults_are_named_field_by_field(desk: str, open_aurora: Shop) -> None:
    answer = send(desk, filled_in(open_aurora, email="nobody", text=""))
    assert [(one["field"], one["code"]) for one in answer.json()["errors"]] == [
        ("email", "INVALID"),
        ("text", "REQUIRED"),
    ]


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", None, "https://shop.example.evil.example"])
def test_only_the_merchants_own_pages_may_send_it(desk: str, open_aurora: Shop, origin: str | None) -> None:
    answer = send(desk, filled_in(open_aurora), origin)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "ORIGIN_NOT_ALLOWED")
    assert "access-control-allow-origin" not in answer.headers
    assert not Ticket.across_stores.exists()


def test_where_no_origins_are_set_nobody_may(committed: Service, open_aurora: Shop) -> None:
    assert send(address(committed, open_aurora), filled_in(open_aurora)).status_code == 403


def test_a_browser_asks_first_and_is_told(desk: str) -> None:
    asked = {"access-control-request-method": "POST", "access-control-request-headers": "content-type"}
    told = requests.options(desk, headers=asked | {"origin": ORIGIN}, timeout=20)
    assert (told.status_code, told.headers["access-control-allow-origin"]) == (204, ORIGIN)
    assert told.headers["access-control-allow-headers"] == "authorization, content-type"
    assert "POST" in told.headers["access-control-allow-methods"]
    assert "origin" in told.headers["vary"].lower()
    elsewhere = requests.options(desk, headers=asked | {"origin": "https://elsewhere.example"}, timeout=20)
    assert elsewhere.status_code == 403
    assert "access-control-allow-origin" not in elsewhere.headers


def test_unknown_stores_and_channels_look_the_same(
    committed: Service, desk: str, open_aurora: Shop, open_borealis: Shop
) -> None:
    open_borealis.store.channels.update(slug="only-in-borealis")
    form = filled_in(open_aurora)
    nowhere = send(f"{committed.url}/s/no-such-key/default-channel/tickets", form)
    nothing = [send(f"{committed.url}/s/{path}/tickets", form) for path in ("%00/x", "key-aurora/%00", "%F0%9F/x")]
    foreign = send(address(committed, open_aurora, "only-in-borealis"), form)
    Store.across_stores.filter(pk=open_aurora.store.pk).update(is_active=False)
    deactivated = send(desk, form)
    assert nowhere.status_code == foreign.status_code == deactivated.status_code == 404
    assert nowhere.content == foreign.content == deactivated.content
    assert {(one.status_code, one.content) for one in nothing} == {(404, nowhere.content)}


def test_it_is_posted_and_nothing_else(desk: str) -> None:
    assert requests.get(desk, headers={"origin": ORIGIN}, timeout=20).status_code == 405


def test_without_a_proxy_the_header_says_nothing(desk: str, open_aurora: Shop, settings: LazySettings) -> None:
    settings.PROXIES = 0
    forms = [filled_in(open_aurora, email=f"shopper{number}@aurora.example") for number in range(6)]
    statuses = [
        send(desk, form, **{"x-forwarded-for": f"203.0.113.{number}"}).status_code for number, form in enumerate(forms)
    ]
    assert statuses == [200] * 5 + [429]


def test_many_at_once_get_a_number_each(desk: str, open_aurora: Shop) -> None:
    def one(number: int) -> int:
        form = filled_in(open_aurora, email=f"shopper{number}@aurora.example")
        told: int = send(desk, form, **{"x-forwarded-for": f"203.0.113.{number}"}).json()["number"]
        return told

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(one, range(16))) == list(range(1, 17))


def test_name_and_subject_may_be_left_out(desk: str, open_aurora: Shop) -> None:
    bare = {"email": "ada@aurora.example", "text": "Where is it?\nIt should be here by now."}
    assert send(desk, bare).json()["number"] == 1
    ticket = open_aurora.store.tickets.get()
    assert (ticket.subject, ticket.conversation.name) == ("Where is it?", "")


def confirmed(desk: str, form: dict[str, Any], token: str = "") -> bool:
    """Send the form, with a token where there is one; say whether its e-mail then counts as the shopper's."""
    headers = {"authorization": f"Bearer {token}"} if token else {}
    assert send(desk, form, **headers).json()["ok"]
    return Conversation.across_stores.latest("pk").email_confirmed_at is not None


def test_an_address_is_the_shoppers_where_saleor_says_so(
    desk: str, open_aurora: Shop, open_borealis: Shop, saleor: FakeSaleor
) -> None:
    hers = filled_in(open_aurora, email="SHOPPER@aurora.example")
    assert confirmed(desk, hers, open_aurora.customer_token())
    assert not confirmed(desk, hers)
    assert not confirmed(desk, filled_in(open_aurora, email="other@aurora.example"), open_aurora.customer_token())
    assert not confirmed(desk, hers, open_borealis.customer_token(email="shopper@aurora.example"))


@pytest.mark.parametrize("claims", [{"exp": 1}, {"is_staff": True}, {"type": "refresh"}])
def test_a_token_that_says_nothing_does_not_stop_a_message(
    desk: str, open_aurora: Shop, claims: dict[str, Any]
) -> None:
    assert not confirmed(desk, filled_in(open_aurora), open_aurora.customer_token(**claims))


@pytest.mark.parametrize("token", ["x", "a.b.c", "ey.ey.ey"])
def test_what_is_no_token_does_not_stop_a_message(desk: str, open_aurora: Shop, token: str) -> None:
    assert not confirmed(desk, filled_in(open_aurora), token)


def told_of(shop: Shop) -> tuple[list[str], list[str]]:
    """Return the only ticket's tags, and what staff were told of the page on which something does not work."""
    ticket = shop.store.tickets.get()
    events = ticket.conversation.messages.filter(event=Happening.SITE_PROBLEM)
    return ticket.tags, list(events.values_list("text", flat=True))


def test_what_does_not_work_on_a_page_is_told_with_the_page_the_browser_and_the_window(
    desk: str, open_aurora: Shop
) -> None:
    site = {"url": f"{ORIGIN}/products/lamp", "browser": "Mozilla/5.0  (Android\n15)", "window": "390x844"}
    form = filled_in(open_aurora, site=site, key="a-form-that-is-sent-twice")
    assert [send(desk, form).status_code for _ in range(2)] == [200, 200]
    assert told_of(open_aurora) == (
        ["site problem"],
        [f"{ORIGIN}/products/lamp · 390x844 · Mozilla/5.0 (Android 15)"],
    )


@pytest.mark.parametrize(
    "site",
    [
        {"url": "https://elsewhere.example/trap", "browser": 7, "window": "0x12"},
        {"url": "javascript:alert(1)", "browser": "", "window": "9" * 400 + "x1"},
        {"url": ["x"], "browser": "x" * 5_000, "window": {"width": 1}},
        {},
    ],
)
def test_what_a_page_says_wrongly_of_itself_is_left_out_and_the_message_kept(
    desk: str, open_aurora: Shop, site: dict[str, Any]
) -> None:
    assert send(desk, filled_in(open_aurora, site=site)).status_code == 200
    assert told_of(open_aurora) == (["site problem"], [""])


@pytest.mark.parametrize("site", [None, "yes", 1, ["url"]])
def test_a_form_that_says_nothing_of_its_page_is_as_any_other(desk: str, open_aurora: Shop, site: Any) -> None:
    assert send(desk, filled_in(open_aurora, site=site)).status_code == 200
    assert told_of(open_aurora) == ([], [])


def test_a_very_long_address_leaves_room_for_the_browser(desk: str, open_aurora: Shop) -> None:
    site = {"url": f"{ORIGIN}/{'p' * 1_900}", "browser": "Firefox", "window": "1440x900"}
    send(desk, filled_in(open_aurora, site=site))
    assert told_of(open_aurora)[1][0].endswith("p · 1440x900 · Firefox")

"""The page that sounds and notifies: swapped from a link once, and a socket that only listens."""

from typing import Any

import pytest
import requests
from django.conf import settings
from django.utils import timezone
from websockets.exceptions import InvalidStatus

from saleor_support_plugin.chat import actions, alerts, rules
from saleor_support_plugin.chat.desks import DESK
from saleor_support_plugin.chat.models import AlertPage, Presence, Seat
from saleor_support_plugin.stores import actions as stores

from ..desks import ORIGIN, add_configuration, ask_as
from ..known_staff import FakeSaleor
from ..outbox.media.fake_push_service import FakePushService
from ..service import Service
from ..shops import Shop
from .chatters import Chat, End
from .test_chat_queue import OWN_ID, begin, member, opens, wait_for
from .test_chat_session import Page

LINK = """mutation { chatAlertsLink(language: "tr-TR") { url } }"""


@pytest.fixture
def page(committed: Service, open_aurora: Shop) -> Page:
    add_configuration(open_aurora, contact_channels=[{"kind": "chat"}, {"kind": "form"}])
    return Page(committed, open_aurora)


@pytest.fixture
def inbox(committed: Service, page: Page, saleor: FakeSaleor) -> Chat:
    return Chat(committed, page.shop)


class Alerts:
    """Somebody's page beside Dashboard."""

    def __init__(self, inbox: Chat, url: str | None = None) -> None:
        self.origin = inbox.host.replace("ws://", "http://")
        self.host = inbox.host
        self.url = url or ask_as(inbox.shop.staff_token("MANAGE_ORDERS"), LINK)["data"]["chatAlertsLink"]["url"]
        self.link = self.url.partition("#")[2]
        self.token = ""

    def post(self, path: str, **body: Any) -> requests.Response:
        headers = {"authorization": f"Bearer {self.token}"} if self.token else {}
        return requests.post(f"{self.origin}/staff/alerts/{path}", json=body, headers=headers, timeout=20)

    def open(self) -> dict[str, Any]:
        opened: dict[str, Any] = self.post("session", link=self.link).json()
        self.token = opened["token"]
        return opened

    def listen(self, token: str | None = None) -> End:
        end = End(f"{self.host}/staff/alerts/live", origin=settings.PUBLIC_URL)
        return end.send("hello", token=self.token if token is None else token)


@pytest.fixture
def mine(inbox: Chat) -> Alerts:
    found = Alerts(inbox)
    found.open()
    return found


def test_the_link_is_swapped_once_and_nothing_that_opens_it_is_in_an_address(inbox: Chat) -> None:
    found = Alerts(inbox)
    assert found.url.startswith(f"{settings.PUBLIC_URL}/staff/alerts?lang=tr#")
    opened = found.open()
    assert (opened["shop"], opened["pushed"]) == ("Aurora Lights", False)
    assert opened["worker"] == f"/staff/alerts/{inbox.shop.store.key}/worker.js"
    again = found.post("session")
    assert (again.json()["key"], "token" in again.json()) == (opened["key"], False)
    assert again.headers["Cache-Control"] == "no-store"
    thief = Alerts(inbox, found.url)
    assert (thief.post("session", link=found.link).status_code, thief.post("session").status_code) == (401, 401)
    assert thief.post("push", gone=True).status_code == 401


def test_the_page_says_what_it_is_in_both_languages_and_runs_our_own_scripts_alone(mine: Alerts) -> None:
    for language, title in (("tr", "Yazışma uyarıları"), ("en", "Chat alerts")):
        page = requests.get(f"{mine.origin}/staff/alerts?lang={language}", timeout=20)
        assert (page.status_code, f"<title>{title}</title>" in page.text) == (200, True)
        policy = page.headers["Content-Security-Policy"]
        assert "script-src 'self';" in policy
        assert settings.PUBLIC_URL.replace("http", "ws") in policy
        assert page.headers["Referrer-Policy"] == "no-referrer"
    worker = requests.get(f"{mine.origin}/staff/alerts/anything/worker.js", timeout=20)
    assert worker.headers["Content-Type"] == "text/javascript"


def test_who_may_not_answer_gets_no_link(inbox: Chat) -> None:
    refused = ask_as(inbox.shop.staff_token("MANAGE_PRODUCTS"), LINK)
    assert "MANAGE_ORDERS" in str(refused["errors"])
    assert not AlertPage.across_stores.exists()


def test_it_hears_who_waits_whose_the_chats_are_and_that_something_was_said_but_never_what(
    page: Page, inbox: Chat, mine: Alerts
) -> None:
    staff = opens(inbox)
    Seat.across_stores.update(max_concurrent=1)
    listening = mine.listen()
    welcome = listening.next("welcome")
    assert (welcome["user"], welcome["state"], welcome["mine"], welcome["waiting"]) == (OWN_ID, "ONLINE", [], [])
    first, second = begin(page), begin(page)
    queue = [listening.next("queue") for _ in range(3)]
    assert [(one["conversation"], one["state"], one["user"]) for one in queue] == [
        (first["conversation"], "waiting", None),
        (first["conversation"], "seated", OWN_ID),
        (second["conversation"], "waiting", None),
    ]
    page.talk(first["token"], text="Where is my lamp?", key="two")
    state = listening.next("state")
    while state["author"] != "shopper":
        state = listening.next("state")
    assert state["conversation"] == first["conversation"]
    assert "lamp" not in str(state)
    staff.send("follow", conversation=first["conversation"], after=0)
    staff.next("state")
    staff.send("read", conversation=first["conversation"], seq=state["seq"])
    read = listening.next("read")
    assert (read["conversation"], read["seq"]) == (first["conversation"], state["seq"])
    other = mine.listen().next("welcome")
    assert (other["mine"], other["waiting"]) == ([first["conversation"]], [second["conversation"]])
    actions.set_presence(staff=member(inbox), state=Presence.AWAY, now=timezone.now())
    assert listening.next("presence")["state"] == "AWAY"


def test_by_such_a_page_nobody_is_there_and_nothing_can_be_done(
    committed: Service, page: Page, inbox: Chat, mine: Alerts
) -> None:
    opens(inbox).leave()
    hub = committed.application.doors.chat.hub
    assert wait_for(lambda: not hub.names(DESK))
    Seat.across_stores.update(seen_at=timezone.now() - 2 * rules.GONE)
    listening = mine.listen()
    listening.next("welcome")
    assert hub.names(DESK) == []
    assert begin(page)["queue"]["state"] == "missed"
    assert [listening.next("queue")["state"] for _ in range(2)] == ["waiting", "missed"]
    for do in ("say", "follow", "renew", "typing"):
        refused = listening.send(do, conversation=inbox.id, text="x", key="k", token=mine.token).next("refused")
        assert (refused["do"], refused["code"]) == (do, "UNKNOWN")


@pytest.mark.parametrize("origin", [ORIGIN, "https://aurora.example", "null", None])
def test_only_the_apps_own_pages_listen(mine: Alerts, origin: str | None) -> None:
    with pytest.raises(InvalidStatus) as refused:
        End(f"{mine.host}/staff/alerts/live", origin=origin)
    assert refused.value.response.status_code == 403


def test_neither_a_link_nor_anothers_token_opens_the_socket(inbox: Chat, mine: Alerts) -> None:
    tokens = ["x", "", Alerts(inbox).link, inbox.token, inbox.shop.staff_token("MANAGE_ORDERS")]
    assert {mine.listen(token).closed() for token in tokens} == {4401}


def test_it_is_known_to_be_open_while_it_is(mine: Alerts) -> None:
    listening = mine.listen()
    listening.next("welcome")
    assert wait_for(lambda: AlertPage.across_stores.filter(open_until__gt=timezone.now()).exists())
    listening.leave()
    assert wait_for(lambda: not AlertPage.across_stores.filter(open_until__gt=timezone.now()).exists())


def test_it_ends_with_the_permission_with_the_app_and_with_its_days(inbox: Chat, mine: Alerts) -> None:
    listening = mine.listen()
    listening.next("welcome")
    refused = End(f"{inbox.host}/staff/live", origin=settings.PUBLIC_URL)
    assert refused.send("hello", token=inbox.shop.staff_token("MANAGE_USERS")).closed() == 4403
    assert listening.closed() == 4401
    assert mine.post("session").status_code == 401

    mine.token, mine.link = "", Alerts(inbox).link
    mine.open()
    AlertPage.across_stores.update(expires_at=timezone.now())
    assert mine.listen().closed() == 4401
    AlertPage.across_stores.update(expires_at=timezone.now() + alerts.LASTS)
    listening = mine.listen()
    listening.next("welcome")
    stores.set_active(store=inbox.shop.store, is_active=False, now=timezone.now())
    assert listening.closed() == 4410


def test_whoever_may_see_other_channels_now_connects_again(inbox: Chat, mine: Alerts, saleor: FakeSaleor) -> None:
    listening = mine.listen()
    listening.next("welcome")
    saleor.channels = ["channel-pln"]
    inbox.staff(inbox.shop.staff_token("MANAGE_ORDERS", token="another"), after=None)
    assert listening.closed() == 1012
    assert AlertPage.across_stores.get().channels == ["channel-pln"]


def test_a_browser_is_kept_and_forgotten_and_what_is_none_is_refused(mine: Alerts) -> None:
    service = FakePushService()
    told = service.subscription | {"endpoint": "https://fcm.googleapis.com/fcm/send/abc"}
    service.stop()
    assert mine.post("push", subscription=told).status_code == 204
    assert AlertPage.across_stores.get().endpoint == told["endpoint"]
    assert mine.post("session").json()["pushed"] is True
    for wrong in ({"subscription": told | {"endpoint": "https://evil.example/"}}, {"subscription": 7}, {}):
        assert mine.post("push", **wrong).status_code == 400
    assert mine.post("push", gone=True).status_code == 204
    assert mine.post("session").json()["pushed"] is False

"""A page of our own alerts staff of chats: opened once by a link, good as long as Saleor vouches, and told no words."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from saleor_support_plugin.chat import actions, alerts, rules
from saleor_support_plugin.chat.models import AlertPage, Presence
from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.conversations.models import Author, Conversation
from saleor_support_plugin.outbox import alerting
from saleor_support_plugin.outbox.alerting import Alert
from saleor_support_plugin.outbox.subscribing import SubscriptionWrong
from saleor_support_plugin.outbox.ways import Accepted, Outcome, Refused
from saleor_support_plugin.stores import actions as stores

from ..outbox.media.fake_push_service import FakePushService
from ..shops import Shop
from .people import NOW, come, sit_down, staff_of

pytestmark = pytest.mark.django_db

SECONDS = timedelta(seconds=1)
ENDPOINT = "https://fcm.googleapis.com/fcm/send/abc"


class Told:
    """What a browser is shown; `answers` is what its push service says."""

    def __init__(self) -> None:
        self.shown: list[Alert] = []
        self.answers: Outcome = Accepted()

    def __call__(self, *, alert: Alert, **_: Any) -> Outcome:
        self.shown.append(alert)
        return self.answers

    @property
    def kinds(self) -> list[str]:
        return [one.key for one in self.shown]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    told = Told()
    monkeypatch.setattr(alerting, "alert", told)
    return told


def link_of(shop: Shop, name: str = "ayse", language: str = "tr", channels: frozenset[str] | None = None) -> str:
    staff = staff_of(shop, name, channels)
    return alerts.invite(staff=staff, language=language, now=NOW).partition("#")[2]


def opened(shop: Shop, name: str = "ayse", *, now: datetime = NOW, **more: Any) -> tuple[AlertPage, str]:
    found = alerts.open_page(link=link_of(shop, name, **more), before=None, now=now)
    assert found is not None
    return found


def subscribed(shop: Shop, name: str = "ayse", endpoint: str = ENDPOINT, **more: Any) -> AlertPage:
    """Have somebody open the page and close it, with notifications on."""
    page, _ = opened(shop, name, **more)
    service = FakePushService()
    alerts.subscribe(page=page, endpoint=endpoint, **service.subscription["keys"])
    service.stop()
    page.refresh_from_db()
    return page


def test_a_link_opens_its_page_once_and_not_for_long(aurora: Shop) -> None:
    link = link_of(aurora)
    assert alerts.page_of(token=link, now=NOW) is None
    first = alerts.open_page(link=link, before=None, now=NOW)
    assert first is not None
    page, token = first
    assert (page.user_id, page.language, page.endpoint) == ("ayse", "tr", "")
    assert alerts.open_page(link=link, before=None, now=NOW) is None
    assert alerts.page_of(token=token, now=NOW) == page
    late = link_of(aurora)
    assert alerts.open_page(link=late, before=None, now=NOW + alerts.LINK_LASTS) is None


def test_a_page_ends_twelve_hours_after_saleor_last_vouched(aurora: Shop) -> None:
    _, token = opened(aurora)
    assert alerts.page_of(token=token, now=NOW + alerts.LASTS) is None
    alerts.vouch(staff=staff_of(aurora), now=NOW + timedelta(hours=6))
    assert alerts.page_of(token=token, now=NOW + alerts.LASTS) is not None
    alerts.vouch(staff=staff_of(aurora, "bora"), now=NOW + timedelta(hours=12))
    assert alerts.page_of(token=token, now=NOW + timedelta(hours=18)) is None


def test_it_ends_with_the_permission_and_with_the_app(aurora: Shop) -> None:
    _, token = opened(aurora)
    alerts.dismiss(staff=staff_of(aurora, "bora"))
    assert alerts.page_of(token=token, now=NOW) is not None
    alerts.dismiss(staff=staff_of(aurora))
    assert alerts.page_of(token=token, now=NOW) is None
    _, other = opened(aurora)
    stores.remove(store=aurora.store, now=NOW)
    assert alerts.page_of(token=other, now=NOW) is None
    alerts.alert_due(now=NOW)
    assert not aurora.store.alert_pages.exists()


def test_nobody_has_more_than_ten_and_links_that_were_not_followed_go_first(aurora: Shop) -> None:
    _, token = opened(aurora)
    for _ in range(15):
        link_of(aurora)
    assert aurora.store.alert_pages.count() == alerts.MOST_PAGES
    assert alerts.page_of(token=token, now=NOW) is not None


def test_a_browser_that_opens_it_anew_goes_on_being_notified(aurora: Shop) -> None:
    page = subscribed(aurora)
    anew = alerts.open_page(link=link_of(aurora), before=page, now=NOW)
    assert anew is not None
    assert anew[0].endpoint == ENDPOINT
    assert list(aurora.store.alert_pages.values_list("pk", flat=True)) == [anew[0].pk]
    other = alerts.open_page(link=link_of(aurora, "bora"), before=anew[0], now=NOW)
    assert other is not None
    assert other[0].endpoint == ""
    assert aurora.store.alert_pages.count() == 1


@pytest.mark.parametrize("wrong", [{"endpoint": "https://evil.example/x"}, {"p256dh": "x"}, {"auth": "x"}])
def test_what_is_no_browser_is_not_kept(aurora: Shop, wrong: dict[str, str]) -> None:
    page, _ = opened(aurora)
    service = FakePushService()
    given = {"endpoint": ENDPOINT} | service.subscription["keys"] | wrong
    service.stop()
    with pytest.raises(SubscriptionWrong):
        alerts.subscribe(page=page, **given)
    assert not aurora.store.alert_pages.exclude(endpoint="").exists()


def test_whoever_takes_chats_is_told_of_one_that_waits_once(aurora: Shop, told: Told) -> None:
    sit_down(aurora, most=1)
    come(aurora, 1)
    subscribed(aurora, now=NOW + SECONDS)
    assert alerts.alert_due(now=NOW + 2 * SECONDS) == 0
    come(aurora, 2, now=NOW + 3 * SECONDS)
    assert alerts.alert_due(now=NOW + 5 * SECONDS) == 1
    assert alerts.alert_due(now=NOW + 10 * SECONDS) == 0
    [shown] = told.shown
    assert (shown.key, shown.text) == ("waiting", "Yeni bir yazışma bekliyor")
    assert "Shopper 2" not in str(shown)
    assert shown.link.endswith("/staff/alerts?lang=tr")


def test_whoever_closed_the_inbox_hears_that_somebody_was_missed(aurora: Shop, told: Told) -> None:
    sit_down(aurora)
    subscribed(aurora, language="en")
    later = NOW + 2 * rules.GONE
    come(aurora, now=later)
    assert alerts.alert_due(now=later + SECONDS) == 1
    assert [one.text for one in told.shown] == ["Somebody wanted to chat, and nobody was there"]


def test_a_chat_that_is_given_to_somebody_and_what_is_said_in_it_unread(aurora: Shop, told: Told) -> None:
    sit_down(aurora)
    subscribed(aurora)
    subscribed(aurora, "bora", endpoint=f"{ENDPOINT}d")
    entry = come(aurora, now=NOW + SECONDS)
    alerts.alert_due(now=NOW + 2 * SECONDS)
    assert told.kinds == ["seated"]
    say(entry.conversation, at=NOW + 10 * SECONDS)
    alerts.alert_due(now=NOW + 15 * SECONDS)
    assert told.kinds == ["seated"]
    alerts.alert_due(now=NOW + 21 * SECONDS)
    assert told.kinds == ["seated", "message"]
    seq = say(entry.conversation, at=NOW + 30 * SECONDS)
    Conversation.across_stores.update(staff_read_seq=seq)
    alerts.alert_due(now=NOW + 45 * SECONDS)
    assert told.kinds == ["seated", "message"]


def say(conversation: Conversation, *, at: datetime) -> int:
    said = conversations.say(conversation=conversation, author=Author.SHOPPER, author_name="Ada", text="Hi", now=at)
    return said.message.seq


def test_who_is_away_or_has_the_page_open_or_may_not_see_the_channel_is_not_notified(aurora: Shop, told: Told) -> None:
    sit_down(aurora, most=1)
    come(aurora, 1)
    page = subscribed(aurora, now=NOW + SECONDS)
    actions.set_presence(staff=staff_of(aurora), state=Presence.AWAY, now=NOW)
    come(aurora, 2, now=NOW + 2 * SECONDS)
    assert alerts.alert_due(now=NOW + 5 * SECONDS) == 0
    actions.set_presence(staff=staff_of(aurora), state=Presence.ONLINE, now=NOW)
    AlertPage.across_stores.filter(pk=page.pk).update(told_until=NOW, open_until=NOW + 40 * SECONDS)
    assert alerts.alert_due(now=NOW + 10 * SECONDS) == 0
    AlertPage.across_stores.filter(pk=page.pk).update(told_until=NOW, open_until=None, channels=["elsewhere"])
    assert alerts.alert_due(now=NOW + 15 * SECONDS) == 0
    AlertPage.across_stores.filter(pk=page.pk).update(told_until=NOW + SECONDS, channels=None)
    assert alerts.alert_due(now=NOW + 15 * SECONDS) == 1
    assert told.kinds == ["missed"]


def test_a_browser_that_is_gone_is_forgotten(aurora: Shop, told: Told) -> None:
    sit_down(aurora)
    page = subscribed(aurora)
    told.answers = Refused("410", for_good=True, is_gone=True)
    come(aurora, now=NOW + SECONDS)
    assert alerts.alert_due(now=NOW + 2 * SECONDS) == 0
    page.refresh_from_db()
    assert (page.endpoint, page.p256dh, page.auth) == ("", "", "")


def test_other_stores_are_nothing_to_them(aurora: Shop, borealis: Shop, told: Told) -> None:
    sit_down(aurora)
    subscribed(aurora)
    sit_down(borealis, most=1)
    come(borealis, 1, now=NOW + SECONDS)
    come(borealis, 2, now=NOW + SECONDS)
    alerts.alert_due(now=NOW + 2 * SECONDS)
    assert told.shown == []

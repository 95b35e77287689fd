"""A member of staff's browser is notified by the same push services as shoppers', and reads what they cannot."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import timezone

from saleor_support_plugin.outbox import alerting
from saleor_support_plugin.outbox.alerting import Alert
from saleor_support_plugin.outbox.ways import Accepted, Refused

from ...shops import Shop
from .fake_push_service import FakePushService

pytestmark = pytest.mark.django_db

SHOWN = Alert("Aurora", "Yeni bir yazışma bekliyor", "https://support.test/staff/alerts", "waiting")


def test_the_browser_is_shown_what_its_push_service_cannot_read(aurora: Shop, push_service: FakePushService) -> None:
    where = {"endpoint": push_service.endpoint} | push_service.subscription["keys"]
    outcome = alerting.alert(store=aurora.store, **where, alert=SHOWN, now=timezone.now())
    assert isinstance(outcome, Accepted)
    [call] = push_service.calls
    assert b"Yeni" not in call.body
    said = push_service.read(call)
    assert (said["title"], said["text"], said["key"]) == (SHOWN.title, SHOWN.text, SHOWN.key)


def test_a_browser_that_wants_none_any_more_is_gone(aurora: Shop, push_service: FakePushService) -> None:
    push_service.answer(410)
    where = {"endpoint": push_service.endpoint} | push_service.subscription["keys"]
    outcome = alerting.alert(store=aurora.store, **where, alert=SHOWN, now=timezone.now())
    assert isinstance(outcome, Refused)
    assert outcome.is_gone


def test_the_demo_stores_become_files(
    aurora: Shop, push_service: FakePushService, settings: LazySettings, folder: Path
) -> None:
    settings.DEMO_URL = "https://aurora.example"
    where = {"endpoint": push_service.endpoint} | push_service.subscription["keys"]
    assert isinstance(alerting.alert(store=aurora.store, **where, alert=SHOWN, now=timezone.now()), Accepted)
    assert push_service.calls == []
    assert [one.name.endswith("-staff_alert-waiting.eml") for one in folder.iterdir()] == [True]

from collections.abc import Iterator

import pytest
from django.conf import LazySettings

from saleor_support_plugin.outbox.ways import netgsm as netgsm_way
from saleor_support_plugin.outbox.ways import webpush
from saleor_support_plugin.outbox.ways import whatsapp as whatsapp_way

from .fake_netgsm import FakeNetgsm
from .fake_push_service import FakePushService
from .fake_whatsapp import FakeWhatsApp


@pytest.fixture
def netgsm(folder: object, settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeNetgsm]:
    settings.ALLOW_PRIVATE_STORES = True
    fake = FakeNetgsm()
    monkeypatch.setattr(netgsm_way, "URL", f"{fake.url}/sms/rest/v2/send")
    yield fake
    fake.stop()


@pytest.fixture
def whatsapp(folder: object, settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeWhatsApp]:
    settings.ALLOW_PRIVATE_STORES = True
    fake = FakeWhatsApp()
    monkeypatch.setattr(whatsapp_way, "URL", f"{fake.url}/v24.0/{{phone_number_id}}/messages")
    yield fake
    fake.stop()


@pytest.fixture
def push_service(folder: object, settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakePushService]:
    """It stands on this machine without a certificate, so what is a push service is widened by it."""
    settings.ALLOW_PRIVATE_STORES = True
    fake, known = FakePushService(), webpush.is_push_service

    def is_known(endpoint: str) -> bool:
        return endpoint.startswith(fake.url) or known(endpoint)

    monkeypatch.setattr(webpush, "is_push_service", is_known)
    monkeypatch.setattr("saleor_support_plugin.outbox.subscribing.is_push_service", is_known)
    yield fake
    fake.stop()

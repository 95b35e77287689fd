"""The page of preferences: what somebody chooses there holds, and nobody else chooses for them."""

from typing import Any

import pytest
from django.test import Client

from saleor_support_plugin.mails.links import preferences_link
from saleor_support_plugin.people.actions import person_at, withdraw
from saleor_support_plugin.people.models import Consent, Person, PersonKey, Source
from saleor_support_plugin.people.queries import mailbox_consents

from ..outbox.messages import TO
from ..shops import NOON, Shop

pytestmark = pytest.mark.django_db


def somebody(shop: Shop, **also: Any) -> Person:
    return person_at(store=shop.store, email=TO, now=NOON, verified=bool(also), **also)


def path(shop: Shop) -> str:
    return preferences_link(store=shop.store, email=TO.upper()).removeprefix("https://support.example.com")


def test_opening_the_page_changes_nothing(aurora: Shop, client: Client) -> None:
    somebody(aurora)
    page = client.get(path(aurora), headers={"accept-language": "tr"})
    text = page.content.decode()
    assert page.status_code == 200
    assert "Size ne gönderebiliriz?" in text
    assert 'name="email-commercial">' in text
    assert 'name="email-service" checked>' in text
    assert "sms" not in text
    assert "script" not in text
    assert page["Cache-Control"] == "no-store"
    assert "set-cookie" not in page.headers
    assert not Consent.across_stores.exists()


def test_a_choice_is_kept_with_its_wording_and_only_what_changed(aurora: Shop, client: Client) -> None:
    somebody(aurora)
    page = client.post(path(aurora), {"email-commercial": "on", "email-service": "on"})
    assert "Saved" in page.content.decode()
    [said] = Consent.across_stores.all()
    assert (said.state, said.purpose, said.basis, said.source) == ("GIVEN", "commercial", "consent", "PREFERENCES")
    assert said.text_version == "preferences-1"
    client.post(path(aurora), {})
    found = mailbox_consents(store=aurora.store, email=TO)
    assert found.is_withdrawn("email", "commercial")
    assert found.is_withdrawn("email", "service")


def test_one_button_stops_everything(aurora: Shop, borealis: Shop, client: Client) -> None:
    somebody(aurora)
    somebody(borealis)
    page = client.post(path(aurora), {"stop": "1", "email-commercial": "on"}, headers={"accept-language": "tr"})
    assert "Durduruldu" in page.content.decode()
    found = mailbox_consents(store=aurora.store, email=TO)
    for medium in ("email", "sms", "whatsapp", "push"):
        assert found.is_withdrawn(medium, "commercial")
        assert found.is_withdrawn(medium, "service")
    assert mailbox_consents(store=borealis.store, email=TO).words == {}


def test_a_number_that_is_theirs_brings_its_media(aurora: Shop, client: Client) -> None:
    somebody(aurora, phone="+905321234567")
    text = client.get(path(aurora)).content.decode()
    assert 'name="sms-commercial">' in text
    assert 'name="whatsapp-service" checked>' in text
    assert "532" not in text


def test_what_was_withdrawn_elsewhere_is_off(aurora: Shop, client: Client) -> None:
    withdraw(person=somebody(aurora), medium="email", purpose="service", source=Source.STAFF, at=NOON)
    assert 'name="email-service">' in client.get(path(aurora)).content.decode()


def test_a_link_that_opens_nothing(aurora: Shop, borealis: Shop, client: Client) -> None:
    somebody(aurora)
    good = path(aurora)
    assert client.get(good[:-1] + ("a" if good[-1] != "a" else "b")).status_code == 404
    assert client.post(good.replace("/p/", "/u/")).status_code == 404
    assert client.get(path(borealis)).status_code == 404
    PersonKey.across_stores.all().delete()
    assert client.post(good, {"stop": "1"}).status_code == 404
    assert not Consent.across_stores.exists()

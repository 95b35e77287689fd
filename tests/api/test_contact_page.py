"""The page that says how to reach a shop, to people and to programs."""

import json
import re
from typing import Any

import pytest
import requests

from ..desks import add_configuration
from ..service import Service
from ..shops import Shop

ALWAYS = [[["00:00", "00:00"]]] * 7
WAYS = [
    {"kind": "phone", "address": "+90 212 555 00 01", "languages": ["tr", "de"]},
    {"kind": "whatsapp", "address": "+90 212 555 00 00"},
    {"kind": "email", "address": "help@shop.example"},
    {"kind": "callback"},
    {"kind": "form"},
]


def page(service: Service, shop: Shop, channel: str = "default-channel", **asked: str) -> requests.Response:
    return requests.get(f"{service.url}/s/{shop.store.key}/{channel}/contact", params=asked, timeout=20)


def points(answer: requests.Response) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', answer.text, re.DOTALL)
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["How to reach us", "Somebody is here now.", "Have us call you", "Turkish, German", "day and night"]),
        ("tr", ["Bize ulaşın", "Şu anda buradayız.", "Sizi arayalım", "Türkçe, Almanca", "her saati"]),
    ],
)
def test_every_way_is_there_in_the_readers_language(
    committed: Service, open_aurora: Shop, language: str, words: list[str]
) -> None:
    add_configuration(open_aurora, contact_channels=WAYS, week=ALWAYS)
    answer = page(committed, open_aurora, lang=language)
    assert (answer.status_code, answer.headers["vary"]) == (200, "Accept-Language")
    assert [word for word in words if word not in answer.text] == []
    assert 'href="tel:+902125550001"' in answer.text
    assert f'<html lang="{language}"' in answer.text
    assert page(committed, open_aurora, lang="xx").text.count("<li>") == len(WAYS)


def test_programs_read_it_too_and_no_word_of_a_merchants_ends_the_element(
    committed: Service, open_aurora: Shop
) -> None:
    add_configuration(open_aurora, contact_channels=WAYS, sender_name="</script><b>Aurora & Sons")
    answer = page(committed, open_aurora)
    told = points(answer)
    assert told["name"] == "</script><b>Aurora & Sons"
    assert [point.get("telephone") for point in told["contactPoint"][:2]] == ["+90 212 555 00 01", "+90 212 555 00 00"]
    assert "<b>Aurora" not in answer.text
    assert "script-src" not in answer.headers["content-security-policy"]  # data, which no policy has to allow


def test_a_closed_shop_says_when_it_is_back(committed: Service, open_aurora: Shop) -> None:
    add_configuration(open_aurora, contact_channels=WAYS[:1], week=[[]] * 7)
    never = page(committed, open_aurora, lang="en")
    assert "What you write is answered." in never.text
    assert "tel:" not in never.text.partition("<main>")[2]
    assert "Write to us" in never.text


def test_unknown_stores_and_channels_look_the_same(committed: Service, open_aurora: Shop, open_borealis: Shop) -> None:
    open_borealis.store.channels.update(slug="only-in-borealis")
    answers = [page(committed, open_aurora, channel) for channel in ("only-in-borealis", "nowhere", "%00")]
    assert {(one.status_code, one.content) for one in answers} == {(404, answers[0].content)}

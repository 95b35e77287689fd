"""The manifest, in the words that each Saleor knows."""

import json
import re
import struct
from pathlib import Path
from typing import Any

import pytest
import requests
from django.urls import resolve

from saleor_support_plugin.api.manifest import PERMISSIONS, manifest_for, schema_version
from saleor_support_plugin.api.pages import app
from saleor_support_plugin.api.saleor_events import SUBJECTS, TABLE

from ..service import Service

# What Dashboard may open behind the app's address.
WAY = Path(__file__).parents[2] / "dashboard_extension/src/app/way.ts"
VERSIONS = [(3, 21), (3, 22), (3, 23), (3, 24)]


@pytest.mark.parametrize("version", VERSIONS)
def test_nothing_is_longer_than_saleor_can_keep(version: tuple[int, int]) -> None:
    """A longer address leaves a ghost behind that blocks the app's identifier for ever."""
    manifest = manifest_for(version)
    for name in ("appUrl", "homepageUrl", "supportUrl", "dataPrivacyUrl", "tokenTargetUrl"):
        assert len(manifest[name]) <= 200
    assert all(len(extension["url"]) <= 200 for extension in manifest["extensions"])
    assert all(len(webhook["targetUrl"]) <= 255 and len(webhook["name"]) <= 255 for webhook in manifest["webhooks"])
    assert len(manifest["name"]) <= 60
    assert len(manifest["version"]) <= 60
    assert len(manifest["author"]) <= 60


@pytest.mark.parametrize("version", VERSIONS)
def test_addresses_are_whole_and_the_app_is_an_origin(version: tuple[int, int]) -> None:
    manifest = manifest_for(version)
    assert manifest["appUrl"].count("/") == 2
    for extension in manifest["extensions"]:
        page = extension["target"] == "APP_PAGE"
        assert extension["url"].startswith("/" if page else manifest["appUrl"] + "/")


def card(version: tuple[int, int]) -> dict[str, Any]:
    extension: dict[str, Any] = manifest_for(version)["extensions"][0]
    return extension


def test_saleor_3_21_gets_a_popup_and_later_ones_a_widget() -> None:
    assert (card((3, 21))["mount"], card((3, 21))["target"]) == ("ORDER_DETAILS_MORE_ACTIONS", "POPUP")
    for version in VERSIONS[1:]:
        assert (card(version)["mount"], card(version)["target"]) == ("ORDER_DETAILS_WIDGETS", "WIDGET")


def mounts(version: tuple[int, int]) -> dict[str, str]:
    return {extension["mount"]: extension["target"] for extension in manifest_for(version)["extensions"]}


def test_every_saleor_has_the_inbox_and_the_setup_is_on_the_first_page_since_3_23() -> None:
    inbox = {"NAVIGATION_ORDERS": "APP_PAGE"}
    pages = ("ORDER", "PRODUCT", "CUSTOMER")
    assert mounts((3, 21)) == inbox | {f"{page}_DETAILS_MORE_ACTIONS": "POPUP" for page in pages}
    assert mounts((3, 22)) == inbox | {f"{page}_DETAILS_WIDGETS": "WIDGET" for page in pages}
    newest = {"HOMEPAGE_WIDGETS": "WIDGET", "ORDER_DETAILS_MORE_ACTIONS": "POPUP", "SEARCH_ACTION": "POPUP"}
    assert mounts((3, 23)) == mounts((3, 22)) | newest == mounts((3, 24))


def test_the_palette_finds_tickets_and_opens_one_for_the_order_that_is_looked_at() -> None:
    found = [one for one in manifest_for((3, 23))["extensions"] if one["mount"] == "SEARCH_ACTION"]
    assert [(one["target"], one["options"].get("views")) for one in found] == [
        ("APP_PAGE", None),
        ("POPUP", ["ORDER_DETAILS"]),
    ]
    names = [one["identifier"] for one in manifest_for((3, 23))["extensions"] if "identifier" in one]
    assert len(names) == len(set(names)) == 3
    assert not any("identifier" in one for one in manifest_for((3, 22))["extensions"])


@pytest.mark.parametrize("version", [(3, 21), (3, 22)])
def test_a_saleor_hears_only_of_places_it_has(version: tuple[int, int]) -> None:
    """Recorded introspections. Since 3.23 a place is a text, which Dashboard compares with those it knows."""
    recorded = Path(__file__).parents[3] / "shared" / "saleor" / f"introspection-{version[0]}.{version[1]}.json"
    if not recorded.is_file():
        pytest.skip(f"{recorded.name} is not on this machine")
    schema = json.loads(recorded.read_text())["data"]["__schema"]
    types = {one["name"]: one for one in schema["types"]}
    for enum, used in (
        ("AppExtensionMountEnum", mounts(version)),
        ("AppExtensionTargetEnum", mounts(version).values()),
    ):
        assert set(used) <= {value["name"] for value in types[enum]["enumValues"]}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_page_of_dashboard_has_one_card_of_ours_at_most(version: tuple[int, int]) -> None:
    """Dashboard takes what one frame says for what all of the app's frames on that page say."""
    extensions = manifest_for(version)["extensions"]
    places = [extension["mount"] for extension in extensions if extension["target"] == "WIDGET"]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("version", VERSIONS)
def test_cards_ask_for_nothing_so_their_token_can_do_nothing(version: tuple[int, int]) -> None:
    for extension in manifest_for(version)["extensions"]:
        assert set(extension["permissions"]) <= set(PERMISSIONS)
        assert extension["target"] == "APP_PAGE" or extension["permissions"] == []


@pytest.mark.parametrize("path", ["/inbox", "/inbox/VGlja2V0OjE=", "/settings", "/settings/new", "/permissions"])
def test_the_apps_pages_may_be_framed_and_are_asked_for_again(committed: Service, path: str) -> None:
    answer = requests.get(f"{committed.url}{path}?saleorApiUrl=https://x/graphql/&id=QXBwOjE=", timeout=20)
    assert answer.status_code in (200, 503)  # 503: the front ends are not built here
    if answer.status_code == 200:
        assert "frame-ancestors *" in answer.headers["content-security-policy"]
        assert "x-frame-options" not in answer.headers
        assert answer.headers["cache-control"] == "no-cache"


def test_every_page_of_the_apps_own_routing_is_served() -> None:
    pages = set(re.findall(r'readonly page: "(\w+)"', WAY.read_text())) - {"setup", "nowhere"}
    assert {"inbox", "approvals"} < pages
    assert {page: resolve(f"/{page}").func for page in pages} == dict.fromkeys(pages, app)


def test_the_first_page_is_the_apps_for_dashboard_and_the_services_for_a_reader(committed: Service) -> None:
    for_dashboard = requests.get(f"{committed.url}/?saleorApiUrl=https://x/graphql/&id=QXBwOjE=", timeout=20)
    for_a_reader = requests.get(f"{committed.url}/", timeout=20)
    assert "api/manifest" in for_a_reader.text
    assert "api/manifest" not in for_dashboard.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3.21", (3, 21)), ("3.23", (3, 23)), ("3.23.28", (3, 23)), ("", (3, 23)), ("x", (3, 23)), ("3.", (3, 23))],
)
def test_who_does_not_say_a_version_gets_the_newest(text: str, expected: tuple[int, int]) -> None:
    assert schema_version(text) == expected


@pytest.mark.parametrize("path", ["/api/manifest", "/api/manifest/"])
def test_the_host_of_a_request_changes_nothing(committed: Service, path: str) -> None:
    headers = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Saleor-Schema-Version": "3.22"}
    answer = requests.get(committed.url + path, headers=headers, timeout=20)
    assert answer.status_code == 200
    assert "evil" not in answer.text
    assert answer.json()["permissions"] == list(PERMISSIONS)


def test_the_logo_is_a_square_png_of_256_pixels_or_more(committed: Service) -> None:
    path = manifest_for((3, 23))["brand"]["logo"]["default"].partition("/static/")[2]
    logo = requests.get(f"{committed.url}/static/{path}", timeout=20)
    assert logo.headers["content-type"] == "image/png"
    assert logo.content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", logo.content[16:24])
    assert width == height >= 256


def test_every_event_has_one_subject_and_somebody_who_acts_on_it() -> None:
    listed = [event for subject in SUBJECTS for event in subject.events]
    assert len(listed) == len(set(listed)) == len(TABLE)
    assert all(handled.handlers for handled in TABLE.values())
    for subject in SUBJECTS:
        assert all(f"on {TABLE[event].typename} " in subject.query for event in subject.events)

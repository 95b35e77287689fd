"""Staff change what is set, and are told what cannot be."""

import json
from typing import Any

import pytest

from saleor_support_plugin.shop.models import Channel
from saleor_support_plugin.stores.models import NamedConfiguration

from ..desks import add_configuration, ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop, global_id

pytestmark = pytest.mark.django_db

LIST = "{ configurations { id name channels isDefault data effective } channels { slug name currency } }"
SAVE = """mutation($input: ConfigurationInput!) {
  configurationUpdate(input: $input) {
    configuration { id name channels isDefault data }
    errors { field message code }
  }
}"""
DELETE = "mutation($id: ID!) { configurationDelete(id: $id) { configuration { name } errors { field code } } }"


def add_channel(shop: Shop, slug: str) -> None:
    Channel.across_stores.create(
        store=shop.store,
        saleor_id=global_id("Channel", slug),
        slug=slug,
        name=slug,
        currency="EUR",
        default_country="DE",
    )


def staff_of(shop: Shop) -> str:
    return shop.staff_token("MANAGE_SETTINGS")


def save(shop: Shop, **changed: Any) -> dict[str, Any]:
    given = {"name": "Turkey", "channels": ["default-channel"], "isDefault": False, "data": "{}"} | changed
    saved: dict[str, Any] = ask_as(staff_of(shop), SAVE, input=given)["data"]["configurationUpdate"]
    return saved


def faults(saved: dict[str, Any]) -> list[tuple[str, str]]:
    assert saved["configuration"] is None
    return [(error["field"], error["code"]) for error in saved["errors"]]


def own_id(row: NamedConfiguration) -> str:
    return global_id("NamedConfiguration", row.pk)


def test_what_staff_save_is_kept_and_read_again(aurora: Shop, saleor: FakeSaleor) -> None:
    data = json.dumps({"sender_name": "Aurora", "time_zone": "Europe/Istanbul", "review_wait_hours": 24})
    saved = save(aurora, data=data)
    assert saved["errors"] == []
    listed = ask_as(staff_of(aurora), LIST)["data"]
    assert [row["id"] for row in listed["configurations"]] == [saved["configuration"]["id"]]
    row = listed["configurations"][0]
    # What is as it comes is not kept, so that a better default reaches whoever never chose.
    assert json.loads(row["data"]) == {"sender_name": "Aurora", "time_zone": "Europe/Istanbul"}
    assert json.loads(row["effective"])["review_wait_hours"] == 24
    assert listed["channels"] == [{"slug": "default-channel", "name": "aurora", "currency": "TRY"}]


def test_a_configuration_is_changed_in_its_place(aurora: Shop, saleor: FakeSaleor) -> None:
    row = add_configuration(aurora)
    saved = save(aurora, id=own_id(row), name="Shop", channels=[], isDefault=True, data='{"sender_name": "New"}')
    assert saved["errors"] == []
    kept = NamedConfiguration.across_stores.get()
    assert (kept.pk, kept.name, kept.is_default, kept.data) == (row.pk, "Shop", True, {"sender_name": "New"})


def test_only_one_is_the_default(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    former, others = add_configuration(aurora), add_configuration(borealis)
    assert save(aurora, isDefault=True)["errors"] == []
    former.refresh_from_db()
    others.refresh_from_db()
    assert (former.is_default, others.is_default) == (False, True)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"name": " "}, [("name", "REQUIRED")]),
        ({"name": "x" * 101}, [("name", "REQUIRED")]),
        ({"name": "Everywhere in aurora"}, [("name", "UNIQUE")]),
        ({"channels": ["nowhere"]}, [("channels", "INVALID")]),
        ({"channels": ["eu"]}, [("channels", "CHANNEL_TAKEN")]),
        ({"data": "[]"}, [("data", "INVALID")]),
        ({"data": '{"week": "always", "nonsense": 1}'}, [("week", "INVALID"), ("nonsense", "UNKNOWN")]),
        ({"name": "", "data": '{"accent": "red"}'}, [("accent", "INVALID"), ("name", "REQUIRED")]),
        ({"id": "x"}, [("id", "NOT_FOUND")]),
        ({"id": global_id("NamedConfiguration", 0)}, [("id", "NOT_FOUND")]),
        ({"id": global_id("Ticket", 1)}, [("id", "NOT_FOUND")]),
    ],
)
def test_what_cannot_be_is_said_field_by_field(
    aurora: Shop, saleor: FakeSaleor, changed: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    add_channel(aurora, "eu")
    row = add_configuration(aurora)
    NamedConfiguration.across_stores.filter(pk=row.pk).update(channels=["eu"])
    assert faults(save(aurora, **changed)) == expected
    assert NamedConfiguration.across_stores.count() == 1


def test_a_channel_that_is_gone_does_not_lock_the_rest(aurora: Shop, saleor: FakeSaleor) -> None:
    row = add_configuration(aurora)
    NamedConfiguration.across_stores.filter(pk=row.pk).update(channels=["was-deleted"])
    assert save(aurora, id=own_id(row), channels=["was-deleted"], isDefault=True)["errors"] == []


def test_a_configuration_is_deleted(aurora: Shop, saleor: FakeSaleor) -> None:
    row = add_configuration(aurora)
    for errors in ([], [{"field": "id", "code": "NOT_FOUND"}]):
        gone = ask_as(staff_of(aurora), DELETE, id=own_id(row))["data"]["configurationDelete"]
        assert gone["errors"] == errors
    assert not NamedConfiguration.across_stores.exists()


def test_who_may_see_one_channel_changes_only_what_holds_there(aurora: Shop, saleor: FakeSaleor) -> None:
    add_channel(aurora, "eu")
    default = add_configuration(aurora)
    theirs = NamedConfiguration.across_stores.create(store=aurora.store, name="EU", channels=["eu"])
    others = NamedConfiguration.across_stores.create(store=aurora.store, name="TR", channels=["default-channel"])
    saleor.channels = ["eu"]
    listed = ask_as(staff_of(aurora), LIST)["data"]
    assert [row["name"] for row in listed["configurations"]] == ["Everywhere in aurora", "EU"]
    assert [channel["slug"] for channel in listed["channels"]] == ["eu"]

    assert save(aurora, id=own_id(theirs), name="Europe", channels=["eu"])["errors"] == []
    assert faults(save(aurora, id=own_id(default), channels=[])) == [("id", "CHANNEL_NOT_PERMITTED")]
    assert faults(save(aurora, id=own_id(others))) == [("id", "NOT_FOUND")]
    assert faults(save(aurora, id=own_id(theirs), channels=["eu", "default-channel"])) == [("channels", "INVALID")]
    assert faults(save(aurora, id=own_id(theirs), channels=["eu"], isDefault=True)) == [
        ("isDefault", "CHANNEL_NOT_PERMITTED")
    ]
    for row, code in ((default, "CHANNEL_NOT_PERMITTED"), (others, "NOT_FOUND")):
        gone = ask_as(staff_of(aurora), DELETE, id=own_id(row))["data"]["configurationDelete"]
        assert gone == {"configuration": None, "errors": [{"field": "id", "code": code}]}


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("{ configurations { name } }", {}),
        ("{ configurationDefaults }", {}),
        (SAVE, {"input": {"name": "x", "channels": [], "isDefault": True, "data": "{}"}}),
        (DELETE, {"id": "x"}),
    ],
    ids=["list", "defaults", "save", "delete"],
)
def test_without_manage_settings_nothing_is_seen_or_changed(
    aurora: Shop, saleor: FakeSaleor, question: str, given: dict[str, Any]
) -> None:
    refused = ask_as(aurora.staff_token("MANAGE_ORDERS"), question, **given)
    assert refused["errors"][0]["message"] == "This needs the permission MANAGE_SETTINGS."
    assert not NamedConfiguration.across_stores.exists()


def test_the_defaults_are_told_to_who_sets_for_the_first_time(aurora: Shop, saleor: FakeSaleor) -> None:
    defaults = json.loads(ask_as(staff_of(aurora), "{ configurationDefaults }")["data"]["configurationDefaults"])
    assert defaults["week"][0] == [["09:00", "18:00"]]
    assert save(aurora, data=json.dumps(defaults))["configuration"]["data"] == "{}"

"""The same with a bucket: S3 as moto stands in for it, for there is none on this machine."""

import io
from collections.abc import Iterator
from datetime import timedelta

import boto3
import pytest
from django.conf import LazySettings
from moto import mock_aws

from saleor_support_plugin.files import actions, redrawing, storage
from saleor_support_plugin.files.locations import location
from saleor_support_plugin.files.models import State

from ..shops import NOON, Shop
from .sent import send

BUCKET = "photos"


@pytest.fixture
def s3(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    settings.STORAGES = {"files": location(f"s3://id:secret@{BUCKET}/support?region=eu-central-1")}
    with mock_aws():
        boto3.client("s3", region_name="eu-central-1").create_bucket(
            Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"}
        )
        yield


def lying() -> list[str]:
    listed = boto3.client("s3", region_name="eu-central-1").list_objects_v2(Bucket=BUCKET)
    return sorted(one["Key"] for one in listed.get("Contents", []))


@pytest.mark.django_db
def test_a_picture_comes_and_goes_in_a_bucket(aurora: Shop, s3: None) -> None:
    file = send(aurora)
    assert lying() == [f"support/{file.original}"]
    assert redrawing.redraw_due(now=NOON) == 1
    file.refresh_from_db()
    assert file.state == State.READY
    assert lying() == sorted(f"support/{storage.shown(file.token, size)}" for size in (320, 800, 1600))
    assert storage.read(storage.shown(file.token, 320)).startswith(b"RIFF")
    assert actions.forget(now=NOON + timedelta(days=1)) == 1
    assert lying() == []


def test_what_is_not_in_the_bucket_is_missing_and_not_out_of_reach(s3: None) -> None:
    with pytest.raises(storage.NotThere):
        storage.read("shown/aa/nothing-320.webp")
    storage.remove("shown/aa/nothing-320.webp")


def test_what_is_written_twice_is_there_once(s3: None) -> None:
    for content in (b"first", b"second"):
        storage.put("shown/aa/one-320.webp", io.BytesIO(content))
    assert storage.read("shown/aa/one-320.webp") == b"second"
    assert len(lying()) == 1


def test_a_bucket_that_is_not_there_is_out_of_reach(s3: None, settings: LazySettings) -> None:
    settings.STORAGES = {"files": location("s3://id:secret@another?region=eu-central-1")}
    with pytest.raises(storage.OutOfReach):
        storage.put("incoming/one", io.BytesIO(b"x"))

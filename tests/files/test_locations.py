"""Where files are kept, as FILES_URL says it."""

from typing import Any

import pytest

from saleor_support_plugin.files.locations import location

FOLDER = "django.core.files.storage.FileSystemStorage"
S3 = "storages.backends.s3.S3Storage"
AZURE = "storages.backends.azure_storage.AzureStorage"
GOOGLE = "storages.backends.gcloud.GoogleCloudStorage"


@pytest.mark.parametrize(
    ("text", "backend", "options"),
    [
        ("file:///var/lib/my%20files", FOLDER, {"location": "/var/lib/my files", "allow_overwrite": True}),
        ("s3://photos", S3, {"bucket_name": "photos", "location": "", "region_name": None}),
        (
            "s3://photos/support/files?region=eu-central-1",
            S3,
            {"bucket_name": "photos", "location": "support/files", "region_name": "eu-central-1"},
        ),
        (
            "s3://id:se%2Fcret@photos?endpoint=https://minio.example:9000",
            S3,
            {
                "access_key": "id",
                "secret_key": "se/cret",
                "bucket_name": "photos",
                "endpoint_url": "https://minio.example:9000",
                "addressing_style": "path",
            },
        ),
        (
            "azure://shop:a%2Bb%3D@photos/support",
            AZURE,
            {
                "azure_container": "photos",
                "location": "support",
                "connection_string": "AccountName=shop;AccountKey=a+b=;BlobEndpoint=https://shop.blob.core.windows.net",
                "overwrite_files": True,
            },
        ),
        ("gs://photos/support", GOOGLE, {"bucket_name": "photos", "location": "support", "file_overwrite": True}),
    ],
)
def test_an_address_becomes_an_entry_of_django(text: str, backend: str, options: dict[str, Any]) -> None:
    entry = location(text)
    assert entry["BACKEND"] == backend
    assert entry["OPTIONS"] | options == entry["OPTIONS"]


@pytest.mark.parametrize(
    "text",
    [
        "files",
        "file://files",
        "file:///",
        "s3://",
        "s3://photos:9000",
        "s3://photos?regoin=eu-central-1",
        "azure://photos",
        "azure://shop@photos",
        "gs://",
        "gs://photos?region=x",
        "ftp://photos",
    ],
)
def test_what_is_no_such_address_is_not_taken(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        location(text)

"""Where files are kept, from the address in FILES_URL: an entry of Django's STORAGES. Pure: settings.py reads it."""

from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

ALLOWED = (
    "file:///folder, s3://bucket/folder?region=eu-central-1, azure://account:key@container/folder or "
    "gs://bucket/folder, the last three with the extras s3, azure and google"
)
# What the extras bring.
NEEDED = {"s3": "boto3", "azure": "azure.storage.blob", "gs": "google.cloud.storage"}


def location(text: str) -> dict[str, Any]:
    """Return the entry. Raises ValueError for what is no such address."""
    parts = urlsplit(text)
    asked = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
    entry = ENTRIES[parts.scheme](parts, asked)
    if asked:
        raise ValueError(text)
    return entry


def _folder(parts: SplitResult, asked: dict[str, str]) -> dict[str, Any]:
    if parts.netloc or not parts.path.strip("/"):
        raise ValueError(parts.path)
    # Nobody else on the machine reads them.
    options = {"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700, "allow_overwrite": True}
    return _entry("django.core.files.storage.FileSystemStorage", location=unquote(parts.path), **options)


def _s3(parts: SplitResult, asked: dict[str, str]) -> dict[str, Any]:
    options = _in_bucket(parts, "bucket_name") | {"region_name": asked.pop("region", None)}
    if parts.username:
        options |= {"access_key": unquote(parts.username), "secret_key": unquote(parts.password or "")}
    if "endpoint" in asked:  # S3 of another maker: a bucket is rarely a host's name there
        options |= {"endpoint_url": asked.pop("endpoint"), "addressing_style": "path"}
    return _entry("storages.backends.s3.S3Storage", file_overwrite=True, **options)


def _azure(parts: SplitResult, asked: dict[str, str]) -> dict[str, Any]:
    account, key = unquote(parts.username or ""), unquote(parts.password or "")
    if not account or not key:
        raise ValueError(parts.scheme)
    endpoint = asked.pop("endpoint", f"https://{account}.blob.core.windows.net")
    connection = f"AccountName={account};AccountKey={key};BlobEndpoint={endpoint}"
    options = {"connection_string": connection, "overwrite_files": True}
    return _entry("storages.backends.azure_storage.AzureStorage", **_in_bucket(parts, "azure_container"), **options)


def _google(parts: SplitResult, asked: dict[str, str]) -> dict[str, Any]:
    return _entry(
        "storages.backends.gcloud.GoogleCloudStorage", file_overwrite=True, **_in_bucket(parts, "bucket_name")
    )


def _in_bucket(parts: SplitResult, called: str) -> dict[str, Any]:
    bucket = parts.netloc.rpartition("@")[2]
    if not bucket or ":" in bucket:
        raise ValueError(bucket)
    return {called: bucket, "location": unquote(parts.path).strip("/")}


def _entry(backend: str, **options: Any) -> dict[str, Any]:
    return {"BACKEND": backend, "OPTIONS": options}


ENTRIES = {"file": _folder, "s3": _s3, "azure": _azure, "gs": _google}

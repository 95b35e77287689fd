"""A manifest as this version of Saleor judges it. The rules are those of its `app/manifest_validations.py`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from .schema_document import enum_values
from .semver import NotARange, satisfies
from .subscription_query import read_query

WIDGET_MOUNTS_OF_3_22 = {
    f"{place}_DETAILS_WIDGETS"
    for place in ("ORDER", "DRAFT_ORDER", "PRODUCT", "CUSTOMER", "COLLECTION", "GIFT_CARD", "VOUCHER")
}
FULL_VERSIONS = {"3.21": "3.21.69", "3.22": "3.22.67", "3.23": "3.23.28"}


@dataclass(frozen=True)
class Complaint:
    message: str
    code: str = "INVALID"


class ManifestRefused(Exception):
    """Saleor will not install this; `complaints` are by manifest field."""

    def __init__(self, complaints: dict[str, list[Complaint]]) -> None:
        self.complaints = complaints
        # The very text that the merchant reads in the list of installations.
        said = {name: [complaint.message for complaint in some] for name, some in complaints.items()}
        super().__init__(", ".join(f"{name}: {messages}" for name, messages in said.items()))


def judge(manifest: dict[str, Any], *, version: str, installed: dict[str, str], granted: list[str] | None) -> None:
    """Raise ManifestRefused for what this Saleor does not accept.

    `installed` maps the identifiers of standing apps to their names. `granted` are the permissions that the install
    gives; None when the manifest is only looked at, and then an unsatisfied Saleor version is no reason to refuse it.
    """
    complaints: dict[str, list[Complaint]] = defaultdict(list)
    _judge_required(manifest, version, complaints)
    if complaints:
        raise ManifestRefused(dict(complaints))
    permissions = manifest.get("permissions") or [] if granted is None else granted
    _judge_identity(manifest, version, installed, permissions, complaints, installing=granted is not None)
    if not complaints:
        for extension in manifest.get("extensions") or []:
            _judge_extension(extension, manifest, version, permissions, complaints["extensions"])
        for webhook in manifest.get("webhooks") or []:
            _judge_webhook(webhook, version, complaints["webhooks"])
    found = {name: some for name, some in complaints.items() if some}
    if found:
        raise ManifestRefused(found)


def _judge_required(manifest: dict[str, Any], version: str, complaints: dict[str, list[Complaint]]) -> None:
    end = "" if version >= "3.23" else "."
    required = ["id", "name", "version"] + ([] if version >= "3.23" else ["tokenTargetUrl"])
    for name in required:
        if name not in manifest:
            complaints[name].append(Complaint(f"Field required{end}", "REQUIRED"))
        elif not isinstance(manifest[name], str):
            complaints[name].append(Complaint("Input should be a valid string"))
    for kind, names in (("extensions", ("label", "url", "mount")), ("webhooks", ("name", "targetUrl", "query"))):
        for row in manifest.get(kind) or []:
            missing = [name for name in names if name not in row]
            if missing:
                complaints[kind].append(Complaint(f"Missing required fields: {', '.join(missing)}.", "REQUIRED"))


def _judge_identity(
    manifest: dict[str, Any],
    version: str,
    installed: dict[str, str],
    permissions: list[str],
    complaints: dict[str, list[Complaint]],
    *,
    installing: bool,
) -> None:
    if manifest.get("tokenTargetUrl") is not None and not is_url(manifest["tokenTargetUrl"]):
        complaints["tokenTargetUrl"].append(Complaint("Incorrect format.", "INVALID_URL_FORMAT"))
    logo = ((manifest.get("brand") or {}).get("logo") or {}).get("default")
    if logo is not None and not (is_url(logo) and urlsplit(logo).path.lower().endswith(".png")):
        complaints["brand"].append(Complaint("Invalid file type for field: logo.default.", "INVALID_URL_FORMAT"))
    if manifest.get("author") is not None and not str(manifest["author"]).strip():
        complaints["author"].append(Complaint("Incorrect value for field: author"))
    if set(permissions) - all_permissions(version):
        complaints["permissions"].append(Complaint("Given permissions don't exist.", "INVALID_PERMISSION"))
    if manifest["id"] in installed:
        name = installed[manifest["id"]]
        complaints["identifier"].append(
            Complaint(f"App with the same identifier is already installed: {name}", "UNIQUE")
        )
    required = required_version(manifest, version, complaints)
    if installing and required is not None and not required["satisfied"]:
        message = f"Saleor version {FULL_VERSIONS[version]} is not supported by the app."
        complaints["requiredSaleorVersion"].append(Complaint(message, "UNSUPPORTED_SALEOR_VERSION"))


def required_version(
    manifest: dict[str, Any], version: str, complaints: dict[str, list[Complaint]] | None = None
) -> dict[str, Any] | None:
    constraint = manifest.get("requiredSaleorVersion")
    if not constraint:
        return None
    try:
        return {"constraint": constraint, "satisfied": satisfies(FULL_VERSIONS[version], constraint)}
    except NotARange:
        if complaints is not None:
            complaints["requiredSaleorVersion"].append(Complaint("Incorrect value for required Saleor version."))
        return None


def _judge_extension(
    extension: dict[str, Any], manifest: dict[str, Any], version: str, permissions: list[str], said: list[Complaint]
) -> None:
    target = extension.get("target", "POPUP")
    if version < "3.23":
        _judge_place(extension, target, version, said)
    url = extension["url"]
    needs_path = version < "3.23" and target == "APP_PAGE"
    relative_ok = url.startswith("/") and (needs_path or manifest.get("appUrl"))
    if not relative_ok and (needs_path or not is_url(url)):
        said.append(Complaint("Incorrect value for field: url.", "INVALID_URL_FORMAT"))
    if set(extension.get("permissions") or []) - set(permissions):
        said.append(Complaint("Extension permission must be listed in App's permissions.", "OUT_OF_SCOPE_PERMISSION"))
    identifier = extension.get("identifier")
    same = [other for other in manifest["extensions"] if identifier and other.get("identifier") == identifier]
    if version >= "3.23" and len(same) > 1 and same[0] is not extension:
        code = "DUPLICATED_EXTENSION_IDENTIFIER"
        said.append(Complaint(f"Duplicate extension identifier: {identifier}.", code))


def _judge_place(extension: dict[str, Any], target: str, version: str, said: list[Complaint]) -> None:
    """Up to 3.22 mounts and targets are enums; 3.23 takes any text and leaves the judging to the Dashboard."""
    for field, value in (("target", target), ("mount", extension["mount"])):
        if value not in enum_values(version, f"AppExtension{field.capitalize()}Enum"):
            said.append(Complaint(f"Incorrect value for field: {field}"))
    if target == "WIDGET" and extension["mount"] not in WIDGET_MOUNTS_OF_3_22:
        said.append(Complaint(f"Mount {extension['mount']} is not available for WIDGET target."))
    options = extension.get("options") or {}
    for option, its_target in (("widgetTarget", "WIDGET"), ("newTabTarget", "NEW_TAB")):
        if version == "3.22" and options.get(option) and target != its_target:
            said.append(Complaint(f"Invalid options field: {option} options must be set only on {its_target} target"))


def _judge_webhook(webhook: dict[str, Any], version: str, said: list[Complaint]) -> None:
    known = enum_values(version, "WebhookEventTypeAsyncEnum")
    said += [
        Complaint("Invalid asynchronous event.") for event in webhook.get("asyncEvents") or [] if event not in known
    ]
    query = read_query(webhook["query"], version)
    if query.error:
        said.append(Complaint(f"Subscription query is not valid: {query.error}"))
    if not is_url(webhook["targetUrl"]):
        said.append(Complaint("Invalid target url.", "INVALID_URL_FORMAT"))
    problem = headers_problem(webhook.get("customHeaders") or {})
    if problem:
        said.append(Complaint(f"Invalid custom headers: {problem}", "INVALID_CUSTOM_HEADERS"))


def headers_problem(headers: dict[str, str]) -> str | None:
    if len(headers) > 5:
        return "Number of headers limit exceeded: 5."
    for name, value in headers.items():
        if len(name) + len(value) > 998:
            return "Header length limit exceeded: 998."
        if not name.lower().startswith(("x-", "authorization", "brokerproperties")):
            return f'"{name}" does not match allowed key pattern: "X-*" or "Authorization*" or "BrokerProperties".'
    return None


def overlong(manifest: dict[str, Any]) -> bool:
    """Whether a text is longer than Saleor's column: no rule catches it, and the install ends in "Unknown error"."""
    pairs = [(manifest.get(name), 60) for name in ("version", "author")]
    pairs += [(manifest.get(name), 200) for name in ("appUrl", "dataPrivacyUrl", "homepageUrl", "supportUrl")]
    pairs += [(manifest.get(name), 256) for name in ("id", "audience")]
    pairs += [(extension.get("url"), 200) for extension in manifest.get("extensions") or []]
    pairs += [(extension.get("label"), 256) for extension in manifest.get("extensions") or []]
    for webhook in manifest.get("webhooks") or []:
        pairs += [(webhook.get("name"), 255), (webhook.get("targetUrl"), 255)]
    return any(len(text or "") > limit for text, limit in pairs)


def all_permissions(version: str) -> frozenset[str]:
    return enum_values(version, "PermissionEnum")


def is_url(text: Any) -> bool:
    if not isinstance(text, str) or any(letter.isspace() for letter in text):
        return False
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.hostname)

"""Installing an app as Saleor does: fetch the manifest, judge it, post a token to the app, make its webhooks."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from .app_acts import Apps
from .app_records import App, AppExtension, AppInstallation, Webhook
from .manifest import ManifestRefused, judge, overlong
from .shop import Refused, Shop
from .subscription_query import read_query
from .wire import NoAnswer, Request, Wire, saleor_headers

LONGEST_MESSAGE = 255


class InstallFailed(Exception):
    """Its text goes into the installation's `message`, where the merchant reads it."""


class Installing:
    def __init__(self, shop: Shop, apps: Apps, wire: Wire) -> None:
        self.shop = shop
        self.apps = apps
        self.wire = wire

    def fetch(self, manifest_url: str) -> dict[str, Any]:
        """The manifest, judged but not installed: what the Dashboard shows before the merchant agrees."""
        try:
            answer = self.wire(self._manifest_request(manifest_url))
        except NoAnswer as error:
            raise Refused("manifestUrl", "Can't fetch manifest data. Please try later.", "INVALID") from error
        if answer.status >= 400:
            raise Refused("manifestUrl", "Unable to fetch manifest data.", "MANIFEST_URL_CANT_CONNECT")
        try:
            manifest = json.loads(answer.text)
        except ValueError as error:
            raise Refused("manifestUrl", "Incorrect structure of manifest.", "INVALID_MANIFEST_FORMAT") from error
        if not isinstance(manifest, dict):
            raise Refused("manifestUrl", "Incorrect structure of manifest.", "INVALID_MANIFEST_FORMAT")
        judge(manifest, version=self.shop.state.version, installed=self._standing(), granted=None)
        return manifest

    def request(
        self, manifest_url: str, *, app_name: str, permissions: list[str], activate: bool = True
    ) -> AppInstallation:
        """Note an installation to be carried out; in Saleor a background task does that."""
        with self.shop.act() as state:
            now = self.shop.now()
            installation = AppInstallation(
                pk=state.next_pk("AppInstallation"),
                app_name=app_name,
                manifest_url=manifest_url,
                permissions=permissions,
                activate=activate,
                created_at=now,
                updated_at=now,
            )
            state.installations[installation.pk] = installation
        return installation

    def carry_out(self, installation: AppInstallation) -> App | None:
        """Install; the row of the installation goes when it worked, and says why when it did not."""
        try:
            app = self._install(installation)
        except ManifestRefused as refused:
            # Saleor does not shorten this message: a longer one cannot be saved, and the row stays PENDING for good.
            if len(str(refused)) <= LONGEST_MESSAGE:
                self._failed(installation, str(refused))
            return None
        except InstallFailed as failed:
            self._failed(installation, str(failed)[:LONGEST_MESSAGE])
            return None
        with self.shop.act() as state:
            del state.installations[installation.pk]
            self.shop.happen("APP_INSTALLED", app=app)
        return app

    def _install(self, installation: AppInstallation) -> App:
        manifest = self._manifest_to_install(installation.manifest_url)
        granted = installation.permissions
        judge(manifest, version=self.shop.state.version, installed=self._standing(), granted=granted)
        if overlong(manifest):
            raise InstallFailed("Unknown error. Contact with app support.")
        with self.shop.act() as state:
            app = self._app(installation, manifest)
            state.apps[app.pk] = app
            token = self.apps.give_token(app) if manifest.get("tokenTargetUrl") else None
        if token:
            self._hand_over(app, manifest["tokenTargetUrl"], token)
        return app

    def _manifest_to_install(self, manifest_url: str) -> dict[str, Any]:
        try:
            answer = self.wire(self._manifest_request(manifest_url))
        except NoAnswer as error:
            raise InstallFailed("Failed to connect to app. Try later or contact with app support.") from error
        if answer.status >= 400:
            raise InstallFailed(f"App internal error ({answer.status}). Try later or contact with app support.")
        try:
            manifest = json.loads(answer.text)
        except ValueError as error:
            raise InstallFailed("Failed to connect to app. Try later or contact with app support.") from error
        return manifest if isinstance(manifest, dict) else {}

    def _manifest_request(self, manifest_url: str) -> Request:
        version = self.shop.state.version
        headers = {**saleor_headers(version, manifest_url), "Saleor-Schema-Version": version}
        return Request("GET", manifest_url, headers)

    def _hand_over(self, app: App, url: str, token: str) -> None:
        """Post the token to the app. A refusal takes the app away again; its own words reach the merchant."""
        try:
            answer = self.wire(self._token_request(url, token))
        except NoAnswer as error:
            self._forget(app)
            raise InstallFailed("Failed to connect to app. Try later or contact with app support.") from error
        if answer.status >= 400:
            self._forget(app)
            said = _own_words(answer.text)
            raise InstallFailed(said or f"App internal error ({answer.status}). Try later or contact with app support.")

    def _token_request(self, url: str, token: str) -> Request:
        version, api_url = self.shop.state.version, self.shop.state.api_url
        domain = urlsplit(api_url).netloc
        headers = {
            **saleor_headers(version, url),
            "Content-Type": "application/json",
            "X-Saleor-Domain": domain,
            "Saleor-Domain": domain,
            "Saleor-Api-Url": api_url,
            "Saleor-Schema-Version": version,
        }
        return Request("POST", url, headers, json.dumps({"auth_token": token}).encode())

    def _app(self, installation: AppInstallation, manifest: dict[str, Any]) -> App:
        """The app gets the permissions of the installation; the manifest's own list is ignored, as in Saleor."""
        state = self.shop.state
        return App(
            pk=state.next_pk("App"),
            name=installation.app_name,
            created=self.shop.now(),
            identifier=manifest["id"],
            permissions=sorted(installation.permissions),
            is_active=installation.activate,
            version=manifest["version"],
            app_url=manifest.get("appUrl") or "",
            manifest_url=installation.manifest_url,
            about_app=manifest.get("about") or "",
            author=manifest.get("author") or "",
            audience=manifest.get("audience"),
            data_privacy_url=manifest.get("dataPrivacyUrl") or "",
            homepage_url=manifest.get("homepageUrl") or "",
            support_url=manifest.get("supportUrl") or "",
            extensions=[self._extension(row) for row in manifest.get("extensions") or []],
            webhooks=[self._webhook(row) for row in manifest.get("webhooks") or []],
        )

    def _extension(self, row: dict[str, Any]) -> AppExtension:
        return AppExtension(
            pk=self.shop.state.next_pk("AppExtension"),
            label=row["label"],
            url=row["url"],
            mount=row["mount"].upper(),
            target=row.get("target", "POPUP").upper(),
            permissions=row.get("permissions") or [],
            settings=row.get("options") or {},
            identifier=row.get("identifier"),
        )

    def _webhook(self, row: dict[str, Any]) -> Webhook:
        asked = [*(row.get("asyncEvents") or []), *(row.get("syncEvents") or [])]
        return Webhook(
            pk=self.shop.state.next_pk("Webhook"),
            name=row["name"],
            target_url=row["targetUrl"],
            query=row["query"],
            events=asked or read_query(row["query"], self.shop.state.version).events,
            is_active=row.get("isActive", True),
            identifier=row.get("identifier"),
            custom_headers={name.lower(): value for name, value in (row.get("customHeaders") or {}).items()},
        )

    def _standing(self) -> dict[str, str]:
        return {app.identifier: app.name for app in self.shop.state.apps.values() if app.removed_at is None}

    def _forget(self, app: App) -> None:
        with self.shop.act() as state:
            del state.apps[app.pk]

    def _failed(self, installation: AppInstallation, message: str) -> None:
        with self.shop.act():
            installation.status, installation.message = "FAILED", message
            installation.updated_at = self.shop.now()


def _own_words(text: str) -> str | None:
    """The app's `{"error": {"message": …}}`."""
    try:
        message = json.loads(text)["error"]["message"]
    except (ValueError, KeyError, TypeError):
        return None
    return message if isinstance(message, str) and message else None

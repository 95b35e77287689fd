"""Taking a store in: who may, whether the token is what it says, and what it must bring.

A registration is not signed; anybody can post one. So nothing it says is believed until the store itself, asked at its
own address with the token, answers as our app.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings

from ..egress import AddressRefused
from ..saleor.errors import SaleorError, TokenRefused
from . import actions, rules
from .clients import client_at, keys_at
from .models import Store

if TYPE_CHECKING:
    from ..saleor.client import SaleorClient


class InstallationRefused(Exception):
    """Ends in a sentence for the merchant, which Saleor shows as it is."""

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.code = code
        self.status = status


def install(*, address: str, token: str, permissions: Collection[str], now: datetime) -> Store:
    """Take the store at this API address in. `permissions` are those that the app wants."""
    api_url = _allowed(address)
    try:
        client = client_at(api_url, token=token)
        app_id, granted = _our_app(client)
        _keep_a_living_token(api_url)
        jwks = keys_at(api_url)
        version = client.saleor_version()
    except AddressRefused as error:
        raise InstallationRefused(error.code, _refused_address(error), 403) from error
    except SaleorError as error:
        raise InstallationRefused("STORE_SILENT", _silent(api_url), 502) from error
    missing = sorted(set(permissions) - set(granted))
    return actions.install(
        api_url=api_url, app_id=app_id, token=token, jwks=jwks, version=version, missing=missing, now=now
    )


def _allowed(address: str) -> str:
    known = Store.across_stores.values_list("api_url", flat=True)
    try:
        api_url = rules.api_url(address)
        rules.check_allowed(api_url, allowed=settings.ALLOWED_STORES, demo=settings.DEMO_URL, installed=list(known))
    except rules.ApiUrlWrong as error:
        raise InstallationRefused(error.code, str(error)) from error
    except rules.StoreNotAllowed as error:
        raise InstallationRefused(error.code, str(error), 403) from error
    return api_url


def _our_app(client: SaleorClient) -> tuple[str, list[str]]:
    try:
        app = client.app_identity()
    except TokenRefused:
        app = None
    if app is None or app.identifier != settings.MANIFEST_APP_ID:
        raise InstallationRefused("TOKEN_NOT_OURS", "The token is not that of this app. Install it from its manifest.")
    return app.id, [permission.code for permission in app.permissions or []]


def _keep_a_living_token(api_url: str) -> None:
    """A known store whose kept token still answers as our app keeps it: a second registration is not a reinstall."""
    known = Store.across_stores.filter(api_url=api_url, removed_at=None).first()
    if known is None or not known.token:
        return
    try:
        app = client_at(api_url, token=known.token).app_identity()
    except TokenRefused:
        return
    if app is not None and app.identifier == settings.MANIFEST_APP_ID:
        raise InstallationRefused(
            "ALREADY_INSTALLED",
            "This store has the app installed already. Delete it in Dashboard before a new install.",
            409,
        )


def _refused_address(error: AddressRefused) -> str:
    return (
        f"The app does not call this store: {error}. "
        "For a Saleor on this machine or network start the app with ALLOW_PRIVATE_STORES=1."
    )


def _silent(api_url: str) -> str:
    return f"The app could not reach {api_url}. Check that it is reachable from where the app runs, then install again."

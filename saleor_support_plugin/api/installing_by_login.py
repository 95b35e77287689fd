"""Installing the app into a store from a shell, with a staff member's login."""

import time
from typing import Any

from django.conf import settings

from ..egress import AddressRefused
from ..saleor.client import SaleorClient
from ..saleor.errors import SaleorError
from ..stores.clients import client_at
from ..stores.rules import ApiUrlWrong, api_url
from .manifest import PERMISSIONS, manifest_address

MOST_SECONDS = 120


class InstallFailed(Exception):
    """Ends in a sentence for whoever runs the command."""


def install_by_login(*, api_url: str, email: str, password: str) -> dict[str, Any]:
    """Log in, have Saleor install the app from its manifest, and wait until it says how that went."""
    try:
        return _install(_address(api_url), email, password)
    except (SaleorError, AddressRefused) as error:
        raise InstallFailed(f"{api_url}: {error}") from error


def _address(text: str) -> str:
    try:
        return api_url(text)
    except ApiUrlWrong as error:
        raise InstallFailed(str(error)) from error


def _install(address: str, email: str, password: str) -> dict[str, Any]:
    token = client_at(address).log_in(email=email, password=password)
    staff = client_at(address, token=token)
    installation = staff.install_app(
        manifest_url=manifest_address(), permissions=PERMISSIONS, app_name=settings.APP_NAME
    )
    return {"store": address, "app": _wait(staff, installation), "manifest": manifest_address()}


def _wait(staff: SaleorClient, installation: str) -> str:
    until = time.monotonic() + MOST_SECONDS
    while time.monotonic() < until:
        state, message = staff.installation_state(installation)
        if state == "INSTALLED":
            return state
        if state == "FAILED":
            raise InstallFailed(f"Saleor could not install the app: {message}")
        time.sleep(0.5)
    raise InstallFailed(f"Saleor has not finished after {MOST_SECONDS} s; look at Dashboard's Extensions page.")

"""What the Dashboard's script needs to open an app's frames: addresses, tokens, and what they are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from ..app_fields import stitched_url
from ..app_records import App, AppExtension
from ..records import User
from ..store import Store

if TYPE_CHECKING:
    from .dashboard_view import View

DASHBOARD_VERSION = "v3.23.27"
# Sent along with every frame that is opened by its address, as seen from a Dashboard of that version.
FEATURE_FLAGS = [("featureFlags[new_order_ui][enabled]", "false"), ("featureFlags[new_order_ui][payload]", "default")]
_METHOD_OPTIONS = {"WIDGET": "widgetTarget", "NEW_TAB": "newTabTarget"}


def frame_data(view: View, mounts: Sequence[str], parameters: Mapping[str, str], path: str) -> dict[str, Any]:
    """Of every extension at these mounts. `parameters` name what the page shows, `path` is the page's own."""
    found = [_extension(view, app, extension) for app, extension in _standing(view.store) if extension.mount in mounts]
    commands = [_extension(view, app, one) for app, one in _standing(view.store) if _is_command(view, one, mounts)]
    return common_data(view, path) | {"parameters": dict(parameters), "extensions": found, "commands": commands}


def app_page_data(view: View, app: App, address: str, path: str) -> dict[str, Any]:
    """Of one of the app's own pages, at `address`."""
    page = {
        "label": app.name,
        "identifier": None,
        "mount": "APP",
        "target": "APP_PAGE",
        "method": "GET",
        "appId": app.id,
        "url": address,
        "token": view.store.app_page_token(view.user, app),
        "tokenUrl": _token_url(view, app=app.id),
    }
    return common_data(view, path) | {"parameters": dict(view.app_query), "extensions": [page], "appId": app.id}


def common_data(view: View, path: str) -> dict[str, Any]:
    return {
        "path": path,
        "query": view.query,
        "saleorApiUrl": view.store.api_url,
        "domain": urlsplit(view.store.api_url).netloc,
        "saleorVersion": view.store.full_version,
        "dashboardVersion": DASHBOARD_VERSION,
        "featureFlags": FEATURE_FLAGS,
        "theme": view.theme,
        "locale": view.locale,
        "width": view.width,
        "words": {"noSuchPage": view.words["no_such_page"], "leave": view.words["leave"]},
    }


def fresh_token(view: View) -> dict[str, str]:
    """A new token for a frame, for `tokenRefresh`; empty for who lacks the extension's permissions."""
    extension = view.store.state.find(view.asked.get("extension", ""), "AppExtension")
    app = view.store.state.find(view.asked.get("app", ""), "App")
    if isinstance(extension, AppExtension):
        return {"token": view.store.dashboard_token(view.user, extension)}
    return {"token": view.store.app_page_token(view.user, app) if isinstance(app, App) else ""}


def places_in_menu(store: Store, user: User, mount: str) -> list[tuple[str, str]]:
    """The app pages of the sidebar: label and path. Who lacks the permissions does not see them."""
    mine = store.permissions_of(user)
    return [
        (extension.label, f"/extensions/app/{app.id}{extension.url}")
        for app, extension in _standing(store)
        if extension.mount == mount and extension.target == "APP_PAGE" and set(extension.permissions) <= mine
    ]


def frame_url(app: App, extension: AppExtension) -> str:
    """The API joins a popup's path to the app's URL; for the other targets the Dashboard just appends it."""
    if extension.target == "POPUP" or not extension.url.startswith("/"):
        return stitched_url(extension.url, extension.target, app.app_url)
    return app.app_url + extension.url


def _extension(view: View, app: App, extension: AppExtension) -> dict[str, Any]:
    return {
        "label": extension.label,
        "identifier": extension.identifier,
        "mount": extension.mount,
        "target": extension.target,
        "method": _method(extension),
        "appId": app.id,
        "appPath": f"/extensions/app/{app.id}",
        "url": extension.url if extension.target == "APP_PAGE" else frame_url(app, extension),
        "token": view.store.dashboard_token(view.user, extension),
        "tokenUrl": _token_url(view, extension=extension.id),
    }


def _is_command(view: View, extension: AppExtension, mounts: Sequence[str]) -> bool:
    """Whether the search palette offers it on this page: everywhere, or where its `views` are."""
    views = extension.settings.get("views") or []
    is_here = not views or any(mount.startswith(one) for one in views for mount in mounts)
    mine = view.store.permissions_of(view.user)
    return extension.mount == "SEARCH_ACTION" and is_here and set(extension.permissions) <= mine


def _method(extension: AppExtension) -> str:
    """How a frame is opened. On the home page an app that does not say is posted to."""
    at_home = extension.mount == "HOMEPAGE_WIDGETS"
    option = "homeWidgetTarget" if at_home else _METHOD_OPTIONS.get(extension.target, "")
    said = extension.settings.get(option) or {}
    return str(said.get("method") or ("POST" if at_home else "GET"))


def _token_url(view: View, **of: str) -> str:
    return f"/dashboard/token?{urlencode(of | {'as': view.name})}"


def _standing(store: Store) -> list[tuple[App, AppExtension]]:
    return [(app, one) for app, one in store.state.extensions() if app.removed_at is None and app.is_active]

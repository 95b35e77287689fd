"""The Dashboard's pages of an app: its own page in a frame, and the page that grants it what it asks for later."""

from __future__ import annotations

from urllib.parse import urlencode

from ..app_records import App
from ..store import Store
from ..visits import Asked, Reply, see_other
from .dashboard_frames import app_page_data
from .dashboard_view import View, page
from .markup import as_script, fill, html, joined


def app_page(view: View, app: App, path: str) -> str:
    """`path` is what follows the app's id in the Dashboard's address, with its slash, or empty."""
    # After the consent page the way is in the query, and the Dashboard puts a slash before it.
    back = view.asked.get("appPath")
    address = app.app_url + (f"/{back}" if back is not None else path)
    data = app_page_data(view, app, address, f"/extensions/app/{app.id}{path}")
    body = fill("dashboard/app.html", view.words, name=app.name, frame_data=as_script(data))
    return page(view, app.name, body)


def consent_page(view: View, app: App) -> str:
    """What an app asks for with `requestPermissions`; those it has already are not shown."""
    asked = _requested(view.store, view.asked.get("requestedPermissions", ""), app)
    body = fill(
        "dashboard/consent.html",
        view.words,
        name=app.name,
        permissions=joined(html("<li><code>$code</code></li>", code=code) for code in asked),
        act=view.at(f"/extensions/app/{app.id}/permissions"),
        requested=",".join(asked),
        redirect_path=view.asked.get("redirectPath", ""),
        may="" if view.may("MANAGE_APPS") else view.words["no_consent"],
        disabled="" if view.may("MANAGE_APPS") else html(" disabled"),
    )
    return page(view, view.words["consent_title"], body)


def decide(view: View, app: App, asked: Asked) -> Reply:
    """Grant or deny, and lead back into the app as the Dashboard does."""
    form = asked.form
    back = [("appPath", form.get("redirectPath", ""))]
    if form.get("decision") == "grant" and view.may("MANAGE_APPS"):
        _grant(view.store, app, _requested(view.store, form.get("requestedPermissions", ""), app))
    else:
        back.append(("error", "USER_DENIED_PERMISSIONS"))
    return see_other(view.at(f"/extensions/app/{app.id}?{urlencode(back)}"))


def _requested(store: Store, text: str, app: App) -> list[str]:
    known = store.all_permissions
    return sorted({code for code in text.split(",") if code in known} - set(app.permissions))


def _grant(store: Store, app: App, permissions: list[str]) -> None:
    with store.act():
        app.permissions = sorted({*app.permissions, *permissions})
        store.happen("APP_UPDATED", app=app)

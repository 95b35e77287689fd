"""Content Security Policies: no page of the demo runs or shows anything but its own files and the app's."""

from __future__ import annotations

from urllib.parse import urlsplit

from ..store import Store

_COMMON = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"


def content_policy(app_origin: str) -> str:
    """For the shop and the outbox. The app's origin is let in as its documentation tells a merchant to."""
    app = f" {app_origin}" if app_origin else ""
    live = f" {app_origin.replace('http', 'ws', 1)}" if app_origin else ""
    return (
        f"{_COMMON}; form-action 'self'; script-src 'self'{app}; style-src 'self'{app}; img-src 'self' data:{app}; "
        f"connect-src 'self'{app}{live}; font-src 'self'{app}; frame-src 'self'{app}"
    )


def frames_policy(store: Store) -> str:
    """For the Dashboard, which frames what its apps say, and posts to it where they ask for that."""
    addresses = [app.app_url for app in store.state.apps.values()]
    addresses += [extension.url for _, extension in store.state.extensions()]
    apps = " ".join(sorted({f"{p.scheme}://{p.netloc}" for p in map(urlsplit, addresses) if p.scheme and p.netloc}))
    return (
        f"{_COMMON}; form-action 'self' {apps}; script-src 'self'; style-src 'self'; img-src 'self' data: {apps}; "
        f"connect-src 'self'; frame-src {apps or "'none'"}"
    )


def mail_policy(app_origin: str, own_origin: str) -> str:
    """For a mail's own markup, which needs inline styles: pictures of shop and app, no scripts, links in new tabs."""
    return (
        "default-src 'none'; base-uri 'self'; frame-ancestors 'self'; form-action 'none'; style-src 'unsafe-inline'; "
        f"img-src data: {own_origin} {app_origin}; "
        "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox"
    )

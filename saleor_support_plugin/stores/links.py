"""The ways into a store's Dashboard, for what staff are mailed."""

from urllib.parse import quote, urlsplit

from .configuration import Configuration
from .models import Store


def page_in_dashboard(store: Store, settings: Configuration, path: str) -> str:
    """Return where Dashboard shows a page of ours."""
    return f"{_dashboard(store, settings)}/extensions/app/{quote(store.app_id, safe='')}/{path}"


def order_in_dashboard(store: Store, settings: Configuration, order_id: str) -> str:
    return f"{_dashboard(store, settings)}/orders/{quote(order_id, safe='')}"


def _dashboard(store: Store, settings: Configuration) -> str:
    """Saleor does not say where its Dashboard is; in its cloud, and where nobody moved it, it is beside the API."""
    if settings.dashboard_url:
        return settings.dashboard_url.rstrip("/")
    api = urlsplit(store.api_url)
    return f"{api.scheme}://{api.netloc}/dashboard"

"""Which stores may install the app, and what a silent token means."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

# Of buying, on a shop's pages: where a page may say that it is.
STAGES = ("browse", "product", "cart", "checkout", "order")
KEEP_REMOVED = timedelta(days=30)
ASK_KEYS_EVERY = timedelta(seconds=60)


class ApiUrlWrong(Exception):
    code = "API_URL_WRONG"


class StoreNotAllowed(Exception):
    code = "STORE_NOT_ALLOWED"


def api_url(text: str) -> str:
    """Return the API address as the tenant's key: scheme and host in lower case, nothing but scheme, host and path.

    Raises ApiUrlWrong for anything else than an http(s) address with a host.
    """
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError as error:
        raise ApiUrlWrong(f"Saleor-Api-Url is not an address: {error}") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or not parts.path.startswith("/"):
        raise ApiUrlWrong("Saleor-Api-Url must be an http or https address such as https://shop.example.com/graphql/.")
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise ApiUrlWrong("Saleor-Api-Url must not hold a user, a query or a fragment.")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{'' if port is None else f':{port}'}{parts.path}"


def is_demo(url: str, *, demo: str) -> bool:
    """Say whether this is the demo store's API address. `demo` is its origin, or nothing."""
    return bool(demo) and url.startswith(f"{demo}/")


def check_allowed(url: str, *, allowed: Iterable[str], demo: str, installed: Iterable[str]) -> None:
    """Refuse a store that the operator did not let in.

    `allowed` is ALLOWED_STORES; empty means: the first store that installs, and the demo store beside it.
    A pattern without a scheme is compared with the host (and port), one with a scheme with the whole address.
    """
    patterns = tuple(allowed)
    if is_demo(url, demo=demo):
        return
    if any(_matches(url, pattern) for pattern in patterns):
        return
    others = [other for other in installed if not is_demo(other, demo=demo)]
    if not patterns and (not others or url in others):
        return
    raise StoreNotAllowed(
        f"This Saleor Support does not serve {urlsplit(url).netloc}. Its operator can add it to ALLOWED_STORES."
    )


def _matches(url: str, pattern: str) -> bool:
    parts = urlsplit(url)
    candidates = (url, url.rstrip("/")) if "://" in pattern else (parts.netloc, parts.hostname or "")
    return any(fnmatchcase(candidate, pattern.rstrip("/").lower()) for candidate in candidates)


class Fate(Enum):
    WELL = "well"
    DEACTIVATED = "deactivated"
    REMOVED = "removed"


def fate(*, token_answers: bool, told_inactive: bool) -> Fate:
    """Say what a probe of the app's token means.

    A token is dead at once when the app is deactivated and when it is deleted; only Saleor 3.23 and later tell the app
    of either. A dead token that nobody announced is presumed removed: kept, and asked again until it is erased.
    """
    if token_answers:
        return Fate.WELL
    return Fate.DEACTIVATED if told_inactive else Fate.REMOVED


@dataclass(frozen=True, slots=True)
class Retry:
    at: datetime


def chore_retry(failures: int, now: datetime) -> Retry:
    """Return when to try a failed chore again: after 30 s, doubling to an hour; chores never give up."""
    return Retry(now + min(timedelta(seconds=30 * 2 ** min(failures, 8)), timedelta(hours=1)))

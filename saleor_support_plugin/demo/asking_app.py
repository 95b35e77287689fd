"""Asking the app what staff ask it from Dashboard: by its own GraphQL, with a member of staff's own token."""

from __future__ import annotations

import json
from typing import Any

from .wire import NoAnswer, Request, Wire

# It would if it could: the store itself did not answer it, say.
UNABLE = 500


class AppRefused(Exception):
    """The app answered no; in its own words."""

    def __init__(self, message: str, code: str = "") -> None:
        super().__init__(message)
        self.code = code


class AppSilent(Exception):
    """No answer, or one that nobody can read."""


def ask_app(wire: Wire, app_url: str, token: str, query: str, variables: dict[str, Any] | None = None) -> Any:
    """Return what the query's one field answers. Raises AppRefused, also for its own `errors`, and AppSilent."""
    body = json.dumps({"query": query, "variables": variables or {}}).encode()
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    try:
        answer = wire(Request("POST", f"{app_url}/graphql/staff/", headers, body))
        if answer.status >= UNABLE:
            raise AppSilent(f"it answers {answer.status}")
        said: dict[str, Any] = json.loads(answer.text)
        errors: list[dict[str, Any]] = said.get("errors") or []
        [found] = [None] if errors else said["data"].values()
        errors = errors or (found.get("errors") if isinstance(found, dict) else None) or []
        faults = [(str(one.get("message") or _code(one)), _code(one)) for one in errors]
    except NoAnswer as error:
        raise AppSilent(str(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise AppSilent("it said something unreadable") from error
    if faults:
        raise AppRefused(*faults[0])
    return found


def _code(error: dict[str, Any]) -> str:
    return str(error.get("code") or (error.get("extensions") or {}).get("code") or "")

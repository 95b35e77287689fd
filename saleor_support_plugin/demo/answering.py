"""One GraphQL request, answered as Saleor does: execution errors with 200, unreadable or invalid ones with 400."""

from __future__ import annotations

import re
from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from graphql import DocumentNode, GraphQLError, GraphQLSyntaxError, execute_sync, parse, validate

from .resolving import Ask
from .schema import schema_of

if TYPE_CHECKING:
    from .store import Store

MOST_COST = 50_000


@dataclass(frozen=True)
class GraphQLAnswer:
    status: int
    body: dict[str, Any]


def answer(
    store: Store,
    query: Any,
    variables: dict[str, Any] | None,
    *,
    token: str | None,
    operation_name: str | None = None,
) -> GraphQLAnswer:
    if not query or not isinstance(query, str):
        return refused(GraphQLError("Must provide a query string."))
    document = _read(query, store.version)
    if isinstance(document, list):
        return refused(*document)
    # Looking at a manifest asks the app over HTTP, and the app may ask this API back: the shop must not stand still.
    calls_out = "appFetchManifest" in query
    with nullcontext() if calls_out else store.lock:
        result = execute_sync(
            schema_of(store.version),
            document,
            context_value=Ask(store, store.sessions.caller(token)),
            variable_values=variables,
            operation_name=operation_name,
        )
    if result.data is None and result.errors and not any(error.path for error in result.errors):
        return refused(*result.errors)  # wrong variables or operation name: nothing was run
    body: dict[str, Any] = {"errors": [shown(error) for error in result.errors]} if result.errors else {}
    cost = {"requestedQueryCost": _fields_in(query), "maximumAvailable": MOST_COST}
    return GraphQLAnswer(200, {**body, "data": result.data, "extensions": {"cost": cost}})


def refused(*errors: GraphQLError, status: int = 400) -> GraphQLAnswer:
    return GraphQLAnswer(status, {"errors": [shown(error) for error in errors]})


def shown(error: GraphQLError) -> dict[str, Any]:
    """`extensions.exception.code` is the name of what was raised: PermissionDenied, ExpiredSignatureError, …"""
    cause = error.original_error or error
    body: dict[str, Any] = {"message": error.message, "extensions": {"exception": {"code": type(cause).__name__}}}
    if error.locations:
        body["locations"] = [{"line": place.line, "column": place.column} for place in error.locations]
    if error.path:
        body["path"] = error.path
    return body


@lru_cache(maxsize=256)
def _read(query: str, version: str) -> DocumentNode | list[GraphQLError]:
    try:
        document = parse(query)
    except GraphQLSyntaxError as error:
        return [error]
    return validate(schema_of(version), document) or document


def _fields_in(query: str) -> int:
    """The demo has no cost map: it counts the names in the text, which is always far below the limit."""
    return len(re.findall(r"\b[a-z]\w*", query))

"""How a field finds its value: a table of resolvers, permissions before them, attributes where there is none."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphql import GraphQLError, GraphQLFieldResolver, GraphQLResolveInfo

from .permissions import NEEDS, Caller
from .schema_document import snake

if TYPE_CHECKING:
    from .store import Store

MOST_IN_PAGE = 100


@dataclass
class Ask:
    """What every resolver gets beside its row: the shop, and who is asking."""

    store: Store
    caller: Caller


RESOLVERS: dict[str, Callable[..., Any]] = {}


def resolves[F: Callable[..., Any]](*fields: str) -> Callable[[F], F]:
    """Make a function `(row, ask, **arguments)` the resolver of "Type.field"; arguments come in snake case."""

    def keep(function: F) -> F:
        for name in fields:
            RESOLVERS[name] = function
        return function

    return keep


def resolver_for(type_name: str, field: str) -> GraphQLFieldResolver:
    """The resolver of a field, behind the permissions that it needs."""
    name = f"{type_name}.{field}"
    own = RESOLVERS.get(name)
    needs = NEEDS.get(name)
    attribute = snake(field)

    def resolve(row: Any, info: GraphQLResolveInfo, **arguments: Any) -> Any:
        ask: Ask = info.context
        if needs:
            ask.caller.demand(*needs)
        if own:
            return own(row, ask, **arguments)
        return row.get(attribute) if isinstance(row, dict) else getattr(row, attribute)

    return resolve


def page(
    rows: Sequence[Any],
    *,
    name: str,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> dict[str, Any]:
    """A Relay connection over `rows`; a cursor is the row's own id. `name` is the field's, for Saleor's messages."""
    _refuse_size(name, first, last)
    start = _position(rows, after) + 1 if after else 0
    end = _position(rows, before) if before else len(rows)
    chosen = list(rows[start:end])
    kept = chosen[:first] if first is not None else chosen[-(last or 0) :] if last else []
    shift = start + (len(chosen) - len(kept) if first is None else 0)
    edges = [{"node": row, "cursor": _cursor(row)} for row in kept]
    return {
        "edges": edges,
        "total_count": len(rows),
        "page_info": {
            "has_next_page": shift + len(kept) < len(rows),
            "has_previous_page": shift > 0,
            "start_cursor": edges[0]["cursor"] if edges else None,
            "end_cursor": edges[-1]["cursor"] if edges else None,
        },
    }


def _refuse_size(name: str, first: int | None, last: int | None) -> None:
    if first is None and last is None:
        raise GraphQLError(f"You must provide a `first` or `last` value to properly paginate the `{name}` connection.")
    for word, size in (("first", first), ("last", last)):
        if size is not None and size > MOST_IN_PAGE:
            limit = f"exceeds the `{word}` limit of {MOST_IN_PAGE} records."
            raise GraphQLError(f"Requesting {size} records on the `{name}` connection {limit}")


def _cursor(row: Any) -> str:
    return base64.b64encode(f'["{row.id}"]'.encode()).decode()


def _position(rows: Sequence[Any], cursor: str) -> int:
    for position, row in enumerate(rows):
        if _cursor(row) == cursor:
            return position
    raise GraphQLError("Received cursor is invalid.")

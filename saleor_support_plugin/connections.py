"""Relay connections over rows: forward only, at most a hundred a page, as Saleor's own."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import graphene
from django.db.models import QuerySet
from graphene.relay.connection import connection_adapter, page_info_adapter
from graphql import GraphQLError
from graphql_relay import connection_from_array_slice, cursor_to_offset

MOST_A_PAGE = 100


class Counted(graphene.relay.Connection):  # type: ignore[misc]  # graphene has no types
    class Meta:
        abstract = True

    total_count = graphene.Int(required=True)

    @staticmethod
    def resolve_total_count(page: Any, _: object) -> int:
        return int(page.total)


def page_of(
    connection: type[Counted], rows: QuerySet[Any] | Sequence[Any], *, first: int | None, after: str | None
) -> Any:
    """Return one page of `rows`. Raises a GraphQLError with code INVALID for a page size below 0 or above 100."""
    size = MOST_A_PAGE if first is None else first
    if not 0 <= size <= MOST_A_PAGE:
        raise GraphQLError(f"`first` is a number from 0 to {MOST_A_PAGE}.", extensions={"code": "INVALID"})
    offset = cursor_to_offset(after) if after else -1
    if offset is None:
        raise GraphQLError("`after` is not a cursor of this list.", extensions={"code": "INVALID"})
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    page: Any = connection_from_array_slice(
        rows[offset + 1 : offset + 1 + size],
        args={"first": size, "after": after},
        connection_type=partial(connection_adapter, connection),
        edge_type=connection.Edge,
        page_info_type=page_info_adapter,
        slice_start=offset + 1,
        array_length=total,
    )
    page.total = total
    return page

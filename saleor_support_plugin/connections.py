"""Relay connections over rows: forward only, at most a hundred a page, as Saleor's own."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, cast

import graphene
from django.db.models import Model, Prefetch, QuerySet, prefetch_related_objects
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
    slice_ = list(rows[offset + 1 : offset + 1 + size])
    _know_each_other(slice_)
    page: Any = connection_from_array_slice(
        slice_,
        args={"first": size, "after": after},
        connection_type=partial(connection_adapter, connection),
        edge_type=connection.Edge,
        page_info_type=page_info_adapter,
        slice_start=offset + 1,
        array_length=total,
    )
    page.total = total
    return page


def _know_each_other(rows: Sequence[Model]) -> None:
    for row in rows:
        row.__dict__["_page"] = rows


def related(row: Model, *path: str, among: QuerySet[Any] | None = None) -> list[Any]:
    """Return the rows at the end of `path`, read for every row of this one's page in the same query.

    So a list asks as many questions for twenty rows as for one, and only for what was selected. `among` says which of
    them, and what is joined to each; it must be the same for the whole page.
    """
    page: Sequence[Model] = row.__dict__.get("_page") or [row]
    prefetch_related_objects(page, Prefetch("__".join(path), among))
    found = {id(one): _end(one, path) for one in page}
    _know_each_other([last for rows in found.values() for last in rows])
    return found[id(row)]


def followed(row: Model, name: str) -> Any:
    """Return the one row that this one names, knowing those that the rest of the page names."""
    page: Sequence[Model] = row.__dict__.get("_page") or [row]
    _know_each_other([one for one in (getattr(one, name) for one in page) if one is not None])
    return getattr(row, name)


def held(row: Model, name: str) -> Any:
    """Return the one row that names this one, None where there is none; read for the whole page in one query."""
    page: Sequence[Model] = row.__dict__.get("_page") or [row]
    prefetch_related_objects(page, name)
    _know_each_other([found for found in (getattr(one, name, None) for one in page) if found is not None])
    return getattr(row, name, None)


def looked_up(row: Model, name: str, read: Callable[[Sequence[Any]], Mapping[Any, Any]]) -> Mapping[Any, Any]:
    """Return what `read` finds for this one's whole page, asked once: for what no key of the database leads to."""
    if name not in row.__dict__:
        page: Sequence[Model] = row.__dict__.get("_page") or [row]
        found = read(page)
        _know_each_other([one for one in found.values() if isinstance(one, Model)])
        for one in page:
            one.__dict__[name] = found
    return cast(Mapping[Any, Any], row.__dict__[name])


def _end(row: Any, path: Sequence[str]) -> list[Any]:
    for name in path[:-1]:
        row = getattr(row, name)
    return list(getattr(row, path[-1]).all())

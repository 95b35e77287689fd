"""The executable schema of each Saleor version: its types, with the demo's resolvers."""

from __future__ import annotations

from functools import cache
from typing import Any

from graphql import GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, GraphQLUnionType

from . import fields  # noqa: F401 - fills the table of resolvers
from .resolving import resolver_for
from .schema_document import types_of


@cache
def schema_of(version: str) -> GraphQLSchema:
    schema = types_of(version)
    for kind in schema.type_map.values():
        if isinstance(kind, GraphQLObjectType) and not kind.name.startswith("__"):
            for name, field in kind.fields.items():
                field.resolve = resolver_for(kind.name, name)
        elif isinstance(kind, GraphQLInterfaceType | GraphQLUnionType):
            kind.resolve_type = _type_of
    return schema


def _type_of(row: Any, *_: Any) -> str:
    return str(getattr(row, "graphql_type", type(row).__name__))

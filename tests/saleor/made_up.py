"""A Saleor that is only a schema: it answers every valid question with values of the right kind, and has no shop."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    GraphQLUnionType,
    build_schema,
    get_named_type,
    graphql_sync,
)

from saleor_support_plugin.egress import Egress, Reply

SCHEMA = Path(__file__).resolve().parents[2] / "graphql" / "saleor" / "schema.graphql"
VALUES = {
    "String": "word",
    "ID": "U2hpcHBpbmdNZXRob2RUeXBlOjc=",
    "Int": 7,
    "Float": 129.9,
    "Boolean": True,
    "DateTime": "2026-11-21T18:24:01.698338+00:00",
    "Date": "2026-11-21",
    "JSONString": "{}",
    "UUID": "2ed53462-ab5f-47e5-83df-e64d61b462ce",
}


@cache
def schema() -> GraphQLSchema:
    return build_schema(SCHEMA.read_text())


def value(parent: Any, info: GraphQLResolveInfo, **arguments: Any) -> Any:
    if isinstance(parent, Mapping) and info.field_name in parent:
        given = parent[info.field_name]
        return given(**arguments) if callable(given) else given
    kind = info.return_type.of_type if isinstance(info.return_type, GraphQLNonNull) else info.return_type
    named = get_named_type(kind)
    if info.field_name == "errors":
        return []
    if info.field_name == "hasNextPage":
        return False
    if isinstance(named, GraphQLObjectType):
        one: Any = {}
    elif isinstance(named, GraphQLUnionType):
        one = {"__typename": named.types[0].name}
    else:
        one = next(iter(named.values)) if isinstance(named, GraphQLEnumType) else VALUES[named.name]
    return [one] if isinstance(kind, GraphQLList) else one


@dataclass
class MadeUpSaleor(Egress):
    """Answers as an egress would; `root` gives values that a test cares about. Keeps every question."""

    root: dict[str, Any] = field(default_factory=dict)
    questions: list[dict[str, Any]] = field(default_factory=list)

    def get(self, url: str, *, headers: Mapping[str, str] | None = None) -> Reply:
        raise AssertionError("GraphQL is posted")

    def post(
        self, url: str, *, json: object = None, data: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        assert isinstance(json, dict)
        self.questions.append(json | {"headers": dict(headers or {})})
        done = graphql_sync(
            schema(),
            json["query"],
            self.root,
            variable_values=json["variables"],
            operation_name=json["operationName"],
            field_resolver=value,
        )
        return Reply(200, {}, _text(done.formatted))


def _text(answer: object) -> bytes:
    return json.dumps(answer).encode()

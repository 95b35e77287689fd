"""schema.graphql, parsed once, and the types of each Saleor version cut out of it."""

from __future__ import annotations

import json
import re
import uuid
from copy import copy
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import Any

from graphql import (
    REMOVE,
    DirectiveNode,
    DocumentNode,
    GraphQLEnumType,
    GraphQLError,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    Node,
    ObjectTypeDefinitionNode,
    Visitor,
    VisitorAction,
    build_ast_schema,
    parse,
    parse_type,
    value_from_ast_untyped,
    visit,
)
from graphql.language import DirectiveDefinitionNode, TypeDefinitionNode, UnionTypeDefinitionNode

VERSIONS = ("3.21", "3.22", "3.23")
_OURS = {"since", "until", "was"}  # directives of schema.graphql that say what an older version lacks


def snake(name: str) -> str:
    """streetAddress1 → street_address1: Saleor's names as Python's."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()


@cache
def schema_document() -> DocumentNode:
    text = files(__package__).joinpath("schema.graphql").read_text()
    return parse(text, no_location=True)


def event_types() -> dict[str, set[str]]:
    """Event type, such as OrderCreated → names of its fields."""
    return {
        node.name.value: {field.name.value for field in node.fields}
        for node in _objects()
        if any(interface.name.value == "Event" for interface in node.interfaces)
    }


def subscription_fields() -> set[str]:
    return {field.name.value for node in _objects() if node.name.value == "Subscription" for field in node.fields}


def _objects() -> list[ObjectTypeDefinitionNode]:
    return [node for node in schema_document().definitions if isinstance(node, ObjectTypeDefinitionNode)]


@cache
def types_of(version: str) -> GraphQLSchema:
    """The types that Saleor of this version ("3.21", "3.22" or "3.23") has, as far as the demo knows them."""
    if version not in VERSIONS:
        raise ValueError(f"the demo plays Saleor {', '.join(VERSIONS)}, not {version}")
    hidden = {
        definition.name.value
        for definition in schema_document().definitions
        if isinstance(definition, TypeDefinitionNode) and not _is_there(definition, version)
    }
    schema = build_ast_schema(visit(schema_document(), _AsOf(version, hidden)))
    for kind in schema.type_map.values():
        if not kind.name.startswith("__"):  # introspection's types are every schema's
            _in_snake_case(kind)
        if isinstance(kind, GraphQLScalarType) and kind.name in _SCALARS:
            kind.serialize, kind.parse_value = _SCALARS[kind.name]  # type: ignore[method-assign] # its documented way
    return schema


def enum_values(version: str, name: str) -> frozenset[str]:
    """The values that an enum has in a version; none if it lacks the enum."""
    enum = types_of(version).type_map.get(name)
    return frozenset(enum.values) if isinstance(enum, GraphQLEnumType) else frozenset()


def _in_snake_case(kind: object) -> None:
    """Resolvers get their arguments under Python's names."""
    if isinstance(kind, GraphQLObjectType):
        for field in kind.fields.values():
            for name, argument in field.args.items():
                argument.out_name = snake(name)
    elif isinstance(kind, GraphQLInputObjectType):
        for name, given in kind.fields.items():
            given.out_name = snake(name)


class _AsOf(Visitor):
    """Cuts the document down to one version."""

    def __init__(self, version: str, hidden: set[str]) -> None:
        super().__init__()
        self.version = version
        self.hidden = hidden

    def enter(self, node: Node, *_: Any) -> VisitorAction | Node:
        if isinstance(node, DirectiveDefinitionNode) or (isinstance(node, DirectiveNode) and node.name.value in _OURS):
            return REMOVE
        if not _is_there(node, self.version):
            return REMOVE
        if isinstance(node, UnionTypeDefinitionNode):
            cut = copy(node)  # the document is shared by all versions
            cut.types = tuple(member for member in node.types if member.name.value not in self.hidden)
            return cut
        return self._as_it_was(node)

    def _as_it_was(self, node: Node) -> Node | None:
        for directive in getattr(node, "directives", ()):
            if directive.name.value == "was" and self.version <= _said(directive, "until"):
                old = copy(node)
                setattr(old, "type", parse_type(_said(directive, "type")))  # noqa: B010 - only some nodes have a type
                return old
        return None


def _is_there(node: Node, version: str) -> bool:
    for directive in getattr(node, "directives", None) or ():
        if directive.name.value == "since" and version < _said(directive, "version"):
            return False
        if directive.name.value == "until" and version > _said(directive, "version"):
            return False
    return True


def _said(directive: DirectiveNode, argument: str) -> str:
    values = {given.name.value: given.value for given in directive.arguments}
    return str(value_from_ast_untyped(values[argument]))


def _read_datetime(text: Any) -> datetime:
    try:
        return datetime.fromisoformat(str(text))
    except ValueError as error:
        raise GraphQLError(f'DateTime cannot represent value: "{text}"') from error


def _read_date(text: Any) -> date:
    try:
        return date.fromisoformat(str(text))
    except ValueError as error:
        raise GraphQLError(f'Date cannot represent value: "{text}"') from error


def _read_positive(number: Any) -> Any:
    if isinstance(number, bool) or not isinstance(number, int | float) or number < 0:
        raise GraphQLError(f"Value cannot be lower than 0: {number}")
    return number


def _read_positive_decimal(number: Any) -> Decimal:
    read = _read_decimal(number)
    if not read >= 0:
        raise GraphQLError(f"Value cannot be lower than 0: {number}")
    return read


def _read_decimal(number: Any) -> Decimal:
    """Saleor takes it as a number, or as a text that says one."""
    try:
        return Decimal(str(number))
    except InvalidOperation as error:
        raise GraphQLError(f"Value is no number: {number}") from error


def _same(value: Any) -> Any:
    return value


_SCALARS: dict[str, tuple[Any, Any]] = {
    "DateTime": (datetime.isoformat, _read_datetime),
    "Date": (date.isoformat, _read_date),
    "UUID": (str, lambda text: str(uuid.UUID(text))),
    "JSONString": (lambda value: value if isinstance(value, str) else json.dumps(value), _same),
    "PositiveInt": (_same, _read_positive),
    "Decimal": (float, _read_decimal),
    "PositiveDecimal": (float, _read_positive_decimal),
}

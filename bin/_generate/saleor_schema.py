"""The part of Saleor's schema that our documents reach: names and types, no descriptions."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import documents
from graphql import (
    FieldNode,
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
    InlineFragmentNode,
    ObjectFieldNode,
    TypeInfo,
    TypeInfoVisitor,
    VariableDefinitionNode,
    Visitor,
    build_client_schema,
    build_schema,
    get_named_type,
    is_required_argument,
    is_required_input_field,
    is_specified_scalar_type,
    lexicographic_sort_schema,
    print_schema,
    visit,
)

# The newest Saleor we know; the documents are tested against the older ones.
INTROSPECTION = Path("../shared/saleor/introspection-3.23.json")
# What goes in a variable, of inputs that demand nothing: no document names these.
FILLED = {
    "AddressInput": {
        "firstName",
        "lastName",
        "companyName",
        "streetAddress1",
        "streetAddress2",
        "city",
        "cityArea",
        "postalCode",
        "country",
        "countryArea",
        "phone",
    },
    "AttributeValueInput": {"id", "numeric"},
    "DraftOrderCreateInput": {
        "billingAddress",
        "channelId",
        "customerNote",
        "externalReference",
        "languageCode",
        "lines",
        "shippingAddress",
        "user",
        "userEmail",
    },
    "GiftCardCreateInput": {"assignedTo", "channel", "expiryDate", "metadata", "note", "userEmail"},
    "OrderGrantRefundCreateInput": {"amount", "grantRefundForShipping", "lines", "reason", "reasonReference"},
    "OrderLineCreateInput": {"price"},
    "OrderReturnProductsInput": {"fulfillmentLines"},
}


def text(root: Path) -> str:
    """Return the SDL, from Saleor's introspection where that is at hand, else as it was kept."""
    source = root / INTROSPECTION
    if not source.is_file():
        print("graphql/saleor/schema.graphql left as it is: no introspection of Saleor beside the checkout")
        return (root / "graphql/saleor/schema.graphql").read_text()
    schema = build_client_schema(json.loads(source.read_text())["data"])
    reached = Reached(schema)
    visit(documents.everything(root), TypeInfoVisitor(reached.info, reached))
    return print_schema(lexicographic_sort_schema(build_schema(reached.sdl()))) + "\n"


class Reached(Visitor):
    """Walks the documents and keeps each type, field, argument and input field that they name."""

    def __init__(self, schema: GraphQLSchema) -> None:
        super().__init__()
        self.schema = schema
        self.info = TypeInfo(schema)
        self.fields: dict[str, set[str]] = defaultdict(set)
        self.arguments: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.types: set[str] = set()

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        parent, field = self.info.get_parent_type(), self.info.get_field_def()
        if parent is None or field is None or node.name.value.startswith("__"):
            return
        self.types |= {parent.name, get_named_type(field.type).name}
        self.fields[parent.name].add(node.name.value)
        named = {argument.name.value for argument in node.arguments}
        required = {name for name, argument in field.args.items() if is_required_argument(argument)}
        self.arguments[parent.name, node.name.value] |= named | required
        for name in named | required:
            self._take(get_named_type(field.args[name].type))

    def enter_inline_fragment(self, node: InlineFragmentNode, *_: Any) -> None:
        if node.type_condition:
            self.types.add(node.type_condition.name.value)

    def enter_variable_definition(self, node: VariableDefinitionNode, *_: Any) -> None:
        self._take(get_named_type(self.info.get_input_type()))

    def enter_object_field(self, node: ObjectFieldNode, *_: Any) -> None:
        parent = get_named_type(self.info.get_parent_input_type())
        self.fields[parent.name].add(node.name.value)
        self._take(get_named_type(self.info.get_input_type()))

    def _take(self, kind: GraphQLNamedType | None) -> None:
        """Keep an input type with what it cannot do without."""
        if kind is None or kind.name in self.types:
            return
        self.types.add(kind.name)
        if isinstance(kind, GraphQLInputObjectType):
            filled = FILLED.get(kind.name, set())
            for name, field in kind.fields.items():
                if is_required_input_field(field) or name in filled:
                    self.fields[kind.name].add(name)
                    self._take(get_named_type(field.type))

    def sdl(self) -> str:
        self._share_interfaces()
        return "\n\n".join(
            self._definition(self.schema.type_map[name]) for name in sorted(self.types) if self._own(name)
        )

    def _own(self, name: str) -> bool:
        return not is_specified_scalar_type(self.schema.type_map[name])

    def _share_interfaces(self) -> None:
        """Give each type the fields of the interfaces it is reached by, or it would not fulfil them."""
        for name in sorted(self.types):
            for interface in self._interfaces(name):
                self.fields[name] |= self.fields[interface]
        for name in sorted(self.types):
            kind = self.schema.type_map[name]
            for field in self.fields[name] if isinstance(kind, GraphQLObjectType) else ():
                self.types.add(get_named_type(kind.fields[field].type).name)

    def _interfaces(self, name: str) -> list[str]:
        kind = self.schema.type_map[name]
        if not isinstance(kind, GraphQLObjectType):
            return []
        return [one.name for one in kind.interfaces if one.name in self.types and self.fields[one.name]]

    def _definition(self, kind: GraphQLNamedType) -> str:
        match kind:
            case GraphQLScalarType():
                return f"scalar {kind.name}"
            case GraphQLEnumType():
                return _block(f"enum {kind.name}", kind.values)
            case GraphQLUnionType():
                return f"union {kind.name} = " + " | ".join(one.name for one in kind.types if one.name in self.types)
            case GraphQLInputObjectType():
                lines = [f"{name}: {kind.fields[name].type}" for name in self.fields[kind.name]]
                return _block(f"input {kind.name}", lines)
            case GraphQLInterfaceType():
                return _block(f"interface {kind.name}", self._field_lines(kind))
            case GraphQLObjectType():
                implements = " & ".join(self._interfaces(kind.name))
                return _block(
                    f"type {kind.name}" + (f" implements {implements}" if implements else ""), self._field_lines(kind)
                )
        raise TypeError(kind)

    def _field_lines(self, kind: GraphQLObjectType | GraphQLInterfaceType) -> list[str]:
        return [self._field_line(kind, name) for name in self.fields[kind.name]]

    def _field_line(self, kind: GraphQLObjectType | GraphQLInterfaceType, name: str) -> str:
        field = kind.fields[name]
        wanted = sorted(self.arguments[kind.name, name])
        arguments = ", ".join(_argument(one, field.args[one]) for one in wanted)
        return f"{name}({arguments}): {field.type}" if arguments else f"{name}: {field.type}"


def _argument(name: str, argument: GraphQLArgument) -> str:
    return f"{name}: {argument.type}"


def _block(head: str, lines: Any) -> str:
    return f"{head} {{\n" + "\n".join(f"  {line}" for line in lines) + "\n}"

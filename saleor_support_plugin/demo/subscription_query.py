"""A webhook's query: whether Saleor would take it, which events it asks for, and for which channels."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSyntaxError,
    InlineFragmentNode,
    ListValueNode,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
    SingleFieldSubscriptionsRule,
    StringValueNode,
    parse,
    specified_rules,
    validate,
)

from .events import event_name
from .schema_document import types_of

# Saleor says itself, and in other words, that only one field may be asked for.
_RULES = [rule for rule in specified_rules if rule is not SingleFieldSubscriptionsRule]


@dataclass(frozen=True)
class SubscriptionQuery:
    """`error` is Saleor's message when the query is no good; `code` the WebhookErrorCode that goes with it."""

    document: DocumentNode | None
    events: list[str] = field(default_factory=list)
    channels: list[str] = field(default_factory=list)
    error: str | None = None
    code: str = "GRAPHQL_ERROR"


@lru_cache(maxsize=256)
def read_query(text: str, version: str) -> SubscriptionQuery:
    try:
        document = parse(text)
    except GraphQLSyntaxError as error:
        return SubscriptionQuery(None, error=_in_saleors_quotes(error.message), code="SYNTAX")
    errors = validate(types_of(version), document, _RULES)
    if errors:
        messages = ";".join(dict.fromkeys(_in_saleors_quotes(error.message) for error in errors))
        return SubscriptionQuery(None, error=messages)
    return _read_valid(document)


def _read_valid(document: DocumentNode) -> SubscriptionQuery:
    subscription = next((d for d in document.definitions if _is_subscription(d)), None)
    if not isinstance(subscription, OperationDefinitionNode):
        return SubscriptionQuery(None, error="Subscription operation can't be found.", code="MISSING_SUBSCRIPTION")
    fields = [chosen for chosen in subscription.selection_set.selections if isinstance(chosen, FieldNode)]
    names = [chosen.name.value for chosen in fields]
    if len(names) > 1 and set(names) != {"event"}:
        return SubscriptionQuery(None, error="Subscription must select only one top field.", code="INVALID")
    if names[0] != "event":
        return SubscriptionQuery(document, [event_name(name) for name in names], _channels(fields[0]))
    types = [name for chosen in fields for name in _types_in(chosen, document)]
    if not types:
        return SubscriptionQuery(None, error="Can't find a single event.", code="MISSING_EVENT")
    return SubscriptionQuery(document, sorted({event_name(name) for name in types}))


def _is_subscription(definition: object) -> bool:
    return isinstance(definition, OperationDefinitionNode) and definition.operation == OperationType.SUBSCRIPTION


def _types_in(chosen: FieldNode, document: DocumentNode) -> list[str]:
    """The event types that a field selects, directly or through fragments."""
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}

    def types(selection: SelectionNode) -> list[str]:
        if isinstance(selection, InlineFragmentNode) and selection.type_condition:
            return [selection.type_condition.name.value]
        if not isinstance(selection, FragmentSpreadNode):
            return []
        fragment = fragments[selection.name.value]
        if fragment.type_condition.name.value != "Event":
            return [fragment.type_condition.name.value]
        return [name for inner in fragment.selection_set.selections for name in types(inner)]

    selections = chosen.selection_set.selections if chosen.selection_set else ()
    return [name for selection in selections for name in types(selection)]


def _channels(chosen: FieldNode) -> list[str]:
    for argument in chosen.arguments:
        if argument.name.value == "channels" and isinstance(argument.value, ListValueNode):
            return [value.value for value in argument.value.values if isinstance(value, StringValueNode)]
    return []


def _in_saleors_quotes(message: str) -> str:
    """Saleor's older GraphQL library quotes names with double quotes."""
    return message.replace("'", '"')

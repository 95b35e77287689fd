"""One view for both schemas: who is asking, how deep and how dear the question is, and errors with a code."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import graphene
import orjson
from django.http import HttpRequest, HttpResponse
from graphene.validation import depth_limit_validator
from graphql import (
    DocumentNode,
    ExecutionResult,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    execute,
    get_named_type,
    get_operation_ast,
    parse,
    specified_rules,
    validate,
)

from ..connections import MOST_A_PAGE
from ..logs import request_id
from ..saleor.errors import SaleorError, SaleorUnreachable
from ..stores.callers import NotPermitted, NotRecognised

log = logging.getLogger(__name__)

MOST_BYTES = 100_000
MOST_DEPTH = 12
MOST_COST = 5_000


class QuestionRefused(Exception):
    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.code = code
        self.status = status


@dataclass(frozen=True, slots=True)
class Question:
    query: str
    variables: dict[str, Any]
    operation: str | None


def graphql_view(schema: graphene.Schema, context_of: Callable[[str], object]) -> Callable[[HttpRequest], HttpResponse]:
    """A schema's view. `context_of` turns a bearer token into the resolvers' context, or raises NotRecognised."""
    read = documents_of(schema)

    def view(request: HttpRequest) -> HttpResponse:
        try:
            question = _question(request)
            context = context_of(_bearer(request))  # first, for to parse and validate is work that strangers do not get
            document = read(question.query)
            _check_cost(schema.graphql_schema, document, question)
            result = execute(
                schema.graphql_schema,
                document,
                context_value=context,
                variable_values=question.variables,
                operation_name=question.operation,
            )
        except QuestionRefused as refused:
            return _json({"errors": [_error(refused.code, str(refused))]}, refused.status)
        except NotRecognised as error:
            return _json({"errors": [_error(error.code, str(error))]}, 401)
        except SaleorUnreachable:
            return _json({"errors": [_error("SALEOR_UNREACHABLE", "The store does not answer. Try again.")]}, 503)
        assert isinstance(result, ExecutionResult)  # noqa: S101  no resolver here is asynchronous
        return _json(_body(result), 200)

    return view


def documents_of(schema: graphene.Schema) -> Callable[[str], DocumentNode]:
    """Return a reader that parses and validates a text once: the same few documents come again and again."""
    rules = [*specified_rules, depth_limit_validator(max_depth=MOST_DEPTH)]

    @lru_cache(maxsize=500)
    def read(query: str) -> DocumentNode:
        try:
            document = parse(query, max_tokens=5_000)
        except GraphQLError as error:
            raise QuestionRefused("INVALID", error.message) from error
        errors = validate(schema.graphql_schema, document, rules)
        if errors:
            deep = any("exceeds maximum operation depth" in error.message for error in errors)
            raise QuestionRefused("DEPTH_LIMIT" if deep else "INVALID", errors[0].message)
        return document

    return read


def _question(request: HttpRequest) -> Question:
    if request.method != "POST":
        raise QuestionRefused("METHOD_NOT_ALLOWED", "Questions are posted, as JSON.", 405)
    if len(request.body) > MOST_BYTES:
        raise QuestionRefused("TOO_LARGE", f"A question may have {MOST_BYTES} bytes.", 413)
    try:
        body = orjson.loads(request.body)
        query, variables = body["query"], body.get("variables") or {}
        operation = body.get("operationName")
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise QuestionRefused("INVALID", "The body is JSON with a `query`, and perhaps `variables`.") from error
    if not isinstance(query, str) or not isinstance(variables, dict) or not isinstance(operation, str | None):
        raise QuestionRefused("INVALID", "`query` is text, `variables` an object, `operationName` text.")
    return Question(query, variables, operation)


def _bearer(request: HttpRequest) -> str:
    given = request.headers.get("Authorization") or request.headers.get("Authorization-Bearer") or ""
    return given.removeprefix("Bearer ").removeprefix("JWT ").strip()


def _check_cost(schema: GraphQLSchema, document: DocumentNode, question: Question) -> None:
    operation = get_operation_ast(document, question.operation)
    if operation is None:
        raise QuestionRefused("INVALID", "`operationName` names which of the operations to run.")
    spent = cost(schema, document, operation, question.variables)
    if spent > MOST_COST:
        raise QuestionRefused("COST_LIMIT", f"This costs {spent}, more than {MOST_COST}: ask for fewer at once.")


def cost(
    schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: dict[str, Any]
) -> int:
    """Return how many fields the answer can have: one for each, times the page of every list on the way."""
    fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}

    def of(selections: SelectionSetNode | None, parent: Any) -> int:
        return sum(one(node, parent) for node in selections.selections) if selections else 0

    def one(node: Any, parent: Any) -> int:
        if isinstance(node, FragmentSpreadNode):
            return of(fragments[node.name.value].selection_set, parent)
        if isinstance(node, InlineFragmentNode):
            return of(node.selection_set, parent)
        field = getattr(parent, "fields", {}).get(node.name.value)  # none for __schema and its like
        page = _page(node, variables) if field and "first" in field.args else 1
        return 1 + page * of(node.selection_set, get_named_type(field.type) if field else None)

    return of(operation.selection_set, schema.get_root_type(operation.operation))


def _page(node: FieldNode, variables: dict[str, Any]) -> int:
    """Return how many rows a list may bring: what `first` says, or a whole page where it says nothing."""
    for argument in node.arguments:
        if argument.name.value == "first":
            value = argument.value
            if isinstance(value, IntValueNode):
                return max(1, int(value.value))
            given = variables.get(value.name.value) if isinstance(value, VariableNode) else None
            return max(1, given) if isinstance(given, int) else MOST_A_PAGE
    return MOST_A_PAGE


def _body(result: ExecutionResult) -> dict[str, Any]:
    body: dict[str, Any] = {"data": result.data}
    if result.errors:
        body["errors"] = [_said(error) for error in result.errors]
    return body


def _said(error: GraphQLError) -> dict[str, Any]:
    """Say what went wrong, not what is inside: an error nobody foresaw is logged, and named by the request."""
    cause = error.original_error
    if isinstance(cause, NotPermitted):
        said = _error(cause.code, str(cause)) | {"extensions": {"code": cause.code, "permission": cause.permission}}
    elif isinstance(cause, SaleorError):
        said = _error("SALEOR_UNREACHABLE", "The store does not answer as it should. Try again.")
    elif cause is None or isinstance(cause, GraphQLError):
        said = _error(str((error.extensions or {}).get("code", "INVALID")), error.message)
    else:
        log.error("a resolver failed", exc_info=cause)
        said = _error("INTERNAL", f"Something went wrong here; it is logged as {request_id.get()}.")
    return said | {"path": error.path}


def _error(code: str, message: str) -> dict[str, Any]:
    return {"message": message, "extensions": {"code": code}}


def _json(body: dict[str, Any], status: int) -> HttpResponse:
    response = HttpResponse(orjson.dumps(body, default=str), content_type="application/json", status=status)
    response["Cache-Control"] = "no-store"
    return response

"""What we send to Saleor is understood by every Saleor that we serve."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLEnumType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    NoUnusedFragmentsRule,
    OperationDefinitionNode,
    build_client_schema,
    build_schema,
    parse,
    print_ast,
    specified_rules,
    validate,
)

from saleor_support_plugin.saleor.generated import subscriptions
from saleor_support_plugin.saleor.ratings import RATED
from saleor_support_plugin.saleor.transport import PROBE

VERSIONS = ("3.21", "3.22", "3.23")
NEWER_THAN = {
    "3.21": {"app_problems.graphql", "checkout_now.graphql", "stock_settings.graphql"},
    "3.22": {"checkout_now.graphql", "stock_settings.graphql"},
}

DOCUMENTS = Path(__file__).resolve().parents[2] / "graphql" / "saleor"
FRAGMENTS = "\n".join(file.read_text() for file in sorted((DOCUMENTS / "fragments").glob("*.graphql")))
FILES = sorted(file for kind in ("operations", "subscriptions") for file in (DOCUMENTS / kind).glob("*.graphql"))
WEBHOOKS = {name: text for name, text in vars(subscriptions).items() if name.isupper()}
RULES = [rule for rule in specified_rules if rule is not NoUnusedFragmentsRule]


@cache
def saleor(shared: Path, version: str) -> GraphQLSchema:
    return build_client_schema(json.loads((shared / f"introspection-{version}.json").read_text())["data"])


@pytest.mark.parametrize("version", VERSIONS)
def test_every_document_is_valid_on_every_saleor_we_serve(shared: Path, version: str) -> None:
    for file in FILES:
        errors = validate(saleor(shared, version), parse(f"{FRAGMENTS}\n{file.read_text()}"), RULES)
        assert bool(errors) == (file.name in NEWER_THAN.get(version, ())), (file.name, errors)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("question", [PROBE, RATED], ids=["whose token this is", "whether products have a rating"])
def test_what_is_asked_beside_the_documents_is_valid_everywhere(shared: Path, version: str, question: str) -> None:
    assert validate(saleor(shared, version), parse(question)) == []


def test_the_kept_part_of_saleors_schema_reaches_every_document() -> None:
    schema = build_schema((DOCUMENTS / "schema.graphql").read_text())
    for text in [*(f"{FRAGMENTS}\n{file.read_text()}" for file in FILES), PROBE]:
        assert validate(schema, parse(text), RULES) == []


def test_the_kept_part_of_saleors_schema_is_a_part_of_it(shared: Path) -> None:
    kept, whole = build_schema((DOCUMENTS / "schema.graphql").read_text()), saleor(shared, "3.23")
    for name, kind in kept.type_map.items():
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) and not name.startswith("__"):
            of_saleor = whole.type_map[name]
            assert isinstance(of_saleor, GraphQLObjectType | GraphQLInterfaceType)
            assert {field: str(one.type) for field, one in kind.fields.items()}.items() <= {
                field: str(one.type) for field, one in of_saleor.fields.items()
            }.items()


@pytest.mark.parametrize("name", sorted(WEBHOOKS))
def test_a_webhooks_text_is_its_document_with_its_fragments(name: str) -> None:
    document = parse((DOCUMENTS / "subscriptions" / f"{name.lower()}.graphql").read_text())
    known = {one.name.value: one for one in parse(FRAGMENTS).definitions if isinstance(one, FragmentDefinitionNode)}
    used = sorted(set(re.findall(r"\.\.\.(\w+)", print_ast(document))))
    wanted = DocumentNode(definitions=(*document.definitions, *(known[one] for one in used)))
    assert WEBHOOKS[name] == print_ast(wanted)


def test_every_subscription_document_has_its_text() -> None:
    assert {f"{name.lower()}.graphql" for name in WEBHOOKS} == {
        file.name for file in FILES if file.parent.name == "subscriptions"
    }


def events_of(text: str) -> list[str]:
    """Return the types of event that a webhook's document asks for."""
    (operation,) = (one for one in parse(text).definitions if isinstance(one, OperationDefinitionNode))
    (field,) = operation.selection_set.selections  # Saleor takes exactly one
    assert isinstance(field, FieldNode)
    assert field.name.value == "event"
    assert field.selection_set
    kinds = [one.type_condition for one in field.selection_set.selections if isinstance(one, InlineFragmentNode)]
    return [kind.name.value for kind in kinds if kind]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", sorted(WEBHOOKS))
def test_a_webhook_asks_for_events_that_saleor_has(shared: Path, version: str, name: str) -> None:
    schema = saleor(shared, version)
    assert validate(schema, parse(WEBHOOKS[name])) == []
    known = schema.type_map["WebhookEventTypeAsyncEnum"]
    assert isinstance(known, GraphQLEnumType)
    for kind in events_of(WEBHOOKS[name]):
        assert re.sub(r"(?<!^)(?=[A-Z])", "_", kind).upper() in known.values


@pytest.mark.parametrize("name", sorted(WEBHOOKS))
def test_a_webhook_says_when_for_whom_and_from_which_saleor(name: str) -> None:
    head = WEBHOOKS[name].split("... on")[0].split()
    assert {"__typename", "issuedAt", "version", "recipient"} <= set(head)


def test_no_event_is_asked_for_twice() -> None:
    asked = [event for text in WEBHOOKS.values() for event in events_of(text)]
    assert len(asked) == len(set(asked))

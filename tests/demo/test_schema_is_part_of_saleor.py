"""What the demo answers is a part of what Saleor 3.21, 3.22 and 3.23 answer: no field, type or value of its own."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLUnionType,
    NoUnusedFragmentsRule,
    concat_ast,
    parse,
    specified_rules,
    validate,
)

from saleor_support_plugin.demo.events import is_deferred, permission_for, type_name
from saleor_support_plugin.demo.permissions import NEEDS
from saleor_support_plugin.demo.schema_document import VERSIONS, event_types, types_of

BUILT_IN = {"String", "Int", "Float", "Boolean", "ID"}


@cache
def real_types(file: Path) -> dict[str, dict[str, Any]]:
    answer = json.loads(file.read_text())
    return {kind["name"]: kind for kind in answer["data"]["__schema"]["types"]}


def written(kind: dict[str, Any]) -> str:
    """An introspected type as SDL writes it: [ID!]!"""
    if kind["kind"] == "NON_NULL":
        return written(kind["ofType"]) + "!"
    if kind["kind"] == "LIST":
        return f"[{written(kind['ofType'])}]"
    return str(kind["name"])


def ours(version: str) -> list[GraphQLNamedType]:
    types = types_of(version).type_map.values()
    return [kind for kind in types if not kind.name.startswith("__") and kind.name not in BUILT_IN]


@pytest.mark.parametrize("version", VERSIONS)
def test_every_field_and_argument_of_the_demo_is_saleors_with_saleors_type(version: str, shared: Path) -> None:
    real = real_types(shared / f"introspection-{version}.json")
    wrong = []
    for kind in ours(version):
        if kind.name not in real:
            wrong.append(kind.name)
            continue
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            known = {field["name"]: field for field in real[kind.name]["fields"]}
            for name, field in kind.fields.items():
                wrong += [f"{kind.name}.{name}{what}" for what in strangeness_of_field(field, known.get(name))]
        if isinstance(kind, GraphQLInputObjectType):
            known = {field["name"]: field for field in real[kind.name]["inputFields"]}
            for name, given in kind.fields.items():
                if name not in known or str(given.type) != written(known[name]["type"]):
                    wrong.append(f"{kind.name}.{name}")
    assert wrong == []


def strangeness_of_field(field: GraphQLField, real: dict[str, Any] | None) -> list[str]:
    if real is None:
        return [" is not there"]
    known = {argument["name"]: argument for argument in real["args"]}
    wrong = [f": {field.type}"] if str(field.type) != written(real["type"]) else []
    for name, argument in field.args.items():
        if name not in known or str(argument.type) != written(known[name]["type"]):
            wrong.append(f"({name}: {argument.type})")
    # A query without an argument that the real one demands would pass here and fail there.
    demanded = {
        name for name, given in known.items() if given["type"]["kind"] == "NON_NULL" and not given["defaultValue"]
    }
    return wrong + [f" lacks {name}" for name in demanded - set(field.args)]


@pytest.mark.parametrize("version", VERSIONS)
def test_inputs_demand_what_saleor_demands(version: str, shared: Path) -> None:
    real = real_types(shared / f"introspection-{version}.json")
    missing = [
        f"{kind.name}.{field['name']}"
        for kind in ours(version)
        if isinstance(kind, GraphQLInputObjectType)
        for field in real[kind.name]["inputFields"]
        if field["type"]["kind"] == "NON_NULL" and not field["defaultValue"] and field["name"] not in kind.fields
    ]
    assert missing == []


@pytest.mark.parametrize("version", VERSIONS)
def test_enum_values_unions_and_interfaces_are_saleors(version: str, shared: Path) -> None:
    real = real_types(shared / f"introspection-{version}.json")
    wrong = []
    for kind in ours(version):
        if isinstance(kind, GraphQLEnumType):
            wrong += [f"{kind.name}.{v}" for v in set(kind.values) - {v["name"] for v in real[kind.name]["enumValues"]}]
        if isinstance(kind, GraphQLUnionType):
            members = {member.name for member in kind.types}
            wrong += [f"{kind.name}|{m}" for m in members - {m["name"] for m in real[kind.name]["possibleTypes"]}]
        if isinstance(kind, GraphQLObjectType):
            interfaces = {interface.name for interface in kind.interfaces}
            wrong += [f"{kind.name}&{i}" for i in interfaces - {i["name"] for i in real[kind.name]["interfaces"]}]
    assert wrong == []


def test_events_need_the_permissions_that_saleor_says(shared: Path) -> None:
    real = json.loads((shared / "webhook-events-3.23.json").read_text())
    known = {type_name(event): event for event in real}
    events = [known[name] for name in event_types()]
    assert {event: permission_for(event) for event in events} == {event: real[event]["permission"] for event in events}
    assert {event: is_deferred(event) for event in events} == {event: real[event]["deferred"] for event in events}


def test_fields_need_the_permissions_that_saleors_documentation_says(shared: Path) -> None:
    """Those with a rule of their own beside the list (the owner, the app itself) are tested where they are resolved."""
    real = real_types(shared / "introspection-3.23.json")
    said = {
        f"{kind.name}.{field['name']}": permissions_in(field["description"] or "")
        for kind in ours("3.23")
        if isinstance(kind, GraphQLObjectType)
        for field in real[kind.name]["fields"]
        if field["name"] in kind.fields
    }
    simple = {name: needs for name, needs in said.items() if needs and "OWNER" not in needs}
    # A code that anybody may ask about: its permission is checked together with the app's own id.
    resolved_apart = {"Query.app", "Mutation.appInstall"}
    for name in resolved_apart:
        simple.pop(name, None)
    kept = {name: set(needs) for name, needs in NEEDS.items() if name not in resolved_apart}
    assert kept == simple


def permissions_in(description: str) -> set[str]:
    found = re.search(r"[Rr]equires one of the following permissions: ([A-Z_, ]+)", description)
    return {name.strip() for name in found[1].split(",") if name.strip()} if found else set()


def test_an_unknown_version_is_refused() -> None:
    with pytest.raises(ValueError, match=r"3\.20"):
        types_of("3.20")


def documents() -> list[Path]:
    root = Path(__file__).parents[2] / "graphql" / "saleor"
    return sorted([*root.glob("operations/*.graphql"), *root.glob("subscriptions/*.graphql")])


@pytest.mark.parametrize("file", documents(), ids=lambda file: file.stem)
def test_every_document_of_the_app_can_be_asked(file: Path) -> None:
    """The demo is no use to the app if it lacks what the app asks; fragments live in files of their own."""
    fragments = [parse(one.read_text()) for one in file.parent.parent.glob("fragments/*.graphql")]
    rules = [rule for rule in specified_rules if rule is not NoUnusedFragmentsRule]
    errors = validate(types_of("3.23"), concat_ast([parse(file.read_text()), *fragments]), rules)
    assert [error.message for error in errors] == []

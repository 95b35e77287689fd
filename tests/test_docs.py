"""What the documents say is what the code does, and what the code has is in the documents."""

import ast
import json
import os
import re
import shlex
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import click
import pytest
import typer
from django.apps import apps
from django.conf import settings
from django.urls import URLPattern

from saleor_support_plugin import urls
from saleor_support_plugin.__main__ import cli
from saleor_support_plugin.api import chores, graphql_view, manifest
from saleor_support_plugin.api.saleor_events import SUBJECTS, TABLE
from saleor_support_plugin.carts.condition_json import LEAVES
from saleor_support_plugin.carts.plan_json import PLAN, STEP, VOUCHER
from saleor_support_plugin.connections import MOST_A_PAGE
from saleor_support_plugin.delivery.courses import Reason
from saleor_support_plugin.delivery.merchant_fields import CHANNEL, STORE, WAREHOUSE
from saleor_support_plugin.delivery.steps import StepCode
from saleor_support_plugin.egress import AddressRefused
from saleor_support_plugin.events.models import State
from saleor_support_plugin.outbox.kinds import KINDS
from saleor_support_plugin.stores.callers import NotPermitted, NotRecognised
from saleor_support_plugin.stores.configuration import Configuration
from saleor_support_plugin.stores.rules import ApiUrlWrong, StoreNotAllowed

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "saleor_support_plugin"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
# Not ours, or made by a program.
NOT_READ = {"__pycache__", "generated", "demo", "embedded"}


@cache
def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def section(name: str, heading: str) -> str:
    """Return what stands under a heading, down to the next one of its rank or a higher one."""
    text = page(name)
    found = re.search(rf"^(#+) {re.escape(heading)}\n", text, re.MULTILINE)
    assert found, f"{name} has no heading {heading!r}"
    after = text[found.end() :]
    following = re.search(rf"^#{{1,{len(found[1])}}} ", after, re.MULTILINE)
    return after[: following.start()] if following else after


def rows(text: str) -> list[list[str]]:
    """Return the cells of a page's tables, without their heads."""
    lines = re.findall(r"^\|(.+)\|$", text, re.MULTILINE)
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)] for line in lines]
    return [row for row in cells if not re.fullmatch(r":?-+:?", row[0])]


def named(text: str, column: int = 0) -> list[str]:
    """Return the words in code letters of one column."""
    return [word for row in rows(text) for word in re.findall(r"`([^`]+)`", row[column])]


def sources(*names: str) -> Iterator[ast.AST]:
    """Give every node of these files of the package; of all that are written by hand where none is named."""
    files = [PACKAGE / name for name in names] or [
        file for file in PACKAGE.rglob("*.py") if not NOT_READ & set(file.relative_to(PACKAGE).parts)
    ]
    for file in files:
        yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def calls(name: str, *files: str) -> list[list[object]]:
    """Return the arguments of every call of this name; what is not a literal is None."""
    return [
        [one.value if isinstance(one, ast.Constant) else None for one in node.args]
        for node in sources(*files)
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == name
    ]


# Settings


def settings_read() -> dict[str, list[object]]:
    """Return what settings.py says of each variable where it first reads it: name, default, …"""
    found: dict[str, list[object]] = {}
    for node in ast.parse((PACKAGE / "settings.py").read_text()).body:
        for call in ast.walk(node):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "_read":
                name = ast.literal_eval(call.args[0])
                default = call.args[1]
                found.setdefault(name, [isinstance(default, ast.Constant), getattr(default, "value", ...)])
    return found


def test_every_setting_is_in_the_docs_and_no_other() -> None:
    documented = [row[0].strip("`") for row in rows(section("docs/settings.md", "The service"))[1:]]
    assert sorted(documented) == sorted(settings_read())


def test_the_docs_name_the_defaults_that_hold() -> None:
    described = {row[0].strip("`"): row[1].strip("`") for row in rows(section("docs/settings.md", "The service"))}
    for name, (is_literal, default) in settings_read().items():
        if name == "TOKEN_KEYS":  # made of SECRET_KEY where it is empty
            continue
        if is_literal:
            assert described[name] == {None: "required", "": "nothing"}.get(default, default), name  # type: ignore[call-overload]


def environment_read() -> set[str]:
    """Return the variables that the package reads in other places than settings.py."""
    found: set[str] = set()
    for file in PACKAGE.rglob("*.py"):
        if file.name == "pytest_servers.py" or file.name == "settings.py":
            continue
        text = file.read_text(encoding="utf-8")
        found |= set(re.findall(r"environ(?:\.get|\.setdefault)?[(\[]\"([A-Z_]+)\"", text))
        found |= set(re.findall(r"envvar=\"([A-Z_]+)\"", text))
    return found


def test_variables_that_are_read_elsewhere_are_in_the_docs() -> None:
    assert environment_read() <= set(re.findall(r"`([A-Z_]+)`", page("docs/settings.md")))


def test_the_docs_name_no_variable_that_nobody_reads() -> None:
    text = "\n".join(
        file.read_text(encoding="utf-8")
        for folder in ("bin", "saleor_support_plugin")
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and file.suffix in ("", ".py", ".sh")
    )
    for row in rows(section("docs/settings.md", "Read elsewhere"))[1:]:
        assert row[0].strip("`") in text, row[0]


def test_everything_that_a_merchant_sets_is_in_the_docs() -> None:
    described = [row[0].strip("`") for row in rows(section("docs/settings.md", "What a merchant sets"))[1:]]
    assert described == [one.name for one in fields(Configuration)]


def test_everything_that_a_merchant_sets_about_delivery_is_in_the_docs() -> None:
    text = section("docs/delivery.md", "What you set")
    described = set(re.findall(r"`(\w+)`", text))
    assert set(WAREHOUSE) | set(STORE) | set(CHANNEL) <= described


def test_everything_that_a_merchant_sets_about_carts_is_in_the_docs() -> None:
    described = set(re.findall(r"`(\w+)`", section("docs/carts.md", "The plan")))
    assert set(PLAN) | set(STEP) | set(VOUCHER) | {"ALL", "ANY", "NOT"} | set(LEAVES) <= described


def test_every_code_of_a_promise_is_in_the_docs() -> None:
    steps, reasons = section("docs/delivery.md", "Steps"), section("docs/delivery.md", "Why there is no date")
    assert [row[0].strip("`") for row in rows(steps)[1:]] == list(StepCode)
    assert [row[0].strip("`") for row in rows(reasons)[1:]] == list(Reason)


def test_every_kind_of_mail_is_in_the_docs_with_its_purpose() -> None:
    told = rows(section("docs/mail.md", "What is sent"))[1:]
    assert {kind: row[1] for row in told for kind in re.findall(r"`([^`]+)`", row[0])} == {
        name: kind.purpose for name, kind in KINDS.items()
    }


# What Saleor is told and tells


def test_every_event_is_in_the_docs_with_its_webhook() -> None:
    described = {row[0].strip("`"): row[1] for row in rows(section("docs/webhooks.md", "Events"))[1:]}
    assert described == {event: subject.name for subject in SUBJECTS for event in subject.events}
    assert described.keys() == TABLE.keys()


def test_every_permission_is_in_the_docs() -> None:
    assert sorted(named(page("docs/permissions.md"))) == sorted(manifest.PERMISSIONS)


def test_every_refusal_is_in_the_docs() -> None:
    given = {str(arguments[0]) for arguments in calls("InstallationRefused") if arguments[0]}
    given |= {error.code for error in (ApiUrlWrong, StoreNotAllowed, AddressRefused)}
    table = section("docs/install.md", "When the installation is refused")
    assert {word for word in named(table) if word.isupper()} == given


def test_every_answer_to_a_delivery_is_in_the_docs() -> None:
    given = {(str(status), str(code)) for status, code, *_ in calls("Refused", "api/webhooks.py")}
    given |= {("503", str(code)) for code, *_ in calls("problem", "api/webhooks.py") if code}
    described = {(row[0], row[1].strip("`")) for row in rows(section("docs/webhooks.md", "What it answers"))[1:]}
    assert described == given | {("202", "")}


def test_every_state_of_an_event_and_every_chore_is_in_the_docs() -> None:
    states = [row[0] for row in rows(section("docs/webhooks.md", "What happens then"))[1:]]
    assert sorted(states) == sorted(state.name.lower() for state in State)
    described = [row[0] for row in rows(section("docs/webhooks.md", "After an outage"))[1:]]
    assert sorted(described) == sorted(chores.CHORES)


def test_every_code_and_limit_of_graphql_is_in_the_docs() -> None:
    given = {str(code) for name in ("QuestionRefused", "_error") for code, *_ in calls(name, "api/graphql_view.py")}
    given = (given - {"None"}) | {NotRecognised.code, NotPermitted.code, "INVALID"}
    assert set(named(section("docs/graphql.md", "When something is wrong"))) >= given
    limits = section("docs/graphql.md", "Limits")
    for limit in (graphql_view.MOST_BYTES, graphql_view.MOST_DEPTH, graphql_view.MOST_COST, MOST_A_PAGE):
        assert str(limit) in limits


def addresses(pattern: str) -> set[str]:
    """Return what a pattern answers, `…` for a part that differs: `^(?:a|b)(?:/[\\w]+)?/?$` is `/a` and `/b`."""
    plain = re.sub(r"<\w+:\w+>.*", "…", pattern.strip("^$").removesuffix("/?"))
    several = re.match(r"\(\?:([\w|]+)\)", plain)
    return {f"/{name}" for name in (several[1].split("|") if several else [plain])}


def test_every_address_is_in_the_docs() -> None:
    patterns = [pattern for pattern in urls.urlpatterns if isinstance(pattern, URLPattern)]
    given = set[str]().union(*(addresses(str(pattern.pattern)) for pattern in patterns))
    described = set(named(section("docs/operations.md", "Addresses").partition("###")[0]))
    assert described == given | {"/api/webhooks", "/f", "/f/…", "/s/…", "/static/…"}


def test_the_example_for_dashboards_list_is_an_entry_of_this_app() -> None:
    (category,) = json.loads(page("docs/extensions.example.json"))["extensionCategories"]
    (entry,) = category["extensions"]
    assert category["name"].keys() == entry["name"].keys() == entry["description"].keys() == {"en"}
    assert {"light", "dark"} == entry["logo"].keys()
    assert entry["id"] == settings.MANIFEST_APP_ID
    assert (entry["type"], entry["kind"]) in {("APP", "OFFICIAL"), ("APP", "PARTNER"), ("APP", "OSS")}
    told = manifest.manifest_for(manifest.NEWEST)
    assert entry["manifestUrl"].removeprefix("https://support.example.com") == "/api/manifest"
    assert entry["logo"]["light"]["source"] == told["brand"]["logo"]["default"]
    assert entry["repositoryUrl"] is None


# Folders, layers, commands


def test_every_file_and_folder_of_the_package_has_its_line_in_the_architecture() -> None:
    there = {path.name + "/" * path.is_dir() for path in PACKAGE.iterdir()}
    # `built/` is there only once the front ends are built.
    there = (there | {"built/"}) - {"__pycache__/", "__init__.py", "py.typed"}
    told = section("ARCHITECTURE.md", "The package").partition("### The same files")[0]
    mentioned = {word for row in rows(told) for word in re.findall(r"`(\w+/|\w+\.py)`", row[0])}
    assert mentioned | {"built/"} == there


def test_the_checkouts_folders_are_in_the_architecture() -> None:
    described = [row[0].strip("`/") for row in rows(section("ARCHITECTURE.md", "The checkout"))[1:]]
    assert all((ROOT / name).is_dir() for name in described)
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    front_ends = {path.parent.name for path in ROOT.glob("*/package.json")}
    assert packages | front_ends | {"bin", "deploy", "docs", "graphql"} == set(described)


def test_the_architectures_layers_are_those_that_are_held() -> None:
    held = tomllib.loads(page("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]["layers"]
    drawn = re.search(r"```\n(.*?)```", section("ARCHITECTURE.md", "Layers"), re.DOTALL)
    assert drawn
    assert drawn[1].splitlines() == held


COMMAND = re.compile(r"(?:^|[\s/])saleor-support (?:--data \S+ )?([a-z][^\n#]*)")


def said_commands(text: str) -> Iterator[list[str]]:
    """Give the words of every command that stands in code letters or in a block of code."""
    blocks, rest = re.findall(r"```.*?```", text, re.DOTALL), re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    for code in blocks + re.findall(r"`([^`\n]+)`", rest):
        yield from map(_by_command, map(shlex.split, COMMAND.findall(code)))


def _by_command(words: list[str]) -> list[str]:
    """Return the words with the command's name as the first, also where that is two words."""
    return [" ".join(words[:2]), *words[2:]] if " ".join(words[:2]) in commands() else words


def commands() -> dict[str, click.Command]:
    """Return every command by what is typed: `up`, `consents import`."""
    found: dict[str, click.Command] = {}
    for name, command in under(typer.main.get_command(cli)).items():
        found |= {f"{name} {short}": one for short, one in under(command).items()}
        if not under(command) or getattr(command, "invoke_without_command", False):
            found[name] = command
    return found


def under(command: object) -> dict[str, click.Command]:
    """Return a group's commands; a command alone has none. Typer brings its own click, so neither is one of click's."""
    return dict(getattr(command, "commands", {}))


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(ROOT)))
def test_commands_and_options_that_are_named_exist(file: Path) -> None:
    known = commands()
    for name, *words in said_commands(file.read_text(encoding="utf-8")):
        assert name in known, name
        options = {
            option for parameter in known[name].params for option in (*parameter.opts, *parameter.secondary_opts)
        }
        assert {word for word in words if word.startswith("--")} <= options, (name, words)


def test_every_command_is_in_the_docs() -> None:
    told = {name for name, *_ in said_commands(page("docs/operations.md"))}
    assert told == commands().keys()


# Privacy

# A column with one of these words in its name is about a person, or is named below as one that is not.
ABOUT_A_PERSON = re.compile(
    r"(^|_)(address|birth|body|checkout|city|country|countries|customer|email|ip|key|language|name|note|person|phone|"
    r"postal|token|tracking|user|voucher)(_|$)"
)
NOT_ABOUT_A_PERSON = {
    "support_authoritylimit.per_customer",
    "support_channel.countries",
    "support_channel.default_country",
    "support_channel.name",
    "support_chore.name",
    "support_circuit.name",
    "support_dayoff.country",
    "support_dayoff.name",
    "support_macro.name",
    "support_namedconfiguration.name",
    "support_order.delivery_method_name",
    "support_orderline.product_name",
    "support_orderline.variant_name",
    "support_routingrule.name",
    "support_shippingmethod.name",
    "support_shippingmethod.postal_codes",
    "support_shippingzone.countries",
    "support_shippingzone.name",
    "support_stock.warehouse_name",
    "support_taxrate.country",
    "support_trackingaccount.api_key",
    "support_store.key",
    "support_store.push_key",
    "support_store.token",
    "support_variant.name",
    "support_variant.product_name",
    "support_view.name",
    "support_warehouse.city",
    "support_warehouse.country",
    "support_warehouse.name",
    "support_warehouse.postal_code",
    "support_widening.country",
    "support_widening.postal_prefix",
    "support_widening.warehouse_country",
}


def columns() -> set[str]:
    models = apps.get_app_config("support").get_models()
    return {f"{model._meta.db_table}.{field.column}" for model in models for field in model._meta.concrete_fields}


def test_every_column_about_a_person_is_in_the_docs() -> None:
    documented = set(named(section("docs/privacy.md", "Columns about people")))
    suspected = {column for column in columns() if ABOUT_A_PERSON.search(column.partition(".")[2])}
    assert suspected - NOT_ABOUT_A_PERSON <= documented
    assert documented <= columns()
    assert suspected >= NOT_ABOUT_A_PERSON, "a column that is gone, or one that nobody would suspect"
    assert not documented & NOT_ABOUT_A_PERSON


# Links


def slug(heading: str) -> str:
    """Return the anchor that a heading gets on GitHub."""
    return re.sub(r"[^\w\- ]", "", heading.replace("`", "").strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(ROOT)))
def test_links_lead_somewhere(file: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", file.read_text(encoding="utf-8")):
        if target.startswith("https://"):
            continue
        place, _, anchor = target.partition("#")
        linked = (file.parent / place).resolve() if place else file
        assert linked.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", linked.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in map(slug, headings), target


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set[Path](), [ROOT / "README.md"]
    while waiting:
        file = waiting.pop()
        if file in reached or file.suffix != ".md":
            continue
        reached.add(file)
        targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", file.read_text(encoding="utf-8"))
        waiting += [(file.parent / target).resolve() for target in targets if not target.startswith("https://")]
    assert reached == set(PAGES)


def test_pages_that_the_code_names_exist() -> None:
    for folder in ("saleor_support_plugin", "bin", "tests"):
        for file in (ROOT / folder).rglob("*.py"):
            for name in re.findall(r"\bdocs/[\w/.-]+\.(?:md|json)", file.read_text(encoding="utf-8")):
                assert (ROOT / name).is_file(), (file, name)


def test_programs_of_the_checkout_that_are_named_exist() -> None:
    for file in PAGES:
        for name in re.findall(r"(?<!venv/)\bbin/(\w+)", file.read_text(encoding="utf-8")):
            assert os.access(ROOT / "bin" / name, os.X_OK), (file, name)


def test_examples_in_json_are_json() -> None:
    for file in PAGES:
        for example in re.findall(r"```json\n(.*?)```", file.read_text(encoding="utf-8"), re.DOTALL):
            json.loads(example)

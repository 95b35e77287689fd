"""The typed client of Saleor's API, by ariadne-codegen over our own transport."""

import contextlib
import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import documents
from ariadne_codegen.main import client
from graphql import SKIP, EnumTypeDefinitionNode, NamedTypeNode, Visitor, VisitorAction, parse, print_ast, visit
from graphql.language import NameNode, ScalarTypeDefinitionNode

_TRANSPORT = Path("saleor_support_plugin/saleor/transport.py")
_SCALARS = {"DateTime": "datetime.datetime", "Date": "datetime.date", "Decimal": "decimal.Decimal"}


def write(root: Path, *, schema: Path, into: Path) -> None:
    """Write the client for the operations; the subscriptions stay out, for a synchronous client cannot have any."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        plain, scalars = _plain(schema.read_text())
        (work / "schema.graphql").write_text(plain)
        (work / "operations.graphql").write_text(_operations(root))
        # It tells on standard output what it does; only what goes wrong is of interest here.
        with contextlib.redirect_stdout(io.StringIO()):
            client(_settings(root, work, scalars))
        for file in sorted((work / "generated").glob("*.py")):
            if file.name != _TRANSPORT.name:  # it copies the base class; ours stays where it is
                shutil.copyfile(file, into / file.name)
    # What it writes there imports every model for whoever needs one; nobody imports from there.
    (into / "__init__.py").write_text(
        '"""The typed client of Saleor\'s API. Made by bin/generate from graphql/saleor/."""\n'
    )
    _use_our_transport(into / "client.py")
    _keep_people_out_of_errors(into / "base_model.py")
    _format(into)


def _operations(root: Path) -> str:
    files = [*documents.folder(root, "fragments"), *documents.folder(root, "operations")]
    return "\n".join(file.read_text() for file in files)


class _Plain(Visitor):
    """Make Float a Decimal where Saleor says one, since most of it is money, and an enum a plain word.

    What we send stays a Float: a Decimal would leave as a text. A newer Saleor may say a word that this schema lacks;
    an order is not lost for that.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def enter_input_value_definition(self, *_: object) -> VisitorAction:
        return SKIP

    def enter_named_type(self, node: NamedTypeNode, *_: object) -> NamedTypeNode:
        return NamedTypeNode(name=NameNode(value="Decimal")) if node.name.value == "Float" else node

    def enter_enum_type_definition(self, node: EnumTypeDefinitionNode, *_: object) -> ScalarTypeDefinitionNode:
        self.words.append(node.name.value)
        return ScalarTypeDefinitionNode(name=node.name, directives=())


def _plain(sdl: str) -> tuple[str, dict[str, str]]:
    plain = _Plain()
    text = print_ast(visit(parse(sdl), plain))
    others = [name for name in re.findall(r"^scalar (\w+)", text, re.MULTILINE) if name not in _SCALARS]
    numbers = {name: "int" for name in others if name == "PositiveInt"}
    return f"{text}\n\nscalar Decimal\n", {**dict.fromkeys(others, "str"), **numbers, **_SCALARS}


def _settings(root: Path, work: Path, scalars: dict[str, str]) -> dict[str, object]:
    settings: dict[str, object] = {
        "schema_path": str(work / "schema.graphql"),
        "queries_path": str(work / "operations.graphql"),
        "target_package_path": str(work),
        "target_package_name": "generated",
        "base_client_name": "Transport",
        "base_client_file_path": str(root / _TRANSPORT),
        "async_client": False,
        "include_comments": "none",
        "include_all_inputs": False,
        "include_all_enums": False,
        "multipart_uploads": False,
        "lazy_imports": True,
        "plugins": ["ariadne_codegen.contrib.shorter_results.ShorterResultsPlugin"],
        "scalars": {name: {"type": kind} for name, kind in scalars.items()},
    }
    return {"tool": {"ariadne-codegen": settings}}


def _use_our_transport(file: Path) -> None:
    text = file.read_text().replace("from .transport import Transport", "from ..transport import Transport")
    # Our reading, so that an answer of another shape is an error of Saleor's and not of pydantic's.
    file.write_text(re.sub(r"(\w+)\.model_validate\(data\)", r"self.read(\1, data)", text))


def _keep_people_out_of_errors(file: Path) -> None:
    # An error of pydantic's quotes what it read, and that is names and addresses.
    file.write_text(file.read_text().replace("ConfigDict(", "ConfigDict(hide_input_in_errors=True,"))


def _format(folder: Path) -> None:
    ruff = [sys.executable, "-m", "ruff"]
    subprocess.run([*ruff, "check", "--isolated", "--quiet", "--select", "I,UP", "--fix", str(folder)], check=True)
    subprocess.run([*ruff, "format", "--isolated", "--quiet", "--line-length", "120", str(folder)], check=True)

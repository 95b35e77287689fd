"""The subscription documents as Python text: graphql/ is not in the wheel, and the manifest needs them at run time."""

from pathlib import Path

import documents
from graphql import DocumentNode, FragmentDefinitionNode, FragmentSpreadNode, Visitor, parse, print_ast, visit

_HEAD = '"""What each webhook asks Saleor to send. Made by bin/generate from graphql/saleor/subscriptions/."""\n'


def text(root: Path) -> str:
    """Return a Python module with one constant for each document, its fragments below it.

    No line break at the end: the texts are compared with what a store kept, and somebody on the way may strip it.
    """
    known = {one.name.value: one for one in parse(documents.fragments(root)).definitions}
    constants = [
        f'{file.stem.upper()} = """\\\n{_with_fragments(parse(file.read_text()), known)}"""\n'
        for file in documents.folder(root, "subscriptions")
    ]
    return "\n".join([_HEAD, *constants])


def _with_fragments(document: DocumentNode, known: dict[str, FragmentDefinitionNode]) -> str:
    wanted: list[str] = []
    _collect(document, known, wanted)
    return print_ast(DocumentNode(definitions=(*document.definitions, *(known[name] for name in wanted))))


def _collect(
    node: DocumentNode | FragmentDefinitionNode, known: dict[str, FragmentDefinitionNode], into: list[str]
) -> None:
    class Spreads(Visitor):
        def enter_fragment_spread(self, spread: FragmentSpreadNode, *_: object) -> None:
            if spread.name.value not in into:
                into.append(spread.name.value)
                _collect(known[spread.name.value], known, into)

    visit(node, Spreads())

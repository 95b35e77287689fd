"""The documents in graphql/saleor/, as files."""

from pathlib import Path

from graphql import DocumentNode, parse


def folder(root: Path, kind: str) -> list[Path]:
    """Return the files of a kind (fragments, operations, subscriptions) in an order that never changes."""
    return sorted((root / "graphql" / "saleor" / kind).glob("*.graphql"))


def fragments(root: Path) -> str:
    return "\n".join(file.read_text() for file in folder(root, "fragments"))


def everything(root: Path) -> DocumentNode:
    texts = [file.read_text() for kind in ("fragments", "operations", "subscriptions") for file in folder(root, kind)]
    return parse("\n".join(texts))

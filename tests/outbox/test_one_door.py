"""Nothing but the outbox's ways can reach a person."""

import ast
from pathlib import Path

import saleor_support_plugin

PACKAGE = Path(saleor_support_plugin.__file__).parent
# Whatever could carry a message; import-linter sees packages only whole, and Django is everywhere.
CARRIERS = ("django.core.mail", "smtplib", "anymail", "pywebpush")


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_only_the_ways_of_the_outbox_import_what_carries_a_message() -> None:
    carrying = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(f"{name}.".startswith(f"{carrier}.") for name in imported(path) for carrier in CARRIERS)
    }
    assert carrying
    assert {path for path in carrying if not path.startswith("outbox/ways/")} == set()

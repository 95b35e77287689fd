"""The database as an earlier version left it, and what the newest makes of it."""

from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def migrate(name: str) -> Any:
    """Go to a migration, back or on; return the models as they were then."""
    return _go([("support", name)])


def migrate_to_newest() -> None:
    """Every test after this one needs the tables as they are now."""
    _go(MigrationExecutor(connection).loader.graph.leaf_nodes("support"))


def _go(to: list[tuple[str, str]]) -> Any:
    executor = MigrationExecutor(connection)
    executor.migrate(to)
    return executor.loader.project_state(to).apps

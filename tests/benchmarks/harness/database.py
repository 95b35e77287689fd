"""One PostgreSQL server for both sides, durable as in production, with a database for this run."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import LiteralString

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from . import CannotMeasure

# Turned off, either of these would make every figure a lie.
DURABLE: tuple[LiteralString, ...] = ("fsync", "synchronous_commit", "full_page_writes")


class NotDurable(CannotMeasure):
    """The server may lose what it has committed, so there is nothing to measure."""


@dataclass(frozen=True)
class Database:
    """A fresh database, by its address."""

    url: str

    def connect(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(self.url, autocommit=True)

    def libpq_environment(self) -> dict[str, str]:
        """Return the address as PGHOST and its siblings, which node's driver reads too."""
        names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
        parts = conninfo_to_dict(self.url)
        return {names[part]: str(value) for part, value in parts.items() if part in names and value is not None}

    def rows(self, table: str) -> int:
        with self.connect() as connection:
            found = connection.execute(sql.SQL("select count(*) from {}").format(sql.Identifier(table))).fetchone()
        return int(str(found[0])) if found else 0

    def empty(self, table: str) -> None:
        """Empty the table and write the server's buffers out, so that every cell starts alike."""
        with self.connect() as connection:
            connection.execute(sql.SQL("truncate {} cascade").format(sql.Identifier(table)))
            # Only the cluster's owner may ask; elsewhere the server's own checkpoints fall where they fall.
            with suppress(psycopg.errors.InsufficientPrivilege):
                connection.execute("checkpoint")


def as_url(conninfo: str, *, dbname: str) -> str:
    """Return the address of another database of the same server, in the form `postgresql://?key=value`."""
    parts = conninfo_to_dict(conninfo) | {"dbname": dbname}
    return make_conninfo(**{name: str(value) for name, value in parts.items()})


@contextmanager
def fresh_database(server: str) -> Iterator[Database]:
    """Make a database on the server at this address and drop it afterwards. Raises NotDurable."""
    name = f"bench_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        settings = {setting: connection.execute(f"show {setting}").fetchone() for setting in DURABLE}
        off = [setting for setting, value in settings.items() if value != ("on",)]
        if off:
            raise NotDurable(f"PostgreSQL runs without {', '.join(off)}")
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
        try:
            yield Database(as_url(server, dbname=name))
        finally:
            connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))

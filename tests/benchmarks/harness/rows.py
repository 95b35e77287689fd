"""Rows by the million, made by the database itself from their numbers."""

from typing import Any

from django.db import connection
from django.db.models import Model


def add(model: type[Model], first: int, last: int, said: dict[str, str], **given: Any) -> None:
    """Insert rows n = first…last in one statement, and let the table's next id be the one after.

    `said` has SQL of n for columns that differ, `given` its named parameters; the rest gets the model's defaults.
    """
    names, values = [], []
    given |= {"first": first, "last": last}
    for field in model._meta.concrete_fields:
        assert field.column is not None
        names.append(f'"{field.column}"')
        if field.column in said:
            values.append(said[field.column].replace(" % ", " %% "))
        else:
            given[field.column] = field.get_db_prep_save(field.get_default(), connection)
            values.append(f"%({field.column})s")
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f'insert into "{table}" ({", ".join(names)}) select {", ".join(values)} '
            "from generate_series(%(first)s::bigint, %(last)s) n",
            given,
        )
        cursor.execute(f"select setval(pg_get_serial_sequence('{table}', 'id'), %s)", [last])

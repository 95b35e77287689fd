"""Connections beside Django's own: for the hot doors, and for the worker that listens."""

from django.conf import settings
from django.db import connection
from psycopg.conninfo import make_conninfo


def conninfo() -> str:
    """Return where Django's database is, as libpq wants to hear it: DATABASE_URL, or a test's own database there."""
    return make_conninfo(settings.DATABASE_URL, dbname=str(connection.settings_dict["NAME"]))

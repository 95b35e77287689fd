"""Our own two GraphQL schemas, printed for the front ends and for who reads them."""

import importlib
import os
import sys
from pathlib import Path

import django
from graphql import print_schema

# Printing a schema asks nobody, so these are never called; settings only want them set.
_PLACEHOLDERS = {
    "DJANGO_SETTINGS_MODULE": "saleor_support_plugin.settings",
    "PUBLIC_URL": "http://localhost",
    "SECRET_KEY": "only to print a schema",
    "DATABASE_URL": "postgresql:///nothing",
    "REDIS_URL": "redis://localhost",
}


def write(root: Path, *, into: Path) -> list[str]:
    """Print each schema that exists, and return their names."""
    sys.path.insert(0, str(root))
    names = [name for name in ("staff", "storefront") if _is_there(root, name)]
    if names:
        _start_django()
    for name in names:
        module = importlib.import_module(f"saleor_support_plugin.api.{name}")
        (into / f"{name}.graphql").write_text(print_schema(module.schema.graphql_schema) + "\n")
    return names


def _is_there(root: Path, name: str) -> bool:
    if (root / f"saleor_support_plugin/api/{name}.py").is_file():
        return True
    print(f"graphql/support/{name}.graphql left as it is: there is no saleor_support_plugin/api/{name}.py")
    return False


def _start_django() -> None:
    for name, value in _PLACEHOLDERS.items():
        os.environ.setdefault(name, value)
    django.setup()

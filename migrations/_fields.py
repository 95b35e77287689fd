"""What nearly every table has, in few words. Released migrations will rest on it: it is added to, and not changed."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import deletion

ACROSS: list[tuple[str, Any]] = [("across_stores", models.Manager())]


def row_id() -> tuple[str, Any]:
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def store(name: str, **more: Any) -> tuple[str, Any]:
    return ("store", of("store", name, **more))


def of(model: str, name: str, *, on_delete: Any = deletion.CASCADE, **more: Any) -> Any:
    return models.ForeignKey(on_delete=on_delete, related_name=name, to=f"support.{model}", **more)


def one_of(model: str, name: str, **more: Any) -> Any:
    return models.OneToOneField(on_delete=deletion.CASCADE, related_name=name, to=f"support.{model}", **more)


def list_of(field: Any, **more: Any) -> Any:
    return ArrayField(base_field=field, size=None, **more)

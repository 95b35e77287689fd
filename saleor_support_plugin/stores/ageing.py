"""Making all that happened in the demo store older, for its "a day later": no rule ever reads another clock.

Whatever the tables are, they are found by themselves: every instant of every row that belongs to the store is moved
back, all in one transaction, and what is due is then found as ever. Days without a time (a holiday) stay, and so do the
bodies of events, which are as Saleor wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models, transaction
from django.db.models import F, Func, Value

from . import rules
from .models import Store

# A worker that holds a row longer than this is not waited for: nothing is moved, and the visitor tries again.
LONGEST_WAIT_SECONDS = 10
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


class NotTheDemo(Exception):
    """A real store's past is not ours to change."""

    code = "NOT_THE_DEMO"


@transaction.atomic
def make_older(*, store: Store, by: timedelta) -> None:
    """Move every instant of the store back by so much. Raises NotTheDemo, and then nothing is moved."""
    if not rules.is_demo(store.api_url, demo=settings.DEMO_URL):
        raise NotTheDemo(f"{store.api_url} is not the demo store; only its data can be made older.")
    with connection.cursor() as cursor:
        cursor.execute(f"set local lock_timeout = '{LONGEST_WAIT_SECONDS}s'")
    for model in apps.get_app_config(Store._meta.app_label).get_models():
        way = way_to_store(model)
        if way is None:
            continue
        rows = model._base_manager.filter(**{way: store.pk})
        moved = {field.attname: earlier for field in model._meta.fields if (earlier := _earlier(field, by))}
        if moved:
            rows.update(**moved)
        for field in model._meta.fields:
            if isinstance(field, models.JSONField):
                _move_json(rows, field.attname, by)


def way_to_store(model: type[models.Model]) -> str | None:
    """Return how a row's store is asked for: `store`, `order__store`, `fulfillment__order__store`, or `pk` itself.

    None for what is everybody's, such as public holidays.
    """
    if model is Store:
        return "pk"
    return min(_ways(model, ()), key=lambda way: way.count("__"), default=None)


def _ways(model: type[models.Model], seen: tuple[type[models.Model], ...]) -> Iterator[str]:
    for key in model._meta.fields:
        parent = key.related_model
        if parent is Store:
            yield key.name
        elif isinstance(parent, type) and parent not in (model, *seen):
            yield from (f"{key.name}__{way}" for way in _ways(parent, (model, *seen)))


def _earlier(field: models.Field[Any, Any], by: timedelta) -> Any:
    """Return the column's value moved back, as SQL; None where it holds no instants."""
    if isinstance(field, models.DateTimeField):
        return F(field.attname) - by
    if isinstance(field, ArrayField) and isinstance(field.base_field, models.DateTimeField):
        each = "array(select instant - %(expressions)s) instant)"
        return Func(Value(by), F(field.attname), template=each, arg_joiner=" from unnest(", output_field=field)
    return None


def _move_json(rows: models.QuerySet[Any], name: str, by: timedelta) -> None:
    for pk, value in rows.values_list("pk", name):
        moved = _mapped(value, lambda text: (datetime.fromisoformat(text) - by).isoformat())
        if moved != value:
            rows.filter(pk=pk).update(**{name: moved})


def _mapped(value: Any, move: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {name: _mapped(one, move) for name, one in value.items()}
    if isinstance(value, list):
        return [_mapped(one, move) for one in value]
    return move(value) if isinstance(value, str) and INSTANT.fullmatch(value) else value

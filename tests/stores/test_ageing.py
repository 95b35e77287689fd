"""All that happened in the demo store gets older at once; a real store's past stays what it was."""

import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.conf import LazySettings
from django.contrib.postgres.fields import ArrayField
from django.db import DatabaseError, connection, models, transaction

from saleor_support_plugin.conversations.models import Conversation
from saleor_support_plugin.events import actions as events
from saleor_support_plugin.stores import ageing
from saleor_support_plugin.stores.models import Store
from saleor_support_plugin.tickets.models import Ticket, TicketLink

from ..shops import NOON, Shop

# Those that are a store's: public holidays are everybody's, and are not moved.
MODELS = [model for model in apps.get_app_config("support").get_models() if ageing.way_to_store(model)]
DAY = timedelta(days=1)


@pytest.fixture
def demo(aurora: Shop, settings: LazySettings) -> Shop:
    """Aurora is the demo store."""
    settings.DEMO_URL = "https://aurora.example"
    return aurora


def rows(model: type[models.Model], store: Store) -> models.QuerySet[Any]:
    return model._base_manager.filter(**{str(ageing.way_to_store(model)): store.pk})


def filled(model: type[models.Model], store: Store) -> models.Model:
    """Return a row of the store in this table, made up where it has none, with every instant in it."""
    found = rows(model, store).first()
    if found is None:
        fields = [field for field in model._meta.fields if field.is_relation or not field.primary_key]
        values = {field.name: made_up(field, store) for field in fields if not is_circular(field)}
        if model is TicketLink:
            values["second"] = like(values["first"])
        found = model._base_manager.create(**values)
    assert isinstance(found, models.Model)
    return found


def like(ticket: Ticket) -> Ticket:
    """Return another ticket: none is linked to itself."""
    thread = Conversation.across_stores.get(pk=ticket.conversation_id)
    thread.pk, thread.form_digest = None, secrets.token_bytes(32)
    thread.save()
    other = Ticket.across_stores.get(pk=ticket.pk)
    other.pk, other.number, other.conversation = None, ticket.number + 1, thread
    other.save()
    return other


def is_circular(field: Any) -> bool:
    return bool(field.is_relation and field.null)


def made_up(field: Any, store: Store) -> Any:
    if field.is_relation:
        return store if field.related_model is Store else filled(field.related_model, store)
    kinds: list[tuple[type[Any], Any]] = [
        (models.DateTimeField, NOON),
        (models.DateField, NOON.date()),
        (models.JSONField, {"until": NOON.isoformat(), "all": [NOON.isoformat(), "2026-11-20", "12:00", 7]}),
        (models.BinaryField, secrets.token_bytes(32)),
        (models.IntegerField, 1),
        (models.DecimalField, 1),
        (models.DurationField, DAY),
        (models.FloatField, 1),
        (ArrayField, [NOON, NOON] if is_instants(field) else []),
    ]
    otherwise = field.get_default() if field.has_default() or field.blank else store.key[: field.max_length]
    return next((value for kind, value in kinds if isinstance(field, kind)), otherwise)


def is_instants(field: Any) -> bool:
    return isinstance(field, ArrayField) and isinstance(field.base_field, models.DateTimeField)


def all_of(store: Store) -> dict[tuple[str, Any, str], Any]:
    """Return every value that is kept of a store, by table, row and column."""
    return {
        (model.__name__, row[model._meta.pk.attname], name): bytes(value) if isinstance(value, memoryview) else value
        for model in MODELS
        for row in rows(model, store).values()
        for name, value in row.items()
    }


def instants(value: Any) -> Iterator[datetime]:
    if isinstance(value, datetime):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from instants(one)
    elif isinstance(value, str) and ageing.INSTANT.fullmatch(value):
        yield datetime.fromisoformat(value)


@pytest.mark.parametrize("by", [timedelta(seconds=1), timedelta(hours=1), DAY, timedelta(days=400)], ids=str)
def test_every_instant_of_the_demo_store_is_moved_and_none_of_another(
    demo: Shop, borealis: Shop, by: timedelta
) -> None:
    for shop in (demo, borealis):
        for model in MODELS:
            filled(model, shop.store)
    Store.across_stores.filter(pk=demo.store.pk).update(removed_at=None)
    before, others = all_of(demo.store), all_of(borealis.store)
    ageing.make_older(store=demo.store, by=by)
    after = all_of(demo.store)
    assert after.keys() == before.keys()
    for place, value in before.items():
        was, is_now = list(instants(value)), list(instants(after[place]))
        assert is_now == [at - by for at in was], place
        if not was:
            assert after[place] == value, place
    assert sum(bool(list(instants(value))) for value in before.values()) > 30
    assert all_of(borealis.store) == others


def test_days_without_a_time_are_not_moved(demo: Shop) -> None:
    data = {"closed_on": ["2026-12-31"], "week": [[["09:00", "18:00"]]] * 7}
    row = demo.store.configurations.create(name="all", data=data)
    ageing.make_older(store=demo.store, by=DAY)
    row.refresh_from_db()
    assert row.data == data


def test_a_copy_of_an_event_is_still_known(demo: Shop) -> None:
    for _ in range(2):
        events.keep(store=demo.store, event="order_updated", body=b'{"issuedAt": "2026-11-20T12:00:00+00:00"}')
        ageing.make_older(store=demo.store, by=DAY)
    event = demo.store.events.get()
    assert (event.duplicates, bytes(event.body)) == (1, b'{"issuedAt": "2026-11-20T12:00:00+00:00"}')


@pytest.mark.parametrize("demo_url", ["", "https://borealis.example", "https://aurora.exam", "https://aurora"])
def test_a_store_that_is_not_the_demos_is_refused(aurora: Shop, settings: LazySettings, demo_url: str) -> None:
    settings.DEMO_URL = demo_url
    before = all_of(aurora.store)
    with pytest.raises(ageing.NotTheDemo, match="is not the demo store"):
        ageing.make_older(store=aurora.store, by=DAY)
    assert all_of(aurora.store) == before


def test_what_fails_in_the_middle_moves_nothing(demo: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("select 1 / 0")

    before = all_of(demo.store)
    monkeypatch.setattr(ageing, "_move_json", fail)
    with pytest.raises(DatabaseError), transaction.atomic():
        ageing.make_older(store=demo.store, by=DAY)
    assert all_of(demo.store) == before

"""Stores coming, going and having work."""

from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from django.conf import LazySettings
from django.db import connection
from django.utils import timezone

from saleor_support_plugin.shop.models import Order
from saleor_support_plugin.stores import actions
from saleor_support_plugin.stores.models import Chore, Store
from saleor_support_plugin.stores.tokens_at_rest import TokenUnreadable

from ..shops import Shop

pytestmark = pytest.mark.django_db


def test_a_token_lies_encrypted_in_the_database(aurora: Shop) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select token from support_store")
        kept = cursor.fetchone()[0]
    assert "tokenaurora" not in kept
    assert Store.across_stores.get().token == "tokenaurora"


def test_keys_are_changed_without_losing_a_token(aurora: Shop, settings: LazySettings) -> None:
    old = settings.TOKEN_KEYS[0]
    new = Fernet.generate_key().decode()
    settings.TOKEN_KEYS = (new, old)
    assert actions.reseal_tokens(dry_run=True) == 1
    assert actions.reseal_tokens(dry_run=False) == 1
    settings.TOKEN_KEYS = (new,)
    assert Store.across_stores.get().token == "tokenaurora"
    settings.TOKEN_KEYS = (old,)
    with pytest.raises(TokenUnreadable, match="TOKEN_KEYS"):
        Store.across_stores.get()


def test_a_removed_store_is_erased_after_thirty_days_and_the_other_stays(aurora: Shop, borealis: Shop) -> None:
    now = timezone.now()
    actions.remove(store=aurora.store, now=now)
    assert Store.across_stores.get(pk=aurora.store.pk).token == ""
    assert actions.erase_removed(now=now + timedelta(days=29)) == 0
    assert actions.erase_removed(now=now + timedelta(days=30)) == 1
    assert list(Store.across_stores.all()) == [borealis.store]
    assert set(Order.across_stores.values_list("store", flat=True)) == {borealis.store.pk}


def test_a_reinstall_is_the_same_tenant(aurora: Shop) -> None:
    now = timezone.now()
    actions.remove(store=aurora.store, now=now)
    again = actions.install(
        api_url=aurora.store.api_url, app_id="QXBwOjk=", token="new", jwks="{}", version="3.23", missing=[], now=now
    )
    assert (again.pk, again.app_id, again.token, again.removed_at) == (aurora.store.pk, "QXBwOjk=", "new", None)
    assert again.key == aurora.store.key
    assert again.orders.count() == 1


def test_a_chore_is_taken_once_and_comes_back_when_its_worker_dies(aurora: Shop) -> None:
    now = timezone.now()
    actions.make_due(store=aurora.store, names=["shipping"], at=now)
    assert [chore.name for chore in actions.take_due_chores(now=now)] == ["shipping"]
    assert actions.take_due_chores(now=now) == []
    assert len(actions.take_due_chores(now=now + actions.LEASE)) == 1


def test_what_was_asked_for_while_a_chore_ran_is_done_again(aurora: Shop) -> None:
    now = timezone.now()
    actions.make_due(store=aurora.store, names=["shipping"], at=now)
    taken = actions.take_due_chores(now=now)[0]
    leased_until = Chore.across_stores.get().due_at
    actions.make_due(store=aurora.store, names=["shipping"], at=now)  # a shipping price changed meanwhile
    next_at = now + timedelta(days=1)
    actions.finish_chore(chore=taken, leased_until=leased_until, next_at=next_at, cursor={}, now=now)
    assert Chore.across_stores.get().due_at == now


def test_a_chore_that_is_done_is_due_at_its_next_time(aurora: Shop) -> None:
    now = timezone.now()
    actions.make_due(store=aurora.store, names=["shipping"], at=now)
    taken = actions.take_due_chores(now=now)[0]
    leased_until = Chore.across_stores.get().due_at
    next_at = now + timedelta(days=1)
    actions.finish_chore(chore=taken, leased_until=leased_until, next_at=next_at, cursor={"options": 3}, now=now)
    chore = Chore.across_stores.get()
    assert (chore.due_at, chore.cursor, chore.failures) == (next_at, {"options": 3}, 0)


def test_many_events_make_one_chore(aurora: Shop) -> None:
    now = timezone.now()
    for later in (5, 0, 9):
        actions.make_due(store=aurora.store, names=["shipping"], at=now + timedelta(seconds=later))
    assert Chore.across_stores.get().due_at == now


def test_a_removed_store_has_no_chores(aurora: Shop) -> None:
    now = timezone.now()
    actions.make_due(store=aurora.store, names=["shipping"], at=now)
    actions.remove(store=aurora.store, now=now)
    assert actions.take_due_chores(now=now) == []

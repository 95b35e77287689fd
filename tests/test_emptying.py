"""What empties the tables between two tests, while the service still keeps what the last page told it."""

import threading
import time
from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection

from saleor_support_plugin.shop.models import Variant
from saleor_support_plugin.stores.models import Store

from .conftest import empty_tables
from .service import Service
from .shops import Shop


@pytest.fixture
def late(committed: Service, open_aurora: Shop) -> Iterator[threading.Thread]:
    """Somebody who holds a row that is emptied late, and soon wants one that is emptied first."""
    begun = threading.Event()

    def write() -> None:
        with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": None}) as other:
            other.execute("update support_variant set is_deleted = false")
            begun.set()
            time.sleep(0.3)
            other.execute("update support_store set is_active = true")

    thread = threading.Thread(target=write)
    thread.start()
    assert begun.wait(5)
    yield thread
    thread.join(5)


def test_it_waits_for_whoever_writes_and_leaves_nothing(late: threading.Thread) -> None:
    empty_tables()

    late.join(5)
    assert not Store.across_stores.exists()
    assert not Variant.across_stores.exists()

from collections.abc import Iterator

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from ..conftest import empty_tables
from ..shops import Shop, open_shop


@pytest.fixture
def really_aurora(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Shop]:
    """A shop whose rows are really committed, for threads to see."""
    with django_db_blocker.unblock():
        empty_tables()
        yield open_shop("aurora")
        empty_tables()
        connection.close()

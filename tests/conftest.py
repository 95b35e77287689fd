import time
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import OperationalError, connection, transaction
from django.test.utils import setup_databases, teardown_databases
from hypothesis import settings as properties
from psycopg.errors import LockNotAvailable
from pytest_django.plugin import DjangoDbBlocker

from saleor_support_plugin.stores import callers, seen

from .known_staff import saleor  # noqa: F401  a fixture
from .service import Service
from .shops import Shop, open_shop

# How long an example takes is the machine's, and says nothing about the property.
properties.register_profile("any machine", deadline=None)
properties.load_profile("any machine")


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Make the database, also in a run of nothing but doors: pytest-django counts only tests that it rolls back."""
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture
def aurora(db: None) -> Shop:
    return open_shop("aurora")


@pytest.fixture
def borealis(db: None) -> Shop:
    return open_shop("borealis")


@pytest.fixture(autouse=True)
def nobody_is_remembered() -> Iterator[None]:
    yield
    callers.forget_sessions()
    seen.forget_noted()


@pytest.fixture(scope="session")
def service(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Service]:
    """The web process; ends before the database does, which it would keep from being dropped."""
    with django_db_blocker.unblock():
        running = Service().start()
        yield running
        running.stop()


@pytest.fixture
def committed(service: Service, django_db_blocker: DjangoDbBlocker) -> Iterator[Service]:
    """Rows are really committed, for the service to see, and deleted afterwards.

    Deleting is far cheaper than the TRUNCATE of `transactional_db`; foreign keys are deferred, so any order will do.
    """
    with django_db_blocker.unblock():
        empty_tables()
        service.forget()
        yield service
        empty_tables()
        service.forget()
        connection.close()


def empty_tables(seconds: float = 20) -> None:
    """Delete every row, as soon as nobody writes: the service may still keep what a page told as it was closed.

    Never waits for a lock while holding one, so it can neither be nor make the one that a deadlock ends.
    """
    tables = [f'"{model._meta.db_table}"' for model in apps.get_app_config("support").get_models()]
    emptied = "; ".join(f"delete from {table}" for table in tables)
    until = time.monotonic() + seconds
    while True:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"lock table {', '.join(tables)} in exclusive mode nowait; {emptied}")
            return
        except OperationalError as error:
            if not isinstance(error.__cause__, LockNotAvailable) or time.monotonic() > until:
                raise
        time.sleep(0.02)


@pytest.fixture
def open_aurora(committed: Service) -> Shop:
    return open_shop("aurora")


@pytest.fixture
def open_borealis(committed: Service) -> Shop:
    return open_shop("borealis")

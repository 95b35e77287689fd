from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from django.conf import LazySettings

from saleor_support_plugin.demo.app_records import App
from saleor_support_plugin.demo.tokens import new_private_key

from ..service import Service
from .installed import Installed, saleor_beside


@pytest.fixture(scope="session")
def demo_key() -> str:
    return new_private_key()


@pytest.fixture
def open_saleor(committed: Service, settings: LazySettings, demo_key: str) -> Iterator[Callable[..., Installed]]:
    """Open Saleors beside the service: `open_saleor(version="3.21")`; each may install the app."""
    settings.PUBLIC_URL = committed.url
    settings.ALLOW_PRIVATE_STORES = True
    settings.ALLOWED_STORES = ("*",)
    with ExitStack() as stack:

        def make(*, version: str = "3.23") -> Installed:
            return stack.enter_context(saleor_beside(committed, version=version, private_key=demo_key))

        yield make


@pytest.fixture
def installed(open_saleor: Callable[..., Installed]) -> Installed:
    """A store with the app in it, and everything that follows from that done."""
    opened = open_saleor()
    app = opened.saleor.install(opened.manifest_url)
    assert isinstance(app, App), app
    opened.deliver_and_work()
    return opened

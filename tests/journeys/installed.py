"""A demo store with the app installed in it, both really talking; the worker's work is done when a test says so."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.utils import timezone

from saleor_support_plugin.api import tasks
from saleor_support_plugin.demo.app_records import App
from saleor_support_plugin.demo.records import User
from saleor_support_plugin.demo.server import DemoServer
from saleor_support_plugin.demo.store import Store as Saleor
from saleor_support_plugin.events.models import Event, State
from saleor_support_plugin.stores import actions
from saleor_support_plugin.stores.models import Chore, Store

from ..service import Service


class MovedClock:
    """The true time, moved on by a test."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def step(self, seconds: float) -> None:
        self._ahead += timedelta(seconds=seconds)


@dataclass
class Installed:
    """`saleor` is the shop as Saleor has it, `store` what we know of it."""

    service: Service
    saleor: Saleor
    server: DemoServer
    clock: MovedClock

    @property
    def manifest_url(self) -> str:
        return f"{self.service.url}/api/manifest"

    @property
    def store(self) -> Store:
        return Store.across_stores.get(api_url=self.server.api_url)

    @property
    def app(self) -> App:
        app = self.saleor.apps.installed("saleor.support")
        assert app is not None
        return app

    def staff_token(self, person: str = "admin") -> str:
        extension = self.saleor.extension("ORDER_DETAILS_WIDGETS") or self.saleor.extension(
            "ORDER_DETAILS_MORE_ACTIONS"
        )
        assert extension is not None
        user: User = self.saleor.person(person)
        return self.saleor.dashboard_token(user, extension)

    def deliver(self) -> set[int | None]:
        """Have Saleor send what is due; return the answers it got."""
        return {sent.code for sent in self.saleor.deliver_due()}

    def work(self) -> None:
        """Do what a worker would do now: every chore that is due, every event that came."""
        now = timezone.now() + timedelta(seconds=1)
        for chore in actions.take_due_chores(now=now):
            tasks.carry_out(Chore.across_stores.get(pk=chore.pk))
        while tasks.drain():
            pass
        assert not Chore.across_stores.exclude(error="").exists(), [chore.error for chore in Chore.across_stores.all()]
        assert not Event.across_stores.filter(state=State.PARKED).exists()

    def do_chore(self, name: str) -> None:
        actions.make_due(store=self.store, names=[name], at=timezone.now())
        self.work()

    def deliver_and_work(self) -> None:
        self.deliver()
        self.work()


@contextmanager
def saleor_beside(service: Service, *, version: str = "3.23", private_key: str) -> Iterator[Installed]:
    """Run a Saleor beside the service, nothing installed yet."""
    clock = MovedClock()
    saleor = Saleor(version=version, clock=clock, private_key=private_key)
    with DemoServer(saleor) as server:
        yield Installed(service, saleor, server, clock)

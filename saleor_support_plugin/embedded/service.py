"""Our own processes and what they are told: the service, its worker and the demo store, as parts."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from saleor_support_plugin.embedded import kept, ports
from saleor_support_plugin.embedded.parts import Part

PROGRAM = (sys.executable, "-m", "saleor_support_plugin")
# What another terminal needs to know to work on the same database with the same keys.
_TOLD = {"DATABASE_URL", "REDIS_URL", "CELERY_BROKER_URL", "SECRET_KEY", "TOKEN_KEYS"}
_TOLD |= {"PUBLIC_URL", "DEMO_URL", "ALLOWED_STORES", "ALLOW_PRIVATE_STORES"}
_TOLD |= {"EMAIL_URL", "EMAIL_FROM", "OUTBOX_DIR", "FILES_URL", "FILES_ORIGIN"}
_WAVE = 2  # before Valkey and PostgreSQL


class Service(NamedTuple):
    """What is to run: where, for whom, and how its own commands are called."""

    data: Path
    port: int
    demo_port: int | None
    program: Sequence[str]

    @property
    def url(self) -> str:
        """Return where a person on this machine opens the service."""
        return f"http://localhost:{self.port}"

    @property
    def demo_url(self) -> str | None:
        """Return where the demo store is, when there is one."""
        return f"http://localhost:{self.demo_port}" if self.demo_port else None


def settings(service: Service) -> dict[str, str]:
    """Return the variables our processes need; what the person set stays, except that the demo store is let in."""
    chosen = kept.secrets(service.data) | {"PYTHONUNBUFFERED": "1"}
    chosen["OUTBOX_DIR"] = os.environ.get("OUTBOX_DIR") or str(service.data / "outbox")
    chosen["FILES_URL"] = os.environ.get("FILES_URL") or (service.data.absolute() / "files").as_uri()
    chosen["PUBLIC_URL"] = (os.environ.get("PUBLIC_URL") or service.url).rstrip("/")
    if service.demo_url:
        chosen |= {"DEMO_URL": service.demo_url, "ALLOW_PRIVATE_STORES": "1"}
    return chosen


def told(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the part of the environment that a command in another terminal needs."""
    return {name: value for name, value in environment.items() if name in _TOLD}


def migrations(service: Service, environment: Mapping[str, str]) -> Part:
    """Describe the one run that brings the tables up to date."""
    return _part(service, environment, "migrate")


def parts(service: Service, environment: Mapping[str, str], listener: int) -> list[Part]:
    """Describe what keeps running. `listener` is the socket that web serves; it stays the launcher's."""
    web = _part(service, environment, "web", "--fd", str(listener))
    web = web._replace(fds=(listener,), ready=ports.Answering(service.port, "/readyz", status=200))
    described = [web, _part(service, environment, "worker")]
    if service.demo_port:
        where = ("--port", str(service.demo_port), "--data", str(service.data / "demo"))
        beside = ("--app-url", environment["PUBLIC_URL"], "--outbox", environment["OUTBOX_DIR"])
        demo = _part(service, environment, "demo", *where, *beside)
        described.append(demo._replace(ready=ports.Answering(service.demo_port, "/")))
        described.append(_store_key(service, environment))
    return described


def links(service: Service, public_url: str) -> str:
    """Return what a person wants to open next, one a line."""
    worth = {"service": service.url, "manifest": f"{public_url}/api/manifest", "data": str(service.data)}
    if service.demo_url:
        worth = {
            "1. write in the shop's chat": f"{service.demo_url}/",
            "2. answer in its Dashboard": f"{service.demo_url}/dashboard/",
            "3. read the mail about it": f"{service.demo_url}/outbox/",
        } | worth
    return "\n".join(f"  {name:<29}{link}" for name, link in worth.items())


def _store_key(service: Service, environment: Mapping[str, str]) -> Part:
    """Describe the errand of telling the demo store the key that a merchant would copy from the app's settings."""
    file = service.data / "demo" / "store-key"
    api_url = f"{service.demo_url}/graphql/"
    argv = (sys.executable, "-m", "saleor_support_plugin.embedded.store_key", api_url, str(file), *service.program)
    return Part(name="store-key", argv=argv, env=environment, folder=service.data, wave=_WAVE, once=True)


def _part(service: Service, environment: Mapping[str, str], name: str, *options: str) -> Part:
    argv = (*service.program, name, *options)
    return Part(name=name, argv=argv, env=environment, folder=service.data, wave=_WAVE)

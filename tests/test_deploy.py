"""The image and the services beside each other: read where no engine runs, and run where a shell is enough.

Their steps are run as they stand, in a folder of their own: deploy/Dockerfile, from the front ends to the program.
"""

import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from socket import socket
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest
import typer
import yaml
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.conf import settings
from django.urls import resolve

from saleor_support_plugin.__main__ import cli
from saleor_support_plugin.api.health import healthz
from saleor_support_plugin.egress.checked import check_ip, read_url
from saleor_support_plugin.stores.rules import check_allowed

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if service["image"].startswith("saleor-support:")}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


class Step(NamedTuple):
    """An instruction of a Dockerfile, with what follows it on one line, without the options of BuildKit."""

    name: str
    rest: str
    options: dict[str, str]

    @property
    def words(self) -> list[str]:
        return list(json.loads(self.rest)) if self.rest.startswith("[") else shlex.split(self.rest)


def stages() -> dict[str, list[Step]]:
    """Return the steps of each stage by the stage's name; the last one has none."""
    text = re.sub(r"^\s*#.*\n", "", (DEPLOY / "Dockerfile").read_text(), flags=re.MULTILINE)
    found: dict[str, list[Step]] = {}
    for line in text.replace("\\\n", " ").splitlines():
        if not line.strip():
            continue
        name, rest = line.split(maxsplit=1)
        options = dict(re.findall(r"(?:^|(?<=\s))--(mount|from|interval|timeout|start-period|retries)=(\S+) ", rest))
        for option, value in options.items():
            rest = rest.replace(f"--{option}={value}", "").strip()
        if name == "FROM":
            steps = found.setdefault(rest.partition(" AS ")[2], [])
        steps.append(Step(name, rest, options))
    return found


STAGES = stages()
FINAL = STAGES[""]


def said(name: str) -> str:
    """Return what the last stage says under this name at last."""
    return [step.rest for step in FINAL if step.name == name][-1]


def command_is_understood(words: list[str]) -> None:
    command = typer.main.get_command(cli).commands[words[0]]  # type: ignore[attr-defined]  # typer makes a group
    command.make_context(words[0], words[1:])


# The image


def test_what_is_copied_into_the_image_is_in_the_tree_and_not_ignored() -> None:
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text().split()
    assert "*" in ignored, "nothing comes in that is not named"
    for step in [step for steps in STAGES.values() for step in steps if step.name == "COPY"]:
        *sources, _ = step.words
        if not step.options:
            assert all((ROOT / source).exists() for source in sources), step.rest
            assert all(f"!{Path(source).parts[0]}" in ignored for source in sources), step.rest
        elif "/" not in step.options["from"]:
            assert step.options["from"] in STAGES


def test_every_front_end_is_installed_and_built() -> None:
    copied = [word for step in STAGES["front-ends"] if step.name == "COPY" for word in step.words[:-1]]
    for front_end in json.loads((ROOT / "package.json").read_text())["workspaces"]:
        assert {front_end, f"{front_end}/package.json"} <= set(copied)


def test_every_image_has_a_version_of_two_numbers() -> None:
    built_on = [step.words[0] for steps in STAGES.values() for step in steps if step.name == "FROM"]
    taken_from = [
        step.options["from"] for steps in STAGES.values() for step in steps if "/" in step.options.get("from", "")
    ]
    for image in built_on + taken_from + [service["image"] for service in SERVICES.values()]:
        assert re.fullmatch(r"[\w./-]+:\d+\.\d+(\.\d+)?(-[\w.-]+)?", image), image


def test_nobody_in_the_container_is_root_and_nothing_there_compiles() -> None:
    user, group = said("USER").split(":")
    assert int(user) > 1000
    (made,) = [step.rest for step in FINAL if step.name == "RUN"]
    assert f"--uid {user}" in made
    assert f"--gid {group}" in made
    assert not re.search(r"apt-get|gcc|npm|\buv\b", "\n".join(step.rest for step in FINAL))


def test_the_container_answers_where_it_says() -> None:
    assert json.loads(said("ENTRYPOINT")) == list(PROJECT["scripts"])
    command = json.loads(said("CMD"))
    command_is_understood(command)
    assert command[command.index("--host") + 1] == "0.0.0.0"
    asked = urlsplit(re.findall(r"http://[\w.:/]+", said("HEALTHCHECK"))[0])
    assert resolve(asked.path).func is healthz
    assert str(asked.port) == said("EXPOSE")
    assert said("STOPSIGNAL") == "SIGTERM"


def test_the_images_labels_are_the_packages() -> None:
    labels = dict(label.split("=", 1) for label in shlex.split(said("LABEL")))
    assert labels["org.opencontainers.image.version"] == PROJECT["version"] == settings.VERSION
    assert labels["org.opencontainers.image.licenses"] == PROJECT["license"]
    (image,) = {service["image"] for service in OURS.values()}
    assert image == "saleor-support:" + PROJECT["version"].rpartition(".")[0]


# The services beside each other


def filled(text: str, environment: Mapping[str, str]) -> str:
    """Fill variables in as Compose does; raises KeyError for one that must be there."""

    def one(found: re.Match[str]) -> str:
        name, kind, default = found.group("name", "kind", "default")
        if name is None:
            return "$"
        return environment.get(name) or (default if kind == "-" else environment[name])

    return re.sub(r"\$(?:\$|\{(?P<name>\w+):(?P<kind>[-?])(?P<default>[^}]*)\})", one, text)


def in_example() -> dict[str, str]:
    lines = (DEPLOY / ".env.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def given(name: str) -> dict[str, str]:
    """Return what a service is told, with .env.example as it is and an x for each secret."""
    environment = {key: value or "x" for key, value in in_example().items()}
    return {key: filled(value, environment) for key, value in SERVICES[name]["environment"].items()}


def address_of(name: str) -> str:
    """Return the address that this service is reached at by the others, from its alias and its port."""
    (alias,) = SERVICES[name]["networks"]["outside"]["aliases"]
    (port,) = SERVICES[name]["ports"]
    return f"http://{alias}:{port.rpartition(':')[2]}"


def test_our_services_are_given_what_they_need_and_only_what_is_in_the_docs() -> None:
    page = (ROOT / "docs" / "settings.md").read_text()
    documented = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", page, re.MULTILINE))
    required = {name for name, default in documented.items() if default == "required"}
    assert required == {"PUBLIC_URL", "SECRET_KEY", "DATABASE_URL", "REDIS_URL"}
    for service in OURS.values():
        assert service["environment"].keys() <= documented.keys()
        assert required <= service["environment"].keys()


def test_no_secret_is_in_the_files() -> None:
    text = (DEPLOY / "compose.yaml").read_text()
    for name, value in re.findall(r"^\s+(\w*(?:KEY|KEYS|PASSWORD)): (.+)$", text, re.MULTILINE):
        assert re.fullmatch(r"\$\{\w+:\?run deploy/new-env\}", value), name
    assert all(re.fullmatch(r"\w+:\$\{\w+:\?run deploy/new-env\}", who) for who in re.findall(r"//(.*?)@", text))
    asked = set(re.findall(r"\$\{(\w+):\?", text))
    assert asked == {name for name, value in in_example().items() if value == ""}
    assert ".env" in (DEPLOY / ".gitignore").read_text().split()


def test_what_the_example_sets_is_read() -> None:
    read = set(re.findall(r"\$\{(\w+):", (DEPLOY / "compose.yaml").read_text()))
    assert in_example().keys() <= read | {"COMPOSE_PROFILES"}
    offered = {profile for service in SERVICES.values() for profile in service.get("profiles", [])}
    assert set(in_example()["COMPOSE_PROFILES"].split(",")) <= offered


def test_our_services_run_commands_that_exist() -> None:
    assert [service["command"][0] for service in OURS.values()] == ["migrate", "web", "web", "worker"]
    for service in OURS.values():
        command_is_understood(service["command"])
        assert service["read_only"]
        assert service["cap_drop"] == ["ALL"]


def test_what_keeps_running_says_whether_it_is_well() -> None:
    for name, service in SERVICES.items():
        if service["restart"] == "no":
            continue
        test = " ".join(service["healthcheck"]["test"])
        if name in OURS and "web" in service["command"]:
            asked = urlsplit(re.findall(r"http://[\w.:/]+", test)[0])
            assert asked.path == "/healthz"
            assert str(asked.port) == service["command"][-1]
        else:
            assert re.search(r"pg_isready|valkey-cli ping|inspect ping|wget|/health/", test), name


def test_nothing_starts_before_what_it_needs() -> None:
    for name, service in SERVICES.items():
        for needed, how in service.get("depends_on", {}).items():
            other = SERVICES[needed]
            if how["condition"] == "service_completed_successfully":
                assert other["restart"] == "no", (name, needed)
            else:
                assert how["condition"] == "service_healthy"
                assert "test" in other["healthcheck"], (name, needed)
            assert set(other.get("profiles", [])) <= set(service.get("profiles", [])), (name, needed)
    assert all("migrate" in service["depends_on"] for name, service in OURS.items() if name != "migrate")


def test_volumes_and_networks_are_declared_and_used() -> None:
    mounted = {volume.partition(":")[0] for service in SERVICES.values() for volume in service.get("volumes", [])}
    assert mounted == COMPOSE["volumes"].keys()
    assert {network for service in SERVICES.values() for network in service["networks"]} == COMPOSE["networks"].keys()


def test_databases_are_reached_by_their_own_alone_and_nothing_from_other_machines() -> None:
    for name in ("support-db", "support-broker", "saleor-db", "saleor-cache"):
        (network,) = SERVICES[name]["networks"]
        assert COMPOSE["networks"][network] == {"internal": True}
        assert "ports" not in SERVICES[name]
    for service in SERVICES.values():
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", []))
        assert "network_mode" not in service


def test_saleor_and_the_app_and_browsers_reach_each_other_at_one_address() -> None:
    assert COMPOSE["networks"]["outside"] is None, "not an internal one: stores and browsers are out there"
    for name in ("web", "worker", "saleor-api", "saleor-worker"):
        assert "outside" in SERVICES[name]["networks"]
    for name in ("web", "saleor-api"):
        (port,) = SERVICES[name]["ports"]
        assert len(set(port.split(":")[1:])) == 1, "the same port inside and outside"
        assert given(name)["PUBLIC_URL"] == address_of(name)
    assert SERVICES["web"]["command"][-1] == address_of("web").rpartition(":")[2]
    assert given("saleor-worker") == given("saleor-api")
    # Saleor refuses private addresses while its filter is on, whatever it is told of loopback.
    assert given("saleor-api")["HTTP_IP_FILTER_ENABLED"] == "False"
    assert given("saleor-api")["ALLOWED_HOSTS"] == urlsplit(address_of("saleor-api")).hostname


def test_the_app_lets_the_saleor_beside_it_in() -> None:
    store = given("dashboard")["API_URL"]
    assert store == address_of("saleor-api") + "/graphql/"
    told = given("web")
    check_allowed(store, allowed=told["ALLOWED_STORES"].split(","), demo="", installed=[])
    private = told["ALLOW_PRIVATE_STORES"] == "1"
    assert read_url(store, allow_private=private)
    check_ip("172.18.0.5", allow_private=private)  # such as Docker gives


# The first secrets


@pytest.fixture(scope="module")
def new_env(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not on this machine")
    folder = tmp_path_factory.mktemp("deploy")
    for name in ("new-env", ".env.example"):
        shutil.copy(DEPLOY / name, folder)
    subprocess.run([folder / "new-env"], check=True, capture_output=True, cwd="/")
    return folder / ".env"


def test_whoever_starts_anew_gets_secrets_of_their_own(new_env: Path) -> None:
    written = re.findall(r'^(\w+)=(?:"([^"]*)"|(.*))$', new_env.read_text(), re.MULTILINE)
    secrets = {name: quoted or plain for name, quoted, plain in written}
    filled((DEPLOY / "compose.yaml").read_text(), secrets)
    assert Fernet(secrets["SUPPORT_TOKEN_KEYS"])
    assert load_pem_private_key(secrets["SALEOR_RSA_PRIVATE_KEY"].encode(), password=None)
    made = [secrets[name] for name, value in in_example().items() if value == ""]
    assert len(set(made)) == len(made)
    assert min(map(len, made)) > 40
    assert stat.S_IMODE(new_env.stat().st_mode) == 0o600


def test_secrets_that_are_there_are_never_written_over(new_env: Path) -> None:
    before = new_env.read_text()
    again = subprocess.run([new_env.parent / "new-env"], capture_output=True, text=True, check=False)
    assert again.returncode == 1
    assert "stays as it is" in again.stderr
    assert new_env.read_text() == before
    assert sorted(path.name for path in new_env.parent.iterdir()) == [".env", ".env.example", "new-env"]


# A proxy in front


def test_the_proxies_of_the_docs_let_every_delivery_through() -> None:
    page = (ROOT / "docs" / "deploy.md").read_text()
    nginx, caddy = (re.search(rf"```{name}\n(.*?)```", page, re.DOTALL) for name in ("nginx", "caddy"))
    assert nginx
    assert caddy
    most = re.search(r"client_max_body_size (\d+)m;", nginx[1])
    assert most
    assert int(most[1]) * 1024 * 1024 >= max(settings.WEBHOOK_MAX_BYTES, settings.FILE_MAX_BYTES)
    for proxy in (nginx[1], caddy[1]):
        assert not re.search(r"return 30|rewrite|redir", proxy), "Saleor follows no redirect"
        ports = {port.split(":")[1] for name in ("web", "web-graphql") for port in SERVICES[name]["ports"]}
        assert set(re.findall(r"127\.0\.0\.1:(\d+)", proxy)) == ports


# What the image runs, without an engine


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the steps of the first two stages, and return the folder that the last one copies."""
    for program in ("uv", "npm"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not on PATH; bin/check puts it there")
    folder = tmp_path_factory.mktemp("image")
    for stage in ("front-ends", "environment"):
        for step in STAGES[stage]:
            take(step, folder, stage)
    return folder / "opt"


def take(step: Step, folder: Path, stage: str) -> None:
    """Do what one step of a stage does to /source, /tmp and /opt, which are in `folder` here."""
    source = folder / stage
    source.mkdir(exist_ok=True)
    if step.name == "COPY" and "/" not in step.options.get("from", ""):
        *files, to = step.words
        for file in files:
            copy(ROOT / file if not step.options else folder / step.options["from"] / file[8:], source / to, to)
    elif step.name == "RUN" and "npm ci" in step.rest:  # the packages of the checkout are those of the lock file
        for installed in (ROOT / "node_modules", *ROOT.glob("*/node_modules")):
            (source / installed.relative_to(ROOT)).symlink_to(installed)
    elif step.name == "RUN":
        here = {"/tmp/": f"{folder}/", "/opt/saleor-support": f"{folder}/opt"}
        script = re.sub("|".join(here), lambda found: here[found[0]], step.rest)
        told = os.environ | {"UV_PYTHON": sys.executable, "UV_LINK_MODE": "copy"}
        told.pop("VIRTUAL_ENV", None)
        done = subprocess.run(["sh", "-euc", script], cwd=source, env=told, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr


def copy(file: Path, place: Path, to: str) -> None:
    if file.is_dir():
        left_out = shutil.ignore_patterns("__pycache__", "node_modules", "built")
        shutil.copytree(file, place, ignore=left_out, dirs_exist_ok=True)
    else:
        place = place / file.name if to.endswith("/") else place
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, place)


@pytest.fixture
def running(image: Path, tmp_path: Path, django_db_setup: None) -> Iterator[tuple[int, Path]]:
    """The web process of the image, tracing to its output; gives its port and the file of that output."""
    from django.db import connection

    database = connection.get_connection_params()
    at = f"host={database['host']}&user={database.get('user') or ''}"
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = {name: os.environ[name] for name in ("SECRET_KEY", "REDIS_URL", "PUBLIC_URL")}
    told |= {"DATABASE_URL": f"postgresql:///{database['dbname']}?{at}", "PATH": f"{image}/bin:/usr/bin:/bin"}
    told |= {"OTEL_TRACES_EXPORTER": "console", "OTEL_BSP_SCHEDULE_DELAY": "50"}
    command = [f"{image}/bin/saleor-support", "web", "--port", str(port)]
    with (tmp_path / "output").open("wb") as output:
        process = subprocess.Popen(command, env=told, cwd="/", stdout=output, stderr=subprocess.STDOUT)
    yield port, tmp_path / "output"
    process.terminate()
    assert process.wait(30) in (0, -15)


def is_well(image: Path, port: int) -> bool:
    """Ask as the image's HEALTHCHECK does."""
    _, program, *words = json.loads("[" + said("HEALTHCHECK").partition("[")[2])
    asked = [word.replace(f":{said('EXPOSE')}/", f":{port}/") for word in words]
    return subprocess.run([image / "bin" / "python", program, *asked], capture_output=True).returncode == 0


def spans_in(output: Path) -> set[str]:
    return set(re.findall(r'^ {4}"name": "(.*)",$', output.read_text(), re.MULTILINE))


@pytest.mark.slow
def test_what_the_image_installs_runs_and_traces_everything_but_deliveries(
    image: Path, running: tuple[int, Path]
) -> None:
    helped = subprocess.run([image / "bin" / "saleor-support", "--help"], capture_output=True, text=True, timeout=60)
    assert "worker-without-beat" in helped.stdout
    assert (image / "bin" / "celery").exists(), "the worker's health is asked with it"
    port, output = running
    give_up = time.monotonic() + 30
    while not is_well(image, port):
        assert time.monotonic() < give_up, output.read_text()
    delivery = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/webhooks",
        data=b"{}",
        headers={"Saleor-Api-Url": "https://nobody.example.com/graphql/", "Saleor-Event": "order_created"},
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(delivery)
    assert refused.value.code == 404, "it has asked the database"
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/dashboard/order") as card:
        assert b"/static/dashboard_extension/assets/" in card.read()
    while "GET /dashboard/order" not in spans_in(output):
        assert time.monotonic() < give_up, output.read_text()
        time.sleep(0.02)
    assert spans_in(output) == {"GET /healthz", "GET /dashboard/order"}

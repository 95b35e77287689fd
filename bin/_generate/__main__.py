"""Write everything that is made from other files, or with --check say what is stale.

1. graphql/saleor/schema.graphql from our documents and Saleor's introspection; from both the client and the
   webhook texts in saleor_support_plugin/saleor/generated/
2. graphql/support/*.graphql from our two GraphQL schemas
3. the front ends' TypeScript from those, by npm

Each step is made in a temporary folder first, so that a failure leaves no half-written files.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import own_sdl
import saleor_client
import saleor_schema
import webhook_texts

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = Path("graphql/saleor/schema.graphql")
GENERATED = Path("saleor_support_plugin/saleor/generated")
OWN = Path("graphql/support")


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["--check"]):
        print("usage: bin/generate [--check]", file=sys.stderr)
        return 2
    check = bool(arguments)
    # In this order: our own schemas import the client, TypeScript reads our schemas.
    stale = [*_made_by(_saleor, check), *_made_by(_own, check)]
    failed = _typescript(check) != 0
    if check and (stale or failed):
        print("run bin/generate and keep what it writes", file=sys.stderr)
        return 1
    return int(failed)


def _made_by(step: Callable[[Path], list[tuple[Path, str]]], check: bool) -> list[Path]:
    """Run a step, and return the files that differ from what it made; without `check` they are then replaced."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        stale = [path for where, pattern in step(made) for path in _stale(made, where, pattern)]
        for path in stale:
            print(f"stale: {path}" if check else _put(made / path, ROOT / path))
    return stale


def _saleor(made: Path) -> list[tuple[Path, str]]:
    for folder in (SCHEMA.parent, GENERATED):
        (made / folder).mkdir(parents=True)
    (made / SCHEMA).write_text(saleor_schema.text(ROOT))
    saleor_client.write(ROOT, schema=made / SCHEMA, into=made / GENERATED)
    (made / GENERATED / "subscriptions.py").write_text(webhook_texts.text(ROOT))
    return [(SCHEMA.parent, SCHEMA.name), (GENERATED, "*.py")]


def _own(made: Path) -> list[tuple[Path, str]]:
    (made / OWN).mkdir(parents=True)
    return [(OWN, f"{name}.graphql") for name in own_sdl.write(ROOT, into=made / OWN)]


def _stale(made: Path, folder: Path, pattern: str) -> list[Path]:
    """Return the files that differ, are missing, or stand there although nothing makes them any more."""
    names = {file.name for top in (made, ROOT) for file in (top / folder).glob(pattern)}
    return sorted(folder / name for name in names if not _same(made / folder / name, ROOT / folder / name))


def _same(made: Path, kept: Path) -> bool:
    return made.exists() and kept.exists() and made.read_bytes() == kept.read_bytes()


def _put(made: Path, kept: Path) -> str:
    if not made.exists():
        kept.unlink()
        return f"removed: {kept.relative_to(ROOT)}"
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(made, kept)
    return f"written: {kept.relative_to(ROOT)}"


def _typescript(check: bool) -> int:
    npm = shutil.which("npm")
    if npm is None or not (ROOT / "node_modules").is_dir():
        print("TypeScript left as it is: there is no npm or no node_modules here")
        return 0
    failed = subprocess.run([npm, "run", "--silent", "generate:check" if check else "generate"], cwd=ROOT).returncode
    if failed:
        print("npm run generate failed; it wants Node 22.19 or newer, which bin/check brings", file=sys.stderr)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

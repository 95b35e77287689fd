"""Where PostgreSQL lives when root may not use user namespaces, as in a container: with another user, in the open.

That user cannot enter root's folders and we will not open them, so data and binaries get a place it can reach.
"""

import os
import shutil
import stat
from hashlib import sha256
from pathlib import Path

from saleor_support_plugin.embedded.users import User

_ROOT = Path("/var/lib")


def places(folder: Path, binaries: Path, user: User) -> tuple[Path, Path]:
    """Return the real data folder and binaries for this user; `folder` becomes a link to the former."""
    home = _ROOT / f"saleor-support-{sha256(os.fsencode(folder)).hexdigest()[:8]}"
    home.mkdir(mode=0o711, exist_ok=True)
    home.chmod(0o711)
    real = home / "postgres"
    if not folder.is_symlink():
        if folder.exists():
            shutil.move(folder, real)
        folder.symlink_to(real)
    _give(real, user)
    return real, binaries if _is_open(binaries) else _copied(binaries, home)


def _is_open(folder: Path) -> bool:
    return all(path.stat().st_mode & stat.S_IXOTH for path in (folder, *folder.parents))


def _give(folder: Path, user: User) -> None:
    """Hand over what root made while namespaces were still allowed."""
    if folder.exists() and folder.stat().st_uid != user.uid:
        for parent, _, files in os.walk(folder):
            for path in (parent, *(os.path.join(parent, name) for name in files)):
                os.chown(path, user.uid, user.gid, follow_symlinks=False)


def _copied(binaries: Path, home: Path) -> Path:
    """Copy the installation and the libraries that the wheel keeps beside it."""
    package = binaries.parent.parent if binaries.parent.name == "pginstall" else binaries.parent
    copy = home / "binaries"
    mark = home / "binaries.of"
    if not mark.exists() or mark.read_text(encoding="utf-8") != _version(binaries):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(package, copy / package.name, symlinks=True)
        if (libraries := package.with_name(f"{package.name}.libs")).is_dir():
            shutil.copytree(libraries, copy / libraries.name, symlinks=True)
        _open(copy)
        mark.write_text(_version(binaries), encoding="utf-8")
    return copy / binaries.relative_to(package.parent)


def _version(binaries: Path) -> str:
    found = (binaries / "postgres").stat()
    return f"{binaries} {found.st_size} {found.st_mtime_ns}"


def _open(folder: Path) -> None:
    """Let everybody read and run what is public software."""
    for parent, _, files in os.walk(folder):
        for path in (Path(parent), *(Path(parent, name) for name in files)):
            if not path.is_symlink():
                mode = path.stat().st_mode
                path.chmod(mode | (0o055 if mode & stat.S_IXUSR else 0o044))

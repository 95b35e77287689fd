"""Where things are kept: the data folder, the private folder for sockets, and small files written whole."""

import os
import stat
import tempfile
from hashlib import sha256
from pathlib import Path

from saleor_support_plugin.embedded.errors import CannotStart, DiskFull

# The kernel's limit is 107 bytes on Linux and 103 on macOS; PostgreSQL says nothing useful when it is passed.
LONGEST_SOCKET_PATH = 100
_LONGEST_NAME = "/pg/.s.PGSQL.5432"
# initdb writes 40 MB and the first days of use as much again.
_FIRST_START_BYTES = 200_000_000


class NoFolder(CannotStart):
    """A folder we need cannot be made or used."""

    code = "no_folder"


class PathTooLong(CannotStart):
    """No folder for sockets with a short enough path."""

    code = "path_too_long"


def known_folder(chosen: Path | None) -> Path | None:
    """Return the folder that a service runs in, or None where there is none; makes nothing."""
    try:
        folder = (chosen or _default_data()).expanduser().absolute()
        return folder.resolve() if folder.is_dir() else None
    except (OSError, RuntimeError):  # no home folder, or one that is not ours to look into
        return None


def data_folder(chosen: Path | None) -> Path:
    """Return the folder everything is kept in, made private when it is new."""
    try:
        folder = (chosen or _default_data()).expanduser().absolute()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError) as error:  # RuntimeError: there is no home folder
        reason = getattr(error, "strerror", None) or error
        raise NoFolder(
            f"The data folder {chosen or ''} cannot be made ({reason}): name another with --data."
        ) from error
    # Root could, but would leave files in it that its owner cannot use any more.
    foreign = os.getuid() == 0 and folder.stat().st_uid != 0
    if foreign or not os.access(folder, os.W_OK | os.X_OK):
        raise NoFolder(
            f"{folder} belongs to somebody else: name a folder of your own with --data DIR, or run as its owner."
        )
    return folder.resolve()


def _default_data() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share") / "saleor-support"


def check_room(folder: Path) -> None:
    """Raise DiskFull when a first start cannot fit on the folder's disk."""
    if free_bytes(folder) < _FIRST_START_BYTES:
        raise DiskFull(folder)


def free_bytes(folder: Path) -> int:
    """Return how much we may still write on the folder's disk."""
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize


def socket_folder(data: Path) -> Path:
    """Make the private folder for the sockets of this data folder; the same one each time, with a short path.

    Not $XDG_RUNTIME_DIR: it goes when the person logs out, and a launcher under nohup would lose its servers.
    """
    name = f"saleor-support-{os.getuid()}-{sha256(os.fsencode(data)).hexdigest()[:8]}"
    return private_folder(_short_root(name) / name)


def _short_root(name: str) -> Path:
    roots = dict.fromkeys([tempfile.gettempdir(), "/tmp"])  # noqa: S108 - the folder made in it is private
    for root in roots:
        path = os.path.join(os.path.realpath(root), name)
        if fits(path) and os.access(root, os.W_OK | os.X_OK):
            return Path(root).resolve()
    raise PathTooLong(
        f"The servers' sockets fit neither in {' nor in '.join(roots)}: the path would be longer than "
        f"{LONGEST_SOCKET_PATH} letters, or may not be written. Set TMPDIR to a short folder you may write to."
    )


def fits(folder: str) -> bool:
    """Say whether sockets in this folder have a path the kernel takes."""
    return len(os.fsencode(folder + _LONGEST_NAME)) <= LONGEST_SOCKET_PATH


def private_folder(path: Path) -> Path:
    """Make a folder only we can enter; refuse one that somebody else put there first."""
    path.mkdir(mode=0o700, exist_ok=True)
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise NoFolder(f"{path} was made by somebody else: remove it, or set TMPDIR to a folder of your own.")
    path.chmod(0o700)
    return path


def write_private(path: Path, text: str) -> None:
    """Replace a small file whole, readable by us alone: a full disk or a power cut leaves the old one."""
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)

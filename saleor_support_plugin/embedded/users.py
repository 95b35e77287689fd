"""As whom a server runs. PostgreSQL refuses root, and users that /etc/passwd does not know."""

import os
import pwd
import subprocess
import sys
from pathlib import Path
from typing import Literal, NamedTuple

from saleor_support_plugin.embedded.errors import CannotStart

CHILD = str(Path(__file__).with_name("_child.py"))


class NoUser(CannotStart):
    """PostgreSQL can run as nobody we could name."""

    code = "no_user"


class User(NamedTuple):
    """`self`: as we are. `mapped`: as we are, seen as `uid` by the server alone. `other`: really as `uid`."""

    who: Literal["self", "mapped", "other"]
    uid: int
    gid: int


OURSELVES = User("self", os.getuid(), os.getgid())


def command(user: User, signal_at_our_end: int, argv: tuple[str, ...]) -> list[str]:
    """Return what to execute so that `argv` runs as this user and gets the signal when this process ends."""
    start = [sys.executable, "-I", "-S", CHILD, user.who, str(user.uid), str(user.gid)]
    return [*start, str(os.getpid()), str(signal_at_our_end), *argv]


def postgres_user(folder: Path, binary: Path) -> User:
    """Choose as whom PostgreSQL runs on this data folder (which need not exist yet)."""
    owner = _owner(folder)
    if os.getuid() == 0 and owner is not None and owner.uid != 0:
        return owner  # made when user namespaces were refused; it stays theirs
    if os.getuid() != 0 and _has_name(os.getuid()):
        return OURSELVES
    nobody = _nobody()
    mapped = User("mapped", nobody.pw_uid, nobody.pw_gid)
    if _runs(mapped, binary):
        return mapped
    if os.getuid() != 0:
        raise NoUser(
            f"PostgreSQL cannot run as user {os.getuid()}, who has no name on this machine: "
            "run as a named user, or set DATABASE_URL to a PostgreSQL that runs elsewhere."
        )
    return User("other", nobody.pw_uid, nobody.pw_gid)


def _owner(folder: Path) -> User | None:
    try:
        found = folder.stat()
    except FileNotFoundError:
        return None
    return User("other", found.st_uid, found.st_gid)


def _has_name(uid: int) -> bool:
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True


def _nobody() -> pwd.struct_passwd:
    """Return `nobody`, or the least of the other users; any with a name will do."""
    try:
        return pwd.getpwnam("nobody")
    except KeyError:
        others = [person for person in pwd.getpwall() if person.pw_uid != 0]
    if not others:
        raise NoUser(
            "PostgreSQL does not run as root and this machine has no other user: "
            "add one (useradd --system support), or set DATABASE_URL."
        )
    return max(others, key=lambda person: person.pw_uid)


def _runs(user: User, binary: Path) -> bool:
    """Try it: containers refuse namespaces in several ways, and some only when the map is written."""
    tried = subprocess.run(command(user, 15, (str(binary), "--version")), capture_output=True, check=False)
    return tried.returncode == 0

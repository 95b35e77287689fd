"""Become a server: the steps that have to happen in the new process, between fork and exec.

Run as `python -I -S _child.py WHO UID GID PARENT SIGNAL COMMAND…`. WHO is `self`, `mapped` (the caller's own user, seen
as UID inside a user namespace, because PostgreSQL refuses to run as root) or `other` (really become UID). The command
gets SIGNAL when PARENT ends, however it ends. Exit status 97: user namespaces are refused here.
"""

import ctypes
import os
import signal
import sys

REFUSED = 97
_PR_SET_PDEATHSIG = 1


def _reset_signals() -> None:
    """Undo what the launcher, Python and `nohup` set: ignored signals and the mask survive exec."""
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())


def _map_user(uid: int, gid: int) -> None:
    outside_uid, outside_gid = os.geteuid(), os.getegid()
    try:
        os.unshare(os.CLONE_NEWUSER)
        _write("/proc/self/setgroups", "deny")
        _write("/proc/self/uid_map", f"{uid} {outside_uid} 1")
        _write("/proc/self/gid_map", f"{gid} {outside_gid} 1")
    except (AttributeError, OSError) as error:  # AttributeError: not Linux
        # Not in the error's own words: for one of the reasons they are "No space left on device".
        print(f"user namespaces are refused: {type(error).__name__}", file=sys.stderr)
        sys.exit(REFUSED)


def _write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)


def _become(who: str, uid: int, gid: int) -> None:
    if who == "mapped":
        _map_user(uid, gid)
    elif who == "other":
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)


def _end_with(parent: int, number: int) -> None:
    """Have the kernel send signal `number` when the parent dies; only Linux can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, number)
    if os.getppid() != parent:
        sys.exit("the launcher ended meanwhile")


def main(who: str, uid: str, gid: str, parent: str, number: str, *command: str) -> None:
    """Take the user, the signals and the bond to the parent in this order: a change of user undoes the bond."""
    _reset_signals()
    _become(who, int(uid), int(gid))
    _end_with(int(parent), int(number))
    os.umask(0o077)
    try:
        os.execv(command[0], command)  # noqa: S606 - no shell is what we want
    except OSError as error:
        sys.exit(f"{command[0]} does not run: {error.strerror}")


if __name__ == "__main__":
    main(*sys.argv[1:])

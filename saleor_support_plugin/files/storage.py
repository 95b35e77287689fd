"""Where files lie: a folder or a bucket. Nothing there is reached from the web but through our doors."""

import secrets
from typing import IO

from django.core.files import File
from django.core.files.storage import storages

from ..logs import said_by

# The name in settings.STORAGES.
FILES = "files"


class OutOfReach(Exception):
    """The folder or bucket cannot be used now."""

    code = "FILES_OUT_OF_REACH"


class NotThere(Exception):
    """There is no such file."""


def original() -> str:
    """Return a new place for a file as it came. It has nothing of the address under which the file is shown."""
    return f"incoming/{secrets.token_urlsafe(16)}"


def mail() -> str:
    """Return a new place for a mail as it came."""
    return f"mail/{secrets.token_urlsafe(16)}"


def shown(token: str, size: int) -> str:
    return f"shown/{token[:2]}/{token}-{size}.webp"


def put(place: str, content: IO[bytes]) -> None:
    """Keep a file, over what is there. Raises OutOfReach."""
    content.seek(0)
    try:
        storages[FILES].save(place, File(content, name=place))
    except Exception as error:  # each maker's storage has errors of its own
        raise OutOfReach(said_by(error)) from error


def read(place: str) -> bytes:
    """Return a file whole. Raises NotThere, OutOfReach."""
    try:
        with storages[FILES].open(place) as file:
            content: bytes = file.read()
            return content
    except Exception as error:  # each maker's storage has errors of its own, and not all tell missing from broken
        if isinstance(error, FileNotFoundError) or not _is_there(place):
            raise NotThere(place) from error
        raise OutOfReach(said_by(error)) from error


def remove(place: str) -> None:
    """Remove a file, if it is there. Raises OutOfReach."""
    try:
        storages[FILES].delete(place)
    except Exception as error:  # each maker's storage has errors of its own
        if _is_there(place):
            raise OutOfReach(said_by(error)) from error


def _is_there(place: str) -> bool:
    try:
        return bool(storages[FILES].exists(place))
    except Exception as error:  # each maker's storage has errors of its own
        raise OutOfReach(said_by(error)) from error

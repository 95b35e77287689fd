"""The one HTTP client to addresses that merchants give: what it promises. `checked.py` does it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


class EgressError(Exception):
    """A request that brought no reply. `retry` says whether the same request may succeed later."""

    code = "EGRESS"
    retry = False


class AddressRefused(EgressError):
    code = "ADDRESS_REFUSED"


class Unreachable(EgressError):
    code = "UNREACHABLE"
    retry = True


class Unanswered(Unreachable):
    """It left, and no whole reply came: it may have been done."""


class Dropped(Unanswered):
    """The connection ended before a byte of the reply: most often a kept one, closed as we took it up again."""


class ReplyTooLarge(EgressError):
    code = "REPLY_TOO_LARGE"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, whatever its status. Header names are in lower case; `body` is unpacked and within the limit."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Egress(Protocol):
    """A way to addresses that merchants give."""

    def get(self, url: str, *, headers: Mapping[str, str] | None = None) -> Reply:
        """Return the reply, whatever its status; raises EgressError when there is none."""
        ...

    def post(
        self,
        url: str,
        *,
        json: object = None,
        data: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Return the reply, whatever its status; raises EgressError when there is none."""
        ...

"""A merchant's mailbox, read by IMAP. Its server's name is hostile until checked, and it is spoken to by TLS alone."""

import imaplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError
from imapclient.tls import IMAP4_TLS

PORT = 993
SECONDS = 20
FOLDER = "INBOX"


class MailboxClosed(Exception):
    """It cannot be read now; `code` says what it is about."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Account:
    host: str
    username: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Folder:
    """What a server says of it: its numbers mean something as long as `validity` stays; `next` is the next mail's."""

    validity: int
    next: int


class Reader:
    def __init__(self, client: IMAPClient, folder: Folder) -> None:
        self._client = client
        self.folder = folder

    def after(self, uid: int, most: int) -> list[tuple[int, int]]:
        """Return the numbers of the mails after one, in order, each with its size in bytes."""
        # A server answers `n:*` with its last mail even where that is before n.
        newer = sorted(one for one in self._client.search(["UID", f"{uid + 1}:*"]) if one > uid)[:most]
        sizes = self._client.fetch(newer, ["RFC822.SIZE"]) if newer else {}
        return [(one, int(sizes[one][b"RFC822.SIZE"])) for one in newer if one in sizes]

    def read(self, uid: int, *, only_head: bool = False) -> bytes:
        """Return a mail, or as much of it as says from whom it is; it stays unread in the mailbox."""
        part = "HEADER" if only_head else ""
        found = self._client.fetch([uid], [f"BODY.PEEK[{part}]"]).get(uid, {})
        return bytes(found.get(f"BODY[{part}]".encode(), b""))


@contextmanager
def opened(account: Account) -> Iterator[Reader]:
    """Open a mailbox for reading alone. Raises MailboxClosed, also for what goes wrong while it is read."""
    try:
        with _Client(account.host, PORT, ssl_context=_context(), timeout=SECONDS) as client:
            try:
                client.login(account.username, account.password)
            except IMAPClientError as error:
                raise MailboxClosed("LOGIN_REFUSED", "The server does not take this name and password.") from error
            said = client.select_folder(FOLDER, readonly=True)
            yield Reader(client, Folder(int(said[b"UIDVALIDITY"]), int(said[b"UIDNEXT"])))
    except ssl.SSLError as error:
        raise MailboxClosed("NOT_SECURE", "The server's certificate is not valid.") from error
    except OSError as error:
        raise MailboxClosed("UNREACHABLE", f"The server cannot be reached: {error}"[:300]) from error
    except (IMAPClientError, imaplib.IMAP4.error, KeyError, ValueError) as error:
        raise MailboxClosed("NOT_READABLE", "The server said what a mailbox's server does not say.") from error


def _context() -> ssl.SSLContext:
    return ssl.create_default_context()


class _Checked(IMAP4_TLS):  # type: ignore[misc]  # it has no types
    def _create_socket(self, timeout: float | None = None) -> socket.socket:
        context = self.ssl_context or _context()
        # Here, for a web process that looks into no mailbox does without requests.
        from ..outbox.ways.servers import connect

        return context.wrap_socket(connect(self.host, self.port, SECONDS), server_hostname=self.host)


class _Client(IMAPClient):  # type: ignore[misc]  # it has no types
    def _create_IMAP4(self) -> imaplib.IMAP4:
        return _Checked(self.host, self.port, self.ssl_context, SECONDS)

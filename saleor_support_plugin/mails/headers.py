"""What stands above a mail beside sender, subject and the way out: which list it is of, and where an answer goes."""

import base64
import hmac
from hashlib import sha256

# Enough of a signature that nobody guesses one, and short enough for a mailbox name of 64 characters.
SIGNATURE = 10
SALT = b"reply address"


def list_id(*, kind: str, store_key: str, host: str) -> str:
    """Return the List-Id by which a mailbox files a shop's mails of a kind (RFC 2919): always the same one."""
    return "<" + ".".join("".join(filter(_plain, part.lower())) for part in (kind, store_key, host)) + ">"


def _plain(letter: str) -> bool:
    return letter.isascii() and (letter.isalnum() or letter in ".-")


def reply_address(*, number: int, mailbox: str, secret: str) -> str:
    """Return where an answer to this message goes: `mailbox+TOKEN@its.domain`, which nobody else can make up."""
    local, _, domain = mailbox.rpartition("@")
    return f"{local}+{_token(number, secret)}@{domain}"


def message_of(address: str, *, secret: str) -> int | None:
    """Return the number of the message that an address of ours answers; None for any other address."""
    token = address.partition("@")[0].lower().partition("+")[2]
    number, _, _ = token.partition(".")
    if not token.isascii() or not number.isdigit() or len(number) > 18:
        return None
    return int(number) if hmac.compare_digest(token, _token(int(number), secret)) else None


def _token(number: int, secret: str) -> str:
    """Small letters and digits only: mail servers on the way change the case of what stands before the @."""
    signed = hmac.digest(secret.encode() + SALT, str(number).encode(), sha256)[:SIGNATURE]
    return f"{number}.{base64.b32encode(signed).decode().lower()}"

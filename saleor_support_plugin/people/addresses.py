"""Addresses in the one form in which they are kept and compared: two that reach one mailbox or number are equal.

Pure. Nothing is joined that may be two: what follows a plus and the dots of a mailbox are its provider's business.
"""

import re
import unicodedata
from hashlib import sha256

import idna

MOST_MAIL = 254  # octets of a whole address, RFC 5321 4.5.3.1.3 without its brackets
MOST_LOCAL = 64  # octets before the @, RFC 5321 4.5.3.1.1
MOST_NUMBER = 40
LOCAL = re.compile(r"[^@\s<>\"(),:;\[\]\\]+")
PLAIN_DOMAIN = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*")


class AddressWrong(ValueError):
    """The address cannot be written to."""

    code = "ADDRESS_WRONG"


def normal_email(text: str) -> str:
    """Return an e-mail address in small letters, its domain as DNS has it (`xn--…`). Raises AddressWrong."""
    name, at, domain = text.strip().rpartition("@")
    if not at or len(text) > MOST_MAIL + 10:
        raise AddressWrong("This is not an e-mail address.")
    local = _small(name)
    if not LOCAL.fullmatch(local) or not local.isprintable():  # control and invisible letters, lone surrogates
        raise AddressWrong("This is not an e-mail address.")
    found = f"{local}@{_domain(domain)}"
    if len(local.encode()) > MOST_LOCAL or len(found.encode()) > MOST_MAIL:
        raise AddressWrong("This e-mail address is too long.")
    return found


def is_email(text: str) -> bool:
    """Say whether this is an address that can be written to."""
    try:
        normal_email(text)
    except AddressWrong:
        return False
    return True


def _small(text: str) -> str:
    """Return small letters, whatever keyboard they were typed on.

    A Turkish one has İ for i, which Python would make two letters of. Its ı is another letter than i and stays one: who
    has `ışık@` is not who has `isik@`.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).replace("İ", "i").lower())


def _domain(text: str) -> str:
    domain = _small(text).removesuffix(".")
    if domain.isascii() and "xn--" not in domain:
        if len(domain) > 253 or not PLAIN_DOMAIN.fullmatch(domain):
            raise AddressWrong("This is not an e-mail address.")
        return domain
    try:
        return idna.encode(domain, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise AddressWrong("This is not an e-mail address.") from error


def normal_phone(text: str, region: str = "") -> str:
    """Return a number as E.164, `+905321234567`; one without its country is of `region`, such as `TR`.

    Raises AddressWrong, also for an extension: behind a switchboard sit many people.
    """
    import phonenumbers  # where a number is read: a megabyte that web processes do without

    try:
        number = phonenumbers.parse(text[: MOST_NUMBER + 1], region.upper() or None)
    except phonenumbers.NumberParseException as error:
        raise AddressWrong("This is not a number with its country, such as +90 212 555 00 00.") from error
    if len(text) > MOST_NUMBER or number.extension or not phonenumbers.is_valid_number(number):
        raise AddressWrong("This is not a number that can be called.")
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def normal_address(text: str) -> str:
    """Return an e-mail address in its normal form; what is none, a number among them, in small letters."""
    try:
        return normal_email(text)
    except AddressWrong:
        return text.strip().lower()


def address_hash(text: str) -> str:
    """Return what we keep of an address that unsubscribed: enough to know it again, not to write to it."""
    return sha256(normal_address(text).encode("utf-8", "replace")).hexdigest()

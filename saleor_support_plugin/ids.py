"""Ids of our rows as the outside sees them, in the form of Saleor's own: base64 of `Kind:number`."""

from base64 import b64decode, b64encode


def own_id(kind: str, number: int) -> str:
    return b64encode(f"{kind}:{number}".encode()).decode()


def row_number(kind: str, given: str) -> int | None:
    """Return the row that an id of ours means; None for what is no id of this kind, as for a row that is not there."""
    try:
        meant, _, digits = b64decode(given).decode().partition(":")
    except ValueError:  # not base64, or not text
        return None
    if meant != kind or not (digits.isascii() and digits.isdigit() and len(digits) < 19):
        return None
    return int(digits)

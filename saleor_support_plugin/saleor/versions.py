"""Saleor's versions, compared."""


def version_of(text: str) -> tuple[int, ...]:
    """Return the first two numbers of a version, such as those of 3.23.28."""
    return tuple(int(part) for part in text.split(".")[:2] if part.isdigit())

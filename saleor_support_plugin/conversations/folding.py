"""Letters as they are compared: small, without accents, and İ, I, ı and i one letter."""

import unicodedata


def fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold().replace("ı", "i")
    return "".join(letter for letter in plain if not unicodedata.combining(letter))

"""Words as they are looked for."""

import re

from ..conversations.folding import fold

WORD = re.compile(r"[^\W_]+")
MOST_LETTERS = 60


def words(text: str) -> set[str]:
    """Return the words of a text, folded; what is between them, signs of e-mail addresses too, is no word."""
    return {word[:MOST_LETTERS] for word in WORD.findall(fold(text))}

"""Words that a shop does not want to read, and what becomes of a message with one of them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..stores.configuration import Configuration
from .cards import WORDS
from .folding import fold
from .rules import TextWrong
from .starter_words import STARTER_WORDS

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class WordFilter:
    """Whole words and beginnings of words, folded; `lengths` are those of the beginnings."""

    words: frozenset[str]
    beginnings: frozenset[str]
    lengths: tuple[int, ...]
    is_refusing: bool

    def finds(self, text: str) -> bool:
        """Say whether one of the words is in a text: a set is asked about each word, however many are listed."""
        if not (self.words or self.beginnings):
            return False
        said = set(WORD.findall(fold(text)))
        return not self.words.isdisjoint(said) or any(
            one[:length] in self.beginnings for one in said for length in self.lengths
        )

    def card(self, text: str) -> dict[str, Any] | None:
        """Return what marks a text for staff; None where nothing is in it. Raises TextWrong, with code WORDS."""
        card = self.mark(text)
        if card is not None and self.is_refusing:
            raise TextWrong("WORDS", "The shop does not take this in these words. Please say it differently.")
        return card

    def mark(self, text: str) -> dict[str, Any] | None:
        """As card does, for what came by mail, say, where nobody can be asked to say it differently."""
        return {"kind": WORDS} if self.finds(text) else None


def word_filter(settings: Configuration) -> WordFilter:
    return _compiled(settings.blocked_words, settings.blocked_words_starter, settings.blocked_words_act)


@lru_cache(maxsize=1_000)
def _compiled(listed: tuple[str, ...], with_starter: bool, act: str) -> WordFilter:
    given = [fold(word) for word in (*listed, *(STARTER_WORDS if with_starter else ()))]
    beginnings = frozenset(word[:-1] for word in given if word.endswith("*"))
    return WordFilter(
        frozenset(word for word in given if not word.endswith("*")),
        beginnings,
        tuple(sorted({len(word) for word in beginnings})),
        act == "refuse",
    )

"""What stands on a card for staff alone."""

from collections.abc import Mapping
from typing import Any

# A message with a word that the shop does not want to read: `{"kind": "words"}`, or beside what the card is about.
WORDS = "words"
# When the shopper opened what staff showed them.
OPENED = "opened"
# What opens by a tap.
SHOWN = frozenset(("product", "page", "checkout"))
_STAFFS = frozenset((WORDS, OPENED))


def has_words(card: Mapping[str, Any] | None) -> bool:
    return card is not None and (card.get("kind") == WORDS or WORDS in card)


def for_shopper(card: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    if card is None or card.get("kind") == WORDS:
        return None
    return card if _STAFFS.isdisjoint(card) else {name: value for name, value in card.items() if name not in _STAFFS}

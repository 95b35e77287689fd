"""What people said about being written to. The newest word for a medium and a purpose holds, wherever it was said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

# Transactional: about something the person did (an order, a ticket). Service: about how it went (a review prompt).
# Commercial: to sell (a cart reminder); never without consent.
Purpose = Literal["transactional", "service", "commercial"]
PURPOSES: tuple[Purpose, ...] = ("transactional", "service", "commercial")
# What one can consent to and withdraw: whoever has an order is told about it.
CHOSEN: tuple[Purpose, ...] = ("service", "commercial")
Medium = Literal["email", "sms", "whatsapp", "push"]
MEDIA: tuple[Medium, ...] = ("email", "sms", "whatsapp", "push")
# Why the law lets a shop write.
Basis = Literal["contract", "legitimate_interest", "soft_opt_in", "consent"]
BASES: tuple[Basis, ...] = ("contract", "legitimate_interest", "soft_opt_in", "consent")


@dataclass(frozen=True, slots=True)
class Word:
    """What a person said once. `source` is people.models.Source, or the reason of a suppression."""

    is_given: bool
    at: datetime
    source: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """An address that a provider told us not to use: `reason` is BOUNCED or COMPLAINED."""

    medium: str
    value_hash: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Consents:
    """What holds for one person: the newest word for each medium and purpose, and which addresses are closed."""

    words: Mapping[tuple[str, str], Word] = field(default_factory=dict)
    closed: tuple[Closed, ...] = ()

    def word(self, medium: Medium, purpose: Purpose) -> Word | None:
        """Return the newest word; None where the person never said any."""
        return self.words.get((medium, purpose))

    def is_given(self, medium: Medium, purpose: Purpose) -> bool:
        word = self.word(medium, purpose)
        return word is not None and word.is_given

    def is_withdrawn(self, medium: Medium, purpose: Purpose) -> bool:
        word = self.word(medium, purpose)
        return word is not None and not word.is_given


def newest(said: Iterable[tuple[str, str, Word]]) -> dict[tuple[str, str], Word]:
    """Return the newest of these words by medium and purpose; of two at one moment the later named.

    An empty purpose stands for all that one can choose.
    """
    found: dict[tuple[str, str], Word] = {}
    for medium, purpose, word in said:
        for one in (purpose,) if purpose else CHOSEN:
            known = found.get((medium, one))
            if known is None or known.at <= word.at:
                found[medium, one] = word
    return found

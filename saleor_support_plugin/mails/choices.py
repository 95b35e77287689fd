"""What a person may choose on the page of preferences: by which medium a shop may write, and what for."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..people.rules import CHOSEN, MEDIA, Consents, Medium, Purpose

# The wording on the page; another one needs another name, for consent is given to words.
WORDING = "preferences-1"


@dataclass(frozen=True, slots=True)
class Choice:
    medium: Medium
    purpose: Purpose
    is_on: bool

    @property
    def name(self) -> str:
        return f"{self.medium}-{self.purpose}"


def choices(consents: Consents, *, reached_by: Iterable[Medium], soft_opt_in: bool) -> list[Choice]:
    """Return what can be chosen, in the page's order: by the media that reach the person, or that they spoke of.

    Nobody is advertised to unasked, unless the shop writes to its buyers (`soft_opt_in`); a question about an order is
    asked until they say no.
    """
    media = [medium for medium in MEDIA if medium in set(reached_by) or any(key[0] == medium for key in consents.words)]
    return [
        Choice(medium, purpose, _is_on(consents, medium, purpose, soft_opt_in))
        for medium in media
        for purpose in CHOSEN
    ]


def _is_on(consents: Consents, medium: Medium, purpose: Purpose, soft_opt_in: bool) -> bool:
    word = consents.word(medium, purpose)
    if word is not None:
        return word.is_given
    return purpose == "service" or (soft_opt_in and medium == "email")

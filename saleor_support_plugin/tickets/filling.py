"""A macro's text with its places filled; what nobody knows stays as it is and is named, never sent empty."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

PLACES = ("customer.name", "order.number", "tracking.url", "shop.name", "agent.name")
PLACE = re.compile(r"\{\{\s*([\w.]+)\s*\}\}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Filled:
    text: str
    # The places, known or not, for which there is nothing; in the order in which they come.
    unfilled: tuple[str, ...]


def filled(text: str, facts: Mapping[str, str]) -> Filled:
    """Return a text with what is known in its places."""
    unfilled: dict[str, None] = {}

    def fact(place: re.Match[str]) -> str:
        name = place[1]
        if facts.get(name):
            return facts[name]
        unfilled[name] = None
        return f"{{{{{name}}}}}"

    said = PLACE.sub(fact, text)
    return Filled(said, tuple(unfilled))


def unknown(text: str) -> list[str]:
    """Return the places in a text that there are not."""
    return [name for name in dict.fromkeys(PLACE.findall(text)) if name not in PLACES]

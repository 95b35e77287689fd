"""A mail with somebody's texts, about things that nobody bought."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..stores.configuration import Configuration
from ..stores.models import Store
from . import catalogue
from .actions import Fault, Place, TextRefused, faults_of, warnings_of
from .rendering import Words, render
from .samples import sample


@dataclass(frozen=True, slots=True)
class Preview:
    words: Words
    warnings: list[Fault]


def preview(*, store: Store, settings: Configuration, place: Place, texts: Mapping[str, str]) -> Preview:
    """Return the mail as it would go out. Raises TextRefused."""
    faults = faults_of(texts)
    if faults:
        raise TextRefused(*faults)
    letter = sample(place.kind, place.language, store=store, settings=settings)
    ours = catalogue.built(place.kind, place.language).texts
    return Preview(render(letter, {**ours, **texts}), warnings_of(place.kind, texts))

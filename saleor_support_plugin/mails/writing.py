"""A kind's mail for a person: in the merchant's words where there are any that can be said, else in ours."""

import logging
from typing import Any

from django.utils import timezone

from ..stores.configuration import Configuration
from ..stores.models import Store
from . import actions, catalogue, queries
from .rendering import Letter, Words, render
from .senders import brand

log = logging.getLogger(__name__)


def write(kind: str, *, store: Store, channel: str, language: str, settings: Configuration, **told: Any) -> Words:
    """Return the mail; `told` is the rest of a rendering.Letter."""
    letter = Letter(kind, language, brand(store, settings), **told)
    ours = catalogue.built(kind, language).texts
    theirs = queries.texts_of(store=store, kind=kind, language=language, channel=channel)
    if theirs is None:
        return render(letter, ours)
    try:
        return render(letter, {**ours, **theirs.texts})
    except Exception:  # whatever is wrong with a merchant's text, the mail goes out, in our words
        log.warning("a merchant's text could not be said", extra={"facts": {"kind": kind, "text": theirs.pk}})
        actions.note_failed(text=theirs, now=timezone.now())
        return render(letter, ours)

"""Reads about files."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db.models import Count, Exists, ForeignObjectRel, OuterRef, Q, QuerySet

from ..stores import rules as stores
from ..stores.models import Store
from . import rules
from .models import State, StoredFile


def address(file: StoredFile, size: int) -> str:
    """Return where a file that is ready is shown, its longer edge at most `size` pixels: one of rules.SIZES."""
    return rules.shown_at(settings.FILES_ORIGIN, file.token, size)


def picture(file: StoredFile, size: int) -> rules.Picture:
    """Return the edges of what is shown at this size, for a page to keep its room free."""
    return rules.fitted(rules.Picture(file.width or 1, file.height or 1), size)


def uploaded(*, store: Store, owner: str, tokens: Sequence[str]) -> list[StoredFile]:
    """Return those of an owner's own files that are named, in that order; another's are none."""
    mine = {one.token: one for one in store.files.filter(owner=owner, token__in=tokens)}
    return [mine[token] for token in dict.fromkeys(tokens) if token in mine]


def counts() -> dict[str, int]:
    """Return how many files there are, by state in small letters."""
    counted = StoredFile.across_stores.values_list("state").annotate(Count("pk"))
    return {state.lower(): 0 for state in State} | {state.lower(): number for state, number in counted}


def to_forget(*, now: datetime) -> QuerySet[StoredFile]:
    """Return the files of stores that are to be erased, and those that nothing refers to."""
    leaving = Q(store__removed_at__lte=now - stores.KEEP_REMOVED)
    return StoredFile.across_stores.filter(leaving | Q(created_at__lte=now - rules.ORPHAN_AFTER) & _nobodys())


def _nobodys() -> Q:
    """Say that no row refers to a file: of any table, for whoever refers to one need not tell us."""
    alone = Q()
    for relation in StoredFile._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel):
            referring = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
            alone &= ~Q(Exists(referring))
    return alone

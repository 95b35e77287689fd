"""Reads about what went to people, and what did not."""

from django.db.models import Count

from ..stores.models import Store
from .models import Message, State
from .rules import address_hash


def is_unsubscribed(*, store: Store, email: str, purpose: str) -> bool:
    return store.unsubscribed.filter(email_hash=address_hash(email), purpose=purpose).exists()


def counts() -> dict[str, int]:
    """Return how many messages there are in each state, of all stores."""
    found = dict(Message.across_stores.values_list("state").annotate(Count("id")))
    return {state.name.lower(): found.get(state.value, 0) for state in State}


def sender_works(store: Store) -> bool:
    """Say whether a test mail of the store has gone out."""
    return store.messages.filter(kind="sender_test", state=State.SENT).exists()

"""The app's side of the demo's "a day later": the demo store's past gets older, then what is due by now is done."""

from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from ..carts import actions as carts
from ..events.rules import UNDELIVERED
from ..logs import said_by
from ..stores import ageing
from ..stores.models import Store
from . import tasks


class CannotAge(Exception):
    """Ends in a sentence for whoever asked for it; nothing was moved."""


def make_demo_older(*, api_url: str, seconds: int) -> Store:
    """Move the instants of the demo store back; `api_url` may be empty where one demo store runs. Raises CannotAge."""
    wanted = api_url or f"{settings.DEMO_URL}/graphql/"
    store = Store.across_stores.filter(api_url=wanted, removed_at=None).first()
    if store is None:
        raise CannotAge(f"The app is not installed in a store at {wanted}.")
    while tasks.drain():
        pass  # what Saleor has told already grows older with the rest; its bodies would not
    try:
        ageing.make_older(store=store, by=timedelta(seconds=seconds))
    except ageing.NotTheDemo as error:
        raise CannotAge(str(error)) from error
    except DatabaseError as error:
        raise CannotAge(f"The database did not let the data be changed ({said_by(error)}); try again.") from error
    return store


def do_what_is_due(store: Store) -> None:
    """Do now what a worker would do within a minute: a visitor of the demo waits for it."""
    # Nobody is reminded of a cart before we know what happened in the store lately, and that has just become long ago.
    # The worker may be at this chore too, for it became due; and may have put carts off meanwhile.
    for chore in store.chores.filter(name=UNDELIVERED):
        tasks.carry_out(chore)
    carts.look_again(store=store, now=timezone.now())
    tasks.remind_quiet_carts()
    tasks.ask_for_reviews()
    tasks.deliver_messages()

"""What shoppers tick in a checkout, told to the ledger of consents: only when it changed, with what proves it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..people import actions as people
from ..people.addresses import AddressWrong
from ..people.models import Source
from ..stores.models import Store
from ..stores.queries import configuration
from . import rules
from .models import Cart

if TYPE_CHECKING:
    from ..saleor.generated.fragments import CheckoutFacts


def agreed(checkout: CheckoutFacts) -> list[str]:
    """Return what the shopper ticked: the keys of metadata that say `true`, of which a shop may write any number."""
    return [item.key for item in checkout.metadata if item.value == "true" and len(item.key) <= 200][: rules.MOST_KEYS]


def take_note(*, store: Store, before: Cart | None, checkout: CheckoutFacts, issued_at: datetime) -> None:
    """Keep what the checkout's metadata say of the mailbox in it, if they say something new of it.

    A box that was never ticked says nothing: it does not take back what the person said elsewhere.
    """
    email, ticked = checkout.email or "", agreed(checkout)
    had = before.agreed if before and before.email == email else []
    if not email or not (had or ticked):
        return
    keys = configuration(store, checkout.channel.slug).consent_keys
    change = rules.change_of_mind([key for key in keys if key in had], [key for key in keys if key in ticked])
    if change is None:
        return
    try:
        person = people.person_at(store=store, email=email, language=checkout.language_code, now=issued_at)
    except AddressWrong:  # nobody can be written to there, so nothing was consented to
        return
    # What a reading finds out late was said when the checkout last changed, if that is when it changed.
    is_newer = before is None or before.updated_at != checkout.updated_at
    at = min(checkout.updated_at, issued_at) if is_newer else issued_at
    proof = {"checkout": checkout.id, "key": change.key, "issued_at": issued_at.isoformat()}
    say = people.give_consent if change.is_given else people.withdraw
    say(
        person=person, medium="email", purpose="commercial", source=Source.CHECKOUT, at=at, page="checkout", proof=proof
    )

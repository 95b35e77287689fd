"""Whether a reminder is still right at the moment of sending: by checkout, person and variants."""

from datetime import datetime

from ..outbox.models import Message
from ..outbox.rules import No, NotYet, Yes
from ..people.addresses import normal_address
from ..stores.queries import configuration
from . import queries, rules
from .facts import Silence
from .planning import plan_for

# What passes: nobody is let down because Saleor was away for a while.
LATER = {Silence.OUT_OF_DATE: rules.ASK_AGAIN, Silence.PAYING: rules.PAYING_AGAIN}


def still_right(message: Message, now: datetime) -> Yes | No | NotYet:
    """Look at the case once more: its person may have bought, come back, or taken the consent away meanwhile."""
    case = queries.case_of(message)
    if case is None:
        return No("the cart is gone")
    carts = queries.carts_of(case)
    if normal_address(queries.mailbox_in(carts)) != normal_address(message.address):
        return No("the address was changed")
    settings, held = configuration(case.store, case.channel_slug), plan_for(case.store, case.channel_slug)
    facts = queries.case_facts(case, carts, plan=held.plan, settings=settings, now=now)
    silence = rules.speaks_against(facts, written_at=message.created_at, now=now)
    if silence in LATER:
        return NotYet(now + LATER[silence], silence.value)
    return No(silence.value) if silence else Yes()

"""Ways out that are closed for a while: a provider that fails is left alone, and one message at a time shows how it is.

The rows are few and live in the database, so that every worker knows them and an emptied broker forgets none.
"""

from datetime import datetime

from django.db import transaction

from ..stores.models import Store
from . import rules
from .models import Circuit


def found(name: str) -> Circuit | None:
    """Return what is known against a way; None for one that works."""
    return Circuit.across_stores.filter(name=name).first()


def closed_until(circuit: Circuit | None, now: datetime) -> datetime | None:
    """Return until when nothing goes this way; None for the message that may try it.

    Of several that ask once a pause has ended, one may.
    """
    if circuit is None or circuit.closed_until is None:
        return None
    if circuit.closed_until > now:
        return circuit.closed_until
    tried_until = now + rules.FIRST_PAUSE
    same = Circuit.across_stores.filter(pk=circuit.pk, closed_until=circuit.closed_until)
    return None if same.update(closed_until=tried_until) else tried_until


@transaction.atomic
def failed(*, name: str, store: Store | None, reason: str, now: datetime) -> None:
    """Count a message that nobody took; `store` is whose own provider it is, None for that of the service."""
    circuit, _ = Circuit.across_stores.select_for_update().get_or_create(name=name, defaults={"store": store})
    circuit.failures += 1
    circuit.reason = reason[:500]
    if rules.is_closed(circuit.failures):
        circuit.closed_until = now + rules.closed_for(circuit.failures)
    circuit.save()


def works(circuit: Circuit | None) -> None:
    """Forget what was known against a way that took a message."""
    if circuit is not None:
        Circuit.across_stores.filter(pk=circuit.pk).delete()

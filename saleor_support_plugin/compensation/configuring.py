"""The only writes to what each group may give."""

from dataclasses import replace

from django.db import transaction

from ..stores.callers import Staff
from . import queries
from .models import AuthorityLimit
from .rules import Limit, NotDone, Problem

MOST_LIMITS = 200


@transaction.atomic
def set_limits(*, staff: Staff, limits: list[Limit]) -> list[Limit]:
    """Replace the store's limits. Raises NotDone."""
    if len(limits) > MOST_LIMITS or len({(one.group, one.reason, one.currency) for one in limits}) < len(limits):
        raise NotDone(Problem.INVALID, "limits")
    checked = [_checked(one) for one in limits]
    AuthorityLimit.across_stores.filter(store=staff.store).delete()
    AuthorityLimit.across_stores.bulk_create(
        AuthorityLimit(
            store=staff.store,
            group=one.group,
            reason=one.reason,
            currency=one.currency,
            percent_of_order=one.percent_of_order,
            per_order=one.per_order,
            per_day=one.per_day,
            per_customer=one.per_customer,
        )
        for one in checked
    )
    return queries.limits(staff.store)


def _checked(limit: Limit) -> Limit:
    group, reason, currency = limit.group.strip(), limit.reason.strip(), limit.currency.strip().upper()
    amounts = [one for one in (limit.per_order, limit.per_day, limit.per_customer) if one is not None]
    percent = limit.percent_of_order
    if not 1 <= len(group) <= 150 or "\0" in group or len(reason) > 40 or "\0" in reason:
        raise NotDone(Problem.INVALID, "limits.group")
    if len(currency) != 3 or not (currency.isascii() and currency.isalpha()):
        raise NotDone(Problem.INVALID, "limits.currency")
    if percent is not None and not 0 <= percent <= 100:
        raise NotDone(Problem.INVALID, "limits.percentOfOrder")
    if not all(one.is_finite() and 0 <= one < 10**12 and one == round(one, 3) for one in amounts):
        raise NotDone(Problem.INVALID, "limits")
    return replace(limit, group=group, reason=reason, currency=currency)

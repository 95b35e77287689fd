"""What a product page is told about delivery, as JSON has it."""

from .pickup import Pickup
from .promised import Promised
from .promises import sign
from .saying import Body, moment, promise_body


def page_body(promised: Promised) -> Body:
    """Return the public shape, docs/storefront.md."""
    asked, rules = promised.asked, promised.rules
    return {
        "country": asked.to.country,
        "postalCode": asked.to.postal_code or None,
        "quantity": asked.quantity,
        **promise_body(promised.promise),
        "until": moment(promised.until),
        "promise": sign(promised),
        "pickup": [_pickup(one) for one in promised.pickups],
        "region": {"duties": promised.crosses_border, "note": rules.duties_note if promised.crosses_border else ""},
        "returns": None if rules.returns_days is None else {"days": rules.returns_days, "url": rules.returns_url},
        "wrong": {"url": rules.wrong_url} if rules.wrong_url else None,
    }


def _pickup(pickup: Pickup) -> Body:
    depot = pickup.depot
    city = " ".join(part for part in (depot.postal_code, depot.city) if part)
    return {
        "id": depot.id,
        "name": depot.name,
        "address": ", ".join(part for part in (depot.street, city) if part),
        "ready": pickup.ready.on and pickup.ready.on.isoformat(),
        "cutoff": moment(pickup.ready.cutoff),
        "hours": [
            [[shift.opens.isoformat("minutes"), shift.closes.isoformat("minutes")] for shift in day]
            for day in pickup.hours
        ],
    }

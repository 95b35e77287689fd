"""By how many days a delivery has become later since the shopper saw it on a product page."""

from collections.abc import Sequence
from datetime import date

from ..delivery.merchant import plain_code
from ..delivery.promises import PREFIX, Said, said_in
from ..delivery.queries import of_lines
from ..delivery.rules import promise
from .facts import Left
from .models import Cart


def days_late(cart: Cart, left: Left) -> int | None:
    """Return it by what the page had promised, if the storefront wrote that into the checkout; None where nobody knows.

    Today's facts are asked as of the moment at which it was promised: that days go by is no delay of the shop's.
    """
    said = said_in(cart.page_promise, store=cart.store) if cart.page_promise else None
    if said is None or not _is_about(said, left):
        return None
    question = of_lines(
        cart.store,
        channel=cart.channel_slug,
        lines=[(said.variant_id, said.quantity)],
        country=said.country,
        postal_code=left.delivery.postal_code if said.postal_prefix else "",
        now=said.said_at,
    )
    if question is None:
        return None
    today = [(one.method.id, one.window.last) for one in promise(question).options if one.window]
    return _moved(today, {method: last for method, _, last in said.windows}, left.delivery.method_id)


def _is_about(said: Said, left: Left) -> bool:
    to, is_there = left.delivery, any(line.variant_id == said.variant_id for line in left.lines)
    is_that_way = not said.postal_prefix or plain_code(to.postal_code)[:PREFIX] == said.postal_prefix
    return is_there and said.country == to.country and is_that_way


def _moved(today: Sequence[tuple[str, date]], shown: dict[str, date], chosen: str) -> int | None:
    """Compare the method that was chosen, else the cheapest of those that the page showed."""
    both = [(method, last) for method, last in today if method in shown]
    own = [one for one in both if one[0] == chosen] or both
    return (own[0][1] - shown[own[0][0]]).days if own else None

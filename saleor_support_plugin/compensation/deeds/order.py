"""The order itself: cancelled, its parcels' numbers, where it goes, sent again, taken back."""

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ...money import Money
from ...saleor.pieces import Pieces
from ..rules import NotDone, Problem
from . import reading
from .deed import Deed, Effect, Input, Prepared, Sending

if TYPE_CHECKING:
    from ...saleor.generated.fragments import OrderActFacts

OVER = ("CANCELED", "EXPIRED", "DRAFT")
SENT = "FULFILLED"
BACK = ("RETURNED", "REFUNDED_AND_RETURNED", "REPLACED")
ADDRESS = (
    "first_name",
    "last_name",
    "company_name",
    "street_address_1",
    "street_address_2",
    "city",
    "city_area",
    "postal_code",
    "country",
    "country_area",
    "phone",
)
DEMANDED = ("first_name", "last_name", "street_address_1", "city", "country")


def _has_parcels(order: "OrderActFacts") -> bool:
    return any(one.status != "CANCELED" for one in order.fulfillments)


# Cancelled


def _cancelable(given: dict[str, Any], order: "OrderActFacts") -> Prepared:
    if order.status in OVER or _has_parcels(order):
        raise NotDone(Problem.CANNOT_CANCEL)
    return Prepared(given)


def _cancelling(prepared: Prepared, order: "OrderActFacts") -> list[Effect]:
    keeps = [Effect("CANCEL_KEEPS_MONEY")] if order.total_charged.amount > 0 else []
    return [Effect("CANCEL"), *keeps, Effect("CANCEL_MAIL")]


CANCEL = Deed(
    lambda given: {},
    _cancelable,
    _cancelling,
    lambda sending: sending.saleor.cancel(sending.order.saleor_id),
    lambda sending: sending.order_now().status == "CANCELED",
)


# A parcel's number


def _tracking(given: Input) -> dict[str, Any]:
    return {
        "fulfillment": reading.text(given, "fulfillment"),
        "number": reading.text(given, "number"),
        "notify": given.get("notify") is not False,
    }


def _trackable(given: dict[str, Any], order: "OrderActFacts") -> Prepared:
    if not any(one.id == given["fulfillment"] and one.status != "CANCELED" for one in order.fulfillments):
        raise NotDone(Problem.NOT_FOUND, "fulfillment")
    return Prepared(given)


def _track(sending: Sending) -> None:
    given = sending.act.input
    sending.saleor.update_tracking(given["fulfillment"], given["number"], notify=given["notify"])


def _is_tracked(sending: Sending) -> bool:
    given = sending.act.input
    return any(
        one.id == given["fulfillment"] and one.tracking_number == given["number"]
        for one in sending.order_now().fulfillments
    )


TRACKING = Deed(
    _tracking,
    _trackable,
    lambda prepared, order: [
        Effect("TRACKING", {"number": prepared.input["number"]}),
        Effect("TRACKING_MAIL" if prepared.input["notify"] else "NO_MAIL"),
    ],
    _track,
    _is_tracked,
)


# Where it goes


def _address(given: Input) -> dict[str, Any]:
    return {name: reading.text(given, name, is_required=name in DEMANDED, most=256) for name in ADDRESS}


def _movable(given: dict[str, Any], order: "OrderActFacts") -> Prepared:
    if order.status in OVER or _has_parcels(order):
        raise NotDone(Problem.ALREADY_SENT)
    return Prepared(given)


def _is_there(sending: Sending) -> bool:
    now = sending.order_now().shipping_address
    if now is None:
        return False
    values = now.model_dump() | {"country": now.country.code}
    # Saleor writes a place in the country's own way (capital letters, spaces in a code): what was typed is what counts.
    return all(_plain(values[name]) == _plain(said) for name, said in sending.act.input.items() if said)


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()


ADDRESS_CHANGED = Deed(
    _address,
    _movable,
    lambda prepared, order: [Effect("ADDRESS"), Effect("ADDRESS_PRICE"), Effect("NO_MAIL")],
    lambda sending: sending.saleor.update_shipping_address(sending.order.saleor_id, sending.act.input),
    _is_there,
)


# Sent again


def _lines(given: Input) -> dict[str, Any]:
    return {"lines": reading.pieces(given)}


def _replaceable(given: dict[str, Any], order: "OrderActFacts") -> Prepared:
    known = {one.id: one for one in order.lines}
    worth, rows = Decimal(0), []
    for row in given["lines"]:
        line = known.get(row["line"])
        if line is None or line.variant is None:
            raise NotDone(Problem.NOT_FOUND, "lines")
        if row["quantity"] > line.quantity:
            raise NotDone(Problem.TOO_MANY_PIECES, "lines")
        worth += line.unit_price.gross.amount * row["quantity"]
        rows.append({"line": row["line"], "variant": line.variant.id, "quantity": row["quantity"]})
    return Prepared({"lines": rows}, Money(worth, order.total.gross.currency))


def _replace(sending: Sending) -> None:
    act = sending.act
    made = sending.saleor.create_replacement(
        sending.order_now(),
        lines=[Pieces(row["variant"], row["quantity"]) for row in act.input["lines"]],
        reference=act.marker,
        note=f"#{sending.order.number}",
    )
    sending.keep(draft=made)


def _is_replaced(sending: Sending) -> bool:
    found = sending.saleor.order_with(sending.act.marker)
    if found:
        sending.keep(draft=found)
    return found is not None


REPLACEMENT = Deed(
    _lines,
    _replaceable,
    lambda prepared, order: [Effect("REPLACEMENT"), Effect("REPLACEMENT_FINISH"), Effect("NO_MAIL")],
    _replace,
    _is_replaced,
)


# Taken back


def _returnable(given: dict[str, Any], order: "OrderActFacts") -> Prepared:
    return Prepared({"lines": given["lines"], "sent": _of_parcels(given["lines"], order)})


def _of_parcels(rows: list[dict[str, Any]], order: "OrderActFacts") -> list[dict[str, Any]]:
    """Say of which lines of which parcels the pieces come."""
    chosen: list[dict[str, Any]] = []
    for row in rows:
        left = row["quantity"]
        for part in _parts(order, row["line"]):
            many = min(left, part.quantity)
            if many:
                chosen.append({"line": part.id, "quantity": many})
            left -= many
        if left:
            raise NotDone(Problem.TOO_MANY_PIECES, "lines")
    return chosen


def _parts(order: "OrderActFacts", line_id: str) -> list[Any]:
    parcels = [one for one in order.fulfillments if one.status == SENT]
    return [part for one in parcels for part in one.lines or [] if part.order_line and part.order_line.id == line_id]


def _returned(order: "OrderActFacts") -> Counter[str]:
    back: Counter[str] = Counter()
    for one in order.fulfillments:
        for part in (one.lines or []) if one.status in BACK else []:
            if part.order_line:
                back[part.order_line.id] += part.quantity
    return back


def _take_back(sending: Sending) -> None:
    order = sending.order_now()
    sending.keep(before=dict(_returned(order)))
    # Which parcel a piece comes from may have changed since it was asked for.
    sent = [Pieces(**row) for row in _of_parcels(sending.act.input["lines"], order)]
    sending.saleor.take_back(sending.order.saleor_id, sent=sent)


def _is_back(sending: Sending) -> bool:
    before = sending.act.saleor.get("before")
    now = _returned(sending.order_now())
    wanted = sending.act.input["lines"]
    return before is not None and all(
        now[row["line"]] >= before.get(row["line"], 0) + row["quantity"] for row in wanted
    )


RETURN = Deed(
    _lines,
    _returnable,
    lambda prepared, order: [Effect("RETURN"), Effect("RETURN_KEEPS_MONEY"), Effect("NO_MAIL")],
    _take_back,
    _is_back,
)

"""A condition as JSON: read with every fault named and its size bounded, and written back."""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ..money import Money
from ..stores.objects import ObjectWrong, Reader, each, read, required
from ..stores.values import Fault, Wrong, between, one_line
from . import conditions
from .conditions import ALWAYS, AllOf, AnyOf, Condition, Not
from .facts import Cause, Profile

# What bounds the time a condition takes, whoever writes it.
MOST_DEEP = 4
MOST_NODES = 40
MOST_IDS = 200
AMOUNT = re.compile(r"\d{1,9}(\.\d{1,3})?")
CURRENCY = re.compile(r"[A-Z]{3}")


def condition_data(condition: Condition) -> dict[str, Any]:
    name = _NAMES[type(condition)]
    match condition:
        case AllOf(of) | AnyOf(of):
            return {"is": name, "of": [condition_data(one) for one in of]}
        case Not(that):
            return {"is": name, "that": condition_data(that)}
        case conditions.ValueAtLeast(amount) | conditions.ValueBelow(amount):
            return {"is": name, **money_data(amount)}
        case conditions.CauseIs(of) | conditions.ProfileIs(of) | conditions.HasProduct(of) | conditions.HasCategory(of):
            return {"is": name, "of": [str(one) for one in of]}
        case conditions.QuantityAtLeast(pieces):
            return {"is": name, "pieces": pieces}
        case conditions.ShippingShareAtLeast(percent):
            return {"is": name, "percent": percent}


def money_data(amount: Money) -> dict[str, str]:
    return {"amount": amount.text, "currency": amount.currency}


def _amount(value: Any) -> Decimal:
    if not isinstance(value, str) or not AMOUNT.fullmatch(value) or not Decimal(value):
        raise Wrong("This is an amount above nothing, such as 250.00.")
    return Decimal(value)


def _currency(value: Any) -> str:
    if not isinstance(value, str) or not CURRENCY.fullmatch(value):
        raise Wrong("This is a currency's code of three letters, such as TRY.")
    return value


def some(reader: Reader, most: int) -> Reader:
    """Read a list of one at least, each once."""

    def read_some(value: Any) -> tuple[Any, ...]:
        found: tuple[Any, ...] = tuple(dict.fromkeys(each(reader, most)(value)))
        if not found:
            raise Wrong("Choose at least one.")
        return found

    return read_some


def _one_of(names: type[StrEnum]) -> Reader:
    def read_name(value: Any) -> StrEnum:
        if value not in list(names):
            raise Wrong(f"This is one of {', '.join(names)}.")
        return names(value)

    return read_name


def _id(value: Any) -> str:
    text = one_line(value)
    if not text:
        raise Wrong("This is Saleor's id.")
    return text


def money(*, amount: Decimal, currency: str) -> Money:
    return Money(amount, currency)


def _of_money(make: Callable[[Money], Condition]) -> Callable[..., Condition]:
    return lambda *, amount, currency: make(Money(amount, currency))


MONEY: dict[str, Reader] = {"amount": _amount, "currency": _currency}
IDS: dict[str, Reader] = {"of": some(_id, MOST_IDS)}
# By the name that JSON has for a condition: what it is, its values, and how it is made of them.
LEAVES: dict[str, tuple[type, dict[str, Reader], Callable[..., Condition]]] = {
    "VALUE_AT_LEAST": (conditions.ValueAtLeast, MONEY, _of_money(conditions.ValueAtLeast)),
    "VALUE_BELOW": (conditions.ValueBelow, MONEY, _of_money(conditions.ValueBelow)),
    "CAUSE": (conditions.CauseIs, {"of": some(_one_of(Cause), 20)}, lambda *, of: conditions.CauseIs(of)),
    "PROFILE": (conditions.ProfileIs, {"of": some(_one_of(Profile), 20)}, lambda *, of: conditions.ProfileIs(of)),
    "PRODUCT": (conditions.HasProduct, IDS, lambda *, of: conditions.HasProduct(of)),
    "CATEGORY": (conditions.HasCategory, IDS, lambda *, of: conditions.HasCategory(of)),
    "QUANTITY_AT_LEAST": (conditions.QuantityAtLeast, {"pieces": between(1, 10_000)}, conditions.QuantityAtLeast),
    "SHIPPING_SHARE_AT_LEAST": (
        conditions.ShippingShareAtLeast,
        {"percent": between(1, 100)},
        conditions.ShippingShareAtLeast,
    ),
}
_NAMES = {AllOf: "ALL", AnyOf: "ANY", Not: "NOT"} | {kind: name for name, (kind, _, _) in LEAVES.items()}


def condition_of(data: Any) -> Condition:
    condition = ALWAYS if data == {"is": "ALL", "of": []} else _condition(data, MOST_DEEP)
    nodes, ids = _size(condition)
    if nodes > MOST_NODES:
        raise Wrong(f"These are at most {MOST_NODES} conditions.")
    if ids > MOST_IDS:
        raise Wrong(f"These are at most {MOST_IDS} products and categories.")
    return condition


def _condition(data: Any, deep: int) -> Condition:
    """Read a condition that is no deeper than that: a deeper one is not even looked at."""
    if not isinstance(data, dict):
        raise Wrong("This is an object, each setting by its name.")
    if deep == 0:
        raise Wrong(f"Conditions are at most {MOST_DEEP} deep.")
    name, rest = data.get("is"), {key: value for key, value in data.items() if key != "is"}

    def below(value: Any) -> Condition:
        return _condition(value, deep - 1)

    if name in ("ALL", "ANY"):
        many: dict[str, Reader] = {"of": some(below, MOST_NODES)}
        return read(rest, many, required(AllOf, "of")) if name == "ALL" else read(rest, many, required(AnyOf, "of"))
    if name == "NOT":
        return read(rest, {"that": below}, required(Not, "that"))
    if not isinstance(name, str) or name not in LEAVES:
        raise ObjectWrong([Fault("is", "INVALID", f"This is one of ALL, ANY, NOT, {', '.join(LEAVES)}.")])
    _, readers, make = LEAVES[name]
    return read(rest, readers, required(make, *readers))


def _size(condition: Condition) -> tuple[int, int]:
    match condition:
        case AllOf(of) | AnyOf(of):
            sizes = [_size(one) for one in of]
            return 1 + sum(nodes for nodes, _ in sizes), sum(ids for _, ids in sizes)
        case Not(that):
            nodes, ids = _size(that)
            return 1 + nodes, ids
        case conditions.HasProduct(ids) | conditions.HasCategory(ids):
            return 1, len(ids)
    return 1, 0

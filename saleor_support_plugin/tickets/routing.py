"""Rules that settle something about a new ticket by what is known of its order: values in, a named answer out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from ..money import Money
from .folding import words


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a ticket as it is opened; `products` and `categories` are Saleor's ids."""

    is_late: bool = False
    is_first_order: bool = False
    value: Money | None = None
    products: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    channel: str = ""
    language: str = ""
    reason: str = ""
    kind: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What must hold, all of it; None asks nothing. Of a list, one is enough."""

    late: bool | None = None
    first_order: bool | None = None
    value_at_least: Money | None = None
    products: tuple[str, ...] | None = None
    categories: tuple[str, ...] | None = None
    channels: tuple[str, ...] | None = None
    languages: tuple[str, ...] | None = None
    reasons: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    # Of the subject; letters' case and accents do not matter, and a part of a word is not it.
    words: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Effects:
    """What is settled; None and nothing leave it to others. `fair`: to who of the department has the least to do."""

    reason: str | None = None
    priority: str | None = None
    tags: tuple[str, ...] = ()
    department: str | None = None
    assignee: str | None = None
    fair: bool | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    conditions: Conditions
    effects: Effects


@dataclass(frozen=True, slots=True)
class Told:
    """One condition: whether it holds, and what was found instead of what was asked for, or as it."""

    name: str
    is_true: bool
    told: str


@dataclass(frozen=True, slots=True)
class Routed:
    effects: Effects = Effects()
    # The names of the rules that held, in their order.
    rules: tuple[str, ...] = ()


def explain(conditions: Conditions, facts: Facts) -> tuple[Told, ...]:
    """Return for each condition that is asked for whether it holds."""
    asked = [(one.name, getattr(conditions, one.name)) for one in fields(conditions)]
    return tuple(_told(name, wanted, facts) for name, wanted in asked if wanted is not None)


def holds(conditions: Conditions, facts: Facts) -> bool:
    return all(one.is_true for one in explain(conditions, facts))


def route(rules: Iterable[Rule], facts: Facts) -> Routed:
    """Return what all rules that hold settle, in order: a later one adds tags, and changes nothing that is settled.

    A reason that one settles is the ticket's for those after it.
    """
    routed = Routed()
    for rule in rules:
        if not holds(rule.conditions, facts):
            continue
        effects = _both(routed.effects, rule.effects)
        routed = Routed(effects, (*routed.rules, rule.name))
        facts = replace(facts, reason=effects.reason or facts.reason)
    return routed


def _both(first: Effects, second: Effects) -> Effects:
    chosen: dict[str, Any] = {
        one.name: getattr(first, one.name) if getattr(first, one.name) is not None else getattr(second, one.name)
        for one in fields(Effects)
    }
    # Who was named is not drawn, and who is drawn was not named.
    if first.assignee or first.fair:
        chosen |= {"assignee": first.assignee, "fair": first.fair}
    return Effects(**chosen | {"tags": tuple(dict.fromkeys((*first.tags, *second.tags)))})


def _told(name: str, wanted: Any, facts: Facts) -> Told:
    match name:
        case "late" | "first_order":
            is_so = facts.is_late if name == "late" else facts.is_first_order
            return Told(name, is_so is wanted, "true" if is_so else "false")
        case "value_at_least":
            value = facts.value
            is_true = value is not None and value.currency == wanted.currency and value.amount >= wanted.amount
            return Told(name, is_true, f"{value.text} {value.currency}" if value else "")
        case "products" | "categories":
            return _one_of(name, wanted, sorted(facts.products if name == "products" else facts.categories))
        case "words":
            said = words(facts.subject)
            return Told(name, any(words(one) and words(one) <= said for one in wanted), facts.subject)
        case _:
            one = {"channels": facts.channel, "languages": facts.language, "reasons": facts.reason, "kinds": facts.kind}
            return _one_of(name, wanted, [one[name]] if one[name] else [])


def _one_of(name: str, wanted: Sequence[str], found: Sequence[str]) -> Told:
    return Told(name, not set(wanted).isdisjoint(found), ", ".join(found))

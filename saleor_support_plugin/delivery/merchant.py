"""What a merchant sets about delivery; where nothing is set, what is usual in the country, known as only that."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time

from ..stores.values import Shift
from .facts import Days
from .usual import usual_cutoffs, usual_week

SAME_OR_NEXT_DAY = Days(0, 1)


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which nobody works, both inclusive, and what to call them."""

    first: date
    last: date
    name: str = ""


@dataclass(frozen=True, slots=True)
class WarehouseRules:
    """How a warehouse works; days and clocks are those of its own zone.

    `week` are the days on which somebody packs; `cutoffs` the clock before which an order's work begins that day, None
    where nothing leaves: both Monday first, both empty until `MerchantRules.warehouse` puts in what is usual.
    `cutoffs_given` is false while they are the usual ones: nothing may count down to them. `expected_on` is when goods
    come next, for what is sold without stock. `pickup_week` is None where the merchant gave no hours: no day is named
    for picking up.
    """

    time_zone: str = ""  # "": the country's
    week: tuple[bool, ...] = ()
    cutoffs: tuple[time | None, ...] = ()
    handling: Days = SAME_OR_NEXT_DAY
    holidays: bool = True
    works_on: tuple[date, ...] = ()  # holidays on which it works all the same
    half_day_until: time = time(13)
    closures: tuple[Closure, ...] = ()
    expected_on: date | None = None
    pickup_week: tuple[tuple[Shift, ...], ...] | None = None
    pickup_ready_hours: int = 2  # opening hours from the order to a parcel that can be picked up
    cutoffs_given: bool = False


@dataclass(frozen=True, slots=True)
class TransitRule:
    """How long a carrier takes. An empty method, country or prefix stands for every one; the most exact rule holds."""

    days: Days
    method: str = ""
    country: str = ""
    postal_prefix: str = ""
    week: tuple[bool, ...] | None = None  # the carrier's; None: what is usual in the destination's country
    holidays: bool = True  # it rests on the destination's


@dataclass(frozen=True, slots=True)
class AttributeRule:
    """Working days more for products whose attribute has one of `values` (slugs; none: any)."""

    attribute: str
    extra_handling: Days
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VendorRule:
    """Working days more for the products of a vendor (a value's slug)."""

    vendor: str
    extra_handling: Days


@dataclass(frozen=True, slots=True)
class StoreRules:
    """What holds in the whole store. `vendor_attribute` is the slug of the product attribute that names a vendor."""

    transit: tuple[TransitRule, ...] = ()
    slow: tuple[AttributeRule, ...] = ()
    vendor_attribute: str = ""
    vendors: tuple[VendorRule, ...] = ()


@dataclass(frozen=True, slots=True)
class ChannelRules:
    """What holds in one channel.

    `narrowest_days` is how many days a window has at least. `widen` says whether windows follow what was measured,
    `apologise` whether the shopper of a late parcel is written to.
    """

    returns_days: int | None = None
    returns_url: str = ""
    wrong_url: str = ""
    duties_note: str = ""
    narrowest_days: int = 1
    widen: bool = True
    apologise: bool = True


@dataclass(frozen=True, slots=True)
class MerchantRules:
    store: StoreRules = field(default_factory=StoreRules)
    warehouses: Mapping[str, WarehouseRules] = field(default_factory=dict)
    channels: Mapping[str, ChannelRules] = field(default_factory=dict)

    def warehouse(self, warehouse_id: str, country: str) -> WarehouseRules:
        return with_usual(self.warehouses.get(warehouse_id, WarehouseRules()), country)

    def channel(self, slug: str) -> ChannelRules:
        return self.channels.get(slug, ChannelRules())

    def transit(self, *, method: str, country: str, postal_code: str) -> TransitRule | None:
        """Return the most exact rule: one for the method first, then one for the country, then the longest prefix."""
        code = plain_code(postal_code)
        held = [
            rule
            for rule in self.store.transit
            if rule.method in ("", method)
            and rule.country in ("", country)
            and code.startswith(plain_code(rule.postal_prefix))
        ]
        return max(held, key=_exactness, default=None)

    def extra_handling(self, attributes: Mapping[str, Collection[str]]) -> Days:
        """Return what a product's attributes (slug → slugs of its values) add to handling."""
        extra = [rule.extra_handling for rule in self.store.slow if _has(attributes, rule)]
        vendors = attributes.get(self.store.vendor_attribute, ())
        extra += [rule.extra_handling for rule in self.store.vendors if rule.vendor in vendors]
        return Days(sum(days.least for days in extra), sum(days.most for days in extra))


def with_usual(rules: WarehouseRules, country: str) -> WarehouseRules:
    """Put in what is usual in the country for the week and the cut-offs that the merchant did not give."""
    given = bool(rules.cutoffs)
    cutoffs = rules.cutoffs or usual_cutoffs(country)
    week = rules.week or tuple(
        works or cutoff is not None for works, cutoff in zip(usual_week(country), cutoffs, strict=True)
    )
    return replace(rules, week=week, cutoffs=cutoffs, cutoffs_given=given)


def plain_code(postal_code: str) -> str:
    """Return a postal code without what people put between its parts, in capitals."""
    return "".join(letter for letter in postal_code.upper() if letter.isalnum())


def _exactness(rule: TransitRule) -> tuple[bool, bool, int]:
    return bool(rule.method), bool(rule.country), len(plain_code(rule.postal_prefix))


def _has(attributes: Mapping[str, Collection[str]], rule: AttributeRule) -> bool:
    values = attributes.get(rule.attribute, ())
    return not set(rule.values).isdisjoint(values) if rule.values else bool(values)

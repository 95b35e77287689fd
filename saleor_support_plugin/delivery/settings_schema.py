"""What merchants set about delivery, as staff who may manage settings see and change it."""

from typing import Any

import graphene
from django.utils import timezone

from ..hours.zones import zone_of_country
from ..shop.models import Variant
from ..stores.callers import Staff
from . import configuring
from .configuring import Change, ChangeFault
from .given import Given, GivenChannel, GivenWarehouse, given, shipped_variants
from .merchant import WarehouseRules, with_usual
from .merchant_json import whole
from .models import DayOff, ShippingMethod


class DeliveryRulesErrorCode(graphene.Enum):
    NOT_FOUND = "NOT_FOUND"
    INVALID = "INVALID"
    UNKNOWN = "UNKNOWN"
    REQUIRED = "REQUIRED"
    UNIQUE = "UNIQUE"
    CHANNEL_NOT_PERMITTED = "CHANNEL_NOT_PERMITTED"


class DeliveryRulesError(graphene.ObjectType):
    warehouse = graphene.ID(description="Whose change is refused; with `channel` null as well, the store's.")
    channel = graphene.String()
    field = graphene.String(required=True, description="The setting's name; in a row of a list `transit.3.days`.")
    message = graphene.String(required=True)
    code = graphene.Field(DeliveryRulesErrorCode, required=True)

    @staticmethod
    def resolve_warehouse(one: ChangeFault, _: object) -> str | None:
        return one.change.warehouse_id or None

    @staticmethod
    def resolve_channel(one: ChangeFault, _: object) -> str | None:
        return one.change.channel or None

    @staticmethod
    def resolve_field(one: ChangeFault, _: object) -> str:
        return one.fault.field

    @staticmethod
    def resolve_message(one: ChangeFault, _: object) -> str:
        return one.fault.message

    @staticmethod
    def resolve_code(one: ChangeFault, _: object) -> str:
        return one.fault.code


class Holiday(graphene.ObjectType):
    on = graphene.Date(required=True)
    name = graphene.String(required=True)
    half_until = graphene.Time(description="Work ends at this time; null where the whole day is free.")

    @staticmethod
    def resolve_on(row: DayOff, _: object) -> Any:
        return row.on


class WarehouseDelivery(graphene.ObjectType):
    id = graphene.ID(required=True, description="Saleor's warehouse.")
    name = graphene.String(required=True)
    country = graphene.String(required=True)
    place = graphene.String(required=True, description="Street and city, as far as they are known.")
    has_pickup = graphene.Boolean(required=True, description="Whether shoppers may pick up there, as Saleor has it.")
    rules = graphene.JSONString(
        required=True, description="Every setting, as an object; an empty week or list of cut-offs is the usual one."
    )
    usual = graphene.JSONString(required=True, description="The week, the cut-offs and the time zone that are usual.")
    holidays = graphene.List(graphene.NonNull(Holiday), required=True, description="The country's, for twelve months.")

    @staticmethod
    def resolve_id(one: GivenWarehouse, _: object) -> str:
        return one.row.saleor_id

    @staticmethod
    def resolve_name(one: GivenWarehouse, _: object) -> str:
        return one.row.name

    @staticmethod
    def resolve_country(one: GivenWarehouse, _: object) -> str:
        return one.row.country

    @staticmethod
    def resolve_place(one: GivenWarehouse, _: object) -> str:
        return ", ".join(part for part in (one.row.street, one.row.city) if part)

    @staticmethod
    def resolve_has_pickup(one: GivenWarehouse, _: object) -> bool:
        return one.row.click_and_collect != "DISABLED"

    @staticmethod
    def resolve_rules(one: GivenWarehouse, _: object) -> dict[str, Any]:
        return whole(one.rules)

    @staticmethod
    def resolve_usual(one: GivenWarehouse, _: object) -> dict[str, Any]:
        country = one.row.country
        usual = whole(with_usual(WarehouseRules(), country))
        return {"week": usual["week"], "cutoffs": usual["cutoffs"], "time_zone": zone_of_country(country).key}


class ChannelDelivery(graphene.ObjectType):
    slug = graphene.String(required=True)
    name = graphene.String(required=True)
    default_country = graphene.String(required=True)
    rules = graphene.JSONString(required=True, description="Every setting, as an object.")

    @staticmethod
    def resolve_slug(one: GivenChannel, _: object) -> str:
        return one.row.slug

    @staticmethod
    def resolve_name(one: GivenChannel, _: object) -> str:
        return one.row.name

    @staticmethod
    def resolve_default_country(one: GivenChannel, _: object) -> str:
        return one.row.default_country

    @staticmethod
    def resolve_rules(one: GivenChannel, _: object) -> dict[str, Any]:
        return whole(one.rules)


class MethodGiven(graphene.ObjectType):
    class Meta:
        name = "ShippingMethodGiven"

    id = graphene.ID(required=True, description="Saleor's, as orders name it.")
    name = graphene.String(required=True)
    zone = graphene.String(required=True, description="The zone's name.")
    countries = graphene.List(graphene.NonNull(graphene.String), required=True)
    minimum_days = graphene.Int(description="As Saleor has it.")
    maximum_days = graphene.Int()

    @staticmethod
    def resolve_id(row: ShippingMethod, _: object) -> str:
        return row.saleor_id

    @staticmethod
    def resolve_zone(row: ShippingMethod, _: object) -> str:
        return row.zone.name

    @staticmethod
    def resolve_countries(row: ShippingMethod, _: object) -> list[str]:
        return sorted(row.zone.countries)


class DeliveryRulesType(graphene.ObjectType):
    class Meta:
        name = "DeliveryRules"

    store = graphene.JSONString(required=True, description="Every setting that holds in the whole store, as an object.")
    warehouses = graphene.List(graphene.NonNull(WarehouseDelivery), required=True)
    channels = graphene.List(graphene.NonNull(ChannelDelivery), required=True)
    methods = graphene.List(graphene.NonNull(MethodGiven), required=True)
    may_change_all = graphene.Boolean(
        required=True, description="False for who may see some channels only: they change what holds in those."
    )

    @staticmethod
    def resolve_store(known: Given, _: object) -> dict[str, Any]:
        return whole(known.store)

    @staticmethod
    def resolve_may_change_all(_: Given, info: Any) -> bool:
        staff: Staff = info.context.staff
        return staff.channels is None


class VariantFound(graphene.ObjectType):
    id = graphene.ID(required=True, description="Saleor's.")
    name = graphene.String(required=True, description="The product's and its own.")

    @staticmethod
    def resolve_id(row: Variant, _: object) -> str:
        return row.saleor_id

    @staticmethod
    def resolve_name(row: Variant, _: object) -> str:
        return f"{row.product_name} · {row.name}" if row.name else row.product_name


class DeliverySettingsQueries:
    delivery_variants = graphene.List(
        graphene.NonNull(VariantFound),
        required=True,
        search=graphene.String(description="What the product's name or the SKU holds."),
        description="Some variants that are shipped, to look at a promise for one: at most twenty.",
    )
    delivery_rules = graphene.Field(
        DeliveryRulesType, required=True, description="What the merchant set about delivery (docs/delivery.md)."
    )

    @staticmethod
    def resolve_delivery_rules(_: object, info: Any) -> Given:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_SETTINGS")
        return given(staff, today=timezone.now().date())

    @staticmethod
    def resolve_delivery_variants(_: object, info: Any, search: str = "") -> list[Variant]:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_SETTINGS")
        return shipped_variants(staff.store, search.strip())


class DeliveryRulesInput(graphene.InputObjectType):
    warehouse = graphene.ID(description="Saleor's, for the rules of a warehouse.")
    channel = graphene.String(description="A slug, for those of a channel; neither for those of the store.")
    data = graphene.JSONString(required=True, description="An object; a setting that is left out has its default.")


class DeliveryRulesUpdate(graphene.Mutation):
    """Save some of the rules: all that are given, or none."""

    class Arguments:
        input = graphene.List(graphene.NonNull(DeliveryRulesInput), required=True)

    delivery_rules = graphene.Field(DeliveryRulesType)
    errors = graphene.List(graphene.NonNull(DeliveryRulesError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, input: list[DeliveryRulesInput]) -> dict[str, Any]:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_SETTINGS")
        now = timezone.now()
        changes = [Change(one.data, one.warehouse or "", one.channel or "") for one in input]
        try:
            configuring.save(staff=staff, changes=changes, now=now)
        except configuring.RulesRefused as refused:
            return {"delivery_rules": None, "errors": refused.faults}
        return {"delivery_rules": given(staff, today=now.date()), "errors": []}


class DeliverySettingsMutations:
    delivery_rules_update = DeliveryRulesUpdate.Field()

"""People and groups, as the API shows them."""

from __future__ import annotations

from typing import Any

from .catalogue_records import Channel
from .order_records import Checkout, Order
from .permissions import OWNER, PermissionDenied
from .records import Address, Group, User
from .resolving import Ask, page, resolves
from .shop_fields import permission, same_for_all

same_for_all({"User.externalReference": None, "User.lastLogin": None, "Group.userCanManage": False})


def demand_self(user: User, ask: Ask, *needs: str) -> None:
    """The person themselves, or someone with one of `needs`."""
    if ask.caller.user is not user and not ask.caller.has(*needs):
        raise PermissionDenied(*needs, OWNER)


@resolves("User.addresses")
def user_addresses(user: User, ask: Ask) -> list[Address]:
    return user.addresses


@resolves("User.defaultShippingAddress", "User.defaultBillingAddress")
def user_default_address(user: User, ask: Ask) -> Address | None:
    return user.addresses[0] if user.addresses else None


@resolves("User.checkoutIds")
def user_checkout_ids(user: User, ask: Ask, channel: str | None = None) -> list[str]:
    return [checkout.id for checkout in _checkouts_of(user, ask, channel)]


@resolves("User.checkouts")
def user_checkouts(user: User, ask: Ask, channel: str | None = None, **paging: Any) -> dict[str, Any]:
    return page(_checkouts_of(user, ask, channel), name="checkouts", **paging)


@resolves("User.orders")
def user_orders(user: User, ask: Ask, **paging: Any) -> dict[str, Any]:
    """Newest first; staff see them with MANAGE_ORDERS."""
    demand_self(user, ask, "MANAGE_ORDERS")
    orders: list[Order] = [order for order in ask.store.state.orders.values() if order.user_pk == user.pk]
    return page(sorted(orders, key=lambda order: order.created, reverse=True), name="orders", **paging)


@resolves("User.userPermissions")
def user_permissions(user: User, ask: Ask) -> list[dict[str, Any]]:
    """What this session may do: a Dashboard token shows only what its extension was given."""
    mine = ask.caller.permissions if ask.caller.user is user else ask.store.permissions_of(user)
    return [permission(code) for code in sorted(mine)]


@resolves("UserPermission.sourcePermissionGroups")
def permission_sources(row: dict[str, str], ask: Ask, user_id: str) -> list[Group]:
    user: User | None = ask.store.state.find(user_id, "User")
    return [group for group in _groups_of(user, ask) if row["code"] in group.permissions] if user else []


@resolves("User.permissionGroups")
def user_groups(user: User, ask: Ask) -> list[Group]:
    return _groups_of(user, ask)


@resolves("User.restrictedAccessToChannels")
def user_restricted(user: User, ask: Ask) -> bool:
    return ask.store.is_restricted(user)


@resolves("User.accessibleChannels")
def user_channels(user: User, ask: Ask) -> list[Channel]:
    return ask.store.channels_of(user)


@resolves("Group.permissions")
def group_permissions(group: Group, ask: Ask) -> list[dict[str, str]]:
    return [permission(code) for code in group.permissions]


@resolves("Group.users")
def group_users(group: Group, ask: Ask) -> list[User]:
    return [user for user in ask.store.state.users.values() if group.pk in user.group_pks]


@resolves("Group.accessibleChannels")
def group_channels(group: Group, ask: Ask) -> list[Channel]:
    return [
        channel
        for channel in ask.store.state.channels.values()
        if channel.slug in group.channel_slugs or not group.restricted_access_to_channels
    ]


def _groups_of(user: User, ask: Ask) -> list[Group]:
    return [ask.store.state.groups[pk] for pk in user.group_pks]


def _checkouts_of(user: User, ask: Ask, channel: str | None) -> list[Checkout]:
    return [
        checkout
        for checkout in ask.store.state.checkouts.values()
        if checkout.user_pk == user.pk and channel in (None, checkout.channel_slug)
    ]

"""The list of tables: every capability's models, imported so that Django knows them."""

from .announcements.models import Announcement, Endpoint
from .carts.models import Cart
from .conversations.models import Conversation, ConversationLink, ConversationMessage, Knocking
from .delivery.models import (
    DayOff,
    DeliveryRules,
    ShippingMethod,
    ShippingPrice,
    ShippingZone,
    TaxRate,
    Warehouse,
    Widening,
)
from .events.models import Event
from .mails.models import MailText, SenderAccount
from .outbox.models import Browser, Circuit, Message
from .parcels.models import FollowedParcel, FrozenPromise, ParcelEvent, TrackingAccount
from .people.models import Consent, Person, PersonChange, PersonKey, Suppression
from .reviews.models import Review, ReviewRequest
from .shop.models import Channel, Fulfillment, FulfillmentLine, Order, OrderLine, Stock, Variant
from .stores.models import Chore, NamedConfiguration, Setup, Store
from .tickets.models import Ticket

__all__ = [
    "Announcement",
    "Browser",
    "Cart",
    "Channel",
    "Chore",
    "Circuit",
    "Consent",
    "Conversation",
    "ConversationLink",
    "ConversationMessage",
    "DayOff",
    "DeliveryRules",
    "Endpoint",
    "Event",
    "FollowedParcel",
    "FrozenPromise",
    "Fulfillment",
    "FulfillmentLine",
    "Knocking",
    "MailText",
    "Message",
    "NamedConfiguration",
    "Order",
    "OrderLine",
    "ParcelEvent",
    "Person",
    "PersonChange",
    "PersonKey",
    "Review",
    "ReviewRequest",
    "SenderAccount",
    "Setup",
    "ShippingMethod",
    "ShippingPrice",
    "ShippingZone",
    "Stock",
    "Store",
    "Suppression",
    "TaxRate",
    "Ticket",
    "TrackingAccount",
    "Variant",
    "Warehouse",
    "Widening",
]

"""The list of tables: every capability's models, imported so that Django knows them."""

from .carts.models import Cart
from .conversations.models import Conversation, ConversationLink, ConversationMessage, Knocking
from .delivery.models import ShippingOption
from .events.models import Event
from .outbox.models import Message, Unsubscribed
from .reviews.models import Review, ReviewRequest
from .shop.models import Channel, Fulfillment, FulfillmentLine, Order, OrderLine, Stock, Variant
from .stores.models import Chore, NamedConfiguration, Setup, Store
from .tickets.models import Ticket

__all__ = [
    "Cart",
    "Channel",
    "Chore",
    "Conversation",
    "ConversationLink",
    "ConversationMessage",
    "Event",
    "Fulfillment",
    "FulfillmentLine",
    "Knocking",
    "Message",
    "NamedConfiguration",
    "Order",
    "OrderLine",
    "Review",
    "ReviewRequest",
    "Setup",
    "ShippingOption",
    "Stock",
    "Store",
    "Ticket",
    "Unsubscribed",
    "Variant",
]

"""The list of tables: every capability's models, imported so that Django knows them."""

from .carts.models import Cart
from .conversations.models import Conversation, ConversationLink, ConversationMessage, Knocking
from .delivery.models import ShippingOption
from .events.models import Event
from .mails.models import MailText, SenderAccount
from .outbox.models import Browser, Circuit, Message
from .people.models import Consent, Person, PersonChange, PersonKey, Suppression
from .reviews.models import Review, ReviewRequest
from .shop.models import Channel, Fulfillment, FulfillmentLine, Order, OrderLine, Stock, Variant
from .stores.models import Chore, NamedConfiguration, Setup, Store
from .tickets.models import Ticket

__all__ = [
    "Browser",
    "Cart",
    "Channel",
    "Chore",
    "Circuit",
    "Consent",
    "Conversation",
    "ConversationLink",
    "ConversationMessage",
    "Event",
    "Fulfillment",
    "FulfillmentLine",
    "Knocking",
    "MailText",
    "Message",
    "NamedConfiguration",
    "Order",
    "OrderLine",
    "Person",
    "PersonChange",
    "PersonKey",
    "Review",
    "ReviewRequest",
    "SenderAccount",
    "Setup",
    "ShippingOption",
    "Stock",
    "Store",
    "Suppression",
    "Ticket",
    "Variant",
]

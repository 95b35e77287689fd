"""The list of tables: every capability's models, imported so that Django knows them."""

from .alerts.models import Alert, AlertAccount
from .announcements.models import Announcement, Endpoint
from .beside.models import CartAct
from .carts.models import Cart, CartCase, CartPlan, CartSignal, CartStep, CartVoucher, LeavingReason, WayBack
from .chat.models import Block, QueueEntry, Seat, WaitHour
from .compensation.models import AuthorityLimit, OrderAct, OrderActStep, Purse
from .conversations.models import (
    Conversation,
    ConversationLink,
    ConversationMessage,
    ConversationPhoto,
    ConversationRating,
    Knocking,
    ReplyTime,
)
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
from .desk.models import EventsReading, OrderNote, SaleorEvent
from .events.models import Event
from .files.models import StoredFile
from .guests.models import OrderCode
from .mailbox.models import Mailbox, ReceivedMail
from .mails.models import MailText, SenderAccount
from .outbox.models import Browser, Circuit, Message
from .parcels.models import FollowedParcel, FrozenPromise, ParcelEvent, TrackingAccount
from .people.models import Consent, Person, PersonChange, PersonKey, Suppression
from .questions.models import Answer, Question
from .reviews.models import (
    Crisis,
    Review,
    ReviewChange,
    ReviewPhoto,
    ReviewRequest,
    ReviewSummary,
    ReviewVote,
)
from .self_help.models import ArticleHelp
from .shop.models import Channel, Fulfillment, FulfillmentLine, Order, OrderLine, Stock, Variant
from .stores.models import Chore, NamedConfiguration, SeenStaff, Setup, StaffSession, Store
from .surveys.models import Survey
from .tickets.models import Colleague, Macro, RoutingRule, Ticket, TicketCopy, TicketLine, TicketLink, TicketWords, View

__all__ = [
    "Alert",
    "AlertAccount",
    "Announcement",
    "Answer",
    "ArticleHelp",
    "AuthorityLimit",
    "Block",
    "Browser",
    "Cart",
    "CartAct",
    "CartCase",
    "CartPlan",
    "CartSignal",
    "CartStep",
    "CartVoucher",
    "Channel",
    "Chore",
    "Circuit",
    "Colleague",
    "Consent",
    "Conversation",
    "ConversationLink",
    "ConversationMessage",
    "ConversationPhoto",
    "ConversationRating",
    "Crisis",
    "DayOff",
    "DeliveryRules",
    "Endpoint",
    "Event",
    "EventsReading",
    "FollowedParcel",
    "FrozenPromise",
    "Fulfillment",
    "FulfillmentLine",
    "Knocking",
    "LeavingReason",
    "Macro",
    "MailText",
    "Mailbox",
    "Message",
    "NamedConfiguration",
    "Order",
    "OrderAct",
    "OrderActStep",
    "OrderCode",
    "OrderLine",
    "OrderNote",
    "ParcelEvent",
    "Person",
    "PersonChange",
    "PersonKey",
    "Purse",
    "Question",
    "QueueEntry",
    "ReceivedMail",
    "ReplyTime",
    "Review",
    "ReviewChange",
    "ReviewPhoto",
    "ReviewRequest",
    "ReviewSummary",
    "ReviewVote",
    "RoutingRule",
    "SaleorEvent",
    "Seat",
    "SeenStaff",
    "SenderAccount",
    "Setup",
    "ShippingMethod",
    "ShippingPrice",
    "ShippingZone",
    "StaffSession",
    "Stock",
    "Store",
    "StoredFile",
    "Suppression",
    "Survey",
    "TaxRate",
    "Ticket",
    "TicketCopy",
    "TicketLine",
    "TicketLink",
    "TicketWords",
    "TrackingAccount",
    "Variant",
    "View",
    "WaitHour",
    "Warehouse",
    "WayBack",
    "Widening",
]

"""Who writes, to the store: what they bought, said before and thought of it."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet, Sum

from ..conversations.models import Conversation
from ..money import Money
from ..reviews.models import Review
from ..shop import queries as shop
from ..shop.models import Order, Variant
from ..stores.callers import Staff
from ..tickets import queries as tickets
from ..tickets.models import Ticket
from .models import CartAct

MOST_SHOWN = 5
MOST_ACTS = 20
# Orders that brought no money.
UNPAID = ("CANCELED", "EXPIRED", "DRAFT", "UNCONFIRMED")


@dataclass
class Customer:
    """Somebody as their orders, tickets and reviews tell it, by their account and their mailbox; of channels that the
    member of staff may see. `is_proven` says that nobody else can have typed the address."""

    staff: Staff
    conversation: Conversation

    @property
    def email(self) -> str:
        return self.conversation.email

    @property
    def is_proven(self) -> bool:
        return self.conversation.email_confirmed_at is not None

    @cached_property
    def _theirs(self) -> Q | None:
        """Return what their orders have in common; None of somebody unknown."""
        kind, _, account = self.conversation.shopper_key.partition(":")
        account = account if kind == "user" else ""
        by_account = Q(customer_id=account) if account else None
        by_mail = Q(customer_email__iexact=self.email) if self.email else None
        return by_account | by_mail if by_account and by_mail else by_account or by_mail

    def orders(self) -> QuerySet[Order]:
        seen = shop.orders(self.staff)
        return seen.none() if self._theirs is None else seen.filter(self._theirs)

    @cached_property
    def orders_count(self) -> int:
        return self.orders().count()

    def spent(self) -> list[Money]:
        """Return what they paid and kept, by currency; the largest sum first."""
        paid = self.orders().order_by().exclude(status__in=UNPAID).values("currency")
        sums = paid.annotate(all=Sum("total_gross"), back=Sum("total_refunded"))
        return sorted((Money(one["all"] - one["back"], one["currency"]) for one in sums), reverse=True)

    def tickets(self) -> QuerySet[Ticket]:
        """Return their other tickets, the newest first."""
        seen = tickets.listed(self.staff)
        if not self.email:
            return seen.none()
        others = seen.filter(conversation__store=self.staff.store, conversation__email__iexact=self.email)
        return others.exclude(conversation=self.conversation).order_by("-updated_at", "-pk")

    def reviews(self) -> QuerySet[Review]:
        bought = self.orders().order_by().values("pk")
        return self.staff.store.reviews.filter(order__in=bought).order_by("-created_at", "-pk")


def product(staff: Staff, product_id: str) -> Variant | None:
    """Return a variant of the product that a page is about; it has the product's name."""
    return staff.store.variants.filter(product_id=product_id).order_by("pk").first() if product_id else None


def acts(conversation: Conversation) -> QuerySet[CartAct]:
    return conversation.cart_acts.order_by("-pk")


def act_of(conversation: Conversation, key: str) -> CartAct | None:
    return conversation.cart_acts.filter(key=key).first()


def name_of(staff: Staff) -> str:
    """Return how shoppers know a member of staff; empty while the shop speaks for them."""
    return staff.store.seats.filter(user_id=staff.user_id).values_list("name", flat=True).first() or ""

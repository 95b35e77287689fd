"""The checkout of somebody who is being helped, as it is in Saleor at this moment."""

from ..conversations.models import Conversation
from ..saleor.errors import SaleorError
from ..saleor.live_carts import LiveCart
from ..stores.clients import client_of
from .rules import NotDone, Trouble, checkout_id, must_be_theirs

# Of conversations.identity.Visitor: whom Saleor or the merchant's own server vouches for.
KNOWN = ("user:", "customer:")


def cart_of(conversation: Conversation) -> LiveCart:
    """Return the cart that the shopper's page names. Raises NotDone."""
    named = checkout_id((conversation.here or {}).get("checkout"))
    try:
        cart = client_of(conversation.store).live_cart(named)
    except SaleorError as error:
        raise NotDone(Trouble.UNREACHABLE) from error
    if cart is None:
        raise NotDone(Trouble.GONE)
    must_be_theirs(
        cart_channel=cart.channel,
        channel=conversation.channel_slug,
        cart_email=cart.email,
        email=conversation.email,
        is_known=conversation.shopper_key.startswith(KNOWN),
    )
    return cart

"""What each kind of act is, from what was asked for to how Saleor shows that it was done."""

from ..rules import Kind
from .deed import Deed
from .gifts import GIFT_CARD, RESEND, VOUCHER
from .order import ADDRESS_CHANGED, CANCEL, REPLACEMENT, RETURN, TRACKING
from .paper import INVOICE, SUMMARY
from .refund import REFUND

DEEDS: dict[Kind, Deed] = {
    Kind.REFUND: REFUND,
    Kind.CANCEL: CANCEL,
    Kind.SUMMARY_AGAIN: SUMMARY,
    Kind.GIFT_CARD: GIFT_CARD,
    Kind.VOUCHER: VOUCHER,
    Kind.TRACKING: TRACKING,
    Kind.ADDRESS: ADDRESS_CHANGED,
    Kind.REPLACEMENT: REPLACEMENT,
    Kind.RETURN: RETURN,
    Kind.GIFT_CARD_RESEND: RESEND,
    Kind.INVOICE: INVOICE,
}

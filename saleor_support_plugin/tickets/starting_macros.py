"""Macros that a shop can begin with: thanks, an apology that gives something, and what is asked every day."""

from collections.abc import Sequence

from django.db import transaction

from ..stores.callers import Staff
from .macros import Given, write
from .models import Macro, State
from .refusing import TicketRefused

SIGNED = "\n\n{{agent.name}}\n{{shop.name}}"


def starting(language: str) -> Sequence[Given]:
    """Return them with names in the language of who will look for them: `tr`, or any other for English."""
    is_turkish = language == "tr"
    return [
        Given(
            name="Teşekkür" if is_turkish else "Thank you",
            text_en="Hello {{customer.name}},\n\nthank you for taking the time to tell us. We have passed it on to "
            "everybody it concerns." + SIGNED,
            text_tr="Merhaba {{customer.name}},\n\nzaman ayırıp bize yazdığınız için teşekkür ederiz. Sözlerinizi "
            "ilgili herkese ilettik." + SIGNED,
            tags=("thanks",),
            state=State.CLOSED,
        ),
        Given(
            name="Özür ve kupon" if is_turkish else "Sorry, with a voucher",
            text_en="Hello {{customer.name}},\n\nwe are sorry: order {{order.number}} did not go as we promised. With "
            "your next order we would like to make up for it. Your code follows." + SIGNED,
            text_tr="Merhaba {{customer.name}},\n\nüzgünüz: {{order.number}} numaralı siparişiniz söz verdiğimiz gibi "
            "olmadı. Bir sonraki siparişinizde telafi etmek isteriz. Kodunuz aşağıda." + SIGNED,
            tags=("apology",),
            proposes={"kind": "VOUCHER", "values": {}},
        ),
        Given(
            name="Para iadesi" if is_turkish else "Your money back",
            text_en="Hello {{customer.name}},\n\nwe are paying you back for order {{order.number}}. Depending on your "
            "bank the money takes a few days." + SIGNED,
            text_tr="Merhaba {{customer.name}},\n\n{{order.number}} numaralı siparişiniz için para iadenizi yapıyoruz. "
            "Bankanıza göre birkaç gün sürebilir." + SIGNED,
            tags=("refund",),
            proposes={"kind": "REFUND", "values": {}},
        ),
        Given(
            name="Yenisini gönderiyoruz" if is_turkish else "A new one is on its way",
            text_en="Hello {{customer.name}},\n\nwe are sending you a new one for order {{order.number}}; you pay "
            "nothing for it." + SIGNED,
            text_tr="Merhaba {{customer.name}},\n\n{{order.number}} numaralı siparişiniz için yenisini gönderiyoruz; "
            "ücret ödemezsiniz." + SIGNED,
            tags=("replacement",),
            proposes={"kind": "REPLACEMENT", "values": {}},
        ),
        Given(
            name="Paket nerede" if is_turkish else "Where the parcel is",
            text_en="Hello {{customer.name}},\n\norder {{order.number}} is on its way. You can follow it here: "
            "{{tracking.url}}" + SIGNED,
            text_tr="Merhaba {{customer.name}},\n\n{{order.number}} numaralı siparişiniz yolda. Buradan "
            "izleyebilirsiniz: {{tracking.url}}" + SIGNED,
            tags=("delivery",),
        ),
        Given(
            name="Fotoğraf rica" if is_turkish else "A photo, please",
            text_en="Hello {{customer.name}},\n\nwould you send us a photo of it? You can answer this message."
            + SIGNED,
            text_tr="Merhaba {{customer.name}},\n\nbize bir fotoğrafını gönderir misiniz? Bu mesajı "
            "yanıtlayabilirsiniz." + SIGNED,
            state=State.WAITING,
        ),
    ]


@transaction.atomic
def begin_with(*, staff: Staff, language: str) -> list[Macro]:
    """Write those whose names are free, and return them. Raises TicketRefused where not all of them fit."""
    made = []
    for given in starting(language):
        try:
            with transaction.atomic():
                made.append(write(staff=staff, macro_id=None, given=given))
        except TicketRefused as refused:
            if refused.code != "TAKEN":
                raise
    return made

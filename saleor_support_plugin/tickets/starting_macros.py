"""Macros that a shop can begin with: thanks, an apology that gives something, and what is asked every day."""

from collections.abc import Sequence

from django.db import transaction

from ..stores.callers import Staff
from .macros import Given, write
from .models import Macro, State
from .refusing import TicketRefused


def starting(language: str) -> Sequence[Given]:
    """Return them with names in the language of who will look for them: `tr`, or any other for English."""
    is_turkish = language == "tr"
    return [
        Given(
            name="Teşekkür" if is_turkish else "Thank you",
            text_en=_in_english(
                "thank you for taking the time to tell us. We have passed it on to everybody it concerns."
            ),
            text_tr=_in_turkish(
                "zaman ayırıp bize yazdığınız için teşekkür ederiz. Sözlerinizi ilgili herkese ilettik."
            ),
            tags=("thanks",),
            state=State.CLOSED,
        ),
        Given(
            name="Özür ve kupon" if is_turkish else "Sorry, with a voucher",
            text_en=_in_english(
                "we are sorry: order {{order.number}} did not go as we promised. With your next order we would like to "
                "make up for it. Your code follows."
            ),
            text_tr=_in_turkish(
                "üzgünüz: {{order.number}} numaralı siparişiniz söz verdiğimiz gibi olmadı. Bir sonraki siparişinizde "
                "telafi etmek isteriz. Kodunuz aşağıda."
            ),
            tags=("apology",),
            proposes={"kind": "VOUCHER", "values": {}},
        ),
        Given(
            name="Para iadesi" if is_turkish else "Your money back",
            text_en=_in_english(
                "we are paying you back for order {{order.number}}. Depending on your bank the money takes a few days."
            ),
            text_tr=_in_turkish(
                "{{order.number}} numaralı siparişiniz için para iadenizi yapıyoruz. Bankanıza göre birkaç gün "
                "sürebilir."
            ),
            tags=("refund",),
            proposes={"kind": "REFUND", "values": {}},
        ),
        Given(
            name="Yenisini gönderiyoruz" if is_turkish else "A new one is on its way",
            text_en=_in_english("we are sending you a new one for order {{order.number}}; you pay nothing for it."),
            text_tr=_in_turkish("{{order.number}} numaralı siparişiniz için yenisini gönderiyoruz; ücret ödemezsiniz."),
            tags=("replacement",),
            proposes={"kind": "REPLACEMENT", "values": {}},
        ),
        Given(
            name="Paket nerede" if is_turkish else "Where the parcel is",
            text_en=_in_english("order {{order.number}} is on its way. You can follow it here: {{tracking.url}}"),
            text_tr=_in_turkish(
                "{{order.number}} numaralı siparişiniz yolda. Buradan izleyebilirsiniz: {{tracking.url}}"
            ),
            tags=("delivery",),
        ),
        Given(
            name="Fotoğraf rica" if is_turkish else "A photo, please",
            text_en=_in_english("would you send us a photo of it? You can answer this message."),
            text_tr=_in_turkish("bize bir fotoğrafını gönderir misiniz? Bu mesajı yanıtlayabilirsiniz."),
            state=State.WAITING,
        ),
    ]


def _in_english(said: str) -> str:
    return _signed(f"Hello {{{{customer.name}}}},\n\n{said}")


def _in_turkish(said: str) -> str:
    return _signed(f"Merhaba {{{{customer.name}}}},\n\n{said}")


def _signed(said: str) -> str:
    return said + "\n\n{{agent.name}}\n{{shop.name}}"


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

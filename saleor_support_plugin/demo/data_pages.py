"""The shop's help pages: what people ask most, in English and Turkish."""

from __future__ import annotations

from .catalogue_records import Page

_TEXTS = [
    (
        "delivery-and-tracking",
        "Delivery and tracking",
        "Orders before the cut-off leave the same working day. As soon as the parcel is with the carrier you get an"
        " e-mail with its tracking number. A parcel that is two days late is looked for: write to us.",
        "Teslimat ve kargo takibi",
        "Saatinde verilen siparişler aynı iş günü yola çıkar. Kargo şirketine teslim edilince takip numarası"
        " e-postanıza gelir. İki gün geciken kargoyu arıyoruz: bize yazın.",
    ),
    (
        "returns-and-refunds",
        "Returns and refunds",
        "You may send anything back within 30 days. Put it into its box with the slip from the parcel. The money is on"
        " the card within five working days of its arrival.",
        "İade ve para iadesi",
        "Her ürünü 30 gün içinde geri gönderebilirsiniz. Paketten çıkan fişle birlikte kutusuna koyun. Bize ulaştıktan"
        " sonra paranız beş iş günü içinde kartınıza geçer.",
    ),
    (
        "choosing-a-size",
        "Choosing a size",
        "Shirts are cut wide: between two sizes take the smaller one. Shoes are true to size; measure your foot in the"
        " evening. An exchange for another size is free.",
        "Beden seçimi",
        "Gömlekler bol kesim: iki beden arasındaysanız küçüğünü alın. Ayakkabılar tam kalıp; ayağınızı akşam ölçün."
        " Beden değişimi ücretsizdir.",
    ),
    (
        "ways-to-pay",
        "Ways to pay",
        "By card, in up to six instalments, or by bank transfer. A payment that was declined is not charged: the hold"
        " on your card ends by itself within a few days.",
        "Ödeme yolları",
        "Kartla, altı taksite kadar ya da havaleyle. Reddedilen ödeme tahsil edilmez: kartınızdaki bloke birkaç gün"
        " içinde kendiliğinden kalkar.",
    ),
    (
        "caring-for-wool-and-copper",
        "Caring for wool and copper",
        "Wash wool by hand in cold water and dry it flat. Copper wants no dishwasher: salt and lemon bring back its"
        " shine.",
        "Yün ve bakırın bakımı",
        "Yünü soğuk suda elde yıkayıp sererek kurutun. Bakır bulaşık makinesine girmez: tuz ve limon parlaklığını geri"
        " getirir.",
    ),
]
PAGES = [
    Page(pk=str(pk), slug=slug, title=title, text=text, titles={"TR": turkish}, texts={"TR": said})
    for pk, (slug, title, text, turkish, said) in enumerate(_TEXTS, start=1)
]

"""Carriers: who has a parcel, by its number and the method's name, and where it can be followed. Values in, values out.

What services that know many carriers tell is read by a module each.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Carrier:
    """`page` is where a parcel is followed, `{}` standing for its number. `names` are how methods are called, folded.

    `shape` is what the carrier's numbers look like, where no other's look so; None where they could be anybody's.
    """

    id: str
    name: str
    page: str
    names: tuple[str, ...]
    shape: re.Pattern[str] | None = None

    @property
    def slug(self) -> str:
        """What AfterShip calls it; nothing where it finds out better by itself."""
        return SLUGS.get(self.id, "")

    def page_of(self, number: str) -> str:
        return self.page.format(quote(number, safe=""))


def _carrier(id: str, name: str, page: str, *names: str, shape: str = "") -> Carrier:
    return Carrier(id, name, page, (*names, name.casefold()), re.compile(shape) if shape else None)


# Shapes: UPS 1Z and sixteen; the Universal Postal Union's S10 ends in its country; DHL Express "JJD" and Germany
# "0034"; USPS 9x and twenty or more; Trendyol 733 and thirteen; Amazon TBA. Turkish carriers number with digits that
# could be anybody's: they are known by the method's name.
CARRIERS: tuple[Carrier, ...] = (
    _carrier(
        "yurtici-kargo",
        "Yurtiçi Kargo",
        "https://www.yurticikargo.com/tr/online-servisler/gonderi-sorgula?code={}",
        "yurtici",
    ),
    _carrier("aras-kargo", "Aras Kargo", "https://kargotakip.araskargo.com.tr/mainpage.aspx?code={}", "aras"),
    _carrier(
        "dhl-ecommerce-tr",
        "DHL eCommerce Türkiye",
        "https://kargotakip.dhlecommerce.com.tr/?takipNo={}",
        "dhl ecommerce",
        "mng",
    ),
    _carrier("ptt", "PTT Kargo", "https://gonderitakip.ptt.gov.tr/Track/Verify?q={}", "ptt", shape=r"[A-Z]{2}\d{9}TR"),
    _carrier("surat-kargo", "Sürat Kargo", "https://www.suratkargo.com.tr/KargoTakip/?kargotakipno={}", "surat"),
    _carrier("hepsijet", "HepsiJET", "https://hepsijet.com/gonderi-takibi/{}", "hepsijet", "hepsi jet"),
    _carrier(
        "trendyol-express",
        "Trendyol Express",
        "https://kargotakip.trendyol.com/?orderNumber={}",
        "trendyol",
        "tex",
        shape=r"733\d{13}",
    ),
    _carrier("kolay-gelsin", "Kolay Gelsin", "https://esube.kolaygelsin.com/shipments?trackingId={}"),
    _carrier("ups", "UPS", "https://www.ups.com/track?tracknum={}", shape=r"1Z[0-9A-Z]{16}"),
    _carrier(
        "dhl",
        "DHL",
        "https://www.dhl.com/global-en/home/tracking/tracking-express.html?tracking-id={}",
        "dhl express",
        shape=r"JJD\d{16,20}|JVGL\d{10,20}",
    ),
    _carrier(
        "dhl-germany",
        "DHL Paket",
        "https://www.dhl.de/de/privatkunden/dhl-sendungsverfolgung.html?piececode={}",
        "deutsche post",
        shape=r"0034\d{16}|[A-Z]{2}\d{9}DE",
    ),
    _carrier("fedex", "FedEx", "https://www.fedex.com/fedextrack/?trknbr={}", "federal express"),
    _carrier(
        "usps",
        "USPS",
        "https://tools.usps.com/go/TrackConfirmAction?tLabels={}",
        "us postal",
        shape=r"9[1-5]\d{18,24}|[A-Z]{2}\d{9}US",
    ),
    _carrier("dpd", "DPD", "https://tracking.dpd.de/parcelstatus?query={}&locale=en_US"),
    _carrier("gls", "GLS", "https://gls-group.com/EU/en/parcel-tracking?match={}"),
    _carrier(
        "royal-mail",
        "Royal Mail",
        "https://www.royalmail.com/track-your-item#/tracking-results/{}",
        shape=r"[A-Z]{2}\d{9}GB",
    ),
    _carrier("evri", "Evri", "https://www.evri.com/track/parcel/{}", "hermes uk"),
    _carrier("hermes", "Hermes", "https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation#{}"),
    _carrier("tnt", "TNT", "https://www.tnt.com/express/en_us/site/tracking.html?searchType=con&cons={}"),
    _carrier(
        "la-poste",
        "La Poste",
        "https://www.laposte.fr/outils/suivre-vos-envois?code={}",
        "colissimo",
        "chronopost",
        shape=r"[A-Z]{2}\d{9}FR",
    ),
    _carrier("postnl", "PostNL", "https://jouw.postnl.nl/track-and-trace/{}", shape=r"3S[0-9A-Z]{11,13}"),
    _carrier("inpost", "InPost", "https://inpost.pl/sledzenie-przesylek?number={}", "paczkomat"),
    _carrier("amazon", "Amazon Shipping", "https://track.amazon.com/tracking/{}", "amazon", shape=r"TBA\d{9,15}"),
)


# AfterShip's own names, where ours are not certain to be one of many carriers of that name.
SLUGS = {
    "yurtici-kargo": "yurtici-kargo",
    "aras-kargo": "aras-kargo",
    "ptt": "ptt-posta",
    "surat-kargo": "surat-kargo",
    "hepsijet": "hepsijet",
    "ups": "ups",
    "dhl": "dhl",
    "dhl-germany": "dhl-germany",
    "fedex": "fedex",
    "usps": "usps",
    "royal-mail": "royal-mail",
}


@dataclass(frozen=True, slots=True)
class Following:
    """Who has a parcel and where it is followed; either may be unknown."""

    carrier: Carrier | None
    page: str = ""


def following(number: str, method_name: str, carriers: Sequence[Carrier] = CARRIERS) -> Following:
    """Say where a parcel can be followed; a number that is an address is that address.

    The merchant's own name for the method counts before the number's shape: they know by whom they send.
    """
    tidy = number.strip()
    if tidy.startswith(("https://", "http://")):
        return Following(None, tidy)
    code = re.sub(r"[\s-]", "", tidy).upper()
    if not code:
        return Following(None)
    by_shape = next((one for one in carriers if one.shape and one.shape.fullmatch(code)), None)
    carrier = _named(method_name, carriers) or by_shape
    return Following(carrier, carrier.page_of(code)) if carrier else Following(None)


def _named(method_name: str, carriers: Sequence[Carrier]) -> Carrier | None:
    """Return the carrier with the longest name among the words of a method's name: DHL eCommerce before DHL."""
    said = f" {_folded(method_name)} "
    found = [(len(name), one) for one in carriers for name in one.names if f" {_folded(name)} " in said]
    return max(found, key=lambda one: one[0])[1] if found else None


def _folded(text: str) -> str:
    """Return the words of a name as everybody types them: Yurtiçi, YURTİÇİ and yurtici are the same."""
    plain = text.translate(_PLAIN).casefold()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


_PLAIN = str.maketrans("İIıçÇğĞöÖşŞüÜ", "iiiccggoossuu")

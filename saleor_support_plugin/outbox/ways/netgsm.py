"""Text messages by Netgsm, in Turkey. Written from its public documentation of `sms/rest/v2`; docs/media.md."""

from base64 import b64encode

from . import Accepted, Outcome, Parcel, Refused, Text
from .http import by_status, post, said_in

URL = "https://api.netgsm.com.tr/sms/rest/v2/send"
# What they answer, and whether it will be the same tomorrow. An account that somebody has to mend is no reason to lose
# what waits.
CODES = {
    "20": ("the text is too long or holds what cannot be sent", True),
    "30": ("wrong user or password, no right to use the API, or an address that is not allowed", False),
    "40": ("the sender's name is not one of the account's", False),
    "50": ("the account may not send what the registry (İYS) controls", False),
    "51": ("the account has no brand in the registry (İYS)", False),
    "70": ("a parameter is wrong or missing", True),
    "80": ("too many at once", False),
    "85": ("too many to one number at once", False),
}
# Whom the registry is asked about: nobody, or a consumer.
UNASKED, CONSUMER = "0", "11"


def hand_over(parcel: Parcel[Text]) -> Outcome:
    assert parcel.account is not None  # noqa: S101  by_medium sees to it
    told, text = parcel.account.credentials, parcel.content.text
    reply = post(
        URL,
        headers={"Authorization": f"Basic {b64encode(f'{told["usercode"]}:{told["password"]}'.encode()).decode()}"},
        body={
            "msgheader": told["header"],
            "messages": [{"msg": text, "no": _number(parcel.to)}],
            "encoding": "TR" if _is_turkish(text) else "UNICODE",
            "iysfilter": CONSUMER if parcel.content.is_commercial else UNASKED,
            "referansID": parcel.key,
            "appname": "saleor-support",
        },
    )
    if isinstance(reply, Outcome):
        return reply
    said = said_in(reply)
    code = str(said.get("code", ""))
    if code == "00":
        return Accepted(str(said.get("jobid") or ""))
    if code in CODES:
        meaning, for_good = CODES[code]
        return Refused(f"{code} {meaning}", for_good=for_good)
    return by_status(reply)


def _number(e164: str) -> str:
    """Return a number as they write it: of Turkey without its country, of others as it is dialled from there."""
    return e164.removeprefix("+90") if e164.startswith("+90") else f"00{e164.removeprefix('+')}"


def _is_turkish(text: str) -> bool:
    try:
        text.encode("iso8859-9")
    except UnicodeEncodeError:
        return False
    return True

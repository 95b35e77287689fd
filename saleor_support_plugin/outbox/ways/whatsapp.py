"""WhatsApp by Meta's Cloud API. Written from its public documentation; what each answer means is in docs/media.md."""

from typing import Any

from . import Accepted, FreeText, Outcome, Parcel, Refused, Template
from .http import by_status, post, said_in

URL = "https://graph.facebook.com/v24.0/{phone_number_id}/messages"
# Meta's codes that somebody or time mends: the account's rights, tokens and bills, too many at once, Meta in trouble, a
# template that is paused. Every other code is a message that will never be taken.
LATER = frozenset(
    {0, 1, 2, 3, 4, 10, 33, 190, 368, 80007, 130429, 131000, 131005, 131016, 131031, 131037, 131042, 131045, 131048}
    | {131056, 131057, 132015, 133004, 133005, 133006, 133010, 133016}
    | set(range(200, 300))
)


def hand_over(parcel: Parcel[Template] | Parcel[FreeText]) -> Outcome:
    assert parcel.account is not None  # noqa: S101  by_medium sees to it
    told = parcel.account.credentials
    reply = post(
        URL.format(phone_number_id=told["phone_number_id"]),
        headers={"Authorization": f"Bearer {told['access_token']}"},
        body={
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "to": parcel.to.removeprefix("+"),
            **_said(parcel.content),
        },
    )
    if isinstance(reply, Outcome):
        return reply
    said = said_in(reply)
    sent = said.get("messages")
    if isinstance(sent, list) and sent and isinstance(sent[0], dict):
        return Accepted(str(sent[0].get("id") or "")[:255])
    error = said.get("error")
    if isinstance(error, dict) and isinstance(error.get("code"), int):
        return refused(error)
    return by_status(reply)


def refused(error: dict[str, Any]) -> Refused:
    """Return what an error of Meta's means: `code`, `message` or `title`, and `error_data.details`."""
    details = error.get("error_data")
    words = (details.get("details") if isinstance(details, dict) else "") or error.get("message") or error.get("title")
    return Refused(f"{error['code']} {words or ''}"[:300].strip(), for_good=error["code"] not in LATER)


def _said(content: Template | FreeText) -> dict[str, Any]:
    if isinstance(content, FreeText):
        return {"type": "text", "text": {"body": content.text, "preview_url": False}}
    template: dict[str, Any] = {"name": content.name, "language": {"code": content.language}}
    if content.variables:
        blanks = [{"type": "text", "text": variable} for variable in content.variables]
        template["components"] = [{"type": "body", "parameters": blanks}]
    return {"type": "template", "template": template}

"""What is understood of one mail, for `saleor-support mail parse`: plain values, and no database."""

from typing import Any

from ..mails.headers import message_of
from .authentication import Verdict
from .parsing import Mail, MailUnreadable, parse
from .rules import By, Hold, Keep, decide, order_numbers


def told(raw: bytes, *, secret: str) -> dict[str, Any]:
    """Return the facts; `secret` is what reply addresses are signed with, empty where it is not known."""
    try:
        mail = parse(raw)
    except MailUnreadable as unreadable:
        return {"error": {"code": unreadable.code, "message": str(unreadable)}, "bytes": len(raw)}
    return {
        "from": mail.sender,
        "name": mail.name,
        "to": list(mail.to),
        "cc": list(mail.cc),
        "subject": mail.subject,
        "message_id": mail.message_id,
        "new_text": mail.text,
        "quoted": mail.quoted,
        "attachments": [{"name": one.name, "kind": one.kind, "bytes": one.size} for one in mail.attachments],
        "faults": list(mail.faults),
        "thread": _thread(mail, secret),
    }


def _thread(mail: Mail, secret: str) -> dict[str, Any]:
    """Return what becomes of it as far as the mail alone tells; where it leads, only the service's own rows say."""
    decision = decide(mail, [], verdict=Verdict.UNKNOWN, is_ours=False, is_too_often=False)
    if isinstance(decision, Keep | Hold):
        return {"decision": type(decision).__name__.upper(), "why": decision.reason}
    signed = [number for one in (*mail.to, *mail.cc) if secret and (number := message_of(one, secret=secret))]
    if signed:
        return {"decision": "JOIN", "why": By.REPLY_ADDRESS.value, "if": {"sender_was_mailed": signed[0]}}
    if mail.references:
        return {"decision": "JOIN", "why": By.REFERENCES.value, "if": {"we_sent_one_of": list(mail.references)}}
    if numbers := order_numbers(mail.subject):
        return {"decision": "OPEN", "why": By.ORDER_NUMBER.value, "if": {"sender_placed_one_of": numbers}}
    return {"decision": "OPEN", "why": "NEW"}

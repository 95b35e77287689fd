"""Mail providers that are spoken to by HTTP, by django-anymail: handing a mail over, and reading what they tell us.

The table of answers is in docs/mail.md. Written from django-anymail's code and the providers' documentation.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import requests
from anymail.exceptions import AnymailAPIError, AnymailError, AnymailRecipientsRefused
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMultiAlternatives
from django.http import HttpRequest

from ...mails.events import Happened
from ...mails.queries import Account
from . import Accepted, Doubtful, Outcome, Refused, Unreachable
from .http import LATER, NOBODY_KNOWS

MAILGUN_IN = {"eu": "https://api.eu.mailgun.net/v3"}
# What anymail calls a mail that a provider has taken.
TAKEN = frozenset({"sent", "queued"})
# The classes that read what a provider tells us.
VIEWS = {
    "brevo": "BrevoTrackingWebhookView",
    "mailersend": "MailerSendTrackingWebhookView",
    "mailgun": "MailgunTrackingWebhookView",
    "mailjet": "MailjetTrackingWebhookView",
    "postmark": "PostmarkTrackingWebhookView",
    "resend": "ResendTrackingWebhookView",
    "sendgrid": "SendGridTrackingWebhookView",
    "sparkpost": "SparkPostTrackingWebhookView",
}
# Those that hand whole mails over, with no question asked of them.
INBOUND = {
    "mailgun": "MailgunInboundWebhookView",
    "mailjet": "MailjetInboundWebhookView",
    "postmark": "PostmarkInboundWebhookView",
    "sparkpost": "SparkPostInboundWebhookView",
}
# Their signatures are not what we go by: the secret in the address is, and no key is asked of the merchant.
UNUSED_KEYS = {"mailgun": {"webhook_signing_key": "-"}, "mailersend": {"signing_secret": "-"}}
# What each says of a bounce that is not for good, which django-anymail does not tell apart: a full mailbox, a server
# that is down. SparkPost's classes 10, 30 and 90 are its hard ones.
SOFT: dict[str, Callable[[dict[str, Any]], bool]] = {
    "brevo": lambda said: said.get("event") == "soft_bounce",
    "mailersend": lambda said: "soft" in str(said.get("type")),
    "mailjet": lambda said: not said.get("hard_bounce", True),
    "postmark": lambda said: said.get("Type") in ("SoftBounce", "DnsError", "Transient", "Undeliverable"),
    "resend": lambda said: said.get("data", {}).get("bounce", {}).get("type") == "Transient",
    "sendgrid": lambda said: said.get("type") in ("blocked", "expired"),
    "sparkpost": lambda said: str(said.get("bounce_class", "10")) not in ("10", "30", "90"),
}


def hand_over_to(account: Account, mail: EmailMultiAlternatives, *, seconds: int) -> Outcome:
    """Hand a mail over; nothing in it is tracked."""
    told = dict(account.credentials)
    region = told.pop("region", "us")
    if region in MAILGUN_IN:
        told["api_url"] = MAILGUN_IN[region]
    module = import_module(f"anymail.backends.{account.provider}")
    try:
        backend = module.EmailBackend(**told, requests_timeout=seconds, ignore_unsupported_features=True)
    except ImproperlyConfigured as error:  # a credential that a newer anymail asks for
        return Refused(_said(error), for_good=False)
    try:
        backend.send_messages([mail])
    except AnymailRecipientsRefused as error:
        return Refused(_said(error), for_good=True)
    except AnymailAPIError as error:
        return _outcome(error)
    except (AnymailError, ValueError, UnicodeError) as error:  # a mail that this provider cannot carry
        return Refused(_said(error), for_good=True)
    except Exception as error:  # an answer that anymail stumbles over: the mail may be out
        return Doubtful(_said(error))
    became = mail.anymail_status.status or set()  # type: ignore[attr-defined]  # put there by anymail
    return Accepted() if became & TAKEN else Doubtful(f"the provider says: {', '.join(map(str, became)) or 'nothing'}")


def _outcome(error: AnymailAPIError) -> Outcome:
    status = error.status_code
    if status is None:
        return Unreachable(_said(error)) if _never_left(error) else Doubtful(_said(error))
    if status in NOBODY_KNOWS or 200 <= status < 300:  # accepted, with an answer that nobody can read
        return Doubtful(_said(error))
    return Refused(_said(error), for_good=status not in LATER)


def _never_left(error: BaseException) -> bool:
    """Say whether there was no connection at all: anything later may have been read."""
    if isinstance(error, requests.ConnectTimeout):
        return True
    return isinstance(error, requests.ConnectionError) and "NewConnectionError" in repr(error.__cause__)


def _said(error: Exception) -> str:
    """Return what went wrong in one line, without the mail that anymail adds."""
    status = getattr(error, "status_code", None)
    body = getattr(getattr(error, "response", None), "text", "") or ""
    said = f"{status} {body}" if status else f"{type(error).__name__}: {error}"
    return " ".join(said.split())[:300]


def mails_in(provider: str, request: HttpRequest) -> Iterator[bytes]:
    """Give the mails that a provider hands over, as they came. Raises ValueError for what it cannot have said."""
    module = import_module(f"anymail.webhooks.{provider}")
    view: Any = getattr(module, INBOUND[provider])(webhook_secret=["-"], **UNUSED_KEYS.get(provider, {}))
    try:
        found = view.parse_events(request)
        yield from (event.message.as_bytes() for event in found if event.message is not None)
    except (KeyError, TypeError, AttributeError, IndexError, AnymailError, ImproperlyConfigured) as error:
        raise ValueError("This is not what the provider sends.") from error


def events_in(provider: str, request: HttpRequest) -> Iterator[Happened]:
    """Give what a provider tells us. Raises ValueError for what it cannot have said."""
    module = import_module(f"anymail.webhooks.{provider}")
    view: Any = getattr(module, VIEWS[provider])(webhook_secret=["-"], **UNUSED_KEYS.get(provider, {}))
    try:
        found = view.parse_events(request)
    except (KeyError, TypeError, AttributeError, AnymailError) as error:
        raise ValueError("This is not what the provider sends.") from error
    for event in found:
        if event.recipient:
            is_for_good = not _is_soft(provider, event.esp_event)
            yield Happened(event.event_type or "", event.recipient, event.reject_reason or "", is_for_good)


def _is_soft(provider: str, said: Any) -> bool:
    look = SOFT.get(provider)
    return look is not None and isinstance(said, dict) and look(said)

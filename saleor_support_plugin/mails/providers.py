"""By whom a merchant's messages may leave: what each provider asks for, and what mail wants to see in DNS.

Those of mail have django-anymail's names, whose backends speak to them (outbox/ways); `smtp` is any mail server.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..people.rules import Medium

SMTP = "smtp"
HOST = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+", re.IGNORECASE)
# Where mail servers take mails of those who log in, and the port between servers.
PORTS = ("25", "465", "587", "2525")
MOST = 1_000


@dataclass(frozen=True, slots=True)
class Provider:
    """`asks` are the names of its credentials, `may` of those that can be left out. `spf` is what the sender's domain
    includes, nothing where the provider sends with a domain of its own; `selectors` are its usual ones for DKIM.
    """

    name: str
    asks: tuple[str, ...]
    may: tuple[str, ...] = ()
    spf: str = ""
    selectors: tuple[str, ...] = ()
    has_events: bool = True
    medium: Medium = "email"


PROVIDERS: dict[str, Provider] = {
    SMTP: Provider("SMTP", ("host", "port"), ("username", "password"), has_events=False),
    "brevo": Provider("Brevo", ("api_key",), spf="spf.brevo.com", selectors=("mail", "brevo1", "brevo2")),
    "mailersend": Provider("MailerSend", ("api_token",), spf="_spf.mailersend.net", selectors=("mlsend", "mlsend2")),
    "mailgun": Provider(
        "Mailgun",
        ("api_key", "sender_domain"),
        ("region",),
        spf="mailgun.org",
        selectors=("k1", "pic", "smtp", "mx", "mta"),
    ),
    "mailjet": Provider("Mailjet", ("api_key", "secret_key"), spf="spf.mailjet.com", selectors=("mailjet",)),
    "postmark": Provider("Postmark", ("server_token",)),
    "resend": Provider("Resend", ("api_key",), selectors=("resend",)),
    "sendgrid": Provider("SendGrid", ("api_key",), spf="sendgrid.net", selectors=("s1", "s2")),
    "sparkpost": Provider("SparkPost", ("api_key",)),
    "netgsm": Provider("Netgsm", ("usercode", "password", "header"), has_events=False, medium="sms"),
    "whatsapp": Provider("WhatsApp", ("phone_number_id", "access_token", "app_secret"), medium="whatsapp"),
    # Its keys are ours (outbox.subscribing): whoever chooses it switches it on.
    "webpush": Provider("Web push", (), has_events=False, medium="push"),
}


def providers_of(medium: Medium) -> dict[str, Provider]:
    return {name: provider for name, provider in PROVIDERS.items() if provider.medium == medium}


def faults(provider: str, credentials: Mapping[str, str], medium: Medium = "email") -> list[tuple[str, str, str]]:
    """Return field, code and sentence for everything that is wrong."""
    known = providers_of(medium).get(provider)
    if known is None:
        return [("provider", "NOT_FOUND", f"A provider is one of {', '.join(providers_of(medium))}.")]
    found = [(name, "REQUIRED", f"{known.name} needs `{name}`.") for name in known.asks if not credentials.get(name)]
    allowed = {*known.asks, *known.may}
    found += [(name, "UNKNOWN", f"{known.name} has no `{name}`.") for name in credentials if name not in allowed]
    for name, value in credentials.items():
        if not isinstance(value, str) or len(value) > MOST or not value.isprintable():
            found.append((name, "INVALID", "This is one line of at most 1000 characters."))
    if found:
        return found
    if provider == SMTP:
        return _server_faults(credentials)
    return _region_faults(credentials) + _number_faults(credentials)


def _server_faults(credentials: Mapping[str, str]) -> list[tuple[str, str, str]]:
    found = []
    if not HOST.fullmatch(credentials["host"]):
        found.append(("host", "INVALID", "This is a server's name, such as smtp.shop.com."))
    if credentials["port"] not in PORTS:
        found.append(("port", "INVALID", f"Mail is taken at one of the ports {', '.join(PORTS)}."))
    return found


def _region_faults(credentials: Mapping[str, str]) -> list[tuple[str, str, str]]:
    if credentials.get("region", "us") in ("us", "eu"):
        return []
    return [("region", "INVALID", "A region is us or eu.")]


def _number_faults(credentials: Mapping[str, str]) -> list[tuple[str, str, str]]:
    number = credentials.get("phone_number_id", "0")
    if number.isascii() and number.isdigit():
        return []
    return [("phone_number_id", "INVALID", "This is a number of digits, as WhatsApp Manager shows it.")]

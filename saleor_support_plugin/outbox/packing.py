"""Messages made ready for the way they take."""

import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from urllib.parse import urlsplit

from django.conf import settings

from ..mails.headers import reply_address
from ..mails.queries import Settled, settled_for
from ..mails.senders import sender
from ..people.queries import heard_at
from ..stores.models import Store
from . import queries
from .models import Browser, Message
from .ways import Content, FreeText, Mail, Notice, Parcel, Refused, Template, Text, WindowClosed


@dataclass(frozen=True, slots=True)
class Way:
    """How a message leaves now: what fails on one name says nothing about another.

    `own` is whose own provider it is, nobody's where several stores share it; `browser` is whom a push is for.
    """

    name: str
    settled: Settled
    stays_here: bool = False
    own: Store | None = None
    browser: Browser | None = None


def way_of(message: Message) -> Way:
    settled = settled_for(message.store, message.channel_slug, message.medium)  # type: ignore[arg-type]  # as send wrote
    browser = queries.browser(message) if message.medium == "push" else None
    if queries.reaches_nobody(message):
        return Way("files", settled, stays_here=True, browser=browser)
    if browser is not None:
        return Way(f"push:{urlsplit(browser.endpoint).hostname}", settled, browser=browser)
    if settled.account is None:
        return Way(message.medium, settled)
    return Way(f"{message.medium}:{settled.account.provider}:{message.store_id}", settled, own=message.store)


def pack(message: Message, way: Way, now: datetime) -> Parcel[Content] | Refused:
    """Return a message as its way takes it, or why there is none."""
    content = _content(message, way, now)
    if isinstance(content, Refused):
        return content
    name = re.sub(r"[^\w@.+-]+", "_", f"{message.kind}-{message.address}")[:120]
    return Parcel(
        to=way.browser.endpoint if way.browser else message.address,
        content=content,
        account=way.settled.account,
        key=message.message_id.strip("<>"),
        name=f"{name}-{message.pk}",
        stays_here=way.stays_here,
        expires_at=message.expires_at,
        now=now,
    )


def _content(message: Message, way: Way, now: datetime) -> Content | Refused:
    if message.medium == "sms":
        return Text(message.text, is_commercial=message.purpose == "commercial")
    if message.medium == "whatsapp":
        return _to_whatsapp(message, now)
    if message.medium == "push":
        return _notice(message, way.browser)
    return _mail(message, way, now)


def _to_whatsapp(message: Message, now: datetime) -> Template | FreeText | Refused:
    told = message.template
    if told:
        return Template(told["name"], told["language"], tuple(told["variables"]))
    try:
        return FreeText(message.text, heard_at(store=message.store, phone=message.address), now)
    except WindowClosed as closed:
        return Refused(str(closed), for_good=True)


def _notice(message: Message, browser: Browser | None) -> Notice | Refused:
    if browser is None:
        return Refused("the browser wants none any more", for_good=True)
    keys = {"p256dh": browser.p256dh, "auth": browser.auth, "shop_key": message.store.push_key}
    return Notice(message.subject, message.text, message.link, **keys)


def _mail(message: Message, way: Way, now: datetime) -> Mail:
    """Return the mail from whom the merchant says now."""
    headers = message.headers | {"Message-ID": message.message_id, "Date": format_datetime(now)}
    mailbox = way.settled.settings.mail_in_address
    if mailbox:
        headers["Reply-To"] = reply_address(number=message.pk, mailbox=mailbox, secret=settings.SECRET_KEY)
    who = sender(message.store, way.settled.settings).header
    # Whose mailbox closed meanwhile, or who was erased, gets nothing.
    copies = tuple(queries.copied(message, message.copies, now))
    return Mail(who, message.subject, message.text, message.html, headers, copies)

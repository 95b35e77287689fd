"""Reads about what merchants wrote, and by whom their mails leave."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, FilteredRelation, Q

from ..people.models import KeyKind
from ..people.queries import consents
from ..people.rules import Medium
from ..stores.configuration import Configuration, chosen, from_data, usual
from ..stores.models import NamedConfiguration, Store
from . import domains
from .choices import Choice, choices
from .links import Choosing
from .models import MailText, SenderAccount

TELL_EVERY = timedelta(days=1)


def texts_of(*, store: Store, kind: str, language: str, channel: str) -> MailText | None:
    """Return what the merchant wrote for a channel, else for every channel; None where our words stand."""
    mine = store.mail_texts.filter(kind=kind, language=language, channel_slug__in={channel, ""})
    newest = mine.order_by("-channel_slug", "-version").distinct("channel_slug")
    return next((text for text in newest if text.texts), None)


def newest(*, store: Store, kind: str, language: str, channel: str) -> MailText | None:
    """Return the newest version for exactly this channel, be it ours again."""
    found: MailText | None = versions(store=store, kind=kind, language=language, channel=channel).first()
    return found


def versions(*, store: Store, kind: str, language: str, channel: str) -> Any:
    return store.mail_texts.filter(kind=kind, language=language, channel_slug=channel).order_by("-version")


def newest_of_all(*, store: Store, channel: str) -> dict[tuple[str, str], MailText]:
    """Return the newest version of every kind and language, for exactly this channel."""
    mine = store.mail_texts.filter(channel_slug=channel).order_by("kind", "language", "-version")
    return {(text.kind, text.language): text for text in mine.distinct("kind", "language")}


def untold(now: datetime) -> list[MailText]:
    """Return the texts that failed since their merchant was last told, which is at most once a day."""
    failed = MailText.across_stores.filter(failed_at__isnull=False, store__removed_at=None, store__is_active=True)
    is_news = Q(told_at=None) | Q(told_at__lte=now - TELL_EVERY, failed_at__gt=F("told_at"))
    return list(failed.filter(is_news).select_related("store").order_by("pk")[:100])


def choices_of(choosing: Choosing, settings: Configuration) -> list[Choice]:
    """Return what whoever was mailed the link can choose, as it stands."""
    person = choosing.key.person
    reached: list[Medium] = ["email"]
    if person.keys.filter(kind=KeyKind.PHONE).exists():
        reached += ["sms", "whatsapp"]
    if person.browsers.exists():
        reached += ["push"]
    return choices(consents(person), reached_by=reached, soft_opt_in=settings.soft_opt_in)


@dataclass(frozen=True, slots=True)
class Account:
    """By whom messages leave; `credentials` are never shown, also not in a log line or an error."""

    provider: str
    credentials: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Settled:
    """What a merchant set for a channel; no account stands for the service's own way, which only mail has."""

    settings: Configuration
    account: Account | None


def settled_for(store: Store, channel: str, medium: Medium = "email") -> Settled:
    """Return both in one question."""
    account = FilteredRelation("sender_accounts", condition=Q(sender_accounts__medium=medium))
    rows = store.configurations.annotate(account=account).annotate(
        provider=F("account__provider"), credentials=F("account__credentials")
    )
    row = chosen(list(rows), channel)
    if row is None:
        return Settled(usual(store.other_senders), None)
    has_account = row.provider is not None
    return Settled(settings_of(row), Account(row.provider, json.loads(row.credentials)) if has_account else None)


def account_row(configuration: NamedConfiguration, medium: str = "email") -> SenderAccount | None:
    """Return a medium's account, of those that were read with the configuration."""
    return next((one for one in configuration.sender_accounts.all() if one.medium == medium), None)


def read_account(account: SenderAccount) -> Account:
    return Account(account.provider, json.loads(account.credentials))


def settings_of(row: NamedConfiguration) -> Configuration:
    return from_data(row.data, usual(row.store.other_senders))


def checks(row: NamedConfiguration, texts: domains.Texts | None = None) -> list[domains.Check] | None:
    """Return what DNS says about a configuration's sender; None where it has no address of its own to look at.

    Raises DnsSilent.
    """
    settings, account = settings_of(row), account_row(row)
    domain = settings.sender_email.rpartition("@")[2]
    if not domain:
        return None
    provider = account.provider if account else ""
    return domains.check(domain, provider=provider, selector=settings.dkim_selector, texts=texts)

"""The only writes to what merchants wrote, and to the accounts by which their mails leave."""

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from ..people.actions import give_consent, withdraw, withdraw_all
from ..people.models import Source
from ..people.rules import Medium
from ..stores.callers import Staff
from ..stores.configuration import Configuration
from ..stores.models import NamedConfiguration, Store
from ..stores.queries import sees
from . import catalogue, providers, queries
from .choices import WORDING
from .links import Choosing
from .models import MailText, SenderAccount
from .sentences import TextBroken, names, parse

MOST_VERSIONS = 50
# A subject beyond this is cut in every mailbox.
MOST_SUBJECT = 300


@dataclass(frozen=True, slots=True)
class Fault:
    field: str
    code: str
    message: str


class TextRefused(Exception):
    code = "TEXT_REFUSED"

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


class SenderRefused(TextRefused):
    code = "SENDER_REFUSED"


@dataclass(frozen=True, slots=True)
class Place:
    """Which mail: its kind, language, and the channel it is for; an empty one stands for every channel."""

    kind: str
    language: str
    channel: str = ""


def check_place(staff: Staff, place: Place) -> None:
    """Raise TextRefused for a mail that there is not, or whose channel this member of staff may not see."""
    if place.kind not in catalogue.VALUES:
        raise TextRefused(Fault("kind", "NOT_FOUND", f"There is no mail `{place.kind}`."))
    if place.language not in catalogue.LANGUAGES:
        allowed = ", ".join(catalogue.LANGUAGES)
        raise TextRefused(Fault("language", "NOT_FOUND", f"Mails are written in one of {allowed}."))
    if place.channel and not staff.store.channels.filter(slug=place.channel).exists():
        raise TextRefused(Fault("channel", "NOT_FOUND", f"There is no channel `{place.channel}`."))
    if staff.channels is not None and place.channel not in staff.channels:
        message = "You may not see this channel." if place.channel else "You may see some channels only: choose one."
        raise TextRefused(Fault("channel", "CHANNEL_NOT_PERMITTED", message))


def faults_of(texts: Mapping[str, str]) -> list[Fault]:
    """Return what keeps these texts, by block, from being said at all."""
    faults = []
    for block, text in texts.items():
        if block not in catalogue.BLOCKS:
            faults.append(Fault(block, "UNKNOWN", f"There is no text `{block}`."))
            continue
        if block == "subject" and len(text) > MOST_SUBJECT:
            faults.append(Fault(block, "TOO_LONG", f"A subject has at most {MOST_SUBJECT} characters."))
            continue
        try:
            parse(text)
        except TextBroken as broken:
            faults.append(Fault(block, "BROKEN", str(broken)))
    return faults


def warnings_of(kind: str, texts: Mapping[str, str]) -> list[Fault]:
    """Return the names that no mail of this kind knows, which are left out of it. The texts have no faults."""
    return [
        Fault(block, "UNKNOWN_VALUE", f"`{name}` is not known in this mail and will be left out.")
        for block, text in texts.items()
        for name in sorted(names(parse(text)).difference(catalogue.VALUES[kind]))
    ]


@transaction.atomic
def save_text(*, staff: Staff, place: Place, texts: Mapping[str, str], now: datetime) -> MailText:
    """Keep a new version of what a merchant wrote; what says the same as ours is left to ours. Raises TextRefused."""
    check_place(staff, place)
    faults = faults_of(texts)
    if faults:
        raise TextRefused(*faults)
    ours = catalogue.built(place.kind, place.language).texts
    theirs = {block: text for block, text in texts.items() if text != ours.get(block, "")}
    # Two who save at once get two versions.
    Store.across_stores.select_for_update(no_key=True).get(pk=staff.store.pk)
    before = queries.newest(store=staff.store, kind=place.kind, language=place.language, channel=place.channel)
    text = staff.store.mail_texts.create(
        kind=place.kind,
        language=place.language,
        channel_slug=place.channel,
        version=before.version + 1 if before else 1,
        texts=theirs,
        author=staff.email,
        created_at=now,
    )
    _forget_old(text)
    return text


def _forget_old(text: MailText) -> None:
    older = text.store.mail_texts.filter(kind=text.kind, language=text.language, channel_slug=text.channel_slug)
    older.filter(version__lte=text.version - MOST_VERSIONS).delete()


def reset_text(*, staff: Staff, place: Place, now: datetime) -> MailText:
    """Let our words stand again; what was written stays among the versions. Raises TextRefused."""
    return save_text(staff=staff, place=place, texts={}, now=now)


def note_failed(*, text: MailText, now: datetime) -> None:
    """Keep that a mail had to do with our words, for the merchant to be told."""
    MailText.across_stores.filter(pk=text.pk).update(failed_at=now)


def note_told(*, text: MailText, now: datetime) -> None:
    MailText.across_stores.filter(pk=text.pk).update(told_at=now)


@transaction.atomic
def save_account(
    *,
    staff: Staff,
    number: int | None,
    provider: str,
    credentials: Mapping[str, str],
    medium: Medium = "email",
    now: datetime,
) -> SenderAccount | None:
    """Say by whom a configuration's messages of a medium leave.

    Without a provider, mails leave by the service's own way again, and others not at all.

    A credential that is left out stays as it was, unless the provider changed: nobody is shown it to send it back.
    Raises SenderRefused.
    """
    configuration = _configuration(staff, number)
    mine: dict[str, Any] = {"configuration": configuration, "medium": medium}
    before = SenderAccount.across_stores.select_for_update().filter(**mine).first()
    if not provider:
        SenderAccount.across_stores.filter(**mine).delete()
        return None
    known = queries.read_account(before).credentials if before and before.provider == provider else {}
    whole = dict(known) | {name: value for name, value in credentials.items() if value}
    faults = [Fault(*fault) for fault in providers.faults(provider, whole, medium)]
    if faults:
        raise SenderRefused(*faults)
    values = {"store": staff.store, "provider": provider, "credentials": json.dumps(whole), "updated_at": now}
    secret = {"events_secret": before.events_secret if before else secrets.token_urlsafe(32)}
    account, _ = SenderAccount.across_stores.update_or_create(**mine, defaults=values | secret)
    return account


def _configuration(staff: Staff, number: int | None) -> NamedConfiguration:
    row = staff.store.configurations.filter(pk=number).first() if number is not None else None
    if row is None or not (row.is_default or sees(staff, row.channels)):
        raise SenderRefused(Fault("configuration", "NOT_FOUND", "There is no such configuration."))
    if staff.channels is not None and (row.is_default or not staff.channels.issuperset(row.channels)):
        message = "This configuration also holds in channels that you may not see."
        raise SenderRefused(Fault("configuration", "CHANNEL_NOT_PERMITTED", message))
    return row


def choose(*, choosing: Choosing, wanted: Iterable[str], settings: Configuration, now: datetime) -> None:
    """Keep what a person chose on their page: `wanted` names the choices that are on; only what changed is said."""
    person, on = choosing.key.person, set(wanted)
    told: Any = {"person": person, "source": Source.PREFERENCES, "at": now}
    for choice in queries.choices_of(choosing, settings):
        if choice.is_on == (choice.name in on):
            continue
        if choice.is_on:
            withdraw(medium=choice.medium, purpose=choice.purpose, **told)
        else:
            proof = {"mailed_to": choosing.key.value_hash}
            give_consent(medium=choice.medium, purpose=choice.purpose, text_version=WORDING, proof=proof, **told)


def stop_everything(*, choosing: Choosing, now: datetime) -> None:
    withdraw_all(person=choosing.key.person, source=Source.PREFERENCES, at=now)


def reseal_credentials(*, dry_run: bool) -> int:
    """Write what is kept of accounts anew, with the first of TOKEN_KEYS; return how many there were."""
    accounts = SenderAccount.across_stores.order_by("pk")
    if dry_run:
        return accounts.count()
    with transaction.atomic():
        for account in accounts.select_for_update():
            account.save(update_fields=["credentials", "events_secret"])  # read with any key, written with the first
        return accounts.count()

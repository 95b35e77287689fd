"""Mails as staff write them, and by whom they leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import graphene
from django.db.models import prefetch_related_objects
from django.utils import timezone

from ..ids import own_id, row_number
from ..people.rules import Medium
from ..people.schema import MessageMedium
from ..stores.callers import Staff
from ..stores.models import NamedConfiguration
from ..stores.queries import configuration, configurations
from . import actions, catalogue, domains, events, queries
from .actions import Place, TextRefused
from .models import MailText, SenderAccount
from .previewing import Preview, preview
from .providers import PROVIDERS, providers_of
from .senders import sender


class MailErrorCode(graphene.Enum):
    NOT_FOUND = "NOT_FOUND"
    UNKNOWN = "UNKNOWN"
    REQUIRED = "REQUIRED"
    INVALID = "INVALID"
    TOO_LONG = "TOO_LONG"
    BROKEN = "BROKEN"
    UNKNOWN_VALUE = "UNKNOWN_VALUE"
    CHANNEL_NOT_PERMITTED = "CHANNEL_NOT_PERMITTED"
    LIMITED = "LIMITED"


class MailError(graphene.ObjectType):
    field = graphene.String(description="The input field, text or credential it is about.")
    message = graphene.String(required=True)
    code = graphene.Field(MailErrorCode, required=True)


def faults_of(refused: TextRefused) -> list[dict[str, str]]:
    return [{"field": fault.field, "message": fault.message, "code": fault.code} for fault in refused.faults]


class MailTextVersion(graphene.ObjectType):
    version = graphene.Int(required=True)
    texts = graphene.JSONString(required=True, description="Only what was written differently; an empty one is ours.")
    author = graphene.String(required=True)
    created_at = graphene.DateTime(required=True)
    failed_at = graphene.DateTime(description="When a mail last had to do with our words instead.")


class MailTextType(graphene.ObjectType):
    """What one kind of mail says in a language and, where it differs, in a channel."""

    class Meta:
        name = "MailText"

    kind = graphene.String(required=True)
    language = graphene.String(required=True, description="Two letters.")
    channel = graphene.String(required=True, description="A slug; empty for every channel without texts of its own.")
    name = graphene.String(required=True, description="What the kind is called, in its language.")
    values = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="What its texts may name, as in {{ shop }}."
    )
    ours = graphene.JSONString(required=True, description="What each text says where nobody wrote it, as an object.")
    texts = graphene.JSONString(required=True, description="What each text says now, as an object.")
    newest = graphene.Field(MailTextVersion, description="Null where nobody wrote anything for exactly this channel.")

    @staticmethod
    def resolve_name(written: "Written", _: object) -> str:
        return catalogue.built(written.kind, written.language).name

    @staticmethod
    def resolve_values(written: "Written", _: object) -> list[str]:
        return list(catalogue.VALUES[written.kind])

    @staticmethod
    def resolve_ours(written: "Written", _: object) -> dict[str, str]:
        return _ours(written)

    @staticmethod
    def resolve_texts(written: "Written", _: object) -> dict[str, str]:
        return _ours(written) | (written.newest.texts if written.newest else {})


@dataclass(frozen=True, slots=True)
class Written:
    """What stands at a place: its newest version, where anybody wrote one for exactly this channel."""

    kind: str
    language: str
    channel: str
    newest: MailText | None


def _ours(written: Written) -> dict[str, str]:
    texts = catalogue.built(written.kind, written.language).texts
    return {block: texts.get(block, "") for block in catalogue.BLOCKS}


class MailPreview(graphene.ObjectType):
    subject = graphene.String()
    text = graphene.String()
    html = graphene.String(description="A whole page: show it in a frame of its own, with a sandbox.")
    warnings = graphene.List(graphene.NonNull(MailError), required=True, description="What will be left out.")
    errors = graphene.List(graphene.NonNull(MailError), required=True)


class MailPlaceInput(graphene.InputObjectType):
    kind = graphene.String(required=True)
    language = graphene.String(required=True, description="Two letters: en or tr.")
    channel = graphene.String(description="A slug; none for every channel without texts of its own.")


class MailTextInput(MailPlaceInput):
    texts = graphene.JSONString(required=True, description="By text, as an object; one that is left out stays ours.")


class DnsCheck(graphene.ObjectType):
    record = graphene.String(required=True, description="SPF, DKIM or DMARC.")
    is_well = graphene.Boolean(required=True)
    name = graphene.String(required=True, description="Where in DNS it was looked for.")
    found = graphene.String(required=True)
    advice = graphene.String(required=True, description="What to add or change; empty where all is well.")


class MediumSender(graphene.ObjectType):
    """By whom the messages of one medium leave."""

    medium = graphene.Field(MessageMedium, required=True)
    provider = graphene.String(required=True)
    credentials = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="The names of those that are set, never a value."
    )
    events_address = graphene.String(description="What the provider calls with news; to be kept secret.")

    @staticmethod
    def resolve_credentials(account: SenderAccount, _: object) -> list[str]:
        return sorted(queries.read_account(account).credentials)

    @staticmethod
    def resolve_events_address(account: SenderAccount, _: object) -> str | None:
        return events.address(account.store, account) if PROVIDERS[account.provider].has_events else None


class MailSender(graphene.ObjectType):
    """By whom the mails of a configuration's channels leave, and its other messages."""

    configuration = graphene.ID(required=True)
    from_email = graphene.String(required=True)
    provider = graphene.String(description="Null for the service's own way.")
    credentials = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="The names of those that are set, never a value."
    )
    events_address = graphene.String(description="What the provider calls when a mail bounced; to be kept secret.")
    checks = graphene.List(
        graphene.NonNull(DnsCheck), description="Asked of DNS at this moment; null while no name server answers."
    )
    media = graphene.List(
        graphene.NonNull(MediumSender), required=True, description="Other media than mail, those that are set up."
    )

    @staticmethod
    def resolve_configuration(row: NamedConfiguration, _: object) -> str:
        return own_id("NamedConfiguration", row.pk)

    @staticmethod
    def resolve_from_email(row: NamedConfiguration, _: object) -> str:
        return sender(row.store, queries.settings_of(row)).email

    @staticmethod
    def resolve_provider(row: NamedConfiguration, _: object) -> str | None:
        account = queries.account_row(row)
        return account.provider if account else None

    @staticmethod
    def resolve_credentials(row: NamedConfiguration, _: object) -> list[str]:
        account = queries.account_row(row)
        return sorted(queries.read_account(account).credentials) if account else []

    @staticmethod
    def resolve_events_address(row: NamedConfiguration, _: object) -> str | None:
        account = queries.account_row(row)
        return events.address(row.store, account) if account and PROVIDERS[account.provider].has_events else None

    @staticmethod
    def resolve_checks(row: NamedConfiguration, _: object) -> list[domains.Check] | None:
        try:
            return queries.checks(row)
        except domains.DnsSilent:
            return None

    @staticmethod
    def resolve_media(row: NamedConfiguration, _: object) -> list[SenderAccount]:
        return sorted((one for one in row.sender_accounts.all() if one.medium != "email"), key=lambda one: one.medium)


class MailProvider(graphene.ObjectType):
    id = graphene.String(required=True)
    name = graphene.String(required=True)
    asks = graphene.List(graphene.NonNull(graphene.String), required=True, description="Credentials it needs.")
    may = graphene.List(graphene.NonNull(graphene.String), required=True, description="Credentials it can do without.")


class MailQueries:
    mail_texts = graphene.List(
        graphene.NonNull(MailTextType),
        required=True,
        channel=graphene.String(),
        description="Every kind in every language, for a channel or for all that have none of their own.",
    )
    mail_text_versions = graphene.List(
        graphene.NonNull(MailTextVersion),
        required=True,
        of=MailPlaceInput(required=True),
        description="The newest first, fifty at most.",
    )
    mail_text_preview = graphene.Field(
        MailPreview,
        required=True,
        input=MailTextInput(required=True),
        description="How a mail would look with these texts, about things that nobody bought.",
    )
    mail_senders = graphene.List(
        graphene.NonNull(MailSender), required=True, of=graphene.ID(description="A configuration; none for all.")
    )
    mail_providers = graphene.List(
        graphene.NonNull(MailProvider),
        required=True,
        medium=graphene.Argument(MessageMedium),
        description="Of mail where no medium is named.",
    )

    @staticmethod
    def resolve_mail_texts(_: object, info: Any, channel: str | None = None) -> list[Written]:
        staff = _staff(info)
        newest = queries.newest_of_all(store=staff.store, channel=channel or "")
        return [
            Written(kind, language, channel or "", newest.get((kind, language)))
            for kind in catalogue.VALUES
            for language in catalogue.LANGUAGES
        ]

    @staticmethod
    def resolve_mail_text_versions(_: object, info: Any, of: Any) -> list[MailText]:
        staff = _staff(info)
        return list(queries.versions(store=staff.store, kind=of.kind, language=of.language, channel=of.channel or ""))

    @staticmethod
    def resolve_mail_text_preview(_: object, info: Any, input: Any) -> dict[str, Any]:
        staff = _staff(info)
        try:
            place = place_of(input)
            actions.check_place(staff, place)
            settings = configuration(staff.store, place.channel)
            seen: Preview = preview(store=staff.store, settings=settings, place=place, texts=texts_of(input))
        except TextRefused as refused:
            return {"warnings": [], "errors": faults_of(refused)}
        warnings = faults_of(TextRefused(*seen.warnings))
        words = seen.words
        return {"subject": words.subject, "text": words.text, "html": words.html, "warnings": warnings, "errors": []}

    @staticmethod
    def resolve_mail_senders(_: object, info: Any, of: str | None = None) -> list[NamedConfiguration]:
        number = row_number("NamedConfiguration", of) if of is not None else None
        rows = [row for row in configurations(_staff(info)) if of is None or row.pk == number]
        prefetch_related_objects(rows, "sender_accounts__store")
        return rows

    @staticmethod
    def resolve_mail_providers(_: object, info: Any, medium: Any = None) -> list[dict[str, Any]]:
        _staff(info)
        return [
            {"id": name, "name": one.name, "asks": list(one.asks), "may": list(one.may)}
            for name, one in providers_of(_medium(medium)).items()
        ]


class MailTextUpdate(graphene.Mutation):
    """Write a mail's texts; what is left out, or says the same, stays ours."""

    class Arguments:
        input = MailTextInput(required=True)

    mail_text = graphene.Field(MailTextType)
    warnings = graphene.List(graphene.NonNull(MailError), required=True, description="What will be left out.")
    errors = graphene.List(graphene.NonNull(MailError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, input: Any) -> dict[str, Any]:
        staff = _staff(info)
        try:
            place, texts = place_of(input), texts_of(input)
            text = actions.save_text(staff=staff, place=place, texts=texts, now=timezone.now())
        except TextRefused as refused:
            return {"mail_text": None, "warnings": [], "errors": faults_of(refused)}
        warnings = actions.warnings_of(place.kind, texts)
        return {"mail_text": _written(text), "warnings": faults_of(TextRefused(*warnings)), "errors": []}


class MailTextReset(graphene.Mutation):
    """Let our words stand again; what was written stays among the versions."""

    class Arguments:
        of = MailPlaceInput(required=True)

    mail_text = graphene.Field(MailTextType)
    errors = graphene.List(graphene.NonNull(MailError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, of: Any) -> dict[str, Any]:
        staff = _staff(info)
        try:
            text = actions.reset_text(staff=staff, place=place_of(of), now=timezone.now())
        except TextRefused as refused:
            return {"mail_text": None, "errors": faults_of(refused)}
        return {"mail_text": _written(text), "errors": []}


class SenderInput(graphene.InputObjectType):
    configuration = graphene.ID(required=True)
    medium = graphene.InputField(MessageMedium, description="EMAIL where none is named.")
    provider = graphene.String(
        description="One of the medium's mailProviders; none for the service's own way, which only mail has."
    )
    credentials = graphene.JSONString(description="By name, as an object; one that is left out stays as it was.")


class SenderUpdate(graphene.Mutation):
    """Say by whom the messages of a configuration's channels leave."""

    class Arguments:
        input = SenderInput(required=True)

    sender = graphene.Field(MailSender)
    errors = graphene.List(graphene.NonNull(MailError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, input: Any) -> dict[str, Any]:
        staff = _staff(info)
        number = row_number("NamedConfiguration", input.configuration)
        given = input.get("credentials")
        credentials = given if isinstance(given, dict) else {}
        try:
            actions.save_account(
                staff=staff,
                number=number,
                provider=input.get("provider") or "",
                credentials=credentials,
                medium=_medium(input.get("medium")),
                now=timezone.now(),
            )
        except TextRefused as refused:
            return {"sender": None, "errors": faults_of(refused)}
        return {"sender": staff.store.configurations.filter(pk=number or 0).first(), "errors": []}


class MailMutations:
    mail_text_update = MailTextUpdate.Field()
    mail_text_reset = MailTextReset.Field()
    sender_update = SenderUpdate.Field()


def _written(text: MailText) -> Written:
    return Written(text.kind, text.language, text.channel_slug, text)


def place_of(given: Any) -> Place:
    return Place(given.kind, given.language, given.get("channel") or "")


def texts_of(given: Any) -> Mapping[str, str]:
    texts = given.texts
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        raise TextRefused(actions.Fault("texts", "INVALID", "Texts are an object, each by its name."))
    return texts


def _medium(given: Any) -> Medium:
    medium: Medium = given.value if given else "email"
    return medium


def _staff(info: Any) -> Staff:
    staff: Staff = info.context.staff
    staff.must_have("MANAGE_SETTINGS")
    return staff

"""A message to a number that a member of staff names, to try what they have set up."""

import secrets
from datetime import timedelta
from typing import Any

import graphene
from django.utils import timezone

from ..conversations.actions import knock
from ..conversations.rules import Limit
from ..mails.rendering import Words
from ..mails.schema import MailError
from ..mails.senders import shop_name
from ..outbox import actions as outbox
from ..outbox.ways import Template
from ..people.actions import person_at
from ..people.addresses import AddressWrong, normal_phone
from ..people.schema import MessageMedium
from ..stores.callers import Staff
from ..stores.queries import configuration

TESTS = Limit(10, timedelta(hours=1))
WORDS = {"en": "{shop}: this is a test message.", "tr": "{shop}: bu bir deneme iletisidir."}
# Every account of WhatsApp has it, approved.
HELLO = Template("hello_world", "en_US")


class MediumTest(graphene.Mutation):
    """Send a test message by SMS or WhatsApp; on WhatsApp it is Meta's sample, `hello_world`."""

    class Arguments:
        medium = MessageMedium(required=True)
        to = graphene.String(required=True, description="A number with its country, such as +90 532 123 45 67.")
        channel = graphene.String(description="Whose account to use; the default configuration's where none is given.")
        locale = graphene.String(description="The language to write in.")

    sent_to = graphene.String(description="The number, where a message is on its way. Contacts say what became of it.")
    errors = graphene.List(graphene.NonNull(MailError), required=True)

    @staticmethod
    def mutate(
        _: object, info: Any, medium: Any, to: str, channel: str | None = None, locale: str | None = None
    ) -> dict[str, Any]:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_SETTINGS")
        if medium.value not in ("sms", "whatsapp"):
            return _refused("medium", "INVALID", "Numbers are reached by SMS and WhatsApp.")
        try:
            number = normal_phone(to)
        except AddressWrong as wrong:
            return _refused("to", "INVALID", str(wrong))
        if not knock(store=staff.store, who="medium test", limit=TESTS, now=timezone.now()):
            return _refused(None, "LIMITED", "That was a lot of tests. Try again in an hour.")
        return _sent(staff, medium.value, number, channel or "", "tr" if (locale or "")[:2].lower() == "tr" else "en")


def _sent(staff: Staff, medium: Any, number: str, channel: str, language: str) -> dict[str, Any]:
    now, shop = timezone.now(), shop_name(staff.store, configuration(staff.store, channel))
    decision = outbox.send(
        store=staff.store,
        person=person_at(store=staff.store, phone=number, now=now),
        kind="sender_test",
        purpose="transactional",
        medium=medium,
        to=number,
        words=Words(shop, WORDS[language].format(shop=shop), ""),
        template=HELLO if medium == "whatsapp" else None,
        dedupe_key=f"sender_test:{secrets.token_hex(8)}",
        channel=channel,
        now=now,
    )
    if isinstance(decision, outbox.Withheld):
        return _refused("medium", "NOT_FOUND", f"It is withheld: {decision.message.silence}.")
    return {"sent_to": number, "errors": []}


def _refused(field: str | None, code: str, message: str) -> dict[str, Any]:
    return {"sent_to": None, "errors": [{"field": field, "code": code, "message": message}]}


class MediumTestMutations:
    medium_test = MediumTest.Field()
